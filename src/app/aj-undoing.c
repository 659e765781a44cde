/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-undoing.h"

#include <glib/gi18n.h>

#include "aj-feedback.h"
#include "aj-progress-frame.h"

static void
begin (GtkWidget *from, const char *what)
{
  AjProgressFrame *frame = aj_progress_frame_find (from);

  if (frame != NULL)
    aj_progress_frame_begin (frame, what, NULL);
}

/* What is to be said: @sentence, or @error when that is there. */
static void
end (GtkWidget *from, const char *sentence, const GError *error)
{
  AjProgressFrame *frame = aj_progress_frame_find (from);

  if (frame != NULL)
    aj_progress_frame_end (frame);
  /* The window was closed meanwhile. */
  if (gtk_widget_get_root (from) == NULL)
    return;
  aj_feedback_withdraw_undo (from);
  if (error != NULL)
    aj_feedback_error (from, error);
  else
    aj_feedback_say (from, sentence);
}

static void
undone_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GtkWidget) from = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *label = NULL;
  g_autofree char *sentence = NULL;

  if (aj_store_undo_finish (AJ_STORE (source), result, &label, &error))
    /* Translators: what was undone, as in "Undone: Move meeting to 12 March". */
    sentence = g_strdup_printf (_ ("Undone: %s"), label);
  end (from, sentence, error);
}

static void
redone_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GtkWidget) from = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *label = NULL;
  g_autofree char *sentence = NULL;

  if (aj_store_redo_finish (AJ_STORE (source), result, &label, &error))
    sentence = g_strdup_printf (_ ("Done again: %s"), label);
  end (from, sentence, error);
}

void
aj_undoing_undo (GtkWidget *from, AjStore *store)
{
  begin (from, _ ("Undoing…"));
  aj_store_undo_async (store, NULL, undone_cb, g_object_ref (from));
}

void
aj_undoing_redo (GtkWidget *from, AjStore *store)
{
  begin (from, _ ("Doing it again…"));
  aj_store_redo_async (store, NULL, redone_cb, g_object_ref (from));
}
