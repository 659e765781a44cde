/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-tile-layout.h"

#include <math.h>
#include <string.h>

#include "aj-tile-match.h"

/* How far a municipality is drawn to the middle of its district before it looks for a tile, as a part of the way. */
#define PULL 0.12
/* Cells for each municipality: a region is no rectangle, so some must be left free. */
#define SPARE 1.35
/* What one side shared with a tile of the same district is worth, in squared cells of displacement. */
#define TOGETHER   0.9
#define MAX_ROUNDS 24

/* Where a municipality would like to be, in cells. */
typedef struct
{
  double x;
  double y;
} Wish;

static int
compare_spots (gconstpointer a, gconstpointer b)
{
  const AjTileSpot *first = *(AjTileSpot *const *) a;
  const AjTileSpot *second = *(AjTileSpot *const *) b;
  int order = g_strcmp0 (first->name, second->name);

  return order != 0 ? order : g_strcmp0 (first->id, second->id);
}

static int
compare_by_district (gconstpointer a, gconstpointer b)
{
  const AjTileSpot *first = *(AjTileSpot *const *) a;
  const AjTileSpot *second = *(AjTileSpot *const *) b;
  int order;

  /* Who is in no district comes last. */
  if ((first->district == NULL) != (second->district == NULL))
    return first->district == NULL ? 1 : -1;
  order = g_strcmp0 (first->district, second->district);
  return order != 0 ? order : compare_spots (a, b);
}

static gboolean
are_together (const AjTileSpot *a, const AjTileSpot *b)
{
  return a->district != NULL && g_strcmp0 (a->district, b->district) == 0;
}

/* The mean position of a district (NULL: of all); FALSE when nobody there has one. */
static gboolean
find_middle (GPtrArray *spots, const AjTileSpot *of, double *latitude, double *longitude)
{
  guint n = 0;

  *latitude = *longitude = 0;
  for (guint i = 0; i < spots->len; i++)
    {
      const AjTileSpot *spot = spots->pdata[i];

      if (!spot->has_position || (of != NULL && !are_together (spot, of)))
        continue;
      *latitude += spot->latitude;
      *longitude += spot->longitude;
      n++;
    }
  if (n == 0)
    return FALSE;
  *latitude /= n;
  *longitude /= n;
  return TRUE;
}

/* In one plane, with as much of the way to the district's middle as PULL says. */
static void
project (GPtrArray *spots, Wish *wishes)
{
  double mean_latitude, mean_longitude, shrink;

  find_middle (spots, NULL, &mean_latitude, &mean_longitude);
  shrink = cos (mean_latitude * G_PI / 180);
  for (guint i = 0; i < spots->len; i++)
    {
      const AjTileSpot *spot = spots->pdata[i];
      double latitude = spot->latitude, longitude = spot->longitude;
      double middle_latitude, middle_longitude;

      if (find_middle (spots, spot, &middle_latitude, &middle_longitude))
        {
          latitude += PULL * (middle_latitude - latitude);
          longitude += PULL * (middle_longitude - longitude);
        }
      wishes[i] = (Wish){ longitude * shrink, -latitude };
    }
}

/* Stretches the plane to the grid, the same in both directions. */
static void
scale (Wish *wishes, guint n, int *columns, int *rows)
{
  double left = G_MAXDOUBLE, right = -G_MAXDOUBLE, top = G_MAXDOUBLE, bottom = -G_MAXDOUBLE;
  double width, height, cell;

  for (guint i = 0; i < n; i++)
    {
      left = MIN (left, wishes[i].x);
      right = MAX (right, wishes[i].x);
      top = MIN (top, wishes[i].y);
      bottom = MAX (bottom, wishes[i].y);
    }
  width = MAX (right - left, (bottom - top) / 4);
  height = MAX (bottom - top, (right - left) / 4);
  if (width <= 0)
    width = height = 1;
  cell = sqrt (width * height / (n * SPARE));
  *columns = MAX (1, (int) ceil (width / cell));
  *rows = MAX (1, (int) ceil (height / cell));
  while ((guint) (*columns * *rows) < n)
    (*rows)++;
  for (guint i = 0; i < n; i++)
    {
      wishes[i].x = (wishes[i].x - (left + right) / 2) / cell + (*columns - 1) / 2.0;
      wishes[i].y = (wishes[i].y - (top + bottom) / 2) / cell + (*rows - 1) / 2.0;
    }
}

static double
get_distance (const Wish *wish, int column, int row)
{
  double x = wish->x - column, y = wish->y - row;

  return x * x + y * y;
}

/* The grid while tiles are moved about in it. */
typedef struct
{
  GPtrArray *spots; /* (borrowed) */
  const Wish *wishes;
  int columns;
  int rows;
  int *cells; /* which spot is there, -1: none */
} Grid;

static const AjTileSpot *
look (const Grid *grid, int column, int row)
{
  int spot;

  if (column < 0 || row < 0 || column >= grid->columns || row >= grid->rows)
    return NULL;
  spot = grid->cells[row * grid->columns + column];
  return spot >= 0 ? grid->spots->pdata[spot] : NULL;
}

/* What it costs that @spot (-1: nobody) is in that cell. @other is the cell it changes places with. */
static double
get_cost (const Grid *grid, int spot, int cell, int other)
{
  static const int sides[][2] = { { 1, 0 }, { -1, 0 }, { 0, 1 }, { 0, -1 } };
  int column = cell % grid->columns, row = cell / grid->columns;
  double cost;

  if (spot < 0)
    return 0;
  cost = get_distance (&grid->wishes[spot], column, row);
  for (guint i = 0; i < G_N_ELEMENTS (sides); i++)
    {
      int next_column = column + sides[i][0], next_row = row + sides[i][1];
      const AjTileSpot *next = look (grid, next_column, next_row);

      if (next != NULL && next_row * grid->columns + next_column != other &&
          are_together (grid->spots->pdata[spot], next))
        cost -= 2 * TOGETHER;
    }
  return cost;
}

/* Two cells change what they hold when that is better. */
static gboolean
try_swap (Grid *grid, int a, int b)
{
  int first = grid->cells[a], second = grid->cells[b];
  double before = get_cost (grid, first, a, b) + get_cost (grid, second, b, a);
  double after = get_cost (grid, first, b, a) + get_cost (grid, second, a, b);

  if (after >= before - 1e-9)
    return FALSE;
  grid->cells[a] = second;
  grid->cells[b] = first;
  return TRUE;
}

static void
bring_together (Grid *grid)
{
  int n_cells = grid->columns * grid->rows;
  gboolean better = TRUE;

  for (int round = 0; better && round < MAX_ROUNDS; round++)
    {
      better = FALSE;
      for (int a = 0; a < n_cells; a++)
        for (int b = a + 1; b < n_cells; b++)
          if ((grid->cells[a] >= 0 || grid->cells[b] >= 0) && try_swap (grid, a, b))
            better = TRUE;
    }
}

static void
place_all_by_position (GPtrArray *spots)
{
  g_autofree Wish *wishes = g_new0 (Wish, spots->len);
  g_autofree int *cells = NULL;
  g_autofree int *taken = NULL;
  g_autofree double *costs = NULL;
  Grid grid = { .spots = spots, .wishes = wishes };
  int n_cells;

  project (spots, wishes);
  scale (wishes, spots->len, &grid.columns, &grid.rows);
  n_cells = grid.columns * grid.rows;
  costs = g_new (double, spots->len *(gsize) n_cells);
  for (guint i = 0; i < spots->len; i++)
    for (int cell = 0; cell < n_cells; cell++)
      costs[i * (gsize) n_cells + (gsize) cell] = get_distance (&wishes[i], cell % grid.columns,
                                                                cell / grid.columns);
  taken = aj_tile_match (costs, (int) spots->len, n_cells);
  cells = g_new (int, n_cells);
  memset (cells, -1, sizeof (int) * (gsize) n_cells);
  for (guint i = 0; i < spots->len; i++)
    cells[taken[i]] = (int) i;
  grid.cells = cells;
  bring_together (&grid);
  for (int cell = 0; cell < n_cells; cell++)
    if (cells[cell] >= 0)
      {
        AjTileSpot *spot = spots->pdata[cells[cell]];

        spot->column = cell % grid.columns;
        spot->row = cell / grid.columns;
      }
}

/* A block for each district, beside each other and then below, as text is read. */
static void
place_all_by_name (GPtrArray *spots)
{
  int width = MAX (1, (int) ceil (sqrt (spots->len * 1.6)));
  int left = 0, top = 0, deepest = 0;

  g_ptr_array_sort (spots, compare_by_district);
  for (guint first = 0, n; first < spots->len; first += n)
    {
      int columns;

      for (n = 1; first + n < spots->len; n++)
        if (g_strcmp0 (((AjTileSpot *) spots->pdata[first])->district,
                       ((AjTileSpot *) spots->pdata[first + n])->district) != 0)
          break;
      columns = (int) ceil (sqrt (n));
      if (left > 0 && left + columns > width)
        {
          left = 0;
          top += deepest;
          deepest = 0;
        }
      for (guint i = 0; i < n; i++)
        {
          AjTileSpot *spot = spots->pdata[first + i];

          spot->column = left + (int) i % columns;
          spot->row = top + (int) i / columns;
          deepest = MAX (deepest, (int) i / columns + 1);
        }
      left += columns;
    }
}

/* How columns follow from longitudes and rows from latitudes, from the tiles that are known (least squares). */
typedef struct
{
  double slope;
  double offset;
} Line;

static gboolean
fit (GPtrArray *placed, gboolean columns, Line *line)
{
  double n = 0, sum_x = 0, sum_y = 0, sum_xx = 0, sum_xy = 0, spread;

  for (guint i = 0; i < placed->len; i++)
    {
      const AjTileSpot *spot = placed->pdata[i];
      double x = columns ? spot->longitude : spot->latitude;
      double y = columns ? spot->column : spot->row;

      if (!spot->has_position)
        continue;
      n++;
      sum_x += x;
      sum_y += y;
      sum_xx += x * x;
      sum_xy += x * y;
    }
  spread = n * sum_xx - sum_x * sum_x;
  if (n < 3 || spread < 1e-6)
    return FALSE;
  line->slope = (n * sum_xy - sum_x * sum_y) / spread;
  line->offset = (sum_y - line->slope * sum_x) / n;
  return TRUE;
}

/* The middle of the district's tiles, else of all. */
static Wish
find_middle_tile (GPtrArray *placed, const AjTileSpot *of)
{
  Wish wish = { 0, 0 };
  guint n = 0;

  for (guint i = 0; i < placed->len; i++)
    {
      const AjTileSpot *spot = placed->pdata[i];

      if (of != NULL && !are_together (spot, of))
        continue;
      wish.x += spot->column;
      wish.y += spot->row;
      n++;
    }
  if (n == 0)
    return of != NULL ? find_middle_tile (placed, NULL) : wish;
  return (Wish){ wish.x / n, wish.y / n };
}

static guint
hash_cell (int column, int row)
{
  return (guint) (row + 0x4000) * 0x8000 + (guint) (column + 0x4000);
}

static guint
count_together (GHashTable *taken, const AjTileSpot *spot, int column, int row)
{
  static const int sides[][2] = { { 1, 0 }, { -1, 0 }, { 0, 1 }, { 0, -1 } };
  guint n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (sides); i++)
    {
      const AjTileSpot *next = g_hash_table_lookup (
          taken, GUINT_TO_POINTER (hash_cell (column + sides[i][0], row + sides[i][1])));

      if (next != NULL && are_together (spot, next))
        n++;
    }
  return n;
}

/* The best free cell around @wish; there always is one within reach of the tiles there are. */
static void
place_near (AjTileSpot *spot, const Wish *wish, GHashTable *taken)
{
  int reach = (int) ceil (sqrt (g_hash_table_size (taken))) + 2;
  double best = G_MAXDOUBLE;

  for (int row = (int) floor (wish->y) - reach; row <= (int) ceil (wish->y) + reach; row++)
    for (int column = (int) floor (wish->x) - reach; column <= (int) ceil (wish->x) + reach;
         column++)
      {
        double cost;

        if (g_hash_table_contains (taken, GUINT_TO_POINTER (hash_cell (column, row))))
          continue;
        cost = get_distance (wish, column, row) -
               TOGETHER * count_together (taken, spot, column, row) +
               (column < 0 || row < 0 ? 4.0 : 0.0);
        if (cost < best - 1e-9)
          {
            best = cost;
            spot->column = column;
            spot->row = row;
          }
      }
}

static void
place_among (GPtrArray *placed, GPtrArray *missing, GHashTable *taken)
{
  Line across = { 0, 0 }, down = { 0, 0 };
  gboolean fitted = fit (placed, TRUE, &across) && fit (placed, FALSE, &down);

  for (guint i = 0; i < missing->len; i++)
    {
      AjTileSpot *spot = missing->pdata[i];
      Wish wish;

      if (spot->has_position && fitted)
        wish = (Wish){ across.slope * spot->longitude + across.offset,
                       down.slope * spot->latitude + down.offset };
      else if (spot->has_tile)
        wish = (Wish){ spot->column, spot->row };
      else
        wish = find_middle_tile (placed, spot);
      /* Somebody who is half a world away stays on the page. */
      wish.x = CLAMP (wish.x, -3, 102);
      wish.y = CLAMP (wish.y, -3, 102);
      place_near (spot, &wish, taken);
      g_hash_table_insert (taken, GUINT_TO_POINTER (hash_cell (spot->column, spot->row)), spot);
      g_ptr_array_add (placed, spot);
    }
}

/* In rows from the left, as wide as what is above. */
static void
place_below (GPtrArray *placed, GPtrArray *apart)
{
  int left = G_MAXINT, right = G_MININT, bottom = G_MININT, width;

  for (guint i = 0; i < placed->len; i++)
    {
      const AjTileSpot *spot = placed->pdata[i];

      left = MIN (left, spot->column);
      right = MAX (right, spot->column);
      bottom = MAX (bottom, spot->row);
    }
  width = MAX (right - left + 1, (int) ceil (sqrt (apart->len)));
  g_ptr_array_sort (apart, compare_by_district);
  for (guint i = 0; i < apart->len; i++)
    {
      AjTileSpot *spot = apart->pdata[i];

      spot->column = left + (int) i % width;
      spot->row = bottom + 1 + (int) i / width;
    }
}

void
aj_tile_layout_place (AjTileSpot *spots, guint n_spots)
{
  g_autoptr (GPtrArray) placed = g_ptr_array_new ();
  g_autoptr (GPtrArray) missing = g_ptr_array_new ();
  g_autoptr (GPtrArray) apart = g_ptr_array_new ();
  g_autoptr (GPtrArray) sorted = g_ptr_array_new ();
  g_autoptr (GHashTable) taken = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < n_spots; i++)
    g_ptr_array_add (sorted, &spots[i]);
  g_ptr_array_sort (sorted, compare_spots);
  for (guint i = 0; i < sorted->len; i++)
    {
      AjTileSpot *spot = sorted->pdata[i];
      gboolean free_there =
          spot->has_tile &&
          !g_hash_table_contains (taken, GUINT_TO_POINTER (hash_cell (spot->column, spot->row)));

      spot->is_apart = !spot->has_tile && !spot->has_position;
      g_ptr_array_add (spot->is_apart ? apart : free_there ? placed : missing, spot);
      if (free_there)
        g_hash_table_insert (taken, GUINT_TO_POINTER (hash_cell (spot->column, spot->row)), spot);
    }
  if (placed->len > 0)
    place_among (placed, missing, taken);
  else if (missing->len > 0)
    place_all_by_position (missing);
  if (apart->len == n_spots)
    place_all_by_name (apart);
  else
    place_below (placed->len > 0 ? placed : missing, apart);
}
