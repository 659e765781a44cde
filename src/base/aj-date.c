/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-date.h"

#include <string.h>

/* GDate counts from 1 January of the year 1 (day 1), AjDate from 1 January 1970 (day 0). */
#define JULIAN_OF_EPOCH 719163
#define FIRST_DAY       (1 - JULIAN_OF_EPOCH)
#define LAST_DAY        2932896 /* 31 December 9999 */

static gboolean
is_in_calendar (AjDate date)
{
  return date >= FIRST_DAY && date <= LAST_DAY;
}

AjDate
aj_date_new (int year, int month, int day)
{
  GDate date;

  if (year < AJ_DATE_MIN_YEAR || year > AJ_DATE_MAX_YEAR)
    return AJ_DATE_NONE;
  if (day < 1 || day > aj_date_days_in_month (year, month))
    return AJ_DATE_NONE;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay) day, (GDateMonth) month, (GDateYear) year);
  return (AjDate) g_date_get_julian (&date) - JULIAN_OF_EPOCH;
}

void
aj_date_get_ymd (AjDate date, int *year, int *month, int *day)
{
  GDate split;
  gboolean known = is_in_calendar (date);

  if (known)
    {
      g_date_clear (&split, 1);
      g_date_set_julian (&split, (guint32) (date + JULIAN_OF_EPOCH));
    }
  if (year != NULL)
    *year = known ? g_date_get_year (&split) : 0;
  if (month != NULL)
    *month = known ? (int) g_date_get_month (&split) : 0;
  if (day != NULL)
    *day = known ? g_date_get_day (&split) : 0;
}

int
aj_date_get_year (AjDate date)
{
  int year;

  aj_date_get_ymd (date, &year, NULL, NULL);
  return year;
}

int
aj_date_get_month (AjDate date)
{
  int month;

  aj_date_get_ymd (date, NULL, &month, NULL);
  return month;
}

int
aj_date_get_day (AjDate date)
{
  int day;

  aj_date_get_ymd (date, NULL, NULL, &day);
  return day;
}

AjWeekday
aj_date_get_weekday (AjDate date)
{
  g_return_val_if_fail (is_in_calendar (date), AJ_WEEKDAY_MONDAY);

  /* FIRST_DAY, 1 January of the year 1, is a Monday. */
  return (AjWeekday) ((date - FIRST_DAY) % 7 + 1);
}

int
aj_date_get_week (AjDate date, int *year)
{
  AjDate thursday;
  int week_year;

  g_return_val_if_fail (is_in_calendar (date), 0);

  /* A week belongs to the year that holds its Thursday. */
  thursday = date - (AjDate) aj_date_get_weekday (date) + AJ_WEEKDAY_THURSDAY;
  week_year = aj_date_get_year (thursday);
  if (year != NULL)
    *year = week_year;
  return (thursday - aj_date_new (week_year, 1, 1)) / 7 + 1;
}

int
aj_date_days_in_month (int year, int month)
{
  if (year < AJ_DATE_MIN_YEAR || year > AJ_DATE_MAX_YEAR || month < 1 || month > 12)
    return 0;
  return g_date_get_days_in_month ((GDateMonth) month, (GDateYear) year);
}

AjDate
aj_date_add_months (AjDate date, int months)
{
  int year, month, day;
  gint64 count;

  if (!is_in_calendar (date))
    return AJ_DATE_NONE;

  aj_date_get_ymd (date, &year, &month, &day);
  count = (gint64) year * 12 + (month - 1) + months;
  if (count < AJ_DATE_MIN_YEAR * 12 || count > AJ_DATE_MAX_YEAR * 12 + 11)
    return AJ_DATE_NONE;

  year = (int) (count / 12);
  month = (int) (count % 12) + 1;
  return aj_date_new (year, month, MIN (day, aj_date_days_in_month (year, month)));
}

AjDate
aj_date_nth_weekday (int year, int month, AjWeekday weekday, int nth)
{
  AjDate first;
  int days, day;

  g_return_val_if_fail (weekday >= AJ_WEEKDAY_MONDAY && weekday <= AJ_WEEKDAY_SUNDAY, AJ_DATE_NONE);
  g_return_val_if_fail (nth == -1 || (nth >= 1 && nth <= 5), AJ_DATE_NONE);

  first = aj_date_new (year, month, 1);
  if (first == AJ_DATE_NONE)
    return AJ_DATE_NONE;

  days = aj_date_days_in_month (year, month);
  day = 1 + ((int) weekday - (int) aj_date_get_weekday (first) + 7) % 7;
  if (nth == -1)
    day += (days - day) / 7 * 7;
  else
    day += (nth - 1) * 7;
  return day <= days ? first + day - 1 : AJ_DATE_NONE;
}

int
aj_date_get_nth (AjDate date)
{
  g_return_val_if_fail (is_in_calendar (date), 0);

  return (aj_date_get_day (date) - 1) / 7 + 1;
}

/* Reads @length digits; the locale has no say in what a digit is. */
static gboolean
read_digits (const char *text, int length, int *number)
{
  *number = 0;
  for (int i = 0; i < length; i++)
    {
      if (!g_ascii_isdigit (text[i]))
        return FALSE;
      *number = *number * 10 + g_ascii_digit_value (text[i]);
    }
  return TRUE;
}

gboolean
aj_date_parse_iso (const char *text, AjDate *date)
{
  int year, month, day;
  AjDate read;

  g_return_val_if_fail (date != NULL, FALSE);

  if (text == NULL || strlen (text) != strlen ("2026-03-12"))
    return FALSE;
  if (!read_digits (text, 4, &year) || text[4] != '-' || !read_digits (text + 5, 2, &month) ||
      text[7] != '-' || !read_digits (text + 8, 2, &day))
    return FALSE;

  read = aj_date_new (year, month, day);
  if (read == AJ_DATE_NONE)
    return FALSE;
  *date = read;
  return TRUE;
}

char *
aj_date_to_iso (AjDate date)
{
  int year, month, day;

  if (!is_in_calendar (date))
    return NULL;

  aj_date_get_ymd (date, &year, &month, &day);
  return g_strdup_printf ("%04d-%02d-%02d", year, month, day);
}

gboolean
aj_date_range_contains (const AjDateRange *range, AjDate date)
{
  g_return_val_if_fail (range != NULL, FALSE);

  if (date == AJ_DATE_NONE)
    return FALSE;
  return (range->first == AJ_DATE_NONE || range->first <= date) &&
         (range->last == AJ_DATE_NONE || date <= range->last);
}

/* A range whose first day lies after its last holds no day, so it overlaps nothing. */
static gboolean
range_is_empty (const AjDateRange *range)
{
  return range->first != AJ_DATE_NONE && range->last != AJ_DATE_NONE && range->first > range->last;
}

gboolean
aj_date_range_overlaps (const AjDateRange *a, const AjDateRange *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  if (range_is_empty (a) || range_is_empty (b))
    return FALSE;
  return (a->first == AJ_DATE_NONE || b->last == AJ_DATE_NONE || a->first <= b->last) &&
         (b->first == AJ_DATE_NONE || a->last == AJ_DATE_NONE || b->first <= a->last);
}
