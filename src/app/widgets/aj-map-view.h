/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-tile-map.h"

G_BEGIN_DECLS

#define AJ_TYPE_MAP_VIEW (aj_map_view_get_type ())

/**
 * AjMapView:
 *
 * A map of tiles with its legend, or the same as a table: all a page needs to show states of
 * municipalities.
 *
 * Properties: "table" (the table is shown in place of the map), "bar" (a widget for what can be done with
 * several municipalities that are selected).
 * Signals: "opened" (id), "selection-changed" (on the map).
 */
G_DECLARE_FINAL_TYPE (AjMapView, aj_map_view, AJ, MAP_VIEW, GtkWidget)

AjMapView *aj_map_view_new (void);
void aj_map_view_set_state (AjMapView *self, AjMapState *map);
/* Why there is nothing to show, until there is a state again. */
void aj_map_view_set_error (AjMapView *self, const char *sentence);
/* Shows the bar in the place of the legend, with as much room, so that the map stays as it is; or the legend again. */
void aj_map_view_show_bar (AjMapView *self, gboolean shown);
/* Marks the municipality that is open, on the map and in the table; NULL or who is not there: none. */
void aj_map_view_mark (AjMapView *self, const char *id);
void aj_map_view_set_table (AjMapView *self, gboolean table);
/* What is said of a map without municipalities; @action and its label (both nullable) are the first step. */
void aj_map_view_set_empty (AjMapView *self,
                            const char *title,
                            const char *text,
                            const char *action,
                            const char *action_label);
AjTileMap *aj_map_view_get_map (AjMapView *self);

G_END_DECLS
