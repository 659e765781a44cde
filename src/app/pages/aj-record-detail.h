/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "aj-record-kind.h"
#include "aj-record.h"
#include "aj-services.h"

G_BEGIN_DECLS

#define AJ_TYPE_RECORD_DETAIL (aj_record_detail_get_type ())

/**
 * AjRecordDetail:
 *
 * One record of the network whole: its name, its fields to be edited in place, and what refers to it.
 * Says that none is chosen while there is none, or while it is removed.
 */
G_DECLARE_FINAL_TYPE (AjRecordDetail, aj_record_detail, AJ, RECORD_DETAIL, GtkWidget)

void aj_record_detail_set_services (AjRecordDetail *self, AjServices *services);
/* @record is of the kind's type, or NULL: none is chosen. What was typed before is saved first. */
void aj_record_detail_show (AjRecordDetail *self, const AjRecordKind *kind, AjRecord *record);
/* NULL also while the record is removed. */
AjRecord *aj_record_detail_get_record (AjRecordDetail *self);
/* What the one in view is called, also when it has no title of its own; "" while there is none. */
const char *aj_record_detail_get_title (AjRecordDetail *self);
/* Puts the cursor in the name, as soon as it is there. */
void aj_record_detail_focus_name (AjRecordDetail *self);
void aj_record_detail_save (AjRecordDetail *self);
/* Puts the cursor in the line to note a contact in; FALSE when the record has none. */
gboolean aj_record_detail_note_contact (AjRecordDetail *self);
/* Opens a line in the log of contact with the record, as soon as it is there. */
void aj_record_detail_reveal_contact (AjRecordDetail *self, const char *id);

G_END_DECLS
