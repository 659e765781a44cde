/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "aj-record.h"
#include "aj-services.h"

G_BEGIN_DECLS

#define AJ_TYPE_MERGE_DIALOG (aj_merge_dialog_get_type ())

/**
 * AjMergeDialog:
 *
 * Merges another record of its type into one: which, and what holds where they differ.
 */
G_DECLARE_FINAL_TYPE (AjMergeDialog, aj_merge_dialog, AJ, MERGE_DIALOG, AdwWindow)

/* The undo is offered at @origin (in a window). */
AjMergeDialog *aj_merge_dialog_show (GtkWidget *origin, AjServices *services, AjRecord *record);

G_END_DECLS
