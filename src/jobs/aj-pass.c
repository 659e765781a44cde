/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-pass.h"

#include "aj-reading.h"

typedef struct
{
  AjStore *store;     /* (owned) */
  GPtrArray *queries; /* (owned) (element-type AjQuery) */
  guint n_asked;      /* of those */
  AjReading *reading; /* (owned) (nullable): of the last asked */
  GPtrArray *page;    /* (owned) (nullable) (element-type AjValues): while it is treated */
  AjPassFunc each;
  gpointer each_data;
} Pass;

static void
pass_free (gpointer data)
{
  Pass *self = data;

  g_clear_object (&self->reading);
  g_clear_pointer (&self->page, g_ptr_array_unref);
  g_ptr_array_unref (self->queries);
  g_object_unref (self->store);
  g_free (self);
}

static gboolean
treat (
    GPtrArray *page, AjPassFunc each, gpointer each_data, GCancellable *cancellable, GError **error)
{
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  for (guint i = 0; i < page->len; i++)
    if (!each (page->pdata[i], each_data, error))
      return FALSE;
  return TRUE;
}

gboolean
aj_pass_run (
    AjStore *store, GPtrArray *queries, AjPassFunc each, gpointer each_data, GError **error)
{
  g_return_val_if_fail (AJ_IS_STORE (store), FALSE);

  for (guint i = 0; i < queries->len; i++)
    if (!aj_store_each (store, queries->pdata[i], each, each_data, error))
      return FALSE;
  return TRUE;
}

static void ask_page (GTask *task);

static void
treated_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Pass *self = g_task_get_task_data (task);
  GError *error = NULL;

  g_clear_pointer (&self->page, g_ptr_array_unref);
  if (g_task_propagate_boolean (G_TASK (result), &error))
    ask_page (g_steal_pointer (&task));
  else
    g_task_return_error (task, error);
}

static void
treat_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Pass *self = task_data;
  GError *error = NULL;

  if (treat (self->page, self->each, self->each_data, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
page_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Pass *self = g_task_get_task_data (task);
  GError *error = NULL;
  GCancellable *cancellable = g_task_get_cancellable (task);
  g_autoptr (GTask) part = NULL;

  self->page = aj_reading_next_finish (AJ_READING (source), result, &error);
  if (self->page == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  if (self->page->len == 0)
    g_clear_object (&self->reading);
  part = g_task_new (NULL, cancellable, treated_cb, g_steal_pointer (&task));
  g_task_set_task_data (part, self, NULL);
  g_task_run_in_thread (part, treat_in_thread);
}

/* @task is taken. */
static void
ask_page (GTask *task)
{
  Pass *self = g_task_get_task_data (task);

  if (self->reading == NULL && self->n_asked == self->queries->len)
    {
      g_task_return_boolean (task, TRUE);
      g_object_unref (task);
      return;
    }
  if (self->reading == NULL)
    self->reading = aj_reading_new (self->store, self->queries->pdata[self->n_asked++]);
  aj_reading_next_async (self->reading, g_task_get_cancellable (task), page_read_cb, task);
}

void
aj_pass_run_async (AjStore *store,
                   GPtrArray *queries,
                   AjPassFunc each,
                   gpointer each_data,
                   GCancellable *cancellable,
                   GAsyncReadyCallback callback,
                   gpointer user_data)
{
  Pass *self;
  GTask *task;

  g_return_if_fail (AJ_IS_STORE (store));

  self = g_new0 (Pass, 1);
  self->store = g_object_ref (store);
  self->queries = g_ptr_array_ref (queries);
  self->each = each;
  self->each_data = each_data;
  task = g_task_new (store, cancellable, callback, user_data);
  g_task_set_source_tag (task, aj_pass_run_async);
  g_task_set_task_data (task, self, pass_free);
  ask_page (task);
}

gboolean
aj_pass_run_finish (AjStore *store, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, store), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
