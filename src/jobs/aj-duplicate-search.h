/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-duplicates.h"
#include "aj-store.h"

G_BEGIN_DECLS

/* Looks through all records of a type for those that may well be one; see aj_duplicates_find(). (transfer full) (element-type
 * AjDuplicate): the surest first; the pairs own their values. Waits. */
GArray *aj_duplicate_search (AjStore *store, const AjRecordType *type, GError **error);
/* The same without waiting: neither the reading nor the comparing holds up who asked. */
void aj_duplicate_search_async (AjStore *store,
                                const AjRecordType *type,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data);
/* (transfer full) (element-type AjDuplicate): the surest first; the pairs own their values. */
GArray *aj_duplicate_search_finish (AjStore *store, GAsyncResult *result, GError **error);

G_END_DECLS
