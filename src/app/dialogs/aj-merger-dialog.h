/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "aj-services.h"

G_BEGIN_DECLS

#define AJ_TYPE_MERGER_DIALOG (aj_merger_dialog_get_type ())

/**
 * AjMergerDialog:
 *
 * Makes municipalities one on a day: which, what they become, from when; and says all the while what will happen, or why
 * it cannot.
 */
G_DECLARE_FINAL_TYPE (AjMergerDialog, aj_merger_dialog, AJ, MERGER_DIALOG, AdwWindow)

/* Begins with one of them. When it is done what they became is shown by the action "records.show" of @origin (in a window),
 * which is also where the undo is offered. */
AjMergerDialog *
aj_merger_dialog_show (GtkWidget *origin, AjServices *services, const char *municipality_id);

G_END_DECLS
