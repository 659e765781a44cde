/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "aj-map-state.h"

G_BEGIN_DECLS

#define AJ_TYPE_MAP_LEGEND (aj_map_legend_get_type ())

/**
 * AjMapLegend:
 *
 * What the colours and marks of a map mean, and how many municipalities have each; as many beside each
 * other as fit.
 *
 * Signal: "activated" (guint), by a click on the line of that state.
 */
G_DECLARE_FINAL_TYPE (AjMapLegend, aj_map_legend, AJ, MAP_LEGEND, GtkWidget)

void aj_map_legend_set_state (AjMapLegend *self, AjMapState *map);

G_END_DECLS
