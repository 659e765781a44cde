/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-planning-fixture.h"

#include <string.h>

#include "aj-public-holidays.h"

/* Every rule there is over twelve years, held against a plain reading of what a plan promises. */

typedef struct
{
  AjHolidays *holidays;
  AjCyclePlanRequest request;
} Table;

/* Straight from the lists, without what the plan itself uses to look. */
static AjReason
reason_against (const Table *table, AjDate date)
{
  const AjDateRange open = { AJ_DATE_NONE, AJ_DATE_NONE };
  g_autoptr (GPtrArray) school = NULL;
  AjPublicHoliday public;
  gboolean not_free = FALSE;

  if (aj_public_holiday_find (date, &public))
    {
      if (public.kind == AJ_PUBLIC_HOLIDAY_FREE)
        return AJ_REASON_PUBLIC_HOLIDAY;
      not_free = table->request.avoid_not_free;
    }
  if (not_free)
    return AJ_REASON_NOT_GENERALLY_FREE;
  if (!table->request.avoid_school)
    return AJ_REASON_RULE;
  school = aj_holidays_list_school (table->holidays, &open, AJ_SCHOOL_REGION_ALL);
  for (guint i = 0; i < school->len; i++)
    {
      const AjSchoolHoliday *holiday = g_ptr_array_index (school, i);
      if ((holiday->region & table->request.regions) != 0 && holiday->days.first <= date &&
          date <= holiday->days.last)
        return AJ_REASON_SCHOOL_HOLIDAY;
    }
  return AJ_REASON_RULE;
}

/* The nearest day of the same weekday and month that is free, the later of two; or AJ_DATE_NONE. */
static AjDate
nearest_free (const Table *table, AjDate pattern)
{
  AjDate nearest = AJ_DATE_NONE;
  int year, month;

  aj_date_get_ymd (pattern, &year, &month, NULL);
  for (int day = aj_date_days_in_month (year, month); day >= 1; day--)
    {
      AjDate date = aj_date_new (year, month, day);

      if (aj_date_get_weekday (date) != aj_date_get_weekday (pattern) ||
          reason_against (table, date) != AJ_REASON_RULE)
        continue;
      if (nearest == AJ_DATE_NONE || ABS (date - pattern) < ABS (nearest - pattern))
        nearest = date;
    }
  return nearest;
}

static void
check_pattern (const Table *table, const AjPlannedDate *planned)
{
  int month = (int) planned->ordinal + 1;
  AjDate pattern = aj_date_nth_weekday (table->request.year, month, table->request.weekday,
                                        table->request.nth);

  g_assert_cmpint (planned->fifth_missing, ==, pattern == AJ_DATE_NONE);
  if (pattern == AJ_DATE_NONE)
    pattern = aj_date_nth_weekday (table->request.year, month, table->request.weekday, 4);
  g_assert_cmpint (planned->pattern, ==, pattern);
}

static void
check_date (const Table *table, const AjPlannedDate *planned)
{
  AjReason against = reason_against (table, planned->pattern);
  AjDate free_day = nearest_free (table, planned->pattern);
  g_autofree char *text = aj_planned_date_to_text (planned);

  check_pattern (table, planned);
  g_assert_cmpstr (text, !=, "");
  g_assert_cmpint (reason_against (table, planned->date), !=, AJ_REASON_PUBLIC_HOLIDAY);
  g_assert_true (planned->usable);
  g_assert_cmpint (aj_date_get_weekday (planned->date), ==, table->request.weekday);
  g_assert_cmpint (aj_date_get_month (planned->date), ==, (int) planned->ordinal + 1);
  g_assert_cmpint (planned->start.date, ==, planned->date);
  g_assert_cmpint (aj_wall_time_minutes_between (&planned->start, &planned->end), ==,
                   table->request.length_minutes);
  g_assert_cmpint (planned->unknown_holidays, ==,
                   table->request.avoid_school &&
                       !aj_holidays_covers (table->holidays, planned->date,
                                            table->request.regions));

  if (against == AJ_REASON_RULE)
    {
      g_assert_cmpint (planned->verdict, ==, AJ_VERDICT_KEPT);
      g_assert_cmpint (planned->reason, ==, AJ_REASON_RULE);
      g_assert_cmpint (planned->date, ==, planned->pattern);
      g_assert_cmpstr (planned->detail, ==,
                       planned->fifth_missing     ? "no-fifth"
                       : table->request.nth == -1 ? "last"
                                                  : NULL);
      return;
    }
  g_assert_nonnull (planned->detail);
  if (free_day != AJ_DATE_NONE)
    {
      g_assert_cmpint (planned->verdict, ==, AJ_VERDICT_MOVED);
      g_assert_cmpint (planned->reason, ==, against);
      g_assert_cmpint (planned->date, ==, free_day);
      g_assert_true (g_str_has_prefix (text, "moved "));
      g_assert_cmpint (strstr (text, "(not generally free)") != NULL, ==,
                       against == AJ_REASON_NOT_GENERALLY_FREE);
      return;
    }
  g_assert_cmpint (planned->verdict, ==, AJ_VERDICT_CONFLICT);
  g_assert_cmpint (planned->reason, ==, AJ_REASON_CONFLICT);
  g_assert_nonnull (strstr (text, "conflict"));
  if (against != AJ_REASON_PUBLIC_HOLIDAY)
    g_assert_cmpint (planned->date, ==, planned->pattern);
}

static guint
check_year (Table *table)
{
  guint checked = 0;

  for (int weekday = AJ_WEEKDAY_MONDAY; weekday <= AJ_WEEKDAY_SUNDAY; weekday++)
    for (int nth = -1; nth <= 5; nth++)
      {
        g_autoptr (AjCyclePlan) plan = NULL;
        g_autoptr (GError) error = NULL;

        if (nth == 0)
          continue;
        table->request.weekday = (AjWeekday) weekday;
        table->request.nth = nth;
        plan = aj_cycle_plan_new (&table->request, table->holidays, &error);
        g_assert_no_error (error);
        g_assert_cmpuint (aj_cycle_plan_get_n_dates (plan), ==, 12);
        for (guint i = 0; i < 12; i++)
          check_date (table, aj_cycle_plan_get_date (plan, i));
        checked += 12;
      }
  return checked;
}

static void
test_all (gconstpointer data)
{
  int year = GPOINTER_TO_INT (data);
  Table table = { aj_test_read_holidays (), aj_test_request () };
  guint checked = 0;

  table.request.year = year;
  table.request.every_months = 1;
  table.request.count = 12;
  for (guint regions = 0; regions <= AJ_SCHOOL_REGION_ALL; regions++)
    for (guint avoid = 0; avoid < 4; avoid++)
      {
        table.request.regions = (AjSchoolRegion) regions;
        table.request.avoid_school = (avoid & 1) != 0;
        table.request.avoid_not_free = (avoid & 2) != 0;
        checked += check_year (&table);
      }
  g_assert_cmpuint (checked, ==, 8 * 4 * 7 * 6 * 12);
  g_object_unref (table.holidays);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (int year = 2024; year <= 2035; year++)
    {
      g_autofree char *path = g_strdup_printf ("/cycle-tables/%d", year);
      g_test_add_data_func (path, GINT_TO_POINTER (year), test_all);
    }
  return g_test_run ();
}
