/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "aj-record.h"
#include "aj-services.h"

G_BEGIN_DECLS

#define AJ_TYPE_TOUR_MOVE_DIALOG (aj_tour_move_dialog_get_type ())

/**
 * AjTourMoveDialog:
 *
 * Moves what is left of a tour to another first day. Where each stop would come is shown at once; when it cannot begin on
 * that day, why, and from when it can.
 */
G_DECLARE_FINAL_TYPE (AjTourMoveDialog, aj_tour_move_dialog, AJ, TOUR_MOVE_DIALOG, AdwWindow)

/* (transfer none): what it does is told beside @origin. */
AjTourMoveDialog *
aj_tour_move_dialog_show (GtkWidget *origin, AjServices *services, AjRecord *tour);

G_END_DECLS
