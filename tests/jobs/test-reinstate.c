/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-jobs-fixture.h"
#include "aj-reinstate.h"

static void
assert_state (Fixture *self, const char *id, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *state = NULL;
  Waiter waiter = { NULL };

  aj_reinstate_read_state_async (self->store, id, NULL, waiter_ready_cb, &waiter);
  state = aj_reinstate_read_state_finish (self->store, waiter_wait (&waiter), &error);
  g_assert_no_error (error);
  g_assert_cmpstr (state, ==, expected);
  g_object_unref (waiter.result);
}

static const char *
add_meeting (Fixture *self, const char *group, const char *state)
{
  return fixture_add (self, "meeting", "group", group, "starts-at", "2026-03-12T10:00", "ends-at",
                      "2026-03-12T12:00", "state", state, NULL);
}

/* As it was before, whatever came of it since that was not its state. */
static void
test_before_cancelling (Fixture *self, gconstpointer data)
{
  static const char *const states[] = { "planned", "confirmed", "concept", "held" };
  const char *group = fixture_add (self, "group", "name", "Groep", "kind", "working-group", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    {
      const char *id = add_meeting (self, group, states[i]);

      fixture_set (self, "meeting", id, "state", "cancelled", NULL);
      fixture_set (self, "meeting", id, "theme", "Phishing", NULL);
      assert_state (self, id, states[i]);
    }
}

/* The last time counts, also when that was a redo. */
static void
test_more_than_once (Fixture *self, gconstpointer data)
{
  const char *group = fixture_add (self, "group", "name", "Groep", "kind", "working-group", NULL);
  const char *id = add_meeting (self, group, "planned");

  fixture_set (self, "meeting", id, "state", "cancelled", NULL);
  assert_state (self, id, "planned");
  fixture_set (self, "meeting", id, "state", "confirmed", NULL);
  fixture_set (self, "meeting", id, "state", "cancelled", NULL);
  assert_state (self, id, "confirmed");
  g_assert_true (aj_store_undo (self->store, NULL, NULL));
  g_assert_true (aj_store_redo (self->store, NULL, NULL));
  assert_state (self, id, "confirmed");
}

/* One edit may cancel more than one. */
static void
test_together (Fixture *self, gconstpointer data)
{
  const char *group = fixture_add (self, "group", "name", "Groep", "kind", "working-group", NULL);
  const char *ids[] = { add_meeting (self, group, "confirmed"),
                        add_meeting (self, group, "planned"),
                        add_meeting (self, group, "concept") };
  g_autoptr (AjEdit) edit = aj_edit_new (self->store, "Cancel all");
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      g_autoptr (AjRecord) meeting = fixture_find (self, "meeting", "id", ids[i]);

      aj_values_set_text (aj_edit_change (edit, meeting), "state", "cancelled");
    }
  aj_edit_commit (edit, &error);
  g_assert_no_error (error);
  assert_state (self, ids[0], "confirmed");
  assert_state (self, ids[1], "planned");
  assert_state (self, ids[2], "concept");
}

/* Entered as cancelled, as by an import: what it was nobody knows. */
static void
test_not_told (Fixture *self, gconstpointer data)
{
  const char *group = fixture_add (self, "group", "name", "Groep", "kind", "working-group", NULL);

  assert_state (self, add_meeting (self, group, "cancelled"), "planned");
}

#define ADD(name, function)                                                                        \
  g_test_add ("/jobs/reinstate/" name, Fixture, NULL, fixture_set_up, function, fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("before-cancelling", test_before_cancelling);
  ADD ("more-than-once", test_more_than_once);
  ADD ("together", test_together);
  ADD ("not-told", test_not_told);
  return g_test_run ();
}
