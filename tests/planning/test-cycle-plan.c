/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-planning-fixture.h"

#include <string.h>

#include "aj-error.h"

static AjCyclePlan *
plan_for (const AjCyclePlanRequest *request)
{
  g_autoptr (AjHolidays) holidays = aj_test_read_holidays ();
  g_autoptr (GError) error = NULL;
  AjCyclePlan *plan = aj_cycle_plan_new (request, holidays, &error);

  g_assert_no_error (error);
  return plan;
}

static void
check (const AjCyclePlan *plan, guint ordinal, const char *date, const char *text)
{
  const AjPlannedDate *planned = aj_cycle_plan_get_date (plan, ordinal);
  g_autofree char *said = aj_planned_date_to_text (planned);

  aj_test_assert_date (planned->date, date);
  g_assert_cmpstr (said, ==, text);
}

/* Worked out with a calendar beside it. */
static void
test_second_thursday_2026 (void)
{
  AjCyclePlanRequest request = aj_test_request ();
  g_autoptr (AjCyclePlan) plan = plan_for (&request);
  g_auto (GStrv) notes = aj_cycle_plan_dup_notes (plan);

  check (plan, 0, "2026-01-08", "second Thursday");
  check (plan, 1, "2026-03-12", "second Thursday");
  check (plan, 2, "2026-05-21", "moved a week later: Ascension Day");
  check (plan, 3, "2026-07-02", "moved a week earlier: zomervakantie Noord");
  check (plan, 4, "2026-09-10", "second Thursday");
  check (plan, 5, "2026-11-12", "second Thursday");
  g_assert_cmpuint (aj_cycle_plan_get_n_conflicts (plan), ==, 0);
  g_assert_cmpint (aj_cycle_plan_get_missing_from (plan), ==, AJ_DATE_NONE);
  g_assert_cmpuint (g_strv_length (notes), ==, 0);
}

static void
test_even_months_2027 (void)
{
  AjCyclePlanRequest request = aj_test_request ();
  g_autoptr (AjCyclePlan) plan = NULL;

  request.year = 2027;
  request.first_month = 2;
  plan = plan_for (&request);
  check (plan, 0, "2027-02-11", "second Thursday");
  check (plan, 1, "2027-04-08", "second Thursday");
  check (plan, 2, "2027-06-10", "second Thursday");
  /* No Thursday of August is free in all three regions. */
  check (plan, 3, "2027-08-12", "conflict: zomervakantie");
  check (plan, 4, "2027-10-14", "second Thursday");
  check (plan, 5, "2027-12-09", "second Thursday");
  g_assert_cmpuint (aj_cycle_plan_get_n_conflicts (plan), ==, 1);
}

/* One date each: which way it goes, and why. */
static void
test_single_dates (void)
{
  static const struct
  {
    int year, month;
    AjWeekday weekday;
    int nth;
    guint regions;
    const char *date, *text;
  } cases[] = {
    /* Herfstvakantie: 10–18 October in Noord, 17–25 in Midden and Zuid. */
    { 2026, 10, AJ_WEEKDAY_THURSDAY, 3, AJ_SCHOOL_REGION_ALL, "2026-10-08",
      "moved a week earlier: herfstvakantie Noord" },
    { 2026, 10, AJ_WEEKDAY_THURSDAY, 3, AJ_SCHOOL_REGION_NOORD, "2026-10-22",
      "moved a week later: herfstvakantie Noord" },
    { 2026, 10, AJ_WEEKDAY_THURSDAY, 3, AJ_SCHOOL_REGION_MIDDEN | AJ_SCHOOL_REGION_ZUID,
      "2026-10-15", "third Thursday" },
    { 2026, 10, AJ_WEEKDAY_THURSDAY, 4, AJ_SCHOOL_REGION_ZUID, "2026-10-29",
      "moved a week later: herfstvakantie Zuid" },
    { 2027, 10, AJ_WEEKDAY_TUESDAY, 3, AJ_SCHOOL_REGION_ALL, "2027-10-12",
      "moved a week earlier: herfstvakantie Noord, Midden" },
    /* Meivakantie: 25 April to 3 May 2026, 24 April to 2 May 2027. */
    { 2026, 4, AJ_WEEKDAY_THURSDAY, 5, AJ_SCHOOL_REGION_ALL, "2026-04-23",
      "moved a week earlier: meivakantie" },
    { 2026, 4, AJ_WEEKDAY_THURSDAY, -1, AJ_SCHOOL_REGION_ZUID, "2026-04-23",
      "moved a week earlier: meivakantie Zuid" },
    { 2026, 4, AJ_WEEKDAY_MONDAY, 4, AJ_SCHOOL_REGION_ALL, "2026-04-20",
      "moved a week earlier: King’s Day; meivakantie" },
    { 2027, 4, AJ_WEEKDAY_TUESDAY, -1, AJ_SCHOOL_REGION_ALL, "2027-04-20",
      "moved a week earlier: King’s Day; meivakantie" },
    { 2027, 4, AJ_WEEKDAY_WEDNESDAY, 4, 0, "2027-04-28", "fourth Wednesday" },
    /* Not generally free. */
    { 2026, 5, AJ_WEEKDAY_TUESDAY, 1, AJ_SCHOOL_REGION_ALL, "2026-05-12",
      "moved a week later: Liberation Day (not generally free)" },
    { 2026, 4, AJ_WEEKDAY_FRIDAY, 1, AJ_SCHOOL_REGION_ALL, "2026-04-10",
      "moved a week later: Good Friday (not generally free)" },
    /* The ends of the year. */
    { 2026, 1, AJ_WEEKDAY_THURSDAY, 1, AJ_SCHOOL_REGION_ALL, "2026-01-08",
      "moved a week later: New Year’s Day; kerstvakantie" },
    { 2026, 12, AJ_WEEKDAY_FRIDAY, -1, AJ_SCHOOL_REGION_ALL, "2026-12-18",
      "moved a week earlier: Christmas Day; kerstvakantie" },
    { 2026, 12, AJ_WEEKDAY_WEDNESDAY, 5, AJ_SCHOOL_REGION_ALL, "2026-12-16",
      "moved two weeks earlier: kerstvakantie" },
    /* A month without a fifth. */
    { 2026, 3, AJ_WEEKDAY_THURSDAY, 5, AJ_SCHOOL_REGION_ALL, "2026-03-26",
      "fifth Thursday does not exist; last Thursday" },
    /* August in one region. */
    { 2027, 8, AJ_WEEKDAY_THURSDAY, 2, AJ_SCHOOL_REGION_NOORD, "2027-08-26",
      "moved two weeks later: zomervakantie Noord" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      AjCyclePlanRequest request = aj_test_request ();
      g_autoptr (AjCyclePlan) plan = NULL;

      request.year = cases[i].year;
      request.first_month = cases[i].month;
      request.count = 1;
      request.weekday = cases[i].weekday;
      request.nth = cases[i].nth;
      request.regions = (AjSchoolRegion) cases[i].regions;
      plan = plan_for (&request);
      check (plan, 0, cases[i].date, cases[i].text);
    }
}

static void
test_clashes (void)
{
  const AjBusySpan busy[] = {
    /* Overlaps by a minute. */
    { aj_test_time ("2026-03-12T11:59"), aj_test_time ("2026-03-12T13:00"), "Europe/Amsterdam",
      "Regiotafel; Twente" },
    /* 10:00 in Lisbon is 11:00 here. */
    { aj_test_time ("2026-03-19T10:00"), aj_test_time ("2026-03-19T11:00"), "Europe/Lisbon", NULL },
    /* Touches on both sides. */
    { aj_test_time ("2026-03-05T08:00"), aj_test_time ("2026-03-05T10:00"), NULL, "Before" },
    { aj_test_time ("2026-03-05T12:00"), aj_test_time ("2026-03-05T14:00"), "Atlantis/X", "After" },
    /* A conference of three days. */
    { aj_test_time ("2026-09-09T09:00"), aj_test_time ("2026-09-11T17:00"), "Europe/Amsterdam",
      "Conferentie" },
  };
  AjCyclePlanRequest request = aj_test_request ();
  g_autoptr (AjCyclePlan) plan = NULL;
  g_autoptr (AjCyclePlan) careless = NULL;

  request.busy = busy;
  request.n_busy = G_N_ELEMENTS (busy);
  plan = plan_for (&request);
  check (plan, 1, "2026-03-05", "moved a week earlier: Regiotafel, Twente");
  check (plan, 4, "2026-09-17", "moved a week later: Conferentie");

  request.avoid_clashes = FALSE;
  careless = plan_for (&request);
  check (careless, 1, "2026-03-12", "second Thursday");
}

/* Every Thursday of May has something: what can be lived with best, never Ascension Day. */
static void
test_least_bad (void)
{
  const AjBusySpan busy[] = {
    { aj_test_time ("2026-05-07T10:00"), aj_test_time ("2026-05-07T11:00"), NULL, "A" },
    { aj_test_time ("2026-05-21T10:00"), aj_test_time ("2026-05-21T11:00"), NULL, "B" },
    { aj_test_time ("2026-05-28T10:00"), aj_test_time ("2026-05-28T11:00"), NULL, "C" },
  };
  AjCyclePlanRequest request = aj_test_request ();
  g_autoptr (AjCyclePlan) plan = NULL;

  request.busy = busy;
  request.n_busy = G_N_ELEMENTS (busy);
  plan = plan_for (&request);
  check (plan, 2, "2026-05-21", "moved from Thu 14 May 2026; conflict: B");
  g_assert_cmpuint (aj_cycle_plan_get_n_conflicts (plan), ==, 1);
  g_assert_true (aj_cycle_plan_get_date (plan, 2)->usable);
}

static void
test_adjustments (void)
{
  const AjPlanAdjustment adjustments[] = {
    { 0, TRUE, AJ_DATE_NONE, FALSE },
    { 1, FALSE, aj_test_date ("2026-03-17"), FALSE },
    { 2, FALSE, AJ_DATE_NONE, TRUE }, /* Ascension Day cannot be kept */
    { 3, FALSE, AJ_DATE_NONE, TRUE },
    { 4, FALSE, aj_test_date ("2026-10-20"), FALSE },
    { 5, FALSE, aj_test_date ("2026-11-12"), FALSE }, /* where it stood anyway */
    { 99, TRUE, AJ_DATE_NONE, FALSE },
  };
  AjCyclePlanRequest request = aj_test_request ();
  g_autoptr (AjCyclePlan) plan = NULL;

  request.adjustments = adjustments;
  request.n_adjustments = G_N_ELEMENTS (adjustments);
  plan = plan_for (&request);
  check (plan, 0, NULL, "taken out");
  g_assert_false (aj_cycle_plan_get_date (plan, 0)->usable);
  check (plan, 1, "2026-03-17", "moved by hand from Thu 12 Mar 2026");
  check (plan, 2, "2026-05-21", "moved a week later: Ascension Day");
  check (plan, 3, "2026-07-09", "kept against advice: zomervakantie Noord");
  check (plan, 4, "2026-10-20",
         "moved from Thu 10 Sep 2026; conflict: herfstvakantie Midden, Zuid");
  check (plan, 5, "2026-11-12", "second Thursday");
  g_assert_cmpint (aj_cycle_plan_get_date (plan, 3)->verdict, ==, AJ_VERDICT_KEPT_AGAINST_ADVICE);
  g_assert_cmpint (aj_cycle_plan_get_date (plan, 5)->verdict, ==, AJ_VERDICT_KEPT);
  g_assert_cmpuint (aj_cycle_plan_get_n_conflicts (plan), ==, 1);
}

/* Moved by hand and kept there; the later of two for one ordinal counts; a public holiday stays refused. */
static void
test_adjustments_by_hand (void)
{
  const AjPlanAdjustment adjustments[] = {
    { 4, TRUE, AJ_DATE_NONE, FALSE },
    { 4, FALSE, aj_test_date ("2026-10-20"), TRUE },
    { 5, FALSE, aj_test_date ("2026-12-25"), TRUE },
  };
  AjCyclePlanRequest request = aj_test_request ();
  g_autoptr (AjCyclePlan) plan = NULL;

  request.adjustments = adjustments;
  request.n_adjustments = G_N_ELEMENTS (adjustments);
  plan = plan_for (&request);
  check (plan, 4, "2026-10-20",
         "moved from Thu 10 Sep 2026; kept against advice: herfstvakantie Midden, Zuid");
  check (plan, 5, "2026-12-25",
         "moved from Thu 12 Nov 2026; conflict: Christmas Day; kerstvakantie");
  g_assert_false (aj_cycle_plan_get_date (plan, 5)->usable);
}

static void
test_never_the_same_day (void)
{
  /* Four hand-moved dates take every Thursday of February; March's takes that of another. */
  const AjPlanAdjustment adjustments[] = {
    { 1, FALSE, aj_test_date ("2026-02-05"), FALSE },
    { 2, FALSE, aj_test_date ("2026-02-12"), FALSE },
    { 3, FALSE, aj_test_date ("2026-02-19"), TRUE },
    { 4, FALSE, aj_test_date ("2026-02-26"), TRUE },
    { 5, FALSE, aj_test_date ("2026-02-12"), TRUE },
  };
  AjCyclePlanRequest request = aj_test_request ();
  g_autoptr (AjCyclePlan) plan = NULL;
  g_autoptr (AjCyclePlan) fewer = NULL;

  request.first_month = 2;
  request.adjustments = adjustments;
  request.n_adjustments = G_N_ELEMENTS (adjustments);
  plan = plan_for (&request);
  check (plan, 0, NULL, "no day of this month can be used: another date of this cycle");
  g_assert_false (aj_cycle_plan_get_date (plan, 0)->usable);
  check (plan, 2, "2026-02-12", "moved by hand from Thu 11 Jun 2026");
  check (plan, 5, "2026-02-12", "moved from Thu 10 Dec 2026; conflict: another date of this cycle");
  g_assert_false (aj_cycle_plan_get_date (plan, 5)->usable);

  request.n_adjustments = 2;
  fewer = plan_for (&request);
  /* 12 is taken; 19 and 26 both lie in a holiday that schools may deviate from, and 19 is nearer. */
  check (fewer, 0, "2026-02-19",
         "moved from Thu 12 Feb 2026; conflict: voorjaarsvakantie Midden, Zuid");
}

static void
test_over_the_year (void)
{
  AjCyclePlanRequest request = aj_test_request ();
  g_autoptr (AjCyclePlan) plan = NULL;
  g_auto (GStrv) notes = NULL;

  request.first_month = 9;
  request.count = 3;
  plan = plan_for (&request);
  check (plan, 2, "2027-01-14", "second Thursday");
  g_assert_cmpint (aj_cycle_plan_get_last_year (plan), ==, 2027);
  notes = aj_cycle_plan_dup_notes (plan);
  g_assert_cmpuint (g_strv_length (notes), ==, 1);
  g_assert_nonnull (strstr (notes[0], "2027"));
}

static void
test_year_without_data (void)
{
  AjCyclePlanRequest request = aj_test_request ();
  g_autoptr (AjCyclePlan) unknown = NULL;
  g_autoptr (AjCyclePlan) partly = NULL;
  g_autoptr (AjCyclePlan) indifferent = NULL;
  g_auto (GStrv) notes = NULL;

  request.year = 2032;
  unknown = plan_for (&request);
  aj_test_assert_date (aj_cycle_plan_get_missing_from (unknown), "2032-01-08");
  notes = aj_cycle_plan_dup_notes (unknown);
  g_assert_cmpuint (g_strv_length (notes), ==, 1);
  g_assert_nonnull (strstr (notes[0], "6 dates, the first on Thu 8 Jan 2032"));
  /* Public holidays are computed all the same. */
  for (guint i = 0; i < 6; i++)
    g_assert_cmpint (aj_cycle_plan_get_date (unknown, i)->obstacles, ==, AJ_OBSTACLE_NONE);

  request.year = 2030;
  partly = plan_for (&request);
  aj_test_assert_date (aj_cycle_plan_get_missing_from (partly), "2030-09-12");
  g_assert_false (aj_cycle_plan_get_date (partly, 3)->unknown_holidays);

  request.avoid_school = FALSE;
  indifferent = plan_for (&request);
  g_assert_cmpint (aj_cycle_plan_get_missing_from (indifferent), ==, AJ_DATE_NONE);
}

/* Ten o'clock stays ten o'clock on the days the clock changes, and clashes are seen in time that passes. */
static void
test_clock_changes (void)
{
  /* 29 March 2026: 02:00 becomes 03:00. 25 October: 03:00 becomes 02:00. Both are the last Sunday. */
  const AjBusySpan busy[] = {
    { aj_test_time ("2026-03-29T00:30"), aj_test_time ("2026-03-29T01:00"), "UTC", "Spring" },
    { aj_test_time ("2026-10-25T01:30"), aj_test_time ("2026-10-25T01:45"), "UTC", "Autumn" },
  };
  static const struct
  {
    int month, start, length;
    const char *text;
  } cases[] = {
    { 3, 10 * 60, 120, "last Sunday" },
    /* 01:00 to 03:00 on the wall is 00:00 to 01:00 UTC. */
    { 3, 60, 120, "moved a week earlier: Spring" },
    { 3, 3 * 60, 60, "last Sunday" },
    { 10, 10 * 60, 120, "last Sunday" },
    /* 02:30 to 03:30 on the wall, the first 02:30: 00:30 to 02:30 UTC. */
    { 10, 2 * 60 + 30, 60, "moved a week earlier: Autumn" },
    { 10, 3 * 60, 60, "last Sunday" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      AjCyclePlanRequest request = aj_test_request ();
      g_autoptr (AjCyclePlan) plan = NULL;
      const AjPlannedDate *planned;
      g_autofree char *text = NULL;

      request.first_month = cases[i].month;
      request.count = 1;
      request.weekday = AJ_WEEKDAY_SUNDAY;
      request.nth = -1;
      request.start_minute = cases[i].start;
      request.length_minutes = cases[i].length;
      request.avoid_school = FALSE;
      request.busy = busy;
      request.n_busy = G_N_ELEMENTS (busy);
      plan = plan_for (&request);
      planned = aj_cycle_plan_get_date (plan, 0);
      text = aj_planned_date_to_text (planned);
      g_assert_cmpstr (text, ==, cases[i].text);
      g_assert_cmpint (planned->start.minute, ==, cases[i].start);
      g_assert_cmpint (planned->end.minute, ==, cases[i].start + cases[i].length);
    }
}

/* Late enough to end on the next day. */
static void
test_over_midnight (void)
{
  AjCyclePlanRequest request = aj_test_request ();
  g_autoptr (AjCyclePlan) plan = NULL;
  g_autofree char *end = NULL;

  request.start_minute = 23 * 60;
  plan = plan_for (&request);
  end = aj_wall_time_to_string (&aj_cycle_plan_get_date (plan, 1)->end);
  g_assert_cmpstr (end, ==, "2026-03-13T01:00");
}

static void
test_examine (void)
{
  g_autoptr (AjHolidays) holidays = aj_test_read_holidays ();
  AjCyclePlanRequest request = aj_test_request ();
  g_autofree char *detail = NULL;
  g_autofree char *nothing = NULL;

  g_assert_cmpint (aj_cycle_plan_examine (&request, holidays, aj_test_date ("2026-04-27"), &detail),
                   ==, AJ_OBSTACLE_PUBLIC_HOLIDAY | AJ_OBSTACLE_SCHOOL_HOLIDAY);
  g_assert_cmpstr (detail, ==, "King’s Day; meivakantie");
  g_assert_cmpint (aj_cycle_plan_examine (&request, holidays, aj_test_date ("2026-03-12"),
                                          &nothing),
                   ==, AJ_OBSTACLE_NONE);
  g_assert_null (nothing);
}

static void
test_refused (void)
{
  g_autoptr (AjHolidays) holidays = aj_holidays_new ();
  AjCyclePlanRequest good = aj_test_request ();
  AjCyclePlanRequest bad[16];
  guint n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    bad[i] = good;
  bad[n++].year = 2013;
  bad[n++].year = 2100;
  bad[n++].first_month = 0;
  bad[n++].first_month = 13;
  bad[n++].every_months = 0;
  bad[n++].every_months = 13;
  bad[n++].count = 0;
  bad[n++].count = 25;
  bad[n++].weekday = (AjWeekday) 8;
  bad[n++].nth = 0;
  bad[n++].nth = 6;
  bad[n++].start_minute = 1440;
  bad[n++].length_minutes = 0;
  bad[n++].length_minutes = 1441;
  bad[n++].zone = "Atlantis/X";
  bad[n].year = 2099;
  bad[n++].first_month = 12;
  g_assert_cmpuint (n, ==, G_N_ELEMENTS (bad));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (aj_cycle_plan_new (&bad[i], holidays, &error));
      g_assert_error (error, AJ_ERROR, AJ_ERROR_INVALID);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cycle-plan/second-thursday-2026", test_second_thursday_2026);
  g_test_add_func ("/cycle-plan/even-months-2027", test_even_months_2027);
  g_test_add_func ("/cycle-plan/single-dates", test_single_dates);
  g_test_add_func ("/cycle-plan/clashes", test_clashes);
  g_test_add_func ("/cycle-plan/least-bad", test_least_bad);
  g_test_add_func ("/cycle-plan/adjustments", test_adjustments);
  g_test_add_func ("/cycle-plan/adjustments-by-hand", test_adjustments_by_hand);
  g_test_add_func ("/cycle-plan/never-the-same-day", test_never_the_same_day);
  g_test_add_func ("/cycle-plan/over-the-year", test_over_the_year);
  g_test_add_func ("/cycle-plan/year-without-data", test_year_without_data);
  g_test_add_func ("/cycle-plan/clock-changes", test_clock_changes);
  g_test_add_func ("/cycle-plan/over-midnight", test_over_midnight);
  g_test_add_func ("/cycle-plan/examine", test_examine);
  g_test_add_func ("/cycle-plan/refused", test_refused);
  return g_test_run ();
}
