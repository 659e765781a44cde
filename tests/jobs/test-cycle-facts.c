/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-cycle-job.h"
#include "aj-error.h"
#include "aj-jobs-fixture.h"
#include "aj-reference.h"

#define YEAR 2026

/* One district with a municipality in Noord and one in Zuid, another with one in Midden; and a group. */
typedef struct
{
  Fixture fixture;
  const char *mixed;  /* district: Noord and Zuid */
  const char *middle; /* district: Midden */
  const char *noord;  /* municipality */
  const char *zuid;
  const char *midden;
  const char *group;
} Region;

static void
region_set_up (Region *self, gconstpointer data)
{
  Fixture *f = &self->fixture;

  fixture_set_up (f, NULL);
  self->mixed = fixture_add (f, "district", "name", "Gemengd", NULL);
  self->middle = fixture_add (f, "district", "name", "Midden", NULL);
  self->noord = fixture_add (f, "municipality", "code", "GM1", "name", "Noorddorp", "district",
                             self->mixed, "school-region", "noord", NULL);
  self->zuid = fixture_add (f, "municipality", "code", "GM2", "name", "Zuiddorp", "district",
                            self->mixed, "school-region", "zuid", NULL);
  self->midden = fixture_add (f, "municipality", "code", "GM3", "name", "Middendorp", "district",
                              self->middle, "school-region", "midden", NULL);
  self->group = fixture_add (f, "group", "name", "Groep", "kind", "working-group", NULL);
}

static void
region_tear_down (Region *self, gconstpointer data)
{
  fixture_tear_down (&self->fixture, NULL);
}

static AjCycleFacts *
load (Region *self, int year)
{
  g_autoptr (GError) error = NULL;
  AjCycleFacts *facts = aj_cycle_facts_load (self->fixture.store, self->group, year, &error);

  g_assert_no_error (error);
  return facts;
}

static void
assert_regions (Region *self, guint expected)
{
  g_autoptr (AjCycleFacts) facts = load (self, YEAR);

  g_assert_cmpuint (aj_cycle_facts_get_regions (facts, aj_date_new (YEAR, 12, 31)), ==, expected);
}

static const char *
add_organisation (Region *self, const char *field, const char *value)
{
  return fixture_add (&self->fixture, "organisation", "name", "Partij", "kind", "police", field,
                      value, NULL);
}

static void
test_nobody (Region *self, gconstpointer data)
{
  assert_regions (self, AJ_SCHOOL_REGION_ALL);
  fixture_remove (&self->fixture, "municipality", self->midden);
  assert_regions (self, AJ_SCHOOL_REGION_NOORD | AJ_SCHOOL_REGION_ZUID);
  fixture_remove (&self->fixture, "municipality", self->noord);
  fixture_remove (&self->fixture, "municipality", self->zuid);
  assert_regions (self, AJ_SCHOOL_REGION_ALL);
}

static void
test_municipality_of_organisation (Region *self, gconstpointer data)
{
  const char *organisation = add_organisation (self, "municipality", self->noord);

  fixture_add (&self->fixture, "membership", "group", self->group, "organisation", organisation,
               NULL);
  assert_regions (self, AJ_SCHOOL_REGION_NOORD);
}

static void
test_municipality_of_person (Region *self, gconstpointer data)
{
  const char *organisation = add_organisation (self, "municipality", self->zuid);
  const char *person = fixture_add (&self->fixture, "person", "name", "Rol", "organisation",
                                    organisation, NULL);

  fixture_add (&self->fixture, "membership", "group", self->group, "person", person, NULL);
  assert_regions (self, AJ_SCHOOL_REGION_ZUID);
}

/* The organisation of the seat counts before that of the person in it. */
static void
test_seat_before_person (Region *self, gconstpointer data)
{
  const char *own = add_organisation (self, "municipality", self->zuid);
  const char *seat = add_organisation (self, "municipality", self->noord);
  const char *person = fixture_add (&self->fixture, "person", "name", "Rol", "organisation", own,
                                    NULL);

  fixture_add (&self->fixture, "membership", "group", self->group, "person", person, "organisation",
               seat, NULL);
  assert_regions (self, AJ_SCHOOL_REGION_NOORD);
}

static void
test_district_of_organisation (Region *self, gconstpointer data)
{
  const char *organisation = add_organisation (self, "district", self->mixed);

  fixture_add (&self->fixture, "membership", "group", self->group, "organisation", organisation,
               NULL);
  assert_regions (self, AJ_SCHOOL_REGION_NOORD | AJ_SCHOOL_REGION_ZUID);
  /* Zuiddorp is gone before the year begins. */
  fixture_set (&self->fixture, "municipality", self->zuid, "valid-until", "2025-12-31", NULL);
  assert_regions (self, AJ_SCHOOL_REGION_NOORD);
  fixture_set (&self->fixture, "municipality", self->zuid, "valid-until", "2026-01-01", NULL);
  assert_regions (self, AJ_SCHOOL_REGION_NOORD | AJ_SCHOOL_REGION_ZUID);
}

static void
test_whole_region (Region *self, gconstpointer data)
{
  const char *organisation = add_organisation (self, "notes", "Voor iedereen");

  fixture_add (&self->fixture, "membership", "group", self->group, "organisation", organisation,
               NULL);
  assert_regions (self, AJ_SCHOOL_REGION_ALL);
  fixture_remove (&self->fixture, "municipality", self->zuid);
  assert_regions (self, AJ_SCHOOL_REGION_NOORD | AJ_SCHOOL_REGION_MIDDEN);
}

static void
test_own_district (Region *self, gconstpointer data)
{
  const char *organisation = add_organisation (self, "municipality", self->noord);

  fixture_set (&self->fixture, "group", self->group, "district", self->middle, NULL);
  assert_regions (self, AJ_SCHOOL_REGION_MIDDEN);
  fixture_add (&self->fixture, "membership", "group", self->group, "organisation", organisation,
               NULL);
  assert_regions (self, AJ_SCHOOL_REGION_NOORD | AJ_SCHOOL_REGION_MIDDEN);
}

/* A person of whom nothing is known brings nothing beside one of whom something is. */
static void
test_unknown_beside_known (Region *self, gconstpointer data)
{
  const char *organisation = add_organisation (self, "municipality", self->noord);
  const char *person = fixture_add (&self->fixture, "person", "name", "Rol", NULL);

  fixture_add (&self->fixture, "membership", "group", self->group, "person", person, NULL);
  assert_regions (self, AJ_SCHOOL_REGION_ALL);
  fixture_add (&self->fixture, "membership", "group", self->group, "organisation", organisation,
               NULL);
  assert_regions (self, AJ_SCHOOL_REGION_NOORD);
}

static void
test_seat_of_another_year (Region *self, gconstpointer data)
{
  static const struct
  {
    const char *from;
    const char *until;
    guint regions;
  } cases[] = {
    { "", "", AJ_SCHOOL_REGION_NOORD | AJ_SCHOOL_REGION_ZUID },
    { "", "2025-12-31", AJ_SCHOOL_REGION_NOORD },
    { "", "2026-01-01", AJ_SCHOOL_REGION_NOORD | AJ_SCHOOL_REGION_ZUID },
    { "2026-12-31", "", AJ_SCHOOL_REGION_NOORD | AJ_SCHOOL_REGION_ZUID },
    { "2027-01-01", "", AJ_SCHOOL_REGION_NOORD },
  };
  const char *noord = add_organisation (self, "municipality", self->noord);
  const char *zuid = add_organisation (self, "municipality", self->zuid);
  const char *seat;

  fixture_add (&self->fixture, "membership", "group", self->group, "organisation", noord, NULL);
  seat = fixture_add (&self->fixture, "membership", "group", self->group, "organisation", zuid,
                      NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      fixture_set (&self->fixture, "membership", seat, "from", cases[i].from, "until",
                   cases[i].until, NULL);
      assert_regions (self, cases[i].regions);
    }
}

/* Another group that meets on 12 March, and a person who may sit in both: what is changed, and whether that is a clash. */
static void
test_busy (Region *self, gconstpointer data)
{
  Fixture *f = &self->fixture;
  const char *person = fixture_add (f, "person", "name", "Trekker", NULL);
  const char *stranger = fixture_add (f, "person", "name", "Ander", NULL);
  const char *other = fixture_add (f, "group", "name", "Regiotafel", "kind", "platform", NULL);
  const char *meeting = fixture_add (f, "meeting", "group", other, "starts-at", "2026-03-12T09:00",
                                     "ends-at", "2026-03-12T11:00", NULL);
  const char *there = fixture_add (f, "membership", "group", other, "person", person, NULL);
  const char *here = fixture_add (f, "membership", "group", self->group, "person", stranger, NULL);
  const struct
  {
    const char *type;
    const char *id;
    const char *field;
    const char *value;
    guint n_busy;
  } steps[] = {
    { "membership", here, "from", "", 0 },
    { "membership", here, "person", person, 1 },
    { "membership", there, "until", "2026-03-11", 0 },
    { "membership", there, "until", "2026-03-12", 1 },
    { "membership", here, "from", "2026-03-13", 0 },
    { "membership", here, "from", "2026-03-12", 1 },
    { "meeting", meeting, "state", "cancelled", 0 },
    { "meeting", meeting, "state", "concept", 1 },
    { "membership", there, "until", "", 1 },
    /* The end moves along. */
    { "meeting", meeting, "starts-at", "2025-11-30T09:00", 0 },
    { "meeting", meeting, "starts-at", "2029-12-31T09:00", 1 },
    { "meeting", meeting, "group", self->group, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      g_autoptr (AjCycleFacts) facts = NULL;

      g_test_message ("%s %s = %s", steps[i].type, steps[i].field, steps[i].value);
      fixture_set (f, steps[i].type, steps[i].id, steps[i].field, steps[i].value, NULL);
      facts = load (self, YEAR);
      g_assert_cmpuint (aj_cycle_facts_get_busy (facts)->len, ==, steps[i].n_busy);
    }
}

static void
test_busy_span (Region *self, gconstpointer data)
{
  Fixture *f = &self->fixture;
  const char *person = fixture_add (f, "person", "name", "Trekker", NULL);
  const char *other = fixture_add (f, "group", "name", "Regiotafel", "kind", "platform", NULL);
  g_autoptr (AjCycleFacts) facts = NULL;
  g_autofree char *start = NULL;
  g_autofree char *end = NULL;
  AjBusySpan *span;

  /* Nobody's seat: the chair alone is who sits in both. */
  fixture_add (f, "meeting", "group", other, "chair", person, "starts-at", "2026-03-12T09:00",
               "ends-at", "2026-03-12T11:00", "zone", "Europe/London", NULL);
  fixture_add (f, "membership", "group", self->group, "person", person, NULL);
  facts = load (self, YEAR);
  g_assert_cmpuint (aj_cycle_facts_get_busy (facts)->len, ==, 1);
  span = &g_array_index (aj_cycle_facts_get_busy (facts), AjBusySpan, 0);
  start = aj_wall_time_to_string (&span->start);
  end = aj_wall_time_to_string (&span->end);
  g_assert_cmpstr (start, ==, "2026-03-12T09:00");
  g_assert_cmpstr (end, ==, "2026-03-12T11:00");
  g_assert_cmpstr (span->zone, ==, "Europe/London");
  g_assert_cmpstr (span->label, ==, "Regiotafel");
}

/* Another colleague can go for an organisation. */
static void
test_organisations_are_not_busy (Region *self, gconstpointer data)
{
  Fixture *f = &self->fixture;
  const char *organisation = add_organisation (self, "municipality", self->noord);
  const char *other = fixture_add (f, "group", "name", "Regiotafel", "kind", "platform", NULL);
  g_autoptr (AjCycleFacts) facts = NULL;

  fixture_add (f, "membership", "group", other, "organisation", organisation, NULL);
  fixture_add (f, "membership", "group", self->group, "organisation", organisation, NULL);
  fixture_add (f, "meeting", "group", other, "starts-at", "2026-03-12T09:00", "ends-at",
               "2026-03-12T11:00", NULL);
  facts = load (self, YEAR);
  g_assert_cmpuint (aj_cycle_facts_get_busy (facts)->len, ==, 0);
  g_assert_cmpuint (aj_cycle_facts_get_elsewhere (facts)->len, ==, 1);
}

/* Nothing moves for an organisation that sits elsewhere too, but it is said of the date at that time, and of no other. */
static void
test_organisation_elsewhere (Region *self, gconstpointer data)
{
  Fixture *f = &self->fixture;
  const char *organisation = add_organisation (self, "municipality", self->noord);
  const char *other = fixture_add (f, "group", "name", "Regiotafel", "kind", "platform", NULL);
  const struct
  {
    const char *start, *end;
    guint n_notes;
  } rows[] = {
    { "2026-03-12T11:00", "2026-03-12T13:00", 1 },
    { "2026-03-12T12:00", "2026-03-12T13:00", 0 },
    { "2026-03-13T10:00", "2026-03-13T12:00", 0 },
  };
  const char *meeting = fixture_add (f, "meeting", "group", other, "starts-at", rows[0].start,
                                     "ends-at", rows[0].end, NULL);
  g_autoptr (AjHolidays) holidays = aj_reference_load_holidays (NULL);

  fixture_add (f, "membership", "group", other, "organisation", organisation, NULL);
  fixture_add (f, "membership", "group", self->group, "organisation", organisation, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (AjCycleFacts) facts = NULL;
      g_autoptr (AjValues) cycle = NULL;
      g_autoptr (AjCyclePlan) plan = NULL;
      g_auto (GStrv) notes = NULL;

      fixture_set (f, "meeting", meeting, "starts-at", rows[i].start, "ends-at", rows[i].end, NULL);
      facts = load (self, YEAR);
      cycle = aj_cycle_job_dup_cycle (facts, NULL, NULL);
      plan = aj_cycle_job_plan (facts, cycle, holidays, NULL, NULL);
      g_assert_cmpint (aj_cycle_plan_get_date (plan, 1)->date, ==, aj_date_new (2026, 3, 12));
      notes = aj_cycle_job_dup_notes (facts, cycle, plan);
      g_assert_cmpuint (g_strv_length (notes), ==, rows[i].n_notes);
      if (rows[i].n_notes > 0)
        g_assert_true (g_str_has_prefix (notes[0], "Partij also has a seat in Regiotafel, "));
    }
}

static void
test_own_meetings (Region *self, gconstpointer data)
{
  Fixture *f = &self->fixture;
  g_autoptr (AjCycleFacts) facts = NULL;

  fixture_add (f, "meeting", "group", self->group, "starts-at", "2026-05-12T09:00", "ends-at",
               "2026-05-12T11:00", "theme", "b", NULL);
  fixture_add (f, "meeting", "group", self->group, "starts-at", "2026-03-12T09:00", "ends-at",
               "2026-03-12T11:00", "theme", "a", "state", "cancelled", NULL);
  fixture_add (f, "meeting", "group", self->group, "starts-at", "2025-11-30T09:00", "ends-at",
               "2025-11-30T11:00", "theme", "too early", NULL);
  facts = load (self, YEAR);
  g_assert_cmpuint (aj_cycle_facts_get_meetings (facts)->len, ==, 2);
  g_assert_cmpstr (aj_values_get_text (aj_cycle_facts_get_meetings (facts)->pdata[0], "theme"), ==,
                   "a");
  g_assert_cmpuint (aj_cycle_facts_get_busy (facts)->len, ==, 0);
  g_assert_cmpstr (aj_cycle_facts_get_group_name (facts), ==, "Groep");
  g_assert_cmpint (aj_cycle_facts_get_year (facts), ==, YEAR);
  g_assert_cmpint (aj_cycle_facts_get_today (facts), ==, aj_date_new (2026, 1, 15));
}

/* A seat that is taken in a later year counts for a cycle that runs on into it, and only then. */
static void
test_regions_of_later_years (Region *self, gconstpointer data)
{
  Fixture *f = &self->fixture;
  const char *first = add_organisation (self, "municipality", self->noord);
  const char *later = add_organisation (self, "municipality", self->zuid);
  const struct
  {
    AjDate last;
    guint regions;
  } rows[] = {
    { aj_date_new (2026, 11, 12), AJ_SCHOOL_REGION_NOORD },
    { aj_date_new (2027, 1, 14), AJ_SCHOOL_REGION_NOORD },
    { aj_date_new (2028, 1, 13), AJ_SCHOOL_REGION_NOORD | AJ_SCHOOL_REGION_ZUID },
    { aj_date_new (2049, 1, 14), AJ_SCHOOL_REGION_NOORD | AJ_SCHOOL_REGION_ZUID },
  };
  g_autoptr (AjCycleFacts) facts = NULL;

  fixture_add (f, "membership", "group", self->group, "organisation", first, NULL);
  fixture_add (f, "membership", "group", self->group, "organisation", later, "from", "2028-06-01",
               NULL);
  facts = load (self, YEAR);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_cmpuint (aj_cycle_facts_get_regions (facts, rows[i].last), ==, rows[i].regions);
}

static void
test_chair (Region *self, gconstpointer data)
{
  Fixture *f = &self->fixture;
  const char *first = fixture_add (f, "person", "name", "Eerste", NULL);
  const char *second = fixture_add (f, "person", "name", "Tweede", NULL);
  g_autoptr (AjCycleFacts) facts = NULL;

  fixture_add (f, "membership", "group", self->group, "person", first, "role", "chair", "until",
               "2026-06-30", NULL);
  fixture_add (f, "membership", "group", self->group, "person", second, "role", "chair", "from",
               "2026-07-01", "until", "2026-07-31", NULL);
  facts = load (self, YEAR);
  g_assert_cmpstr (aj_cycle_facts_get_chair (facts, aj_date_new (2026, 6, 30)), ==, first);
  g_assert_cmpstr (aj_cycle_facts_get_chair (facts, aj_date_new (2026, 7, 1)), ==, second);
  g_assert_null (aj_cycle_facts_get_chair (facts, aj_date_new (2026, 8, 1)));
}

static void
test_refuses (Region *self, gconstpointer data)
{
  g_autoptr (GError) no_group = NULL;
  g_autoptr (GError) no_year = NULL;

  g_assert_null (aj_cycle_facts_load (self->fixture.store, "nobody", YEAR, &no_group));
  g_assert_error (no_group, AJ_STORE_ERROR, AJ_STORE_ERROR_NOT_FOUND);
  g_assert_null (aj_cycle_facts_load (self->fixture.store, self->group, 1066, &no_year));
  g_assert_error (no_year, AJ_ERROR, AJ_ERROR_INVALID);
}

static void
test_without_waiting (Region *self, gconstpointer data)
{
  Fixture *f = &self->fixture;
  const char *organisation = add_organisation (self, "municipality", self->noord);
  Waiter good = { NULL };
  Waiter bad = { NULL };
  Waiter cancelled = { NULL };
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (AjCycleFacts) facts = NULL;
  g_autoptr (GError) error = NULL;

  fixture_add (f, "membership", "group", self->group, "organisation", organisation, NULL);
  aj_cycle_facts_load_async (f->store, self->group, YEAR, NULL, waiter_ready_cb, &good);
  facts = aj_cycle_facts_load_finish (f->store, waiter_wait (&good), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (aj_cycle_facts_get_regions (facts, aj_date_new (YEAR, 12, 31)), ==,
                    AJ_SCHOOL_REGION_NOORD);
  g_object_unref (good.result);

  aj_cycle_facts_load_async (f->store, "nobody", YEAR, NULL, waiter_ready_cb, &bad);
  g_assert_null (aj_cycle_facts_load_finish (f->store, waiter_wait (&bad), &error));
  g_assert_error (error, AJ_STORE_ERROR, AJ_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_object_unref (bad.result);

  aj_cycle_facts_load_async (f->store, self->group, YEAR, cancellable, waiter_ready_cb, &cancelled);
  g_cancellable_cancel (cancellable);
  g_assert_null (aj_cycle_facts_load_finish (f->store, waiter_wait (&cancelled), &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_object_unref (cancelled.result);
}

#define ADD(name, function)                                                                        \
  g_test_add ("/jobs/cycle-facts/" name, Region, NULL, region_set_up, function, region_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("regions/nobody", test_nobody);
  ADD ("regions/municipality-of-organisation", test_municipality_of_organisation);
  ADD ("regions/municipality-of-person", test_municipality_of_person);
  ADD ("regions/seat-before-person", test_seat_before_person);
  ADD ("regions/district-of-organisation", test_district_of_organisation);
  ADD ("regions/whole-region", test_whole_region);
  ADD ("regions/own-district", test_own_district);
  ADD ("regions/unknown-beside-known", test_unknown_beside_known);
  ADD ("regions/seat-of-another-year", test_seat_of_another_year);
  ADD ("busy/when", test_busy);
  ADD ("busy/span", test_busy_span);
  ADD ("busy/not-organisations", test_organisations_are_not_busy);
  ADD ("own-meetings", test_own_meetings);
  ADD ("organisation-elsewhere", test_organisation_elsewhere);
  ADD ("regions-of-later-years", test_regions_of_later_years);
  ADD ("chair", test_chair);
  ADD ("refuses", test_refuses);
  ADD ("without-waiting", test_without_waiting);
  return g_test_run ();
}
