/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-meeting-mail.h"

#include <string.h>

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "aj-agenda.h"
#include "aj-calendar-event.h"
#include "aj-error.h"
#include "aj-meeting-report.h"
#include "aj-meeting.h"
#include "aj-paper-folder.h"
#include "aj-text.h"
#include "aj-unsent-mail.h"

/* What many a mailbox takes, less what a mail adds to its attachments. */
#define MAX_PAPERS_BYTES (15 * 1024 * 1024)

/* A mail that is being written. */
typedef struct
{
  AjInvitations *invitations;          /* (borrowed) */
  AjMeetingFacts *facts;               /* (borrowed): theirs */
  const AjValues *meeting;             /* (borrowed): theirs */
  const AjMailSender *sender;          /* (borrowed) */
  const AjMeetingMailRequest *request; /* (borrowed) */
  AjSpeakerLetter letter;              /* of a mail about an item: what is told, if anything */
  GArray *to; /* (owned) (element-type AjMailbox): names and addresses of the facts */
  const char *values[AJ_MAIL_N_PLACES]; /* (borrowed): what fills the places */
  gboolean is_date_theirs;              /* who read it hold different dates: none is named */
  GPtrArray *kept;                      /* (owned) (element-type utf8): what was made for them */
  GArray *attachments;                  /* (owned) (element-type AjMailAttachment) */
  GStrvBuilder *left_out;               /* (owned) */
} Writing;

static void
writing_clear (Writing *self)
{
  g_clear_pointer (&self->to, g_array_unref);
  g_clear_pointer (&self->kept, g_ptr_array_unref);
  for (guint i = 0; self->attachments != NULL && i < self->attachments->len; i++)
    g_bytes_unref (g_array_index (self->attachments, AjMailAttachment, i).bytes);
  g_clear_pointer (&self->attachments, g_array_unref);
  g_clear_pointer (&self->left_out, g_strv_builder_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Writing, writing_clear)

void
aj_meeting_mail_free (AjMeetingMail *self)
{
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_free (self->file_name);
  g_free (self->subject);
  g_free (self->body);
  g_strfreev (self->addresses);
  g_strfreev (self->unknown);
  g_strfreev (self->left_out);
  g_free (self);
}

const char *
aj_meeting_mail_get_use (AjLetterKind kind)
{
  static const char *const uses[] = { AJ_MAIL_INVITATION, AJ_MAIL_UPDATE, AJ_MAIL_CANCELLATION };

  return uses[kind];
}

const char *
aj_meeting_mail_get_speaker_use (AjLetterKind kind)
{
  return kind == AJ_LETTER_CANCEL ? AJ_MAIL_SPEAKER_CANCELLATION : AJ_MAIL_SPEAKER;
}

/* FALSE for a mail that is no letter. */
static gboolean
find_kind (const char *use, AjLetterKind *kind)
{
  for (guint i = AJ_LETTER_REQUEST; i <= AJ_LETTER_CANCEL; i++)
    if (g_str_equal (use, aj_meeting_mail_get_use ((AjLetterKind) i)))
      {
        *kind = (AjLetterKind) i;
        return TRUE;
      }
  return FALSE;
}

gboolean
aj_meeting_mail_is_owed (AjInvitations *invitations, const char *use)
{
  GArray *owed = aj_invitations_get_owed (invitations);
  AjLetterKind kind;

  for (guint i = 0; find_kind (use, &kind) && i < owed->len; i++)
    if (g_array_index (owed, AjOwedLetter, i).kind == kind)
      return TRUE;
  return FALSE;
}

static void
add_recipient (Writing *self, const char *name, const char *mail)
{
  AjMailbox mailbox = { name, mail };

  if (mail != NULL && aj_text_is_mail_address (mail))
    g_array_append_val (self->to, mailbox);
}

static void
add_owed (Writing *self, AjLetterKind kind)
{
  GArray *owed = aj_invitations_get_owed (self->invitations);

  for (guint i = 0; i < owed->len; i++)
    {
      const AjOwedLetter *letter = &g_array_index (owed, AjOwedLetter, i);

      if (letter->kind == kind)
        add_recipient (self, aj_invitee_get_name (letter->invitee), letter->mail);
    }
}

/* All who are invited, or only whose attendance is asked for. */
static void
add_invited (Writing *self, const char *attendance)
{
  GArray *invitees = aj_meeting_facts_get_invitees (self->facts);

  for (guint i = 0; i < invitees->len; i++)
    {
      const AjInvitee *invitee = &g_array_index (invitees, AjInvitee, i);
      const char *id = invitee->attendance != NULL ? aj_values_get_id (invitee->attendance) : NULL;

      if (attendance != NULL ? g_strcmp0 (id, attendance) == 0 : invitee->is_invited)
        add_recipient (self, aj_invitee_get_name (invitee), aj_invitee_get_mail (invitee));
    }
}

/* Whoever speaks about the item, else whoever holds the appointment that is off. With the mail goes the appointment, unless
 * who speaks is invited to the whole meeting, or is to be asked first. */
static void
add_speaker (Writing *self, gboolean is_cancel)
{
  const AjSpeaker *speaker = aj_speakers_find (aj_invitations_get_speakers (self->invitations),
                                               self->request->item);
  AjLetter letters[AJ_INVITATION_MAX_LETTERS];
  guint n = speaker != NULL ? aj_appointment_list_owed (&speaker->appointment, letters) : 0;

  if (speaker == NULL)
    return;
  self->values[AJ_MAIL_PLACE_ITEM] = aj_values_get_text (speaker->item, "name");
  if (is_cancel ? n > 0 && letters[0].kind == AJ_LETTER_CANCEL
                : aj_appointment_is_expected (&speaker->appointment))
    self->letter = (AjSpeakerLetter){
      speaker, is_cancel ? letters[0] : (AjLetter){ AJ_LETTER_REQUEST, speaker->appointment.mail }
    };
  if (self->letter.speaker != NULL)
    add_recipient (self, aj_speaker_letter_get_name (&self->letter), self->letter.letter.mail);
  else if (!is_cancel && speaker->person != NULL)
    add_recipient (self, aj_values_get_text (speaker->person, "name"), speaker->appointment.mail);
}

static gboolean
add_recipients (Writing *self, GError **error)
{
  const char *use = self->request->use;
  AjLetterKind kind;

  if (self->request->item != NULL)
    add_speaker (self, g_str_equal (use, AJ_MAIL_SPEAKER_CANCELLATION));
  else if (find_kind (use, &kind))
    add_owed (self, kind);
  else
    add_invited (self, self->request->attendance);
  if (self->to->len > 0)
    return TRUE;
  g_set_error_literal (
      error, AJ_ERROR, AJ_ERROR_NOT_FOUND,
      self->request->invitee != NULL
          ? _ ("That mail is not for them: an invitation or a change is for who is invited and has "
               "an address, a cancellation for who was told and should not come.")
          : _ ("There is no mail address to write to."));
  return FALSE;
}

/* Keeps what was made for a place. */
static void
fill (Writing *self, AjMailPlace place, char *text)
{
  g_ptr_array_add (self->kept, text);
  self->values[place] = text;
}

/* As on the agenda, with the times of the clock. */
static char *
list_agenda (Writing *self)
{
  GPtrArray *agenda = aj_meeting_facts_get_agenda (self->facts);
  g_autoptr (GArray) slots = aj_agenda_time (self->meeting, agenda);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < agenda->len; i++)
    {
      const AjValues *item = agenda->pdata[i];
      g_autofree char *clock = NULL;

      if (!aj_agenda_is_kept (item))
        continue;
      if (i < slots->len)
        clock = aj_time_of_day_to_string (g_array_index (slots, AjAgendaSlot, i).start.minute);
      g_string_append_printf (text, "%s%s%s%s", text->len > 0 ? "\n" : "",
                              clock != NULL ? clock : "", clock != NULL ? "  " : "",
                              aj_values_get_text (item, "name"));
    }
  return g_strdup (text->str);
}

static char *
format_start (const AjWallTime *start)
{
  g_autofree char *day = aj_date_format_long (start->date);
  g_autofree char *from = aj_time_of_day_to_string (start->minute);

  /* Translators: a day, and a time of that day. */
  return g_strdup_printf (_ ("%1$s, %2$s"), day, from);
}

static char *
format_proposal (Writing *self)
{
  GArray *invitees = aj_meeting_facts_get_invitees (self->facts);
  AjWallTime start;

  if (self->request->proposal != NULL && aj_wall_time_parse (self->request->proposal, &start))
    return format_start (&start);
  for (guint i = 0; i < invitees->len; i++)
    {
      const AjValues *attendance = g_array_index (invitees, AjInvitee, i).attendance;

      if (attendance == NULL ||
          g_strcmp0 (aj_values_get_id (attendance), self->request->attendance) != 0 ||
          !aj_values_get_wall_time (attendance, "proposed-starts-at", &start))
        continue;
      return format_start (&start);
    }
  return NULL;
}

/* @end: (nullable) */
static void
fill_slot (Writing *self, const AjWallTime *start, const AjWallTime *end)
{
  g_autofree char *from = aj_time_of_day_to_string (start->minute);
  g_autofree char *until = end != NULL ? aj_time_of_day_to_string (end->minute) : NULL;

  fill (self, AJ_MAIL_PLACE_DATE, aj_date_format_long (start->date));
  if (until != NULL)
    fill (self, AJ_MAIL_PLACE_TIME, g_strdup_printf ("%s–%s", from, until));
}

/* Of one item: of what is off, as it stands in the calendar. */
static void
fill_time_of_speaker (Writing *self)
{
  const AjSpeaker *speaker = self->letter.speaker;
  AjWallTime start, end;
  gboolean was_sent = aj_values_get_wall_time (speaker->item, "sent-starts-at", &start) &&
                      aj_values_get_wall_time (speaker->item, "sent-ends-at", &end);

  if (self->letter.letter.kind == AJ_LETTER_CANCEL && was_sent)
    fill_slot (self, &start, &end);
  else if (speaker->appointment.slot != NULL)
    fill_slot (self, &speaker->slot.start, &speaker->slot.end);
  if (was_sent && aj_appointment_is_old (&speaker->appointment) &&
      aj_wall_time_compare (&start, &speaker->slot.start) != 0)
    {
      g_autofree char *day = aj_date_format_long (start.date);
      g_autofree char *from = aj_time_of_day_to_string (start.minute);

      /* Translators: a day, and a time of that day. */
      fill (self, AJ_MAIL_PLACE_OLD_DATE, g_strdup_printf (_ ("%1$s, %2$s"), day, from));
    }
}

/* The start that all who are told hold in their calendars; FALSE when they differ or it is not known. */
static gboolean
find_sent_start (Writing *self, AjWallTime *common)
{
  GArray *owed = aj_invitations_get_owed (self->invitations);
  gboolean is_found = FALSE;

  for (guint i = 0; i < owed->len; i++)
    {
      const AjOwedLetter *letter = &g_array_index (owed, AjOwedLetter, i);
      AjWallTime start;

      if (letter->kind != AJ_LETTER_CANCEL)
        continue;
      if (!aj_values_get_wall_time (letter->invitee->attendance, "sent-starts-at", &start) ||
          (is_found && aj_wall_time_compare (&start, common) != 0))
        return FALSE;
      *common = start;
      is_found = TRUE;
    }
  return is_found;
}

/* Of what is off: as it stands in the calendars of those who are told, whatever became of it since. When it ends is only
 * known where it still begins then. */
static void
fill_time_of_cancellation (Writing *self)
{
  AjWallTime sent, start, end;
  gboolean is_same;

  if (!find_sent_start (self, &sent))
    {
      /* Translators: stands for a date in a mail, where those who read it hold different ones: "on the day in your calendar". */
      self->values[AJ_MAIL_PLACE_DATE] = _ ("the day in your calendar");
      self->is_date_theirs = TRUE;
      return;
    }
  is_same = aj_values_get_wall_time (self->meeting, "starts-at", &start) &&
            aj_wall_time_compare (&sent, &start) == 0 &&
            aj_values_get_wall_time (self->meeting, "ends-at", &end);
  fill_slot (self, &sent, is_same ? &end : NULL);
}

static void
fill_time (Writing *self)
{
  AjWallTime start, end;
  AjDate old = aj_invitations_get_old_date (self->invitations);

  if (old != AJ_DATE_NONE)
    fill (self, AJ_MAIL_PLACE_OLD_DATE, aj_date_format_long (old));
  if (aj_values_get_wall_time (self->meeting, "starts-at", &start))
    fill_slot (self, &start,
               aj_values_get_wall_time (self->meeting, "ends-at", &end) ? &end : NULL);
}

static void
fill_places (Writing *self)
{
  const AjValues *group = aj_meeting_facts_get_group (self->facts);
  const char *name = group != NULL ? aj_values_get_text (group, "name") : NULL;
  g_autoptr (AjValues) plain = aj_values_copy (self->meeting);

  /* That it is cancelled, the text says. */
  aj_values_set_text (plain, "state", AJ_MEETING_PLANNED);
  fill (self, AJ_MAIL_PLACE_MEETING, aj_calendar_event_dup_summary (plain, name));
  if (self->letter.speaker != NULL)
    fill_time_of_speaker (self);
  else if (g_str_equal (self->request->use, AJ_MAIL_CANCELLATION))
    fill_time_of_cancellation (self);
  else
    fill_time (self);
  fill (self, AJ_MAIL_PLACE_AGENDA, list_agenda (self));
  fill (self, AJ_MAIL_PLACE_PROPOSAL, format_proposal (self));
  self->values[AJ_MAIL_PLACE_GROUP] = name;
  self->values[AJ_MAIL_PLACE_THEME] = aj_values_get_text (self->meeting, "theme");
  self->values[AJ_MAIL_PLACE_PLACE] = aj_values_get_text (self->meeting, "place");
  self->values[AJ_MAIL_PLACE_LINK] = aj_values_get_text (self->meeting, "online-link");
  self->values[AJ_MAIL_PLACE_ORGANISER] = self->sender->organiser.name;
  /* One name under a mail is enough. */
  if (g_strcmp0 (self->sender->network, self->sender->organiser.name) != 0)
    self->values[AJ_MAIL_PLACE_NETWORK] = self->sender->network;
  /* Translators: stands for a name in a mail to several people: "Dear all,". */
  self->values[AJ_MAIL_PLACE_NAME] = self->to->len == 1
                                         ? g_array_index (self->to, AjMailbox, 0).name
                                         : C_ ("Dear …", "all");
}

/* @bytes is taken. */
static gboolean
attach (Writing *self, const char *name, const char *type, const char *method, GBytes *bytes)
{
  const AjMailAttachment attachment = { name, type, method, bytes };

  if (bytes != NULL)
    g_array_append_val (self->attachments, attachment);
  return bytes != NULL;
}

static gboolean
attach_report (Writing *self, AjMeetingReport report, GError **error)
{
  g_autoptr (AjDocument) document = aj_meeting_report_draw (self->facts, report);
  AjWallTime now = { AJ_DATE_NONE, 0 };
  g_autofree char *foot = NULL;
  char *name = g_strconcat (aj_meeting_report_get_title (report), ".pdf", NULL);

  if (aj_wall_time_from_unix (self->request->stamp, aj_values_get_text (self->meeting, "zone"),
                              &now))
    foot = aj_document_describe_printed (now.date);
  g_ptr_array_add (self->kept, name);
  return attach (self, name, "application/pdf", NULL, aj_document_to_pdf (document, foot, error));
}

/* Of all who are invited, or of one speaker. */
static gboolean
attach_calendar (Writing *self, gboolean is_cancel, GError **error)
{
  const AjOrganiser *organiser = &self->sender->organiser;
  gint64 stamp = self->request->stamp;
  GBytes *bytes;

  if (self->letter.speaker != NULL)
    bytes = aj_speakers_write (aj_invitations_get_speakers (self->invitations), &self->letter,
                               organiser, stamp, error);
  else
    bytes = aj_invitations_write (self->invitations,
                                  is_cancel ? AJ_CALENDAR_CANCEL : AJ_CALENDAR_REQUEST, organiser,
                                  stamp, error);
  /* Translators: the name of a file that people open to have a meeting in their calendar; letters and - only. */
  return attach (self, is_cancel ? _ ("cancellation.ics") : _ ("invitation.ics"), "text/calendar",
                 is_cancel ? "CANCEL" : "REQUEST", bytes);
}

/* (transfer full) (nullable): what is in the file of a paper, unless it is larger than @room. */
static GBytes *
read_paper (Writing *self, const AjValues *paper, gsize room)
{
  g_autofree char *path = aj_paper_folder_find (self->request->data_path, paper, NULL);
  GStatBuf status;
  char *contents = NULL;
  gsize length;

  if (path == NULL || g_stat (path, &status) != 0 || (gsize) status.st_size > room ||
      !g_file_get_contents (path, &contents, &length, NULL))
    return NULL;
  return g_bytes_new_take (contents, length);
}

/* The files of what is on the agenda; links stand in the agenda itself. */
static void
attach_papers (Writing *self)
{
  GPtrArray *papers = aj_meeting_facts_get_papers (self->facts);
  gsize room = MAX_PAPERS_BYTES;

  for (guint i = 0; self->request->data_path != NULL && i < papers->len; i++)
    {
      const char *name = aj_values_get_text (papers->pdata[i], "file");
      GBytes *bytes = name != NULL ? read_paper (self, papers->pdata[i], room) : NULL;
      g_autofree char *guessed = NULL;
      char *type;

      if (name != NULL && bytes == NULL)
        g_strv_builder_add (self->left_out, name);
      if (bytes == NULL)
        continue;
      room -= g_bytes_get_size (bytes);
      guessed = g_content_type_guess (name, NULL, 0, NULL);
      type = g_content_type_get_mime_type (guessed);
      if (type == NULL)
        type = g_strdup ("application/octet-stream");
      g_ptr_array_add (self->kept, type);
      attach (self, name, type, NULL, bytes);
    }
}

static gboolean
attach_all (Writing *self, GError **error)
{
  const AjMeetingMailRequest *request = self->request;
  gboolean is_agenda = g_str_equal (request->use, AJ_MAIL_AGENDA);
  AjLetterKind kind = self->letter.letter.kind;

  if (self->letter.speaker != NULL || find_kind (request->use, &kind))
    if (!attach_calendar (self, kind == AJ_LETTER_CANCEL, error))
      return FALSE;
  if (g_str_equal (request->use, AJ_MAIL_MINUTES))
    return attach_report (self, AJ_MEETING_REPORT_MINUTES, error);
  /* Who is told that it is off has no use for what is spoken about. */
  if (kind == AJ_LETTER_CANCEL || (!is_agenda && !request->with_agenda))
    return TRUE;
  if (!attach_report (self, AJ_MEETING_REPORT_AGENDA, error))
    return FALSE;
  if (is_agenda)
    attach_papers (self);
  return TRUE;
}

static char *
make_file_name (Writing *self)
{
  g_autofree char *stem = aj_invitations_dup_file_stem (self->invitations);
  const char *what = "";

  for (const AjChoice *use = aj_mail_uses; use->code != NULL; use++)
    if (g_str_equal (use->code, self->request->use))
      what = _ (use->label);
  return g_strdup_printf ("%s - %s.eml", stem, what);
}

/* (transfer full): without the comma before a date that is not there. */
static char *
make_subject (Writing *self, AjMailTexts *texts, GPtrArray *unknown)
{
  const char *text = aj_mail_texts_get_subject (texts, self->request->use);
  const char *values[AJ_MAIL_N_PLACES];
  char *subject;

  memcpy (values, self->values, sizeof values);
  if (self->is_date_theirs)
    values[AJ_MAIL_PLACE_DATE] = NULL;
  subject = aj_mail_places_fill (text, values, unknown);
  if (values[AJ_MAIL_PLACE_DATE] == NULL && g_str_has_suffix (subject, ","))
    subject[strlen (subject) - 1] = '\0';
  return subject;
}

static AjMeetingMail *
finish (Writing *self, AjMailTexts *texts)
{
  g_autoptr (AjMeetingMail) mail = g_new0 (AjMeetingMail, 1);
  g_autoptr (GPtrArray) unknown = g_ptr_array_new ();
  g_autoptr (GStrvBuilder) addresses = g_strv_builder_new ();
  const char *use = self->request->use;
  AjUnsentMail unsent;

  mail->subject = make_subject (self, texts, unknown);
  mail->body = aj_mail_places_fill (aj_mail_texts_get_body (texts, use), self->values, unknown);
  mail->file_name = make_file_name (self);
  for (guint i = 0; i < self->to->len; i++)
    g_strv_builder_add (addresses, g_array_index (self->to, AjMailbox, i).mail);
  mail->addresses = g_strv_builder_end (addresses);
  g_ptr_array_add (unknown, NULL);
  mail->unknown = (char **) g_ptr_array_free (g_steal_pointer (&unknown), FALSE);
  unsent = (AjUnsentMail){
    .from = { self->sender->organiser.name, self->sender->organiser.mail },
    .to = (const AjMailbox *) (gpointer) self->to->data,
    .n_to = self->to->len,
    .subject = mail->subject,
    .body = mail->body,
    .attachments = (const AjMailAttachment *) (gpointer) self->attachments->data,
    .n_attachments = self->attachments->len,
  };
  mail->bytes = aj_unsent_mail_write (&unsent);
  mail->left_out = g_strv_builder_end (self->left_out);
  return g_steal_pointer (&mail);
}

AjInvitations *
aj_meeting_mail_prepare (AjMeetingFacts *facts, const AjMeetingMailRequest *request)
{
  AjLetterKind kind;

  return request->invitee != NULL && find_kind (request->use, &kind)
             ? aj_invitations_new_for (facts, request->invitee, kind)
             : aj_invitations_new (facts);
}

AjMeetingMail *
aj_meeting_mail_write (AjInvitations *invitations,
                       AjMailTexts *texts,
                       const AjMailSender *sender,
                       const AjMeetingMailRequest *request,
                       GError **error)
{
  g_auto (Writing) writing = { .invitations = invitations, .sender = sender, .request = request };

  writing.facts = aj_invitations_get_facts (invitations);
  writing.meeting = aj_meeting_facts_get_meeting (writing.facts);
  writing.to = g_array_new (FALSE, FALSE, sizeof (AjMailbox));
  writing.kept = g_ptr_array_new_with_free_func (g_free);
  writing.attachments = g_array_new (FALSE, FALSE, sizeof (AjMailAttachment));
  writing.left_out = g_strv_builder_new ();
  if (!add_recipients (&writing, error) || !attach_all (&writing, error))
    return NULL;
  fill_places (&writing);
  return finish (&writing, texts);
}

/* What the other thread is told. All owned. */
typedef struct
{
  AjInvitations *invitations;
  AjMailTexts *texts;
  char *strings[9]; /* (nullable): of the sender and the request */
  AjMailSender sender;
  AjMeetingMailRequest request;
} Task;

static void
task_free (gpointer data)
{
  Task *task = data;

  aj_invitations_free (task->invitations);
  aj_mail_texts_unref (task->texts);
  for (guint i = 0; i < G_N_ELEMENTS (task->strings); i++)
    g_free (task->strings[i]);
  g_free (task);
}

static void
write_in_thread (GTask *gtask, gpointer source, gpointer data, GCancellable *cancellable)
{
  Task *task = data;
  GError *error = NULL;
  AjMeetingMail *mail = aj_meeting_mail_write (task->invitations, task->texts, &task->sender,
                                               &task->request, &error);

  if (mail != NULL)
    g_task_return_pointer (gtask, mail, (GDestroyNotify) aj_meeting_mail_free);
  else
    g_task_return_error (gtask, error);
}

void
aj_meeting_mail_write_async (AjInvitations *invitations,
                             AjMailTexts *texts,
                             const AjMailSender *sender,
                             const AjMeetingMailRequest *request,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  g_autoptr (GTask) gtask = g_task_new (NULL, NULL, callback, user_data);
  Task *task = g_new0 (Task, 1);

  task->invitations = invitations;
  task->texts = aj_mail_texts_ref (texts);
  task->request = *request;
  task->sender.organiser.name = task->strings[0] = g_strdup (sender->organiser.name);
  task->sender.organiser.mail = task->strings[1] = g_strdup (sender->organiser.mail);
  task->sender.network = task->strings[2] = g_strdup (sender->network);
  task->request.use = task->strings[3] = g_strdup (request->use);
  task->request.item = task->strings[4] = g_strdup (request->item);
  task->request.attendance = task->strings[5] = g_strdup (request->attendance);
  task->request.data_path = task->strings[8] = g_strdup (request->data_path);
  task->request.invitee = task->strings[7] = g_strdup (request->invitee);
  task->request.proposal = task->strings[6] = g_strdup (request->proposal);
  g_task_set_source_tag (gtask, aj_meeting_mail_write_async);
  g_task_set_task_data (gtask, task, task_free);
  g_task_run_in_thread (gtask, write_in_thread);
}

AjMeetingMail *
aj_meeting_mail_write_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
