/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-cli-families.h"

#include <errno.h>

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "aj-agenda-item.h"
#include "aj-attendance.h"
#include "aj-cli-agenda.h"
#include "aj-cli-arguments.h"
#include "aj-cli-meeting-mail.h"
#include "aj-cli-output.h"
#include "aj-meeting-report.h"
#include "aj-meeting.h"
#include "aj-numbered-file.h"
#include "aj-owed-invitations.h"

static char *output_word;
static char *organiser_word;
static gboolean mark_sent;
static gboolean as_drafts;
static gboolean with_agenda;

#define ORGANISER_OPTION                                                                           \
  {                                                                                                \
    "organiser", 0, 0, G_OPTION_ARG_STRING, &organiser_word,                                       \
        N_ ("The mailbox that invites (default: that of the network)"), N_ ("MAIL")                \
  }

const GOptionEntry aj_cli_invitations_write_options[] = {
  { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output_word,
    N_ ("The folder to write in; it is made when it is not there"), N_ ("DIR") },
  { "eml", 0, 0, G_OPTION_ARG_NONE, &as_drafts,
    N_ ("Write mails that a mail program opens as drafts, with the calendar file attached"), NULL },
  { "agenda", 0, 0, G_OPTION_ARG_NONE, &with_agenda, N_ ("Attach the agenda to each mail, as PDF"),
    NULL },
  { "mark-sent", 0, 0, G_OPTION_ARG_NONE, &mark_sent,
    N_ ("Note that everybody was sent what they are owed; do so once the mails are out"), NULL },
  ORGANISER_OPTION,
  { NULL },
};

static const AjValues *
get_meeting (AjInvitations *invitations)
{
  return aj_meeting_facts_get_meeting (aj_invitations_get_facts (invitations));
}

static AjInvitations *
load_invitations (AjCli *cli, AjGroupBook *book, const char *id, GError **error)
{
  g_autoptr (AjMeetingFacts) facts = aj_meeting_facts_load (cli->store, book, id, error);

  return facts != NULL ? aj_invitations_new (facts) : NULL;
}

static gboolean
is_listed (GPtrArray *all, const char *id)
{
  for (guint i = 0; i < all->len; i++)
    if (g_str_equal (aj_values_get_id (get_meeting (all->pdata[i])), id))
      return TRUE;
  return FALSE;
}

/* One that is named twice is meant once. */
static gboolean
add_meeting (AjCli *cli, AjGroupBook *book, const char *word, GPtrArray *all, GError **error)
{
  g_autofree char *id = NULL;
  AjInvitations *invitations;

  aj_cli_set_where (cli, word);
  id = aj_cli_resolve (cli, &aj_meeting_record_type, word, error);
  if (id == NULL || is_listed (all, id))
    return id != NULL;
  invitations = load_invitations (cli, book, id, error);
  if (invitations == NULL)
    return FALSE;
  aj_cli_set_where (cli, NULL);
  g_ptr_array_add (all, invitations);
  return TRUE;
}

/* Of the meetings that @words name, else of all of which something is owed. (transfer full) (element-type AjInvitations) */
static GPtrArray *
load_meetings (AjCli *cli, char **words, GError **error)
{
  g_autoptr (AjGroupBook) book = NULL;
  g_autoptr (GPtrArray) all = NULL;

  if (words[0] == NULL)
    return aj_owed_invitations_load (cli->store, error);
  book = aj_group_book_load (cli->store, error);
  if (book == NULL)
    return NULL;
  all = g_ptr_array_new_with_free_func ((GDestroyNotify) aj_invitations_free);
  for (guint i = 0; words[i] != NULL; i++)
    if (!add_meeting (cli, book, words[i], all, error))
      return NULL;
  return g_steal_pointer (&all);
}

static const char *
get_kind_code (AjLetterKind kind)
{
  static const char *const codes[] = { "request", "update", "cancel" };

  return codes[kind];
}

/* A letter of either kind, to who is invited or to who only speaks. */
typedef struct
{
  AjInvitations *invitations; /* (borrowed) */
  AjLetterKind kind;
  const char *name;
  const AjValues *person; /* (nullable) */
  const char *mail;
  const AjValues *item; /* (nullable): what a speaker speaks about */
} Letter;

typedef void (*LetterFunc) (const Letter *letter, gpointer user_data);

static void
foreach_letter (AjInvitations *invitations, LetterFunc func, gpointer user_data)
{
  GArray *owed = aj_invitations_get_owed (invitations);
  GArray *of_speakers = aj_speakers_get_owed (aj_invitations_get_speakers (invitations));

  for (guint i = 0; i < owed->len; i++)
    {
      const AjOwedLetter *one = &g_array_index (owed, AjOwedLetter, i);
      const Letter letter = { invitations,          one->kind, aj_invitee_get_name (one->invitee),
                              one->invitee->person, one->mail, NULL };

      func (&letter, user_data);
    }
  for (guint i = 0; i < of_speakers->len; i++)
    {
      const AjSpeakerLetter *one = &g_array_index (of_speakers, AjSpeakerLetter, i);
      gboolean is_cancel = one->letter.kind == AJ_LETTER_CANCEL;
      const Letter letter = { invitations,
                              one->letter.kind,
                              aj_speaker_letter_get_name (one),
                              is_cancel ? one->speaker->holder : one->speaker->person,
                              one->letter.mail,
                              one->speaker->item };

      func (&letter, user_data);
    }
}

static void
add_letter_json_cb (const Letter *letter, gpointer user_data)
{
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "meeting",
                                 aj_values_get_id (get_meeting (letter->invitations)));
  json_object_set_string_member (object, "item",
                                 letter->item != NULL ? aj_values_get_id (letter->item) : NULL);
  json_object_set_string_member (object, "kind", get_kind_code (letter->kind));
  json_object_set_string_member (object, "name", letter->name);
  json_object_set_string_member (object, "person",
                                 letter->person != NULL ? aj_values_get_id (letter->person) : NULL);
  json_object_set_string_member (object, "mail", letter->mail);
  json_array_add_object_element (user_data, object);
}

/* What a speaker speaks about, else the theme. */
static void
add_letter_row_cb (const Letter *letter, gpointer user_data)
{
  const AjValues *meeting = get_meeting (letter->invitations);
  g_autofree char *when = aj_meeting_report_format_when (meeting);
  const char *about = letter->item != NULL ? aj_values_get_text (letter->item, "name")
                                           : aj_values_get_text (meeting, "theme");
  g_autofree char *kind =
      letter->item != NULL
          /* Translators: what is sent: an invitation, a change or a cancellation, to a speaker. */
          ? g_strdup_printf (_ ("%s for a speaker"), aj_letter_kind_get_label (letter->kind))
          : g_strdup (aj_letter_kind_get_label (letter->kind));

  aj_cli_table_add_row (user_data, (const char *[]){ when, about != NULL ? about : "", kind,
                                                     letter->name, letter->mail, NULL });
}

/* Whom nobody can write to is said, for nothing would remind of them else. */
static void
warn_of_stuck (AjInvitations *invitations)
{
  guint n = aj_invitations_get_counts (invitations)->n_stuck;
  const AjValues *meeting = get_meeting (invitations);
  g_autofree char *when = NULL;

  if (n == 0)
    return;
  when = aj_meeting_report_format_when (meeting);
  /* Translators: how many people, and when the meeting is. */
  g_printerr (ngettext ("%1$u person without a mail address cannot be told (%2$s).\n",
                        "%1$u people without a mail address cannot be told (%2$s).\n", n),
              n, when);
}

gboolean
aj_cli_run_invitations_owed (AjCli *cli, char **arguments, GError **error)
{
  g_autoptr (AjCliTable) table = aj_cli_table_new ();
  g_autoptr (GPtrArray) all = NULL;
  JsonArray *array;

  if (aj_cli_open_store (cli, error) == NULL)
    return FALSE;
  all = load_meetings (cli, arguments, error);
  if (all == NULL)
    return FALSE;
  aj_cli_table_add_column (table, _ ("When"), FALSE, FALSE);
  aj_cli_table_add_column (table, _ ("Theme"), FALSE, FALSE);
  aj_cli_table_add_column (table, _ ("What"), FALSE, FALSE);
  aj_cli_table_add_column (table, _ ("Who"), FALSE, FALSE);
  aj_cli_table_add_column (table, _ ("Mail"), FALSE, TRUE);
  array = json_array_new ();
  for (guint i = 0; i < all->len; i++)
    {
      foreach_letter (all->pdata[i], add_letter_json_cb, array);
      foreach_letter (all->pdata[i], add_letter_row_cb, table);
      if (!cli->json)
        warn_of_stuck (all->pdata[i]);
    }
  if (cli->json)
    aj_cli_print_json (json_node_init_array (json_node_alloc (), array));
  else if (aj_cli_table_get_n_rows (table) > 0)
    aj_cli_table_print (table);
  else
    aj_cli_print_line (_ ("Everybody holds what they should."));
  json_array_unref (array);
  return TRUE;
}

static const char *
get_text (const AjValues *values, const char *field)
{
  const char *text = values != NULL ? aj_values_get_text (values, field) : NULL;

  return text != NULL ? text : "";
}

/* (transfer full): when somebody was last sent something, as people read it. */
static char *
format_sent (const AjValues *values)
{
  return values != NULL ? aj_values_display (values, "sent-at") : g_strdup ("");
}

static JsonObject *
held_to_json (AjInvitations *invitations, const AjInvitee *invitee)
{
  JsonObject *object = json_object_new ();
  const AjValues *attendance = invitee->attendance;
  const AjValues *meeting = get_meeting (invitations);
  gboolean is_held = aj_invitation_is_held (attendance);

  json_object_set_null_member (object, "item");
  json_object_set_string_member (object, "name", aj_invitee_get_name (invitee));
  json_object_set_string_member (object, "mail", aj_invitee_get_mail (invitee));
  json_object_set_boolean_member (object, "invited", invitee->is_invited);
  if (is_held)
    json_object_set_int_member (object, "sequence",
                                aj_values_get_integer (attendance, "sent-sequence"));
  else
    json_object_set_null_member (object, "sequence");
  json_object_set_boolean_member (object, "current",
                                  is_held && !aj_invitation_is_old (meeting, attendance));
  json_object_set_string_member (object, "sent-at",
                                 attendance != NULL ? aj_values_get_text (attendance, "sent-at")
                                                    : NULL);
  json_object_set_string_member (object, "starts-at",
                                 is_held ? aj_values_get_text (attendance, "sent-starts-at")
                                         : NULL);
  return object;
}

/* With the same words, and the item beside them. */
static JsonObject *
held_by_speaker_to_json (const AjSpeaker *speaker)
{
  JsonObject *object = json_object_new ();
  const AjValues *item = speaker->item;
  gboolean is_held = aj_agenda_item_is_held (item);
  const AjValues *person = is_held && speaker->holder != NULL ? speaker->holder : speaker->person;
  AjLetter letters[AJ_INVITATION_MAX_LETTERS];

  json_object_set_string_member (object, "item", aj_values_get_id (item));
  json_object_set_string_member (object, "name",
                                 person != NULL ? aj_values_get_text (person, "name") : NULL);
  json_object_set_string_member (object, "mail",
                                 is_held ? aj_values_get_text (item, "sent-mail")
                                         : speaker->appointment.mail);
  json_object_set_boolean_member (object, "invited",
                                  aj_appointment_is_expected (&speaker->appointment));
  if (is_held)
    json_object_set_int_member (object, "sequence", aj_values_get_integer (item, "sent-sequence"));
  else
    json_object_set_null_member (object, "sequence");
  json_object_set_boolean_member (object, "current",
                                  is_held && !aj_appointment_is_old (&speaker->appointment) &&
                                      aj_appointment_list_owed (&speaker->appointment, letters) ==
                                          0);
  json_object_set_string_member (object, "sent-at", aj_values_get_text (item, "sent-at"));
  json_object_set_string_member (object, "starts-at",
                                 is_held ? aj_values_get_text (item, "sent-starts-at") : NULL);
  return object;
}

/* Of those who speak, who hold or are to hold an appointment of their own. */
static gboolean
is_told_apart (const AjSpeaker *speaker)
{
  return aj_agenda_item_is_held (speaker->item) ||
         aj_appointment_is_expected (&speaker->appointment);
}

static void
print_held_json (AjInvitations *invitations)
{
  GArray *invitees = aj_meeting_facts_get_invitees (aj_invitations_get_facts (invitations));
  GPtrArray *speakers = aj_speakers_get_all (aj_invitations_get_speakers (invitations));
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < invitees->len; i++)
    json_array_add_object_element (array, held_to_json (invitations,
                                                        &g_array_index (invitees, AjInvitee, i)));
  for (guint i = 0; i < speakers->len; i++)
    if (is_told_apart (speakers->pdata[i]))
      json_array_add_object_element (array, held_by_speaker_to_json (speakers->pdata[i]));
  aj_cli_print_json (json_node_init_array (json_node_alloc (), array));
  json_array_unref (array);
}

static void
add_held_by_speaker (AjCliTable *table, AjInvitations *invitations, const AjSpeaker *speaker)
{
  gboolean is_held = aj_agenda_item_is_held (speaker->item);
  const AjValues *person = is_held && speaker->holder != NULL ? speaker->holder : speaker->person;
  g_autofree char *held = aj_speaker_describe_held (speaker);
  g_autofree char *sent = format_sent (speaker->item);
  const char *organisation = person != NULL ? aj_meeting_facts_get_name (aj_invitations_get_facts (
                                                                             invitations),
                                                                         person, "organisation")
                                            : NULL;

  aj_cli_table_add_row (table, (const char *[]){ get_text (person, "name"),
                                                 organisation != NULL ? organisation : "", held,
                                                 sent, NULL });
}

static void
print_held (AjInvitations *invitations)
{
  GPtrArray *speakers = aj_speakers_get_all (aj_invitations_get_speakers (invitations));
  GArray *invitees = aj_meeting_facts_get_invitees (aj_invitations_get_facts (invitations));
  g_autoptr (AjCliTable) table = aj_cli_table_new ();
  g_autofree char *sentence = aj_invitations_describe (invitations);

  aj_cli_table_add_column (table, _ ("Who"), FALSE, FALSE);
  aj_cli_table_add_column (table, _ ("Organisation"), FALSE, FALSE);
  aj_cli_table_add_column (table, _ ("Holds"), FALSE, FALSE);
  aj_cli_table_add_column (table, _ ("Sent"), FALSE, FALSE);
  for (guint i = 0; i < invitees->len; i++)
    {
      const AjInvitee *invitee = &g_array_index (invitees, AjInvitee, i);
      g_autofree char *held = aj_invitations_describe_held (invitations, invitee);
      g_autofree char *sent = format_sent (invitee->attendance);

      aj_cli_table_add_row (table, (const char *[]){ aj_invitee_get_name (invitee),
                                                     get_text (invitee->organisation, "name"), held,
                                                     sent, NULL });
    }
  for (guint i = 0; i < speakers->len; i++)
    if (is_told_apart (speakers->pdata[i]))
      add_held_by_speaker (table, invitations, speakers->pdata[i]);
  if (sentence != NULL)
    aj_cli_print_line (sentence);
  aj_cli_table_print (table);
}

gboolean
aj_cli_run_invitations_held (AjCli *cli, char **arguments, GError **error)
{
  g_autofree char *id = NULL;
  g_autoptr (AjInvitations) invitations = NULL;

  if (aj_cli_open_store (cli, error) == NULL)
    return FALSE;
  aj_cli_set_where (cli, arguments[0]);
  id = aj_cli_resolve (cli, &aj_meeting_record_type, arguments[0], error);
  invitations = id != NULL ? load_invitations (cli, NULL, id, error) : NULL;
  if (invitations == NULL)
    return FALSE;
  if (cli->json)
    print_held_json (invitations);
  else
    print_held (invitations);
  return TRUE;
}

/* What is the same for all that is written. */
typedef struct
{
  AjCli *cli;                 /* (borrowed) */
  AjNetworkSettings *network; /* (owned) */
  AjMailTexts *texts;         /* (owned) */
  AjMailSender sender;
  JsonArray *files; /* (owned) */
  guint n_files;
} Output;

static void
output_clear (Output *self)
{
  g_clear_object (&self->network);
  g_clear_pointer (&self->texts, aj_mail_texts_unref);
  g_clear_pointer (&self->files, json_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Output, output_clear)

/* Whom a file is to go to: who is owed what it holds. */
static JsonArray *
list_recipients (AjInvitations *invitations, AjCalendarMethod method)
{
  GArray *owed = aj_invitations_get_owed (invitations);
  JsonArray *mails = json_array_new ();

  for (guint i = 0; i < owed->len; i++)
    {
      const AjOwedLetter *letter = &g_array_index (owed, AjOwedLetter, i);

      if ((letter->kind == AJ_LETTER_CANCEL) == (method == AJ_CALENDAR_CANCEL))
        json_array_add_string_element (mails, letter->mail);
    }
  return mails;
}

/* @mails is taken. */
static void
say_written (Output *self, const char *name, JsonArray *mails)
{
  g_autoptr (GString) line = g_string_new (name);
  JsonObject *object;

  self->n_files++;
  if (self->cli->json)
    {
      object = json_object_new ();
      json_object_set_string_member (object, "file", name);
      json_object_set_array_member (object, "to", mails);
      json_array_add_object_element (self->files, object);
      return;
    }
  for (guint i = 0; i < json_array_get_length (mails); i++)
    g_string_append_printf (line, "%s%s", i == 0 ? ": " : ", ",
                            json_array_get_string_element (mails, i));
  aj_cli_print_line (line->str);
  json_array_unref (mails);
}

static gboolean
write_file (Output *self, AjInvitations *invitations, AjCalendarMethod method, GError **error)
{
  g_autofree char *name = NULL;

  if (!aj_invitations_needs (invitations, method))
    return TRUE;
  name = aj_invitations_save (invitations, method, output_word, &self->sender.organiser,
                              aj_clock_get_unix (self->cli->clock), error);
  if (name == NULL)
    return FALSE;
  say_written (self, name, list_recipients (invitations, method));
  return TRUE;
}

static gboolean
write_mail (Output *self,
            AjInvitations *invitations,
            const AjMeetingMailRequest *request,
            GError **error)
{
  g_autoptr (AjMeetingMail) mail = aj_meeting_mail_write (invitations, self->texts, &self->sender,
                                                          request, error);
  g_autofree char *name = NULL;

  if (mail == NULL)
    return FALSE;
  name = aj_numbered_file_write (output_word, mail->file_name, mail->bytes, AJ_OUTPUT_FILE_PRIVATE,
                                 error);
  if (name == NULL)
    return FALSE;
  say_written (self, name, aj_cli_list_addresses (mail));
  aj_cli_warn_of_places (mail);
  return TRUE;
}

static gboolean
write_draft (Output *self, AjInvitations *invitations, AjLetterKind kind, GError **error)
{
  const AjMeetingMailRequest request = { .use = aj_meeting_mail_get_use (kind),
                                         .with_agenda = with_agenda,
                                         .stamp = aj_clock_get_unix (self->cli->clock) };

  return !aj_meeting_mail_is_owed (invitations, request.use) ||
         write_mail (self, invitations, &request, error);
}

static gboolean
write_file_for_speaker (Output *self,
                        AjSpeakers *speakers,
                        const AjSpeakerLetter *letter,
                        GError **error)
{
  g_autofree char *name = aj_speakers_save (speakers, letter, output_word, &self->sender.organiser,
                                            aj_clock_get_unix (self->cli->clock), error);
  JsonArray *mails;

  if (name == NULL)
    return FALSE;
  mails = json_array_new ();
  json_array_add_string_element (mails, letter->letter.mail);
  say_written (self, name, mails);
  return TRUE;
}

static gboolean
write_for_speakers (Output *self, AjInvitations *invitations, GError **error)
{
  AjSpeakers *speakers = aj_invitations_get_speakers (invitations);
  GArray *owed = aj_speakers_get_owed (speakers);

  for (guint i = 0; i < owed->len; i++)
    {
      const AjSpeakerLetter *letter = &g_array_index (owed, AjSpeakerLetter, i);
      const AjMeetingMailRequest request = {
        .use = aj_meeting_mail_get_speaker_use (letter->letter.kind),
        .with_agenda = with_agenda,
        .item = aj_values_get_id (letter->speaker->item),
        .stamp = aj_clock_get_unix (self->cli->clock),
      };

      if (as_drafts ? !write_mail (self, invitations, &request, error)
                    : !write_file_for_speaker (self, speakers, letter, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
write_all (Output *self, AjInvitations *invitations, GError **error)
{
  if (as_drafts)
    return write_draft (self, invitations, AJ_LETTER_CANCEL, error) &&
           write_draft (self, invitations, AJ_LETTER_UPDATE, error) &&
           write_draft (self, invitations, AJ_LETTER_REQUEST, error) &&
           write_for_speakers (self, invitations, error);
  return write_file (self, invitations, AJ_CALENDAR_CANCEL, error) &&
         write_file (self, invitations, AJ_CALENDAR_REQUEST, error) &&
         write_for_speakers (self, invitations, error);
}

/* Noted once everything is written, and as one change. */
static gboolean
write_meetings (Output *self, GPtrArray *all, GError **error)
{
  g_autoptr (AjEdit) note = NULL;

  for (guint i = 0; i < all->len; i++)
    {
      if (!write_all (self, all->pdata[i], error))
        return FALSE;
      if (!self->cli->json)
        warn_of_stuck (all->pdata[i]);
      if (with_agenda && aj_invitations_is_any_owed (all->pdata[i]))
        aj_cli_warn_of_agenda (self->cli, aj_values_get_id (get_meeting (all->pdata[i])));
    }
  if (mark_sent)
    note = aj_invitations_note_all_sent (all, self->cli->store,
                                         aj_clock_get_unix (self->cli->clock));
  return note == NULL || aj_edit_commit (note, error);
}

static gboolean
make_folder (AjCli *cli, GError **error)
{
  g_autofree char *shown = g_filename_display_name (output_word);

  aj_cli_set_where (cli, shown);
  if (g_mkdir_with_parents (output_word, 0700) == 0)
    return TRUE;
  g_set_error (error, AJ_CLI_ERROR, AJ_CLI_ERROR_REFUSED,
               /* Translators: what the system says. */
               _ ("The folder cannot be made: %s."), g_strerror (errno));
  return FALSE;
}

static gboolean
prepare (Output *self, GError **error)
{
  AjStore *store = self->cli->store;

  self->network = aj_network_settings_load (store, error);
  self->texts = self->network != NULL ? aj_mail_texts_load (store, error) : NULL;
  if (self->texts == NULL)
    return FALSE;
  self->sender = (AjMailSender){ aj_network_settings_get_organiser (self->network),
                                 aj_network_settings_get_name (self->network) };
  if (organiser_word != NULL)
    self->sender.organiser.mail = organiser_word;
  self->files = json_array_new ();
  return make_folder (self->cli, error);
}

gboolean
aj_cli_run_invitations_write (AjCli *cli, char **arguments, GError **error)
{
  g_auto (Output) output = { .cli = cli };
  g_autoptr (GPtrArray) all = NULL;

  if (output_word == NULL)
    return aj_cli_fail_usage (error, _ ("Say in which folder: --output DIR."));
  if (with_agenda && !as_drafts)
    return aj_cli_fail_usage (error, _ ("The agenda goes along with a mail. Add: --eml"));
  if (aj_cli_open_store (cli, error) == NULL)
    return FALSE;
  all = load_meetings (cli, arguments, error);
  if (all == NULL || !prepare (&output, error) || !write_meetings (&output, all, error))
    return FALSE;
  if (cli->json)
    aj_cli_print_json (json_node_init_array (json_node_alloc (), output.files));
  else if (output.n_files == 0)
    aj_cli_print_line (_ ("Everybody holds what they should."));
  return TRUE;
}
