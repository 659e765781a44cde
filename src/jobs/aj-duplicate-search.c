/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-duplicate-search.h"

#include "aj-pass.h"

static void
pair_clear (gpointer data)
{
  AjDuplicate *pair = data;

  aj_values_unref (pair->first);
  aj_values_unref (pair->second);
}

/* (transfer full): what is found may outlive what it was found in. */
static GArray *
find_pairs (GPtrArray *records)
{
  g_autoptr (GArray) found = aj_duplicates_find (records);
  GArray *pairs = g_array_sized_new (FALSE, FALSE, sizeof (AjDuplicate), found->len);

  g_array_set_clear_func (pairs, pair_clear);
  for (guint i = 0; i < found->len; i++)
    {
      AjDuplicate pair = g_array_index (found, AjDuplicate, i);

      pair.first = aj_values_ref (pair.first);
      pair.second = aj_values_ref (pair.second);
      g_array_append_val (pairs, pair);
    }
  return pairs;
}

/* (transfer container): in the order in which they came, as far as ids tell: the same answer every time. */
static GPtrArray *
list_queries (const AjRecordType *type)
{
  GPtrArray *queries = g_ptr_array_new_with_free_func ((GDestroyNotify) aj_query_unref);
  AjQuery *query = aj_query_new (type);

  aj_query_order_by (query, "id", FALSE);
  g_ptr_array_add (queries, query);
  return queries;
}

static GPtrArray *
records_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) aj_values_unref);
}

static gboolean
add_record_cb (const AjValues *values, gpointer user_data, GError **error)
{
  g_ptr_array_add (user_data, (gpointer) aj_values_ref (values));
  return TRUE;
}

GArray *
aj_duplicate_search (AjStore *store, const AjRecordType *type, GError **error)
{
  g_autoptr (GPtrArray) queries = list_queries (type);
  g_autoptr (GPtrArray) records = records_new ();

  return aj_pass_run (store, queries, add_record_cb, records, error) ? find_pairs (records) : NULL;
}

static void
compare_in_thread (GTask *task, gpointer source, gpointer records, GCancellable *cancellable)
{
  g_task_return_pointer (task, find_pairs (records), (GDestroyNotify) g_array_unref);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (aj_pass_run_finish (AJ_STORE (source), result, &error))
    g_task_run_in_thread (task, compare_in_thread);
  else
    g_task_return_error (task, error);
}

void
aj_duplicate_search_async (AjStore *store,
                           const AjRecordType *type,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  g_autoptr (GPtrArray) queries = list_queries (type);
  GPtrArray *records = records_new ();
  GTask *task = g_task_new (store, cancellable, callback, user_data);

  g_task_set_source_tag (task, aj_duplicate_search_async);
  g_task_set_task_data (task, records, (GDestroyNotify) g_ptr_array_unref);
  aj_pass_run_async (store, queries, add_record_cb, records, cancellable, read_cb, task);
}

GArray *
aj_duplicate_search_finish (AjStore *store, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
