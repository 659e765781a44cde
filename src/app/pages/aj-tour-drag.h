/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "aj-rollout-facts.h"
#include "aj-services.h"

G_BEGIN_DECLS

/* One stop of a tour was moved on the timeline, to where the stops after it are in the way: offers, beside @widget, to move
 * those along, as one edit. FALSE when there is nothing to offer: @loan is no such stop, nothing is in the way, or the rest
 * cannot go along. */
gboolean aj_tour_drag_offer (GtkWidget *widget,
                             AjServices *services,
                             AjRolloutFacts *facts,
                             const AjValues *loan,
                             const AjDateRange *days);

G_END_DECLS
