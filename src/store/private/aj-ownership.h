/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-transaction.h"

G_BEGIN_DECLS

/* Records that are part of another one, as their types say (AjRecordType.owner_field): they follow it, they are bound by
 * it, and they go with it. Kept within the transaction of the edit, so it is all one step of undo. */

/* Of AjTransaction.owners, .removed and .parts. */
GHashTable *aj_ownership_new_owners (void);
GPtrArray *aj_ownership_new_removed (void);
GPtrArray *aj_ownership_new_parts (void);

/* Fills in what @after takes from its owner and asks its type whether the change may be. @after is NULL for a removal. */
gboolean aj_ownership_settle (AjTransaction *transaction,
                              const AjValues *before,
                              AjValues *after,
                              GError **error);
/* The record was written, or removed: what is part of it is to be looked at by aj_ownership_follow(). */
void aj_ownership_note_written (AjTransaction *transaction,
                                const AjValues *before,
                                const AjValues *after);
void aj_ownership_note_removed (AjTransaction *transaction, const AjValues *before);
/* At the end of the edit, so that nothing it does stands in the way: what is part of those that were written follows them,
 * and of those that were removed is removed, unless the edit gave it to another. Loose references to what went are emptied. */
gboolean aj_ownership_follow (AjTransaction *transaction, GError **error);
/* After that: whether the parts of each owner may stand beside each other, now that all is written. The transaction holds the
 * file for writing, so nobody else adds one meanwhile. */
gboolean aj_ownership_check_parts (AjTransaction *transaction, GError **error);

G_END_DECLS
