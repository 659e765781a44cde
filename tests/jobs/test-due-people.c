/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Who is due to be looked over, by what the store really holds. */
#include "aj-due-people.h"

#include <string.h>

#include "aj-jobs-fixture.h"
#include "aj-meeting.h"

#define MONTHS 24

/* The store again, as it is on a later day. */
static void
go_to (Fixture *self, const char *now)
{
  g_autoptr (GError) error = NULL;

  aj_store_close (self->store);
  g_clear_object (&self->store);
  g_clear_object (&self->clock);
  self->clock = aj_clock_new_from_string (now, "Europe/Amsterdam");
  self->store = aj_store_open (self->path, AJ_STORE_OPEN_DEFAULT, "Test", self->clock, &error);
  g_assert_no_error (error);
}

/* (transfer full): "Name: why; …", asked in both forms. */
static char *
list_due (Fixture *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) waited = aj_due_people_list (self->store, MONTHS, &error);
  g_autoptr (GPtrArray) due = NULL;
  GString *text = g_string_new (NULL);
  Waiter waiter = { NULL };

  g_assert_no_error (error);
  aj_due_people_list_async (self->store, MONTHS, NULL, waiter_ready_cb, &waiter);
  due = aj_due_people_list_finish (self->store, waiter_wait (&waiter), &error);
  g_assert_no_error (error);
  g_object_unref (waiter.result);
  g_assert_cmpuint (due->len, ==, waited->len);
  for (guint i = 0; i < due->len; i++)
    {
      const AjUnused *unused = due->pdata[i];
      g_autofree char *why = aj_unused_describe (unused);

      g_string_append_printf (text, "%s%s: %s", i > 0 ? "; " : "",
                              aj_values_get_text (unused->person, "name"), why);
    }
  return g_string_free (text, FALSE);
}

#define assert_due(self, expected)                                                                 \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_autofree char *due_ = list_due (self);                                                       \
    g_assert_cmpstr (due_, ==, expected);                                                          \
  }                                                                                                \
  G_STMT_END

static void
test_sources (Fixture *self, gconstpointer data)
{
  const char *group = fixture_add (self, "group", "name", "Team", "kind", "platform", NULL);
  const char *sitting = fixture_add (self, "person", "name", "Sitting", NULL);
  const char *left = fixture_add (self, "person", "name", "Gone", "left-on", "2025-12-31", NULL);
  const char *called = fixture_add (self, "person", "name", "Called", NULL);
  const char *chair = fixture_add (self, "person", "name", "Chair", NULL);
  const char *lead = fixture_add (self, "person", "name", "Lead", NULL);
  const char *meeting, *cancelled;

  fixture_add (self, "person", "name", "Unused", NULL);
  fixture_add (self, "person", "name", "Mailbox", "role-mailbox", "yes", NULL);
  fixture_add (self, "membership", "group", group, "person", sitting, NULL);
  fixture_add (self, "membership", "group", group, "person", left, NULL);
  fixture_add (self, "contact", "person", called, "date", "2026-06-01", "summary", "x", NULL);
  fixture_add (self, "contact", "person", called, "date", "2026-03-01", "summary", "x", NULL);
  fixture_add (self, "district", "name", "Twente", "lead", lead, NULL);
  meeting = fixture_add (self, "meeting", "group", group, "starts-at", "2026-09-10T10:00",
                         "ends-at", "2026-09-10T12:00", "chair", chair, NULL);
  cancelled = fixture_add (self, "meeting", "group", group, "starts-at", "2030-09-10T10:00",
                           "ends-at", "2030-09-10T12:00", "chair", chair, NULL);
  fixture_set (self, "meeting", cancelled, "state", AJ_MEETING_CANCELLED, NULL);
  g_assert_nonnull (meeting);
  assert_due (self, "");
  go_to (self, "2028-01-14T10:00");
  assert_due (self, "");
  go_to (self, "2028-09-10T10:00");
  assert_due (self, "Gone: Added or changed on Thu 15 Jan 2026; "
                    "Unused: Added or changed on Thu 15 Jan 2026; "
                    "Called: Last contact on Mon 1 Jun 2026; "
                    "Chair: Chaired a meeting on Thu 10 Sep 2026");
}

/* Who is kept is not due again for a whole term; when that is taken back they are due at once. */
static void
test_kept (Fixture *self, gconstpointer data)
{
  const char *person = fixture_add (self, "person", "name", "Anna", NULL);

  go_to (self, "2029-01-01T10:00");
  fixture_set (self, "person", person, "reviewed-on", "2029-01-01", NULL);
  assert_due (self, "");
  g_assert_true (aj_store_undo (self->store, NULL, NULL));
  assert_due (self, "Anna: Added or changed on Thu 15 Jan 2026");
  g_assert_true (aj_store_redo (self->store, NULL, NULL));
  assert_due (self, "");
  go_to (self, "2031-01-01T10:00");
  assert_due (self, "Anna: Looked over on Mon 1 Jan 2029");
}

/* Who was removed is still held in history, and is due in their turn. */
static void
test_removed (Fixture *self, gconstpointer data)
{
  const char *person = fixture_add (self, "person", "name", "Anna", NULL);

  fixture_remove (self, "person", person);
  assert_due (self, "");
  go_to (self, "2028-01-15T10:00");
  assert_due (self, "Anna: Removed on Thu 15 Jan 2026, but still in the history");
}

static void
test_cancelled (Fixture *self, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  Waiter waiter = { NULL };

  g_cancellable_cancel (cancellable);
  aj_due_people_list_async (self->store, MONTHS, cancellable, waiter_ready_cb, &waiter);
  g_assert_null (aj_due_people_list_finish (self->store, waiter_wait (&waiter), &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_object_unref (waiter.result);
}

/* Who the interventions need is not due, however long ago they were typed in. */
static void
test_interventions (Fixture *self, gconstpointer data)
{
  const char *what = fixture_add (self, "intervention", "name", "Echt-Nep", NULL);
  const char *town = fixture_add (self, "municipality", "name", "Ede", "code", "GM0228", NULL);
  const char *lead = fixture_add (self, "person", "name", "Lead", NULL);
  const char *giver = fixture_add (self, "person", "name", "Giver", NULL);
  const char *trained = fixture_add (self, "person", "name", "Trained", NULL);
  const char *keeper = fixture_add (self, "person", "name", "Keeper", NULL);
  const char *rollout = fixture_add (self, "rollout", "intervention", what, "municipality", town,
                                     "lead", lead, NULL);
  g_autofree char *due = NULL;

  fixture_add (self, "person", "name", "Unused", NULL);
  fixture_add (self, "rollout-trainer", "rollout", rollout, "person", giver, NULL);
  fixture_add (self, "training", "intervention", what, "person", trained, "valid-until",
               "2031-01-01", NULL);
  fixture_add (self, "material", "name", "Cargo bike", "contact", keeper, NULL);
  go_to (self, "2030-01-15T09:00");
  due = list_due (self);
  g_assert_true (g_str_has_prefix (due, "Unused: "));
  g_assert_null (strchr (due, ';'));
}

#define ADD(name, function)                                                                        \
  g_test_add ("/jobs/due-people/" name, Fixture, NULL, fixture_set_up, function, fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("sources", test_sources);
  ADD ("interventions", test_interventions);
  ADD ("kept", test_kept);
  ADD ("removed", test_removed);
  ADD ("cancelled", test_cancelled);
  return g_test_run ();
}
