/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-store-private.h"

GPtrArray *
aj_store_check (AjStore *self, GError **error)
{
  GPtrArray *problems = NULL;

  g_return_val_if_fail (AJ_IS_STORE (self), NULL);

  if (!aj_worker_run (aj_store_get_worker (self), aj_backend_check, &problems, error))
    return NULL;
  return problems;
}

gboolean
aj_store_backup (AjStore *self, const char *path, GError **error)
{
  AjBackupRequest request = { .path = (char *) path };

  g_return_val_if_fail (AJ_IS_STORE (self), FALSE);
  g_return_val_if_fail (path != NULL, FALSE);

  return aj_worker_run (aj_store_get_worker (self), aj_backend_backup, &request, error);
}

typedef struct
{
  AjBackupRequest request;
  AjStoreProgressFunc progress; /* (nullable) */
  gpointer progress_data;
  GMutex mutex;
  double fraction;  /* guarded by the mutex */
  gboolean pending; /* guarded by the mutex: the owner will be told */
} AjBackup;

static void
backup_free (AjBackup *backup)
{
  g_mutex_clear (&backup->mutex);
  g_free (backup->request.path);
  g_free (backup);
}

/* On the owner's thread. */
static gboolean
show_progress_cb (gpointer user_data)
{
  GTask *task = user_data;
  AjBackup *backup = g_task_get_task_data (task);
  double fraction;

  g_mutex_lock (&backup->mutex);
  fraction = backup->fraction;
  backup->pending = FALSE;
  g_mutex_unlock (&backup->mutex);
  if (!g_task_get_completed (task))
    backup->progress (fraction, backup->progress_data);
  return G_SOURCE_REMOVE;
}

/* On the worker's thread. */
static void
note_progress_cb (double fraction, gpointer user_data)
{
  GTask *task = user_data;
  AjBackup *backup = g_task_get_task_data (task);
  g_autoptr (GSource) source = NULL;
  gboolean pending;

  g_mutex_lock (&backup->mutex);
  backup->fraction = fraction;
  pending = backup->pending;
  backup->pending = TRUE;
  g_mutex_unlock (&backup->mutex);
  if (pending)
    return;
  source = g_idle_source_new ();
  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, show_progress_cb, g_object_ref (task), g_object_unref);
  g_source_attach (source, g_task_get_context (task));
}

static gboolean
backup_for_task (AjBackend *backend, gpointer task, GError **error)
{
  AjBackup *backup = g_task_get_task_data (task);

  return aj_backend_backup (backend, &backup->request, error);
}

static void
backup_done (gpointer task, const GError *error)
{
  if (error != NULL)
    g_task_return_error (task, g_error_copy (error));
  else
    g_task_return_boolean (task, TRUE);
}

static void
task_unref (gpointer task)
{
  g_object_unref (task);
}

void
aj_store_backup_async (AjStore *self,
                       const char *path,
                       AjStoreProgressFunc progress,
                       gpointer progress_data,
                       GCancellable *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  AjBackup *backup;

  g_return_if_fail (AJ_IS_STORE (self));
  g_return_if_fail (path != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, aj_store_backup_async);
  /* A copy that was finished is there, even when it is cancelled right after. */
  g_task_set_check_cancellable (task, FALSE);
  backup = g_new0 (AjBackup, 1);
  g_mutex_init (&backup->mutex);
  backup->request.path = g_strdup (path);
  backup->request.cancellable = cancellable;
  backup->progress = progress;
  backup->progress_data = progress_data;
  if (progress != NULL)
    {
      backup->request.progress = note_progress_cb;
      backup->request.progress_data = task;
    }
  g_task_set_task_data (task, backup, (GDestroyNotify) backup_free);
  aj_worker_push (aj_store_get_worker (self), backup_for_task, g_object_ref (task), task_unref,
                  cancellable, backup_done);
}

gboolean
aj_store_backup_finish (AjStore *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
