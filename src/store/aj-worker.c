/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-worker.h"

#include <glib/gi18n-lib.h>

/* How often to look for what others wrote when nothing else wakes the thread. */
#define FOLLOW_INTERVAL (G_USEC_PER_SEC / 2)

typedef struct
{
  AjWorkerFunc func;
  gpointer data;
  GDestroyNotify destroy;    /* (nullable) */
  GCancellable *cancellable; /* (owned) (nullable) */
  AjWorkerDone done;         /* (nullable) */
  GError *error;             /* (owned) (nullable) */
  gboolean awaited;          /* lives on the stack of the owner, who waits for it */
  gboolean finished;         /* guarded by the mutex */
} AjJob;

struct _AjWorker
{
  AjBackend *backend; /* (owned): the thread's, until that has ended */
  gpointer owner;     /* (borrowed) */
  AjWorkerTold told;
  GThread *thread;   /* (owned) (nullable): NULL once stopped */
  GAsyncQueue *jobs; /* (owned) (element-type AjJob) */
  GSource *wake;     /* (owned): brings the owner to what waits below */
  GMutex mutex;
  GCond cond;
  GQueue messages; /* (element-type AjMessage), guarded by the mutex */
  GQueue finished; /* (element-type AjJob), guarded by the mutex */
};

/* Its address ends the thread. */
static AjJob stop_job;

static void
job_free (AjJob *job)
{
  if (job->destroy != NULL)
    job->destroy (job->data);
  g_clear_object (&job->cancellable);
  g_clear_error (&job->error);
  g_free (job);
}

static void
run_job (AjBackend *backend, AjJob *job)
{
  if (g_cancellable_set_error_if_cancelled (job->cancellable, &job->error))
    return;
  if (backend->db != NULL)
    aj_db_set_cancellable (backend->db, job->cancellable);
  if (!job->func (backend, job->data, &job->error) && job->error == NULL)
    g_critical ("a job failed without saying why");
  if (backend->db != NULL)
    aj_db_set_cancellable (backend->db, NULL);
}

static void
finish_job (AjWorker *self, AjJob *job)
{
  g_mutex_lock (&self->mutex);
  job->finished = TRUE;
  if (job->awaited)
    {
      g_cond_broadcast (&self->cond);
    }
  else
    {
      g_queue_push_tail (&self->finished, job);
      g_source_set_ready_time (self->wake, 0);
    }
  g_mutex_unlock (&self->mutex);
}

static void
follow (AjWorker *self)
{
  g_autoptr (GError) error = NULL;

  /* Nobody asked, so nobody can be told; the next question meets the same trouble and reports it. */
  if (self->backend->db != NULL && !aj_backend_follow (self->backend, NULL, &error))
    g_debug ("cannot look for the changes of others: %s", error->message);
}

static gpointer
worker_thread (gpointer user_data)
{
  AjWorker *self = user_data;
  gint64 followed_at = g_get_monotonic_time ();
  AjJob *job = NULL;

  while (job != &stop_job)
    {
      job = g_async_queue_timeout_pop (self->jobs, FOLLOW_INTERVAL);
      if (job != NULL && job != &stop_job)
        {
          run_job (self->backend, job);
          finish_job (self, job);
        }
      if (job != &stop_job && g_get_monotonic_time () - followed_at >= FOLLOW_INTERVAL)
        {
          follow (self);
          followed_at = g_get_monotonic_time ();
        }
    }
  g_clear_pointer (&self->backend, aj_backend_free);
  return NULL;
}

static void
tell_cb (gpointer user_data, AjMessage *message)
{
  AjWorker *self = user_data;

  g_mutex_lock (&self->mutex);
  g_queue_push_tail (&self->messages, message);
  g_source_set_ready_time (self->wake, 0);
  g_mutex_unlock (&self->mutex);
}

static gpointer
pop (AjWorker *self, GQueue *queue)
{
  gpointer head;

  g_mutex_lock (&self->mutex);
  head = g_queue_pop_head (queue);
  g_mutex_unlock (&self->mutex);
  return head;
}

static void
pass_messages (AjWorker *self)
{
  AjMessage *message;

  while ((message = pop (self, &self->messages)) != NULL)
    {
      self->told (self->owner, message);
      aj_message_free (message);
    }
}

static gboolean
wake_dispatch (GSource *source, GSourceFunc callback, gpointer user_data)
{
  return callback (user_data);
}

/* Answers are given from here alone, never while the owner waits for something else: a callback finds its caller gone
 * back to the main loop, as with every other asynchronous call. */
static gboolean
wake_cb (gpointer user_data)
{
  AjWorker *self = user_data;
  gpointer owner = self->owner;
  AjJob *job;

  /* An answer may drop the last other reference to the owner, and this worker with it. */
  g_object_ref (owner);
  g_source_set_ready_time (self->wake, -1);
  pass_messages (self);
  while ((job = pop (self, &self->finished)) != NULL)
    {
      pass_messages (self);
      if (job->done != NULL)
        job->done (job->data, job->error);
      job_free (job);
    }
  g_object_unref (owner);
  return G_SOURCE_CONTINUE;
}

static GSourceFuncs wake_funcs = { NULL, NULL, wake_dispatch, NULL, NULL, NULL };

AjWorker *
aj_worker_new (AjBackend *backend, gpointer owner, AjWorkerTold told)
{
  AjWorker *self = g_new0 (AjWorker, 1);
  g_autoptr (GMainContext) context = g_main_context_ref_thread_default ();

  self->backend = backend;
  self->owner = owner;
  self->told = told;
  self->jobs = g_async_queue_new ();
  g_mutex_init (&self->mutex);
  g_cond_init (&self->cond);
  g_queue_init (&self->messages);
  g_queue_init (&self->finished);
  self->wake = g_source_new (&wake_funcs, sizeof (GSource));
  g_source_set_static_name (self->wake, "AjStore answers");
  g_source_set_callback (self->wake, wake_cb, self, NULL);
  g_source_attach (self->wake, context);
  aj_backend_set_tell (backend, tell_cb, self);
  self->thread = g_thread_new ("aj-store", worker_thread, self);
  return self;
}

static void
join_thread (AjWorker *self)
{
  if (self->thread == NULL)
    return;
  g_async_queue_push (self->jobs, &stop_job);
  g_thread_join (g_steal_pointer (&self->thread));
}

void
aj_worker_free (AjWorker *self)
{
  AjMessage *message;
  AjJob *job;

  join_thread (self);
  g_source_destroy (self->wake);
  while ((message = g_queue_pop_head (&self->messages)) != NULL)
    aj_message_free (message);
  while ((job = g_queue_pop_head (&self->finished)) != NULL)
    job_free (job);
  g_source_unref (self->wake);
  g_async_queue_unref (self->jobs);
  g_cond_clear (&self->cond);
  g_mutex_clear (&self->mutex);
  g_free (self);
}

void
aj_worker_stop (AjWorker *self)
{
  join_thread (self);
  pass_messages (self);
}

gboolean
aj_worker_is_stopped (AjWorker *self)
{
  return self->thread == NULL;
}

static void
set_closed_error (GError **error)
{
  g_set_error_literal (error, AJ_STORE_ERROR, AJ_STORE_ERROR_FAILED,
                       _ ("The file was closed. Open it again."));
}

gboolean
aj_worker_run (AjWorker *self, AjWorkerFunc func, gpointer data, GError **error)
{
  AjJob job = { .func = func, .data = data, .awaited = TRUE };

  if (aj_worker_is_stopped (self))
    {
      set_closed_error (error);
      return FALSE;
    }
  g_async_queue_push (self->jobs, &job);
  g_mutex_lock (&self->mutex);
  while (!job.finished)
    g_cond_wait (&self->cond, &self->mutex);
  g_mutex_unlock (&self->mutex);
  pass_messages (self);

  if (job.error == NULL)
    return TRUE;
  g_propagate_error (error, job.error);
  return FALSE;
}

void
aj_worker_push (AjWorker *self,
                AjWorkerFunc func,
                gpointer data,
                GDestroyNotify destroy,
                GCancellable *cancellable,
                AjWorkerDone done)
{
  AjJob *job = g_new0 (AjJob, 1);

  job->func = func;
  job->data = data;
  job->destroy = destroy;
  job->done = done;
  g_set_object (&job->cancellable, cancellable);
  if (aj_worker_is_stopped (self))
    {
      set_closed_error (&job->error);
      finish_job (self, job);
      return;
    }
  g_async_queue_push (self->jobs, job);
}
