/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "aj-query.h"
#include "aj-services.h"

G_BEGIN_DECLS

#define AJ_TYPE_AS_OF_BUTTON (aj_as_of_button_get_type ())

/**
 * AjAsOfButton:
 *
 * A quiet button that says of which day something shows what there was: today, as at first, another day, or all there
 * ever was.
 *
 * Property: "one-day" (what there ever was cannot be chosen: a map shows one day).
 * Signal: "changed" (the person chose, here or on the twin).
 */
G_DECLARE_FINAL_TYPE (AjAsOfButton, aj_as_of_button, AJ, AS_OF_BUTTON, AdwBin)

void aj_as_of_button_set_services (AjAsOfButton *self, AjServices *services);
/* From now on what is chosen on the one is chosen on the other. */
void aj_as_of_button_share (AjAsOfButton *self, AjAsOfButton *twin);
/* The day that was chosen; today when none was. */
AjDate aj_as_of_button_get_day (AjAsOfButton *self);
/* Narrows a query down to what was chosen. What is over comes last. */
void aj_as_of_button_apply (AjAsOfButton *self, AjQuery *query);

G_END_DECLS
