/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-date.h"

#include <glib/gi18n-lib.h>

/* Our own catalogue rather than strftime(): that follows LC_TIME, not the language of the messages around the date, and
 * what it calls an abbreviated month differs from one C library to the next. The context keeps the long "May" apart from
 * the short one. */
#define WEEKDAY_LONG  "weekday in full"
#define WEEKDAY_SHORT "weekday, abbreviated"
#define MONTH_LONG    "month in full"
#define MONTH_SHORT   "month, abbreviated"

static const char *const weekday_names[] = {
  NC_ ("weekday in full", "Monday"),    NC_ ("weekday in full", "Tuesday"),
  NC_ ("weekday in full", "Wednesday"), NC_ ("weekday in full", "Thursday"),
  NC_ ("weekday in full", "Friday"),    NC_ ("weekday in full", "Saturday"),
  NC_ ("weekday in full", "Sunday"),
};

static const char *const weekday_short_names[] = {
  NC_ ("weekday, abbreviated", "Mon"), NC_ ("weekday, abbreviated", "Tue"),
  NC_ ("weekday, abbreviated", "Wed"), NC_ ("weekday, abbreviated", "Thu"),
  NC_ ("weekday, abbreviated", "Fri"), NC_ ("weekday, abbreviated", "Sat"),
  NC_ ("weekday, abbreviated", "Sun"),
};

static const char *const month_names[] = {
  NC_ ("month in full", "January"),   NC_ ("month in full", "February"),
  NC_ ("month in full", "March"),     NC_ ("month in full", "April"),
  NC_ ("month in full", "May"),       NC_ ("month in full", "June"),
  NC_ ("month in full", "July"),      NC_ ("month in full", "August"),
  NC_ ("month in full", "September"), NC_ ("month in full", "October"),
  NC_ ("month in full", "November"),  NC_ ("month in full", "December"),
};

static const char *const month_short_names[] = {
  NC_ ("month, abbreviated", "Jan"), NC_ ("month, abbreviated", "Feb"),
  NC_ ("month, abbreviated", "Mar"), NC_ ("month, abbreviated", "Apr"),
  NC_ ("month, abbreviated", "May"), NC_ ("month, abbreviated", "Jun"),
  NC_ ("month, abbreviated", "Jul"), NC_ ("month, abbreviated", "Aug"),
  NC_ ("month, abbreviated", "Sep"), NC_ ("month, abbreviated", "Oct"),
  NC_ ("month, abbreviated", "Nov"), NC_ ("month, abbreviated", "Dec"),
};

const char *
aj_weekday_get_name (AjWeekday weekday)
{
  g_return_val_if_fail (weekday >= AJ_WEEKDAY_MONDAY && weekday <= AJ_WEEKDAY_SUNDAY, "");

  return g_dpgettext2 (GETTEXT_PACKAGE, WEEKDAY_LONG, weekday_names[weekday - 1]);
}

const char *
aj_weekday_get_short_name (AjWeekday weekday)
{
  g_return_val_if_fail (weekday >= AJ_WEEKDAY_MONDAY && weekday <= AJ_WEEKDAY_SUNDAY, "");

  return g_dpgettext2 (GETTEXT_PACKAGE, WEEKDAY_SHORT, weekday_short_names[weekday - 1]);
}

const char *
aj_month_get_name (int month)
{
  g_return_val_if_fail (month >= 1 && month <= 12, "");

  return g_dpgettext2 (GETTEXT_PACKAGE, MONTH_LONG, month_names[month - 1]);
}

const char *
aj_month_get_short_name (int month)
{
  g_return_val_if_fail (month >= 1 && month <= 12, "");

  return g_dpgettext2 (GETTEXT_PACKAGE, MONTH_SHORT, month_short_names[month - 1]);
}

char *
aj_date_format_short (AjDate date)
{
  int year, month, day;

  aj_date_get_ymd (date, &year, &month, &day);
  if (year == 0)
    return g_strdup ("");

  /* Translators: a date in short: weekday, day, month, year, as in "Thu 12 Mar 2026". */
  return g_strdup_printf (C_ ("date, abbreviated", "%s %d %s %d"),
                          aj_weekday_get_short_name (aj_date_get_weekday (date)), day,
                          aj_month_get_short_name (month), year);
}

char *
aj_date_format_long (AjDate date)
{
  int year, month, day;

  aj_date_get_ymd (date, &year, &month, &day);
  if (year == 0)
    return g_strdup ("");

  /* Translators: a date in full: weekday, day, month, year, as in "Thursday 12 March 2026". */
  return g_strdup_printf (C_ ("date in full", "%s %d %s %d"),
                          aj_weekday_get_name (aj_date_get_weekday (date)), day,
                          aj_month_get_name (month), year);
}

char *
aj_date_format_day_month (AjDate date)
{
  int year, month, day;

  aj_date_get_ymd (date, &year, &month, &day);
  if (year == 0)
    return g_strdup ("");

  /* Translators: a date without its year: day, month, as in "12 March". */
  return g_strdup_printf (C_ ("date without year", "%d %s"), day, aj_month_get_name (month));
}

char *
aj_date_format_plain (AjDate date)
{
  int year, month, day;

  aj_date_get_ymd (date, &year, &month, &day);
  if (year == 0)
    return g_strdup ("");

  /* Translators: a date in a sentence: day, month, year, as in "12 March 2026". */
  return g_strdup_printf (C_ ("date without weekday", "%d %s %d"), day, aj_month_get_name (month),
                          year);
}
