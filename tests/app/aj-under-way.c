/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The linker brings every call of these functions here first (--wrap in meson.build), so that what is asked of another thread
 * is counted until it was answered, however long that thread has to wait for a processor. */
#include "aj-under-way.h"

#include "aj-worker.h"

typedef struct
{
  AjWorkerFunc func;
  gpointer data;
  GDestroyNotify destroy;
  AjWorkerDone done;
} Question;

typedef void Ask (AjWorker *self,
                  AjWorkerFunc func,
                  gpointer data,
                  GDestroyNotify destroy,
                  GCancellable *cancellable,
                  AjWorkerDone done);

Ask __real_aj_worker_ask, __wrap_aj_worker_ask;
Ask __real_aj_worker_push, __wrap_aj_worker_push;
void __real_g_task_run_in_thread (GTask *task, GTaskThreadFunc func);
void __wrap_g_task_run_in_thread (GTask *task, GTaskThreadFunc func);

static gint n_under_way;

static gboolean
run (AjBackend *backend, gpointer data, GError **error)
{
  Question *question = data;

  return question->func (backend, question->data, error);
}

static void
answer (gpointer data, const GError *error)
{
  Question *question = data;

  if (question->done != NULL)
    question->done (question->data, error);
}

static void
question_free (gpointer data)
{
  Question *question = data;

  if (question->destroy != NULL)
    question->destroy (question->data);
  g_free (question);
  g_atomic_int_add (&n_under_way, -1);
}

static void
count (Ask *ask,
       AjWorker *self,
       AjWorkerFunc func,
       gpointer data,
       GDestroyNotify destroy,
       GCancellable *cancellable,
       AjWorkerDone done)
{
  Question *question = g_new0 (Question, 1);

  question->func = func;
  question->data = data;
  question->destroy = destroy;
  question->done = done;
  g_atomic_int_inc (&n_under_way);
  ask (self, run, question, question_free, cancellable, answer);
}

void
__wrap_aj_worker_ask (AjWorker *self,
                      AjWorkerFunc func,
                      gpointer data,
                      GDestroyNotify destroy,
                      GCancellable *cancellable,
                      AjWorkerDone done)
{
  count (__real_aj_worker_ask, self, func, data, destroy, cancellable, done);
}

void
__wrap_aj_worker_push (AjWorker *self,
                       AjWorkerFunc func,
                       gpointer data,
                       GDestroyNotify destroy,
                       GCancellable *cancellable,
                       AjWorkerDone done)
{
  count (__real_aj_worker_push, self, func, data, destroy, cancellable, done);
}

static void
task_completed_cb (void)
{
  g_atomic_int_add (&n_under_way, -1);
}

void
__wrap_g_task_run_in_thread (GTask *task, GTaskThreadFunc func)
{
  g_atomic_int_inc (&n_under_way);
  g_signal_connect (task, "notify::completed", G_CALLBACK (task_completed_cb), NULL);
  __real_g_task_run_in_thread (task, func);
}

gboolean
aj_under_way_is_any (void)
{
  return g_atomic_int_get (&n_under_way) > 0;
}
