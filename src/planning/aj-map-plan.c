/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-map-plan.h"

#define NOBODY -1

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
  int *cells;           /* (owned): the district of each cell, or NOBODY */
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

  self->left = self->top = G_MAXINT;
  for (guint i = 0; i < aj_map_state_get_n_tiles (self->state); i++)
    {
      const AjMapTile *tile = aj_map_state_get_tile (self->state, i);

      self->left = MIN (self->left, tile->column);
      self->top = MIN (self->top, tile->row);
      right = MAX (right, tile->column);
      bottom = MAX (bottom, tile->row);
    }
  if (right < self->left)
    return;
  self->columns = right - self->left + 1;
  self->rows = bottom - self->top + 1;
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
          find_district (self, tile->district);
    }
}

/* A long run holds the name best; of equals the highest, for a reader begins there. */
static gboolean
find_run (AjMapPlan *self, int district, Run *best)
{
  best->n_columns = 0;
  for (int row = 0; row < self->rows; row++)
    for (int column = 0; column < self->columns; column++)
      {
        int n = 0;

        while (get_district (self, column + n, row) == district &&
               get_district (self, column + n, row - 1) != district)
          n++;
        if (n > best->n_columns)
          *best = (Run){ district, row, column, n };
        column += MAX (n - 1, 0);
      }
  return best->n_columns > 0;
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

static void
outline_cell (AjMapPlan *self, const AjMapMeasure *measure, int column, int row, GArray *strokes)
{
  int district = get_district (self, column, row);
  double left = get_x (measure, column) - measure->gap / 2;
  double right = left + measure->tile + measure->gap;
  double top = get_y (self, measure, row) - measure->gap / 2;
  double bottom = top + measure->tile + measure->gap;
  double next;

  if (get_district (self, column, row - 1) != district)
    add_stroke (strokes, left, top, right, top);
  if (get_district (self, column - 1, row) != district)
    add_stroke (strokes, left, top, left, bottom);
  if (get_district (self, column + 1, row) != district)
    add_stroke (strokes, right, top, right, bottom);
  if (!goes_on_below (self, column, row, district))
    {
      add_stroke (strokes, left, bottom, right, bottom);
      return;
    }
  /* The line with names between two rows belongs to the district as well. */
  next = get_y (self, measure, row + 1) - measure->gap / 2;
  if (next <= bottom + 0.01)
    return;
  if (!goes_on_below (self, column - 1, row, district))
    add_stroke (strokes, left, bottom, left, next);
  if (!goes_on_below (self, column + 1, row, district))
    add_stroke (strokes, right, bottom, right, next);
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
  return self->runs->len;
}

/* A name may go on past its own tiles, to the next name in the line or the edge. */
AjMapLabel
aj_map_plan_get_label (AjMapPlan *self, const AjMapMeasure *measure, guint index)
{
  const Run *run = &g_array_index (self->runs, Run, index);
  double x = get_x (measure, run->column);
  double end = get_x (measure, self->columns);

  if (index + 1 < self->runs->len)
    {
      const Run *next = &g_array_index (self->runs, Run, index + 1);

      if (next->row == run->row)
        end = get_x (measure, next->column) - measure->gap;
    }
  return (AjMapLabel){
    g_ptr_array_index (self->districts, run->district),
    { x, get_y (self, measure, run->row) - measure->gap / 2 - measure->label, end - x,
      measure->label },
  };
}
