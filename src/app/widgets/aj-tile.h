/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "aj-map-state.h"

G_BEGIN_DECLS

#define AJ_TYPE_TILE (aj_tile_get_type ())

/**
 * AjTile:
 *
 * One municipality on a map of tiles: its name as far as there is room, the mark of its state, and a few
 * characters. Only #AjTileMap makes them.
 *
 * Signals: "opened", by its action "tile.open"; "toggled", by its action "tile.select".
 */
G_DECLARE_FINAL_TYPE (AjTile, aj_tile, AJ, TILE, GtkWidget)

AjTile *aj_tile_new (void);
void aj_tile_set (AjTile *self, AjMapState *map, guint index);
guint aj_tile_get_index (AjTile *self);
void aj_tile_set_selected (AjTile *self, gboolean selected);

G_END_DECLS
