/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-map-plan.h"
#include "aj-tile-layout.h"

#define MOST 400

typedef struct
{
  AjTileSpot spots[MOST];
  char *names[MOST];
  char *districts[MOST];
  guint n;
} Region;

static void
region_clear (Region *self)
{
  for (guint i = 0; i < self->n; i++)
    {
      g_free (self->names[i]);
      g_free (self->districts[i]);
    }
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Region, region_clear)

typedef enum
{
  WITH_POSITIONS = 1 << 0,
  SOME_TILES = 1 << 1,
  SOME_POSITIONS = 1 << 2,
  ALL_IN_ONE_PLACE = 1 << 3,
} RegionFlags;

/* Municipalities at random places of which the nearest to one of five towns are a district. */
static void
region_fill (Region *self, guint n, RegionFlags flags, guint32 seed)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);

  self->n = n;
  for (guint i = 0; i < n; i++)
    {
      AjTileSpot *spot = &self->spots[i];
      double across = g_rand_double (random), down = g_rand_double (random);

      if ((flags & ALL_IN_ONE_PLACE) != 0)
        across = down = 0.5;
      self->names[i] = g_strdup_printf ("Gemeente %03u", i);
      self->districts[i] = g_strdup_printf ("District %d", (int) (across * 2.5) * 2 + (down > 0.5));
      *spot = (AjTileSpot){ .name = self->names[i],
                            .id = self->names[i],
                            .district = self->districts[i],
                            .latitude = 51.5 + down,
                            .longitude = 5 + across * 1.6 };
      spot->has_position = (flags & WITH_POSITIONS) != 0 ||
                           ((flags & SOME_POSITIONS) != 0 && g_rand_int_range (random, 0, 3) > 0);
      if ((flags & SOME_TILES) != 0 && i % 3 != 0)
        {
          spot->has_tile = TRUE;
          spot->column = (int) (across * 30);
          spot->row = (int) ((1 - down) * 30);
        }
    }
}

static void
assert_no_overlap (Region *self)
{
  for (guint i = 0; i < self->n; i++)
    for (guint k = i + 1; k < self->n; k++)
      if (self->spots[i].column == self->spots[k].column &&
          self->spots[i].row == self->spots[k].row)
        g_error ("%s and %s are on one tile", self->spots[i].name, self->spots[k].name);
}

static void
test_no_overlap (gconstpointer data)
{
  static const guint numbers[] = { 0, 1, 2, 3, 5, 8, 39, 76, 150 };
  RegionFlags flags = (RegionFlags) GPOINTER_TO_INT (data);

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      g_auto (Region) region = { 0 };

      region_fill (&region, numbers[i], flags, i + 7);
      aj_tile_layout_place (region.spots, region.n);
      assert_no_overlap (&region);
    }
}

static void
test_whole_country (void)
{
  g_auto (Region) region = { 0 };

  region_fill (&region, MOST, WITH_POSITIONS, 3);
  aj_tile_layout_place (region.spots, region.n);
  assert_no_overlap (&region);
}

/* The same municipalities in another order get the same tiles. */
static void
test_same_in_any_order (gconstpointer data)
{
  RegionFlags flags = (RegionFlags) GPOINTER_TO_INT (data);
  g_auto (Region) region = { 0 };
  AjTileSpot turned[MOST];

  region_fill (&region, 76, flags, 11);
  for (guint i = 0; i < region.n; i++)
    turned[i] = region.spots[region.n - 1 - i];
  aj_tile_layout_place (region.spots, region.n);
  aj_tile_layout_place (turned, region.n);
  for (guint i = 0; i < region.n; i++)
    {
      g_assert_cmpint (turned[i].column, ==, region.spots[region.n - 1 - i].column);
      g_assert_cmpint (turned[i].row, ==, region.spots[region.n - 1 - i].row);
    }
}

/* Of municipalities that are clearly north or east of others, nearly all tiles say the same. */
static void
test_keeps_neighbourhood (void)
{
  g_auto (Region) region = { 0 };
  guint n_pairs = 0, n_right = 0;

  region_fill (&region, 100, WITH_POSITIONS, 5);
  aj_tile_layout_place (region.spots, region.n);
  for (guint i = 0; i < region.n; i++)
    for (guint k = 0; k < region.n; k++)
      {
        const AjTileSpot *a = &region.spots[i], *b = &region.spots[k];

        if (a->latitude > b->latitude + 0.3)
          {
            n_pairs++;
            n_right += a->row < b->row;
          }
        if (a->longitude > b->longitude + 0.45)
          {
            n_pairs++;
            n_right += a->column > b->column;
          }
      }
  g_assert_cmpuint (n_pairs, >, 1000);
  g_assert_cmpuint (n_right * 100, >=, n_pairs * 97);
}

static guint
find_part (Region *self, guint from, gboolean *seen)
{
  guint n = 1;

  seen[from] = TRUE;
  for (guint i = 0; i < self->n; i++)
    if (!seen[i] && g_str_equal (self->districts[i], self->districts[from]) &&
        ABS (self->spots[i].column - self->spots[from].column) +
                ABS (self->spots[i].row - self->spots[from].row) ==
            1)
      n += find_part (self, i, seen);
  return n;
}

/* Districts that are together on the map are together in the grid: nobody is cut off. */
static void
test_keeps_districts_together (void)
{
  for (guint32 seed = 1; seed < 6; seed++)
    {
      g_auto (Region) region = { 0 };
      gboolean seen[MOST] = { FALSE };
      guint n_parts = 0;

      region_fill (&region, 60, WITH_POSITIONS, seed);
      aj_tile_layout_place (region.spots, region.n);
      for (guint i = 0; i < region.n; i++)
        if (!seen[i])
          {
            find_part (&region, i, seen);
            n_parts++;
          }
      /* Six districts; a piece apart now and then is the price of being near the right place. */
      g_assert_cmpuint (n_parts, <=, 8);
    }
}

/* Known tiles stay; the one that is missing goes to where it lies between them. */
static void
test_known_tiles_stay (void)
{
  AjTileSpot spots[] = {
    { .name = "A",
      .id = "a",
      .has_tile = TRUE,
      .has_position = TRUE,
      .latitude = 52,
      .longitude = 5,
      .column = 0,
      .row = 0 },
    { .name = "B",
      .id = "b",
      .has_tile = TRUE,
      .has_position = TRUE,
      .latitude = 52,
      .longitude = 6,
      .column = 4,
      .row = 0 },
    { .name = "C",
      .id = "c",
      .has_tile = TRUE,
      .has_position = TRUE,
      .latitude = 51,
      .longitude = 5,
      .column = 0,
      .row = 4 },
    { .name = "D", .id = "d", .has_position = TRUE, .latitude = 51, .longitude = 6 },
    { .name = "E", .id = "e", .has_tile = TRUE, .column = 4, .row = 0 },
  };

  aj_tile_layout_place (spots, G_N_ELEMENTS (spots));
  g_assert_cmpint (spots[0].column, ==, 0);
  g_assert_cmpint (spots[1].column, ==, 4);
  g_assert_cmpint (spots[2].row, ==, 4);
  g_assert_cmpint (spots[3].column, ==, 4);
  g_assert_cmpint (spots[3].row, ==, 4);
  /* Of two on one tile the first stays. */
  g_assert_false (spots[4].column == 4 && spots[4].row == 0);
}

/* Whose place is not known stands below all others, by district and then by name, wherever the others get theirs from. */
static void
test_apart (void)
{
  for (guint with_tiles = 0; with_tiles < 2; with_tiles++)
    {
      AjTileSpot spots[] = {
        { .name = "Z", .id = "z", .district = "North", .column = 0, .row = 0 },
        { .name = "A", .id = "a", .latitude = 52, .longitude = 5, .column = 3, .row = 1 },
        { .name = "B", .id = "b", .latitude = 51, .longitude = 6, .column = 4, .row = 2 },
        { .name = "C", .id = "c", .latitude = 51, .longitude = 6.5, .column = 5, .row = 2 },
        { .name = "Y", .id = "y", .district = NULL },
        { .name = "X", .id = "x", .district = "South" },
      };
      int left = G_MAXINT, bottom = G_MININT;

      for (guint i = 1; i <= 3; i++)
        {
          spots[i].has_tile = with_tiles == 1;
          spots[i].has_position = with_tiles == 0;
          spots[i].district = "North";
        }
      aj_tile_layout_place (spots, G_N_ELEMENTS (spots));
      for (guint i = 1; i <= 3; i++)
        {
          g_assert_false (spots[i].is_apart);
          left = MIN (left, spots[i].column);
          bottom = MAX (bottom, spots[i].row);
        }
      g_assert_true (spots[0].is_apart && spots[4].is_apart && spots[5].is_apart);
      g_assert_cmpint (spots[0].column, ==, left);
      g_assert_cmpint (spots[0].row, ==, bottom + 1);
      /* South comes after North, and who is in no district last. */
      g_assert_cmpint (spots[5].row * 100 + spots[5].column, >,
                       spots[0].row * 100 + spots[0].column);
      g_assert_cmpint (spots[4].row * 100 + spots[4].column, >,
                       spots[5].row * 100 + spots[5].column);
    }
}

static AjMapState *
make_map (Region *region)
{
  AjMapState *map = aj_map_state_new ("Map");
  AjMapClass class = { "Here", AJ_MAP_TONE_1, AJ_MAP_MARK_DISC, FALSE };

  aj_map_state_add_class (map, &class);
  for (guint i = 0; i < region->n; i++)
    {
      const AjTileSpot *spot = &region->spots[i];
      AjMapTile tile = { .id = spot->id,
                         .name = spot->name,
                         .district = spot->district,
                         .count = -1,
                         .has_position = spot->has_position,
                         .latitude = spot->latitude,
                         .longitude = spot->longitude };

      aj_map_state_add_tile (map, &tile);
    }
  aj_map_state_settle (map);
  return map;
}

/* With the arrows one gets from any tile to any other. */
static void
test_walk (void)
{
  g_auto (Region) region = { 0 };
  g_autoptr (AjMapState) map = NULL;
  g_autoptr (GArray) queue = g_array_new (FALSE, FALSE, sizeof (guint));
  gboolean seen[MOST] = { TRUE };
  guint first = 0;

  region_fill (&region, 120, WITH_POSITIONS, 21);
  map = make_map (&region);
  g_array_append_val (queue, first);
  for (guint at = 0; at < queue->len; at++)
    for (AjMapDirection direction = AJ_MAP_LEFT; direction <= AJ_MAP_DOWN; direction++)
      {
        guint from = g_array_index (queue, guint, at);
        int to = aj_map_state_walk (map, from, direction);
        guint next = (guint) to;

        if (to >= 0 && !seen[to])
          {
            seen[to] = TRUE;
            g_array_append_val (queue, next);
          }
      }
  g_assert_cmpuint (queue->len, ==, region.n);
}

static void
test_short_names (void)
{
  static const struct
  {
    const char *name;
    const char *expected;
  } names[] = {
    { "Apeldoorn", "Ape" },      { "Oldebroek", "Old" }, { "Oldenzaal", "Ole" },
    { "Hof van Twente", "HvT" }, { "Ede", "Ede" },       { "Oude IJsselstreek", "OIJ" },
    { "Neder-Betuwe", "NB" },
  };
  g_autoptr (AjMapState) map = aj_map_state_new ("Map");
  AjMapClass class = { "Here", AJ_MAP_TONE_1, AJ_MAP_MARK_DISC, FALSE };

  aj_map_state_add_class (map, &class);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      AjMapTile tile = {
        .id = names[i].name, .name = names[i].name, .count = -1, .has_tile = TRUE, .column = (int) i
      };

      aj_map_state_add_tile (map, &tile);
    }
  aj_map_state_settle (map);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_assert_cmpstr (aj_map_state_get_tile (map, i)->short_name, ==, names[i].expected);
  g_assert_cmpint (aj_map_state_find_name (map, "old", -1), ==, 1);
  g_assert_cmpint (aj_map_state_find_name (map, "OLD", 1), ==, 2);
  g_assert_cmpint (aj_map_state_find_name (map, "olden", 2), ==, 2);
  g_assert_cmpint (aj_map_state_find_name (map, "zwolle", 2), ==, -1);
  g_assert_cmpint (aj_map_state_find_name (map, "  ", 2), ==, -1);
}

static gboolean
rects_overlap (const AjMapRect *a, const AjMapRect *b)
{
  return a->x < b->x + b->width && b->x < a->x + a->width && a->y < b->y + b->height &&
         b->y < a->y + a->height;
}

/* Names of districts stand where no tile and no other name is, and everything is inside the size. */
static void
test_plan (void)
{
  static const AjMapMeasure measure = { 40, 6, 16 };
  g_auto (Region) region = { 0 };
  g_autoptr (AjMapState) map = NULL;
  g_autoptr (AjMapPlan) plan = NULL;
  g_autoptr (GArray) strokes = NULL;
  double width, height;

  region_fill (&region, 76, WITH_POSITIONS, 2);
  map = make_map (&region);
  plan = aj_map_plan_new (map);
  aj_map_plan_get_size (plan, &measure, &width, &height);
  g_assert_cmpuint (aj_map_plan_get_n_labels (plan), ==, 6);
  for (guint i = 0; i < aj_map_plan_get_n_labels (plan); i++)
    {
      AjMapLabel label = aj_map_plan_get_label (plan, &measure, i);

      g_assert_cmpfloat (label.rect.width, >=, 40);
      for (guint k = 0; k < region.n; k++)
        {
          AjMapRect tile = aj_map_plan_get_tile (plan, &measure, k);

          g_assert_false (rects_overlap (&label.rect, &tile));
          g_assert_cmpfloat (tile.x + tile.width, <, width);
          g_assert_cmpfloat (tile.y + tile.height, <, height);
        }
      for (guint k = 0; k < i; k++)
        {
          AjMapLabel other = aj_map_plan_get_label (plan, &measure, k);

          g_assert_false (rects_overlap (&label.rect, &other.rect));
        }
    }
  strokes = aj_map_plan_list_strokes (plan, &measure);
  g_assert_cmpuint (strokes->len, >, 24);
  for (guint i = 0; i < strokes->len; i++)
    {
      const AjMapStroke *stroke = &g_array_index (strokes, AjMapStroke, i);

      g_assert_true (stroke->x1 == stroke->x2 || stroke->y1 == stroke->y2);
      g_assert_cmpfloat (stroke->x2, <=, width);
      g_assert_cmpfloat (stroke->y2, <=, height);
    }
}

static AjMapLabel
find_label (AjMapPlan *plan, const AjMapMeasure *measure, const char *name)
{
  for (guint i = 0; i < aj_map_plan_get_n_labels (plan); i++)
    {
      AjMapLabel label = aj_map_plan_get_label (plan, measure, i);

      if (g_str_equal (label.name, name))
        return label;
    }
  g_error ("no words “%s” on the map", name);
}

/* They are under words of their own, in no outline, and the arrows reach them. */
static void
test_apart_on_map (void)
{
  static const AjMapMeasure measure = { 40, 6, 16 };
  g_auto (Region) region = { 0 };
  g_autoptr (AjMapState) map = NULL;
  g_autoptr (AjMapPlan) plan = NULL;
  g_autoptr (GArray) strokes = NULL;
  AjMapLabel label;
  guint n_apart = 0, at = 0;
  double width, height;
  g_autofree char *text = NULL;

  region_fill (&region, 30, WITH_POSITIONS, 4);
  region.spots[7].has_position = region.spots[8].has_position = FALSE;
  map = make_map (&region);
  plan = aj_map_plan_new (map);
  aj_map_plan_get_size (plan, &measure, &width, &height);
  label = find_label (plan, &measure, "Place Unknown");
  g_assert_cmpfloat (label.rect.y + label.rect.height, <, height);
  for (guint i = 0; i < region.n; i++)
    {
      AjMapRect tile = aj_map_plan_get_tile (plan, &measure, i);
      gboolean below = tile.y > label.rect.y;

      g_assert_true (below == aj_map_state_get_tile (map, i)->is_apart);
      g_assert_false (rects_overlap (&label.rect, &tile));
      n_apart += below;
    }
  g_assert_cmpuint (n_apart, ==, 2);
  strokes = aj_map_plan_list_strokes (plan, &measure);
  for (guint i = 0; i < strokes->len; i++)
    g_assert_cmpfloat (g_array_index (strokes, AjMapStroke, i).y2, <, label.rect.y);

  for (int next = 0; next >= 0; next = aj_map_state_walk (map, at, AJ_MAP_DOWN))
    at = (guint) next;
  g_assert_true (aj_map_state_get_tile (map, at)->is_apart);
  text = aj_map_state_describe (map, at);
  g_assert_true (g_str_has_suffix (text, ", Here, place unknown"));
}

/* Of nobody the place is known: a block for each district, and above all of them it is said. */
static void
test_all_apart (void)
{
  static const AjMapMeasure measure = { 40, 6, 16 };

  for (guint n = 1; n < 40; n += 19)
    {
      g_auto (Region) region = { 0 };
      g_autoptr (AjMapState) map = NULL;
      g_autoptr (AjMapPlan) plan = NULL;
      g_autoptr (GArray) strokes = NULL;
      AjMapLabel label;

      region_fill (&region, n, 0, 4);
      map = make_map (&region);
      plan = aj_map_plan_new (map);
      label = find_label (plan, &measure, "Place Unknown");
      g_assert_cmpfloat (label.rect.y, >=, 0);
      g_assert_cmpfloat (label.rect.width, >, 2 * measure.tile);
      for (guint i = 0; i + 1 < aj_map_plan_get_n_labels (plan); i++)
        {
          AjMapLabel district = aj_map_plan_get_label (plan, &measure, i);

          g_assert_cmpfloat (district.rect.y, >=, label.rect.y + label.rect.height);
        }
      strokes = aj_map_plan_list_strokes (plan, &measure);
      g_assert_cmpuint (strokes->len, >=, 4);
      for (guint i = 0; i < strokes->len; i++)
        g_assert_cmpfloat (g_array_index (strokes, AjMapStroke, i).y1, >=,
                           label.rect.y + label.rect.height);
    }
}

static void
test_empty (void)
{
  static const AjMapMeasure measure = { 40, 6, 16 };
  g_auto (Region) region = { 0 };
  g_autoptr (AjMapState) map = make_map (&region);
  g_autoptr (AjMapPlan) plan = aj_map_plan_new (map);
  g_autoptr (GArray) strokes = aj_map_plan_list_strokes (plan, &measure);
  double width, height;

  aj_map_plan_get_size (plan, &measure, &width, &height);
  g_assert_cmpfloat (width, ==, 0);
  g_assert_cmpfloat (height, ==, 0);
  g_assert_cmpuint (strokes->len, ==, 0);
  g_assert_cmpint (aj_map_state_find (map, "a"), ==, -1);
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *name;
    RegionFlags flags;
  } cases[] = {
    { "nothing-known", 0 },
    { "positions", WITH_POSITIONS },
    { "some-positions", SOME_POSITIONS },
    { "some-tiles", WITH_POSITIONS | SOME_TILES },
    { "some-tiles-no-positions", SOME_TILES },
    { "one-place", WITH_POSITIONS | ALL_IN_ONE_PLACE },
    { "one-place-some-tiles", WITH_POSITIONS | ALL_IN_ONE_PLACE | SOME_TILES },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *overlap = g_strconcat ("/tile-layout/no-overlap/", cases[i].name, NULL);
      g_autofree char *order = g_strconcat ("/tile-layout/any-order/", cases[i].name, NULL);

      g_test_add_data_func (overlap, GINT_TO_POINTER (cases[i].flags), test_no_overlap);
      g_test_add_data_func (order, GINT_TO_POINTER (cases[i].flags), test_same_in_any_order);
    }
  g_test_add_func ("/tile-layout/whole-country", test_whole_country);
  g_test_add_func ("/tile-layout/neighbourhood", test_keeps_neighbourhood);
  g_test_add_func ("/tile-layout/districts", test_keeps_districts_together);
  g_test_add_func ("/tile-layout/known-tiles", test_known_tiles_stay);
  g_test_add_func ("/tile-layout/apart", test_apart);
  g_test_add_func ("/map-state/walk", test_walk);
  g_test_add_func ("/map-state/short-names", test_short_names);
  g_test_add_func ("/map-plan/names-and-outlines", test_plan);
  g_test_add_func ("/map-plan/apart", test_apart_on_map);
  g_test_add_func ("/map-plan/all-apart", test_all_apart);
  g_test_add_func ("/map-plan/empty", test_empty);
  return g_test_run ();
}
