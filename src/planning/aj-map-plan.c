/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-map-plan.h"

#include <glib/gi18n-lib.h>

#define NOBODY -1
/* How many tiles beside each other most names of districts are as wide as. */
#define NAME_COLUMNS 3

/* The top of a district where its name stands: a run of tiles with nothing of the district above them. */
typedef struct
{
  int district;
  int row;
  int column;
  int n_columns;
} Run;

struct _AjMapPlan
{
  AjMapState *state; /* (owned) */
  int left;          /* the first column and row that are used */
  int top;
  int columns;
  int rows;
  int apart_row;      /* the first row of those whose place is not known; NOBODY: there are none */
  gboolean all_apart; /* there are no others */
  int *cells;         /* (owned): the district of each cell, or NOBODY */
  GPtrArray *districts; /* (owned) (element-type utf8): borrowed names */
  GArray *runs;         /* (owned) (element-type Run): one for each district, by row and column */
  int *bands;           /* (owned): for each row, how many lines with names are above or at it */
};

static int
get_district (const AjMapPlan *self, int column, int row)
{
  if (column < 0 || row < 0 || column >= self->columns || row >= self->rows)
    return NOBODY;
  return self->cells[row * self->columns + column];
}

static int
find_district (AjMapPlan *self, const char *name)
{
  guint index;

  if (name == NULL)
    return NOBODY;
  if (!g_ptr_array_find_with_equal_func (self->districts, name, g_str_equal, &index))
    {
      index = self->districts->len;
      g_ptr_array_add (self->districts, (gpointer) name);
    }
  return (int) index;
}

static void
find_bounds (AjMapPlan *self)
{
  int right = G_MININT, bottom = G_MININT;

  self->left = self->top = self->apart_row = G_MAXINT;
  self->all_apart = TRUE;
  for (guint i = 0; i < aj_map_state_get_n_tiles (self->state); i++)
    {
      const AjMapTile *tile = aj_map_state_get_tile (self->state, i);

      self->left = MIN (self->left, tile->column);
      self->top = MIN (self->top, tile->row);
      right = MAX (right, tile->column);
      bottom = MAX (bottom, tile->row);
      if (tile->is_apart)
        self->apart_row = MIN (self->apart_row, tile->row);
      else
        self->all_apart = FALSE;
    }
  self->apart_row = self->apart_row == G_MAXINT ? NOBODY : self->apart_row - self->top;
  if (right < self->left)
    return;
  self->columns = right - self->left + 1;
  self->rows = bottom - self->top + 1;
  /* For the words over them. */
  if (self->apart_row != NOBODY)
    self->columns = MAX (self->columns, NAME_COLUMNS);
}

/* Who stands apart is no part of the picture of a district, unless all do. */
static gboolean
is_outlined (const AjMapPlan *self, const AjMapTile *tile)
{
  return !tile->is_apart || self->all_apart;
}

static void
fill_cells (AjMapPlan *self)
{
  self->cells = g_new (int, self->columns * self->rows + 1);
  for (int i = 0; i < self->columns * self->rows; i++)
    self->cells[i] = NOBODY;
  for (guint i = 0; i < aj_map_state_get_n_tiles (self->state); i++)
    {
      const AjMapTile *tile = aj_map_state_get_tile (self->state, i);

      self->cells[(tile->row - self->top) * self->columns + tile->column - self->left] =
          find_district (self, is_outlined (self, tile) ? tile->district : NULL);
    }
}

/* Whether any district goes on through the line with names above that row. */
static gboolean
is_crossed (AjMapPlan *self, int column, int row)
{
  int district = get_district (self, column, row);

  return district != NOBODY && get_district (self, column, row - 1) == district;
}

/* The column where a name over these tiles has to end: at a district that crosses the line with names, or the edge. */
static int
find_end (AjMapPlan *self, const Run *run)
{
  int end = run->column + 1;

  while (end < self->columns && !is_crossed (self, end, run->row))
    end++;
  return end;
}

/* Whether a name over these tiles stands over no other district: it may go on past the end of them. */
static gboolean
stands_alone (AjMapPlan *self, const Run *run)
{
  for (int column = run->column; column < run->column + NAME_COLUMNS; column++)
    {
      int district = get_district (self, column, run->row);

      if (district != run->district && district != NOBODY)
        return FALSE;
    }
  return find_end (self, run) >= MIN (run->column + NAME_COLUMNS, self->columns);
}

/* How good a place it is: above its own tiles, and with room to be read. */
static int
weigh_run (AjMapPlan *self, const Run *run)
{
  int room = MIN (find_end (self, run) - run->column, NAME_COLUMNS);

  return MAX (run->n_columns, room) + MIN (run->n_columns, room);
}

/* A reader begins at the top, so the name stands at the highest run where it stands alone; else where there is most room,
 * and of equals at the highest. */
static gboolean
find_run (AjMapPlan *self, int district, Run *best)
{
  int most = 0;

  for (int row = 0; row < self->rows; row++)
    for (int column = 0; column < self->columns; column++)
      {
        Run run = { district, row, column, 0 };

        while (get_district (self, column + run.n_columns, row) == district &&
               get_district (self, column + run.n_columns, row - 1) != district)
          run.n_columns++;
        if (run.n_columns == 0)
          continue;
        if (weigh_run (self, &run) > most)
          {
            most = weigh_run (self, &run);
            *best = run;
          }
        if (stands_alone (self, &run))
          {
            *best = run;
            return TRUE;
          }
        column += run.n_columns - 1;
      }
  return most > 0;
}

static int
compare_runs (gconstpointer a, gconstpointer b)
{
  const Run *first = a, *second = b;

  return first->row != second->row ? first->row - second->row : first->column - second->column;
}

static void
find_runs (AjMapPlan *self)
{
  self->runs = g_array_new (FALSE, FALSE, sizeof (Run));
  self->bands = g_new0 (int, self->rows + 1);
  for (guint i = 0; i < self->districts->len; i++)
    {
      Run run;

      if (find_run (self, (int) i, &run))
        {
          g_array_append_val (self->runs, run);
          self->bands[run.row] = 1;
        }
    }
  g_array_sort (self->runs, compare_runs);
  /* A line left free keeps them apart from what is above, or the words over all from the name of a district. */
  if (self->apart_row != NOBODY)
    self->bands[self->apart_row] += self->all_apart && self->runs->len == 0 ? 1 : 2;
  for (int row = 1; row < self->rows; row++)
    self->bands[row] += self->bands[row - 1];
}

AjMapPlan *
aj_map_plan_new (AjMapState *state)
{
  AjMapPlan *self = g_new0 (AjMapPlan, 1);

  self->state = aj_map_state_ref (state);
  self->districts = g_ptr_array_new ();
  find_bounds (self);
  fill_cells (self);
  find_runs (self);
  return self;
}

void
aj_map_plan_free (AjMapPlan *self)
{
  aj_map_state_unref (self->state);
  g_ptr_array_unref (self->districts);
  g_array_unref (self->runs);
  g_free (self->bands);
  g_free (self->cells);
  g_free (self);
}

/* Half a gap stands around everything, for the outline. */
static double
get_x (const AjMapMeasure *measure, int column)
{
  return measure->gap + column * (measure->tile + measure->gap);
}

static double
get_y (AjMapPlan *self, const AjMapMeasure *measure, int row)
{
  return measure->gap + row * (measure->tile + measure->gap) +
         (row < self->rows ? self->bands[row] : self->bands[MAX (self->rows - 1, 0)]) *
             measure->label;
}

void
aj_map_plan_get_size (AjMapPlan *self, const AjMapMeasure *measure, double *width, double *height)
{
  *width = self->columns > 0 ? get_x (measure, self->columns) : 0;
  *height = self->rows > 0 ? get_y (self, measure, self->rows) : 0;
}

AjMapRect
aj_map_plan_get_tile (AjMapPlan *self, const AjMapMeasure *measure, guint index)
{
  const AjMapTile *tile = aj_map_state_get_tile (self->state, index);

  return (AjMapRect){ get_x (measure, tile->column - self->left),
                      get_y (self, measure, tile->row - self->top), measure->tile, measure->tile };
}

static void
add_stroke (GArray *strokes, double x1, double y1, double x2, double y2)
{
  AjMapStroke stroke = { x1, y1, x2, y2 };

  g_array_append_val (strokes, stroke);
}

/* Whether the district goes on from this cell to the one below it. */
static gboolean
goes_on_below (AjMapPlan *self, int column, int row, int district)
{
  return get_district (self, column, row) == district &&
         get_district (self, column, row + 1) == district;
}

/* Beside the line with names below the cell, which belongs to the district where that goes on. A line between two
 * districts is drawn once: by the one to the right of it, or below it. */
static void
outline_band (AjMapPlan *self,
              const AjMapMeasure *measure,
              int column,
              int row,
              const AjMapRect *cell,
              GArray *strokes)
{
  int district = get_district (self, column, row);
  int beside = get_district (self, column + 1, row);
  double right = cell->x + cell->width, bottom = cell->y + cell->height;
  double next = get_y (self, measure, row + 1) - measure->gap / 2;

  if (!goes_on_below (self, column - 1, row, district))
    add_stroke (strokes, cell->x, bottom, cell->x, next);
  if (!goes_on_below (self, column + 1, row, district) &&
      (beside == NOBODY || !goes_on_below (self, column + 1, row, beside)))
    add_stroke (strokes, right, bottom, right, next);
}

static void
outline_cell (AjMapPlan *self, const AjMapMeasure *measure, int column, int row, GArray *strokes)
{
  int district = get_district (self, column, row);
  AjMapRect cell = { get_x (measure, column) - measure->gap / 2,
                     get_y (self, measure, row) - measure->gap / 2, measure->tile + measure->gap,
                     measure->tile + measure->gap };
  double right = cell.x + cell.width, bottom = cell.y + cell.height;
  gboolean band = row + 1 < self->rows && self->bands[row + 1] > self->bands[row];

  if (get_district (self, column, row - 1) != district)
    add_stroke (strokes, cell.x, cell.y, right, cell.y);
  if (get_district (self, column - 1, row) != district)
    add_stroke (strokes, cell.x, cell.y, cell.x, bottom);
  if (get_district (self, column + 1, row) == NOBODY)
    add_stroke (strokes, right, cell.y, right, bottom);
  if (!goes_on_below (self, column, row, district))
    {
      if (band || get_district (self, column, row + 1) == NOBODY)
        add_stroke (strokes, cell.x, bottom, right, bottom);
    }
  else if (band)
    outline_band (self, measure, column, row, &cell, strokes);
}

GArray *
aj_map_plan_list_strokes (AjMapPlan *self, const AjMapMeasure *measure)
{
  GArray *strokes = g_array_new (FALSE, FALSE, sizeof (AjMapStroke));

  for (int row = 0; row < self->rows; row++)
    for (int column = 0; column < self->columns; column++)
      if (get_district (self, column, row) != NOBODY)
        outline_cell (self, measure, column, row, strokes);
  return strokes;
}

guint
aj_map_plan_get_n_labels (AjMapPlan *self)
{
  return self->runs->len + (self->apart_row != NOBODY);
}

/* Above everything when all stand apart, also above the names of their districts. */
static AjMapLabel
get_apart_label (AjMapPlan *self, const AjMapMeasure *measure)
{
  double x = get_x (measure, 0);
  int n_lines = self->all_apart ? self->bands[self->apart_row] : 1;

  return (AjMapLabel){
    /* Translators: over municipalities on a map of which it is not known where they lie. */
    _ ("Place Unknown"),
    { x, get_y (self, measure, self->apart_row) - measure->gap / 2 - n_lines * measure->label,
      get_x (measure, self->columns) - measure->gap - x, measure->label },
  };
}

/* A name may go on past its own tiles, to the next name in the line, a district that crosses it, or the edge. */
AjMapLabel
aj_map_plan_get_label (AjMapPlan *self, const AjMapMeasure *measure, guint index)
{
  const Run *run, *next;
  int end;
  double x;

  if (index == self->runs->len)
    return get_apart_label (self, measure);
  run = &g_array_index (self->runs, Run, index);
  next = index + 1 < self->runs->len ? run + 1 : NULL;
  end = find_end (self, run);
  x = get_x (measure, run->column);
  if (next != NULL && next->row == run->row)
    end = MIN (end, next->column);
  return (AjMapLabel){
    g_ptr_array_index (self->districts, run->district),
    { x, get_y (self, measure, run->row) - measure->gap / 2 - measure->label,
      get_x (measure, end) - measure->gap - x, measure->label },
  };
}
