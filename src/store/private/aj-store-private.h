/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-identity.h"
#include "aj-loader.h"
#include "aj-store.h"
#include "aj-worker.h"

G_BEGIN_DECLS

/* For the other files of the store's own side: all on its owner's thread. */

AjWorker *aj_store_get_worker (AjStore *self);
AjIdentity *aj_store_get_identity (AjStore *self);
AjLoader *aj_store_get_loader (AjStore *self);

G_END_DECLS
