/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-map-state.h"
#include "aj-values.h"

G_BEGIN_DECLS

/* The tile of a municipality as far as its record tells: what it is called and where it is. Its state and its lines are filled
 * in by whoever draws the map. Valid as long as @municipality and @district (nullable: the name of the district) are. */
AjMapTile aj_municipality_tile_make (const AjValues *municipality, const char *district);
/* Adds what the card says of any municipality to @lines (element-type utf8): its inhabitants, and that its place is not
 * known. */
void aj_municipality_tile_describe (const AjValues *municipality, GPtrArray *lines);
/* Adds the tile with its lines (element-type utf8) to the map; one of which something is counted says how many. */
void aj_municipality_tile_add (AjMapState *map, const AjMapTile *tile, GPtrArray *lines);

G_END_DECLS
