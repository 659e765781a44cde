/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-duty-roster.h"
#include "aj-error.h"
#include "aj-team-fixture.h"

#define YEAR 2026
#define NEXT 2027

#define DAYS_2026 "2026-01-08 2026-03-12 2026-05-21 2026-07-02 2026-09-10 2026-11-12"
#define DAYS_2027 "2027-01-14 2027-03-11 2027-05-13 2027-07-08 2027-09-09 2027-11-11"

static void
test_plans (Team *self, gconstpointer data)
{
  AjCycleOutcome outcome = team_plan_year (self, YEAR);
  g_autoptr (AjRecord) march = NULL;
  g_autoptr (AjRecord) may = NULL;
  g_autoptr (AjRecord) cycle = NULL;
  AjWallTime end;

  team_assert_outcome (outcome, 6, 0, 0, 0, 0);
  team_assert_days (self, DAYS_2026);
  g_assert_cmpint (fixture_count (&self->fixture, "cycle"), ==, 1);
  march = team_get_meeting (self, "2026-03-12T10:00");
  may = team_get_meeting (self, "2026-05-21T10:00");
  cycle = fixture_find (&self->fixture, "cycle", "group", self->group);
  g_assert_cmpstr (aj_record_get_text (march, "cycle"), ==, aj_record_get_id (cycle));
  g_assert_cmpstr (aj_record_get_text (march, "state"), ==, "planned");
  g_assert_cmpstr (aj_record_get_text (march, "zone"), ==, "Europe/Amsterdam");
  g_assert_cmpstr (aj_record_get_text (march, "place"), ==, aj_record_get_text (cycle, "place"));
  g_assert_cmpstr (aj_record_get_text (march, "reason"), ==, "rule");
  g_assert_true (aj_record_get_wall_time (march, "ends-at", &end));
  g_assert_cmpint (end.minute, ==, 12 * 60);
  g_assert_cmpstr (aj_record_get_text (may, "reason"), ==, "public-holiday");
  g_assert_cmpint (aj_record_get_date (may, "pattern-date"), ==, aj_date_new (2026, 5, 14));
}

/* Of the example the coordinator has the seat of the chair, and the district leads take turns all the same: planning leaves
 * the place to the roster, which proposes both. Where nobody leads a district, who has the seat chairs. */
static void
test_chair_rotates (Team *self, gconstpointer data)
{
  g_autoptr (AjGroupYear) year = NULL;
  g_autoptr (AjDutyRoster) roster = NULL;
  g_autoptr (AjQuery) query = aj_query_new (aj_record_type_lookup ("district"));
  g_autoptr (GPtrArray) districts = NULL;
  g_autoptr (AjRecord) next = NULL;
  g_autoptr (GError) error = NULL;
  GArray *lines;

  team_plan_year (self, NEXT);
  year = aj_group_year_load (self->fixture.store, self->group, NEXT, &error);
  g_assert_no_error (error);
  roster = aj_duty_roster_new (year);
  lines = aj_duty_roster_get_lines (roster);
  g_assert_cmpuint (lines->len, ==, 6);
  for (guint i = 0; i < lines->len; i++)
    {
      const AjDutyLine *line = &g_array_index (lines, AjDutyLine, i);

      g_assert_null (line->taken[AJ_DUTY_CHAIR]);
      g_assert_nonnull (line->proposed[AJ_DUTY_CHAIR]);
      g_assert_nonnull (line->proposed[AJ_DUTY_HOST]);
      g_assert_true (line->proposed[AJ_DUTY_CHAIR] != line->proposed[AJ_DUTY_HOST]);
    }
  g_assert_true (aj_store_undo (self->fixture.store, NULL, &error));
  districts = aj_store_fetch (self->fixture.store, query, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < districts->len; i++)
    fixture_set (&self->fixture, "district", aj_record_get_id (districts->pdata[i]), "lead", NULL,
                 NULL);
  team_plan_year (self, NEXT);
  next = team_get_meeting (self, "2027-01-14T10:00");
  g_assert_nonnull (aj_record_get_text (next, "chair"));
}

static void
test_one_undo (Team *self, gconstpointer data)
{
  g_autofree char *label = NULL;
  g_autoptr (GError) error = NULL;

  team_plan_year (self, NEXT);
  g_assert_true (aj_store_undo (self->fixture.store, &label, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (label, ==, "Plan 6 meetings of Expertteam Cyber in 2027");
  team_assert_days (self, "");
  g_assert_true (aj_store_redo (self->fixture.store, NULL, &error));
  team_assert_days (self, DAYS_2027);
}

static void
test_again_changes_nothing (Team *self, gconstpointer data)
{
  g_autoptr (GPtrArray) before = NULL;
  g_autoptr (GPtrArray) after = NULL;

  team_plan_year (self, NEXT);
  before = aj_store_list_history (self->fixture.store, NULL, NULL);
  team_assert_outcome (team_plan_year (self, NEXT), 0, 0, 0, 6, 0);
  after = aj_store_list_history (self->fixture.store, NULL, NULL);
  g_assert_cmpuint (after->len, ==, before->len);
}

/* Whatever fixes a meeting, another weekday leaves it where it stands and moves the other five. */
static void
test_fixed (Team *self, gconstpointer data)
{
  static const struct
  {
    const char *field;
    const char *value;
  } cases[] = {
    { "state", "confirmed" },
    { "state", "held" },
    { "state", "cancelled" },
    { "handed-out-sequence", "0" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (AjRecord) march = NULL;

      team_plan_year (self, NEXT);
      march = team_get_meeting (self, "2027-03-11T10:00");
      fixture_set (&self->fixture, "meeting", aj_record_get_id (march), cases[i].field,
                   cases[i].value, NULL);
      team_assert_outcome (team_plan_with (self, NEXT, "weekday", "tuesday"), 0, 5, 0, 0, 1);
      team_assert_days (self, "2027-01-12 2027-03-11 2027-05-11 2027-07-06 2027-09-14 2027-11-09");
      /* The last cannot be taken back: it is handed out. */
      if (i + 1 == G_N_ELEMENTS (cases))
        return;
      for (int undone = 0; undone < 3; undone++)
        g_assert_true (aj_store_undo (self->fixture.store, NULL, NULL));
      team_assert_days (self, "");
    }
}

/* 8 January is past on 15 January. */
static void
test_past_is_fixed (Team *self, gconstpointer data)
{
  team_plan_year (self, YEAR);
  team_assert_outcome (team_plan_with (self, YEAR, "weekday", "tuesday"), 0, 5, 0, 0, 1);
  team_assert_days (self, "2026-01-08 2026-03-10 2026-05-12 2026-07-14 2026-09-08 2026-11-10");
}

static void
test_fewer_and_more (Team *self, gconstpointer data)
{
  team_plan_year (self, NEXT);
  team_assert_outcome (team_plan_with (self, NEXT, "count", "4"), 0, 0, 2, 4, 0);
  team_assert_days (self, "2027-01-14 2027-03-11 2027-05-13 2027-07-08");
  team_assert_outcome (team_plan_with (self, NEXT, "count", "6"), 2, 0, 0, 4, 0);
  team_assert_days (self, DAYS_2027);
}

/* Every other year stays as it is, and a plan that runs into it finds its own dates there. */
static void
test_other_years (Team *self, gconstpointer data)
{
  team_plan_year (self, YEAR);
  team_plan_year (self, NEXT);
  team_assert_days (self, DAYS_2026 " " DAYS_2027);
  team_assert_outcome (team_plan_with (self, NEXT, "weekday", "tuesday"), 0, 6, 0, 0, 0);
  team_assert_days (self,
                    DAYS_2026 " 2027-01-12 2027-03-09 2027-05-11 2027-07-06 2027-09-14 2027-11-09");
}

static void
test_runs_on (Team *self, gconstpointer data)
{
  team_plan_with (self, NEXT, "first-month", "3");
  team_assert_days (self, "2027-03-11 2027-05-13 2027-07-08 2027-09-09 2027-11-11 2028-01-13");
  team_assert_outcome (team_plan_year (self, NEXT), 0, 0, 0, 6, 0);
}

static void
test_place_goes_along (Team *self, gconstpointer data)
{
  g_autoptr (AjRecord) march = NULL;
  g_autoptr (AjRecord) may = NULL;

  team_plan_year (self, NEXT);
  march = team_get_meeting (self, "2027-03-11T10:00");
  may = team_get_meeting (self, "2027-05-13T10:00");
  fixture_set (&self->fixture, "meeting", aj_record_get_id (march), "place", "Zutphen", NULL);
  team_assert_outcome (team_plan_with (self, NEXT, "place", "Stadhuis Deventer"), 0, 0, 0, 6, 0);
  g_assert_cmpstr (aj_record_get_text (march, "place"), ==, "Zutphen");
  g_assert_cmpstr (aj_record_get_text (may, "place"), ==, "Stadhuis Deventer");
}

static void
test_times_move (Team *self, gconstpointer data)
{
  g_autoptr (AjRecord) march = NULL;
  AjWallTime start, end;

  team_plan_year (self, NEXT);
  march = team_get_meeting (self, "2027-03-11T10:00");
  team_assert_outcome (team_plan_with (self, NEXT, "minutes", "90"), 0, 6, 0, 0, 0);
  g_assert_true (aj_record_get_wall_time (march, "ends-at", &end));
  g_assert_cmpint (end.minute, ==, 11 * 60 + 30);
  team_assert_outcome (team_plan_with (self, NEXT, "start", "13:00"), 0, 6, 0, 0, 0);
  g_assert_true (aj_record_get_wall_time (march, "starts-at", &start));
  g_assert_true (aj_record_get_wall_time (march, "ends-at", &end));
  g_assert_cmpint (start.minute, ==, 13 * 60);
  g_assert_cmpint (end.minute, ==, 14 * 60 + 30);
  g_assert_cmpint (aj_record_get_integer (march, "sequence"), ==, 2);
}

/* What somebody decided of one date outlives planning again. */
static void
test_hand_moved_stays (Team *self, gconstpointer data)
{
  g_autoptr (AjRecord) march = NULL;
  AjWallTime start;

  team_plan_year (self, NEXT);
  march = team_get_meeting (self, "2027-03-11T10:00");
  fixture_set (&self->fixture, "meeting", aj_record_get_id (march), "starts-at", "2027-03-17T10:00",
               NULL);
  g_assert_cmpstr (aj_record_get_text (march, "reason"), ==, "hand");
  team_assert_outcome (team_plan_year (self, NEXT), 0, 0, 0, 6, 0);
  g_assert_true (aj_record_get_wall_time (march, "starts-at", &start));
  g_assert_cmpint (start.date, ==, aj_date_new (2027, 3, 17));
  g_assert_cmpstr (aj_record_get_text (march, "reason"), ==, "hand");
}

/* A month that somebody left out stays left out, of this year and of others, until it is taken in again. */
static void
test_left_out_stays (Team *self, gconstpointer data)
{
  const struct
  {
    int year;
    guint ordinal;
    const char *left_out;
  } rows[] = { { NEXT, 3, "2027-07" }, { YEAR, 1, "2026-03 2027-07" } };
  g_autoptr (AjRecord) cycle_record = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (AjCycleFacts) facts = team_load (self, rows[i].year);
      g_autoptr (AjValues) cycle = aj_cycle_job_dup_cycle (facts, NULL, NULL);
      g_autoptr (GArray) adjustments = aj_cycle_job_list_adjustments (facts, cycle);
      g_autoptr (AjCyclePlan) plan = NULL;
      AjPlanAdjustment out = { .ordinal = rows[i].ordinal, .taken_out = TRUE };

      g_assert_cmpuint (adjustments->len, ==, 0);
      g_array_append_val (adjustments, out);
      plan = aj_cycle_job_plan (facts, cycle, self->holidays, adjustments, NULL);
      g_assert_true (aj_cycle_job_apply (self->fixture.store, facts, cycle, plan, NULL, NULL));
      g_clear_object (&cycle_record);
      cycle_record = fixture_find (&self->fixture, "cycle", "group", self->group);
      g_assert_cmpstr (aj_record_get_text (cycle_record, "left-out"), ==, rows[i].left_out);
      team_assert_outcome (team_plan_year (self, rows[i].year), 0, 0, 0, 5 - i, i);
    }
  /* Taken in again: no adjustment is given for it. */
  {
    g_autoptr (AjCycleFacts) facts = team_load (self, NEXT);
    g_autoptr (AjValues) cycle = aj_cycle_job_dup_cycle (facts, NULL, NULL);
    g_autoptr (AjCyclePlan) plan = aj_cycle_job_plan (facts, cycle, self->holidays, NULL, NULL);
    AjCycleOutcome outcome;

    g_assert_true (aj_cycle_job_apply (self->fixture.store, facts, cycle, plan, &outcome, NULL));
    g_assert_cmpuint (outcome.added, ==, 1);
    g_assert_cmpstr (aj_record_get_text (cycle_record, "left-out"), ==, "2026-03");
  }
}

/* Planning the same again finds what it planned, however many years the cycle runs over and wherever somebody moved one. */
static void
test_again_over_years (Team *self, gconstpointer data)
{
  static const struct
  {
    const char *name;
    const char *field, *value; /* of the cycle */
    guint count;
    const char *moved, *to; /* by hand, in between */
  } rows[] = {
    { "24 meetings, every 2 months", "count", "24", 24, NULL, NULL },
    { "into the year before", NULL, NULL, 6, "2027-01-14T10:00", "2026-11-24T10:00" },
    { "into the year after", NULL, NULL, 6, "2027-11-11T10:00", "2028-02-08T10:00" },
    { "far into the years after", NULL, NULL, 6, "2027-11-11T10:00", "2031-02-11T10:00" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      AjCycleOutcome again;

      g_test_message ("%s", rows[i].name);
      team_plan_with (self, NEXT, rows[i].field, rows[i].value);
      if (rows[i].moved != NULL)
        {
          g_autoptr (AjRecord) meeting = team_get_meeting (self, rows[i].moved);

          fixture_set (&self->fixture, "meeting", aj_record_get_id (meeting), "starts-at",
                       rows[i].to, NULL);
        }
      again = team_plan_year (self, NEXT);
      g_assert_cmpuint (again.added, ==, 0);
      g_assert_cmpuint (again.moved, ==, 0);
      g_assert_cmpuint (again.removed, ==, 0);
      g_assert_cmpuint (again.kept, ==, rows[i].count);
      g_assert_cmpint (fixture_count (&self->fixture, "meeting"), ==, rows[i].count);
      /* The next row begins anew. */
      while (fixture_count (&self->fixture, "meeting") > 0)
        g_assert_true (aj_store_undo (self->fixture.store, NULL, NULL));
    }
}

/* A date that the rule moved away and that somebody put back stays back; so does one that was elsewhere in between. */
static void
test_put_back_stays (Team *self, gconstpointer data)
{
  g_autoptr (AjRecord) july = NULL;
  AjWallTime start;

  team_plan_year (self, YEAR);
  july = team_get_meeting (self, "2026-07-02T10:00");
  g_assert_cmpstr (aj_record_get_text (july, "reason"), ==, "school-holiday");
  for (guint round = 0; round < 2; round++)
    {
      if (round == 1)
        fixture_set (&self->fixture, "meeting", aj_record_get_id (july), "starts-at",
                     "2026-07-01T10:00", NULL);
      fixture_set (&self->fixture, "meeting", aj_record_get_id (july), "starts-at",
                   "2026-07-09T10:00", NULL);
      for (guint again = 0; again < 2; again++)
        {
          team_plan_year (self, YEAR);
          g_assert_true (aj_record_get_wall_time (july, "starts-at", &start));
          g_assert_cmpint (start.date, ==, aj_date_new (2026, 7, 9));
          g_assert_cmpstr (aj_record_get_text (july, "reason"), ==, "against-advice");
          g_assert_false (aj_values_is_empty (aj_record_get_values (july), "reason-detail"));
        }
    }
}

static void
test_against_advice_stays (Team *self, gconstpointer data)
{
  g_autoptr (AjCycleFacts) facts = team_load (self, YEAR);
  g_autoptr (AjValues) cycle = aj_cycle_job_dup_cycle (facts, NULL, NULL);
  g_autoptr (GArray) adjustments = g_array_new (FALSE, TRUE, sizeof (AjPlanAdjustment));
  g_autoptr (AjCyclePlan) plan = NULL;
  AjPlanAdjustment keep_july = { .ordinal = 3, .date = AJ_DATE_NONE, .keep = TRUE };
  g_autoptr (AjRecord) july = NULL;
  AjWallTime start;

  g_array_append_val (adjustments, keep_july);
  plan = aj_cycle_job_plan (facts, cycle, self->holidays, adjustments, NULL);
  g_assert_true (aj_cycle_job_apply (self->fixture.store, facts, cycle, plan, NULL, NULL));
  july = team_get_meeting (self, "2026-07-09T10:00");
  g_assert_cmpstr (aj_record_get_text (july, "reason"), ==, "against-advice");
  team_assert_outcome (team_plan_year (self, YEAR), 0, 0, 0, 5, 1);
  g_assert_true (aj_record_get_wall_time (july, "starts-at", &start));
  g_assert_cmpint (start.date, ==, aj_date_new (2026, 7, 9));
}

/* The district leads meet elsewhere on the morning of the second Thursday of March. */
static void
test_clash (Team *self, gconstpointer data)
{
  Fixture *f = &self->fixture;
  g_autoptr (AjRecord) youth = fixture_find (f, "group", "target-group", "youth");
  g_autoptr (AjRecord) march = NULL;

  fixture_add (f, "meeting", "group", aj_record_get_id (youth), "starts-at", "2027-03-11T11:00",
               "ends-at", "2027-03-11T13:00", NULL);
  team_plan_year (self, NEXT);
  march = team_get_meeting (self, "2027-03-18T10:00");
  g_assert_cmpstr (aj_record_get_text (march, "reason"), ==, "clash");
  g_assert_cmpstr (aj_record_get_text (march, "reason-detail"), ==, "Werkgroep Jeugd");
}

/* A meeting of the group's own that no cycle made stays, and is not planned over. */
static void
test_extra_meeting (Team *self, gconstpointer data)
{
  Fixture *f = &self->fixture;

  fixture_add (f, "meeting", "group", self->group, "starts-at", "2027-03-11T10:30", "ends-at",
               "2027-03-11T11:00", NULL);
  team_assert_outcome (team_plan_year (self, NEXT), 6, 0, 0, 0, 0);
  team_assert_days (self, "2027-01-14 2027-03-11 2027-03-18 2027-05-13 2027-07-08 2027-09-09 "
                          "2027-11-11");
  team_assert_outcome (team_plan_year (self, NEXT), 0, 0, 0, 6, 0);
}

/* A group without a cycle gets one, with the place and zone of the settings. */
static void
test_new_cycle (Team *self, gconstpointer data)
{
  g_autoptr (AjRecord) youth = fixture_find (&self->fixture, "group", "target-group", "youth");
  g_autoptr (AjCycleFacts) facts = NULL;
  g_autoptr (AjValues) cycle = NULL;
  g_autoptr (AjCyclePlan) plan = NULL;
  g_autoptr (AjRecord) stored = NULL;
  g_autoptr (GError) error = NULL;

  g_free (self->group);
  self->group = g_strdup (aj_record_get_id (youth));
  facts = team_load (self, NEXT);
  g_assert_null (aj_cycle_facts_get_cycle (facts));
  cycle = aj_cycle_job_dup_cycle (facts, "Provinciehuis", "Europe/Brussels");
  aj_values_set_integer (cycle, "count", 3);
  plan = team_make_plan (self, facts, cycle);
  g_assert_true (aj_cycle_job_apply (self->fixture.store, facts, cycle, plan, NULL, &error));
  g_assert_no_error (error);
  stored = fixture_find (&self->fixture, "cycle", "group", self->group);
  g_assert_cmpstr (aj_record_get_id (stored), ==, aj_values_get_id (cycle));
  g_assert_cmpstr (aj_record_get_text (stored, "place"), ==, "Provinciehuis");
  g_assert_cmpstr (aj_record_get_text (stored, "zone"), ==, "Europe/Brussels");
  g_assert_cmpint (aj_record_get_integer (stored, "count"), ==, 3);
  team_assert_outcome (team_plan_year (self, NEXT), 0, 0, 0, 3, 0);
}

static void
test_refuses_half_a_cycle (Team *self, gconstpointer data)
{
  g_autoptr (AjCycleFacts) facts = team_load (self, NEXT);
  g_autoptr (AjValues) cycle = aj_cycle_job_dup_cycle (facts, NULL, NULL);
  g_autoptr (GError) error = NULL;

  aj_values_clear (cycle, "start");
  g_assert_null (aj_cycle_job_plan (facts, cycle, self->holidays, NULL, &error));
  g_assert_error (error, AJ_MODEL_ERROR, AJ_MODEL_ERROR_REQUIRED);
}

/* Somebody moves a meeting between reading and applying: nothing is written. */
static void
test_conflict (Team *self, gconstpointer data)
{
  g_autoptr (AjCycleFacts) facts = NULL;
  g_autoptr (AjValues) cycle = NULL;
  g_autoptr (AjCyclePlan) plan = NULL;
  g_autoptr (AjRecord) march = NULL;
  g_autoptr (GError) error = NULL;

  team_plan_year (self, NEXT);
  facts = team_load (self, NEXT);
  cycle = aj_cycle_job_dup_cycle (facts, NULL, NULL);
  aj_values_set_text (cycle, "weekday", "tuesday");
  plan = team_make_plan (self, facts, cycle);
  march = team_get_meeting (self, "2027-03-11T10:00");
  fixture_set (&self->fixture, "meeting", aj_record_get_id (march), "starts-at", "2027-03-25T10:00",
               NULL);
  g_assert_false (aj_cycle_job_apply (self->fixture.store, facts, cycle, plan, NULL, &error));
  g_assert_error (error, AJ_STORE_ERROR, AJ_STORE_ERROR_CONFLICT);
  team_assert_days (self, "2027-01-14 2027-03-25 2027-05-13 2027-07-08 2027-09-09 2027-11-11");
}

/* Whatever somebody did meanwhile to a meeting that is to be moved or removed: it is as they left it, and so is all else.
 * Once a meeting that was confirmed meanwhile was moved all the same, and another one removed. */
static void
test_changed_meanwhile (Team *self, gconstpointer data)
{
  static const struct
  {
    const char *name;
    const char *meeting; /* March is to be moved, November is to be removed */
    const char *field, *value;
    const char *second_field, *second_value;
  } cases[] = {
    { "confirmed, to be moved", "2027-03-11T10:00", "state", "confirmed", NULL, NULL },
    { "confirmed, to be removed", "2027-11-11T10:00", "state", "confirmed", NULL, NULL },
    { "cancelled, to be moved", "2027-03-11T10:00", "state", "cancelled", NULL, NULL },
    { "a theme, to be removed", "2027-11-11T10:00", "theme", "Phishing", NULL, NULL },
    { "handed out, to be moved", "2027-03-11T10:00", "handed-out-sequence", "0", "handed-out-at",
      "2026-01-15T10:00" },
    { "handed out, to be removed", "2027-11-11T10:00", "handed-out-sequence", "0", "handed-out-at",
      "2026-01-15T10:00" },
  };

  team_plan_year (self, NEXT);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (AjCycleFacts) facts = team_load (self, NEXT);
      g_autoptr (AjValues) cycle = aj_cycle_job_dup_cycle (facts, NULL, NULL);
      g_autoptr (AjCyclePlan) plan = NULL;
      g_autoptr (AjRecord) meeting = team_get_meeting (self, cases[i].meeting);
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", cases[i].name);
      aj_values_set_text (cycle, "weekday", "tuesday");
      aj_values_set_integer (cycle, "count", 5);
      plan = team_make_plan (self, facts, cycle);
      fixture_set (&self->fixture, "meeting", aj_record_get_id (meeting), cases[i].field,
                   cases[i].value, cases[i].second_field, cases[i].second_value, NULL);
      g_assert_false (aj_cycle_job_apply (self->fixture.store, facts, cycle, plan, NULL, &error));
      g_assert_error (error, AJ_STORE_ERROR, AJ_STORE_ERROR_CONFLICT);
      team_assert_days (self, DAYS_2027);
      /* As it was, for the next; what is handed out stays so. */
      if (!g_str_equal (cases[i].field, "handed-out-sequence"))
        g_assert_true (aj_store_undo (self->fixture.store, NULL, NULL));
    }
}

/* A meeting that decided something already, or of which something is still to be done, neither moves nor goes. */
static void
test_outcome_stays (Team *self, gconstpointer data)
{
  g_autoptr (AjRecord) march = NULL, november = NULL;
  g_autoptr (AjCycleFacts) facts = NULL;
  g_autoptr (AjValues) cycle = NULL;
  g_autoptr (AjCyclePlan) plan = NULL;
  g_autoptr (GError) error = NULL;
  AjCycleOutcome outcome;

  team_plan_year (self, NEXT);
  march = team_get_meeting (self, "2027-03-11T10:00");
  november = team_get_meeting (self, "2027-11-11T10:00");
  fixture_add (&self->fixture, "decision", "group", self->group, "meeting",
               aj_record_get_id (march), "year", "2027", "number", "1", "text", "Doorgaan", NULL);
  fixture_add (&self->fixture, "task", "name", "Bellen", "kind", "action", "meeting",
               aj_record_get_id (november), NULL);
  facts = team_load (self, NEXT);
  g_assert_true (aj_cycle_facts_has_outcome (facts, aj_record_get_values (march)));
  cycle = aj_cycle_job_dup_cycle (facts, NULL, NULL);
  aj_values_set_text (cycle, "weekday", "tuesday");
  aj_values_set_integer (cycle, "count", 5);
  plan = team_make_plan (self, facts, cycle);
  g_assert_true (aj_cycle_job_apply (self->fixture.store, facts, cycle, plan, &outcome, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (outcome.fixed, ==, 2);
  g_assert_cmpuint (outcome.removed, ==, 0);
  g_object_unref (team_get_meeting (self, "2027-03-11T10:00"));
  g_object_unref (team_get_meeting (self, "2027-11-11T10:00"));
}

/* What is left where it stands may change meanwhile. */
static void
test_kept_changed_meanwhile (Team *self, gconstpointer data)
{
  g_autoptr (AjCycleFacts) facts = NULL;
  g_autoptr (AjValues) cycle = NULL;
  g_autoptr (AjCyclePlan) plan = NULL;
  g_autoptr (AjRecord) march = NULL;
  g_autoptr (GError) error = NULL;
  AjCycleOutcome outcome;

  team_plan_year (self, NEXT);
  facts = team_load (self, NEXT);
  cycle = aj_cycle_job_dup_cycle (facts, NULL, NULL);
  aj_values_set_integer (cycle, "count", 5);
  plan = team_make_plan (self, facts, cycle);
  march = team_get_meeting (self, "2027-03-11T10:00");
  fixture_set (&self->fixture, "meeting", aj_record_get_id (march), "state", "confirmed", NULL);
  aj_cycle_job_apply (self->fixture.store, facts, cycle, plan, &outcome, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (outcome.removed, ==, 1);
  g_assert_cmpstr (aj_record_get_text (march, "state"), ==, "confirmed");
}

static void
test_without_waiting (Team *self, gconstpointer data)
{
  for (int round = 0; round < 2; round++)
    {
      g_autoptr (AjCycleFacts) facts = team_load (self, NEXT);
      g_autoptr (AjValues) cycle = aj_cycle_job_dup_cycle (facts, NULL, NULL);
      g_autoptr (AjCyclePlan) plan = team_make_plan (self, facts, cycle);
      g_autoptr (GError) error = NULL;
      AjCycleOutcome outcome = { 0 };
      Waiter waiter = { NULL };

      aj_cycle_job_apply_async (self->fixture.store, facts, cycle, plan, NULL, waiter_ready_cb,
                                &waiter);
      g_clear_pointer (&plan, aj_cycle_plan_free);
      g_assert_true (
          aj_cycle_job_apply_finish (self->fixture.store, waiter_wait (&waiter), &outcome, &error));
      g_assert_no_error (error);
      g_assert_cmpuint (outcome.added, ==, round == 0 ? 6 : 0);
      g_assert_cmpuint (outcome.kept, ==, round == 0 ? 0 : 6);
      g_object_unref (waiter.result);
    }
  team_assert_days (self, DAYS_2027);
}

#define ADD(name, function)                                                                        \
  g_test_add ("/jobs/cycle-job/" name, Team, NULL, team_set_up, function, team_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("plans", test_plans);
  ADD ("chair-rotates", test_chair_rotates);
  ADD ("one-undo", test_one_undo);
  ADD ("again-changes-nothing", test_again_changes_nothing);
  ADD ("fixed", test_fixed);
  ADD ("past-is-fixed", test_past_is_fixed);
  ADD ("fewer-and-more", test_fewer_and_more);
  ADD ("other-years", test_other_years);
  ADD ("runs-on", test_runs_on);
  ADD ("place-goes-along", test_place_goes_along);
  ADD ("times-move", test_times_move);
  ADD ("hand-moved-stays", test_hand_moved_stays);
  ADD ("left-out-stays", test_left_out_stays);
  ADD ("again-over-years", test_again_over_years);
  ADD ("put-back-stays", test_put_back_stays);
  ADD ("against-advice-stays", test_against_advice_stays);
  ADD ("clash", test_clash);
  ADD ("extra-meeting", test_extra_meeting);
  ADD ("new-cycle", test_new_cycle);
  ADD ("refuses-half-a-cycle", test_refuses_half_a_cycle);
  ADD ("conflict", test_conflict);
  ADD ("changed-meanwhile", test_changed_meanwhile);
  ADD ("outcome-stays", test_outcome_stays);
  ADD ("kept-changed-meanwhile", test_kept_changed_meanwhile);
  ADD ("without-waiting", test_without_waiting);
  return g_test_run ();
}
