/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-map-fixture.h"

#define MANY_COLUMNS 20

static const struct
{
  const char *name;
  const char *district;
  int column;
  int row;
  guint state;
  int count;
} towns[] = {
  { "Ede", "North", 0, 0, 0, 3 },     { "Epe", "North", 1, 0, 1, 0 },
  { "Elburg", "North", 3, 0, 0, 12 }, { "Goes", "South", 0, 1, 2, -1 },
  { "Étten", "South", 3, 1, 1, 1 },
};

static void
add_classes (AjMapState *map)
{
  static const AjMapClass classes[] = {
    { "State A", AJ_MAP_TONE_GOOD, AJ_MAP_MARK_CHECK, FALSE },
    { "State B", AJ_MAP_TONE_WAIT, AJ_MAP_MARK_DOTS, FALSE },
    { "State C", AJ_MAP_TONE_PLAIN, AJ_MAP_MARK_NONE, TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (classes); i++)
    aj_map_state_add_class (map, &classes[i]);
}

AjMapState *
map_fixture_new (void)
{
  AjMapState *map = aj_map_state_new ("Map of Towns");

  add_classes (map);
  aj_map_state_set_count_label (map, "Visits");
  for (guint i = 0; i < G_N_ELEMENTS (towns); i++)
    {
      const char *const lines[] = { "Mayor: nobody", "No trains", NULL };
      g_autofree char *text = g_strdup_printf ("%d", towns[i].count);
      AjMapTile tile = { .id = towns[i].name,
                         .name = towns[i].name,
                         .district = towns[i].district,
                         .state = towns[i].state,
                         .text = towns[i].count > 0 ? text : NULL,
                         .count = towns[i].count,
                         .lines = i == 0 ? lines : NULL,
                         .has_tile = TRUE,
                         .column = towns[i].column,
                         .row = towns[i].row };

      aj_map_state_add_tile (map, &tile);
    }
  aj_map_state_settle (map);
  return map;
}

AjMapState *
map_fixture_new_many (guint n)
{
  AjMapState *map = aj_map_state_new ("Map of Many Towns");

  add_classes (map);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *name = g_strdup_printf ("Town %u", i);
      g_autofree char *district = g_strdup_printf ("District %u", i / 30);
      AjMapTile tile = { .id = name,
                         .name = name,
                         .district = district,
                         .state = i % 3,
                         .count = -1,
                         .has_tile = TRUE,
                         .column = (int) (i % MANY_COLUMNS),
                         .row = (int) (i / MANY_COLUMNS) };

      aj_map_state_add_tile (map, &tile);
    }
  aj_map_state_settle (map);
  return map;
}

AjMapState *
map_fixture_new_apart (void)
{
  AjMapState *map = aj_map_state_new ("Map of Two Towns");
  AjMapTile ede = {
    .id = "Ede", .name = "Ede", .district = "North", .count = -1, .has_tile = TRUE
  };
  AjMapTile nowhere = { .id = "Nowhere", .name = "Nowhere", .district = "North", .count = -1 };

  add_classes (map);
  aj_map_state_add_tile (map, &nowhere);
  aj_map_state_add_tile (map, &ede);
  aj_map_state_settle (map);
  return map;
}
