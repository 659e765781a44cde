/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-late-steps.h"

#include "aj-pass.h"
#include "aj-task.h"

struct _AjLateSteps
{
  GHashTable *counts; /* (owned) (element-type utf8 guint): by the id of a meeting */
};

void
aj_late_steps_free (AjLateSteps *self)
{
  g_hash_table_unref (self->counts);
  g_free (self);
}

/* (element-type AjQuery) (transfer full) */
static GPtrArray *
make_queries (AjStore *store)
{
  GPtrArray *queries = g_ptr_array_new_with_free_func ((GDestroyNotify) aj_query_unref);
  AjQuery *query = aj_query_new (&aj_task_record_type);
  g_autofree char *today = aj_date_to_iso (aj_clock_get_today (aj_store_get_clock (store)));

  aj_query_where_text (query, "kind", AJ_QUERY_EQUAL, AJ_TASK_PREPARATION);
  aj_query_where_text (query, "state", AJ_QUERY_EQUAL, AJ_TASK_OPEN);
  aj_query_where_text (query, "due", AJ_QUERY_LESS, today);
  aj_query_where_empty (query, "meeting", AJ_QUERY_NOT_EMPTY);
  g_ptr_array_add (queries, query);
  return queries;
}

static gboolean
take_cb (const AjValues *task, gpointer user_data, GError **error)
{
  AjLateSteps *self = user_data;
  const char *meeting = aj_values_get_text (task, "meeting");

  g_hash_table_insert (self->counts, g_strdup (meeting),
                       GUINT_TO_POINTER (aj_late_steps_count (self, meeting) + 1));
  return TRUE;
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (AjLateSteps) self = g_task_get_task_data (task);
  GError *error = NULL;

  g_task_set_task_data (task, NULL, NULL);
  if (aj_pass_run_finish (AJ_STORE (source), result, &error))
    g_task_return_pointer (task, g_steal_pointer (&self), (GDestroyNotify) aj_late_steps_free);
  else
    g_task_return_error (task, error);
}

void
aj_late_steps_load_async (AjStore *store,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  GTask *task = g_task_new (store, cancellable, callback, user_data);
  AjLateSteps *self = g_new0 (AjLateSteps, 1);
  g_autoptr (GPtrArray) queries = make_queries (store);

  self->counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_task_set_source_tag (task, aj_late_steps_load_async);
  /* read_cb() takes it. */
  g_task_set_task_data (task, self, NULL);
  aj_pass_run_async (store, queries, take_cb, self, cancellable, read_cb, task);
}

AjLateSteps *
aj_late_steps_load_finish (AjStore *store, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, store), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

gboolean
aj_late_steps_is_concerned (AjLateSteps *self, AjChanges *changes)
{
  GPtrArray *all = aj_changes_get_all (changes);

  for (guint i = 0; i < all->len; i++)
    if (((const AjHistoryChange *) all->pdata[i])->type == &aj_task_record_type)
      return TRUE;
  return FALSE;
}

guint
aj_late_steps_count (AjLateSteps *self, const char *meeting_id)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (self->counts, meeting_id));
}
