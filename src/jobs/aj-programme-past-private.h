/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-history.h"
#include "aj-store.h"

G_BEGIN_DECLS

/* What records of one type were like at an earlier moment, found by walking history back from what they are now. */
typedef struct _AjProgrammePast AjProgrammePast;

AjProgrammePast *aj_programme_past_new (const AjRecordType *type);
void aj_programme_past_free (AjProgrammePast *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AjProgrammePast, aj_programme_past_free)

/* The changes of one line of history; lines come newest first. */
void aj_programme_past_add (AjProgrammePast *self, const AjHistoryEntry *entry);
/* (element-type utf8) (transfer container): of which something is known, in no order. */
GPtrArray *aj_programme_past_list_ids (AjProgrammePast *self);
/* (transfer full) (nullable): what the record was like before everything that was added; @now (nullable) is what it is.
 * NULL: it was not there. */
AjValues *aj_programme_past_restore (AjProgrammePast *self, const char *id, const AjValues *now);

G_END_DECLS
