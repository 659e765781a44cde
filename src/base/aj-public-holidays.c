/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-public-holidays.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>

typedef struct
{
  const char *name;
  int month, day; /* month 0: @day counts from Easter Sunday */
  AjPublicHolidayKind kind;
} Rule;

static const Rule rules[AJ_PUBLIC_HOLIDAYS_A_YEAR] = {
  { N_ ("New Year’s Day"), 1, 1, AJ_PUBLIC_HOLIDAY_FREE },
  { N_ ("Good Friday"), 0, -2, AJ_PUBLIC_HOLIDAY_NOT_GENERALLY_FREE },
  { N_ ("Easter Sunday"), 0, 0, AJ_PUBLIC_HOLIDAY_FREE },
  { N_ ("Easter Monday"), 0, 1, AJ_PUBLIC_HOLIDAY_FREE },
  { N_ ("King’s Day"), 4, 27, AJ_PUBLIC_HOLIDAY_FREE },
  { N_ ("Liberation Day"), 5, 5, AJ_PUBLIC_HOLIDAY_NOT_GENERALLY_FREE },
  { N_ ("Ascension Day"), 0, 39, AJ_PUBLIC_HOLIDAY_FREE },
  { N_ ("Whit Sunday"), 0, 49, AJ_PUBLIC_HOLIDAY_FREE },
  { N_ ("Whit Monday"), 0, 50, AJ_PUBLIC_HOLIDAY_FREE },
  { N_ ("Christmas Day"), 12, 25, AJ_PUBLIC_HOLIDAY_FREE },
  { N_ ("Second Day of Christmas"), 12, 26, AJ_PUBLIC_HOLIDAY_FREE },
};

/* The computus in the form that J. Meeus gives for the Gregorian calendar (Astronomical Algorithms, chapter 8). */
AjDate
aj_easter_sunday (int year)
{
  int golden, century, rest, epact, leap, weekday, late, sum;

  if (year < AJ_DATE_MIN_YEAR || year > AJ_DATE_MAX_YEAR)
    return AJ_DATE_NONE;

  golden = year % 19;
  century = year / 100;
  rest = year % 100;
  leap = (century - (century + 8) / 25 + 1) / 3;
  epact = (19 * golden + century - century / 4 - leap + 15) % 30;
  weekday = (32 + 2 * (century % 4) + 2 * (rest / 4) - epact - rest % 4) % 7;
  late = (golden + 11 * epact + 22 * weekday) / 451;
  sum = epact + weekday - 7 * late + 114;
  return aj_date_new (year, sum / 31, sum % 31 + 1);
}

static int
compare_holidays (const void *a, const void *b)
{
  const AjPublicHoliday *first = a, *second = b;

  if (first->date != second->date)
    return first->date < second->date ? -1 : 1;
  return (int) first->kind - (int) second->kind;
}

guint
aj_public_holidays_of_year (int year, AjPublicHoliday holidays[AJ_PUBLIC_HOLIDAYS_A_YEAR])
{
  AjDate easter;

  g_return_val_if_fail (holidays != NULL, 0);

  if (year < AJ_PUBLIC_HOLIDAYS_MIN_YEAR || year > AJ_PUBLIC_HOLIDAYS_MAX_YEAR)
    return 0;

  easter = aj_easter_sunday (year);
  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    {
      const Rule *rule = &rules[i];
      AjDate date = rule->month == 0 ? easter + rule->day
                                     : aj_date_new (year, rule->month, rule->day);

      /* The King's birthday is kept a day early when it falls on a Sunday. */
      if (rule->month == 4 && aj_date_get_weekday (date) == AJ_WEEKDAY_SUNDAY)
        date--;
      holidays[i] = (AjPublicHoliday){ date, rule->kind, rule->name };
    }
  qsort (holidays, AJ_PUBLIC_HOLIDAYS_A_YEAR, sizeof *holidays, compare_holidays);
  return AJ_PUBLIC_HOLIDAYS_A_YEAR;
}

gboolean
aj_public_holiday_find (AjDate date, AjPublicHoliday *holiday)
{
  AjPublicHoliday holidays[AJ_PUBLIC_HOLIDAYS_A_YEAR];
  guint count = aj_public_holidays_of_year (aj_date_get_year (date), holidays);

  for (guint i = 0; i < count; i++)
    if (holidays[i].date == date)
      {
        if (holiday != NULL)
          *holiday = holidays[i];
        return TRUE;
      }
  return FALSE;
}

char *
aj_public_holiday_to_text (const char *name)
{
  for (guint i = 0; name != NULL && i < G_N_ELEMENTS (rules); i++)
    if (g_str_equal (rules[i].name, name))
      return rules[i].kind == AJ_PUBLIC_HOLIDAY_FREE
                 ? g_strdup (_ (rules[i].name))
                 /* Translators: Good Friday or Liberation Day, on which many work. */
                 : g_strdup_printf (_ ("%s (not generally free)"), _ (rules[i].name));
  return NULL;
}
