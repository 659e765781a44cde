/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-date.h"

#include <string.h>

/* Longer than any date with every word written out. */
#define MAX_BYTES 80
/* Weekday, day, month, year, and an ordinal's ending ("12th"). */
#define MAX_PARTS 5
/* A date without its year may lie this many days back: minutes are kept after the meeting. */
#define DAYS_BACK 90

typedef struct
{
  char *word; /* NULL for a number */
  int number;
  int digits;
} Part;

static void
part_clear (Part *part)
{
  g_free (part->word);
}

/* Both languages are always read: a mailbox holds both, whatever language the screen speaks. */
static const char *const weekday_words[][2] = {
  { "maandag", "monday" },     { "dinsdag", "tuesday" }, { "woensdag", "wednesday" },
  { "donderdag", "thursday" }, { "vrijdag", "friday" },  { "zaterdag", "saturday" },
  { "zondag", "sunday" },
};

static const char *const month_words[][2] = {
  { "januari", "january" }, { "februari", "february" }, { "maart", "march" },
  { "april", "april" },     { "mei", "may" },           { "juni", "june" },
  { "juli", "july" },       { "augustus", "august" },   { "september", "september" },
  { "oktober", "october" }, { "november", "november" }, { "december", "december" },
};

/* 1 and up, or 0 when @word begins none of @words; @least letters are needed to tell them apart. */
static int
find_word (const char *word, const char *const words[][2], int count, size_t least)
{
  if (strlen (word) < least)
    return 0;
  for (int i = 0; i < count; i++)
    if (g_str_has_prefix (words[i][0], word) || g_str_has_prefix (words[i][1], word))
      return i + 1;
  return 0;
}

static int
find_weekday (const char *word)
{
  return find_word (word, weekday_words, G_N_ELEMENTS (weekday_words), 2);
}

static int
find_month (const char *word)
{
  /* The usual Dutch abbreviation leaves letters out. */
  if (g_str_equal (word, "mrt"))
    return 3;
  return find_word (word, month_words, G_N_ELEMENTS (month_words), 3);
}

static gboolean
is_ordinal_ending (const char *word)
{
  static const char *const endings[] = { "e", "de", "ste", "st", "nd", "rd", "th", NULL };

  return g_strv_contains (endings, word);
}

/* Steps over what may stand between two parts: white space around at most one mark. At the end only the full stop of an
 * abbreviation may stand: "12-3-" is a date still being typed. */
static gboolean
skip_separator (const char **text, gboolean at_start)
{
  char mark = '\0';

  for (; **text != '\0' && !g_ascii_isalnum (**text); (*text)++)
    {
      if (g_ascii_isspace (**text))
        continue;
      if (strchr ("-/.,", **text) == NULL || at_start || mark != '\0')
        return FALSE;
      mark = **text;
    }
  return **text != '\0' || mark == '\0' || mark == '.';
}

static gboolean
read_number (const char **text, Part *part)
{
  for (; g_ascii_isdigit (**text); (*text)++)
    {
      if (++part->digits > 4)
        return FALSE;
      part->number = part->number * 10 + g_ascii_digit_value (**text);
    }
  return TRUE;
}

/* Cuts the text into numbers and words; FALSE when it holds anything else. */
static gboolean
split (const char *text, GArray *parts)
{
  while (skip_separator (&text, parts->len == 0))
    {
      Part part = { NULL, 0, 0 };
      const char *start = text;

      if (*text == '\0')
        return TRUE;
      if (parts->len == MAX_PARTS)
        return FALSE;

      if (g_ascii_isdigit (*text))
        {
          if (!read_number (&text, &part))
            return FALSE;
        }
      else
        {
          while (g_ascii_isalpha (*text))
            text++;
          part.word = g_ascii_strdown (start, text - start);
        }
      g_array_append_val (parts, part);
    }
  return FALSE;
}

/* Takes the weekday off the front and the endings off the numbers. */
static int
take_weekday (GArray *parts)
{
  int weekday = 0;

  if (parts->len > 0 && g_array_index (parts, Part, 0).word != NULL)
    weekday = find_weekday (g_array_index (parts, Part, 0).word);
  if (weekday != 0)
    g_array_remove_index (parts, 0);

  for (guint i = 1; i < parts->len; i++)
    if (g_array_index (parts, Part, i).word != NULL &&
        g_array_index (parts, Part, i - 1).word == NULL &&
        is_ordinal_ending (g_array_index (parts, Part, i).word))
      {
        g_array_remove_index (parts, i);
        break;
      }
  return weekday;
}

/* Two digits mean 1969 to 2068, as POSIX has it; 0 when it is no year. */
static int
year_of (const Part *part)
{
  if (part->word != NULL)
    return 0;
  if (part->digits == 4)
    return part->number;
  if (part->digits == 2)
    return part->number + (part->number < 69 ? 2000 : 1900);
  return 0;
}

static int
day_of (const Part *part)
{
  return part->word == NULL && part->digits <= 2 ? part->number : 0;
}

static int
month_of (const Part *part)
{
  return part->word != NULL ? find_month (part->word) : day_of (part);
}

static AjDate
without_year (int month, int day, AjDate today)
{
  AjDate earliest;
  int year;

  if (aj_date_get_year (today) == 0)
    return AJ_DATE_NONE;

  earliest = today - DAYS_BACK;
  year = aj_date_get_year (earliest);
  /* Nine years hold a 29 February, also around 1900 and 2100. */
  for (int i = 0; i < 9 && year > 0; i++)
    {
      AjDate date = aj_date_new (year + i, month, day);
      if (date != AJ_DATE_NONE && date >= earliest)
        return date;
    }
  return AJ_DATE_NONE;
}

static AjDate
put_together (GArray *parts, AjDate today)
{
  const Part *part = (const Part *) (gpointer) parts->data;
  int year = 0, month, day;

  if (parts->len != 2 && parts->len != 3)
    return AJ_DATE_NONE;

  if (parts->len == 3 && part[0].word == NULL && part[0].digits == 4)
    {
      year = part[0].number;
      month = month_of (&part[1]);
      day = day_of (&part[2]);
    }
  else
    {
      gboolean month_first = part[0].word != NULL;

      month = month_of (&part[month_first ? 0 : 1]);
      day = day_of (&part[month_first ? 1 : 0]);
      if (parts->len == 3)
        year = year_of (&part[2]);
    }
  if (parts->len == 2)
    return without_year (month, day, today);
  return aj_date_new (year, month, day);
}

gboolean
aj_date_parse_human (const char *text, AjDate today, AjDate *date)
{
  g_autoptr (GArray) parts = NULL;
  AjDate read;
  int weekday;

  g_return_val_if_fail (date != NULL, FALSE);

  if (text == NULL || strlen (text) > MAX_BYTES)
    return FALSE;

  parts = g_array_new (FALSE, TRUE, sizeof (Part));
  g_array_set_clear_func (parts, (GDestroyNotify) part_clear);
  if (!split (text, parts))
    return FALSE;

  weekday = take_weekday (parts);
  read = put_together (parts, today);
  if (read == AJ_DATE_NONE)
    return FALSE;
  /* A weekday that is not the date's own: one of the two is a slip, and only the writer knows which. */
  if (weekday != 0 && weekday != (int) aj_date_get_weekday (read))
    return FALSE;
  *date = read;
  return TRUE;
}
