/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-retention.h"
#include "aj-store.h"

G_BEGIN_DECLS

/* Who has been kept without use for a term (see AjRetention), by all that the store knows of it. */

/* (transfer full) (element-type AjUnused): @months is at least 1. Waits. */
GPtrArray *aj_due_people_list (AjStore *store, int months, GError **error);
void aj_due_people_list_async (AjStore *store,
                               int months,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data);
GPtrArray *aj_due_people_list_finish (AjStore *store, GAsyncResult *result, GError **error);

/* Whether a commit may have made the list another one. */
gboolean aj_due_people_are_concerned (AjChanges *changes);

G_END_DECLS
