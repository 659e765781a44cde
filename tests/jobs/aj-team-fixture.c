/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-team-fixture.h"

#include "aj-reference.h"

/* The lead of a district, who is in the group. (transfer none): its id. */
static const char *
add_lead (Team *self, const char *district, const char *name, const char *role)
{
  const char *person = fixture_add (&self->fixture, "person", "name", name, NULL);

  fixture_add (&self->fixture, "district", "name", district, "lead", person, NULL);
  fixture_add (&self->fixture, "membership", "group", self->group, "person", person, "role", role,
               NULL);
  return person;
}

void
team_set_up (Team *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  const char *youth;

  fixture_set_up (&self->fixture, NULL);
  self->group = g_strdup (fixture_add (&self->fixture, "group", "name", "Expertteam Cyber", "kind",
                                       "expert-team", NULL));
  youth = fixture_add (&self->fixture, "group", "name", "Werkgroep Jeugd", "kind", "working-group",
                       "target-group", "youth", NULL);
  add_lead (self, "IJsselland", "Anna", "chair");
  /* Meetings of two groups clash only for who is in both. */
  fixture_add (&self->fixture, "membership", "group", youth, "person",
               add_lead (self, "Twente", "Bram", "member"), NULL);
  fixture_add (&self->fixture, "cycle", "group", self->group, "every-months", "2", "first-month",
               "1", "count", "6", "weekday", "thursday", "nth", "2", "start", "10:00", "minutes",
               "120", "zone", "Europe/Amsterdam", "place", "Stadhuis Apeldoorn",
               "avoid-school-holidays", "true", "avoid-clashes", "true", NULL);
  self->holidays = aj_reference_load_holidays (&error);
  g_assert_no_error (error);
}

void
team_tear_down (Team *self, gconstpointer data)
{
  g_free (self->group);
  g_object_unref (self->holidays);
  fixture_tear_down (&self->fixture, NULL);
}

AjCycleFacts *
team_load (Team *self, int year)
{
  g_autoptr (GError) error = NULL;
  AjCycleFacts *facts = aj_cycle_facts_load (self->fixture.store, self->group, year, &error);

  g_assert_no_error (error);
  return facts;
}

AjCyclePlan *
team_make_plan (Team *self, AjCycleFacts *facts, const AjValues *cycle)
{
  g_autoptr (GArray) adjustments = aj_cycle_job_list_adjustments (facts, cycle);
  g_autoptr (GError) error = NULL;
  AjCyclePlan *plan = aj_cycle_job_plan (facts, cycle, self->holidays, adjustments, &error);

  g_assert_no_error (error);
  return plan;
}

AjCycleOutcome
team_plan_with (Team *self, int year, const char *field, const char *text)
{
  g_autoptr (AjCycleFacts) facts = team_load (self, year);
  g_autoptr (AjValues) cycle = aj_cycle_job_dup_cycle (facts, NULL, NULL);
  g_autoptr (AjCyclePlan) plan = NULL;
  g_autoptr (GArray) steps = NULL;
  g_autoptr (GError) error = NULL;
  AjCycleOutcome outcome, counted;

  if (field != NULL)
    {
      const AjRecordType *type = aj_values_get_record_type (cycle);
      int index = aj_record_type_find (type, field);
      g_auto (AjValue) value = AJ_VALUE_INIT;

      g_assert_true (aj_field_parse (&type->fields[index], text, &value, NULL));
      aj_values_set (cycle, (guint) index, &value);
    }
  plan = team_make_plan (self, facts, cycle);
  steps = aj_cycle_step_list (facts, cycle, plan);
  aj_cycle_step_count (steps, &counted);
  aj_cycle_job_apply (self->fixture.store, facts, cycle, plan, &outcome, &error);
  g_assert_no_error (error);
  g_assert_cmpmem (&counted, sizeof counted, &outcome, sizeof outcome);
  return outcome;
}

AjCycleOutcome
team_plan_year (Team *self, int year)
{
  return team_plan_with (self, year, NULL, NULL);
}

AjRecord *
team_get_meeting (Team *self, const char *starts_at)
{
  return fixture_find (&self->fixture, "meeting", "starts-at", starts_at);
}

static char *
list_days (Team *self)
{
  g_autoptr (GPtrArray) meetings = fixture_meetings (&self->fixture, self->group);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < meetings->len; i++)
    {
      AjWallTime start;
      g_autofree char *day = NULL;

      g_assert_true (aj_record_get_wall_time (meetings->pdata[i], "starts-at", &start));
      day = aj_date_to_iso (start.date);
      g_string_append_printf (text, "%s%s", i > 0 ? " " : "", day);
    }
  return g_string_free (text, FALSE);
}

void
team_assert_days (Team *self, const char *expected)
{
  g_autofree char *days = list_days (self);

  g_assert_cmpstr (days, ==, expected);
}
