/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-editor-row.h"
#include "aj-form.h"

G_BEGIN_DECLS

#define AJ_TYPE_FORM_FIELD_ROW (aj_form_field_row_get_type ())

/**
 * AjFormFieldRow:
 *
 * One column of one activity of a form: as AjFieldRow it shows the editor that suits the field, but it writes into the form at
 * once, also what is not understood yet.
 *
 * Signal: "changed" (the person did something to it; the form has it).
 */
G_DECLARE_FINAL_TYPE (AjFormFieldRow, aj_form_field_row, AJ, FORM_FIELD_ROW, AjEditorRow)

GtkWidget *aj_form_field_row_new (AjFormColumn column);
/* Shows the column of @row, of @form; both must stay until others are set. Nullable: nothing to fill in. */
void aj_form_field_row_set_row (AjFormFieldRow *self, AjForm *form, AjFormRow *row);
/* Looks whether something is wrong with it, and shows what. FALSE when there is. */
gboolean aj_form_field_row_check (AjFormFieldRow *self);

G_END_DECLS
