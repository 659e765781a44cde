/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-form-keeper.h"

#include "aj-error.h"
#include "aj-form-file.h"
#include "aj-output-file.h"

/* Who types does not make the disk work with every key. */
#define DELAY_MS 800

struct _AjFormKeeper
{
  GObject parent_instance;

  AjForm *form;        /* (owned) */
  char *path;          /* (owned) */
  guint delay_id;      /* until it is written */
  gboolean is_changed; /* since it was last written */
  gboolean is_writing;
};

G_DEFINE_FINAL_TYPE (AjFormKeeper, aj_form_keeper, G_TYPE_OBJECT)

enum
{
  SIGNAL_SAVED,
  SIGNAL_FAILED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AjFormKeeper) self = user_data;
  g_autoptr (GError) error = NULL;

  self->is_writing = FALSE;
  if (!aj_output_file_write_bytes_finish (result, &error))
    {
      self->is_changed = TRUE;
      g_signal_emit (self, signals[SIGNAL_FAILED], 0, error);
      return;
    }
  /* Meanwhile somebody may have typed on. */
  if (self->is_changed && self->delay_id == 0)
    aj_form_keeper_save (self);
  else
    g_signal_emit (self, signals[SIGNAL_SAVED], 0);
}

void
aj_form_keeper_save (AjFormKeeper *self)
{
  g_autoptr (GBytes) bytes = NULL;

  g_return_if_fail (AJ_IS_FORM_KEEPER (self));

  g_clear_handle_id (&self->delay_id, g_source_remove);
  if (!self->is_changed || self->is_writing)
    return;
  bytes = aj_form_file_write (self->form);
  self->is_changed = FALSE;
  self->is_writing = TRUE;
  aj_output_file_write_bytes_async (self->path, bytes, AJ_OUTPUT_FILE_DEFAULT, NULL, written_cb,
                                    g_object_ref (self));
}

static void
delayed_cb (gpointer user_data)
{
  AjFormKeeper *self = user_data;

  self->delay_id = 0;
  aj_form_keeper_save (self);
}

void
aj_form_keeper_touch (AjFormKeeper *self)
{
  g_return_if_fail (AJ_IS_FORM_KEEPER (self));

  self->is_changed = TRUE;
  g_clear_handle_id (&self->delay_id, g_source_remove);
  self->delay_id = g_timeout_add_once (DELAY_MS, delayed_cb, self);
}

static void
aj_form_keeper_dispose (GObject *object)
{
  AjFormKeeper *self = AJ_FORM_KEEPER (object);

  g_clear_handle_id (&self->delay_id, g_source_remove);
  G_OBJECT_CLASS (aj_form_keeper_parent_class)->dispose (object);
}

static void
aj_form_keeper_finalize (GObject *object)
{
  AjFormKeeper *self = AJ_FORM_KEEPER (object);

  aj_form_free (self->form);
  g_free (self->path);
  G_OBJECT_CLASS (aj_form_keeper_parent_class)->finalize (object);
}

static void
aj_form_keeper_class_init (AjFormKeeperClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = aj_form_keeper_dispose;
  G_OBJECT_CLASS (klass)->finalize = aj_form_keeper_finalize;

  signals[SIGNAL_SAVED] = g_signal_new ("saved", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                        NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_FAILED] = g_signal_new ("failed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
aj_form_keeper_init (AjFormKeeper *self)
{
}

AjFormKeeper *
aj_form_keeper_new (AjForm *form, const char *path)
{
  AjFormKeeper *self = g_object_new (AJ_TYPE_FORM_KEEPER, NULL);

  self->form = form;
  self->path = g_strdup (path);
  return self;
}

AjForm *
aj_form_keeper_get_form (AjFormKeeper *self)
{
  return self->form;
}

const char *
aj_form_keeper_get_path (AjFormKeeper *self)
{
  return self->path;
}

void
aj_form_keeper_set_path (AjFormKeeper *self, const char *path)
{
  aj_set_string (&self->path, path);
  self->is_changed = TRUE;
  aj_form_keeper_save (self);
}

gboolean
aj_form_keeper_is_unsaved (AjFormKeeper *self)
{
  return self->is_changed || self->is_writing;
}
