/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-store-private.h"

/* Answers @label when it was done, @next when it was refused and there is one. */
static gboolean
turn (AjStore *self, gboolean redo, gboolean pass_over, char **label, char **next, GError **error)
{
  AjUndoRequest request = { .at = aj_clock_get_unix (aj_store_get_clock (self)),
                            .redo = redo,
                            .pass_over = pass_over };
  gboolean turned = aj_worker_run (aj_store_get_worker (self), aj_backend_undo, &request, error);

  if (turned && label != NULL)
    *label = g_steal_pointer (&request.label);
  if (next != NULL)
    *next = turned ? NULL : g_steal_pointer (&request.next);
  g_free (request.label);
  g_free (request.next);
  return turned;
}

gboolean
aj_store_undo (AjStore *self, char **label, GError **error)
{
  g_return_val_if_fail (AJ_IS_STORE (self), FALSE);

  return turn (self, FALSE, FALSE, label, NULL, error);
}

gboolean
aj_store_redo (AjStore *self, char **label, GError **error)
{
  g_return_val_if_fail (AJ_IS_STORE (self), FALSE);

  return turn (self, TRUE, FALSE, label, NULL, error);
}

gboolean
aj_store_undo_full (AjStore *self, gboolean pass_over, char **label, char **next, GError **error)
{
  g_return_val_if_fail (AJ_IS_STORE (self), FALSE);

  return turn (self, FALSE, pass_over, label, next, error);
}

gboolean
aj_store_redo_full (AjStore *self, gboolean pass_over, char **label, char **next, GError **error)
{
  g_return_val_if_fail (AJ_IS_STORE (self), FALSE);

  return turn (self, TRUE, pass_over, label, next, error);
}

static void
undo_request_free (AjUndoRequest *request)
{
  g_free (request->label);
  g_free (request->next);
  g_free (request);
}

static gboolean
undo_for_task (AjBackend *backend, gpointer task, GError **error)
{
  return aj_backend_undo (backend, g_task_get_task_data (task), error);
}

static void
undo_done (gpointer task, const GError *error)
{
  AjUndoRequest *request = g_task_get_task_data (task);

  if (error != NULL)
    g_task_return_error (task, g_error_copy (error));
  else
    g_task_return_pointer (task, g_steal_pointer (&request->label), g_free);
}

static void
turn_async (AjStore *self,
            gboolean redo,
            gpointer source_tag,
            GCancellable *cancellable,
            GAsyncReadyCallback callback,
            gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  AjUndoRequest *request = g_new0 (AjUndoRequest, 1);

  request->at = aj_clock_get_unix (aj_store_get_clock (self));
  request->redo = redo;
  request->interactive = TRUE;
  g_task_set_source_tag (task, source_tag);
  /* What was written is written, even when it is cancelled right after. */
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, request, (GDestroyNotify) undo_request_free);
  aj_worker_push (aj_store_get_worker (self), undo_for_task, g_object_ref (task), g_object_unref,
                  cancellable, undo_done);
}

static gboolean
turn_finish (GAsyncResult *result, char **label, GError **error)
{
  g_autofree char *turned = g_task_propagate_pointer (G_TASK (result), error);

  if (turned == NULL)
    return FALSE;
  if (label != NULL)
    *label = g_steal_pointer (&turned);
  return TRUE;
}

void
aj_store_undo_async (AjStore *self,
                     GCancellable *cancellable,
                     GAsyncReadyCallback callback,
                     gpointer user_data)
{
  g_return_if_fail (AJ_IS_STORE (self));

  turn_async (self, FALSE, aj_store_undo_async, cancellable, callback, user_data);
}

gboolean
aj_store_undo_finish (AjStore *self, GAsyncResult *result, char **label, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return turn_finish (result, label, error);
}

void
aj_store_redo_async (AjStore *self,
                     GCancellable *cancellable,
                     GAsyncReadyCallback callback,
                     gpointer user_data)
{
  g_return_if_fail (AJ_IS_STORE (self));

  turn_async (self, TRUE, aj_store_redo_async, cancellable, callback, user_data);
}

gboolean
aj_store_redo_finish (AjStore *self, GAsyncResult *result, char **label, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return turn_finish (result, label, error);
}

GPtrArray *
aj_store_list_history (AjStore *self, const AjHistoryFilter *filter, GError **error)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func (
      (GDestroyNotify) aj_history_entry_free);
  AjHistoryRequest request = { .entries = entries };

  g_return_val_if_fail (AJ_IS_STORE (self), NULL);

  if (filter != NULL)
    request.filter = *filter;
  if (!aj_worker_run (aj_store_get_worker (self), aj_backend_list_history, &request, error))
    return NULL;
  return g_steal_pointer (&entries);
}

static void
history_request_free (AjHistoryRequest *request)
{
  g_free (request->id);
  g_free (request->author);
  g_clear_pointer (&request->entries, g_ptr_array_unref);
  g_free (request);
}

static gboolean
list_history_for_task (AjBackend *backend, gpointer task, GError **error)
{
  return aj_backend_list_history (backend, g_task_get_task_data (task), error);
}

static void
list_history_done (gpointer task, const GError *error)
{
  AjHistoryRequest *request = g_task_get_task_data (task);

  if (error != NULL)
    g_task_return_error (task, g_error_copy (error));
  else
    g_task_return_pointer (task, g_steal_pointer (&request->entries),
                           (GDestroyNotify) g_ptr_array_unref);
}

void
aj_store_list_history_async (AjStore *self,
                             const AjHistoryFilter *filter,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  AjHistoryRequest *request;

  g_return_if_fail (AJ_IS_STORE (self));

  request = g_new0 (AjHistoryRequest, 1);
  request->entries = g_ptr_array_new_with_free_func ((GDestroyNotify) aj_history_entry_free);
  if (filter != NULL)
    {
      request->filter = *filter;
      request->id = g_strdup (filter->id);
      request->filter.id = request->id;
      request->author = g_strdup (filter->author);
      request->filter.author = request->author;
    }
  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, aj_store_list_history_async);
  g_task_set_task_data (task, request, (GDestroyNotify) history_request_free);
  aj_worker_ask (aj_store_get_worker (self), list_history_for_task, g_object_ref (task),
                 g_object_unref, cancellable, list_history_done);
}

GPtrArray *
aj_store_list_history_finish (AjStore *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static gboolean
follow_job (AjBackend *backend, gpointer data, GError **error)
{
  return aj_backend_follow (backend, NULL, error);
}

gboolean
aj_store_refresh (AjStore *self, GError **error)
{
  g_return_val_if_fail (AJ_IS_STORE (self), FALSE);

  return aj_worker_run (aj_store_get_worker (self), follow_job, NULL, error);
}
