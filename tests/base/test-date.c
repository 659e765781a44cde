/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-date.h"

static void
test_new (void)
{
  static const struct
  {
    int year, month, day;
    gboolean exists;
  } cases[] = {
    { 1970, 1, 1, TRUE },         { 1, 1, 1, TRUE },
    { 9999, 12, 31, TRUE },       { 0, 12, 31, FALSE },
    { 10000, 1, 1, FALSE },       { 2024, 2, 29, TRUE },
    { 2023, 2, 29, FALSE },       { 1900, 2, 29, FALSE },
    { 2000, 2, 29, TRUE },        { 2100, 2, 29, FALSE },
    { 2026, 4, 31, FALSE },       { 2026, 13, 1, FALSE },
    { 2026, 0, 1, FALSE },        { 2026, 1, 0, FALSE },
    { 2026, 1, 32, FALSE },       { -1, 1, 1, FALSE },
    { 2026, -1, 1, FALSE },       { 2026, 1, -1, FALSE },
    { G_MAXINT, 1, 1, FALSE },    { 2026, G_MAXINT, 1, FALSE },
    { 2026, 1, G_MININT, FALSE },
  };

  g_assert_cmpint (aj_date_new (1970, 1, 1), ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      AjDate date = aj_date_new (cases[i].year, cases[i].month, cases[i].day);
      int year, month, day;

      g_assert_cmpint (date != AJ_DATE_NONE, ==, cases[i].exists);
      if (!cases[i].exists)
        continue;
      aj_date_get_ymd (date, &year, &month, &day);
      g_assert_cmpint (year, ==, cases[i].year);
      g_assert_cmpint (month, ==, cases[i].month);
      g_assert_cmpint (day, ==, cases[i].day);
    }
}

/* Every day there is: in step with the one before it, and the same after each way there and back. */
static void
test_every_day (void)
{
  AjDate first = aj_date_new (1, 1, 1), last = aj_date_new (9999, 12, 31);
  int year = 1, month = 1, day = 1, weekday = 1;

  g_assert_cmpint (last - first + 1, ==, 3652059);
  for (AjDate date = first; date <= last; date++)
    {
      int y, m, d;

      aj_date_get_ymd (date, &y, &m, &d);
      if (y != year || m != month || d != day || aj_date_get_weekday (date) != (AjWeekday) weekday)
        g_error ("%d is %d-%d-%d, not %d-%d-%d", date, y, m, d, year, month, day);
      if (date % 97 == 0)
        g_assert_cmpint (aj_date_new (y, m, d), ==, date);
      weekday = weekday % 7 + 1;
      if (++day > aj_date_days_in_month (year, month))
        {
          day = 1;
          if (++month > 12)
            {
              month = 1;
              year++;
            }
        }
    }
}

static void
test_none (void)
{
  g_autofree char *shown = aj_date_format_short (AJ_DATE_NONE);
  g_autofree char *in_full = aj_date_format_long (AJ_DATE_NONE);
  g_autofree char *day = aj_date_format_day_month (AJ_DATE_NONE);
  g_autofree char *plain = aj_date_format_plain (AJ_DATE_NONE);
  int year, month;

  aj_date_get_ymd (AJ_DATE_NONE, &year, &month, NULL);
  g_assert_cmpint (year, ==, 0);
  g_assert_cmpint (month, ==, 0);
  g_assert_cmpint (aj_date_get_day (AJ_DATE_NONE), ==, 0);
  g_assert_null (aj_date_to_iso (AJ_DATE_NONE));
  /* A day beyond the calendar is none either. */
  g_assert_null (aj_date_to_iso (aj_date_new (9999, 12, 31) + 1));
  g_assert_cmpint (aj_date_add_months (AJ_DATE_NONE, 1), ==, AJ_DATE_NONE);
  g_assert_cmpstr (shown, ==, "");
  g_assert_cmpstr (in_full, ==, "");
  g_assert_cmpstr (day, ==, "");
  g_assert_cmpstr (plain, ==, "");
}

static void
test_week (void)
{
  static const struct
  {
    const char *date;
    int week, year;
  } cases[] = {
    { "2026-12-31", 53, 2026 }, { "2027-01-01", 53, 2026 }, { "2027-01-03", 53, 2026 },
    { "2027-01-04", 1, 2027 },  { "2020-12-31", 53, 2020 }, { "2021-01-03", 53, 2020 },
    { "2024-12-30", 1, 2025 },  { "2025-12-29", 1, 2026 },  { "2023-01-01", 52, 2022 },
    { "2026-01-01", 1, 2026 },  { "0001-01-01", 1, 1 },     { "9999-12-31", 52, 9999 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      AjDate date;
      int year;

      g_assert_true (aj_date_parse_iso (cases[i].date, &date));
      g_assert_cmpint (aj_date_get_week (date, &year), ==, cases[i].week);
      g_assert_cmpint (year, ==, cases[i].year);
    }
}

static void
test_add_months (void)
{
  static const struct
  {
    const char *date;
    int months;
    const char *then; /* NULL: outside the calendar */
  } cases[] = {
    { "2026-01-31", 1, "2026-02-28" },  { "2024-01-31", 1, "2024-02-29" },
    { "2024-02-29", 12, "2025-02-28" }, { "2026-03-31", -1, "2026-02-28" },
    { "2026-12-15", 1, "2027-01-15" },  { "2026-01-15", -1, "2025-12-15" },
    { "2026-05-31", 0, "2026-05-31" },  { "9999-12-01", 1, NULL },
    { "0001-01-31", -1, NULL },         { "0001-01-31", G_MAXINT, NULL },
    { "9999-12-31", G_MININT, NULL },   { "0001-01-01", 9998 * 12 + 11, "9999-12-01" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *then = NULL;
      AjDate date;

      g_assert_true (aj_date_parse_iso (cases[i].date, &date));
      then = aj_date_to_iso (aj_date_add_months (date, cases[i].months));
      g_assert_cmpstr (then, ==, cases[i].then);
    }
}

/* Against walking through the month. */
static void
test_nth_weekday (void)
{
  for (int year = 2023; year <= 2031; year++)
    for (int month = 1; month <= 12; month++)
      {
        int seen[8] = { 0 };
        AjDate last[8];

        for (int day = 1; day <= aj_date_days_in_month (year, month); day++)
          {
            AjDate date = aj_date_new (year, month, day);
            AjWeekday weekday = aj_date_get_weekday (date);

            seen[weekday]++;
            last[weekday] = date;
            g_assert_cmpint (aj_date_get_nth (date), ==, seen[weekday]);
            g_assert_cmpint (aj_date_nth_weekday (year, month, weekday, seen[weekday]), ==, date);
          }
        for (int weekday = 1; weekday <= 7; weekday++)
          {
            g_assert_cmpint (aj_date_nth_weekday (year, month, (AjWeekday) weekday, -1), ==,
                             last[weekday]);
            if (seen[weekday] == 4)
              g_assert_cmpint (aj_date_nth_weekday (year, month, (AjWeekday) weekday, 5), ==,
                               AJ_DATE_NONE);
          }
      }
}

static void
test_parse_iso (void)
{
  static const char *const refused[] = {
    "",           "2026-3-12",        "2026-03-12 ",    " 2026-03-12", "2026/03/12",
    "20260312",   "2026-02-30",       "0000-01-01",     "+026-03-12",  "2026-03-1x",
    "2026-W11-4", "2026-03-12T10:00", "２０２６-03-12", "12-03-2026",  "2026-00-10",
    NULL,
  };

  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      AjDate date = 42;
      g_assert_false (aj_date_parse_iso (refused[i], &date));
      g_assert_cmpint (date, ==, 42);
    }
}

static void
test_ranges (void)
{
  const AjDate none = AJ_DATE_NONE;
  static const struct
  {
    AjDateRange a, b;
    gboolean overlap;
  } cases[] = {
    { { 1, 5 }, { 5, 9 }, TRUE },
    { { 1, 5 }, { 6, 9 }, FALSE },
    { { 1, 9 }, { 3, 4 }, TRUE },
    { { 1, 1 }, { 1, 1 }, TRUE },
    { { AJ_DATE_NONE, 5 }, { 6, AJ_DATE_NONE }, FALSE },
    { { AJ_DATE_NONE, 6 }, { 6, AJ_DATE_NONE }, TRUE },
    { { AJ_DATE_NONE, AJ_DATE_NONE }, { 6, 6 }, TRUE },
    { { AJ_DATE_NONE, AJ_DATE_NONE }, { AJ_DATE_NONE, AJ_DATE_NONE }, TRUE },
    { { 5, 1 }, { 1, 9 }, FALSE },
    { { 5, 1 }, { AJ_DATE_NONE, AJ_DATE_NONE }, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_assert_cmpint (aj_date_range_overlaps (&cases[i].a, &cases[i].b), ==, cases[i].overlap);
      g_assert_cmpint (aj_date_range_overlaps (&cases[i].b, &cases[i].a), ==, cases[i].overlap);
      for (AjDate day = -1; day < 11; day++)
        {
          const AjDateRange one = { day, day };
          g_assert_cmpint (aj_date_range_contains (&cases[i].a, day), ==,
                           aj_date_range_overlaps (&cases[i].a, &one));
        }
    }
  g_assert_false (aj_date_range_contains (&cases[6].a, none));
}

static void
test_format (void)
{
  AjDate date = aj_date_new (2026, 5, 7);
  g_autofree char *shown = aj_date_format_short (date);
  g_autofree char *in_full = aj_date_format_long (date);
  g_autofree char *day = aj_date_format_day_month (date);

  g_assert_cmpstr (shown, ==, "Thu 7 May 2026");
  g_assert_cmpstr (in_full, ==, "Thursday 7 May 2026");
  g_assert_cmpstr (day, ==, "7 May");
  g_assert_cmpstr (aj_weekday_get_name (AJ_WEEKDAY_SUNDAY), ==, "Sunday");
  g_assert_cmpstr (aj_month_get_short_name (12), ==, "Dec");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/date/new", test_new);
  g_test_add_func ("/date/every-day", test_every_day);
  g_test_add_func ("/date/none", test_none);
  g_test_add_func ("/date/week", test_week);
  g_test_add_func ("/date/add-months", test_add_months);
  g_test_add_func ("/date/nth-weekday", test_nth_weekday);
  g_test_add_func ("/date/parse-iso", test_parse_iso);
  g_test_add_func ("/date/ranges", test_ranges);
  g_test_add_func ("/date/format", test_format);
  return g_test_run ();
}
