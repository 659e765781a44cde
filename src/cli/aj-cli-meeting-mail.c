/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-cli-meeting-mail.h"

#include <glib/gi18n-lib.h>

#include "aj-agenda-item.h"
#include "aj-attendance.h"
#include "aj-cli-agenda.h"
#include "aj-cli-arguments.h"
#include "aj-cli-families.h"
#include "aj-cli-output.h"
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
    N_ ("Of a proposal that is declined: whoever made it, by their name or the id of their "
        "attendance"),
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
  if (g_str_equal (use, AJ_MAIL_PROPOSAL_DECLINED) != (attendance_word != NULL))
    return aj_cli_fail_usage (error,
                              _ ("A proposal that is declined, and only that, is of an attendance: "
                                 "--attendance PERSON."));
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

static AjMeetingMail *
write_mail (AjCli *cli, const char *meeting, const AjMeetingMailRequest *request, GError **error)
{
  g_autoptr (AjMeetingFacts) facts = aj_meeting_facts_load (cli->store, NULL, meeting, error);
  g_autoptr (AjInvitations) invitations = facts != NULL ? aj_invitations_new (facts) : NULL;
  g_autoptr (AjNetworkSettings) network = NULL;
  g_autoptr (AjMailTexts) texts = NULL;
  AjMailSender sender;

  if (invitations == NULL)
    return NULL;
  network = aj_network_settings_load (cli->store, error);
  texts = network != NULL ? aj_mail_texts_load (cli->store, error) : NULL;
  if (texts == NULL)
    return NULL;
  sender = (AjMailSender){ aj_network_settings_get_organiser (network),
                           aj_network_settings_get_name (network) };
  return aj_meeting_mail_write (invitations, texts, &sender, request, error);
}

static void
print_written (AjCli *cli, AjMeetingMail *mail)
{
  g_autofree char *shown = g_filename_display_name (output_word);
  g_autofree char *sentence = NULL;
  JsonObject *object;

  aj_cli_warn_of_places (mail);
  if (cli->json)
    {
      object = json_object_new ();
      json_object_set_string_member (object, "file", shown);
      json_object_set_array_member (object, "to", aj_cli_list_addresses (mail));
      aj_cli_print_json_object (object);
      return;
    }
  /* Translators: the name of a file. */
  sentence = g_strdup_printf (_ ("Written to %s."), shown);
  aj_cli_print_line (sentence);
}

gboolean
aj_cli_run_mail (AjCli *cli, char **arguments, GError **error)
{
  AjMeetingMailRequest request = { .use = find_use (arguments[0]), .with_agenda = with_agenda };
  g_autofree char *meeting = NULL;
  g_autofree char *item = NULL;
  g_autofree char *attendance = NULL;
  g_autofree char *shown = NULL;
  g_autoptr (AjMeetingMail) mail = NULL;

  aj_cli_set_where (cli, arguments[0]);
  if (!check_words (request.use, error) || aj_cli_open_store (cli, error) == NULL)
    return FALSE;
  aj_cli_set_where (cli, meeting_word);
  meeting = aj_cli_resolve (cli, &aj_meeting_record_type, meeting_word, error);
  if (meeting == NULL ||
      !resolve_part (cli, &aj_agenda_item_record_type, meeting, item_word, &item, error) ||
      !resolve_part (cli, &aj_attendance_record_type, meeting, attendance_word, &attendance, error))
    return FALSE;
  request.item = item;
  request.attendance = attendance;
  request.stamp = aj_clock_get_unix (cli->clock);
  aj_cli_set_where (cli, meeting_word);
  mail = write_mail (cli, meeting, &request, error);
  if (mail == NULL)
    return FALSE;
  shown = g_filename_display_name (output_word);
  aj_cli_set_where (cli, shown);
  if (!aj_output_file_write_bytes (output_word, mail->bytes, AJ_OUTPUT_FILE_PRIVATE, error))
    return FALSE;
  print_written (cli, mail);
  if (with_agenda || g_str_equal (request.use, AJ_MAIL_AGENDA))
    aj_cli_warn_of_agenda (cli, meeting);
  return TRUE;
}
