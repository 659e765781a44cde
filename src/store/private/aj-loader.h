/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-identity.h"
#include "aj-worker.h"

G_BEGIN_DECLS

/**
 * AjLoader:
 *
 * Brings records their values. What is asked for in one turn of the main loop becomes one question for
 * each type. Belongs to the owner's thread.
 */
typedef struct _AjLoader AjLoader;

/* What was asked for has been answered; those that do not exist are not among @records (element-type AjRecord). */
typedef void (*AjLoaderDone) (GPtrArray *records, gpointer user_data);

/* Both are borrowed; the worker must be freed before the loader is. */
AjLoader *aj_loader_new (AjWorker *worker, AjIdentity *identity);
void aj_loader_free (AjLoader *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AjLoader, aj_loader_free)

/* The record loads soon, when somebody still holds it then. */
void aj_loader_want (AjLoader *self, const AjRecordType *type, const char *id);
/* Loads all of @ids (element-type utf8, taken over) now. @done is called unless the store is closed first; it should hold
 * on to the records, which nobody else may do. */
void aj_loader_load (AjLoader *self,
                     const AjRecordType *type,
                     GPtrArray *ids,
                     AjLoaderDone done,
                     gpointer user_data,
                     GDestroyNotify destroy);

G_END_DECLS
