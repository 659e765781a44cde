/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-store.h"

G_BEGIN_DECLS

/* Planning a cancelled meeting again: it becomes what it was before it was cancelled. */

/* (transfer none): the state the meeting with @id had before it was cancelled last, by @entries (element-type
 * AjHistoryEntry), history from new to old with the changes; "planned" when it does not tell. */
const char *aj_reinstate_find_state (GPtrArray *entries, const char *id);

/* The same, read from the store without waiting. */
void aj_reinstate_read_state_async (AjStore *store,
                                    const char *id,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data);
/* (transfer full) */
char *aj_reinstate_read_state_finish (AjStore *store, GAsyncResult *result, GError **error);

G_END_DECLS
