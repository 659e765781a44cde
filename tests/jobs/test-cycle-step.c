/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a plan says of each date: where its meeting stands, and why. */
#include "aj-meeting-date.h"
#include "aj-team-fixture.h"

#define NEXT  2027
#define MARCH 1

/* One date of a plan that is made of the cycle as it is, but for one field. */
typedef struct
{
  AjCycleFacts *facts;
  AjValues *cycle;
  AjCyclePlan *plan;
  GArray *steps;
  const AjCycleStep *step;
  const AjPlannedDate *date;
} Look;

static void
look_clear (Look *self)
{
  g_array_unref (self->steps);
  aj_cycle_plan_free (self->plan);
  aj_values_unref (self->cycle);
  aj_cycle_facts_unref (self->facts);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Look, look_clear)

static Look
look_at (Team *self, guint ordinal, const char *field, const char *text)
{
  Look look = { .facts = team_load (self, NEXT) };

  look.cycle = aj_cycle_job_dup_cycle (look.facts, NULL, NULL);
  if (field != NULL)
    aj_values_set_text (look.cycle, field, text);
  look.plan = team_make_plan (self, look.facts, look.cycle);
  look.steps = aj_cycle_step_list (look.facts, look.cycle, look.plan);
  look.step = aj_cycle_step_find (look.steps, ordinal);
  look.date = aj_cycle_plan_get_date (look.plan, ordinal);
  return look;
}

static void
assert_look (const Look *look, const char *starts_at, const char *text, const char *stays)
{
  g_autofree char *said = aj_cycle_step_to_text (look->step, look->date);
  g_autofree char *start = NULL;
  AjWallTime starts, ends;

  aj_cycle_step_get_times (look->step, look->date, &starts, &ends);
  start = aj_wall_time_to_string (&starts);
  g_assert_cmpstr (start, ==, starts_at);
  g_assert_cmpint (aj_wall_time_minutes_between (&starts, &ends), ==, 120);
  g_assert_cmpstr (said, ==, text);
  g_assert_cmpstr (look->step->stays, ==, stays);
}

static void
assert_reason (Team *self, const char *starts_at, const char *text)
{
  g_autoptr (AjRecord) meeting = team_get_meeting (self, starts_at);
  g_autofree char *said = aj_meeting_date_to_text (aj_record_get_values (meeting));

  g_assert_cmpstr (said, ==, text);
}

/* The rule of one year is not told of another: once the fourth Thursdays of 2027 became the last, when the cycle did. */
static void
test_rule_of_its_time (Team *self, gconstpointer data)
{
  team_plan_with (self, NEXT, "nth", "4");
  assert_reason (self, "2027-03-25T10:00", "fourth Thursday");
  team_plan_with (self, NEXT + 1, "nth", "-1");
  assert_reason (self, "2027-03-25T10:00", "fourth Thursday");
  assert_reason (self, "2028-01-27T10:00", "last Thursday");
  team_plan_with (self, NEXT + 2, "nth", "5");
  assert_reason (self, "2027-03-25T10:00", "fourth Thursday");
  assert_reason (self, "2028-01-27T10:00", "last Thursday");
  assert_reason (self, "2029-01-25T10:00", "fifth Thursday does not exist; last Thursday");
  assert_reason (self, "2029-03-29T10:00", "fifth Thursday");
  /* Kept is kept: the next rule gives its own. */
  team_plan_with (self, NEXT, "nth", "-1");
  assert_reason (self, "2027-03-25T10:00", "last Thursday");
}

/* A fixed meeting says why it stands where it stands itself, whatever the rule would say of the place it takes. */
static void
test_fixed_by_hand (Team *self, gconstpointer data)
{
  static const struct
  {
    const char *field, *value, *stays;
  } cases[] = {
    { "state", "confirmed", "stays: confirmed" },
    { "state", "held", "stays: held" },
    { "state", "cancelled", "stays: cancelled" },
    { "handed-out-sequence", "0", "stays: handed out" },
  };
  g_autoptr (AjRecord) march = NULL;

  team_plan_year (self, NEXT);
  march = team_get_meeting (self, "2027-03-11T10:00");
  fixture_set (&self->fixture, "meeting", aj_record_get_id (march), "starts-at", "2027-02-18T13:00",
               NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (Look) look = { 0 };

      fixture_set (&self->fixture, "meeting", aj_record_get_id (march), "state", "planned",
                   cases[i].field, cases[i].value, NULL);
      look = look_at (self, MARCH, "weekday", "tuesday");
      assert_look (&look, "2027-02-18T13:00", "moved by hand from Thu 11 Mar 2027", cases[i].stays);
    }
}

static void
test_past (Team *self, gconstpointer data)
{
  g_autoptr (AjRecord) march = NULL;
  g_auto (Look) look = { 0 };

  team_plan_year (self, NEXT);
  march = team_get_meeting (self, "2027-03-11T10:00");
  fixture_set (&self->fixture, "meeting", aj_record_get_id (march), "starts-at", "2026-01-14T10:00",
               NULL);
  look = look_at (self, MARCH, NULL, NULL);
  assert_look (&look, "2026-01-14T10:00", "moved by hand from Thu 11 Mar 2027", "stays: past");
}

/* What somebody put on a public holiday stays there at its own time, and is told so; once the new time was told, and the
 * old one stored. */
static void
test_on_holiday (Team *self, gconstpointer data)
{
  g_autoptr (AjRecord) march = NULL;
  g_auto (Look) look = { 0 };

  team_plan_year (self, NEXT);
  march = team_get_meeting (self, "2027-03-11T10:00");
  fixture_set (&self->fixture, "meeting", aj_record_get_id (march), "starts-at", "2027-04-27T10:00",
               NULL);
  look = look_at (self, MARCH, "start", "14:00");
  assert_look (&look, "2027-04-27T10:00",
               "moved from Thu 11 Mar 2027; conflict: King’s Day; meivakantie", NULL);
  g_assert_cmpint (look.step->action, ==, AJ_REPLAN_KEEP);
  team_assert_outcome (team_plan_with (self, NEXT, "start", "14:00"), 0, 5, 0, 1, 0);
  g_assert_cmpstr (aj_record_get_text (march, "starts-at"), ==, "2027-04-27T10:00");
  g_assert_cmpstr (aj_record_get_text (march, "reason"), ==, "hand");
}

/* January's, confirmed and moved to the day of March, once took March's place, and March's was moved to January. */
static void
test_fixed_on_the_day_of_another (Team *self, gconstpointer data)
{
  g_autoptr (AjRecord) january = NULL;
  g_autoptr (AjRecord) march = NULL;

  team_plan_year (self, NEXT);
  january = team_get_meeting (self, "2027-01-14T10:00");
  march = team_get_meeting (self, "2027-03-11T10:00");
  fixture_set (&self->fixture, "meeting", aj_record_get_id (january), "state", "confirmed",
               "starts-at", "2027-03-11T14:00", NULL);
  team_assert_outcome (team_plan_year (self, NEXT), 0, 0, 0, 5, 1);
  g_assert_cmpstr (aj_record_get_text (march, "starts-at"), ==, "2027-03-11T10:00");

  /* At the same time it is in the way, as any meeting of the same people. */
  fixture_set (&self->fixture, "meeting", aj_record_get_id (january), "starts-at",
               "2027-03-11T11:00", NULL);
  team_assert_outcome (team_plan_year (self, NEXT), 0, 1, 0, 4, 1);
  g_assert_cmpstr (aj_record_get_text (january, "starts-at"), ==, "2027-03-11T11:00");
  assert_reason (self, "2027-03-18T10:00", "moved a week later: Expertteam Cyber");

  /* Cancelled, it is in nobody's way. */
  fixture_set (&self->fixture, "meeting", aj_record_get_id (january), "state", "cancelled", NULL);
  team_assert_outcome (team_plan_year (self, NEXT), 0, 1, 0, 4, 1);
  g_assert_cmpstr (aj_record_get_text (march, "starts-at"), ==, "2027-03-11T10:00");
}

#define ADD(name, function)                                                                        \
  g_test_add ("/jobs/cycle-step/" name, Team, NULL, team_set_up, function, team_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("rule-of-its-time", test_rule_of_its_time);
  ADD ("fixed-by-hand", test_fixed_by_hand);
  ADD ("past", test_past);
  ADD ("on-holiday", test_on_holiday);
  ADD ("fixed-on-the-day-of-another", test_fixed_on_the_day_of_another);
  return g_test_run ();
}
