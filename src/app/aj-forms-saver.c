/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-forms-saver.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "aj-dialog.h"
#include "aj-feedback.h"
#include "aj-file-chooser.h"
#include "aj-form-drafts.h"
#include "aj-progress-frame.h"

/* Forms that were asked for, from what they are filled in with to the note that they are out. */
typedef struct
{
  GtkWidget *from;           /* (nullable): weak */
  AjServices *services;      /* (owned) */
  AjChaseOutbox *outbox;     /* (owned) */
  char *edition;             /* (owned) */
  char *folder;              /* (owned) (nullable): once it is chosen */
  AjFormDrafts *drafts;      /* (owned) (nullable): once they are made */
  GCancellable *cancellable; /* (owned) */
} Saving;

static void
saving_free (Saving *saving)
{
  g_clear_weak_pointer (&saving->from);
  g_clear_pointer (&saving->drafts, aj_form_drafts_free);
  g_object_unref (saving->services);
  g_object_unref (saving->outbox);
  g_object_unref (saving->cancellable);
  g_free (saving->edition);
  g_free (saving->folder);
  g_free (saving);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Saving, saving_free)

static gboolean
is_shown (Saving *saving)
{
  return saving->from != NULL && gtk_widget_get_root (saving->from) != NULL;
}

static void
end_progress (Saving *saving)
{
  AjProgressFrame *frame = is_shown (saving) ? aj_progress_frame_find (saving->from) : NULL;

  if (frame != NULL)
    aj_progress_frame_end (frame);
}

static void
tell_failure (Saving *saving, const GError *error)
{
  end_progress (saving);
  if (is_shown (saving))
    aj_feedback_error (saving->from, error);
}

static void
noted_cb (AjEdit *edit, const GError *error, gpointer user_data)
{
  g_autoptr (AjChaseOutbox) outbox = user_data;

  aj_chase_outbox_settle (outbox, error == NULL);
}

/* One edit, of all that were written. */
static void
note (Saving *saving)
{
  AjStore *store = aj_services_get_store (saving->services);
  GPtrArray *mails = saving->drafts->mails;
  g_autoptr (GHashTable) municipalities = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (AjEdit) edit = NULL;

  for (guint i = 0; i < mails->len; i++)
    {
      const AjChaseMail *mail = mails->pdata[i];

      for (guint k = 0; k < mail->asked->len; k++)
        g_hash_table_add (municipalities, ((AjAsked *) mail->asked->pdata[k])->municipality);
    }
  if (!is_shown (saving))
    return;
  edit = aj_chase_outbox_note (saving->outbox, aj_chase_book_get_facts (saving->drafts->book),
                               municipalities, store, aj_services_get_today (saving->services),
                               aj_store_get_author (store));
  if (edit != NULL)
    aj_feedback_commit (saving->from, edit, AJ_COMMIT_OFFER_UNDO, noted_cb,
                        g_object_ref (saving->outbox));
}

static void
response_cb (Saving *saving, const char *response)
{
  if (g_str_equal (response, "out"))
    note (saving);
}

static void
saving_closed_cb (gpointer data, GClosure *closure)
{
  saving_free (data);
}

/* What is out is known by who sends it. Takes @saving. */
static void
ask_whether_out (Saving *saving)
{
  guint n = saving->drafts->mails->len;
  g_autofree char *title = g_strdup_printf (ngettext ("%u Mail Is in the Folder",
                                                      "%u Mails Are in the Folder", n),
                                            n);
  GtkWidget *dialog = adw_message_dialog_new (
      NULL, title,
      _ ("Each has its form attached. Open them in your mail program and send them. Are they out, "
         "then it is noted of each municipality that it was asked."));

  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "later", _ ("_Note Nothing"),
                                    "out", _ ("_They Are Out"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "out",
                                              ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "later");
  aj_dialog_set_parent (GTK_WINDOW (dialog), GTK_WINDOW (gtk_widget_get_root (saving->from)));
  g_signal_connect_data (dialog, "response", G_CALLBACK (response_cb), saving, saving_closed_cb,
                         G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* (transfer full) */
static char *
describe_written (const AjFormDrafts *drafts)
{
  guint n = drafts->n_forms;

  if (drafts->mails->len > 0)
    return g_strdup_printf (ngettext ("%u form is written", "%u forms are written", n), n);
  return g_strdup_printf (ngettext ("%u form is written, and no mails: nobody is waited for",
                                    "%u forms are written, and no mails: nobody is waited for", n),
                          n);
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Saving) saving = user_data;
  GPtrArray *mails = saving->drafts->mails;
  g_autoptr (GError) error = NULL;
  g_autofree char *sentence = NULL;

  for (guint i = 0; i < saving->drafts->n_saved; i++)
    aj_chase_outbox_add (saving->outbox, saving->edition, mails->pdata[i]);
  g_task_propagate_boolean (G_TASK (result), &error);
  if (error != NULL)
    {
      tell_failure (saving, error);
      return;
    }
  end_progress (saving);
  if (!is_shown (saving))
    return;
  sentence = describe_written (saving->drafts);
  aj_feedback_say (saving->from, sentence);
  if (mails->len > 0 && !aj_store_is_read_only (aj_services_get_store (saving->services)))
    ask_whether_out (g_steal_pointer (&saving));
}

static void
save_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Saving *saving = data;
  GError *error = NULL;

  if (aj_form_drafts_save (saving->drafts, saving->folder, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
made_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Saving) saving = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GTask) task = NULL;

  saving->drafts = aj_form_drafts_load_finish (AJ_STORE (source), result, &error);
  if (saving->drafts == NULL)
    {
      tell_failure (saving, error);
      return;
    }
  task = g_task_new (NULL, saving->cancellable, saved_cb, saving);
  /* What is on disk is there, also when somebody stops it then. */
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_source_tag (task, aj_forms_saver_save);
  g_task_set_task_data (task, saving, NULL);
  g_steal_pointer (&saving);
  g_task_run_in_thread (task, save_in_thread);
}

static void
progress_cb (guint n_written, guint n_all, gpointer user_data)
{
  Saving *saving = user_data;
  AjProgressFrame *frame = is_shown (saving) ? aj_progress_frame_find (saving->from) : NULL;

  if (frame != NULL)
    aj_progress_frame_set_count (frame, n_written, n_all);
}

static Saving *
saving_new (GtkWidget *from, AjServices *services, AjChaseOutbox *outbox, const char *edition)
{
  Saving *saving = g_new0 (Saving, 1);

  g_set_weak_pointer (&saving->from, from);
  saving->services = g_object_ref (services);
  saving->outbox = g_object_ref (outbox);
  saving->edition = g_strdup (edition);
  saving->cancellable = g_cancellable_new ();
  return saving;
}

/* Takes @saving. */
static void
begin (Saving *saving)
{
  AjProgressFrame *frame = aj_progress_frame_find (saving->from);
  AjNetworkSettings *network = aj_services_get_network (saving->services);
  const AjFormDraftsRequest request = {
    .edition = saving->edition,
    .today = aj_services_get_today (saving->services),
    .sender = { aj_network_settings_get_organiser (network),
                aj_network_settings_get_name (network) },
  };

  if (frame != NULL)
    aj_progress_frame_begin (frame, _ ("Writing the forms…"), saving->cancellable);
  aj_form_drafts_load_async (aj_services_get_store (saving->services), &request,
                             saving->cancellable, progress_cb, saving, made_cb, saving);
}

static void
folder_chosen_cb (GtkWindow *window, const char *path, gpointer user_data)
{
  g_autoptr (Saving) saving = user_data;

  if (path == NULL || !is_shown (saving))
    return;
  saving->folder = g_strdup (path);
  begin (g_steal_pointer (&saving));
}

void
aj_forms_saver_save (GtkWidget *from,
                     AjServices *services,
                     AjChaseOutbox *outbox,
                     const char *edition)
{
  aj_file_chooser_folder (GTK_WINDOW (gtk_widget_get_root (from)), _ ("Write Forms and Mails In"),
                          folder_chosen_cb, saving_new (from, services, outbox, edition));
}

void
aj_forms_saver_write (GtkWidget *from,
                      AjServices *services,
                      AjChaseOutbox *outbox,
                      const char *edition,
                      const char *folder)
{
  Saving *saving = saving_new (from, services, outbox, edition);

  saving->folder = g_strdup (folder);
  begin (saving);
}
