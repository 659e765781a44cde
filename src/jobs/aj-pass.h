/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-store.h"

G_BEGIN_DECLS

/* Goes through the records of several queries, one query after another, a page at a time. */

/* Once for every record. May run on another thread, while nobody else touches what @user_data is. */
typedef gboolean (*AjPassFunc) (const AjValues *values, gpointer user_data, GError **error);

/* @queries (element-type AjQuery). Waits. */
gboolean aj_pass_run (
    AjStore *store, GPtrArray *queries, AjPassFunc each, gpointer each_data, GError **error);
/* The same without waiting, and without keeping the one that draws from drawing. @each_data must be there until the
 * answer is. */
void aj_pass_run_async (AjStore *store,
                        GPtrArray *queries,
                        AjPassFunc each,
                        gpointer each_data,
                        GCancellable *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer user_data);
gboolean aj_pass_run_finish (AjStore *store, GAsyncResult *result, GError **error);

G_END_DECLS
