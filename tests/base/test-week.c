/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-week.h"

static void
test_days (void)
{
  static const struct
  {
    int year, week;
    const char *first; /* NULL: there is none */
  } cases[] = {
    { 2026, 1, "2025-12-29" }, { 2026, 41, "2026-10-05" }, { 2026, 53, "2026-12-28" },
    { 2025, 53, NULL },        { 2027, 1, "2027-01-04" },  { 2026, 0, NULL },
    { 2026, 54, NULL },        { 2020, 53, "2020-12-28" }, { 0, 1, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      AjDateRange days = { 7, 7 };
      gboolean found = aj_week_get_days (cases[i].year, cases[i].week, &days);
      g_autofree char *first = aj_date_to_iso (days.first);

      g_assert_cmpint (found, ==, cases[i].first != NULL);
      if (!found)
        {
          g_assert_cmpint (days.first, ==, 7);
          continue;
        }
      g_assert_cmpstr (first, ==, cases[i].first);
      g_assert_cmpint (days.last, ==, days.first + 6);
      g_assert_cmpint (aj_week_get_monday (days.last), ==, days.first);
      g_assert_cmpint (aj_date_get_week (days.first, NULL), ==, cases[i].week);
    }
}

/* As seen on Wednesday 7 October 2026, in week 41. */
static void
test_parse (void)
{
  static const struct
  {
    const char *text;
    const char *first; /* NULL: it is no week */
  } cases[] = {
    { "41", "2026-10-05" },
    { "week 41", "2026-10-05" },
    { "Week41", "2026-10-05" },
    { " wk 42 ", "2026-10-12" },
    { "wk. 42", "2026-10-12" },
    { "w53", "2026-12-28" },
    { "40", "2027-10-04" },
    { "1", "2027-01-04" },
    { "2026-W41", "2026-10-05" },
    { "2026W41", "2026-10-05" },
    { "41 2027", "2027-10-11" },
    { "week 41-2027", "2027-10-11" },
    { "2026-W40", "2026-09-28" },
    { "0", NULL },
    { "54", NULL },
    { "", NULL },
    { "week", NULL },
    { "2026", NULL },
    { "2025-W53", NULL },
    { "41x", NULL },
    { "41 2027 3", NULL },
    { "99999999999", NULL },
    { "-41", "2026-10-05" },
    { "5 oktober", NULL },
    { "41-26", NULL },
    { "41-", NULL },
    { "2026-", NULL },
    { "041", NULL },
    { "2026 2027", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      AjDateRange days = { 7, 7 };
      gboolean read = aj_week_parse (cases[i].text, aj_date_new (2026, 10, 7), &days);
      g_autofree char *first = read ? aj_date_to_iso (days.first) : NULL;

      g_test_message ("%s", cases[i].text);
      g_assert_cmpstr (first, ==, cases[i].first);
      g_assert_cmpint (days.last, ==, read ? days.first + 6 : 7);
    }
}

/* As seen on Wednesday 7 October 2026, in week 41. */
static void
test_parse_weeks (void)
{
  static const struct
  {
    const char *text;
    const char *iso; /* NULL: these are no weeks */
    const char *words;
  } cases[] = {
    { "41", "2026-W41", "week 41" },
    { "41-43", "2026-W41/2026-W43", "weeks 41–43" },
    { "41 – 43", "2026-W41/2026-W43", "weeks 41–43" },
    { "week 41 t/m week 43", "2026-W41/2026-W43", "weeks 41–43" },
    { "41 tot en met 43", "2026-W41/2026-W43", "weeks 41–43" },
    { "51-2", "2026-W51/2027-W02", "weeks 51–2" },
    { "40-41", "2027-W40/2027-W41", "weeks 40–41" },
    { "41-43 2027", "2027-W41/2027-W43", "weeks 41–43" },
    { "41 2027", "2027-W41", "week 41" },
    { "41-2027", "2027-W41", "week 41" },
    { "2027-W41-W43", "2027-W41/2027-W43", "weeks 41–43" },
    { "2025-W52/2026-W01", "2025-W52/2026-W01", "weeks 52–1" },
    { "41-41", "2026-W41", "week 41" },
    { "2026-W43/2026-W41", NULL, NULL },
    { "41-26", NULL, NULL },
    { "41-", NULL, NULL },
    { "-", NULL, NULL },
    { "41-54", NULL, NULL },
    { "41-43-45", NULL, NULL },
    { "", NULL, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      AjDateRange days = { 7, 7 };
      gboolean read = aj_weeks_parse (cases[i].text, aj_date_new (2026, 10, 7), &days);
      g_autofree char *iso = read ? aj_weeks_to_iso (&days) : NULL;
      g_autofree char *words = read ? aj_weeks_format (&days) : NULL;
      AjDateRange again;

      g_test_message ("%s", cases[i].text);
      g_assert_cmpstr (iso, ==, cases[i].iso);
      g_assert_cmpstr (words, ==, cases[i].words);
      if (!read)
        {
          g_assert_cmpint (days.last, ==, 7);
          continue;
        }
      g_assert_true (aj_weeks_parse (iso, aj_date_new (2035, 1, 1), &again));
      g_assert_cmpint (again.first, ==, days.first);
      g_assert_cmpint (again.last, ==, days.last);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/week/days", test_days);
  g_test_add_func ("/week/parse", test_parse);
  g_test_add_func ("/week/parse-weeks", test_parse_weeks);
  return g_test_run ();
}
