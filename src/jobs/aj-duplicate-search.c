/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-duplicate-search.h"

#include "aj-reading.h"

typedef struct
{
  AjReading *reading; /* (owned) */
  GPtrArray *records; /* (owned) (element-type AjValues) */
} Searching;

static void
searching_free (Searching *self)
{
  g_object_unref (self->reading);
  g_ptr_array_unref (self->records);
  g_free (self);
}

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

/* In the order in which they came, as far as ids tell: the same answer every time. */
static AjQuery *
make_query (const AjRecordType *type)
{
  AjQuery *query = aj_query_new (type);

  aj_query_order_by (query, "id", FALSE);
  return query;
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
  g_autoptr (AjQuery) query = make_query (type);
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func ((GDestroyNotify) aj_values_unref);

  return aj_store_each (store, query, add_record_cb, records, error) ? find_pairs (records) : NULL;
}

static void
compare_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Searching *searching = task_data;

  g_task_return_pointer (task, find_pairs (searching->records), (GDestroyNotify) g_array_unref);
}

static void
page_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Searching *searching = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (GPtrArray) page = aj_reading_next_finish (searching->reading, result, &error);

  if (page == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  for (guint i = 0; i < page->len; i++)
    g_ptr_array_add (searching->records, (gpointer) aj_values_ref (page->pdata[i]));
  if (page->len == 0)
    g_task_run_in_thread (task, compare_in_thread);
  else
    aj_reading_next_async (searching->reading, g_task_get_cancellable (task), page_read_cb,
                           g_object_ref (task));
}

void
aj_duplicate_search_async (AjStore *store,
                           const AjRecordType *type,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (store, cancellable, callback, user_data);
  g_autoptr (AjQuery) query = make_query (type);
  Searching *searching = g_new0 (Searching, 1);

  g_task_set_source_tag (task, aj_duplicate_search_async);
  searching->reading = aj_reading_new (store, query);
  searching->records = g_ptr_array_new_with_free_func ((GDestroyNotify) aj_values_unref);
  g_task_set_task_data (task, searching, (GDestroyNotify) searching_free);
  aj_reading_next_async (searching->reading, cancellable, page_read_cb, g_object_ref (task));
}

GArray *
aj_duplicate_search_finish (AjStore *store, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
