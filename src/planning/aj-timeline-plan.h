/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-map-plan.h"
#include "aj-timeline-bar.h"
#include "aj-timeline-scale.h"

G_BEGIN_DECLS

/**
 * AjTimelinePlan:
 *
 * Where everything of a timeline is, for the window and for paper alike: the rows, below each other as they first come in the
 * bars, and in each row its bars, in as few lanes as it takes for none to lie over another. Made once for some bars and one
 * measure.
 */
typedef struct _AjTimelinePlan AjTimelinePlan;

/* Lengths that go with each other, in the same unit. */
typedef struct
{
  double day;  /* the width of a day */
  double lane; /* the height of a bar, and the width of a milestone */
  double gap;  /* above and below a bar */
  double
      head; /* the height of a line above the bars of a row, with its name; 0 when that stands beside them */
  double least; /* the width of the shortest bar */
} AjTimelineMeasure;

typedef struct
{
  const char *label; /* (borrowed) */
  double y;
  double height;
} AjTimelineRow;

/* @bars is kept. x is 0 where @origin begins. */
AjTimelinePlan *
aj_timeline_plan_new (GPtrArray *bars, AjDate origin, const AjTimelineMeasure *measure);
void aj_timeline_plan_free (AjTimelinePlan *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AjTimelinePlan, aj_timeline_plan_free)

/* From the first day of any bar to the last, open ends left aside; both AJ_DATE_NONE when there is none. */
AjDateRange aj_timeline_find_range (GPtrArray *bars);

guint aj_timeline_plan_get_n_bars (AjTimelinePlan *self);
AjTimelineBar *aj_timeline_plan_get_bar (AjTimelinePlan *self, guint index);
/* The index, or -1. */
int aj_timeline_plan_find (AjTimelinePlan *self, const char *id);
guint aj_timeline_plan_get_n_rows (AjTimelinePlan *self);
AjTimelineRow aj_timeline_plan_get_row (AjTimelinePlan *self, guint row);
guint aj_timeline_plan_get_row_of (AjTimelinePlan *self, guint index);
/* The row at a height: the first one above all, the last one below; -1 without rows. */
int aj_timeline_plan_find_row (AjTimelinePlan *self, double y);
/* Below the last row. */
double aj_timeline_plan_get_height (AjTimelinePlan *self);

/* The part of a bar between @left and @right, of no width when there is none: an open end lies infinitely far away. With
 * @days (nullable) where it would be if it had those. */
AjMapRect aj_timeline_plan_get_rect (
    AjTimelinePlan *self, guint index, const AjDateRange *days, double left, double right);
/* Where the next bar in its lane begins: how far what is written behind it may go. Infinite for the last one. */
double aj_timeline_plan_get_room_end (AjTimelinePlan *self, guint index);
/* The bar at a place, or -1. */
int aj_timeline_plan_find_at (AjTimelinePlan *self, double x, double y);
/* (element-type guint) (transfer full): what is to be seen in a rectangle, row by row, lane by lane, from left to right.
 * Costs about as much as it finds. */
GArray *aj_timeline_plan_list_in (AjTimelinePlan *self, const AjMapRect *rect);

/* The bar @steps further in its row, by first day, or before it when below 0; at the end it is the last one. */
guint aj_timeline_plan_walk (AjTimelinePlan *self, guint from, int steps);
/* The bar nearest in time to it, @rows further down, or up when below 0; in the last row at the end. */
guint aj_timeline_plan_walk_rows (AjTimelinePlan *self, guint from, int rows);
/* The bar at @day, or nearest to it, in the row of @from. */
guint aj_timeline_plan_find_near (AjTimelinePlan *self, guint from, AjDate day);

G_END_DECLS
