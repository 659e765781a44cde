/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-forms-saver.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "aj-dialog.h"
#include "aj-edition-job.h"
#include "aj-feedback.h"
#include "aj-file-chooser.h"
#include "aj-form-drafts.h"
#include "aj-progress-frame.h"

/* Forms that were asked for, from what they are filled in with to the note that they are out. */
typedef struct
{
  GtkWidget *from;         /* (nullable): weak */
  AjServices *services;    /* (owned) */
  char *edition;           /* (owned) */
  char *folder;            /* (owned) (nullable): once it is chosen */
  AjFormBook *forms_book;  /* (owned) (nullable): once it is read */
  AjChaseBook *chase_book; /* (owned) (nullable): likewise */
  GPtrArray *forms;        /* (owned) (nullable) (element-type AjForm) */
  GPtrArray *mails;        /* (owned) (nullable) (element-type AjChaseMail) */
  char *organiser_name;    /* (owned) (nullable) */
  char *organiser_mail;    /* (owned) (nullable) */
  char *network;           /* (owned) (nullable) */
  AjDate today;
  GCancellable *cancellable; /* (owned) */
} Saving;

static void
saving_free (Saving *saving)
{
  g_clear_weak_pointer (&saving->from);
  g_clear_pointer (&saving->mails, g_ptr_array_unref);
  g_clear_pointer (&saving->forms, g_ptr_array_unref);
  g_clear_pointer (&saving->chase_book, aj_chase_book_free);
  g_clear_pointer (&saving->forms_book, aj_form_book_free);
  g_object_unref (saving->services);
  g_object_unref (saving->cancellable);
  g_free (saving->edition);
  g_free (saving->folder);
  g_free (saving->organiser_name);
  g_free (saving->organiser_mail);
  g_free (saving->network);
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

/* One edit, of all that were mailed. */
static void
note (Saving *saving)
{
  AjStore *store = aj_services_get_store (saving->services);
  g_autoptr (GPtrArray) asked = g_ptr_array_new ();
  g_autoptr (AjEdit) edit = NULL;

  for (guint i = 0; i < saving->mails->len; i++)
    {
      AjChaseMail *mail = saving->mails->pdata[i];

      for (guint k = 0; k < mail->asked->len; k++)
        g_ptr_array_add (asked, mail->asked->pdata[k]);
    }
  edit = aj_edition_job_note_asked (store, aj_chase_book_get_facts (saving->chase_book), asked,
                                    "mail", saving->today, aj_store_get_author (store));
  if (edit != NULL && is_shown (saving))
    aj_feedback_commit (saving->from, edit, AJ_COMMIT_OFFER_UNDO, NULL, NULL);
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
  guint n = saving->mails->len;
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
describe_written (guint n_forms, guint n_mails)
{
  if (n_mails > 0)
    return g_strdup_printf (ngettext ("%u form is written", "%u forms are written", n_forms),
                            n_forms);
  return g_strdup_printf (ngettext ("%u form is written, and no mails: nobody is waited for",
                                    "%u forms are written, and no mails: nobody is waited for",
                                    n_forms),
                          n_forms);
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Saving) saving = user_data;
  g_autoptr (GError) error = NULL;
  gssize n_files = g_task_propagate_int (G_TASK (result), &error);
  g_autofree char *sentence = NULL;

  if (error != NULL)
    {
      tell_failure (saving, error);
      return;
    }
  end_progress (saving);
  if (!is_shown (saving))
    return;
  sentence = describe_written ((guint) n_files, saving->mails->len);
  aj_feedback_say (saving->from, sentence);
  if (saving->mails->len > 0 && !aj_store_is_read_only (aj_services_get_store (saving->services)))
    ask_whether_out (g_steal_pointer (&saving));
}

static void
save_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Saving *saving = data;
  const AjMailSender sender = { { saving->organiser_name, saving->organiser_mail },
                                saving->network };
  g_autoptr (GPtrArray) written = NULL;
  GError *error = NULL;

  saving->mails = aj_form_drafts_make (saving->chase_book, saving->forms, saving->today, &sender,
                                       &error);
  if (saving->mails != NULL)
    written = aj_form_writer_save (saving->forms, saving->folder,
                                   AJ_FORM_FORMAT_SHEET | AJ_FORM_FORMAT_FILE, cancellable, NULL,
                                   NULL, &error);
  if (written == NULL || !aj_form_drafts_save (saving->mails, saving->folder, &error))
    g_task_return_error (task, error);
  else
    g_task_return_int (task, saving->forms->len);
}

static void
chase_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Saving) saving = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GTask) task = NULL;
  g_autoptr (GPtrArray) ids = NULL;
  AjFormRequest request = { .today = saving->today };

  saving->chase_book = aj_chase_book_load_finish (AJ_STORE (source), result, &error);
  if (saving->chase_book == NULL)
    {
      tell_failure (saving, error);
      return;
    }
  request.purpose = aj_form_book_get_purpose (saving->forms_book, saving->today);
  request.organiser = (AjOrganiser){ saving->organiser_name, saving->organiser_mail };
  ids = aj_form_book_list (saving->forms_book, request.purpose);
  saving->forms = aj_form_writer_make (saving->forms_book, &request, ids);
  task = g_task_new (NULL, saving->cancellable, saved_cb, saving);
  g_task_set_source_tag (task, aj_forms_saver_save);
  g_task_set_task_data (task, saving, NULL);
  g_steal_pointer (&saving);
  g_task_run_in_thread (task, save_in_thread);
}

static void
forms_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Saving) saving = user_data;
  g_autoptr (GError) error = NULL;
  Saving *kept = saving;

  saving->forms_book = aj_form_book_load_finish (AJ_STORE (source), result, &error);
  if (saving->forms_book == NULL)
    {
      tell_failure (saving, error);
      return;
    }
  g_steal_pointer (&saving);
  aj_chase_book_load_async (AJ_STORE (source), kept->edition, kept->cancellable, chase_read_cb,
                            kept);
}

static Saving *
saving_new (GtkWidget *from, AjServices *services, const char *edition)
{
  AjNetworkSettings *network = aj_services_get_network (services);
  AjOrganiser organiser = aj_network_settings_get_organiser (network);
  Saving *saving = g_new0 (Saving, 1);

  g_set_weak_pointer (&saving->from, from);
  saving->services = g_object_ref (services);
  saving->edition = g_strdup (edition);
  saving->organiser_name = g_strdup (organiser.name);
  saving->organiser_mail = g_strdup (organiser.mail);
  saving->network = g_strdup (aj_network_settings_get_name (network));
  saving->today = aj_services_get_today (services);
  saving->cancellable = g_cancellable_new ();
  return saving;
}

/* Takes @saving. */
static void
begin (Saving *saving)
{
  AjProgressFrame *frame = aj_progress_frame_find (saving->from);

  if (frame != NULL)
    aj_progress_frame_begin (frame, _ ("Writing the forms…"), saving->cancellable);
  aj_form_book_load_async (aj_services_get_store (saving->services), saving->edition,
                           saving->cancellable, forms_read_cb, saving);
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
aj_forms_saver_save (GtkWidget *from, AjServices *services, const char *edition)
{
  aj_file_chooser_folder (GTK_WINDOW (gtk_widget_get_root (from)), _ ("Write Forms and Mails In"),
                          folder_chosen_cb, saving_new (from, services, edition));
}

void
aj_forms_saver_write (GtkWidget *from,
                      AjServices *services,
                      const char *edition,
                      const char *folder)
{
  Saving *saving = saving_new (from, services, edition);

  saving->folder = g_strdup (folder);
  begin (saving);
}
