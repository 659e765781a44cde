/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-editor-row.h"
#include "aj-record.h"
#include "aj-services.h"

G_BEGIN_DECLS

#define AJ_TYPE_FIELD_ROW (aj_field_row_get_type ())

/**
 * AjFieldRow:
 *
 * One field of one record in a boxed list, edited in place and saved when the cursor leaves it or Enter
 * is pressed (switches and choices at once), as one undoable edit. Which widget it shows follows from the
 * field's row in its record's table: text, long text, number, switch, date (typed as people do, or picked
 * from a calendar), time, choice, reference (searched as you type). It follows the record when something
 * else changes it, unless the person is typing in it.
 *
 * Properties: "services", "record" (AjRecord, nullable: insensitive and empty), "field" (the name; construct-only),
 * "record-type" (the code name; construct-only), "title" (the field's label unless set), "editable".
 */
G_DECLARE_FINAL_TYPE (AjFieldRow, aj_field_row, AJ, FIELD_ROW, AjEditorRow)

GtkWidget *aj_field_row_new (const AjRecordType *type, const char *field);
void aj_field_row_set_services (AjFieldRow *self, AjServices *services);
AjRecord *aj_field_row_get_record (AjFieldRow *self);
/* What was typed for the record before is saved first. */
void aj_field_row_set_record (AjFieldRow *self, AjRecord *record);
/* Saves what was typed but not yet saved, as leaving the row does. */
void aj_field_row_save (AjFieldRow *self);
/* Whether it holds what is not stored (yet), and why not, as a sentence; empty when nothing is wrong so far. */
gboolean aj_field_row_is_unsaved (AjFieldRow *self);
const char *aj_field_row_get_fault (AjFieldRow *self);

G_END_DECLS
