/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-cli-meeting-mail.h"

#include <glib/gi18n-lib.h>

#include "aj-agenda-item.h"
#include "aj-attendance.h"
#include "aj-cli-agenda.h"
#include "aj-cli-arguments.h"
#include "aj-cli-families.h"
#include "aj-cli-output.h"
#include "aj-known-steps.h"
#include "aj-meeting.h"
#include "aj-output-file.h"

static char *meeting_word;
static char *item_word;
static char *attendance_word;
static char *output_word;
static gboolean with_agenda;

const GOptionEntry aj_cli_mail_options[] = {
  { "meeting", 0, 0, G_OPTION_ARG_STRING, &meeting_word, N_ ("The meeting that it is about"),
    N_ ("MEETING") },
  { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output_word,
    N_ ("The file to write, which a mail program opens as a draft"), N_ ("FILE.eml") },
  { "item", 0, 0, G_OPTION_ARG_STRING, &item_word,
    N_ ("Of a mail to a speaker, or of a cancellation for one: the item of the agenda, by its name "
        "or id"),
    N_ ("ITEM") },
  { "attendance", 0, 0, G_OPTION_ARG_STRING, &attendance_word,
    N_ ("Of a proposal that is declined: whoever made it. Of an invitation, a change or a "
        "cancellation: only to them, also once more"),
    N_ ("PERSON") },
  { "agenda", 0, 0, G_OPTION_ARG_NONE, &with_agenda, N_ ("Attach the agenda as PDF"), NULL },
  { NULL },
};

/* Also what stays as it is in the text, for somebody meant something by it. */
void
aj_cli_warn_of_places (AjMeetingMail *mail)
{
  for (guint i = 0; mail->unknown[i] != NULL; i++)
    {
      /* Translators: a word in braces, and the name of a file. */
      g_printerr (_ ("“{%1$s}” cannot be filled in and stands in the mail as it is (%2$s).\n"),
                  mail->unknown[i], mail->file_name);
    }
}

/* What should be attached and is not. */
static void
warn_of_papers (AjMeetingMail *mail)
{
  for (guint i = 0; mail->left_out[i] != NULL; i++)
    {
      /* Translators: the name of a file. */
      g_printerr (_ ("“%s” is not with the mail: it is not there, or too large.\n"),
                  mail->left_out[i]);
    }
}

JsonArray *
aj_cli_list_addresses (AjMeetingMail *mail)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; mail->addresses[i] != NULL; i++)
    json_array_add_string_element (array, mail->addresses[i]);
  return array;
}

static gboolean
is_use (const char *word)
{
  for (const AjChoice *use = aj_mail_uses; use->code != NULL; use++)
    if (g_str_equal (use->code, word))
      return aj_mail_use_is_about_meeting (word);
  return FALSE;
}

/* With an item, a cancellation is one for who speaks about it. */
static const char *
find_use (const char *word)
{
  return item_word != NULL && g_str_equal (word, AJ_MAIL_CANCELLATION)
             ? AJ_MAIL_SPEAKER_CANCELLATION
             : word;
}

static gboolean
is_to_speaker (const char *use)
{
  return g_str_equal (use, AJ_MAIL_SPEAKER) || g_str_equal (use, AJ_MAIL_SPEAKER_CANCELLATION);
}

static gboolean
is_letter (const char *use)
{
  return g_str_equal (use, AJ_MAIL_INVITATION) || g_str_equal (use, AJ_MAIL_UPDATE) ||
         g_str_equal (use, AJ_MAIL_CANCELLATION);
}

static gboolean
check_words (const char *use, GError **error)
{
  if (!is_use (use))
    return aj_cli_fail_usage (error,
                              _ ("There is no such mail. Choose invitation, update, cancellation, "
                                 "speaker, speaker-cancellation, agenda, minutes or "
                                 "proposal-declined."));
  if (meeting_word == NULL)
    return aj_cli_fail_usage (error, _ ("Say of which meeting: --meeting MEETING."));
  if (output_word == NULL)
    return aj_cli_fail_usage (error, _ ("The file to write is missing. Add: --output FILE.eml"));
  if (is_to_speaker (use) != (item_word != NULL))
    return aj_cli_fail_usage (
        error, _ ("A mail to a speaker is about an item of the agenda: --item ITEM. So "
                  "may a cancellation be, and nothing else."));
  if (g_str_equal (use, AJ_MAIL_PROPOSAL_DECLINED) ? attendance_word == NULL
                                                   : attendance_word != NULL && !is_letter (use))
    return aj_cli_fail_usage (
        error, _ ("Say whose proposal is declined: --attendance PERSON. So may an invitation, a "
                  "change or a cancellation be for one person, and nothing else."));
  return TRUE;
}

/* The id of a part of the meeting in @id (transfer full); NULL for no word. */
static gboolean
resolve_part (AjCli *cli,
              const AjRecordType *type,
              const char *meeting,
              const char *word,
              char **id,
              GError **error)
{
  if (word == NULL)
    return TRUE;
  aj_cli_set_where (cli, word);
  *id = aj_cli_resolve_part (cli, type, meeting, word, error);
  return *id != NULL;
}

static gboolean
is_meant (const AjInvitee *invitee, const char *word)
{
  const AjValues *attendance = invitee->attendance;

  return g_strcmp0 (aj_invitee_get_id (invitee), word) == 0 ||
         (attendance != NULL && g_str_equal (aj_values_get_id (attendance), word)) ||
         aj_invitation_is_same_mail (aj_invitee_get_name (invitee), word) ||
         aj_invitation_is_same_mail (aj_invitee_get_mail (invitee), word);
}

/* (nullable): the id of the only one at the meeting who is meant, also before they were told anything. */
static const char *
find_invitee (AjCli *cli, AjMeetingFacts *facts, GError **error)
{
  GArray *invitees = aj_meeting_facts_get_invitees (facts);
  const char *id = NULL;

  aj_cli_set_where (cli, attendance_word);
  for (guint i = 0; i < invitees->len; i++)
    {
      const AjInvitee *invitee = &g_array_index (invitees, AjInvitee, i);

      if (!is_meant (invitee, attendance_word))
        continue;
      if (id != NULL)
        {
          g_set_error_literal (error, AJ_CLI_ERROR, AJ_CLI_ERROR_REFUSED,
                               _ ("Several people at the meeting are called so. Give the id of "
                                  "one: aanjager-cli list person"));
          return NULL;
        }
      id = aj_invitee_get_id (invitee);
    }
  if (id == NULL)
    g_set_error_literal (error, AJ_STORE_ERROR, AJ_STORE_ERROR_NOT_FOUND,
                         _ ("Nobody at the meeting is called so. See: aanjager-cli invitations "
                            "held MEETING"));
  return id;
}

static AjMeetingMail *
write_mail (AjCli *cli, AjMeetingFacts *facts, AjMeetingMailRequest *request, GError **error)
{
  g_autoptr (AjInvitations) invitations = NULL;
  g_autoptr (AjNetworkSettings) network = NULL;
  g_autoptr (AjMailTexts) texts = NULL;
  AjMailSender sender;

  if (attendance_word != NULL && is_letter (request->use))
    {
      request->invitee = find_invitee (cli, facts, error);
      if (request->invitee == NULL)
        return NULL;
    }
  invitations = aj_meeting_mail_prepare (facts, request);
  network = aj_network_settings_load (cli->store, error);
  texts = network != NULL ? aj_mail_texts_load (cli->store, error) : NULL;
  if (texts == NULL)
    return NULL;
  sender = (AjMailSender){ aj_network_settings_get_organiser (network),
                           aj_network_settings_get_name (network) };
  return aj_meeting_mail_write (invitations, texts, &sender, request, error);
}

/* Sending the agenda is done on the checklist, as in the window; who does not send it after all takes that back. Receives what was
 * ticked off, (transfer full) (nullable). */
static gboolean
tick_agenda (AjCli *cli, AjMeetingFacts *facts, const char *use, char **ticked, GError **error)
{
  g_autoptr (AjEdit) edit = NULL;

  if (!g_str_equal (use, AJ_MAIL_AGENDA) || aj_store_is_read_only (cli->store))
    return TRUE;
  edit = aj_known_steps_make_edit (cli->store, facts, AJ_STEP_AGENDA);
  if (edit == NULL)
    return TRUE;
  *ticked = g_strdup (aj_edit_get_label (edit));
  return aj_edit_commit (edit, error);
}

static void
print_ticked (const char *ticked)
{
  g_autofree char *sentence = NULL;

  if (ticked == NULL)
    return;
  /* Translators: a line of history: “Send the agenda” is done. */
  sentence = g_strdup_printf (_ ("On the checklist: %s. To take that back: aanjager-cli undo"),
                              ticked);
  aj_cli_print_line (sentence);
}

static void
print_written (AjCli *cli, AjMeetingMail *mail, const char *ticked)
{
  g_autofree char *shown = g_filename_display_name (output_word);
  g_autofree char *sentence = NULL;
  JsonObject *object;

  aj_cli_warn_of_places (mail);
  warn_of_papers (mail);
  if (cli->json)
    {
      object = json_object_new ();
      json_object_set_string_member (object, "file", shown);
      json_object_set_array_member (object, "to", aj_cli_list_addresses (mail));
      if (ticked != NULL)
        json_object_set_string_member (object, "done", ticked);
      aj_cli_print_json_object (object);
      return;
    }
  /* Translators: the name of a file. */
  sentence = g_strdup_printf (_ ("Written to %s."), shown);
  aj_cli_print_line (sentence);
  print_ticked (ticked);
}

gboolean
aj_cli_run_mail (AjCli *cli, char **arguments, GError **error)
{
  AjMeetingMailRequest request = { .use = find_use (arguments[0]), .with_agenda = with_agenda };
  g_autofree char *meeting = NULL;
  g_autofree char *item = NULL;
  g_autofree char *attendance = NULL;
  g_autofree char *shown = NULL;
  g_autofree char *ticked = NULL;
  g_autoptr (AjMeetingFacts) facts = NULL;
  g_autoptr (AjMeetingMail) mail = NULL;

  aj_cli_set_where (cli, arguments[0]);
  if (!check_words (request.use, error) || aj_cli_open_store (cli, error) == NULL)
    return FALSE;
  aj_cli_set_where (cli, meeting_word);
  meeting = aj_cli_resolve (cli, &aj_meeting_record_type, meeting_word, error);
  if (meeting == NULL ||
      !resolve_part (cli, &aj_agenda_item_record_type, meeting, item_word, &item, error) ||
      !resolve_part (cli, &aj_attendance_record_type, meeting,
                     is_letter (request.use) ? NULL : attendance_word, &attendance, error))
    return FALSE;
  request.item = item;
  request.attendance = attendance;
  request.stamp = aj_clock_get_unix (cli->clock);
  request.data_path = aj_store_get_path (cli->store);
  aj_cli_set_where (cli, meeting_word);
  facts = aj_meeting_facts_load (cli->store, NULL, meeting, error);
  mail = facts != NULL ? write_mail (cli, facts, &request, error) : NULL;
  if (mail == NULL)
    return FALSE;
  shown = g_filename_display_name (output_word);
  aj_cli_set_where (cli, shown);
  if (!aj_output_file_write_bytes (output_word, mail->bytes, AJ_OUTPUT_FILE_PRIVATE, error) ||
      !tick_agenda (cli, facts, request.use, &ticked, error))
    return FALSE;
  print_written (cli, mail, ticked);
  if (with_agenda || g_str_equal (request.use, AJ_MAIL_AGENDA))
    aj_cli_warn_of_agenda (cli, meeting);
  return TRUE;
}
