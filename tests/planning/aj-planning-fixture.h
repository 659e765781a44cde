/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-cycle-plan.h"

/* The text of a file of the program's own reference data; free with g_free(). */
static inline char *
aj_test_read_reference (const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "data", "reference", name,
                                                 NULL);
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  return text;
}

static inline AjHolidays *
aj_test_read_holidays (void)
{
  g_autofree char *text = aj_test_read_reference ("school-holidays.csv");
  g_autoptr (GError) error = NULL;
  AjHolidays *holidays = aj_holidays_new_from_csv (text, -1, &error);

  g_assert_no_error (error);
  return holidays;
}

/* The second Thursday of every other month of 2026, ten to twelve, avoiding all there is to avoid. */
static inline AjCyclePlanRequest
aj_test_request (void)
{
  return (AjCyclePlanRequest){
    .year = 2026,
    .first_month = 1,
    .every_months = 2,
    .count = 6,
    .weekday = AJ_WEEKDAY_THURSDAY,
    .nth = 2,
    .start_minute = 10 * 60,
    .length_minutes = 120,
    .zone = "Europe/Amsterdam",
    .regions = AJ_SCHOOL_REGION_ALL,
    .avoid_school = TRUE,
    .avoid_not_free = TRUE,
    .avoid_clashes = TRUE,
  };
}

static inline AjDate
aj_test_date (const char *text)
{
  AjDate date = AJ_DATE_NONE;

  g_assert_true (aj_date_parse_iso (text, &date));
  return date;
}

static inline AjWallTime
aj_test_time (const char *text)
{
  AjWallTime time = { AJ_DATE_NONE, 0 };

  g_assert_true (aj_wall_time_parse (text, &time));
  return time;
}

static inline void
aj_test_assert_date (AjDate date, const char *expected)
{
  g_autofree char *text = aj_date_to_iso (date);

  g_assert_cmpstr (text, ==, expected);
}
