/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-planning-fixture.h"

#include <string.h>

#include "aj-error.h"

#define HEADING "school_year,region,holiday,first_day,last_day,binding\n"
#define NOORD   AJ_SCHOOL_REGION_NOORD
#define MIDDEN  AJ_SCHOOL_REGION_MIDDEN
#define ZUID    AJ_SCHOOL_REGION_ZUID
#define ALL     AJ_SCHOOL_REGION_ALL

static void
test_describe (void)
{
  static const struct
  {
    const char *date;
    guint regions;
    const char *words; /* NULL: none */
    gboolean advice;
  } cases[] = {
    { "2026-10-09", ALL, NULL, FALSE },
    { "2026-10-10", ALL, "herfstvakantie Noord", TRUE },
    { "2026-10-17", ALL, "herfstvakantie", TRUE },
    { "2026-10-19", ALL, "herfstvakantie Midden, Zuid", TRUE },
    { "2026-10-19", ZUID, "herfstvakantie Zuid", TRUE },
    { "2026-10-19", NOORD, NULL, FALSE },
    { "2026-10-25", MIDDEN, "herfstvakantie Midden", TRUE },
    { "2026-10-26", ALL, NULL, FALSE },
    { "2026-04-30", ALL, "meivakantie", FALSE },
    { "2026-04-30", 0, NULL, FALSE },
    { "2027-09-05", ALL, "zomervakantie Zuid", FALSE },
    { "2040-07-20", ALL, NULL, FALSE },
  };
  g_autoptr (AjHolidays) holidays = aj_test_read_holidays ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gboolean advice = FALSE;
      g_autofree char *words = aj_holidays_describe_school (holidays, aj_test_date (cases[i].date),
                                                            (AjSchoolRegion) cases[i].regions,
                                                            &advice);

      g_assert_cmpstr (words, ==, cases[i].words);
      g_assert_cmpint (advice, ==, cases[i].advice);
    }
  g_assert_null (aj_holidays_describe_school (holidays, AJ_DATE_NONE, ALL, NULL));
}

static void
test_covers (void)
{
  static const struct
  {
    const char *date;
    guint regions;
    gboolean covered;
  } cases[] = {
    { "2025-07-20", ALL, FALSE },   { "2025-09-01", ALL, FALSE }, { "2025-09-10", NOORD, FALSE },
    { "2025-09-11", ALL, TRUE },    { "2026-01-08", ALL, TRUE },  { "2026-08-31", ALL, TRUE },
    { "2026-09-01", ALL, TRUE },    { "2027-09-05", ZUID, TRUE }, { "2030-08-31", ALL, TRUE },
    { "2030-09-01", NOORD, TRUE },  { "2030-09-01", ALL, FALSE }, { "2030-09-01", MIDDEN, FALSE },
    { "2030-09-02", NOORD, FALSE }, { "2031-01-09", ALL, FALSE }, { "2024-01-11", ALL, FALSE },
    { "2031-01-09", 0, TRUE },      { "9999-12-31", ALL, FALSE }, { "0001-01-01", ALL, FALSE },
  };
  g_autoptr (AjHolidays) holidays = aj_test_read_holidays ();
  g_autoptr (AjHolidays) empty = aj_holidays_new ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      AjDate date = aj_test_date (cases[i].date);
      AjSchoolRegion regions = (AjSchoolRegion) cases[i].regions;

      g_assert_cmpint (aj_holidays_covers (holidays, date, regions), ==, cases[i].covered);
      g_assert_cmpint (aj_holidays_covers (empty, date, regions), ==, regions == 0);
    }
  g_assert_false (aj_holidays_covers (holidays, AJ_DATE_NONE, ALL));
}

/* A school year with a holiday missing is not known. */
static void
test_incomplete_year (void)
{
  g_autofree char *text = aj_test_read_reference ("school-holidays.csv");
  g_autoptr (GString) less = g_string_new (text);
  g_autoptr (AjHolidays) holidays = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (g_string_replace (less,
                                      "2028-2029,Zuid,meivakantie,2029-04-28,2029-05-06,fixed\n",
                                      "", 0),
                    ==, 1);
  holidays = aj_holidays_new_from_csv (less->str, -1, &error);
  g_assert_no_error (error);
  g_assert_false (aj_holidays_covers (holidays, aj_test_date ("2029-03-01"), ZUID));
  g_assert_false (aj_holidays_covers (holidays, aj_test_date ("2029-03-01"), ALL));
  g_assert_true (aj_holidays_covers (holidays, aj_test_date ("2029-03-01"), NOORD));
  g_assert_true (aj_holidays_covers (holidays, aj_test_date ("2028-03-01"), ZUID));
  /* Its summer is not known either, so how far that runs into the next school year is not. */
  g_assert_false (aj_holidays_covers (holidays, aj_test_date ("2029-09-03"), ZUID));
  g_assert_true (aj_holidays_covers (holidays, aj_test_date ("2029-09-20"), ZUID));
}

static void
test_list (void)
{
  g_autoptr (AjHolidays) holidays = aj_test_read_holidays ();
  const AjDateRange year = { aj_date_new (2026, 1, 1), aj_date_new (2026, 12, 31) };
  const AjDateRange open = { AJ_DATE_NONE, AJ_DATE_NONE };
  g_autoptr (GPtrArray) all = aj_holidays_list_school (holidays, &open, ALL);
  g_autoptr (GPtrArray) zuid = aj_holidays_list_school (holidays, &year, ZUID);

  g_assert_cmpuint (all->len, ==, 75);
  /* Christmas twice. */
  g_assert_cmpuint (zuid->len, ==, 6);
  for (guint i = 1; i < all->len; i++)
    {
      const AjSchoolHoliday *before = g_ptr_array_index (all, i - 1);
      const AjSchoolHoliday *holiday = g_ptr_array_index (all, i);
      g_assert_cmpint (before->days.first, <=, holiday->days.first);
    }
}

/* The same list as other programs save it. */
static void
test_dialects (void)
{
  static const char *const texts[] = {
    HEADING "2026-2027,Zuid,herfstvakantie,2026-10-17,2026-10-25,advice\n",
    HEADING "2026-2027,Zuid,herfstvakantie,2026-10-17,2026-10-25,advice",
    "\xEF\xBB\xBF" HEADING "2026-2027,ZUID,herfstvakantie,2026-10-17,2026-10-25,advice\n",
    "school_year,region,holiday,first_day,last_day,binding\r\n"
    "2026-2027,Zuid,herfstvakantie,2026-10-17,2026-10-25,advice\r\n\r\n",
    "school_year,region,holiday,first_day,last_day,binding\r"
    "2026-2027,Zuid,herfstvakantie,2026-10-17,2026-10-25,advice\r",
    "school_year;region;holiday;first_day;last_day;binding\n"
    "2026-2027;zuid;herfstvakantie;2026-10-17;2026-10-25;advice\n",
    "\"school_year\",\"region\",\"holiday\",\"first_day\",\"last_day\",\"binding\"\n"
    "\"2026-2027\", Zuid ,\"herfstvakantie\",\"2026-10-17\",2026-10-25,advice\n",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (AjHolidays) holidays = aj_holidays_new_from_csv (texts[i], -1, &error);
      g_autofree char *words = NULL;

      g_assert_no_error (error);
      words = aj_holidays_describe_school (holidays, aj_test_date ("2026-10-25"), ALL, NULL);
      g_assert_cmpstr (words, ==, "herfstvakantie Zuid");
    }
}

static void
test_refused (void)
{
  static const struct
  {
    const char *text;
    const char *message; /* a part of it */
  } cases[] = {
    { "", "empty" },
    { HEADING, "empty" },
    { "date,name\n2026-01-01,x\n", "must begin with" },
    { HEADING "2026-2027,Oost,herfstvakantie,2026-10-17,2026-10-25,advice\n", "Line 2" },
    { HEADING "\n\n2026-2027,Zuid,herfstvakantie,17-10-2026,2026-10-25,advice\n", "Line 4" },
    { HEADING "2026-2027,Zuid,herfstvakantie,2026-10-17,2026-10-25\n", "6 fields" },
    { HEADING "2026-2027,Zuid,herfstvakantie,2026-10-17,2026-10-25,advice,x\n", "6 fields" },
    { HEADING "2026-2027,Zuid,\"herfst,2026-10-17,2026-10-25,advice\n", "6 fields" },
    { HEADING "2026-2027,Zuid,\"herfst\"x,2026-10-17,2026-10-25,advice\n", "6 fields" },
    { HEADING "2026-2028,Zuid,herfstvakantie,2026-10-17,2026-10-25,advice\n", "school year" },
    { HEADING "9999-10000,Zuid,herfstvakantie,2026-10-17,2026-10-25,advice\n", "school year" },
    { HEADING "2026-2027,Zuid,,2026-10-17,2026-10-25,advice\n", "no name" },
    { HEADING "2026-2027,Zuid,herfstvakantie,2026-10-25,2026-10-17,advice\n", "1 to 70 days" },
    { HEADING "2026-2027,Zuid,herfstvakantie,2026-10-17,2027-01-17,advice\n", "1 to 70 days" },
    { HEADING "2026-2027,Zuid,herfstvakantie,2027-10-17,2027-10-25,advice\n", "2026-2027" },
    { HEADING "2026-2027,Zuid,herfstvakantie,2026-10-17,2026-10-25,maybe\n", "maybe" },
    { HEADING "2026-2027,Zuid,herfstvakantie,2026-10-17,2026-10-25,advice\n"
              "2026-2027,Zuid,herfstvakantie,2026-10-18,2026-10-25,advice\n",
      "Line 3" },
    { HEADING "2026-2027,Zuid,herfst\xff,2026-10-17,2026-10-25,advice\n", "UTF-8" },
  };
  g_autofree char *many = g_strnfill (1024 * 1024 + 1, '\n');
  g_autoptr (GError) limit = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (aj_holidays_new_from_csv (cases[i].text, -1, &error));
      g_assert_error (error, AJ_ERROR, AJ_ERROR_INVALID);
      if (strstr (error->message, cases[i].message) == NULL)
        g_error ("“%s” does not say “%s”", error->message, cases[i].message);
    }
  g_assert_null (aj_holidays_new_from_csv (many, -1, &limit));
  g_assert_error (limit, AJ_ERROR, AJ_ERROR_LIMIT);
}

/* A NUL inside ends nothing early without a word. */
static void
test_embedded_nul (void)
{
  static const char text[] = HEADING
      "2026-2027,Zuid,herfstvakantie,2026-10-17,2026-10-25,advice\n\0rest";
  g_autoptr (GError) error = NULL;

  g_assert_null (aj_holidays_new_from_csv (text, sizeof text - 1, &error));
  g_assert_error (error, AJ_ERROR, AJ_ERROR_INVALID);
}

static void
test_regions (void)
{
  AjSchoolRegion region = AJ_SCHOOL_REGION_NONE;
  g_autofree char *names = aj_school_region_get_names (ALL);
  g_autofree char *none = aj_school_region_get_names (AJ_SCHOOL_REGION_NONE);

  g_assert_true (aj_school_region_parse ("Midden", &region));
  g_assert_cmpint (region, ==, MIDDEN);
  g_assert_cmpstr (aj_school_region_get_code (region), ==, "midden");
  g_assert_false (aj_school_region_parse ("oost", &region));
  g_assert_false (aj_school_region_parse (NULL, &region));
  g_assert_cmpint (region, ==, MIDDEN);
  g_assert_null (aj_school_region_get_code (ALL));
  g_assert_cmpstr (names, ==, "Noord, Midden, Zuid");
  g_assert_cmpstr (none, ==, "");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/holidays/describe", test_describe);
  g_test_add_func ("/holidays/covers", test_covers);
  g_test_add_func ("/holidays/incomplete-year", test_incomplete_year);
  g_test_add_func ("/holidays/list", test_list);
  g_test_add_func ("/holidays/dialects", test_dialects);
  g_test_add_func ("/holidays/refused", test_refused);
  g_test_add_func ("/holidays/embedded-nul", test_embedded_nul);
  g_test_add_func ("/holidays/regions", test_regions);
  return g_test_run ();
}
