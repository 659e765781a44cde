/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Who has answered, who is asked again, and what there is for whom. */
#include "aj-coverage.h"
#include "aj-edition.h"
#include "aj-municipality.h"
#include "aj-participation.h"
#include "aj-planning-fixture.h"

static AjCoverage *
make_coverage (void)
{
  g_autoptr (AjValues) edition = aj_values_new (&aj_edition_record_type, "edition-2026");

  aj_values_set_date (edition, "starts-on", aj_test_date ("2026-10-08"));
  aj_values_set_date (edition, "deadline", aj_test_date ("2026-09-25"));
  aj_values_set_integer (edition, "chase-days", 14);
  return aj_coverage_new (edition);
}

static void
add_municipality (AjCoverage *coverage, const char *id, const char *district, const char *until)
{
  g_autoptr (AjValues) values = aj_values_new (&aj_municipality_record_type, id);

  aj_values_set_text (values, "name", id);
  aj_values_set_text (values, "district", district);
  aj_values_set_text (values, "valid-until", until);
  aj_coverage_add (coverage, values);
}

static void
add_participation (AjCoverage *coverage,
                   const char *municipality,
                   const char *state,
                   const char *invited_on,
                   const char *reminded_on,
                   const char *answered_on)
{
  g_autoptr (AjValues) values = aj_values_new (&aj_participation_record_type, municipality);

  aj_values_set_text (values, "edition", "edition-2026");
  aj_values_set_text (values, "municipality", municipality);
  aj_values_set_text (values, "state", state);
  aj_values_set_text (values, "invited-on", invited_on);
  aj_values_set_text (values, "reminded-on", reminded_on);
  aj_values_set_text (values, "answered-on", answered_on);
  aj_coverage_add (coverage, values);
}

static AjValues *
make_activity (const char *municipality, const char *state)
{
  AjValues *values = aj_values_new (&aj_activity_record_type, "activity");

  aj_values_set_text (values, "edition", "edition-2026");
  aj_values_set_text (values, "municipality", municipality);
  aj_values_set_text (values, "state", state);
  return values;
}

static void
add_activity (AjCoverage *coverage, const char *municipality, const char *state)
{
  g_autoptr (AjValues) values = make_activity (municipality, state);

  aj_values_set_boolean (values, "for-youth", TRUE);
  aj_values_set_boolean (values, "for-elderly", TRUE);
  aj_values_set_integer (values, "expected-reach", 40);
  aj_coverage_add (coverage, values);
}

static void
add_all (AjCoverage *coverage)
{
  static const char *const names[] = { "Aalten", "Borne",       "Culemborg", "Druten",
                                       "Ermelo", "Haaksbergen", "Hattem" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    add_municipality (coverage, names[i], i % 2 == 0 ? "north" : "south", NULL);
  add_municipality (coverage, "Gone", "north", "2025-12-31");
  add_participation (coverage, "Aalten", AJ_PARTICIPATION_OPEN, NULL, NULL, NULL);
  add_participation (coverage, "Borne", AJ_PARTICIPATION_INVITED, "2026-08-01", NULL, NULL);
  add_participation (coverage, "Culemborg", AJ_PARTICIPATION_REMINDED, "2026-07-01", "2026-08-20",
                     NULL);
  add_participation (coverage, "Druten", AJ_PARTICIPATION_DECLINED, "2026-07-01", NULL,
                     "2026-09-25");
  add_participation (coverage, "Ermelo", AJ_PARTICIPATION_REGISTERED, "2026-07-01", NULL,
                     "2026-09-26");
  add_participation (coverage, "Haaksbergen", AJ_PARTICIPATION_NO_NEED, NULL, NULL, NULL);
  add_participation (coverage, "Gone", AJ_PARTICIPATION_INVITED, "2026-07-01", NULL, NULL);
}

static AjStanding
get_standing (AjCoverage *coverage, const char *municipality)
{
  const AjCoverageLine *line = aj_coverage_look_up (coverage, municipality);

  g_assert_nonnull (line);
  return line->standing;
}

static void
test_standings (void)
{
  g_autoptr (AjCoverage) coverage = make_coverage ();
  const AjCoverageCount *total;

  add_all (coverage);
  aj_coverage_conclude (coverage);
  g_assert_cmpint (get_standing (coverage, "Aalten"), ==, AJ_STANDING_OPEN);
  g_assert_cmpint (get_standing (coverage, "Borne"), ==, AJ_STANDING_INVITED);
  g_assert_cmpint (get_standing (coverage, "Culemborg"), ==, AJ_STANDING_REMINDED);
  g_assert_cmpint (get_standing (coverage, "Druten"), ==, AJ_STANDING_DECLINED);
  g_assert_cmpint (get_standing (coverage, "Ermelo"), ==, AJ_STANDING_REGISTERED);
  g_assert_cmpint (get_standing (coverage, "Haaksbergen"), ==, AJ_STANDING_NO_NEED);
  g_assert_cmpint (get_standing (coverage, "Hattem"), ==, AJ_STANDING_OUT);
  g_assert_null (aj_coverage_look_up (coverage, "Gone"));

  total = aj_coverage_get_total (coverage);
  g_assert_cmpuint (total->n_asked, ==, 5);
  g_assert_cmpuint (total->n_answered, ==, 2);
  /* The last day is still in time, the day after is not. */
  g_assert_cmpuint (total->n_on_time, ==, 1);
}

/* Somebody who said no and registers something all the same takes part, and so does one that nobody asked. */
static void
test_activities_count (void)
{
  g_autoptr (AjCoverage) coverage = make_coverage ();
  g_autoptr (AjValues) elsewhere = make_activity ("Borne", AJ_ACTIVITY_SUBMITTED);
  const AjCoverageLine *line;

  add_all (coverage);
  add_activity (coverage, "Druten", AJ_ACTIVITY_SUBMITTED);
  add_activity (coverage, "Druten", AJ_ACTIVITY_HELD);
  add_activity (coverage, "Hattem", AJ_ACTIVITY_ACCEPTED);
  add_activity (coverage, "Aalten", AJ_ACTIVITY_DRAFT);
  add_activity (coverage, "Borne", AJ_ACTIVITY_CANCELLED);
  aj_values_set_text (elsewhere, "edition", "edition-2025");
  aj_coverage_add (coverage, elsewhere);
  aj_coverage_conclude (coverage);

  line = aj_coverage_look_up (coverage, "Druten");
  g_assert_cmpint (line->standing, ==, AJ_STANDING_REGISTERED);
  g_assert_cmpuint (line->count.n_activities, ==, 2);
  g_assert_cmpuint (line->count.n_for[AJ_TARGET_YOUTH], ==, 2);
  g_assert_cmpuint (line->count.n_for[AJ_TARGET_BUSINESS], ==, 0);
  g_assert_cmpuint (line->count.n_held, ==, 1);
  g_assert_cmpint (line->count.expected_reach, ==, 80);
  g_assert_cmpint (get_standing (coverage, "Hattem"), ==, AJ_STANDING_REGISTERED);
  g_assert_cmpint (get_standing (coverage, "Aalten"), ==, AJ_STANDING_OPEN);
  g_assert_cmpint (get_standing (coverage, "Borne"), ==, AJ_STANDING_INVITED);
  g_assert_cmpuint (aj_coverage_get_total (coverage)->n_activities, ==, 3);
}

static void
test_districts (void)
{
  g_autoptr (AjCoverage) coverage = make_coverage ();
  GPtrArray *districts;
  const AjCoverageDistrict *north;

  add_all (coverage);
  add_activity (coverage, "Aalten", AJ_ACTIVITY_SUBMITTED);
  aj_coverage_conclude (coverage);
  districts = aj_coverage_get_districts (coverage);
  g_assert_cmpuint (districts->len, ==, 2);
  north = districts->pdata[0];
  g_assert_cmpstr (north->id, ==, "north");
  g_assert_cmpuint (north->lines->len, ==, 4);
  g_assert_cmpuint (north->count.n_asked, ==, 3);
  g_assert_cmpuint (north->count.n_answered, ==, 2);
  g_assert_cmpuint (north->count.n_activities, ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/planning/coverage/standings", test_standings);
  g_test_add_func ("/planning/coverage/activities-count", test_activities_count);
  g_test_add_func ("/planning/coverage/districts", test_districts);
  return g_test_run ();
}
