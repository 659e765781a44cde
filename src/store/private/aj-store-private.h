/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-identity.h"
#include "aj-loader.h"
#include "aj-store.h"
#include "aj-worker.h"

G_BEGIN_DECLS

/* The copies that are being made, so that closing can stop them. */
typedef struct
{
  GMutex mutex;
  GCond cond;
  GPtrArray *running; /* (element-type GCancellable), guarded by the mutex */
} AjCopies;

void aj_copies_init (AjCopies *self);
void aj_copies_clear (AjCopies *self);
/* Stops them all, and waits until they are over. */
void aj_copies_stop (AjCopies *self);

/* For the other files of the store's own side: all on its owner's thread. */

AjWorker *aj_store_get_worker (AjStore *self);
AjIdentity *aj_store_get_identity (AjStore *self);
AjLoader *aj_store_get_loader (AjStore *self);
AjCopies *aj_store_get_copies (AjStore *self);
gboolean aj_store_is_exclusive (AjStore *self);

G_END_DECLS
