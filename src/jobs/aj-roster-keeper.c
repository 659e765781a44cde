/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-roster-keeper.h"

struct _AjRosterKeeper
{
  GObject parent_instance;

  AjStore *store;     /* (owned) */
  AjGroupBook *book;  /* (owned) (nullable): as the store had it last */
  AjRoster *roster;   /* (owned) (nullable): of the book, on the day when it was asked for */
  GPtrArray *waiting; /* (owned) (element-type GTask) */
  gboolean is_loading;
  gboolean is_stale; /* the book is not all, or what is being loaded is not */
};

G_DEFINE_FINAL_TYPE (AjRosterKeeper, aj_roster_keeper, G_TYPE_OBJECT)

static void
store_changed_cb (AjRosterKeeper *self, AjChanges *changes)
{
  /* Nobody knows what a book that is being read has of it already. */
  if (self->is_loading || (self->book != NULL && aj_group_book_is_concerned (self->book, changes)))
    self->is_stale = TRUE;
}

static void
answer_all (AjRosterKeeper *self, const GError *error)
{
  g_autoptr (GPtrArray) waiting = g_steal_pointer (&self->waiting);

  self->waiting = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < waiting->len; i++)
    if (error != NULL)
      g_task_return_error (waiting->pdata[i], g_error_copy (error));
    else
      g_task_return_pointer (waiting->pdata[i], aj_roster_ref (aj_roster_keeper_peek (self)),
                             (GDestroyNotify) aj_roster_unref);
}

static void load (AjRosterKeeper *self);

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AjRosterKeeper) self = user_data;
  g_autoptr (GError) error = NULL;
  AjGroupBook *book = aj_group_book_load_finish (AJ_STORE (source), result, &error);

  self->is_loading = FALSE;
  g_clear_pointer (&self->roster, aj_roster_unref);
  g_clear_pointer (&self->book, aj_group_book_unref);
  self->book = book;
  if (book != NULL && self->is_stale)
    load (self);
  else
    answer_all (self, error);
}

static void
load (AjRosterKeeper *self)
{
  self->is_loading = TRUE;
  self->is_stale = FALSE;
  aj_group_book_load_async (self->store, NULL, loaded_cb, g_object_ref (self));
}

static void
aj_roster_keeper_dispose (GObject *object)
{
  AjRosterKeeper *self = AJ_ROSTER_KEEPER (object);

  g_clear_pointer (&self->roster, aj_roster_unref);
  g_clear_pointer (&self->book, aj_group_book_unref);
  g_clear_pointer (&self->waiting, g_ptr_array_unref);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (aj_roster_keeper_parent_class)->dispose (object);
}

static void
aj_roster_keeper_class_init (AjRosterKeeperClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = aj_roster_keeper_dispose;
}

static void
aj_roster_keeper_init (AjRosterKeeper *self)
{
  self->waiting = g_ptr_array_new_with_free_func (g_object_unref);
}

AjRosterKeeper *
aj_roster_keeper_new (AjStore *store)
{
  AjRosterKeeper *self;

  g_return_val_if_fail (AJ_IS_STORE (store), NULL);

  self = g_object_new (AJ_TYPE_ROSTER_KEEPER, NULL);
  self->store = g_object_ref (store);
  g_signal_connect_object (store, "changed", G_CALLBACK (store_changed_cb), self,
                           G_CONNECT_SWAPPED);
  return self;
}

AjRoster *
aj_roster_keeper_peek (AjRosterKeeper *self)
{
  AjDate today;

  g_return_val_if_fail (AJ_IS_ROSTER_KEEPER (self), NULL);

  if (self->book == NULL || self->is_loading || self->is_stale)
    return NULL;
  today = aj_clock_get_today (aj_store_get_clock (self->store));
  if (self->roster == NULL || aj_roster_get_date (self->roster) != today)
    {
      g_clear_pointer (&self->roster, aj_roster_unref);
      self->roster = aj_roster_new (self->book, today, today);
    }
  return self->roster;
}

void
aj_roster_keeper_get_async (AjRosterKeeper *self,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  AjRoster *roster;

  g_return_if_fail (AJ_IS_ROSTER_KEEPER (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, aj_roster_keeper_get_async);
  roster = aj_roster_keeper_peek (self);
  if (roster != NULL)
    {
      g_task_return_pointer (task, aj_roster_ref (roster), (GDestroyNotify) aj_roster_unref);
      return;
    }
  g_ptr_array_add (self->waiting, g_steal_pointer (&task));
  if (!self->is_loading)
    load (self);
}

AjRoster *
aj_roster_keeper_get_finish (AjRosterKeeper *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
