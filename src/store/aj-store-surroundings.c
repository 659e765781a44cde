/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-backend-surroundings.h"
#include "aj-store-private.h"

static AjSurroundingsRequest *
request_new (const AjRecordType *type, const char *id, AjSurroundingsFlags flags)
{
  AjSurroundingsRequest *request = g_new0 (AjSurroundingsRequest, 1);

  request->type = type;
  request->id = g_strdup (id);
  request->flags = flags;
  return request;
}

static void
request_free (AjSurroundingsRequest *request)
{
  g_free (request->id);
  g_clear_pointer (&request->answer, aj_surroundings_unref);
  g_free (request);
}

AjSurroundings *
aj_store_read_surroundings (AjStore *self,
                            const AjRecordType *type,
                            const char *id,
                            AjSurroundingsFlags flags,
                            GError **error)
{
  AjSurroundingsRequest *request;
  AjSurroundings *answer = NULL;

  g_return_val_if_fail (AJ_IS_STORE (self), NULL);
  g_return_val_if_fail (type != NULL && id != NULL, NULL);

  request = request_new (type, id, flags);
  if (aj_worker_run (aj_store_get_worker (self), aj_backend_read_surroundings, request, error))
    answer = g_steal_pointer (&request->answer);
  request_free (request);
  return answer;
}

static gboolean
read_for_task (AjBackend *backend, gpointer task, GError **error)
{
  return aj_backend_read_surroundings (backend, g_task_get_task_data (task), error);
}

static void
read_done (gpointer task, const GError *error)
{
  AjSurroundingsRequest *request = g_task_get_task_data (task);

  if (error != NULL)
    g_task_return_error (task, g_error_copy (error));
  else
    g_task_return_pointer (task, g_steal_pointer (&request->answer),
                           (GDestroyNotify) aj_surroundings_unref);
}

void
aj_store_read_surroundings_async (AjStore *self,
                                  const AjRecordType *type,
                                  const char *id,
                                  AjSurroundingsFlags flags,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (AJ_IS_STORE (self));
  g_return_if_fail (type != NULL && id != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, aj_store_read_surroundings_async);
  g_task_set_task_data (task, request_new (type, id, flags), (GDestroyNotify) request_free);
  aj_worker_ask (aj_store_get_worker (self), read_for_task, g_object_ref (task), g_object_unref,
                 cancellable, read_done);
}

AjSurroundings *
aj_store_read_surroundings_finish (AjStore *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
