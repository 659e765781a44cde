/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-store.h"

G_BEGIN_DECLS

/* Goes through the records of several queries, one query after another, a page at a time. */

/* (transfer full) (nullable): what is asked next, when all that was asked before has been gone through; NULL at the end. */
typedef AjQuery *(*AjPassNextFunc) (gpointer user_data);

/* Once for every record. May run on another thread, while nobody else touches what @user_data is. */
typedef gboolean (*AjPassFunc) (const AjValues *values, gpointer user_data, GError **error);

/* @queries (element-type AjQuery). Waits. */
gboolean aj_pass_run (
    AjStore *store, GPtrArray *queries, AjPassFunc each, gpointer each_data, GError **error);
/* Where what is asked depends on what was found: @next and @each are both given @user_data, and never at the same time. */
gboolean aj_pass_run_chain (
    AjStore *store, AjPassNextFunc next, AjPassFunc each, gpointer user_data, GError **error);
/* The same without waiting, and without keeping the one that draws from drawing. @each_data must be there until the
 * answer is. */
void aj_pass_run_async (AjStore *store,
                        GPtrArray *queries,
                        AjPassFunc each,
                        gpointer each_data,
                        GCancellable *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer user_data);
void aj_pass_run_chain_async (AjStore *store,
                              AjPassNextFunc next,
                              AjPassFunc each,
                              gpointer each_data,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data);
/* Of both. */
gboolean aj_pass_run_finish (AjStore *store, GAsyncResult *result, GError **error);

G_END_DECLS
