/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "aj-backend.h"

G_BEGIN_DECLS

/**
 * AjWorker:
 *
 * The thread of one store. It runs jobs one by one against the backend, which nothing else touches,
 * and looks for what others wrote when it has nothing to do. Everything that comes back comes back on
 * the thread that made the worker (the owner): answers to jobs in its main context; what the backend
 * tells in between also whenever the owner waits for a job, so a job that waited finds it applied.
 */
typedef struct _AjWorker AjWorker;

/* Runs on the worker's thread. What it needs and what it finds are in @data. */
typedef gboolean (*AjWorkerFunc) (AjBackend *backend, gpointer data, GError **error);
/* Runs on the owner's thread; @error is NULL when the job succeeded. */
typedef void (*AjWorkerDone) (gpointer data, const GError *error);
/* What the backend told; runs on the owner's thread. */
typedef void (*AjWorkerTold) (gpointer owner, gpointer message);

/* @owner is a GObject and frees the worker before it dies. @backend is taken over. */
AjWorker *aj_worker_new (AjBackend *backend, gpointer owner, AjWorkerTold told);
/* Stops the thread when that was not done yet. Jobs that were not answered are freed without an answer. */
void aj_worker_free (AjWorker *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AjWorker, aj_worker_free)

/* Waits for the answer. */
gboolean aj_worker_run (AjWorker *self, AjWorkerFunc func, gpointer data, GError **error);
/* Does not wait. @done and @destroy (both nullable) run on the owner's thread. */
void aj_worker_push (AjWorker *self,
                     AjWorkerFunc func,
                     gpointer data,
                     GDestroyNotify destroy,
                     GCancellable *cancellable,
                     AjWorkerDone done);
/* Finishes what was asked, closes the backend and waits for that. Jobs that come later fail. */
void aj_worker_stop (AjWorker *self);
gboolean aj_worker_is_stopped (AjWorker *self);

G_END_DECLS
