/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "aj-form.h"

G_BEGIN_DECLS

#define AJ_TYPE_FORM_ACTIVITY_ROW (aj_form_activity_row_get_type ())

/**
 * AjFormActivityRow:
 *
 * One activity in the list of a form: what it is and when, what is wrong with it, and, for what the form came with, whether it
 * takes place.
 *
 * Signal: "changed" (the person said whether it takes place; the form has it).
 */
G_DECLARE_FINAL_TYPE (
    AjFormActivityRow, aj_form_activity_row, AJ, FORM_ACTIVITY_ROW, AdwPreferencesRow)

/* Both must stay for as long as the row does. */
GtkWidget *aj_form_activity_row_new (AjForm *form, AjFormRow *row);
AjFormRow *aj_form_activity_row_get_row (AjFormActivityRow *self);
/* Shows it as it is now. */
void aj_form_activity_row_update (AjFormActivityRow *self);
/* Puts the cursor on the question whether it takes place, where that is asked; else on the row. */
void aj_form_activity_row_focus_question (AjFormActivityRow *self);

G_END_DECLS
