/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-planning-fixture.h"

#include "aj-replan.h"

#define ZONE "Europe/Amsterdam"

static const char *const action_names[] = { "keep", "move", "add", "remove", "covered" };

/* A meeting from ten to twelve, planned by the rule for @pattern. */
static AjExistingMeeting
meeting (const char *id, const char *date, const char *pattern, gboolean fixed)
{
  AjWallTime start = { aj_test_date (date), 10 * 60 };

  return (AjExistingMeeting){
    .id = id,
    .start = start,
    .end = aj_wall_time_add_minutes (&start, 120),
    .zone = ZONE,
    .pattern = pattern != NULL ? aj_test_date (pattern) : AJ_DATE_NONE,
    .fixed = fixed,
  };
}

/* All changes in a line: "move a 2026-03-12, add - 2026-05-21". */
static char *
replan (const AjCyclePlanRequest *request, const AjExistingMeeting *meetings, gsize n_meetings)
{
  g_autoptr (AjHolidays) holidays = aj_test_read_holidays ();
  g_autoptr (GError) error = NULL;
  g_autoptr (AjCyclePlan) plan = aj_cycle_plan_new (request, holidays, &error);
  g_autoptr (GArray) changes = NULL;
  GString *line = g_string_new (NULL);

  g_assert_no_error (error);
  changes = aj_replan (meetings, n_meetings, plan, request->every_months, ZONE);
  for (guint i = 0; i < changes->len; i++)
    {
      const AjReplanChange *change = &g_array_index (changes, AjReplanChange, i);
      g_autofree char *date = NULL;

      if (change->planned >= 0)
        date = aj_date_to_iso (aj_cycle_plan_get_date (plan, (guint) change->planned)->date);
      g_string_append_printf (line, "%s%s %s %s", i > 0 ? ", " : "", action_names[change->action],
                              change->meeting >= 0 ? meetings[change->meeting].id : "-",
                              date != NULL ? date : "-");
    }
  return g_string_free (line, FALSE);
}

#define assert_replan(request, meetings, expected)                                                 \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_autofree char *line_ = replan ((request), (meetings), G_N_ELEMENTS (meetings));              \
    g_assert_cmpstr (line_, ==, (expected));                                                       \
  }                                                                                                \
  G_STMT_END

static AjCyclePlanRequest
three_of_2026 (void)
{
  AjCyclePlanRequest request = aj_test_request ();

  request.count = 3; /* 8 January, 12 March, 21 May for the 14th */
  return request;
}

static void
test_first_time (void)
{
  AjCyclePlanRequest request = three_of_2026 ();
  g_autofree char *line = replan (&request, NULL, 0);

  g_assert_cmpstr (line, ==, "add - 2026-01-08, add - 2026-03-12, add - 2026-05-21");
}

static void
test_nothing_changed (void)
{
  AjCyclePlanRequest request = three_of_2026 ();
  const AjExistingMeeting meetings[] = {
    meeting ("a", "2026-01-08", "2026-01-08", FALSE),
    meeting ("b", "2026-03-12", "2026-03-12", FALSE),
    meeting ("c", "2026-05-21", "2026-05-14", FALSE),
  };

  assert_replan (&request, meetings, "keep a 2026-01-08, keep b 2026-03-12, keep c 2026-05-21");
}

static void
test_times_changed (void)
{
  AjCyclePlanRequest request = three_of_2026 ();
  const AjExistingMeeting meetings[] = {
    meeting ("a", "2026-01-08", "2026-01-08", FALSE),
    meeting ("b", "2026-03-12", "2026-03-12", TRUE),
    meeting ("c", "2026-05-21", "2026-05-14", FALSE),
  };

  request.length_minutes = 90;
  assert_replan (&request, meetings,
                 "move a 2026-01-08, keep b 2026-03-12, move c 2026-05-21, covered b 2026-03-12");
}

/* Another weekday: the themes stay in their order, and what people hold in their calendars stays put. */
static void
test_weekday_changed (void)
{
  AjCyclePlanRequest request = three_of_2026 ();
  const AjExistingMeeting meetings[] = {
    meeting ("c", "2026-05-21", "2026-05-14", FALSE),
    meeting ("a", "2026-01-08", "2026-01-08", TRUE),
    meeting ("b", "2026-03-12", "2026-03-12", FALSE),
  };

  request.weekday = AJ_WEEKDAY_TUESDAY;
  assert_replan (&request, meetings,
                 "move c 2026-05-12, keep a 2026-01-13, move b 2026-03-10, covered a 2026-01-13");
}

/* A fixed meeting counts for the period it was planned for, wherever it went since; a second one there covers nothing. */
static void
test_fixed_moved_away (void)
{
  AjCyclePlanRequest request = three_of_2026 ();
  const AjExistingMeeting meetings[] = {
    meeting ("b", "2026-06-04", "2026-03-12", TRUE),
    meeting ("extra", "2026-04-02", NULL, TRUE),
    meeting ("early", "2025-12-11", NULL, TRUE),
  };

  assert_replan (&request, meetings,
                 "keep b 2026-03-12, keep extra -, keep early -, add - 2026-01-08, "
                 "covered b 2026-03-12, add - 2026-05-21");
}

/* On the day of a fixed meeting nothing is added, whatever that meeting was planned for; unless it is cancelled. */
static void
test_fixed_on_the_day (void)
{
  AjCyclePlanRequest request = three_of_2026 ();
  AjExistingMeeting meetings[] = {
    meeting ("x", "2026-05-21", "2026-01-08", TRUE),
  };

  assert_replan (&request, meetings,
                 "keep x 2026-01-08, covered x 2026-01-08, add - 2026-03-12, covered x 2026-05-21");
  meetings[0].cancelled = TRUE;
  assert_replan (&request, meetings,
                 "keep x 2026-01-08, covered x 2026-01-08, add - 2026-03-12, add - 2026-05-21");
}

/* January's, confirmed and moved to the day of March, once took March's place, and March's went to January. */
static void
test_fixed_on_the_day_of_another (void)
{
  AjCyclePlanRequest request = three_of_2026 ();
  const AjExistingMeeting meetings[] = {
    meeting ("extra", "2026-05-21", NULL, TRUE),
    meeting ("january", "2026-03-12", "2026-01-08", TRUE),
    meeting ("march", "2026-03-12", "2026-03-12", FALSE),
    meeting ("may", "2026-05-21", "2026-05-14", TRUE),
  };

  assert_replan (&request, meetings,
                 "keep extra -, keep january 2026-01-08, keep march 2026-03-12, "
                 "keep may 2026-05-21, covered january 2026-01-08, covered may 2026-05-21");
}

static void
test_fewer_and_more (void)
{
  AjCyclePlanRequest fewer = three_of_2026 ();
  AjCyclePlanRequest more = three_of_2026 ();
  const AjExistingMeeting meetings[] = {
    meeting ("a", "2026-01-08", "2026-01-08", FALSE),
    meeting ("b", "2026-03-12", "2026-03-12", FALSE),
    meeting ("c", "2026-05-21", "2026-05-14", FALSE),
  };

  fewer.count = 2;
  assert_replan (&fewer, meetings, "keep a 2026-01-08, keep b 2026-03-12, remove c -");
  more.count = 4;
  assert_replan (&more, meetings,
                 "keep a 2026-01-08, keep b 2026-03-12, keep c 2026-05-21, add - 2026-07-02");
  /* From March: January's goes, not May's. */
  fewer.first_month = 3;
  assert_replan (&fewer, meetings, "remove a -, keep b 2026-03-12, keep c 2026-05-21");
}

static void
test_taken_out (void)
{
  const AjPlanAdjustment adjustments[] = {
    { 1, TRUE, AJ_DATE_NONE, FALSE },
    { 2, FALSE, aj_test_date ("2026-05-25"), FALSE }, /* Whit Monday: cannot be used */
  };
  AjCyclePlanRequest request = three_of_2026 ();
  const AjExistingMeeting meetings[] = {
    meeting ("b", "2026-03-12", "2026-03-12", FALSE),
    meeting ("c", "2026-05-21", "2026-05-14", FALSE),
  };

  request.adjustments = adjustments;
  request.n_adjustments = G_N_ELEMENTS (adjustments);
  assert_replan (&request, meetings, "remove b -, keep c 2026-05-25, add - 2026-01-08");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/replan/first-time", test_first_time);
  g_test_add_func ("/replan/nothing-changed", test_nothing_changed);
  g_test_add_func ("/replan/times-changed", test_times_changed);
  g_test_add_func ("/replan/weekday-changed", test_weekday_changed);
  g_test_add_func ("/replan/fixed-moved-away", test_fixed_moved_away);
  g_test_add_func ("/replan/fixed-on-the-day", test_fixed_on_the_day);
  g_test_add_func ("/replan/fixed-on-the-day-of-another", test_fixed_on_the_day_of_another);
  g_test_add_func ("/replan/fewer-and-more", test_fewer_and_more);
  g_test_add_func ("/replan/taken-out", test_taken_out);
  return g_test_run ();
}
