/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-tile-match.h"

/* The state of the method, counted from 1: 0 stands for nobody. */
typedef struct
{
  const double *costs;
  int n_columns;
  double *row_price;
  double *column_price;
  int *owner;      /* of each column: the row that has it */
  int *came_from;  /* of each column: the one before it on the way */
  double *slack;   /* of each column: what it would cost more */
  gboolean *known; /* of each column: on the way already */
} Match;

/* From the column in hand to the next one on the cheapest way. */
static int
step (Match *self, int at)
{
  const double *costs = self->costs + (gsize) (self->owner[at] - 1) * (gsize) self->n_columns;
  double least = G_MAXDOUBLE;
  int next = 0;

  self->known[at] = TRUE;
  for (int column = 1; column <= self->n_columns; column++)
    {
      double more;

      if (self->known[column])
        continue;
      more = costs[column - 1] - self->row_price[self->owner[at]] - self->column_price[column];
      if (more < self->slack[column])
        {
          self->slack[column] = more;
          self->came_from[column] = at;
        }
      if (self->slack[column] < least)
        {
          least = self->slack[column];
          next = column;
        }
    }
  for (int column = 0; column <= self->n_columns; column++)
    if (self->known[column])
      {
        self->row_price[self->owner[column]] += least;
        self->column_price[column] -= least;
      }
    else
      self->slack[column] -= least;
  return next;
}

static void
find_place (Match *self, int row)
{
  int at = 0;

  self->owner[0] = row;
  for (int column = 0; column <= self->n_columns; column++)
    {
      self->slack[column] = G_MAXDOUBLE;
      self->known[column] = FALSE;
    }
  do
    at = step (self, at);
  while (self->owner[at] != 0);
  /* Everybody on the way moves up one. */
  while (at != 0)
    {
      self->owner[at] = self->owner[self->came_from[at]];
      at = self->came_from[at];
    }
}

int *
aj_tile_match (const double *costs, int n_rows, int n_columns)
{
  g_autofree double *row_price = g_new0 (double, n_rows + 1);
  g_autofree double *column_price = g_new0 (double, n_columns + 1);
  g_autofree double *slack = g_new0 (double, n_columns + 1);
  g_autofree int *owner = g_new0 (int, n_columns + 1);
  g_autofree int *came_from = g_new0 (int, n_columns + 1);
  g_autofree gboolean *known = g_new0 (gboolean, n_columns + 1);
  Match self = { costs, n_columns, row_price, column_price, owner, came_from, slack, known };
  int *columns = g_new0 (int, MAX (n_rows, 1));

  g_return_val_if_fail (n_columns >= n_rows, columns);

  for (int row = 1; row <= n_rows; row++)
    find_place (&self, row);
  for (int column = 1; column <= n_columns; column++)
    if (owner[column] > 0)
      columns[owner[column] - 1] = column - 1;
  return columns;
}
