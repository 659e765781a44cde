/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-planning-fixture.h"

#include "aj-public-holidays.h"

static const struct
{
  const char *dutch, *name;
} names[] = {
  { "Nieuwjaarsdag", "New Year’s Day" },
  { "Goede Vrijdag", "Good Friday" },
  { "Eerste Paasdag", "Easter Sunday" },
  { "Tweede Paasdag", "Easter Monday" },
  { "Koningsdag", "King’s Day" },
  { "Bevrijdingsdag", "Liberation Day" },
  { "Hemelvaartsdag", "Ascension Day" },
  { "Eerste Pinksterdag", "Whit Sunday" },
  { "Tweede Pinksterdag", "Whit Monday" },
  { "Eerste Kerstdag", "Christmas Day" },
  { "Tweede Kerstdag", "Second Day of Christmas" },
};

static const char *
english_name (const char *dutch)
{
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_str_equal (names[i].dutch, dutch))
      return names[i].name;
  g_error ("“%s” is not a holiday that is computed", dutch);
}

/* Every line of the published list, and not one holiday more in its years. */
static void
test_published (void)
{
  g_autofree char *text = aj_test_read_reference ("public-holidays.csv");
  g_auto (GStrv) lines = g_strsplit (g_strchomp (text), "\n", -1);
  guint n_lines = g_strv_length (lines) - 1, computed = 0;

  g_assert_cmpuint (n_lines, ==, 66);
  for (guint i = 1; i <= n_lines; i++)
    {
      g_auto (GStrv) fields = g_strsplit (g_strchomp (lines[i]), ",", -1);
      AjPublicHoliday holiday;

      g_assert_true (aj_public_holiday_find (aj_test_date (fields[0]), &holiday));
      g_assert_cmpstr (holiday.name, ==, english_name (fields[1]));
      /* The list calls 5 May a day off, which it is by law; free it is only for some, so it is planned as such. */
      g_assert_cmpint (holiday.kind == AJ_PUBLIC_HOLIDAY_FREE, ==,
                       g_str_equal (fields[2], "yes") &&
                           !g_str_equal (fields[1], "Bevrijdingsdag"));
    }
  for (AjDate date = aj_date_new (2025, 1, 1); date <= aj_date_new (2030, 12, 31); date++)
    if (aj_public_holiday_find (date, NULL))
      computed++;
  g_assert_cmpuint (computed, ==, n_lines);
}

/* Published dates of Easter; 2035 and 2038 are the first and last it can be in this range, 2076 and 2079 the exceptions of
 * the rule of thumb. */
static void
test_easter (void)
{
  static const char *const dates[] = {
    "2014-04-20", "2015-04-05", "2016-03-27", "2017-04-16", "2018-04-01", "2019-04-21",
    "2020-04-12", "2021-04-04", "2022-04-17", "2023-04-09", "2024-03-31", "2025-04-20",
    "2026-04-05", "2027-03-28", "2028-04-16", "2029-04-01", "2030-04-21", "2031-04-13",
    "2032-03-28", "2033-04-17", "2034-04-09", "2035-03-25", "2036-04-13", "2037-04-05",
    "2038-04-25", "2039-04-10", "2040-04-01", "2049-04-18", "2050-04-10", "2076-04-19",
    "2079-04-23", "2095-04-24", "2099-04-12", "1818-03-22", "1943-04-25", "1954-04-18",
    "1981-04-19", "2000-04-23", "2285-03-22",
  };

  for (guint i = 0; i < G_N_ELEMENTS (dates); i++)
    aj_test_assert_date (aj_easter_sunday (aj_date_get_year (aj_test_date (dates[i]))), dates[i]);
  g_assert_cmpint (aj_easter_sunday (0), ==, AJ_DATE_NONE);
  g_assert_cmpint (aj_easter_sunday (10000), ==, AJ_DATE_NONE);
}

/* Easter by its definition, from the tables of the calendar reform of 1582, for every year in use. */
static AjDate
easter_by_full_moon (int year)
{
  int golden = year % 19 + 1, century = year / 100 + 1;
  int solar = 3 * century / 4 - 12, lunar = (8 * century + 5) / 25 - 5;
  int epact = (11 * golden + 20 + lunar - solar) % 30, full_moon;

  if ((epact == 25 && golden > 11) || epact == 24)
    epact++;
  full_moon = 44 - epact;
  if (full_moon < 21)
    full_moon += 30;
  for (AjDate date = aj_date_new (year, 3, 1) + full_moon;; date++)
    if (aj_date_get_weekday (date) == AJ_WEEKDAY_SUNDAY)
      return date;
}

/* The two that are not free for all are named as such. */
static void
assert_label (const AjPublicHoliday *holiday)
{
  g_autofree char *label = aj_public_holiday_to_text (holiday->name);

  g_assert_true (g_str_has_prefix (label, holiday->name));
  g_assert_cmpint (g_str_has_suffix (label, " (not generally free)"), ==,
                   holiday->kind == AJ_PUBLIC_HOLIDAY_NOT_GENERALLY_FREE);
}

static void
test_every_year (void)
{
  for (int year = AJ_PUBLIC_HOLIDAYS_MIN_YEAR; year <= AJ_PUBLIC_HOLIDAYS_MAX_YEAR; year++)
    {
      AjPublicHoliday holidays[AJ_PUBLIC_HOLIDAYS_A_YEAR];

      g_assert_cmpint (aj_easter_sunday (year), ==, easter_by_full_moon (year));
      g_assert_cmpuint (aj_public_holidays_of_year (year, holidays), ==, AJ_PUBLIC_HOLIDAYS_A_YEAR);
      for (guint i = 0; i < AJ_PUBLIC_HOLIDAYS_A_YEAR; i++)
        {
          g_assert_cmpint (aj_date_get_year (holidays[i].date), ==, year);
          assert_label (&holidays[i]);
          if (i > 0)
            g_assert_cmpint (holidays[i].date, >=, holidays[i - 1].date);
        }
    }
}

static void
test_edges (void)
{
  AjPublicHoliday holidays[AJ_PUBLIC_HOLIDAYS_A_YEAR], found;

  g_assert_cmpuint (aj_public_holidays_of_year (2013, holidays), ==, 0);
  g_assert_cmpuint (aj_public_holidays_of_year (2100, holidays), ==, 0);
  g_assert_false (aj_public_holiday_find (AJ_DATE_NONE, &found));
  g_assert_false (aj_public_holiday_find (aj_test_date ("2026-03-12"), &found));
  g_assert_null (aj_public_holiday_to_text ("Regiotafel"));
  g_assert_null (aj_public_holiday_to_text (NULL));

  /* On a Sunday: the day before. */
  g_assert_true (aj_public_holiday_find (aj_test_date ("2014-04-26"), &found));
  g_assert_cmpstr (found.name, ==, "King’s Day");
  g_assert_false (aj_public_holiday_find (aj_test_date ("2014-04-27"), NULL));
  /* Two on a day: the one on which all are free. */
  g_assert_true (aj_public_holiday_find (aj_test_date ("2016-05-05"), &found));
  g_assert_cmpstr (found.name, ==, "Ascension Day");
  g_assert_cmpint (found.kind, ==, AJ_PUBLIC_HOLIDAY_FREE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/public-holidays/published", test_published);
  g_test_add_func ("/public-holidays/easter", test_easter);
  g_test_add_func ("/public-holidays/every-year", test_every_year);
  g_test_add_func ("/public-holidays/edges", test_edges);
  return g_test_run ();
}
