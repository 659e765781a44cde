/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-timeline-plan.h"

#include <math.h>

/* Where a bar has its place. */
typedef struct
{
  double start; /* as far as it is drawn */
  double end;
  guint row;
  guint lane;
  guint rank; /* in its row, by first day */
  double room_end;
} Spot;

typedef struct
{
  const char *label; /* (borrowed) */
  double y;
  double height;
  GArray *bars;     /* (owned) (element-type guint): by first day */
  GPtrArray *lanes; /* (owned) (element-type GArray): of indices from left to right */
} Row;

struct _AjTimelinePlan
{
  GPtrArray *bars; /* (owned) (element-type AjTimelineBar) */
  AjTimelineScale scale;
  AjTimelineMeasure measure;
  Spot *spots;       /* (owned): as many as bars */
  GArray *rows;      /* (owned) (element-type Row) */
  GHashTable *by_id; /* (owned) (element-type utf8 guint): ids are the bars' */
};

static void
clear_row (gpointer data)
{
  Row *row = data;

  g_array_unref (row->bars);
  g_ptr_array_unref (row->lanes);
}

static Row *
get_row (AjTimelinePlan *self, guint index)
{
  return &g_array_index (self->rows, Row, index);
}

static const AjTimelineFacts *
get_facts (AjTimelinePlan *self, guint index)
{
  return aj_timeline_bar_get (self->bars->pdata[index]);
}

/* From where to where a bar is drawn that has these days. */
static void
get_span (
    AjTimelinePlan *self, AjTimelineKind kind, const AjDateRange *days, double *start, double *end)
{
  const AjTimelineMeasure *measure = &self->measure;

  if (kind == AJ_TIMELINE_KIND_MILESTONE)
    {
      double middle = aj_timeline_scale_get_x (&self->scale, days->first) + measure->day / 2;

      *start = middle - measure->lane / 2;
      *end = middle + measure->lane / 2;
      return;
    }
  *start = days->first == AJ_DATE_NONE ? -INFINITY
                                       : aj_timeline_scale_get_x (&self->scale, days->first);
  *end = days->last == AJ_DATE_NONE
             ? INFINITY
             : aj_timeline_scale_get_x (&self->scale, days->last) + measure->day;
  if (*start > -INFINITY)
    *end = MAX (*end, *start + measure->least);
}

static int
compare_spots (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const guint *first = a, *second = b;
  const Spot *spots = user_data;

  if (spots[*first].start < spots[*second].start)
    return -1;
  if (spots[*first].start > spots[*second].start)
    return 1;
  /* The longest above, and else as they came. */
  if (spots[*first].end != spots[*second].end)
    return spots[*first].end > spots[*second].end ? -1 : 1;
  return *first < *second ? -1 : *first > *second;
}

static void
add_to_lane (AjTimelinePlan *self, Row *row, guint lane, guint index)
{
  GArray *bars;

  if (lane == row->lanes->len)
    g_ptr_array_add (row->lanes, g_array_new (FALSE, FALSE, sizeof (guint)));
  bars = row->lanes->pdata[lane];
  if (bars->len > 0)
    self->spots[g_array_index (bars, guint, bars->len - 1)].room_end = self->spots[index].start;
  g_array_append_val (bars, index);
  self->spots[index].lane = lane;
  self->spots[index].room_end = INFINITY;
}

/* Each into the first lane that is free again: by first day that takes no more lanes than lie over each other. */
static void
pack (AjTimelinePlan *self, Row *row)
{
  g_array_sort_with_data (row->bars, compare_spots, self->spots);
  for (guint i = 0; i < row->bars->len; i++)
    {
      guint index = g_array_index (row->bars, guint, i);
      guint lane;

      self->spots[index].rank = i;
      for (lane = 0; lane < row->lanes->len; lane++)
        {
          GArray *bars = row->lanes->pdata[lane];
          guint last = g_array_index (bars, guint, bars->len - 1);

          /* So much is not seen, and does not depend on how it was reckoned. */
          if (self->spots[last].end <= self->spots[index].start + 1e-6)
            break;
        }
      add_to_lane (self, row, lane, index);
    }
}

static void
collect_rows (AjTimelinePlan *self)
{
  g_autoptr (GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < self->bars->len; i++)
    {
      const AjTimelineFacts *facts = get_facts (self, i);
      const char *key = facts->row != NULL ? facts->row : "";
      gpointer found;
      guint row;

      if (g_hash_table_lookup_extended (known, key, NULL, &found))
        row = GPOINTER_TO_UINT (found);
      else
        {
          Row added = { facts->row_label, 0, 0, g_array_new (FALSE, FALSE, sizeof (guint)),
                        g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref) };

          row = self->rows->len;
          g_array_append_val (self->rows, added);
          g_hash_table_insert (known, (gpointer) key, GUINT_TO_POINTER (row));
        }
      self->spots[i].row = row;
      get_span (self, facts->kind, &facts->days, &self->spots[i].start, &self->spots[i].end);
      g_array_append_val (get_row (self, row)->bars, i);
      if (facts->id != NULL)
        g_hash_table_insert (self->by_id, (gpointer) facts->id, GUINT_TO_POINTER (i));
    }
}

AjTimelinePlan *
aj_timeline_plan_new (GPtrArray *bars, AjDate origin, const AjTimelineMeasure *measure)
{
  AjTimelinePlan *self = g_new0 (AjTimelinePlan, 1);
  double y = 0;

  self->bars = g_ptr_array_ref (bars);
  self->scale = (AjTimelineScale){ origin, measure->day };
  self->measure = *measure;
  self->spots = g_new0 (Spot, MAX (1, bars->len));
  self->rows = g_array_new (FALSE, FALSE, sizeof (Row));
  g_array_set_clear_func (self->rows, clear_row);
  self->by_id = g_hash_table_new (g_str_hash, g_str_equal);
  collect_rows (self);
  for (guint i = 0; i < self->rows->len; i++)
    {
      Row *row = get_row (self, i);

      pack (self, row);
      row->y = y;
      row->height = measure->head + row->lanes->len * (measure->lane + measure->gap) + measure->gap;
      y += row->height;
    }
  return self;
}

void
aj_timeline_plan_free (AjTimelinePlan *self)
{
  g_hash_table_unref (self->by_id);
  g_array_unref (self->rows);
  g_free (self->spots);
  g_ptr_array_unref (self->bars);
  g_free (self);
}

AjDateRange
aj_timeline_find_range (GPtrArray *bars)
{
  AjDateRange range = { AJ_DATE_NONE, AJ_DATE_NONE };

  for (guint i = 0; i < bars->len; i++)
    {
      const AjDateRange *days = &aj_timeline_bar_get (bars->pdata[i])->days;
      AjDate first = days->first != AJ_DATE_NONE ? days->first : days->last;
      AjDate last = days->last != AJ_DATE_NONE ? days->last : days->first;

      if (first == AJ_DATE_NONE)
        continue;
      range.first = range.first == AJ_DATE_NONE ? first : MIN (range.first, first);
      range.last = MAX (range.last, last);
    }
  return range;
}

guint
aj_timeline_plan_get_n_bars (AjTimelinePlan *self)
{
  return self->bars->len;
}

AjTimelineBar *
aj_timeline_plan_get_bar (AjTimelinePlan *self, guint index)
{
  return self->bars->pdata[index];
}

int
aj_timeline_plan_find (AjTimelinePlan *self, const char *id)
{
  gpointer index;

  if (id == NULL || !g_hash_table_lookup_extended (self->by_id, id, NULL, &index))
    return -1;
  return GPOINTER_TO_INT (index);
}

guint
aj_timeline_plan_get_n_rows (AjTimelinePlan *self)
{
  return self->rows->len;
}

AjTimelineRow
aj_timeline_plan_get_row (AjTimelinePlan *self, guint row)
{
  const Row *found = get_row (self, row);

  return (AjTimelineRow){ found->label, found->y, found->height };
}

guint
aj_timeline_plan_get_row_of (AjTimelinePlan *self, guint index)
{
  return self->spots[index].row;
}

int
aj_timeline_plan_find_row (AjTimelinePlan *self, double y)
{
  guint low = 0, high = self->rows->len;

  /* The first one that ends below it. */
  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      const Row *row = get_row (self, middle);

      if (row->y + row->height <= y)
        low = middle + 1;
      else
        high = middle;
    }
  return (int) MIN (low + 1, self->rows->len) - 1;
}

double
aj_timeline_plan_get_height (AjTimelinePlan *self)
{
  const Row *last = self->rows->len > 0 ? get_row (self, self->rows->len - 1) : NULL;

  return last != NULL ? last->y + last->height : 0;
}

static double
get_lane_y (AjTimelinePlan *self, const Row *row, guint lane)
{
  const AjTimelineMeasure *measure = &self->measure;

  return row->y + measure->head + measure->gap + lane * (measure->lane + measure->gap);
}

AjMapRect
aj_timeline_plan_get_rect (
    AjTimelinePlan *self, guint index, const AjDateRange *days, double left, double right)
{
  const Spot *spot = &self->spots[index];
  double start = spot->start, end = spot->end;

  if (days != NULL)
    get_span (self, get_facts (self, index)->kind, days, &start, &end);
  start = MAX (start, left);
  return (AjMapRect){ start, get_lane_y (self, get_row (self, spot->row), spot->lane),
                      MAX (0, MIN (end, right) - start), self->measure.lane };
}

double
aj_timeline_plan_get_room_end (AjTimelinePlan *self, guint index)
{
  return self->spots[index].room_end;
}

/* The first one in a lane that ends after @x. */
static guint
find_in_lane (AjTimelinePlan *self, GArray *lane, double x)
{
  guint low = 0, high = lane->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (self->spots[g_array_index (lane, guint, middle)].end <= x)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

int
aj_timeline_plan_find_at (AjTimelinePlan *self, double x, double y)
{
  int at = aj_timeline_plan_find_row (self, y);
  const Row *row = at >= 0 ? get_row (self, (guint) at) : NULL;
  double lane;
  guint position, index;
  GArray *bars;

  if (row == NULL || y < row->y || y >= row->y + row->height)
    return -1;
  lane = floor ((y - get_lane_y (self, row, 0)) / (self->measure.lane + self->measure.gap));
  if (lane < 0 || lane >= row->lanes->len ||
      y >= get_lane_y (self, row, (guint) lane) + self->measure.lane)
    return -1;
  bars = row->lanes->pdata[(guint) lane];
  position = find_in_lane (self, bars, x);
  if (position == bars->len)
    return -1;
  index = g_array_index (bars, guint, position);
  return self->spots[index].start <= x ? (int) index : -1;
}

static void
list_in_row (AjTimelinePlan *self, const Row *row, const AjMapRect *rect, GArray *found)
{
  for (guint lane = 0; lane < row->lanes->len; lane++)
    {
      GArray *bars = row->lanes->pdata[lane];
      double y = get_lane_y (self, row, lane);

      if (y >= rect->y + rect->height || y + self->measure.lane <= rect->y)
        continue;
      for (guint i = find_in_lane (self, bars, rect->x); i < bars->len; i++)
        {
          guint index = g_array_index (bars, guint, i);

          if (self->spots[index].start >= rect->x + rect->width)
            break;
          g_array_append_val (found, index);
        }
    }
}

GArray *
aj_timeline_plan_list_in (AjTimelinePlan *self, const AjMapRect *rect)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (guint));
  int first = aj_timeline_plan_find_row (self, rect->y);

  for (guint i = (guint) MAX (0, first); i < self->rows->len; i++)
    {
      const Row *row = get_row (self, i);

      if (row->y >= rect->y + rect->height)
        break;
      list_in_row (self, row, rect, found);
    }
  return found;
}

guint
aj_timeline_plan_walk (AjTimelinePlan *self, guint from, int steps)
{
  const Row *row = get_row (self, self->spots[from].row);
  gint64 rank = (gint64) self->spots[from].rank + steps;

  return g_array_index (row->bars, guint, CLAMP (rank, 0, (gint64) row->bars->len - 1));
}

/* How far apart two lie in time; 0 when they share some of it. */
static double
get_distance (const Spot *a, double start, double end)
{
  if (a->start > end)
    return a->start - end;
  return a->end < start ? start - a->end : 0;
}

static guint
find_nearest (AjTimelinePlan *self, const Row *row, double start, double end)
{
  guint nearest = g_array_index (row->bars, guint, 0);

  for (guint i = 1; i < row->bars->len; i++)
    {
      guint index = g_array_index (row->bars, guint, i);

      if (get_distance (&self->spots[index], start, end) <
          get_distance (&self->spots[nearest], start, end))
        nearest = index;
    }
  return nearest;
}

guint
aj_timeline_plan_walk_rows (AjTimelinePlan *self, guint from, int rows)
{
  const Spot *spot = &self->spots[from];
  gint64 row = CLAMP ((gint64) spot->row + rows, 0, (gint64) self->rows->len - 1);

  if (row == spot->row)
    return from;
  return find_nearest (self, get_row (self, (guint) row), spot->start, spot->end);
}

guint
aj_timeline_plan_find_near (AjTimelinePlan *self, guint from, AjDate day)
{
  double x = aj_timeline_scale_get_x (&self->scale, day);

  return find_nearest (self, get_row (self, self->spots[from].row), x, x + self->measure.day);
}
