/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Is it free in week 10? */
#include "aj-free-weeks.h"
#include "aj-jobs-fixture.h"

typedef struct
{
  Fixture base;
  const char *town, *bike;
} World;

static void
set_up (World *self, gconstpointer data)
{
  fixture_set_up (&self->base, data);
  self->town = fixture_add (&self->base, "municipality", "name", "Deventer", "code", "GM0150",
                            NULL);
  self->bike = fixture_add (&self->base, "material", "name", "Cargo bike", "transport-days", "1",
                            NULL);
}

static void
tear_down (World *self, gconstpointer data)
{
  fixture_tear_down (&self->base, data);
}

static AjRolloutFacts *
load (World *self)
{
  g_autoptr (GError) error = NULL;
  AjRolloutFacts *facts = aj_rollout_facts_load (self->base.store, &error);

  g_assert_no_error (error);
  return facts;
}

/* The signs of the weeks from that of @today on. */
static void
assert_weeks (World *self, AjDate today, guint n, const char *expected)
{
  g_autoptr (AjRolloutFacts) facts = load (self);
  g_autoptr (GArray) weeks = aj_free_weeks_list (facts, self->bike, today, n);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < weeks->len; i++)
    g_string_append (text,
                     aj_free_week_state_get_mark (g_array_index (weeks, AjFreeWeek, i).state));
  g_assert_cmpstr (text->str, ==, expected);
}

static void
test_states (World *self, gconstpointer data)
{
  AjDate today = aj_date_new (2026, 3, 4);
  g_autoptr (AjRolloutFacts) facts = NULL;
  g_autoptr (GArray) weeks = NULL;
  g_autofree char *text = NULL;
  const AjFreeWeek *week;

  assert_weeks (self, today, 6, "○○○○○○");
  /* All of week 11, so it leaves on the Friday before and is back on the Monday after. */
  fixture_add (&self->base, "loan", "material", self->bike, "municipality", self->town, "from",
               "2026-03-09", "until", "2026-03-13", NULL);
  /* On its way for a week and more: week 14, with one free day before it. */
  fixture_add (&self->base, "loan", "material", self->bike, "municipality", self->town, "from",
               "2026-04-07", "until", "2026-04-10", "transport-before", "6", NULL);
  assert_weeks (self, today, 6, "◐●◐◐→●");
  facts = load (self);
  weeks = aj_free_weeks_list (facts, self->bike, today, 3);
  week = &g_array_index (weeks, AjFreeWeek, 0);
  g_assert_cmpint (week->free.first, ==, aj_date_new (2026, 3, 2));
  g_assert_cmpint (week->free.last, ==, aj_date_new (2026, 3, 5));
  week = &g_array_index (weeks, AjFreeWeek, 1);
  g_assert_cmpint (week->free.first, ==, AJ_DATE_NONE);
  text = aj_free_week_describe (facts, week);
  g_assert_cmpstr (text, ==, "Week 11, 9 March to 15 March: taken, Deventer");
}

/* For repair until further notice; there until a day; cancelled; over the end of a year with 53 weeks. */
static void
test_edges (World *self, gconstpointer data)
{
  const char *away = fixture_add (&self->base, "loan", "material", self->bike, "kind", "away",
                                  "from", "2026-12-21", NULL);

  /* Who had it until the Friday before could not bring it back by then. */
  assert_weeks (self, aj_date_new (2026, 12, 14), 4, "◐●●●");
  fixture_set (&self->base, "loan", away, "state", "cancelled", NULL);
  assert_weeks (self, aj_date_new (2026, 12, 14), 4, "○○○○");
  fixture_set (&self->base, "material", self->bike, "until", "2026-12-30", NULL);
  assert_weeks (self, aj_date_new (2026, 12, 14), 4, "○○◐–");
}

/* What the store refuses is not free: the next one asks for as much time on the way as the thing does. */
static void
test_transport (World *self, gconstpointer data)
{
  g_autoptr (AjRolloutFacts) facts = NULL;
  g_autoptr (GArray) weeks = NULL;
  const AjFreeWeek *week;

  fixture_add (&self->base, "loan", "material", self->bike, "municipality", self->town, "from",
               "2026-03-02", "until", "2026-03-06", "transport-before", "0", "transport-after", "0",
               NULL);
  assert_weeks (self, aj_date_new (2026, 2, 23), 4, "◐●◐○");
  facts = load (self);
  weeks = aj_free_weeks_list (facts, self->bike, aj_date_new (2026, 2, 23), 3);
  week = &g_array_index (weeks, AjFreeWeek, 2);
  g_assert_cmpint (week->free.first, ==, aj_date_new (2026, 3, 10));
  /* All of what is shown as free is taken. */
  for (guint i = 0; i < 3; i += 2)
    {
      g_autofree char *from = NULL;
      g_autofree char *until = NULL;

      week = &g_array_index (weeks, AjFreeWeek, i);
      from = aj_date_to_iso (week->free.first);
      until = aj_date_to_iso (week->free.last);
      fixture_add (&self->base, "loan", "material", self->bike, "municipality", self->town, "from",
                   from, "until", until, NULL);
    }
}

/* What should have been back is not free before it is, whatever was agreed. */
static void
test_late (World *self, gconstpointer data)
{
  const char *loan = fixture_add (&self->base, "loan", "material", self->bike, "municipality",
                                  self->town, "from", "2026-02-16", "until", "2026-02-20",
                                  "transport-after", "0", NULL);

  assert_weeks (self, aj_date_new (2026, 2, 27), 2, "◐○");
  fixture_set (&self->base, "loan", loan, "state", "out", NULL);
  assert_weeks (self, aj_date_new (2026, 2, 27), 2, "●○");
  assert_weeks (self, aj_date_new (2026, 2, 25), 2, "◐○");
}

#define ADD(name, test) g_test_add ("/free-weeks/" name, World, NULL, set_up, test, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("states", test_states);
  ADD ("edges", test_edges);
  ADD ("transport", test_transport);
  ADD ("late", test_late);
  return g_test_run ();
}
