/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-minutes-reader.h"

#include "aj-error.h"

struct _AjMinutesReader
{
  GObject parent_instance;

  AjStore *store;            /* (owned) */
  char *meeting;             /* (owned) (nullable): its id */
  AjMinutesBook *book;       /* (owned) (nullable) */
  GCancellable *cancellable; /* (owned) (nullable): of the reading under way */
  gboolean is_active;
  gboolean is_stale; /* what is here, or under way, is no longer so */
};

G_DEFINE_FINAL_TYPE (AjMinutesReader, aj_minutes_reader, G_TYPE_OBJECT)

enum
{
  SIGNAL_CHANGED,
  SIGNAL_FAILED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void read_if_needed (AjMinutesReader *self);

static void
stop (AjMinutesReader *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AjMinutesReader) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (AjMinutesBook) book = aj_minutes_book_load_finish (AJ_STORE (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->store == NULL)
    return;
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->book, aj_minutes_book_unref);
  self->book = g_steal_pointer (&book);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
  /* That a meeting was removed meanwhile is said by the list. */
  if (error != NULL && !g_error_matches (error, AJ_STORE_ERROR, AJ_STORE_ERROR_NOT_FOUND))
    g_signal_emit (self, signals[SIGNAL_FAILED], 0, error);
  read_if_needed (self);
}

static void
read_if_needed (AjMinutesReader *self)
{
  if (!self->is_stale || !self->is_active || self->meeting == NULL || self->cancellable != NULL)
    return;
  self->is_stale = FALSE;
  self->cancellable = g_cancellable_new ();
  aj_minutes_book_load_async (self->store, self->meeting, self->cancellable, loaded_cb,
                              g_object_ref (self));
}

/* What is under way is let come, so that a stream of changes does not keep it from ever being there. */
static void
store_changed_cb (AjMinutesReader *self, AjChanges *changes)
{
  if (self->meeting == NULL ||
      (self->book != NULL && !aj_minutes_book_is_concerned (self->book, changes)))
    return;
  self->is_stale = TRUE;
  read_if_needed (self);
}

static void
aj_minutes_reader_dispose (GObject *object)
{
  AjMinutesReader *self = AJ_MINUTES_READER (object);

  stop (self);
  g_clear_pointer (&self->book, aj_minutes_book_unref);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (aj_minutes_reader_parent_class)->dispose (object);
}

static void
aj_minutes_reader_finalize (GObject *object)
{
  g_free (AJ_MINUTES_READER (object)->meeting);
  G_OBJECT_CLASS (aj_minutes_reader_parent_class)->finalize (object);
}

static void
aj_minutes_reader_class_init (AjMinutesReaderClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = aj_minutes_reader_dispose;
  object_class->finalize = aj_minutes_reader_finalize;
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", AJ_TYPE_MINUTES_READER, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_FAILED] = g_signal_new ("failed", AJ_TYPE_MINUTES_READER, G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
aj_minutes_reader_init (AjMinutesReader *self)
{
}

AjMinutesReader *
aj_minutes_reader_new (AjStore *store)
{
  AjMinutesReader *self = g_object_new (AJ_TYPE_MINUTES_READER, NULL);

  self->store = g_object_ref (store);
  g_signal_connect_object (store, "changed", G_CALLBACK (store_changed_cb), self,
                           G_CONNECT_SWAPPED);
  return self;
}

void
aj_minutes_reader_set_meeting (AjMinutesReader *self, const char *id)
{
  g_return_if_fail (AJ_IS_MINUTES_READER (self));

  if (!aj_set_string (&self->meeting, id))
    return;
  stop (self);
  self->is_stale = TRUE;
  if (self->book != NULL)
    {
      g_clear_pointer (&self->book, aj_minutes_book_unref);
      g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
    }
  read_if_needed (self);
}

void
aj_minutes_reader_set_active (AjMinutesReader *self, gboolean active)
{
  g_return_if_fail (AJ_IS_MINUTES_READER (self));

  self->is_active = active;
  read_if_needed (self);
}

AjMinutesBook *
aj_minutes_reader_get_book (AjMinutesReader *self)
{
  g_return_val_if_fail (AJ_IS_MINUTES_READER (self), NULL);

  return self->book;
}
