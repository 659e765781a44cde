/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-week.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Somebody who asks for more weeks than half a year wrote something else. */
#define DAYS_OF_MOST_WEEKS (25 * 7)

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

/* A week has one or two digits, a year four. */
typedef struct
{
  int value;
  int n_digits;
} Number;

/* Takes a number off the front; FALSE when there is none of at most four digits. */
static gboolean
take_number (const char **text, Number *number)
{
  *number = (Number){ 0, 0 };
  while (g_ascii_isspace (**text) || **text == '-' || **text == '/')
    (*text)++;
  for (; g_ascii_isdigit (**text) && number->n_digits < 5; (*text)++, number->n_digits++)
    number->value = number->value * 10 + (**text - '0');
  return number->n_digits >= 1 && number->n_digits <= 4;
}

static gboolean
is_year (const Number *number)
{
  return number->n_digits == 4;
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
  Number first, second;
  gboolean read;

  skip_word (&text);
  if (!take_number (&text, &first))
    return FALSE;
  if (is_year (&first))
    skip_word (&text);
  while (g_ascii_isspace (*text))
    text++;
  if (*text == '\0')
    read = first.n_digits <= 2 && find_next (first.value, earliest, &found);
  else
    {
      const Number *year = is_year (&first) ? &first : &second;
      const Number *week = is_year (&first) ? &second : &first;

      read = take_number (&text, &second) && is_year (year) && week->n_digits <= 2 &&
             aj_week_get_days (year->value, week->value, &found);
    }
  while (g_ascii_isspace (*text))
    text++;
  if (!read || *text != '\0')
    return FALSE;
  *days = found;
  return TRUE;
}

/* What people write between the first of some weeks and the last. */
static const char *const until_words[] = { "–", "/", "t/m", "tot en met", "-" };

/* @middle: where the word between the two begins, @word. */
static gboolean
parse_both (
    const char *text, const char *middle, const char *word, AjDate earliest, AjDateRange *days)
{
  g_autofree char *left = g_strndup (text, (gsize) (middle - text));
  const char *right = middle + strlen (word);
  AjDateRange first, last;

  if (!aj_week_parse (left, earliest, &first) || !aj_week_parse (right, first.first, &last) ||
      /* In "41-43 2027" the year is that of both. */
      !aj_week_parse (left, MAX (earliest, last.first - DAYS_OF_MOST_WEEKS), &first) ||
      first.first > last.first || last.first - first.first > DAYS_OF_MOST_WEEKS)
    return FALSE;
  *days = (AjDateRange){ first.first, last.last };
  return TRUE;
}

gboolean
aj_weeks_parse (const char *text, AjDate earliest, AjDateRange *days)
{
  if (aj_week_parse (text, earliest, days))
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (until_words); i++)
    for (const char *at = strstr (text, until_words[i]); at != NULL;
         at = strstr (at + 1, until_words[i]))
      if (parse_both (text, at, until_words[i], earliest, days))
        return TRUE;
  return FALSE;
}

static char *
week_to_iso (AjDate date)
{
  int year;
  int week = aj_date_get_week (date, &year);

  return g_strdup_printf ("%04d-W%02d", year, week);
}

char *
aj_weeks_to_iso (const AjDateRange *days)
{
  g_autofree char *first = week_to_iso (days->first);
  g_autofree char *last = week_to_iso (days->last);

  return g_str_equal (first, last) ? g_steal_pointer (&first)
                                   : g_strdup_printf ("%s/%s", first, last);
}

char *
aj_weeks_format (const AjDateRange *days)
{
  int first_year, last_year;
  int first = aj_date_get_week (days->first, &first_year);
  int last = aj_date_get_week (days->last, &last_year);

  if (first == last && first_year == last_year)
    return aj_week_format (days->first);
  /* Translators: the numbers of two weeks. */
  return g_strdup_printf (_ ("weeks %1$d–%2$d"), first, last);
}

char *
aj_week_format (AjDate date)
{
  /* Translators: the number of a week. */
  return g_strdup_printf (_ ("week %d"), aj_date_get_week (date, NULL));
}
