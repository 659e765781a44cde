/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-backend.h"

G_BEGIN_DECLS

/* Adds to @entries (AjHistoryEntry), newest first, what was changed of the records with these ids, and of those that refer
 * to one of them or once did, for as long as they did. Each entry has only those changes. @ids end with NULL. To be called
 * inside a transaction. */
gboolean aj_backend_read_past (AjBackend *self,
                               const AjRecordType *type,
                               const char *const *ids,
                               GPtrArray *entries,
                               GError **error);

G_END_DECLS
