/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-backup-saver.h"

#include <glib/gi18n.h>

#include "aj-feedback.h"
#include "aj-file-chooser.h"
#include "aj-progress-frame.h"

/* A copy that was asked for, from the question where to the last sentence. */
typedef struct
{
  GtkWidget *from;      /* (nullable): weak */
  AjServices *services; /* (owned) */
} Saving;

static void
saving_free (Saving *saving)
{
  g_clear_weak_pointer (&saving->from);
  g_object_unref (saving->services);
  g_free (saving);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Saving, saving_free)

/* NULL when the window was closed meanwhile. */
static AjProgressFrame *
find_frame (Saving *saving)
{
  return saving->from != NULL ? aj_progress_frame_find (saving->from) : NULL;
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Saving) saving = user_data;
  g_autoptr (GError) error = NULL;
  gboolean done = aj_store_backup_finish (AJ_STORE (source), result, &error);
  AjProgressFrame *frame = find_frame (saving);

  if (frame == NULL)
    return;
  aj_progress_frame_end (frame);
  if (done)
    aj_feedback_say (saving->from, _ ("The backup copy is made."));
  else
    aj_feedback_error (saving->from, error);
}

static void
progress_cb (double fraction, gpointer user_data)
{
  AjProgressFrame *frame = find_frame (user_data);

  if (frame != NULL)
    aj_progress_frame_set_fraction (frame, fraction);
}

static void
file_chosen_cb (GtkWindow *window, const char *path, gpointer user_data)
{
  g_autoptr (Saving) saving = user_data;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  AjProgressFrame *frame = find_frame (saving);

  if (path == NULL || frame == NULL)
    return;
  aj_progress_frame_begin (frame, _ ("Making a backup copy…"), cancellable);
  aj_store_backup_async (aj_services_get_store (saving->services), path, TRUE, progress_cb, saving,
                         cancellable, saved_cb, saving);
  g_steal_pointer (&saving);
}

void
aj_backup_saver_save (GtkWidget *widget, AjServices *services)
{
  Saving *saving = g_new0 (Saving, 1);
  g_autofree char *day = aj_date_to_iso (aj_services_get_today (services));
  /* Translators: the proposed name of a backup copy, with its date. */
  g_autofree char *name = g_strdup_printf (_ ("backup-%s.aanjager"), day);

  g_set_weak_pointer (&saving->from, widget);
  saving->services = g_object_ref (services);
  aj_file_chooser_save (GTK_WINDOW (gtk_widget_get_root (widget)), _ ("Make a Backup Copy"),
                        AJ_FILE_CHOOSER_DATA, name, file_chosen_cb, saving);
}
