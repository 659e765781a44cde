/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-week.h"

#include <glib/gi18n-lib.h>
#include <string.h>

AjDate
aj_week_get_monday (AjDate date)
{
  return date - (AjDate) (aj_date_get_weekday (date) - AJ_WEEKDAY_MONDAY);
}

gboolean
aj_week_get_days (int year, int week, AjDateRange *days)
{
  /* 4 January always lies in the first one. */
  AjDate fourth = aj_date_new (year, 1, 4);
  AjDate monday;
  int own_year;

  if (fourth == AJ_DATE_NONE || week < 1 || week > 53)
    return FALSE;
  monday = aj_week_get_monday (fourth) + 7 * (week - 1);
  aj_date_get_week (monday, &own_year);
  if (own_year != year)
    return FALSE;
  *days = (AjDateRange){ monday, monday + 6 };
  return TRUE;
}

/* Takes a number off the front; -1 when there is none of at most four digits. */
static int
take_number (const char **text)
{
  int number = 0, n_digits = 0;

  while (g_ascii_isspace (**text) || **text == '-' || **text == '/')
    (*text)++;
  for (; g_ascii_isdigit (**text); (*text)++, n_digits++)
    if (n_digits < 5)
      number = number * 10 + (**text - '0');
  return n_digits == 0 || n_digits > 4 ? -1 : number;
}

static void
skip_word (const char **text)
{
  static const char *const words[] = { "week", "wk", "w" };

  while (g_ascii_isspace (**text) || **text == '-')
    (*text)++;
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_ascii_strncasecmp (*text, words[i], strlen (words[i])) == 0)
      {
        *text += strlen (words[i]);
        break;
      }
  if (**text == '.')
    (*text)++;
}

static gboolean
find_next (int week, AjDate earliest, AjDateRange *days)
{
  int year;

  aj_date_get_week (earliest, &year);
  /* The longest way to go is to the next week 53. */
  for (int last = year + 7; year <= last; year++)
    if (aj_week_get_days (year, week, days) && days->last >= earliest)
      return TRUE;
  return FALSE;
}

gboolean
aj_week_parse (const char *text, AjDate earliest, AjDateRange *days)
{
  AjDateRange found = { AJ_DATE_NONE, AJ_DATE_NONE };
  int first, second = -1;

  skip_word (&text);
  first = take_number (&text);
  if (first < 0)
    return FALSE;
  if (first > 53)
    skip_word (&text);
  if (*text != '\0')
    second = take_number (&text);
  while (g_ascii_isspace (*text))
    text++;
  if (*text != '\0' || (second < 0 && !find_next (first, earliest, &found)) ||
      (second >= 0 && !aj_week_get_days (MAX (first, second), MIN (first, second), &found)))
    return FALSE;
  *days = found;
  return TRUE;
}

char *
aj_week_format (AjDate date)
{
  /* Translators: the number of a week. */
  return g_strdup_printf (_ ("week %d"), aj_date_get_week (date, NULL));
}
