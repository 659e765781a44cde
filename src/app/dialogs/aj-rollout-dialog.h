/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "aj-record.h"
#include "aj-services.h"

G_BEGIN_DECLS

#define AJ_TYPE_ROLLOUT_DIALOG (aj_rollout_dialog_get_type ())

/**
 * AjRolloutDialog:
 *
 * Rolls out an intervention in several municipalities at once: from when, how far it is, who leads it, and
 * where. Each gets the tasks that belong to the intervention. Where it is under way already is said.
 */
G_DECLARE_FINAL_TYPE (AjRolloutDialog, aj_rollout_dialog, AJ, ROLLOUT_DIALOG, AdwWindow)

/* (transfer none): what it does is told beside @origin. */
AjRolloutDialog *
aj_rollout_dialog_show (GtkWidget *origin, AjServices *services, AjRecord *intervention);

G_END_DECLS
