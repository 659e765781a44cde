/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-latest.h"

#include "aj-backend-latest.h"
#include "aj-store-private.h"

static AjLatestRequest *
request_new (AjQuery *query, const char *by, const char *field)
{
  AjLatestRequest *request = g_new0 (AjLatestRequest, 1);
  const AjRecordType *type = aj_query_get_record_type (query);

  request->query = aj_query_ref (query);
  request->by = aj_record_type_get_field (type, by, NULL);
  request->field = aj_record_type_get_field (type, field, NULL);
  return request;
}

static AjLatestRequest *
request_new_for_edits (const AjRecordType *type)
{
  AjLatestRequest *request = g_new0 (AjLatestRequest, 1);

  request->type = type;
  return request;
}

static void
request_free (AjLatestRequest *request)
{
  g_clear_pointer (&request->query, aj_query_unref);
  g_clear_pointer (&request->found, g_hash_table_unref);
  g_free (request);
}

/* Takes @request. */
static GHashTable *
run (AjStore *self, AjWorkerFunc func, AjLatestRequest *request, GError **error)
{
  GHashTable *found = NULL;

  if (aj_worker_run (aj_store_get_worker (self), func, request, error))
    found = g_steal_pointer (&request->found);
  request_free (request);
  return found;
}

static gboolean
run_for_task (AjBackend *backend, gpointer task, GError **error)
{
  AjLatestRequest *request = g_task_get_task_data (task);

  return request->query != NULL ? aj_backend_find_latest (backend, request, error)
                                : aj_backend_find_last_edits (backend, request, error);
}

static void
done (gpointer task, const GError *error)
{
  AjLatestRequest *request = g_task_get_task_data (task);

  if (error != NULL)
    g_task_return_error (task, g_error_copy (error));
  else
    g_task_return_pointer (task, g_steal_pointer (&request->found),
                           (GDestroyNotify) g_hash_table_unref);
}

/* Takes @request. */
static void
run_async (AjStore *self,
           gpointer source_tag,
           AjLatestRequest *request,
           GCancellable *cancellable,
           GAsyncReadyCallback callback,
           gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, source_tag);
  g_task_set_task_data (task, request, (GDestroyNotify) request_free);
  aj_worker_push (aj_store_get_worker (self), run_for_task, g_object_ref (task), g_object_unref,
                  cancellable, done);
}

GHashTable *
aj_store_find_latest (
    AjStore *self, AjQuery *query, const char *by, const char *field, GError **error)
{
  g_return_val_if_fail (AJ_IS_STORE (self), NULL);
  g_return_val_if_fail (query != NULL && by != NULL && field != NULL, NULL);

  return run (self, aj_backend_find_latest, request_new (query, by, field), error);
}

void
aj_store_find_latest_async (AjStore *self,
                            AjQuery *query,
                            const char *by,
                            const char *field,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  g_return_if_fail (AJ_IS_STORE (self));
  g_return_if_fail (query != NULL && by != NULL && field != NULL);

  run_async (self, aj_store_find_latest_async, request_new (query, by, field), cancellable,
             callback, user_data);
}

GHashTable *
aj_store_find_latest_finish (AjStore *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

GHashTable *
aj_store_find_last_edits (AjStore *self, const AjRecordType *type, GError **error)
{
  g_return_val_if_fail (AJ_IS_STORE (self), NULL);
  g_return_val_if_fail (type != NULL, NULL);

  return run (self, aj_backend_find_last_edits, request_new_for_edits (type), error);
}

void
aj_store_find_last_edits_async (AjStore *self,
                                const AjRecordType *type,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  g_return_if_fail (AJ_IS_STORE (self));
  g_return_if_fail (type != NULL);

  run_async (self, aj_store_find_last_edits_async, request_new_for_edits (type), cancellable,
             callback, user_data);
}

GHashTable *
aj_store_find_last_edits_finish (AjStore *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
