/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "aj-map-state.h"

G_BEGIN_DECLS

#define AJ_TYPE_TILE_MAP (aj_tile_map_get_type ())

/**
 * AjTileMap:
 *
 * A map on which every municipality is one equal tile, with the outline and the name of each district.
 * As large as there is room, from a size at which marks can still be told apart. Tab enters and leaves
 * it once; arrows walk, Home and End go to the ends, typing goes to a name, Enter opens, Space and
 * Ctrl+click select, dragging selects what is inside, Ctrl+A all and Escape none.
 *
 * Signals: "opened" (id), "selection-changed".
 */
G_DECLARE_FINAL_TYPE (AjTileMap, aj_tile_map, AJ, TILE_MAP, GtkWidget)

AjTileMap *aj_tile_map_new (void);
/* @map is settled. The cursor and the selection stay with municipalities that are still there. */
void aj_tile_map_set_state (AjTileMap *self, AjMapState *map);
/* (nullable) */
AjMapState *aj_tile_map_get_state (AjTileMap *self);
/* The municipality at the cursor, or NULL. */
const char *aj_tile_map_get_current (AjTileMap *self);
/* Marks the municipality that is open: puts the cursor there, without the focus, and selects it alone, unless several are
 * selected. NULL, or one that is not on the map: none. */
void aj_tile_map_mark (AjTileMap *self, const char *id);
/* (transfer container) (element-type utf8): the ids that are selected, in the order of the map. */
GPtrArray *aj_tile_map_list_selected (AjTileMap *self);
/* Selects these alone; NULL-terminated. */
void aj_tile_map_select (AjTileMap *self, const char *const *ids);

G_END_DECLS
