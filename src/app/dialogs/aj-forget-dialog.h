/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "aj-services.h"

G_BEGIN_DECLS

#define AJ_TYPE_FORGET_DIALOG (aj_forget_dialog_get_type ())

/* Asks before people are forgotten, for it cannot be undone: says what goes and what stays, lets the mentions in other
 * texts be left, does it, and says what is still to be done. */
G_DECLARE_FINAL_TYPE (AjForgetDialog, aj_forget_dialog, AJ, FORGET_DIALOG, AdwWindow)

/* @from: in the window that asks, around which is a place for toasts. @ids: of people, also of those who were removed; ends
 * with NULL. */
void aj_forget_dialog_show (GtkWidget *from, AjServices *services, const char *const *ids);

G_END_DECLS
