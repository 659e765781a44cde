/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "aj-record.h"
#include "aj-services.h"

G_BEGIN_DECLS

#define AJ_TYPE_TOUR_DIALOG (aj_tour_dialog_get_type ())

/**
 * AjTourDialog:
 *
 * Plans a tour of a thing along municipalities: from when, how long at each, which of them, and in which week who wants it.
 * What comes of it is shown at once: the order, the days and the way. The order is the best there is until somebody
 * chooses their own.
 */
G_DECLARE_FINAL_TYPE (AjTourDialog, aj_tour_dialog, AJ, TOUR_DIALOG, AdwWindow)

/* (transfer none): what it does is told beside @origin, where the tour is then shown. @material (nullable): asked for. */
AjTourDialog *aj_tour_dialog_show (GtkWidget *origin, AjServices *services, AjRecord *material);

G_END_DECLS
