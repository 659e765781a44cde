/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-undoing.h"

#include <glib/gi18n.h>

#include "aj-feedback.h"
#include "aj-progress-frame.h"

/* The steps that are under way together: what is asked while one is under way joins it, and Cancel means them all. */
typedef struct
{
  AjProgressFrame *frame;    /* (owned) (nullable): NULL where there is none */
  GCancellable *cancellable; /* (owned) */
  guint n_steps;
} Undoing;

typedef struct
{
  GtkWidget *from; /* (owned) */
  Undoing *undoing;
} Step;

/* Where the frame keeps its Undoing. */
#define UNDER_WAY "aj-undoing"

static Undoing *
join (AjProgressFrame *frame)
{
  Undoing *self = frame != NULL ? g_object_get_data (G_OBJECT (frame), UNDER_WAY) : NULL;

  if (self == NULL || g_cancellable_is_cancelled (self->cancellable))
    {
      self = g_new0 (Undoing, 1);
      self->cancellable = g_cancellable_new ();
      if (g_set_object (&self->frame, frame))
        g_object_set_data (G_OBJECT (frame), UNDER_WAY, self);
    }
  self->n_steps++;
  return self;
}

static void
leave (Undoing *self)
{
  if (--self->n_steps > 0)
    return;
  if (self->frame != NULL && g_object_get_data (G_OBJECT (self->frame), UNDER_WAY) == self)
    {
      g_object_set_data (G_OBJECT (self->frame), UNDER_WAY, NULL);
      aj_progress_frame_end (self->frame);
    }
  g_clear_object (&self->frame);
  g_object_unref (self->cancellable);
  g_free (self);
}

static Step *
begin (GtkWidget *from, const char *what)
{
  AjProgressFrame *frame = aj_progress_frame_find (from);
  Step *step = g_new0 (Step, 1);

  step->from = g_object_ref (from);
  step->undoing = join (frame);
  if (frame != NULL)
    aj_progress_frame_begin (frame, what, step->undoing->cancellable);
  return step;
}

/* What is to be said: @sentence, or @error when that is there. */
static void
end (Step *step, const char *sentence, const GError *error)
{
  leave (step->undoing);
  /* Unless the window was closed meanwhile. */
  if (gtk_widget_get_root (step->from) != NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        aj_feedback_withdraw_undo (step->from);
      if (error != NULL)
        aj_feedback_error (step->from, error);
      else
        aj_feedback_say (step->from, sentence);
    }
  g_object_unref (step->from);
  g_free (step);
}

static void
undone_cb (GObject *source, GAsyncResult *result, gpointer step)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *label = NULL;
  g_autofree char *sentence = NULL;

  if (aj_store_undo_finish (AJ_STORE (source), result, &label, &error))
    /* Translators: what was undone, as in "Undone: Move meeting to 12 March". */
    sentence = g_strdup_printf (_ ("Undone: %s"), label);
  end (step, sentence, error);
}

static void
redone_cb (GObject *source, GAsyncResult *result, gpointer step)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *label = NULL;
  g_autofree char *sentence = NULL;

  if (aj_store_redo_finish (AJ_STORE (source), result, &label, &error))
    sentence = g_strdup_printf (_ ("Done again: %s"), label);
  end (step, sentence, error);
}

void
aj_undoing_undo (GtkWidget *from, AjStore *store)
{
  Step *step = begin (from, _ ("Undoing…"));

  aj_store_undo_async (store, step->undoing->cancellable, undone_cb, step);
}

void
aj_undoing_redo (GtkWidget *from, AjStore *store)
{
  Step *step = begin (from, _ ("Doing it again…"));

  aj_store_redo_async (store, step->undoing->cancellable, redone_cb, step);
}
