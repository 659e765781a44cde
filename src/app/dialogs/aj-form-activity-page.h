/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "aj-form.h"

G_BEGIN_DECLS

#define AJ_TYPE_FORM_ACTIVITY_PAGE (aj_form_activity_page_get_type ())

/**
 * AjFormActivityPage:
 *
 * All that is asked of one activity of a form.
 *
 * Signal: "changed" (the person changed something; the form has it).
 * Buttons on it activate the actions "form.copy" and "form.remove" of whatever it is in.
 */
G_DECLARE_FINAL_TYPE (AjFormActivityPage, aj_form_activity_page, AJ, FORM_ACTIVITY_PAGE, AdwBin)

/* Shows @row of @form; both must stay until others are set. @row is nullable. */
void aj_form_activity_page_set_row (AjFormActivityPage *self, AjForm *form, AjFormRow *row);
/* Puts the cursor there, and shows what is wrong with it, if something is. */
void aj_form_activity_page_focus (AjFormActivityPage *self, AjFormColumn column);

G_END_DECLS
