/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-backend-search.h"
#include "aj-store-private.h"

static void
search_request_free (AjSearchRequest *request)
{
  g_free (request->text);
  g_free (request->today);
  g_clear_pointer (&request->groups, g_ptr_array_unref);
  g_free (request);
}

static AjSearchRequest *
search_request_new (AjStore *store, const char *text, const AjRecordType *type, guint limit)
{
  AjSearchRequest *request = g_new0 (AjSearchRequest, 1);

  request->text = g_strdup (text);
  request->type = type;
  request->limit = limit;
  request->today = aj_date_to_iso (aj_clock_get_today (aj_store_get_clock (store)));
  return request;
}

GPtrArray *
aj_store_search (
    AjStore *self, const char *text, const AjRecordType *type, guint limit, GError **error)
{
  AjSearchRequest *request;
  GPtrArray *groups = NULL;

  g_return_val_if_fail (AJ_IS_STORE (self), NULL);
  g_return_val_if_fail (text != NULL && limit > 0, NULL);

  request = search_request_new (self, text, type, limit);
  if (aj_worker_run (aj_store_get_worker (self), aj_backend_search, request, error))
    groups = g_steal_pointer (&request->groups);
  search_request_free (request);
  return groups;
}

static gboolean
search_for_task (AjBackend *backend, gpointer task, GError **error)
{
  return aj_backend_search (backend, g_task_get_task_data (task), error);
}

static void
search_done (gpointer task, const GError *error)
{
  AjSearchRequest *request = g_task_get_task_data (task);

  if (error != NULL)
    g_task_return_error (task, g_error_copy (error));
  else
    g_task_return_pointer (task, g_steal_pointer (&request->groups),
                           (GDestroyNotify) g_ptr_array_unref);
}

void
aj_store_search_async (AjStore *self,
                       const char *text,
                       const AjRecordType *type,
                       guint limit,
                       GCancellable *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (AJ_IS_STORE (self));
  g_return_if_fail (text != NULL && limit > 0);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, aj_store_search_async);
  g_task_set_task_data (task, search_request_new (self, text, type, limit),
                        (GDestroyNotify) search_request_free);
  aj_worker_ask (aj_store_get_worker (self), search_for_task, g_object_ref (task), g_object_unref,
                 cancellable, search_done);
}

GPtrArray *
aj_store_search_finish (AjStore *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
recent_request_free (AjRecentRequest *request)
{
  g_clear_pointer (&request->hits, g_ptr_array_unref);
  g_free (request);
}

static gboolean
list_recent_for_task (AjBackend *backend, gpointer task, GError **error)
{
  return aj_backend_list_recent (backend, g_task_get_task_data (task), error);
}

static void
list_recent_done (gpointer task, const GError *error)
{
  AjRecentRequest *request = g_task_get_task_data (task);

  if (error != NULL)
    g_task_return_error (task, g_error_copy (error));
  else
    g_task_return_pointer (task, g_steal_pointer (&request->hits),
                           (GDestroyNotify) g_ptr_array_unref);
}

void
aj_store_list_recent_async (AjStore *self,
                            guint limit,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  AjRecentRequest *request;

  g_return_if_fail (AJ_IS_STORE (self));

  request = g_new0 (AjRecentRequest, 1);
  request->limit = limit;
  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, aj_store_list_recent_async);
  g_task_set_task_data (task, request, (GDestroyNotify) recent_request_free);
  aj_worker_ask (aj_store_get_worker (self), list_recent_for_task, g_object_ref (task),
                 g_object_unref, cancellable, list_recent_done);
}

GPtrArray *
aj_store_list_recent_finish (AjStore *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
