/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-history.h"

G_BEGIN_DECLS

#define AJ_ALL_FIELDS G_MAXUINT64

/* The fields of the mask as a JSON object, by their names in the table; empty fields are null. */
char *aj_history_to_json (const AjValues *values, guint64 fields);
/* @fields (nullable) receives which fields were there; one that the table does not know is passed over. */
AjValues *aj_history_from_json (const AjRecordType *type,
                                const char *id,
                                gint64 revision,
                                const char *json,
                                guint64 *fields,
                                GError **error);
/* The code that is stored, and back; an unknown one is a note. */
const char *aj_history_kind_to_code (AjHistoryKind kind);
AjHistoryKind aj_history_kind_from_code (const char *code);

/* Takes references; each of the states is nullable. */
AjHistoryChange *aj_history_change_new (const AjRecordType *type,
                                        const char *id,
                                        const AjValues *before,
                                        const AjValues *after);

AjChanges *aj_changes_new (void);
/* Takes the change over. */
void aj_changes_append (AjChanges *self, AjHistoryChange *change, gint64 revision);
/* The revision of the edit that made the change at @index of aj_changes_get_all(). */
gint64 aj_changes_get_revision (AjChanges *self, guint index);

G_END_DECLS
