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

static gboolean
do_nothing (AjBackend *backend, gpointer data, GError **error)
{
  return TRUE;
}

static void
settled (gpointer task, const GError *error)
{
  if (error != NULL)
    g_task_return_error (task, g_error_copy (error));
  else
    g_task_return_boolean (task, TRUE);
}

static void
jobs_settled (gpointer task, const GError *error)
{
  if (error != NULL)
    g_task_return_error (task, g_error_copy (error));
  else
    aj_worker_ask (aj_store_get_worker (g_task_get_source_object (task)), do_nothing,
                   g_object_ref (task), g_object_unref, g_task_get_cancellable (task), settled);
}

/* Jobs are done and answered one by one, and so are questions: an empty one comes after all before it. */
void
aj_store_settle_async (AjStore *self,
                       GCancellable *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (AJ_IS_STORE (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, aj_store_settle_async);
  aj_worker_push (aj_store_get_worker (self), do_nothing, g_object_ref (task), g_object_unref,
                  cancellable, jobs_settled);
}

gboolean
aj_store_settle_finish (AjStore *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

void
aj_copies_init (AjCopies *self)
{
  g_mutex_init (&self->mutex);
  g_cond_init (&self->cond);
  self->running = g_ptr_array_new_with_free_func (g_object_unref);
}

void
aj_copies_clear (AjCopies *self)
{
  g_ptr_array_unref (self->running);
  g_mutex_clear (&self->mutex);
  g_cond_clear (&self->cond);
}

static void
copies_add (AjCopies *self, GCancellable *cancellable)
{
  g_mutex_lock (&self->mutex);
  g_ptr_array_add (self->running, g_object_ref (cancellable));
  g_mutex_unlock (&self->mutex);
}

static void
copies_remove (AjCopies *self, GCancellable *cancellable)
{
  g_mutex_lock (&self->mutex);
  g_ptr_array_remove (self->running, cancellable);
  g_cond_broadcast (&self->cond);
  g_mutex_unlock (&self->mutex);
}

void
aj_copies_stop (AjCopies *self)
{
  g_mutex_lock (&self->mutex);
  for (guint i = 0; i < self->running->len; i++)
    g_cancellable_cancel (self->running->pdata[i]);
  while (self->running->len > 0)
    g_cond_wait (&self->cond, &self->mutex);
  g_mutex_unlock (&self->mutex);
}

gboolean
aj_store_backup (AjStore *self, const char *path, gboolean replace, GError **error)
{
  AjBackupRequest request = { .path = (char *) path, .replace = replace };

  g_return_val_if_fail (AJ_IS_STORE (self), FALSE);
  g_return_val_if_fail (path != NULL, FALSE);

  return aj_worker_run (aj_store_get_worker (self), aj_backend_backup, &request, error);
}

typedef struct
{
  AjBackupRequest request;
  char *source;              /* (owned): the file of the store */
  GCancellable *cancellable; /* (owned): of this copy alone; the store may cancel it too */
  GCancellable *callers;     /* (owned) (nullable) */
  gulong callers_handler;
  AjStoreProgressFunc progress; /* (nullable) */
  gpointer progress_data;
  GMutex mutex;
  double fraction;  /* guarded by the mutex */
  gboolean pending; /* guarded by the mutex: the owner will be told */
} AjBackup;

static void
backup_free (AjBackup *backup)
{
  g_cancellable_disconnect (backup->callers, backup->callers_handler);
  g_clear_object (&backup->callers);
  g_clear_object (&backup->cancellable);
  g_mutex_clear (&backup->mutex);
  g_free (backup->request.path);
  g_free (backup->source);
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

/* On the thread that copies. */
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
  gboolean done;

  aj_db_set_cancellable (backend->db, backup->cancellable);
  done = aj_backend_backup (backend, &backup->request, error);
  copies_remove (aj_store_get_copies (g_task_get_source_object (task)), backup->cancellable);
  return done;
}

static void
backup_done (gpointer task, const GError *error)
{
  if (error != NULL)
    g_task_return_error (task, g_error_copy (error));
  else
    g_task_return_boolean (task, TRUE);
}

/* On a thread and a connection of its own, so that the store goes on reading and writing. */
static void
backup_thread (GTask *task, gpointer store, gpointer task_data, GCancellable *cancellable)
{
  AjBackup *backup = task_data;
  AjBackupRequest *request = &backup->request;
  g_autoptr (GError) error = NULL;
  AjDb *db = aj_db_open (backup->source, AJ_DB_OPEN_READ_ONLY, "", &error);

  if (db != NULL)
    {
      aj_db_backup (db, request->path, request->replace, request->progress, request->progress_data,
                    request->cancellable, &error);
      aj_db_close (db);
    }
  copies_remove (aj_store_get_copies (store), backup->cancellable);
  if (error != NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_task_return_boolean (task, TRUE);
}

static void
cancelled_cb (GCancellable *callers, gpointer cancellable)
{
  g_cancellable_cancel (cancellable);
}

static AjBackup *
backup_new (AjStore *store, const char *path, gboolean replace, GCancellable *callers)
{
  AjBackup *backup = g_new0 (AjBackup, 1);

  g_mutex_init (&backup->mutex);
  backup->source = g_strdup (aj_store_get_path (store));
  backup->cancellable = g_cancellable_new ();
  backup->request.path = g_strdup (path);
  backup->request.replace = replace;
  backup->request.cancellable = backup->cancellable;
  g_set_object (&backup->callers, callers);
  if (callers != NULL)
    backup->callers_handler = g_cancellable_connect (callers, G_CALLBACK (cancelled_cb),
                                                     g_object_ref (backup->cancellable),
                                                     g_object_unref);
  return backup;
}

void
aj_store_backup_async (AjStore *self,
                       const char *path,
                       gboolean replace,
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
  backup = backup_new (self, path, replace, cancellable);
  backup->progress = progress;
  backup->progress_data = progress_data;
  if (progress != NULL)
    {
      backup->request.progress = note_progress_cb;
      backup->request.progress_data = task;
    }
  g_task_set_task_data (task, backup, (GDestroyNotify) backup_free);
  if (!aj_worker_is_stopped (aj_store_get_worker (self)))
    copies_add (aj_store_get_copies (self), backup->cancellable);
  /* The job itself is not cancelled: it has to run, to take the copy off the list. */
  if (aj_store_is_exclusive (self) || aj_worker_is_stopped (aj_store_get_worker (self)))
    aj_worker_push (aj_store_get_worker (self), backup_for_task, g_object_ref (task),
                    g_object_unref, NULL, backup_done);
  else
    g_task_run_in_thread (task, backup_thread);
}

gboolean
aj_store_backup_finish (AjStore *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
