/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "aj-services.h"

G_BEGIN_DECLS

#define AJ_TYPE_HOLDER_BUTTON (aj_holder_button_get_type ())

/**
 * AjHolderButton:
 *
 * A button that opens a popover to choose who is to sit somewhere: a person or an organisation, found as one types; what
 * was typed can become a new one.
 *
 * Signal: "chosen" (the field of a membership: "person" or "organisation"; the id; the name).
 */
G_DECLARE_FINAL_TYPE (AjHolderButton, aj_holder_button, AJ, HOLDER_BUTTON, AdwBin)

/* @label is shown when @icon_name is NULL, and is what screen readers say in any case. */
GtkWidget *aj_holder_button_new (AjServices *services, const char *icon_name, const char *label);
/* Only people can be chosen. */
void aj_holder_button_set_only_people (AjHolderButton *self);
/* For screen readers, where one label stands beside several things. */
void aj_holder_button_set_name (AjHolderButton *self, const char *name);
/* Opens the popover, as a click does. */
void aj_holder_button_open (AjHolderButton *self);

G_END_DECLS
