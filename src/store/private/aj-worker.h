/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "aj-backend.h"

G_BEGIN_DECLS

/**
 * AjWorker:
 *
 * The threads of one store. The first runs jobs one by one against the backend, which nothing else
 * touches, and looks for what others wrote when it has nothing to do. The second answers questions on a
 * connection of its own, also while the first is long at work; it begins with the first question. Where the file
 * has no write-ahead log there is no such connection, and the first answers them in their turn.
 *
 * Everything that comes back comes back on the thread that made the worker (the owner): answers to jobs
 * in its main context; what the backend tells in between also whenever the owner waits for a job, so a job
 * that waited finds it applied. No answer is older than what was told before it: whoever was told of a
 * change and asks, or has asked already, finds it made.
 */
typedef struct _AjWorker AjWorker;

/* Runs on one of the worker's threads. What it needs and what it finds are in @data. */
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
/* The same for what only reads. It sees all that was told when it is asked; what was pushed and not yet answered it may
 * see or not. */
void aj_worker_ask (AjWorker *self,
                    AjWorkerFunc func,
                    gpointer data,
                    GDestroyNotify destroy,
                    GCancellable *cancellable,
                    AjWorkerDone done);
/* Finishes what was asked, closes the backend and waits for that. Jobs that come later fail. */
void aj_worker_stop (AjWorker *self);
gboolean aj_worker_is_stopped (AjWorker *self);

G_END_DECLS
