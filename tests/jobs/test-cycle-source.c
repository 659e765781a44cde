/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is read to plan a year: all that bears on it, and nothing else, however much there is. */
#include "aj-cycle-facts.h"
#include "aj-cycle-source.h"
#include "aj-jobs-fixture.h"

#define YEAR 2026

static void
add_meetings (Fixture *self, const char *group, const char *chair, int year, guint count)
{
  for (guint i = 0; i < count; i++)
    {
      g_autofree char *start = g_strdup_printf ("%d-%02u-10T10:00", year, i % 12 + 1);
      g_autofree char *end = g_strdup_printf ("%d-%02u-10T12:00", year, i % 12 + 1);

      fixture_add (self, "meeting", "group", group, "starts-at", start, "ends-at", end, "chair",
                   chair, NULL);
    }
}

static const char *
add_group (Fixture *self, const char *name)
{
  return fixture_add (self, "group", "name", name, "kind", "working-group", NULL);
}

static void
assert_length (AjCycleSource *source, AjCyclePart part, guint length)
{
  g_assert_cmpuint (aj_cycle_source_get_part (source, part)->len, ==, length);
}

/* Once all meetings of twenty-five years were read whenever another group was chosen. */
static void
test_only_what_bears_on_it (Fixture *self, gconstpointer data)
{
  const char *team = add_group (self, "Expertteam");
  const char *table = add_group (self, "Regiotafel");
  const char *platform = add_group (self, "Platform");
  const char *chaired = add_group (self, "Kerngroep");
  const char *strangers = add_group (self, "Onbekenden");
  const char *police = fixture_add (self, "organisation", "name", "Politie", "kind", "police",
                                    NULL);
  const char *bank = fixture_add (self, "organisation", "name", "Bank", "kind", "business", NULL);
  const char *member = fixture_add (self, "person", "name", "Trekker", "organisation", bank, NULL);
  const char *stranger = fixture_add (self, "person", "name", "Ander", NULL);
  g_autoptr (AjCycleSource) source = aj_cycle_source_new (self->store, team, YEAR);
  g_autoptr (GError) error = NULL;

  fixture_add (self, "membership", "group", team, "person", member, NULL);
  fixture_add (self, "membership", "group", team, "organisation", police, NULL);
  fixture_add (self, "membership", "group", table, "person", member, NULL);
  fixture_add (self, "membership", "group", platform, "organisation", police, NULL);
  /* Somebody of the police by name is not the police. */
  fixture_add (self, "membership", "group", strangers, "organisation", police, "person", stranger,
               NULL);
  add_meetings (self, team, member, YEAR, 3);
  add_meetings (self, table, NULL, YEAR, 2);
  add_meetings (self, table, NULL, YEAR - 2, 5);
  add_meetings (self, platform, NULL, YEAR + 1, 1);
  add_meetings (self, chaired, member, YEAR, 1);
  add_meetings (self, strangers, stranger, YEAR, 40);

  g_assert_true (aj_cycle_source_read (source, &error));
  g_assert_no_error (error);
  assert_length (source, AJ_CYCLE_PART_GROUP, 1);
  assert_length (source, AJ_CYCLE_PART_SEATS, 2);
  assert_length (source, AJ_CYCLE_PART_OWN, 3);
  assert_length (source, AJ_CYCLE_PART_PERSONS, 1);
  assert_length (source, AJ_CYCLE_PART_SEATS_OF_PERSONS, 2);
  assert_length (source, AJ_CYCLE_PART_SEATS_OF_ORGANISATIONS, 2);
  assert_length (source, AJ_CYCLE_PART_ORGANISATIONS, 2);
  assert_length (source, AJ_CYCLE_PART_SHARED, 3);
  assert_length (source, AJ_CYCLE_PART_CHAIRED, 1);
  assert_length (source, AJ_CYCLE_PART_GROUPS, 3);
  g_assert_nonnull (aj_cycle_source_look_up (source, chaired));
  g_assert_null (aj_cycle_source_look_up (source, strangers));
  g_assert_null (aj_cycle_source_look_up (source, NULL));
}

/* More members than can be asked after at once: more is read, and nothing is missed. */
static void
test_very_many_members (Fixture *self, gconstpointer data)
{
  const char *team = add_group (self, "Expertteam");
  const char *table = add_group (self, "Regiotafel");
  const char *member = fixture_add (self, "person", "name", "Trekker", NULL);
  g_autoptr (AjEdit) edit = aj_edit_new (self->store, "Many");
  g_autoptr (AjCycleFacts) facts = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < AJ_QUERY_MAX_TEXTS; i++)
    {
      AjValues *person = aj_edit_add (edit, aj_record_type_lookup ("person"));
      AjValues *seat = aj_edit_add (edit, aj_record_type_lookup ("membership"));
      g_autofree char *name = g_strdup_printf ("Lid %u", i);

      aj_values_set_text (person, "name", name);
      aj_values_set_text (seat, "group", team);
      aj_values_set_text (seat, "person", aj_values_get_id (person));
    }
  aj_edit_commit (edit, &error);
  g_assert_no_error (error);
  fixture_add (self, "membership", "group", team, "person", member, NULL);
  fixture_add (self, "membership", "group", table, "person", member, NULL);
  add_meetings (self, table, NULL, YEAR, 2);
  add_meetings (self, add_group (self, "Onbekenden"), NULL, YEAR, 3);
  facts = aj_cycle_facts_load (self->store, team, YEAR, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (aj_cycle_facts_get_busy (facts)->len, ==, 2);
}

/* Nobody sits in it, so nobody is asked after. */
static void
test_empty_group (Fixture *self, gconstpointer data)
{
  const char *team = add_group (self, "Expertteam");
  g_autoptr (AjCycleSource) source = aj_cycle_source_new (self->store, team, YEAR);
  g_autoptr (GError) error = NULL;

  add_meetings (self, add_group (self, "Onbekenden"), NULL, YEAR, 12);
  g_assert_true (aj_cycle_source_read (source, &error));
  g_assert_no_error (error);
  for (guint i = 0; i < AJ_CYCLE_N_PARTS; i++)
    assert_length (source, (AjCyclePart) i, i == AJ_CYCLE_PART_GROUP ? 1 : 0);
}

#define ADD(name, function)                                                                        \
  g_test_add ("/jobs/cycle-source/" name, Fixture, NULL, fixture_set_up, function,                 \
              fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("only-what-bears-on-it", test_only_what_bears_on_it);
  ADD ("very-many-members", test_very_many_members);
  ADD ("empty-group", test_empty_group);
  return g_test_run ();
}
