/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "aj-map-state.h"

G_BEGIN_DECLS

#define AJ_TYPE_MAP_TABLE (aj_map_table_get_type ())

/**
 * AjMapTable:
 *
 * The same as a map of tiles, as a table that can be sorted by each of its columns.
 *
 * Signal: "opened" (id).
 */
G_DECLARE_FINAL_TYPE (AjMapTable, aj_map_table, AJ, MAP_TABLE, GtkWidget)

AjMapTable *aj_map_table_new (void);
/* The order stays, and so does what is marked. */
void aj_map_table_set_state (AjMapTable *self, AjMapState *map);
/* Marks the line of the municipality with this id; NULL or who is not there: none. */
void aj_map_table_mark (AjMapTable *self, const char *id);
/* What is shown, in the order of the table: items of the type below. */
GListModel *aj_map_table_get_model (AjMapTable *self);

#define AJ_TYPE_MAP_ITEM (aj_map_item_get_type ())
/* One line of the table. */
G_DECLARE_FINAL_TYPE (AjMapItem, aj_map_item, AJ, MAP_ITEM, GObject)
const AjMapTile *aj_map_item_get_tile (AjMapItem *self);

G_END_DECLS
