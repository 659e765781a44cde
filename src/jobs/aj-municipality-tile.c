/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-municipality-tile.h"

#include <glib/gi18n-lib.h>

static gboolean
has_tile (const AjValues *municipality)
{
  return !aj_values_is_empty (municipality, "tile-column") &&
         !aj_values_is_empty (municipality, "tile-row");
}

static gboolean
has_position (const AjValues *municipality)
{
  return !aj_values_is_empty (municipality, "latitude") &&
         !aj_values_is_empty (municipality, "longitude");
}

AjMapTile
aj_municipality_tile_make (const AjValues *municipality, const char *district)
{
  return (AjMapTile){
    .id = aj_values_get_id (municipality),
    .name = aj_values_get_text (municipality, "name"),
    .district = district,
    .count = -1,
    .has_tile = has_tile (municipality),
    .column = (int) aj_values_get_integer (municipality, "tile-column"),
    .row = (int) aj_values_get_integer (municipality, "tile-row"),
    .has_position = has_position (municipality),
    .latitude = aj_values_get_real (municipality, "latitude"),
    .longitude = aj_values_get_real (municipality, "longitude"),
  };
}

void
aj_municipality_tile_describe (const AjValues *municipality, GPtrArray *lines)
{
  gint64 population = aj_values_get_integer (municipality, "population");

  if (population > 0)
    g_ptr_array_add (lines, g_strdup_printf (ngettext ("%'d inhabitant", "%'d inhabitants",
                                                       (gulong) population),
                                             (int) population));
  if (!has_tile (municipality) && !has_position (municipality))
    g_ptr_array_add (lines, g_strdup (_ ("Place unknown: fill in its latitude and longitude.")));
}

void
aj_municipality_tile_add (AjMapState *map, const AjMapTile *tile, GPtrArray *lines)
{
  g_autofree char *text = tile->count > 0 ? g_strdup_printf ("%d", (int) tile->count) : NULL;
  AjMapTile whole = *tile;

  g_ptr_array_add (lines, NULL);
  whole.lines = (const char *const *) lines->pdata;
  if (whole.text == NULL)
    whole.text = text;
  aj_map_state_add_tile (map, &whole);
}
