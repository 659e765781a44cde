/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-due-words.h"

#define DAYS_PER_WEEK 7

static const char *const befores[] = { "voor",  "uiterlijk", "op",       "per",   "tot",
                                       "by",    "before",    "due",      "until", "on",
                                       "klaar", "vanaf",     "deadline", "t/m",   NULL };

static const struct
{
  const char *phrase;
  int days;
} relative_days[] = {
  { "vandaag", 0 },  { "today", 0 },      { "morgen", 1 },
  { "tomorrow", 1 }, { "overmorgen", 2 }, { "the day after tomorrow", 2 },
};

static const char *const next_meetings[] = {
  "de volgende bijeenkomst", "volgende bijeenkomst", "de volgende vergadering",
  "volgende vergadering",    "het volgende overleg", "volgende overleg",
  "volgend overleg",         "de volgende keer",     "volgende keer",
  "the next meeting",        "next meeting",         "next time",
};

static const char *const next_words[] = { "volgende", "aanstaande", "komende", "next",
                                          "coming",   "a.s",        "as",      NULL };
static const char *const week_words[] = { "week", NULL };

static guint
read_relative (GArray *words, guint at, AjDate today, AjDate *day)
{
  for (guint i = 0; i < G_N_ELEMENTS (relative_days); i++)
    {
      guint taken = aj_contact_words_match_phrase (words, at, relative_days[i].phrase);

      if (taken == 0)
        continue;
      *day = today + relative_days[i].days;
      return taken;
    }
  return 0;
}

static guint
read_next_meeting (GArray *words, guint at, AjDate next, AjDate *day)
{
  for (guint i = 0; next != AJ_DATE_NONE && i < G_N_ELEMENTS (next_meetings); i++)
    {
      guint taken = aj_contact_words_match_phrase (words, at, next_meetings[i]);

      if (taken == 0)
        continue;
      *day = next;
      return taken;
    }
  return 0;
}

static gboolean
read_count (GArray *words, guint at, guint64 *count)
{
  static const char *const names[][4] = {
    { "een", "a", "one", NULL }, { "twee", "two", NULL },  { "drie", "three", NULL },
    { "vier", "four", NULL },    { "vijf", "five", NULL }, { "zes", "six", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (aj_contact_words_is_one_of (words, at, names[i]))
      {
        *count = i + 1;
        return TRUE;
      }
  return at < words->len &&
         g_ascii_string_to_unsigned (g_array_index (words, AjContactWord, at).plain, 10, 1, 366,
                                     count, NULL);
}

/* "over drie weken", "binnen een maand", "in 10 days". */
static guint
read_from_now (GArray *words, guint at, AjDate today, AjDate *day)
{
  static const char *const ins[] = { "over", "binnen", "in", "within", NULL };
  static const char *const days[] = { "dag", "dagen", "day", "days", NULL };
  static const char *const weeks[] = { "week", "weken", "weeks", NULL };
  static const char *const months[] = { "maand", "maanden", "month", "months", NULL };
  guint64 count = 0;

  if (!aj_contact_words_is_one_of (words, at, ins) || !read_count (words, at + 1, &count))
    return 0;
  if (aj_contact_words_is_one_of (words, at + 2, days))
    *day = today + (AjDate) count;
  else if (aj_contact_words_is_one_of (words, at + 2, weeks))
    *day = today + (AjDate) count * DAYS_PER_WEEK;
  else if (aj_contact_words_is_one_of (words, at + 2, months) && count <= 24)
    *day = aj_date_add_months (today, (int) count);
  else
    return 0;
  return 3;
}

/* "volgende week", "volgende week dinsdag". */
static guint
read_next_week (GArray *words, guint at, AjDate today, AjDate *day)
{
  int weekday;

  if (!aj_contact_words_is_one_of (words, at, next_words) ||
      !aj_contact_words_is_one_of (words, at + 1, week_words))
    return 0;
  weekday = aj_contact_words_find_weekday (words, at + 2);
  *day = weekday == 0 ? today + DAYS_PER_WEEK
                      : today - (AjDate) aj_date_get_weekday (today) + DAYS_PER_WEEK + weekday;
  return weekday == 0 ? 2 : 3;
}

static guint
read_weekday (GArray *words, guint at, AjDate today, AjDate *day)
{
  const guint n_next = aj_contact_words_is_one_of (words, at, next_words) ? 1 : 0;
  const int weekday = aj_contact_words_find_weekday (words, at + n_next);
  int ahead;

  if (weekday == 0)
    return 0;
  ahead = (weekday - (int) aj_date_get_weekday (today) + DAYS_PER_WEEK) % DAYS_PER_WEEK;
  *day = today + (ahead == 0 ? DAYS_PER_WEEK : ahead);
  return n_next + 1;
}

/* "eind mei", "end of May". */
static guint
read_month_end (GArray *words, guint at, AjDate today, AjDate *day)
{
  static const char *const ends[] = { "eind", "einde", "end", NULL };
  static const char *const ofs[] = { "of", "van", NULL };
  g_autofree char *first = NULL;
  AjDate date;
  guint month;

  if (!aj_contact_words_is_one_of (words, at, ends))
    return 0;
  month = at + (aj_contact_words_is_one_of (words, at + 1, ofs) ? 2 : 1);
  if (month >= words->len)
    return 0;
  first = g_strconcat ("28 ", g_array_index (words, AjContactWord, month).plain, NULL);
  /* The first that is not over; what parses reads as much as 90 days back. */
  if (!aj_date_parse_human (first, today + 90 - 3, &date))
    return 0;
  *day = aj_date_add_months (date - 27, 1) - 1;
  return month + 1 - at;
}

static guint
read_day (GArray *words, guint at, AjDate today, AjDate next, AjDate *day, gboolean *slip)
{
  guint taken = aj_contact_words_read_date (words, at, today, day, slip);

  if (taken == 0)
    taken = read_next_meeting (words, at, next, day);
  if (taken == 0)
    taken = read_relative (words, at, today, day);
  if (taken == 0)
    taken = read_next_week (words, at, today, day);
  if (taken == 0)
    taken = read_weekday (words, at, today, day);
  return taken > 0 ? taken : read_month_end (words, at, today, day);
}

guint
aj_due_words_read (
    GArray *words, guint at, AjDate today, AjDate next, gboolean bare, AjDate *day, gboolean *slip)
{
  guint from = at;
  guint taken;

  *slip = FALSE;
  taken = read_from_now (words, at, today, day);
  if (taken > 0)
    return taken;
  while (aj_contact_words_is_one_of (words, from, befores))
    from++;
  if (from >= words->len || (from == at && !bare))
    return 0;
  taken = read_day (words, from, today, next, day, slip);
  return taken > 0 ? from - at + taken : 0;
}
