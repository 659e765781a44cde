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

/* Something for the owner: one of the two. */
typedef struct
{
  AjMessage *message; /* (owned) (nullable) */
  AjJob *job;         /* (owned) (nullable): given when it is finished */
} AjNews;

struct _AjWorker
{
  AjBackend *backend; /* (owned): the thread's, until that has ended */
  gpointer owner;     /* (borrowed) */
  AjWorkerTold told;
  GThread *thread;        /* (owned) (nullable): NULL once stopped */
  GThread *reader;        /* (owned) (nullable): NULL until something is asked, and once stopped */
  GAsyncQueue *jobs;      /* (owned) (element-type AjJob) */
  GAsyncQueue *questions; /* (owned) (element-type AjJob): for the reader */
  GSource *wake;          /* (owned): brings the owner to what waits below */
  GMutex mutex;
  GCond cond;
  GQueue news; /* (element-type AjNews): in the order in which it is told, guarded by the mutex */
};

/* Its address ends either thread. */
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
news_free (AjNews *news)
{
  g_clear_pointer (&news->message, aj_message_free);
  g_clear_pointer (&news->job, job_free);
  g_free (news);
}

/* The mutex is held. */
static void
add_news (AjWorker *self, AjMessage *message, AjJob *job)
{
  AjNews *news = g_new0 (AjNews, 1);

  news->message = message;
  news->job = job;
  g_queue_push_tail (&self->news, news);
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
      add_news (self, NULL, job);
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

/* An answer takes its place among the news before it is known: what is told in between waits behind it. So no answer is
 * older than a change that was told before it. */
static void
answer (AjWorker *self, AjBackend *backend, AjJob *job)
{
  g_mutex_lock (&self->backend->beside);
  g_mutex_lock (&self->mutex);
  add_news (self, NULL, job);
  g_mutex_unlock (&self->mutex);

  run_job (backend, job);

  g_mutex_lock (&self->mutex);
  job->finished = TRUE;
  g_source_set_ready_time (self->wake, 0);
  g_mutex_unlock (&self->mutex);
  g_mutex_unlock (&self->backend->beside);
}

/* NULL where the file cannot be read beside the one who writes; then that one answers. */
static AjBackend *
open_beside (AjWorker *self)
{
  g_autoptr (GError) error = NULL;
  AjBackend *backend;

  if (self->backend->db == NULL || !aj_db_can_be_read_beside (self->backend->db))
    return NULL;
  backend = aj_backend_open_beside (self->backend, &error);
  if (backend == NULL)
    g_debug ("cannot read beside: %s", error->message);
  return backend;
}

static gpointer
reader_thread (gpointer user_data)
{
  AjWorker *self = user_data;
  AjBackend *backend = open_beside (self);
  AjJob *job;

  while ((job = g_async_queue_pop (self->questions)) != &stop_job)
    if (backend != NULL)
      answer (self, backend, job);
    else
      g_async_queue_push (self->jobs, job);
  g_clear_pointer (&backend, aj_backend_free);
  return NULL;
}

static void
tell_cb (gpointer user_data, AjMessage *message)
{
  AjWorker *self = user_data;

  g_mutex_lock (&self->mutex);
  add_news (self, message, NULL);
  g_source_set_ready_time (self->wake, 0);
  g_mutex_unlock (&self->mutex);
}

static void
pass (AjWorker *self, AjNews *news)
{
  if (news->message != NULL)
    self->told (self->owner, news->message);
  else if (news->job->done != NULL)
    news->job->done (news->job->data, news->job->error);
  news_free (news);
}

/* The first message, whatever stands before it. */
static AjNews *
steal_message (AjWorker *self)
{
  AjNews *news = NULL;

  g_mutex_lock (&self->mutex);
  for (GList *l = self->news.head; l != NULL; l = l->next)
    if (((AjNews *) l->data)->message != NULL)
      {
        news = l->data;
        g_queue_delete_link (&self->news, l);
        break;
      }
  g_mutex_unlock (&self->mutex);
  return news;
}

static void
pass_messages (AjWorker *self)
{
  AjNews *news;

  while ((news = steal_message (self)) != NULL)
    pass (self, news);
}

/* NULL when there is none, or the next is an answer that is still being found. */
static AjNews *
steal_next (AjWorker *self)
{
  AjNews *news;

  g_mutex_lock (&self->mutex);
  news = g_queue_peek_head (&self->news);
  if (news != NULL && news->job != NULL && !news->job->finished)
    news = NULL;
  if (news != NULL)
    g_queue_pop_head (&self->news);
  g_mutex_unlock (&self->mutex);
  return news;
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
  AjNews *news;

  /* An answer may drop the last other reference to the owner, and this worker with it. */
  g_object_ref (owner);
  g_source_set_ready_time (self->wake, -1);
  while ((news = steal_next (self)) != NULL)
    pass (self, news);
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
  self->questions = g_async_queue_new ();
  g_mutex_init (&self->mutex);
  g_cond_init (&self->cond);
  g_queue_init (&self->news);
  self->wake = g_source_new (&wake_funcs, sizeof (GSource));
  g_source_set_static_name (self->wake, "AjStore answers");
  g_source_set_callback (self->wake, wake_cb, self, NULL);
  g_source_attach (self->wake, context);
  aj_backend_set_tell (backend, tell_cb, self);
  self->thread = g_thread_new ("aj-store", worker_thread, self);
  return self;
}

/* First the reader: it needs what the other has, may still hand on questions to it, and the file is closed last by who can
 * fold the log back. */
static void
join_threads (AjWorker *self)
{
  if (self->thread == NULL)
    return;
  if (self->reader != NULL)
    {
      g_async_queue_push (self->questions, &stop_job);
      g_thread_join (g_steal_pointer (&self->reader));
    }
  g_async_queue_push (self->jobs, &stop_job);
  g_thread_join (g_steal_pointer (&self->thread));
}

void
aj_worker_free (AjWorker *self)
{
  join_threads (self);
  g_source_destroy (self->wake);
  g_queue_clear_full (&self->news, (GDestroyNotify) news_free);
  g_source_unref (self->wake);
  g_async_queue_unref (self->questions);
  g_async_queue_unref (self->jobs);
  g_cond_clear (&self->cond);
  g_mutex_clear (&self->mutex);
  g_free (self);
}

void
aj_worker_stop (AjWorker *self)
{
  join_threads (self);
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

static AjJob *
job_new (AjWorkerFunc func,
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
  return job;
}

static void
enqueue (AjWorker *self, GAsyncQueue *queue, AjJob *job)
{
  if (aj_worker_is_stopped (self))
    {
      set_closed_error (&job->error);
      finish_job (self, job);
      return;
    }
  g_async_queue_push (queue, job);
}

void
aj_worker_push (AjWorker *self,
                AjWorkerFunc func,
                gpointer data,
                GDestroyNotify destroy,
                GCancellable *cancellable,
                AjWorkerDone done)
{
  enqueue (self, self->jobs, job_new (func, data, destroy, cancellable, done));
}

void
aj_worker_ask (AjWorker *self,
               AjWorkerFunc func,
               gpointer data,
               GDestroyNotify destroy,
               GCancellable *cancellable,
               AjWorkerDone done)
{
  if (!aj_worker_is_stopped (self) && self->reader == NULL)
    self->reader = g_thread_new ("aj-store-reader", reader_thread, self);
  enqueue (self, self->questions, job_new (func, data, destroy, cancellable, done));
}
