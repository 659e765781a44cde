/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "aj-group.h"
#include "aj-meeting.h"
#include "aj-membership.h"
#include "aj-person.h"
#include "store-fixture.h"

#define GROUP   (&aj_group_record_type)
#define MEETING (&aj_meeting_record_type)
#define PERSON  (&aj_person_record_type)

static char *
get_label (AjStore *store, const char *property)
{
  char *label;

  g_object_get (store, property, &label, NULL);
  return label;
}

static void
assert_labels (AjStore *store, const char *undo, const char *redo)
{
  g_autofree char *undo_label = get_label (store, "undo-label");
  g_autofree char *redo_label = get_label (store, "redo-label");
  gboolean can_undo, can_redo;

  g_object_get (store, "can-undo", &can_undo, "can-redo", &can_redo, NULL);
  g_assert_cmpstr (undo_label, ==, undo);
  g_assert_cmpstr (redo_label, ==, redo);
  g_assert_true (can_undo == (undo != NULL));
  g_assert_true (can_redo == (redo != NULL));
}

static void
test_nothing (StoreFixture *self, gconstpointer data)
{
  g_free (store_undo_fails (self->store, AJ_STORE_ERROR_NOTHING));
  g_free (store_redo_fails (self->store, AJ_STORE_ERROR_NOTHING));
  assert_labels (self->store, NULL, NULL);
}

static void
test_addition (StoreFixture *self, gconstpointer data)
{
  g_autofree char *id = add_group (self->store, "Expert team");

  assert_labels (self->store, "Add Expert team", NULL);
  store_undo (self->store, "Add Expert team");
  g_assert_false (is_stored (self->store, GROUP, id));
  assert_labels (self->store, NULL, "Add Expert team");
  store_redo (self->store, "Add Expert team");
  assert_stored (self->store, GROUP, id, "name", "Expert team");
  assert_labels (self->store, "Add Expert team", NULL);
  store_undo (self->store, "Add Expert team");
  g_assert_false (is_stored (self->store, GROUP, id));
}

static void
test_change (StoreFixture *self, gconstpointer data)
{
  g_autofree char *id = add_group (self->store, "Expert team");

  set_field (self->store, GROUP, id, "mail", "team@example.nl");
  set_field (self->store, GROUP, id, "mail", "board@example.nl");
  store_undo (self->store, "Set mail to board@example.nl");
  assert_stored (self->store, GROUP, id, "mail", "team@example.nl");
  assert_labels (self->store, "Set mail to team@example.nl", "Set mail to board@example.nl");
  store_undo (self->store, NULL);
  assert_stored (self->store, GROUP, id, "mail", "");
  store_redo (self->store, "Set mail to team@example.nl");
  store_redo (self->store, "Set mail to board@example.nl");
  assert_stored (self->store, GROUP, id, "mail", "board@example.nl");
}

static void
test_removal (StoreFixture *self, gconstpointer data)
{
  g_autofree char *id = add_group (self->store, "Expert team");

  set_field (self->store, GROUP, id, "purpose", "Two\nlines, “quotes”, \\ and \t a tab");
  remove_record (self->store, GROUP, id);
  store_undo (self->store, "Remove");
  assert_stored (self->store, GROUP, id, "purpose", "Two\nlines, “quotes”, \\ and \t a tab");
  assert_stored (self->store, GROUP, id, "name", "Expert team");
  store_redo (self->store, "Remove");
  g_assert_false (is_stored (self->store, GROUP, id));
}

/* References between records that one edit adds, in an order in which they are not there yet. */
static void
test_several (StoreFixture *self, gconstpointer data)
{
  g_autoptr (AjEdit) edit = aj_edit_new (self->store, "Begin");
  AjValues *seat = aj_edit_add (edit, &aj_membership_record_type);
  AjValues *group = aj_edit_add (edit, GROUP);
  AjValues *person = aj_edit_add (edit, PERSON);
  g_autofree char *seat_id = g_strdup (aj_values_get_id (seat));
  g_autofree char *group_id = g_strdup (aj_values_get_id (group));
  g_autofree char *person_id = g_strdup (aj_values_get_id (person));

  aj_values_set_text (group, "name", "Expert team");
  aj_values_set_text (person, "name", "Zoë");
  aj_values_set_text (seat, "group", group_id);
  aj_values_set_text (seat, "person", person_id);
  store_commit (edit);
  g_assert_cmpint (aj_edit_get_revision (edit), ==, 1);

  for (guint i = 0; i < 2; i++)
    {
      g_assert_true (is_stored (self->store, &aj_membership_record_type, seat_id));
      store_undo (self->store, "Begin");
      g_assert_false (is_stored (self->store, &aj_membership_record_type, seat_id));
      g_assert_false (is_stored (self->store, GROUP, group_id));
      g_assert_false (is_stored (self->store, PERSON, person_id));
      store_redo (self->store, "Begin");
    }
  assert_stored (self->store, &aj_membership_record_type, seat_id, "person", person_id);
}

/* One takes the name the other gives up: the way back must go in the opposite order. */
static void
test_names_handed_on (StoreFixture *self, gconstpointer data)
{
  g_autofree char *first = add_group (self->store, "A");
  g_autofree char *second = add_group (self->store, "B");
  g_autoptr (AjEdit) edit = aj_edit_new (self->store, "Rename");
  g_autoptr (AjEdit) replace = aj_edit_new (self->store, "Replace");
  g_autoptr (AjRecord) a = aj_store_load_record (self->store, GROUP, first, NULL);
  g_autoptr (AjRecord) b = aj_store_load_record (self->store, GROUP, second, NULL);

  aj_values_set_text (aj_edit_change (edit, b), "name", "C");
  aj_values_set_text (aj_edit_change (edit, a), "name", "B");
  store_commit (edit);
  aj_values_set_text (aj_edit_add (replace, GROUP), "name", "C");
  aj_edit_remove (replace, GROUP, second);
  store_commit (replace);

  for (guint i = 0; i < 2; i++)
    {
      store_undo (self->store, "Replace");
      assert_stored (self->store, GROUP, second, "name", "C");
      store_undo (self->store, "Rename");
      assert_stored (self->store, GROUP, first, "name", "A");
      assert_stored (self->store, GROUP, second, "name", "B");
      store_redo (self->store, "Rename");
      store_redo (self->store, "Replace");
      assert_stored (self->store, GROUP, first, "name", "B");
      g_assert_false (is_stored (self->store, GROUP, second));
    }
}

static void
test_redo_ends (StoreFixture *self, gconstpointer data)
{
  g_autofree char *id = add_group (self->store, "Expert team");
  g_autofree char *other = NULL;

  set_field (self->store, GROUP, id, "mail", "team@example.nl");
  store_undo (self->store, NULL);
  other = add_group (self->store, "Platform");
  assert_labels (self->store, "Add Platform", NULL);
  g_free (store_redo_fails (self->store, AJ_STORE_ERROR_NOTHING));
  store_undo (self->store, "Add Platform");
  /* Only what was undone after the newest change can be made again. */
  assert_labels (self->store, "Add Expert team", "Add Platform");
  store_redo (self->store, "Add Platform");
  g_free (store_redo_fails (self->store, AJ_STORE_ERROR_NOTHING));
}

/* A calendar that got version 3 must not be sent version 2 after an undo. */
static void
test_monotonic (StoreFixture *self, gconstpointer data)
{
  g_autofree char *group = add_group (self->store, "Expert team");
  g_autofree char *id = add_meeting (self->store, group, "Kick-off", "2026-03-12T10:00");

  assert_stored (self->store, MEETING, id, "sequence", "0");
  set_field (self->store, MEETING, id, "starts-at", "2026-03-19T10:00");
  assert_stored (self->store, MEETING, id, "sequence", "1");
  assert_stored (self->store, MEETING, id, "ends-at", "2026-03-19T12:00");
  store_undo (self->store, NULL);
  assert_stored (self->store, MEETING, id, "starts-at", "2026-03-12T10:00");
  assert_stored (self->store, MEETING, id, "ends-at", "2026-03-12T12:00");
  assert_stored (self->store, MEETING, id, "sequence", "2");
  store_redo (self->store, NULL);
  assert_stored (self->store, MEETING, id, "starts-at", "2026-03-19T10:00");
  assert_stored (self->store, MEETING, id, "sequence", "3");
  store_undo (self->store, NULL);
  assert_stored (self->store, MEETING, id, "sequence", "4");
}

static char *
store_undo_fails_by_rule (AjStore *store)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (aj_store_undo (store, NULL, &error));
  g_assert_error (error, AJ_MODEL_ERROR, AJ_MODEL_ERROR_RULE);
  return g_strdup (error->message);
}

static void
note_handed_out (AjStore *store, const char *id)
{
  g_autoptr (AjEdit) note = aj_edit_new (store, "Export");
  g_autoptr (AjRecord) meeting = aj_store_load_record (store, MEETING, id, NULL);
  AjValues *values = aj_edit_change (note, meeting);

  aj_edit_set_undoable (note, FALSE);
  aj_values_set_text (values, "handed-out-at", "2026-03-03T08:00");
  aj_values_set_integer (values, "handed-out-sequence", 0);
  store_commit (note);
}

/* The program notes what it exported; that is no later change of a person, and no step of undo. */
static void
test_notes (StoreFixture *self, gconstpointer data)
{
  g_autofree char *group = add_group (self->store, "Expert team");
  g_autofree char *id = add_meeting (self->store, group, "Kick-off", "2026-03-12T10:00");

  set_field (self->store, MEETING, id, "place", "Zwolle");
  note_handed_out (self->store, id);
  assert_labels (self->store, "Set place to Zwolle", NULL);
  store_undo (self->store, "Set place to Zwolle");
  assert_stored (self->store, MEETING, id, "place", "");
  assert_stored (self->store, MEETING, id, "handed-out-sequence", "0");
  assert_stored (self->store, MEETING, id, "handed-out-at", "2026-03-03T08:00");
  store_redo (self->store, "Set place to Zwolle");
  assert_stored (self->store, MEETING, id, "handed-out-at", "2026-03-03T08:00");
}

static void
assert_says_handed_out (const char *message)
{
  g_assert_nonnull (strstr (message, "12 Mar"));
  g_assert_nonnull (strstr (message, "handed out on 3 March"));
}

/* People hold a meeting that was handed out, so it stays, to be cancelled: however it would be removed. */
static void
test_handed_out (StoreFixture *self, gconstpointer data)
{
  g_autofree char *group = add_group (self->store, "Expert team");
  g_autofree char *id = add_meeting (self->store, group, "Kick-off", "2026-03-12T10:00");
  static const char *const states[] = { "planned", "concept", "cancelled" };
  g_autofree char *message = NULL;

  note_handed_out (self->store, id);
  message = store_undo_fails_by_rule (self->store);
  assert_says_handed_out (message);
  g_assert_nonnull (strstr (message, "Cancel it instead"));
  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    {
      g_autoptr (AjEdit) edit = aj_edit_new (self->store, "Remove");
      g_autoptr (GError) error = NULL;

      if (i > 0)
        set_field (self->store, MEETING, id, "state", states[i]);
      aj_edit_remove (edit, MEETING, id);
      g_assert_false (aj_edit_commit (edit, &error));
      g_assert_error (error, AJ_MODEL_ERROR, AJ_MODEL_ERROR_RULE);
      assert_says_handed_out (error->message);
      g_assert_cmpint (strstr (error->message, "Cancel it instead") != NULL, ==, i < 2);
      g_assert_true (is_stored (self->store, MEETING, id));
    }
}

/* Removed before it was handed out, brought back, and handed out by then: it is not removed again. */
static void
test_handed_out_redo (StoreFixture *self, gconstpointer data)
{
  g_autofree char *group = add_group (self->store, "Expert team");
  g_autofree char *id = add_meeting (self->store, group, "Kick-off", "2026-03-12T10:00");
  g_autoptr (GError) error = NULL;

  remove_record (self->store, MEETING, id);
  store_undo (self->store, "Remove");
  note_handed_out (self->store, id);
  g_assert_false (aj_store_redo (self->store, NULL, &error));
  g_assert_error (error, AJ_MODEL_ERROR, AJ_MODEL_ERROR_RULE);
  assert_says_handed_out (error->message);
  g_assert_true (is_stored (self->store, MEETING, id));
}

static void
test_refused (StoreFixture *self, gconstpointer data)
{
  g_autofree char *id = add_group (self->store, "Expert team");
  g_autoptr (AjStore) other = store_open_again (self, "Bart");
  g_autofree char *message = NULL;

  set_field (self->store, GROUP, id, "mail", "team@example.nl");
  set_field (self->store, GROUP, id, "purpose", "Together");
  set_field (other, GROUP, id, "mail", "board@example.nl");

  store_undo (self->store, "Set purpose to Together");
  message = store_undo_fails (self->store, AJ_STORE_ERROR_CONFLICT);
  g_assert_nonnull (strstr (message, "Bart"));
  g_assert_nonnull (strstr (message, "Set mail to board@example.nl"));
  g_assert_nonnull (strstr (message, "Set mail to team@example.nl"));
  g_assert_nonnull (strstr (message, "Mail"));
  assert_stored (self->store, GROUP, id, "mail", "board@example.nl");

  /* Each takes back their own; then the way is free. */
  store_undo (other, "Set mail to board@example.nl");
  store_undo (self->store, "Set mail to team@example.nl");
  assert_stored (self->store, GROUP, id, "mail", "");

  set_field (other, GROUP, id, "mail", "bart@example.nl");
  g_free (message);
  message = store_redo_fails (self->store, AJ_STORE_ERROR_CONFLICT);
  g_assert_nonnull (strstr (message, "Bart"));
  g_assert_finalize_object (g_steal_pointer (&other));
}

static void
test_refused_addition (StoreFixture *self, gconstpointer data)
{
  g_autofree char *group = add_group (self->store, "Expert team");
  g_autoptr (AjStore) other = store_open_again (self, "Bart");
  g_autofree char *meeting = NULL;
  g_autofree char *message = NULL;

  set_field (other, GROUP, group, "mail", "board@example.nl");
  message = store_undo_fails (self->store, AJ_STORE_ERROR_CONFLICT);
  g_assert_nonnull (strstr (message, "Bart"));
  store_undo (other, NULL);

  meeting = add_meeting (other, group, "Kick-off", "2026-03-12T10:00");
  g_free (message);
  message = store_undo_fails (self->store, AJ_STORE_ERROR_REFERENCED);
  g_assert_nonnull (strstr (message, "Kick-off"));
  remove_record (other, MEETING, meeting);

  remove_record (other, GROUP, group);
  g_free (message);
  message = store_undo_fails (self->store, AJ_STORE_ERROR_CONFLICT);
  g_assert_nonnull (strstr (message, "Bart"));
  g_assert_finalize_object (g_steal_pointer (&other));
}

static void
undo_failed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GError **error = user_data;

  g_assert_false (aj_store_undo_finish (AJ_STORE (source), result, NULL, error));
}

/* One step that cannot be taken back does not bar the way to those before it. */
static void
test_refused_is_passed_over (StoreFixture *self, gconstpointer data)
{
  g_autofree char *id = add_group (self->store, "Expert team");
  g_autoptr (AjStore) other = store_open_again (self, "Bart");
  g_autoptr (GError) error = NULL;

  set_field (self->store, GROUP, id, "purpose", "Together");
  set_field (self->store, GROUP, id, "mail", "team@example.nl");
  set_field (other, GROUP, id, "mail", "board@example.nl");
  aj_store_refresh (self->store, &error);
  g_assert_no_error (error);

  assert_labels (self->store, "Set mail to team@example.nl", NULL);
  aj_store_undo_async (self->store, NULL, undo_failed_cb, &error);
  assert_eventually (error != NULL);
  g_assert_error (error, AJ_STORE_ERROR, AJ_STORE_ERROR_CONFLICT);
  g_assert_nonnull (strstr (error->message, "Undo once more"));
  g_assert_nonnull (strstr (error->message, "Set purpose to Together"));
  assert_labels (self->store, "Set purpose to Together", NULL);
  store_undo (self->store, "Set purpose to Together");
  assert_stored (self->store, GROUP, id, "purpose", "");
  assert_stored (self->store, GROUP, id, "mail", "board@example.nl");
  assert_labels (self->store, "Add Expert team", "Set purpose to Together");
  store_redo (self->store, "Set purpose to Together");
  store_undo (self->store, "Set purpose to Together");

  /* The last of the row has nothing before it: from there it begins anew. */
  g_free (store_undo_fails (self->store, AJ_STORE_ERROR_CONFLICT));
  assert_labels (self->store, "Set mail to team@example.nl", "Set purpose to Together");

  /* A new edit is a new row, with what was refused in it. */
  g_free (store_undo_fails (self->store, AJ_STORE_ERROR_CONFLICT));
  assert_labels (self->store, "Add Expert team", "Set purpose to Together");
  set_field (self->store, GROUP, id, "purpose", "Alone");
  store_undo (self->store, "Set purpose to Alone");
  assert_labels (self->store, "Set mail to team@example.nl", "Set purpose to Alone");

  /* So it is when somebody else changes something: what stood in the way may be gone. */
  g_free (store_undo_fails (self->store, AJ_STORE_ERROR_CONFLICT));
  store_undo (other, "Set mail to board@example.nl");
  aj_store_refresh (self->store, &error);
  assert_labels (self->store, "Set mail to team@example.nl", "Set purpose to Alone");
  store_undo (self->store, "Set mail to team@example.nl");
  assert_stored (self->store, GROUP, id, "mail", "");
  g_assert_finalize_object (g_steal_pointer (&other));
}

static void
test_refused_redo_is_passed_over (StoreFixture *self, gconstpointer data)
{
  g_autofree char *id = add_group (self->store, "Expert team");
  g_autoptr (AjStore) other = store_open_again (self, "Bart");

  set_field (self->store, GROUP, id, "mail", "team@example.nl");
  set_field (self->store, GROUP, id, "purpose", "Together");
  store_undo (self->store, "Set purpose to Together");
  store_undo (self->store, "Set mail to team@example.nl");
  set_field (other, GROUP, id, "mail", "board@example.nl");

  g_free (store_redo_fails (self->store, AJ_STORE_ERROR_CONFLICT));
  assert_labels (self->store, "Add Expert team", "Set purpose to Together");
  store_redo (self->store, "Set purpose to Together");
  assert_stored (self->store, GROUP, id, "purpose", "Together");
  assert_stored (self->store, GROUP, id, "mail", "board@example.nl");
  g_assert_finalize_object (g_steal_pointer (&other));
}

/* What the removed record referred to went as well, by somebody else. */
static void
test_refused_removal (StoreFixture *self, gconstpointer data)
{
  g_autofree char *group = add_group (self->store, "Expert team");
  g_autofree char *meeting = add_meeting (self->store, group, "Kick-off", "2026-03-12T10:00");
  g_autoptr (AjStore) other = store_open_again (self, "Bart");
  g_autofree char *message = NULL;

  remove_record (self->store, MEETING, meeting);
  remove_record (other, GROUP, group);
  message = store_undo_fails (self->store, AJ_STORE_ERROR_REFERENCED);
  g_assert_nonnull (strstr (message, "Kick-off"));
  g_assert_nonnull (strstr (message, "Group"));
  store_undo (other, NULL);
  store_undo (self->store, NULL);
  assert_stored (self->store, MEETING, meeting, "group", group);
  g_assert_finalize_object (g_steal_pointer (&other));
}

/* Two windows of one person have one row of steps; another person has their own. */
static void
test_windows (StoreFixture *self, gconstpointer data)
{
  g_autofree char *id = add_group (self->store, "Expert team");
  g_autoptr (AjStore) again = store_open_again (self, "Anna");
  g_autoptr (AjStore) bart = store_open_again (self, "Bart");
  g_autoptr (GError) error = NULL;

  assert_labels (again, "Add Expert team", NULL);
  assert_labels (bart, NULL, NULL);
  set_field (again, GROUP, id, "mail", "team@example.nl");
  aj_store_refresh (self->store, &error);
  g_assert_no_error (error);
  assert_labels (self->store, "Set mail to team@example.nl", NULL);
  store_undo (self->store, "Set mail to team@example.nl");
  aj_store_refresh (again, &error);
  g_assert_no_error (error);
  assert_labels (again, "Add Expert team", "Set mail to team@example.nl");
  store_redo (again, NULL);

  aj_store_set_author (self->store, "Bart");
  assert_eventually (({
    g_autofree char *label = get_label (self->store, "undo-label");
    label == NULL;
  }));
  g_assert_finalize_object (g_steal_pointer (&again));
  g_assert_finalize_object (g_steal_pointer (&bart));
}

/* Who fills in a name or an organisation is the same person, and nobody else is. */
static void
test_earlier_authors (StoreFixture *self, gconstpointer data)
{
  static const char *const earlier[] = { "Anna", "anna@laptop", NULL };
  g_autofree char *id = add_group (self->store, "Expert team");
  g_autoptr (AjStore) now = store_open_again (self, "Anna (Zwolle)");
  g_autoptr (AjStore) bart = store_open_again (self, "Bart");
  g_autoptr (GError) error = NULL;

  assert_labels (now, NULL, NULL);
  aj_store_set_earlier_authors (now, earlier);
  aj_store_refresh (now, &error);
  g_assert_no_error (error);
  assert_labels (now, "Add Expert team", NULL);
  set_field (bart, GROUP, id, "purpose", "Together");
  set_field (now, GROUP, id, "mail", "team@example.nl");
  store_undo (now, "Set mail to team@example.nl");
  assert_labels (now, "Add Expert team", "Set mail to team@example.nl");
  /* The names also tell that this is the person's own later change. */
  store_redo (now, NULL);
  aj_store_set_author (now, "Anna (Apeldoorn)");
  aj_store_set_earlier_authors (now, (const char *[]){ "Anna (Zwolle)", "Anna", NULL });
  aj_store_refresh (now, &error);
  g_assert_no_error (error);
  store_undo (now, "Set mail to team@example.nl");
  store_redo (now, NULL);
  g_assert_finalize_object (g_steal_pointer (&now));
  g_assert_finalize_object (g_steal_pointer (&bart));
}

static void
undone_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  char **label = user_data;
  g_autoptr (GError) error = NULL;

  aj_store_undo_finish (AJ_STORE (source), result, label, &error);
  g_assert_no_error (error);
}

static void
redone_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GError **error = user_data;

  aj_store_redo_finish (AJ_STORE (source), result, NULL, error);
}

static void
test_async (StoreFixture *self, gconstpointer data)
{
  g_autofree char *id = add_group (self->store, "Expert team");
  g_autofree char *label = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (AjRecord) group = aj_store_load_record (self->store, GROUP, id, NULL);

  aj_store_undo_async (self->store, NULL, undone_cb, &label);
  g_assert_null (label);
  assert_eventually (label != NULL);
  g_assert_cmpstr (label, ==, "Add Expert team");
  g_assert_true (aj_record_is_removed (group));

  g_cancellable_cancel (cancellable);
  aj_store_redo_async (self->store, cancellable, redone_cb, &error);
  assert_eventually (error != NULL);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_true (aj_record_is_removed (group));
  store_redo (self->store, NULL);
  g_assert_true (aj_record_is_loaded (group));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  store_fixture_add ("/store/undo/nothing", test_nothing);
  store_fixture_add ("/store/undo/addition", test_addition);
  store_fixture_add ("/store/undo/change", test_change);
  store_fixture_add ("/store/undo/removal", test_removal);
  store_fixture_add ("/store/undo/several", test_several);
  store_fixture_add ("/store/undo/names-handed-on", test_names_handed_on);
  store_fixture_add ("/store/undo/redo-ends", test_redo_ends);
  store_fixture_add ("/store/undo/monotonic", test_monotonic);
  store_fixture_add ("/store/undo/notes", test_notes);
  store_fixture_add ("/store/undo/handed-out", test_handed_out);
  store_fixture_add ("/store/undo/handed-out-redo", test_handed_out_redo);
  store_fixture_add ("/store/undo/refused", test_refused);
  store_fixture_add ("/store/undo/refused-addition", test_refused_addition);
  store_fixture_add ("/store/undo/refused-removal", test_refused_removal);
  store_fixture_add ("/store/undo/refused-is-passed-over", test_refused_is_passed_over);
  store_fixture_add ("/store/undo/refused-redo-is-passed-over", test_refused_redo_is_passed_over);
  store_fixture_add ("/store/undo/windows", test_windows);
  store_fixture_add ("/store/undo/earlier-authors", test_earlier_authors);
  store_fixture_add ("/store/undo/async", test_async);
  return g_test_run ();
}
