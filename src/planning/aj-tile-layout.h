/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A municipality on its way to a tile. */
typedef struct
{
  const char
      *name; /* of two that are equal otherwise, the first by name, then by id, comes first */
  const char *id;
  const char *district;  /* (nullable): the id or name of its district, only compared */
  gboolean has_tile;     /* column and row are known */
  gboolean has_position; /* latitude and longitude are known */
  double latitude;
  double longitude;
  int column; /* out, and in when has_tile */
  int row;
  gboolean is_apart; /* out: neither tile nor position is known */
} AjTileSpot;

/* Gives every municipality a tile of its own, at about its place on the map: north is up, east is right. Known tiles stay
 * (of two on one tile, the first), the others go as near as they can to where those suggest; without any known tile the
 * whole grid is made from the coordinates, districts kept together where that is possible. Whose place is not known stands
 * apart, in rows below all others, by district and name; when that are all of them, it is a block for each district. The
 * same municipalities give the same grid, in whatever order they come. Columns and rows start at 0 unless known tiles leave
 * no room but below it.
 *
 * Pure; for hundreds of municipalities (time and memory grow with the third and second power). */
void aj_tile_layout_place (AjTileSpot *spots, guint n_spots);

G_END_DECLS
