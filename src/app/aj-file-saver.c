/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-file-saver.h"

#include <glib/gi18n.h>

#include "aj-feedback.h"
#include "aj-progress-frame.h"

/* A file that was asked for, from the question where to the last sentence. */
typedef struct
{
  GtkWidget *from;      /* (nullable): weak */
  AjServices *services; /* (owned) */
  const AjFileSaverKind *kind;
  gpointer what; /* (owned) */
  GDestroyNotify free_what;
  GCancellable *cancellable; /* (owned) */
  char *name;                /* (owned) (nullable): of the file, once it is chosen */
} Saving;

static void
saving_free (Saving *self)
{
  g_clear_weak_pointer (&self->from);
  self->free_what (self->what);
  g_object_unref (self->services);
  g_object_unref (self->cancellable);
  g_free (self->name);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Saving, saving_free)

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Saving) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *sentence = self->kind->save_finish (aj_services_get_store (self->services),
                                                       self->what, result, self->name, &error);
  AjProgressFrame *frame;

  if (self->from == NULL)
    return;
  frame = aj_progress_frame_find (self->from);
  if (frame != NULL)
    aj_progress_frame_end (frame);
  if (sentence != NULL)
    aj_feedback_say (self->from, sentence);
  else
    aj_feedback_error (self->from, error);
}

static void
chosen_cb (GtkWindow *window, const char *path, gpointer user_data)
{
  g_autoptr (Saving) self = user_data;
  AjProgressFrame *frame;
  Saving *saving;

  if (path == NULL || self->from == NULL)
    return;
  self->name = g_filename_display_basename (path);
  frame = aj_progress_frame_find (self->from);
  if (frame != NULL)
    {
      aj_progress_frame_begin (frame, _ (self->kind->doing), self->cancellable);
      aj_progress_frame_set_fraction (frame, -1);
    }
  saving = g_steal_pointer (&self);
  saving->kind->save_async (aj_services_get_store (saving->services), saving->what, path,
                            saving->cancellable, saved_cb, saving);
}

void
aj_file_saver_save (GtkWidget *from,
                    AjServices *services,
                    const AjFileSaverKind *kind,
                    const char *name,
                    gpointer what,
                    GDestroyNotify free_what)
{
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (from));
  Saving *self = g_new0 (Saving, 1);

  g_set_weak_pointer (&self->from, from);
  self->services = g_object_ref (services);
  self->kind = kind;
  self->what = what;
  self->free_what = free_what;
  self->cancellable = g_cancellable_new ();
  if (kind->is_folder)
    aj_file_chooser_folder (window, _ (kind->title), chosen_cb, self);
  else
    aj_file_chooser_save (window, _ (kind->title), kind->kind, name, chosen_cb, self);
}
