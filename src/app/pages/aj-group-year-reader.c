/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-group-year-reader.h"

#include "aj-error.h"

struct _AjGroupYearReader
{
  GObject parent_instance;

  AjStore *store; /* (owned) */
  char *group;    /* (owned) (nullable): its id */
  int year;
  AjGroupYear *found;        /* (owned) (nullable) */
  GCancellable *cancellable; /* (owned) (nullable): of the reading under way */
  gboolean is_active;
  gboolean is_stale; /* what is here, or under way, is no longer so */
};

G_DEFINE_FINAL_TYPE (AjGroupYearReader, aj_group_year_reader, G_TYPE_OBJECT)

enum
{
  SIGNAL_CHANGED,
  SIGNAL_FAILED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void read_if_needed (AjGroupYearReader *self);

static void
stop (AjGroupYearReader *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AjGroupYearReader) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (AjGroupYear) found = aj_group_year_load_finish (AJ_STORE (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->store == NULL)
    return;
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->found, aj_group_year_unref);
  self->found = g_steal_pointer (&found);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
  if (error != NULL)
    g_signal_emit (self, signals[SIGNAL_FAILED], 0, error);
  read_if_needed (self);
}

static void
read_if_needed (AjGroupYearReader *self)
{
  if (!self->is_stale || !self->is_active || self->group == NULL || self->cancellable != NULL)
    return;
  self->is_stale = FALSE;
  self->cancellable = g_cancellable_new ();
  aj_group_year_load_async (self->store, self->group, self->year, self->cancellable, loaded_cb,
                            g_object_ref (self));
}

/* What is under way is let come, so that a stream of changes does not keep it from ever being there. */
static void
store_changed_cb (AjGroupYearReader *self, AjChanges *changes)
{
  if (self->group == NULL ||
      (self->found != NULL && !aj_group_year_is_concerned (self->found, changes)))
    return;
  self->is_stale = TRUE;
  read_if_needed (self);
}

static void
aj_group_year_reader_dispose (GObject *object)
{
  AjGroupYearReader *self = AJ_GROUP_YEAR_READER (object);

  stop (self);
  g_clear_pointer (&self->found, aj_group_year_unref);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (aj_group_year_reader_parent_class)->dispose (object);
}

static void
aj_group_year_reader_finalize (GObject *object)
{
  g_free (AJ_GROUP_YEAR_READER (object)->group);
  G_OBJECT_CLASS (aj_group_year_reader_parent_class)->finalize (object);
}

static void
aj_group_year_reader_class_init (AjGroupYearReaderClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = aj_group_year_reader_dispose;
  object_class->finalize = aj_group_year_reader_finalize;
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", AJ_TYPE_GROUP_YEAR_READER, G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_FAILED] = g_signal_new ("failed", AJ_TYPE_GROUP_YEAR_READER, G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
aj_group_year_reader_init (AjGroupYearReader *self)
{
}

AjGroupYearReader *
aj_group_year_reader_new (AjStore *store)
{
  AjGroupYearReader *self = g_object_new (AJ_TYPE_GROUP_YEAR_READER, NULL);

  self->store = g_object_ref (store);
  g_signal_connect_object (store, "changed", G_CALLBACK (store_changed_cb), self,
                           G_CONNECT_SWAPPED);
  return self;
}

void
aj_group_year_reader_set (AjGroupYearReader *self, const char *group_id, int year)
{
  gboolean is_other;

  g_return_if_fail (AJ_IS_GROUP_YEAR_READER (self));

  is_other = aj_set_string (&self->group, group_id) || self->year != year;
  self->year = year;
  if (!is_other)
    return;
  stop (self);
  self->is_stale = TRUE;
  if (self->found != NULL)
    {
      g_clear_pointer (&self->found, aj_group_year_unref);
      g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
    }
  read_if_needed (self);
}

void
aj_group_year_reader_set_active (AjGroupYearReader *self, gboolean active)
{
  g_return_if_fail (AJ_IS_GROUP_YEAR_READER (self));

  self->is_active = active;
  read_if_needed (self);
}

AjGroupYear *
aj_group_year_reader_get (AjGroupYearReader *self)
{
  g_return_val_if_fail (AJ_IS_GROUP_YEAR_READER (self), NULL);

  return self->found;
}
