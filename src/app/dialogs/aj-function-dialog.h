/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "aj-record.h"
#include "aj-services.h"

G_BEGIN_DECLS

#define AJ_TYPE_FUNCTION_DIALOG (aj_function_dialog_get_type ())

/**
 * AjFunctionDialog:
 *
 * Somebody has another function: asks which, where and from when; what they did until then becomes an earlier function.
 */
G_DECLARE_FINAL_TYPE (AjFunctionDialog, aj_function_dialog, AJ, FUNCTION_DIALOG, AdwWindow)

/* The undo is offered at @origin (in a window). */
AjFunctionDialog *
aj_function_dialog_show (GtkWidget *origin, AjServices *services, AjRecord *person);

G_END_DECLS
