/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-backend.h"

G_BEGIN_DECLS

/* Adds to @entries (AjHistoryEntry), newest first, what was changed of a record, and of those that refer to it or once did,
 * for as long as they did. Each entry has only those changes. To be called inside a transaction. */
gboolean aj_backend_read_past (
    AjBackend *self, const AjRecordType *type, const char *id, GPtrArray *entries, GError **error);

G_END_DECLS
