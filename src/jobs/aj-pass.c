/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-pass.h"

#include "aj-reading.h"

/* What is asked was known from the beginning. */
typedef struct
{
  GPtrArray *queries; /* (owned) (element-type AjQuery) */
  guint n_asked;      /* of those */
} Known;

typedef struct
{
  AjStore *store;     /* (owned) */
  AjReading *reading; /* (owned) (nullable): of what was asked last */
  GPtrArray *page;    /* (owned) (nullable) (element-type AjValues): while it is treated */
  Known known;        /* where there is no @next */
  AjPassNextFunc next;
  AjPassFunc each;
  gpointer each_data;
} Pass;

static void
pass_free (gpointer data)
{
  Pass *self = data;

  g_clear_object (&self->reading);
  g_clear_pointer (&self->page, g_ptr_array_unref);
  g_clear_pointer (&self->known.queries, g_ptr_array_unref);
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

gboolean
aj_pass_run_chain (
    AjStore *store, AjPassNextFunc next, AjPassFunc each, gpointer user_data, GError **error)
{
  AjQuery *query;

  g_return_val_if_fail (AJ_IS_STORE (store), FALSE);

  while ((query = next (user_data)) != NULL)
    {
      g_autoptr (AjQuery) asked = query;

      if (!aj_store_each (store, asked, each, user_data, error))
        return FALSE;
    }
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

/* (transfer full) (nullable) */
static AjQuery *
take_next (Pass *self)
{
  if (self->next != NULL)
    return self->next (self->each_data);
  return self->known.n_asked < self->known.queries->len
             ? aj_query_ref (self->known.queries->pdata[self->known.n_asked++])
             : NULL;
}

/* @task is taken. */
static void
ask_page (GTask *task)
{
  Pass *self = g_task_get_task_data (task);

  if (self->reading == NULL)
    {
      g_autoptr (AjQuery) query = take_next (self);

      if (query == NULL)
        {
          g_task_return_boolean (task, TRUE);
          g_object_unref (task);
          return;
        }
      self->reading = aj_reading_new (self->store, query);
    }
  aj_reading_next_async (self->reading, g_task_get_cancellable (task), page_read_cb, task);
}

/* @self is taken. */
static void
start (Pass *self, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = g_task_new (self->store, cancellable, callback, user_data);

  g_task_set_source_tag (task, start);
  g_task_set_task_data (task, self, pass_free);
  ask_page (task);
}

static Pass *
pass_new (AjStore *store, AjPassFunc each, gpointer each_data)
{
  Pass *self = g_new0 (Pass, 1);

  self->store = g_object_ref (store);
  self->each = each;
  self->each_data = each_data;
  return self;
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

  g_return_if_fail (AJ_IS_STORE (store));

  self = pass_new (store, each, each_data);
  self->known.queries = g_ptr_array_ref (queries);
  start (self, cancellable, callback, user_data);
}

void
aj_pass_run_chain_async (AjStore *store,
                         AjPassNextFunc next,
                         AjPassFunc each,
                         gpointer each_data,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  Pass *self;

  g_return_if_fail (AJ_IS_STORE (store));

  self = pass_new (store, each, each_data);
  self->next = next;
  start (self, cancellable, callback, user_data);
}

gboolean
aj_pass_run_finish (AjStore *store, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, store), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
