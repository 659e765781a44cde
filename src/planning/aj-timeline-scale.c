/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-timeline-scale.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define ZOOM_STEP 1.25

/* How many letters wide the shortest name of each is, with air around it. */
static const double letters[] = {
  [AJ_TIMELINE_DAYS] = 2.6,     [AJ_TIMELINE_WEEKS] = 3.5, [AJ_TIMELINE_MONTHS] = 4.5,
  [AJ_TIMELINE_QUARTERS] = 4.5, [AJ_TIMELINE_YEARS] = 0,
};
static const double lengths[] = {
  [AJ_TIMELINE_DAYS] = 1,      [AJ_TIMELINE_WEEKS] = 7,   [AJ_TIMELINE_MONTHS] = 28,
  [AJ_TIMELINE_QUARTERS] = 90, [AJ_TIMELINE_YEARS] = 365,
};

double
aj_timeline_scale_get_x (const AjTimelineScale *scale, AjDate date)
{
  return ((double) date - scale->origin) * scale->day;
}

AjDate
aj_timeline_scale_find_day (const AjTimelineScale *scale, double x)
{
  double first = aj_date_new (AJ_DATE_MIN_YEAR, 1, 1);
  double last = aj_date_new (AJ_DATE_MAX_YEAR, 12, 31);

  return (AjDate) CLAMP (floor (scale->origin + x / scale->day), first, last);
}

double
aj_timeline_zoom (double day, int steps)
{
  double step = round (log (day / AJ_TIMELINE_LEAST_DAY) / log (ZOOM_STEP)) + steps;

  return CLAMP (AJ_TIMELINE_LEAST_DAY * pow (ZOOM_STEP, step), AJ_TIMELINE_LEAST_DAY,
                AJ_TIMELINE_MOST_DAY);
}

double
aj_timeline_fit (int n_days, double width)
{
  return CLAMP (width / MAX (1, n_days), AJ_TIMELINE_LEAST_DAY, AJ_TIMELINE_MOST_DAY);
}

void
aj_timeline_choose_units (double day, double letter, AjTimelineUnit *lower, AjTimelineUnit *upper)
{
  static const AjTimelineUnit above[] = {
    [AJ_TIMELINE_DAYS] = AJ_TIMELINE_WEEKS,   [AJ_TIMELINE_WEEKS] = AJ_TIMELINE_MONTHS,
    [AJ_TIMELINE_MONTHS] = AJ_TIMELINE_YEARS, [AJ_TIMELINE_QUARTERS] = AJ_TIMELINE_YEARS,
    [AJ_TIMELINE_YEARS] = AJ_TIMELINE_YEARS,
  };
  AjTimelineUnit unit = AJ_TIMELINE_DAYS;

  while (unit < AJ_TIMELINE_YEARS && lengths[unit] * day < letters[unit] * letter)
    unit++;
  *lower = unit;
  *upper = above[unit];
}

AjDate
aj_timeline_unit_get_first (AjTimelineUnit unit, AjDate date)
{
  int year, month;

  aj_date_get_ymd (date, &year, &month, NULL);
  switch (unit)
    {
    case AJ_TIMELINE_WEEKS:
      return date - ((int) aj_date_get_weekday (date) - AJ_WEEKDAY_MONDAY);
    case AJ_TIMELINE_MONTHS:
      return aj_date_new (year, month, 1);
    case AJ_TIMELINE_QUARTERS:
      return aj_date_new (year, month - (month - 1) % 3, 1);
    case AJ_TIMELINE_YEARS:
      return aj_date_new (year, 1, 1);
    case AJ_TIMELINE_DAYS:
    default:
      return date;
    }
}

AjDate
aj_timeline_unit_get_next (AjTimelineUnit unit, AjDate date)
{
  AjDate first = aj_timeline_unit_get_first (unit, date);
  AjDate last = aj_date_new (AJ_DATE_MAX_YEAR, 12, 31);
  AjDate next;

  switch (unit)
    {
    case AJ_TIMELINE_WEEKS:
      next = first + 7;
      break;
    case AJ_TIMELINE_MONTHS:
      next = first + aj_date_days_in_month (aj_date_get_year (first), aj_date_get_month (first));
      break;
    case AJ_TIMELINE_QUARTERS:
      /* From the first of a month on, so that it is the first of another. */
      next = first + 93;
      next -= aj_date_get_day (next) - 1;
      break;
    case AJ_TIMELINE_YEARS:
      next = first + (aj_date_days_in_month (aj_date_get_year (first), 2) == 29 ? 366 : 365);
      break;
    case AJ_TIMELINE_DAYS:
    default:
      next = first + 1;
      break;
    }
  return next > last ? AJ_DATE_NONE : next;
}

static char *
format_day (AjDate day, int length)
{
  if (length == 0)
    /* Translators: a day of a timeline: the short name of the weekday, and the number of the day. */
    return g_strdup_printf (C_ ("timeline", "%1$s %2$d"),
                            aj_weekday_get_short_name (aj_date_get_weekday (day)),
                            aj_date_get_day (day));
  return g_strdup_printf ("%d", aj_date_get_day (day));
}

/* A week belongs to the month of its Thursday, as it belongs to the year of that. */
static char *
format_week (AjDate monday, gboolean upper, int length)
{
  AjDate thursday = monday + 3;
  int week = aj_date_get_week (monday, NULL);

  if (upper && length == 0)
    /* Translators: a week of a timeline, with the month and the year. */
    return g_strdup_printf (C_ ("timeline", "Week %1$d, %2$s %3$d"), week,
                            aj_month_get_name (aj_date_get_month (thursday)),
                            aj_date_get_year (thursday));
  if (upper && length == 1)
    /* Translators: the same with the short name of the month. */
    return g_strdup_printf (C_ ("timeline", "Wk %1$d, %2$s %3$d"), week,
                            aj_month_get_short_name (aj_date_get_month (thursday)),
                            aj_date_get_year (thursday));
  if (length < AJ_TIMELINE_N_LABELS - 1)
    /* Translators: a week of a timeline, by its number. */
    return g_strdup_printf (C_ ("timeline", "Week %d"), week);
  return g_strdup_printf ("%d", week);
}

static char *
format_month (AjDate first, gboolean upper, int length)
{
  int month = aj_date_get_month (first);
  const char *name = length == 0 ? aj_month_get_name (month) : aj_month_get_short_name (month);

  if (upper && length < AJ_TIMELINE_N_LABELS - 1)
    /* Translators: a month of a timeline, and its year. */
    return g_strdup_printf (C_ ("timeline", "%1$s %2$d"), name, aj_date_get_year (first));
  return g_strdup (name);
}

char *
aj_timeline_unit_format (AjTimelineUnit unit, AjDate first, gboolean upper, int length)
{
  switch (unit)
    {
    case AJ_TIMELINE_WEEKS:
      return format_week (first, upper, length);
    case AJ_TIMELINE_MONTHS:
      return format_month (first, upper, length);
    case AJ_TIMELINE_QUARTERS:
      /* Translators: a quarter of a year on a timeline: Q1 to Q4. */
      return g_strdup_printf (C_ ("timeline", "Q%d"), (aj_date_get_month (first) + 2) / 3);
    case AJ_TIMELINE_YEARS:
      return g_strdup_printf ("%d", aj_date_get_year (first));
    case AJ_TIMELINE_DAYS:
    default:
      return format_day (first, length);
    }
}
