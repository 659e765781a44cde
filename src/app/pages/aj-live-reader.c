/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-live-reader.h"

#include "aj-error.h"

struct _AjLiveReader
{
  GObject parent_instance;

  const AjLiveReaderKind *kind;
  AjStore *store;            /* (owned) */
  char *id;                  /* (owned) (nullable) */
  gpointer result;           /* (owned) (nullable) */
  GCancellable *cancellable; /* (owned) (nullable): of the reading under way */
  gboolean is_active;
  gboolean is_stale; /* what is here, or under way, is no longer so */
};

G_DEFINE_FINAL_TYPE (AjLiveReader, aj_live_reader, G_TYPE_OBJECT)

enum
{
  SIGNAL_CHANGED,
  SIGNAL_FAILED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void read_if_needed (AjLiveReader *self);

static void
stop (AjLiveReader *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static void
forget (AjLiveReader *self)
{
  g_clear_pointer (&self->result, self->kind->free);
}

static void
loaded_cb (GObject *source, GAsyncResult *async, gpointer user_data)
{
  g_autoptr (AjLiveReader) self = user_data;
  g_autoptr (GError) error = NULL;
  gpointer result = self->kind->load_finish (AJ_STORE (source), async, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->store == NULL)
    {
      if (result != NULL)
        self->kind->free (result);
      return;
    }
  g_clear_object (&self->cancellable);
  forget (self);
  self->result = result;
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
  if (error != NULL && (self->kind->fails_without_record ||
                        !g_error_matches (error, AJ_STORE_ERROR, AJ_STORE_ERROR_NOT_FOUND)))
    g_signal_emit (self, signals[SIGNAL_FAILED], 0, error);
  read_if_needed (self);
}

static void
read_if_needed (AjLiveReader *self)
{
  if (!self->is_stale || !self->is_active || self->id == NULL || self->store == NULL ||
      self->cancellable != NULL)
    return;
  self->is_stale = FALSE;
  self->cancellable = g_cancellable_new ();
  self->kind->load_async (self->store, self->id, self->cancellable, loaded_cb, g_object_ref (self));
}

/* Whether what was read is, or is being, made to follow @changes. What is not new, or is being read, cannot. */
static gboolean
follow (AjLiveReader *self, AjChanges *changes)
{
  g_autoptr (GCancellable) cancellable = NULL;

  if (self->kind->follow_async == NULL || self->result == NULL || self->is_stale ||
      !self->is_active || self->cancellable != NULL)
    return FALSE;
  cancellable = g_cancellable_new ();
  g_object_ref (self);
  if (self->kind->follow_async (self->store, self->result, changes, cancellable, loaded_cb, self))
    {
      self->cancellable = g_steal_pointer (&cancellable);
      return TRUE;
    }
  g_object_unref (self);
  return FALSE;
}

/* What is under way is let come, so that a stream of changes does not keep it from ever being there. */
static void
store_changed_cb (AjLiveReader *self, AjChanges *changes)
{
  if (self->id == NULL ||
      (self->result != NULL && !self->kind->is_concerned (self->result, changes)))
    return;
  if (follow (self, changes))
    return;
  self->is_stale = TRUE;
  read_if_needed (self);
}

static void
aj_live_reader_dispose (GObject *object)
{
  AjLiveReader *self = AJ_LIVE_READER (object);

  stop (self);
  forget (self);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (aj_live_reader_parent_class)->dispose (object);
}

static void
aj_live_reader_finalize (GObject *object)
{
  g_free (AJ_LIVE_READER (object)->id);
  G_OBJECT_CLASS (aj_live_reader_parent_class)->finalize (object);
}

static void
aj_live_reader_class_init (AjLiveReaderClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = aj_live_reader_dispose;
  object_class->finalize = aj_live_reader_finalize;
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", AJ_TYPE_LIVE_READER, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_FAILED] = g_signal_new ("failed", AJ_TYPE_LIVE_READER, G_SIGNAL_RUN_LAST, 0, NULL,
                                         NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
aj_live_reader_init (AjLiveReader *self)
{
}

AjLiveReader *
aj_live_reader_new (AjStore *store, const AjLiveReaderKind *kind)
{
  AjLiveReader *self = g_object_new (AJ_TYPE_LIVE_READER, NULL);

  self->store = g_object_ref (store);
  self->kind = kind;
  g_signal_connect_object (store, "changed", G_CALLBACK (store_changed_cb), self,
                           G_CONNECT_SWAPPED);
  return self;
}

void
aj_live_reader_set_id (AjLiveReader *self, const char *id)
{
  g_return_if_fail (AJ_IS_LIVE_READER (self));

  if (!aj_set_string (&self->id, id))
    return;
  stop (self);
  self->is_stale = TRUE;
  if (self->result != NULL)
    {
      forget (self);
      g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
    }
  read_if_needed (self);
}

void
aj_live_reader_set_active (AjLiveReader *self, gboolean active)
{
  g_return_if_fail (AJ_IS_LIVE_READER (self));

  self->is_active = active;
  read_if_needed (self);
}

gpointer
aj_live_reader_get_result (AjLiveReader *self)
{
  g_return_val_if_fail (AJ_IS_LIVE_READER (self), NULL);

  return self->result;
}
