/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-date.h"

G_BEGIN_DECLS

/* How days lie beside each other on a timeline. */
typedef struct
{
  AjDate origin; /* begins at 0 */
  double day;    /* how wide a day is: pixels, or points on paper */
} AjTimelineScale;

/* How wide a day may become: a year still has room for its number, and a day for its name. */
#define AJ_TIMELINE_LEAST_DAY 0.1
#define AJ_TIMELINE_MOST_DAY  64.0

/* Where a day begins; where it ends is where the next one begins. */
double aj_timeline_scale_get_x (const AjTimelineScale *scale, AjDate date);
/* The day at a place; the first or last one there is when it is beyond those. */
AjDate aj_timeline_scale_find_day (const AjTimelineScale *scale, double x);

/* The width of a day @steps further in (or out, below 0), within the limits. So many steps back give the same widths. */
double aj_timeline_zoom (double day, int steps);
/* With which @n_days fill @width; within the limits. */
double aj_timeline_fit (int n_days, double width);

typedef enum
{
  AJ_TIMELINE_DAYS,
  AJ_TIMELINE_WEEKS, /* ISO 8601: from Monday, and numbered */
  AJ_TIMELINE_MONTHS,
  AJ_TIMELINE_QUARTERS,
  AJ_TIMELINE_YEARS,
} AjTimelineUnit;

/* The smallest of which each has room for what it is called, with letters about @letter wide; and what stands above them:
 * the same for years, which have nothing above them. */
void
aj_timeline_choose_units (double day, double letter, AjTimelineUnit *lower, AjTimelineUnit *upper);
/* The first day of the unit that @date is in. */
AjDate aj_timeline_unit_get_first (AjTimelineUnit unit, AjDate date);
/* The first day of the one after it; AJ_DATE_NONE after the last there is. */
AjDate aj_timeline_unit_get_next (AjTimelineUnit unit, AjDate date);

/* The longest first. */
#define AJ_TIMELINE_N_LABELS 3
/* What the unit that begins on @first is called, by how much room there is: 0, the longest, up to AJ_TIMELINE_N_LABELS - 1.
 * @upper: above others, so with the year that those leave out. (transfer full) */
char *aj_timeline_unit_format (AjTimelineUnit unit, AjDate first, gboolean upper, int length);

G_END_DECLS
