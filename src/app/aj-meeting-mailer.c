/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-meeting-mailer.h"

#include <glib/gi18n.h>

#include "aj-feedback.h"
#include "aj-known-steps.h"
#include "aj-mail-draft.h"
#include "aj-mail-file.h"

/* A mail on its way to the mail program. */
typedef struct
{
  GtkWidget *from;            /* (nullable): weak */
  AjServices *services;       /* (owned) */
  AjInvitations *invitations; /* (owned) (nullable): until they are written */
  AjMeetingFacts *facts;      /* (owned) (nullable): theirs, from then on */
  AjMeetingMailRequest request;
  char *use;           /* (owned): of the request */
  char *item;          /* (owned) (nullable): of the request */
  char *invitee;       /* (owned) (nullable): of the request */
  char *attendance;    /* (owned) (nullable): of the request */
  char *proposal;      /* (owned) (nullable): of the request */
  AjMeetingMail *mail; /* (owned) (nullable): once it is written */
} Mailing;

static void
mailing_free (Mailing *mailing)
{
  g_clear_weak_pointer (&mailing->from);
  g_object_unref (mailing->services);
  g_clear_pointer (&mailing->invitations, aj_invitations_free);
  g_clear_pointer (&mailing->facts, aj_meeting_facts_unref);
  g_clear_pointer (&mailing->mail, aj_meeting_mail_free);
  g_free (mailing->use);
  g_free (mailing->item);
  g_free (mailing->invitee);
  g_free (mailing->attendance);
  g_free (mailing->proposal);
  g_free (mailing);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Mailing, mailing_free)

/* What went into it is what it was when it was written: the meeting may move while the mails are sent. */
static void
keep_letters (Mailing *mailing)
{
  aj_outbox_add (aj_services_get_outbox (mailing->services),
                 aj_meeting_mail_prepare (mailing->facts, &mailing->request), &mailing->request);
}

/* Sending the agenda is done on the checklist; who closes the draft takes that back. */
static void
tick_agenda (Mailing *mailing)
{
  AjStore *store = aj_services_get_store (mailing->services);
  g_autoptr (AjEdit) edit = NULL;

  if (!g_str_equal (mailing->use, AJ_MAIL_AGENDA) || aj_store_is_read_only (store))
    return;
  edit = aj_known_steps_make_edit (store, mailing->facts, AJ_STEP_AGENDA);
  if (edit != NULL)
    aj_feedback_commit (mailing->from, edit, AJ_COMMIT_OFFER_UNDO, NULL, NULL);
}

/* What could not be filled in is worth more than that all went well. */
static void
tell_opened (Mailing *mailing)
{
  g_autofree char *sentence = NULL;

  if (mailing->mail->left_out[0] != NULL)
    {
      sentence = g_strdup_printf (
          /* Translators: the name of a file. */
          _ ("A draft is opened in your mail program. “%s” is not with it: it is not there, or too "
             "large."),
          mailing->mail->left_out[0]);
      aj_feedback_say (mailing->from, sentence);
      return;
    }
  if (mailing->mail->unknown[0] == NULL)
    {
      aj_feedback_say (mailing->from, _ ("A draft is opened in your mail program."));
      return;
    }
  sentence = g_strdup_printf (
      /* Translators: a word in braces. */
      _ ("A draft is opened in your mail program. “{%s}” in it could not be filled in."),
      mailing->mail->unknown[0]);
  aj_feedback_say (mailing->from, sentence);
}

/* Where the file is that the draft has not. */
static const char *
tell_attachment (Mailing *mailing)
{
  if (g_str_equal (mailing->use, AJ_MAIL_AGENDA) || g_str_equal (mailing->use, AJ_MAIL_MINUTES))
    return _ ("Your mail program opens no drafts with attachments: attach the file yourself.");
  return _ ("Your mail program opens no drafts with attachments. Save the calendar file under "
            "“Invitations” of the meeting, and attach it yourself.");
}

/* The mail without what would be attached. */
static void
open_bare (Mailing *mailing)
{
  g_autoptr (AjGroupMail) mail = g_new0 (AjGroupMail, 1);

  mail->addresses = g_strdupv (mailing->mail->addresses);
  mail->without = g_new0 (char *, 1);
  aj_mail_draft_open_with_text (mailing->from, mail, AJ_MAILTO_TO, mailing->mail->subject,
                                mailing->mail->body, tell_attachment (mailing));
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Mailing) mailing = user_data;
  g_autoptr (GError) error = NULL;
  gboolean is_opened = aj_mail_file_open_finish (result, &error);

  if (is_opened)
    keep_letters (mailing);
  if (mailing->from == NULL || gtk_widget_get_root (mailing->from) == NULL)
    return;
  if (error != NULL)
    aj_feedback_error (mailing->from, error);
  else if (is_opened)
    tell_opened (mailing);
  else
    {
      open_bare (mailing);
      keep_letters (mailing);
    }
  if (error == NULL)
    tick_agenda (mailing);
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Mailing) mailing = user_data;
  g_autoptr (GError) error = NULL;

  mailing->mail = aj_meeting_mail_write_finish (result, &error);
  if (mailing->from == NULL || gtk_widget_get_root (mailing->from) == NULL)
    return;
  if (mailing->mail == NULL)
    {
      aj_feedback_error (mailing->from, error);
      return;
    }
  aj_mail_file_open_async (GTK_WINDOW (gtk_widget_get_root (mailing->from)),
                           mailing->mail->file_name, mailing->mail->bytes, opened_cb, mailing);
  g_steal_pointer (&mailing);
}

static void
texts_loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Mailing) mailing = user_data;
  AjNetworkSettings *network = aj_services_get_network (mailing->services);
  g_autoptr (GError) error = NULL;
  g_autoptr (AjMailTexts) texts = aj_mail_texts_load_finish (AJ_STORE (source), result, &error);
  const AjMailSender sender = { aj_network_settings_get_organiser (network),
                                aj_network_settings_get_name (network) };

  if (mailing->from == NULL)
    return;
  if (texts == NULL)
    {
      aj_feedback_error (mailing->from, error);
      return;
    }
  mailing->facts = aj_meeting_facts_ref (aj_invitations_get_facts (mailing->invitations));
  aj_meeting_mail_write_async (g_steal_pointer (&mailing->invitations), texts, &sender,
                               &mailing->request, written_cb, mailing);
  g_steal_pointer (&mailing);
}

static Mailing *
mailing_new (GtkWidget *from, AjServices *services, const AjMeetingMailRequest *request)
{
  Mailing *mailing = g_new0 (Mailing, 1);

  g_set_weak_pointer (&mailing->from, from);
  mailing->services = g_object_ref (services);
  mailing->use = g_strdup (request->use);
  mailing->item = g_strdup (request->item);
  mailing->invitee = g_strdup (request->invitee);
  mailing->attendance = g_strdup (request->attendance);
  mailing->proposal = g_strdup (request->proposal);
  mailing->request = (AjMeetingMailRequest){
    .use = mailing->use,
    .with_agenda = request->with_agenda,
    .item = mailing->item,
    .invitee = mailing->invitee,
    .attendance = mailing->attendance,
    /* As long as the services are there. */
    .data_path = aj_store_get_path (aj_services_get_store (services)),
    .proposal = mailing->proposal,
    .stamp = aj_clock_get_unix (aj_services_get_clock (services)),
  };
  return mailing;
}

static void
facts_loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Mailing) mailing = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (AjMeetingFacts) facts = aj_meeting_facts_load_finish (AJ_STORE (source), result,
                                                                   &error);

  if (mailing->from == NULL)
    return;
  if (facts == NULL)
    {
      aj_feedback_error (mailing->from, error);
      return;
    }
  mailing->invitations = aj_meeting_mail_prepare (facts, &mailing->request);
  aj_mail_texts_load_async (AJ_STORE (source), NULL, texts_loaded_cb, mailing);
  g_steal_pointer (&mailing);
}

void
aj_meeting_mailer_open (GtkWidget *from,
                        AjServices *services,
                        AjMeetingFacts *facts,
                        const AjMeetingMailRequest *request)
{
  Mailing *mailing = mailing_new (from, services, request);

  mailing->invitations = aj_meeting_mail_prepare (facts, &mailing->request);
  aj_mail_texts_load_async (aj_services_get_store (services), NULL, texts_loaded_cb, mailing);
}

void
aj_meeting_mailer_open_for (GtkWidget *from,
                            AjServices *services,
                            const char *meeting_id,
                            const AjMeetingMailRequest *request)
{
  aj_meeting_facts_load_async (aj_services_get_store (services), NULL, meeting_id, NULL,
                               facts_loaded_cb, mailing_new (from, services, request));
}

guint
aj_meeting_mailer_open_for_speakers (GtkWidget *from,
                                     AjServices *services,
                                     AjInvitations *invitations,
                                     const char *item,
                                     gboolean with_agenda)
{
  GArray *owed = aj_speakers_get_owed (aj_invitations_get_speakers (invitations));
  guint n = 0;

  for (guint i = 0; i < owed->len; i++)
    {
      const AjSpeakerLetter *letter = &g_array_index (owed, AjSpeakerLetter, i);
      const AjMeetingMailRequest request = {
        .use = aj_meeting_mail_get_speaker_use (letter->letter.kind),
        .with_agenda = with_agenda,
        .item = aj_values_get_id (letter->speaker->item),
      };

      if (item != NULL && !g_str_equal (request.item, item))
        continue;
      aj_meeting_mailer_open (from, services, aj_invitations_get_facts (invitations), &request);
      n++;
    }
  return n;
}

/* Who is told that letters are out. */
typedef struct
{
  GtkWidget *from;  /* (owned) */
  AjOutbox *outbox; /* (owned) */
} Noting;

/* What was owed is gone from sight, so it is said where it went; a note is no step of undo. */
static void
noted_cb (AjEdit *edit, const GError *error, gpointer user_data)
{
  Noting *noting = user_data;

  aj_outbox_settle (noting->outbox, error == NULL);
  if (error == NULL)
    aj_feedback_say (noting->from, aj_edit_get_label (edit));
  g_object_unref (noting->from);
  g_object_unref (noting->outbox);
  g_free (noting);
}

void
aj_meeting_mailer_note_sent (GtkWidget *from,
                             AjServices *services,
                             const char *meeting,
                             const char *item,
                             GPtrArray *else_of)
{
  AjOutbox *outbox = aj_services_get_outbox (services);
  AjStore *store = aj_services_get_store (services);
  gint64 now = aj_clock_get_unix (aj_services_get_clock (services));
  g_autoptr (AjEdit) note = NULL;
  Noting *noting;

  /* A second press, before the first is done, may stand on what was shown in between and nobody mailed. */
  if (aj_outbox_is_noting (outbox))
    return;
  note = aj_outbox_note (outbox, meeting, item, store, now);
  if (note == NULL && aj_outbox_has_any (outbox, meeting))
    {
      aj_feedback_say (from, _ ("Mail the other letters to the same people first."));
      return;
    }
  if (note == NULL && else_of != NULL)
    note = aj_invitations_note_all_sent (else_of, store, now);
  if (note == NULL)
    return;
  noting = g_new (Noting, 1);
  *noting = (Noting){ g_object_ref (from), g_object_ref (outbox) };
  aj_feedback_commit (from, note, AJ_COMMIT_QUIET, noted_cb, noting);
}
