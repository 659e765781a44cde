/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-editor-row.h"
#include "aj-services.h"
#include "aj-values.h"

G_BEGIN_DECLS

#define AJ_TYPE_DRAFT_ROW (aj_draft_row_get_type ())

/**
 * AjDraftRow:
 *
 * One field of a record that is not stored yet, for in a dialog: as AjFieldRow it shows the editor that suits the field,
 * but it writes into a draft at once and never to the store.
 *
 * Signal: "changed" (the person did something to it; the draft has it, unless it is no value of the field).
 */
G_DECLARE_FINAL_TYPE (AjDraftRow, aj_draft_row, AJ, DRAFT_ROW, AjEditorRow)

GtkWidget *aj_draft_row_new (const AjRecordType *type, const char *field);
void aj_draft_row_set_services (AjDraftRow *self, AjServices *services);
/* Shows the field of @draft, which must stay until another one is set; nullable: nothing to fill in. */
void aj_draft_row_set_draft (AjDraftRow *self, AjValues *draft);
/* (nullable): why what is typed is no value of the field, as a sentence. The draft then has the field empty. */
const char *aj_draft_row_get_fault (AjDraftRow *self);

G_END_DECLS
