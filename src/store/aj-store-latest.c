/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-latest.h"

#include "aj-backend-latest.h"
#include "aj-store-private.h"

/* What a question waits for or is called back with. */
typedef struct
{
  AjLatestRequest request;
  AjWorkerFunc func;
} Asking;

void
aj_removed_free (AjRemoved *self)
{
  aj_values_unref (self->values);
  g_free (self);
}

static Asking *
asking_new (AjWorkerFunc func, const AjRecordType *type)
{
  Asking *self = g_new0 (Asking, 1);

  self->func = func;
  self->request.type = type;
  return self;
}

static Asking *
asking_new_for_query (AjQuery *query, const char *by, const char *field)
{
  const AjRecordType *type = aj_query_get_record_type (query);
  Asking *self = asking_new (aj_backend_find_latest, type);

  self->request.query = aj_query_ref (query);
  self->request.by = aj_record_type_get_field (type, by, NULL);
  self->request.field = aj_record_type_get_field (type, field, NULL);
  return self;
}

static void
asking_free (Asking *self)
{
  g_clear_pointer (&self->request.query, aj_query_unref);
  g_clear_pointer (&self->request.found, g_hash_table_unref);
  g_clear_pointer (&self->request.removed, g_ptr_array_unref);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Asking, asking_free)

static gboolean
ask_for_task (AjBackend *backend, gpointer task, GError **error)
{
  Asking *asking = g_task_get_task_data (task);

  return asking->func (backend, &asking->request, error);
}

static void
ask_done (gpointer task, const GError *error)
{
  Asking *asking = g_task_get_task_data (task);

  if (error != NULL)
    g_task_return_error (task, g_error_copy (error));
  else if (asking->request.removed != NULL)
    g_task_return_pointer (task, g_steal_pointer (&asking->request.removed),
                           (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_pointer (task, g_steal_pointer (&asking->request.found),
                           (GDestroyNotify) g_hash_table_unref);
}

/* Takes @asking. */
static void
ask_async (AjStore *self,
           gpointer source_tag,
           Asking *asking,
           GCancellable *cancellable,
           GAsyncReadyCallback callback,
           gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, source_tag);
  g_task_set_task_data (task, asking, (GDestroyNotify) asking_free);
  aj_worker_ask (aj_store_get_worker (self), ask_for_task, g_object_ref (task), g_object_unref,
                 cancellable, ask_done);
}

/* FALSE when it failed. */
static gboolean
ask (AjStore *self, Asking *asking, GError **error)
{
  return aj_worker_run (aj_store_get_worker (self), asking->func, &asking->request, error);
}

GHashTable *
aj_store_find_latest (
    AjStore *self, AjQuery *query, const char *by, const char *field, GError **error)
{
  g_autoptr (Asking) asking = NULL;

  g_return_val_if_fail (AJ_IS_STORE (self), NULL);
  g_return_val_if_fail (query != NULL && by != NULL && field != NULL, NULL);

  asking = asking_new_for_query (query, by, field);
  return ask (self, asking, error) ? g_steal_pointer (&asking->request.found) : NULL;
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

  ask_async (self, aj_store_find_latest_async, asking_new_for_query (query, by, field), cancellable,
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
  g_autoptr (Asking) asking = NULL;

  g_return_val_if_fail (AJ_IS_STORE (self), NULL);
  g_return_val_if_fail (type != NULL, NULL);

  asking = asking_new (aj_backend_find_last_edits, type);
  return ask (self, asking, error) ? g_steal_pointer (&asking->request.found) : NULL;
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

  ask_async (self, aj_store_find_last_edits_async, asking_new (aj_backend_find_last_edits, type),
             cancellable, callback, user_data);
}

GHashTable *
aj_store_find_last_edits_finish (AjStore *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

GPtrArray *
aj_store_list_removed (AjStore *self, const AjRecordType *type, GError **error)
{
  g_autoptr (Asking) asking = NULL;

  g_return_val_if_fail (AJ_IS_STORE (self), NULL);
  g_return_val_if_fail (type != NULL, NULL);

  asking = asking_new (aj_backend_list_removed, type);
  return ask (self, asking, error) ? g_steal_pointer (&asking->request.removed) : NULL;
}

void
aj_store_list_removed_async (AjStore *self,
                             const AjRecordType *type,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  g_return_if_fail (AJ_IS_STORE (self));
  g_return_if_fail (type != NULL);

  ask_async (self, aj_store_list_removed_async, asking_new (aj_backend_list_removed, type),
             cancellable, callback, user_data);
}

GPtrArray *
aj_store_list_removed_finish (AjStore *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
