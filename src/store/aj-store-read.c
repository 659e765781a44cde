/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-store-private.h"

#include <glib/gi18n-lib.h>

#include "aj-reading.h"

AjRecord *
aj_store_ref_record (AjStore *self, const AjRecordType *type, const char *id)
{
  AjRecord *record;

  g_return_val_if_fail (AJ_IS_STORE (self), NULL);
  g_return_val_if_fail (type != NULL && id != NULL, NULL);

  record = aj_identity_ref (aj_store_get_identity (self), type, id);
  if (!aj_record_is_loaded (record) && !aj_record_is_removed (record))
    aj_loader_want (aj_store_get_loader (self), type, id);
  return record;
}

static GPtrArray *
new_values_array (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) aj_values_unref);
}

AjRecord *
aj_store_load_record (AjStore *self, const AjRecordType *type, const char *id, GError **error)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  g_autoptr (GPtrArray) values = new_values_array ();
  AjLoadRequest request = { .type = type, .ids = ids, .values = values };

  g_return_val_if_fail (AJ_IS_STORE (self), NULL);
  g_return_val_if_fail (type != NULL && id != NULL, NULL);

  g_ptr_array_add (ids, (gpointer) id);
  if (!aj_worker_run (aj_store_get_worker (self), aj_backend_load, &request, error))
    return NULL;
  if (values->len == 0)
    {
      g_set_error (error, AJ_STORE_ERROR, AJ_STORE_ERROR_NOT_FOUND,
                   /* Translators: the kind of a record, such as "Meeting", and its identity. */
                   _ ("%s %s is not there. It may have been removed."),
                   aj_record_type_get_label (type), id);
      return NULL;
    }
  return aj_identity_ref_with_values (aj_store_get_identity (self), g_ptr_array_index (values, 0));
}

/* The objects of the states, (transfer container). */
static GPtrArray *
ref_records (AjStore *self, GPtrArray *values)
{
  GPtrArray *records = g_ptr_array_new_full (values->len, g_object_unref);

  for (guint i = 0; i < values->len; i++)
    g_ptr_array_add (records, aj_identity_ref_with_values (aj_store_get_identity (self),
                                                           g_ptr_array_index (values, i)));
  return records;
}

GPtrArray *
aj_store_fetch (AjStore *self, AjQuery *query, GError **error)
{
  g_autoptr (GPtrArray) values = new_values_array ();
  AjFetchRequest request = { .query = query, .values = values };

  g_return_val_if_fail (AJ_IS_STORE (self), NULL);
  g_return_val_if_fail (query != NULL, NULL);

  if (!aj_worker_run (aj_store_get_worker (self), aj_backend_fetch, &request, error))
    return NULL;
  return ref_records (self, values);
}

static void
fetch_request_free (AjFetchRequest *request)
{
  aj_query_unref (request->query);
  g_ptr_array_unref (request->values);
  g_free (request);
}

static gboolean
fetch_for_task (AjBackend *backend, gpointer task, GError **error)
{
  return aj_backend_fetch (backend, g_task_get_task_data (task), error);
}

static void
fetch_done (gpointer task, const GError *error)
{
  AjFetchRequest *request = g_task_get_task_data (task);

  if (error != NULL)
    g_task_return_error (task, g_error_copy (error));
  else
    g_task_return_pointer (task, ref_records (g_task_get_source_object (task), request->values),
                           (GDestroyNotify) g_ptr_array_unref);
}

void
aj_store_fetch_async (AjStore *self,
                      AjQuery *query,
                      GCancellable *cancellable,
                      GAsyncReadyCallback callback,
                      gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  AjFetchRequest *request;

  g_return_if_fail (AJ_IS_STORE (self));
  g_return_if_fail (query != NULL);

  request = g_new0 (AjFetchRequest, 1);
  request->query = aj_query_ref (query);
  request->values = new_values_array ();
  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, aj_store_fetch_async);
  g_task_set_task_data (task, request, (GDestroyNotify) fetch_request_free);
  aj_worker_ask (aj_store_get_worker (self), fetch_for_task, g_object_ref (task), g_object_unref,
                 cancellable, fetch_done);
}

GPtrArray *
aj_store_fetch_finish (AjStore *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

gint64
aj_store_count (AjStore *self, AjQuery *query, GError **error)
{
  AjFetchRequest request = { .query = query };

  g_return_val_if_fail (AJ_IS_STORE (self), -1);
  g_return_val_if_fail (query != NULL, -1);

  if (!aj_worker_run (aj_store_get_worker (self), aj_backend_count, &request, error))
    return -1;
  return request.count;
}

gboolean
aj_store_each (
    AjStore *self, AjQuery *query, AjStoreEachFunc each, gpointer user_data, GError **error)
{
  g_autoptr (AjReading) reading = NULL;

  g_return_val_if_fail (AJ_IS_STORE (self), FALSE);
  g_return_val_if_fail (query != NULL && each != NULL, FALSE);

  reading = aj_reading_new (self, query);
  while (TRUE)
    {
      g_autoptr (GPtrArray) page = aj_reading_next (reading, error);

      if (page == NULL)
        return FALSE;
      if (page->len == 0)
        return TRUE;
      for (guint i = 0; i < page->len; i++)
        if (!each (page->pdata[i], user_data, error))
          return FALSE;
    }
}
