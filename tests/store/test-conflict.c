/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "aj-group.h"
#include "aj-meeting.h"
#include "aj-person.h"
#include "store-fixture.h"

#define GROUP   (&aj_group_record_type)
#define MEETING (&aj_meeting_record_type)

typedef struct
{
  char *id;
  AjStore *bart;
  AjEdit *edit;
  AjValues *values;
} Scene;

/* Anna has an edit of the group open, made from what she sees; Bart sits at another window. */
static void
scene_set_up (Scene *scene, StoreFixture *self)
{
  g_autoptr (AjRecord) record = NULL;

  scene->id = add_group (self->store, "Expert team");
  scene->bart = store_open_again (self, "Bart");
  record = aj_store_load_record (self->store, GROUP, scene->id, NULL);
  scene->edit = aj_edit_new (self->store, "Change group");
  scene->values = aj_edit_change (scene->edit, record);
}

static void
scene_clear (Scene *scene)
{
  g_assert_finalize_object (g_steal_pointer (&scene->edit));
  g_assert_finalize_object (g_steal_pointer (&scene->bart));
  g_free (scene->id);
}

static char *
commit_fails (Scene *scene)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (aj_edit_commit (scene->edit, &error));
  g_assert_error (error, AJ_STORE_ERROR, AJ_STORE_ERROR_CONFLICT);
  return g_strdup (error->message);
}

static void
test_merge (StoreFixture *self, gconstpointer data)
{
  Scene scene = { 0 };

  scene_set_up (&scene, self);
  set_field (scene.bart, GROUP, scene.id, "purpose", "Together");
  aj_values_set_text (scene.values, "mail", "team@example.nl");
  store_commit (scene.edit);
  assert_stored (self->store, GROUP, scene.id, "mail", "team@example.nl");
  assert_stored (self->store, GROUP, scene.id, "purpose", "Together");
  scene_clear (&scene);
}

static void
test_same_value (StoreFixture *self, gconstpointer data)
{
  Scene scene = { 0 };

  scene_set_up (&scene, self);
  set_field (scene.bart, GROUP, scene.id, "mail", "team@example.nl");
  aj_values_set_text (scene.values, "mail", "team@example.nl");
  store_commit (scene.edit);
  g_assert_cmpint (aj_edit_get_revision (scene.edit), ==, 0);
  scene_clear (&scene);
}

/* Changed and changed back is not changed. */
static void
test_there_and_back (StoreFixture *self, gconstpointer data)
{
  Scene scene = { 0 };

  scene_set_up (&scene, self);
  set_field (scene.bart, GROUP, scene.id, "mail", "board@example.nl");
  store_undo (scene.bart, NULL);
  aj_values_set_text (scene.values, "mail", "team@example.nl");
  store_commit (scene.edit);
  assert_stored (self->store, GROUP, scene.id, "mail", "team@example.nl");
  scene_clear (&scene);
}

static void
test_same_field (StoreFixture *self, gconstpointer data)
{
  Scene scene = { 0 };
  g_autofree char *message = NULL;
  GPtrArray *conflicts;
  const AjConflict *conflict;

  scene_set_up (&scene, self);
  set_field (scene.bart, GROUP, scene.id, "mail", "board@example.nl");
  set_field (scene.bart, GROUP, scene.id, "purpose", "Together");
  set_field (scene.bart, GROUP, scene.id, "name", "Team");
  aj_values_set_text (scene.values, "mail", "team@example.nl");
  aj_values_set_text (scene.values, "name", "The team");
  aj_values_set_text (scene.values, "notes", "Not stored when the rest is not");
  message = commit_fails (&scene);
  g_assert_nonnull (strstr (message, "Bart"));
  g_assert_nonnull (strstr (message, "Name"));
  g_assert_nonnull (strstr (message, "2 Mar 2026"));
  assert_stored (self->store, GROUP, scene.id, "notes", "");
  assert_stored (self->store, GROUP, scene.id, "mail", "board@example.nl");

  conflicts = aj_edit_get_conflicts (scene.edit);
  g_assert_cmpuint (conflicts->len, ==, 2);
  conflict = g_ptr_array_index (conflicts, 1);
  g_assert_true (conflict->type == GROUP);
  g_assert_cmpstr (conflict->id, ==, scene.id);
  g_assert_cmpstr (conflict->field->name, ==, "mail");
  g_assert_cmpstr (conflict->mine.as.text, ==, "team@example.nl");
  g_assert_cmpstr (conflict->theirs.as.text, ==, "board@example.nl");
  g_assert_cmpstr (conflict->author, ==, "Bart");
  g_assert_cmpint (conflict->at, ==, aj_clock_get_unix (self->clock));

  aj_edit_set_overwrite (scene.edit, TRUE);
  store_commit (scene.edit);
  g_assert_cmpuint (aj_edit_get_conflicts (scene.edit)->len, ==, 0);
  assert_stored (self->store, GROUP, scene.id, "mail", "team@example.nl");
  assert_stored (self->store, GROUP, scene.id, "name", "The team");
  assert_stored (self->store, GROUP, scene.id, "purpose", "Together");
  scene_clear (&scene);
}

static void
test_removed (StoreFixture *self, gconstpointer data)
{
  Scene scene = { 0 };
  g_autofree char *message = NULL;
  const AjConflict *conflict;

  scene_set_up (&scene, self);
  remove_record (scene.bart, GROUP, scene.id);
  aj_values_set_text (scene.values, "mail", "team@example.nl");
  message = commit_fails (&scene);
  g_assert_nonnull (strstr (message, "Bart"));
  g_assert_cmpuint (aj_edit_get_conflicts (scene.edit)->len, ==, 1);
  conflict = g_ptr_array_index (aj_edit_get_conflicts (scene.edit), 0);
  g_assert_null (conflict->field);
  g_assert_cmpstr (conflict->author, ==, "Bart");

  aj_edit_set_overwrite (scene.edit, TRUE);
  store_commit (scene.edit);
  assert_stored (self->store, GROUP, scene.id, "mail", "team@example.nl");
  assert_stored (self->store, GROUP, scene.id, "name", "Expert team");
  scene_clear (&scene);
}

static void
test_removed_twice (StoreFixture *self, gconstpointer data)
{
  g_autofree char *id = add_group (self->store, "Expert team");
  g_autoptr (AjStore) bart = store_open_again (self, "Bart");
  g_autoptr (AjEdit) edit = aj_edit_new (self->store, "Remove");

  aj_edit_remove (edit, GROUP, id);
  remove_record (bart, GROUP, id);
  store_commit (edit);
  g_assert_cmpint (aj_edit_get_revision (edit), ==, 0);
  g_assert_finalize_object (g_steal_pointer (&bart));
}

/* What was not seen is not removed unseen: the second is told, sees what is different, and chooses. */
static void
test_changed_before_removal (StoreFixture *self, gconstpointer data)
{
  Scene scene = { 0 };
  g_autoptr (AjRecord) record = NULL;
  g_autofree char *message = NULL;
  const AjConflict *conflict;

  scene_set_up (&scene, self);
  record = aj_store_load_record (self->store, GROUP, scene.id, NULL);
  aj_edit_remove_values (scene.edit, aj_record_get_values (record));
  set_field (scene.bart, GROUP, scene.id, "mail", "board@example.nl");
  message = commit_fails (&scene);
  g_assert_nonnull (strstr (message, "Bart"));
  g_assert_nonnull (strstr (message, "Mail"));
  g_assert_true (is_stored (self->store, GROUP, scene.id));
  g_assert_cmpuint (aj_edit_get_conflicts (scene.edit)->len, ==, 1);
  conflict = g_ptr_array_index (aj_edit_get_conflicts (scene.edit), 0);
  g_assert_cmpint (conflict->cause, ==, AJ_CONFLICT_REMOVAL);
  g_assert_cmpstr (conflict->field->name, ==, "mail");
  g_assert_cmpint (conflict->mine.kind, ==, AJ_VALUE_NONE);
  g_assert_cmpstr (conflict->theirs.as.text, ==, "board@example.nl");
  g_assert_cmpstr (conflict->author, ==, "Bart");

  aj_edit_set_overwrite (scene.edit, TRUE);
  store_commit (scene.edit);
  g_assert_false (is_stored (self->store, GROUP, scene.id));
  scene_clear (&scene);
}

/* The meeting was moved and moved back, and its version rose: it is what was seen. */
static void
test_there_and_back_before_removal (StoreFixture *self, gconstpointer data)
{
  g_autofree char *group = add_group (self->store, "Expert team");
  g_autofree char *id = add_meeting (self->store, group, "Kick-off", "2026-03-12T10:00");
  g_autoptr (AjRecord) record = aj_store_load_record (self->store, MEETING, id, NULL);
  g_autoptr (AjStore) bart = store_open_again (self, "Bart");
  g_autoptr (AjEdit) edit = aj_edit_new (self->store, "Remove");

  aj_edit_remove_values (edit, aj_record_get_values (record));
  set_field (bart, MEETING, id, "place", "Zwolle");
  set_field (bart, MEETING, id, "place", "");
  store_commit (edit);
  g_assert_false (is_stored (self->store, MEETING, id));
  g_assert_finalize_object (g_steal_pointer (&bart));
}

/* The new record takes the place of the one that was seen, not of another. */
static void
test_changed_before_replacement (StoreFixture *self, gconstpointer data)
{
  Scene scene = { 0 };
  g_autoptr (AjRecord) record = NULL;
  g_autofree char *message = NULL;

  scene_set_up (&scene, self);
  record = aj_store_load_record (self->store, GROUP, scene.id, NULL);
  aj_edit_remove_values (scene.edit, aj_record_get_values (record));
  aj_values_set_text (aj_edit_add_with_id (scene.edit, GROUP, scene.id), "name", "Anew");
  set_field (scene.bart, GROUP, scene.id, "mail", "board@example.nl");
  message = commit_fails (&scene);
  assert_stored (self->store, GROUP, scene.id, "name", "Expert team");
  scene_clear (&scene);
}

typedef struct
{
  const char *name;
  const char *field;
  const char *text;
  gboolean note; /* the program noted it down, as after an export */
  gboolean held; /* whether the guard lets the edit through */
} Guarded;

static const Guarded guarded[] = {
  { "untouched", NULL, NULL, FALSE, TRUE },
  { "changed", "state", AJ_MEETING_CONFIRMED, FALSE, FALSE },
  { "noted", "handed-out-at", "2026-03-02T09:00", TRUE, FALSE },
  { "version", "sequence", "4", TRUE, TRUE },
  { "removed", "", NULL, FALSE, FALSE },
};

static void
disturb (AjStore *store, const Guarded *row, const char *meeting)
{
  g_autoptr (AjRecord) record = aj_store_load_record (store, MEETING, meeting, NULL);
  g_autoptr (AjEdit) edit = aj_edit_new (store, "Disturb");
  g_auto (AjValue) value = AJ_VALUE_INIT;
  guint index;

  if (row->field == NULL)
    return;
  if (row->text == NULL)
    {
      aj_edit_remove_values (edit, aj_record_get_values (record));
      store_commit (edit);
      return;
    }
  index = (guint) aj_record_type_find (MEETING, row->field);
  g_assert_true (aj_field_parse (&MEETING->fields[index], row->text, &value, NULL));
  aj_values_set (aj_edit_change (edit, record), index, &value);
  aj_edit_set_undoable (edit, !row->note);
  store_commit (edit);
}

/* What was thought out from a record holds only while the record is what it was: by itself, and beside a change of
 * another field of the same record. */
static void
check_guard (StoreFixture *self, const Guarded *row, gboolean changing)
{
  g_autofree char *name = g_strdup_printf ("%s %d", row->name, changing);
  g_autofree char *group = add_group (self->store, name);
  g_autofree char *id = add_meeting (self->store, group, "Kick-off", "2026-03-12T10:00");
  g_autoptr (AjRecord) record = aj_store_load_record (self->store, MEETING, id, NULL);
  g_autoptr (AjStore) bart = store_open_again (self, "Bart");
  g_autoptr (AjEdit) edit = aj_edit_new (self->store, "Plan again");
  AjValues *person = aj_edit_add (edit, &aj_person_record_type);
  g_autofree char *person_id = g_strdup (aj_values_get_id (person));
  g_autoptr (GError) error = NULL;

  g_test_message ("%s", name);
  aj_values_set_text (person, "name", "Zoë");
  aj_edit_guard (edit, aj_record_get_values (record));
  if (changing)
    aj_values_set_text (aj_edit_change (edit, record), "place", "Zwolle");
  disturb (bart, row, id);
  g_assert_cmpint (aj_edit_commit (edit, &error), ==, row->held);
  g_assert_cmpint (is_stored (self->store, &aj_person_record_type, person_id), ==, row->held);
  if (row->held)
    {
      g_assert_no_error (error);
      assert_stored (self->store, MEETING, id, "place", changing ? "Zwolle" : "");
    }
  else
    {
      const AjConflict *conflict = g_ptr_array_index (aj_edit_get_conflicts (edit), 0);

      g_assert_error (error, AJ_STORE_ERROR, AJ_STORE_ERROR_CONFLICT);
      g_assert_nonnull (strstr (error->message, "Bart"));
      g_assert_cmpuint (aj_edit_get_conflicts (edit)->len, ==, 1);
      g_assert_cmpint (conflict->cause, ==, AJ_CONFLICT_GUARD);
      g_assert_cmpstr (conflict->field != NULL ? conflict->field->name : "", ==, row->field);
    }
  g_assert_finalize_object (g_steal_pointer (&bart));
}

static void
test_guard (StoreFixture *self, gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (guarded); i++)
    {
      check_guard (self, &guarded[i], FALSE);
      check_guard (self, &guarded[i], TRUE);
    }
}

/* A guard alone changes nothing, and whoever insists is not held up. */
static void
test_guard_alone (StoreFixture *self, gconstpointer data)
{
  Scene scene = { 0 };
  g_autoptr (AjRecord) record = NULL;
  g_autoptr (AjEdit) edit = aj_edit_new (self->store, "Only look");
  g_autofree char *message = NULL;

  scene_set_up (&scene, self);
  record = aj_store_load_record (self->store, GROUP, scene.id, NULL);
  aj_edit_guard (edit, aj_record_get_values (record));
  aj_edit_guard (scene.edit, aj_record_get_values (record));
  g_assert_true (aj_edit_is_empty (edit));
  store_commit (edit);
  g_assert_cmpint (aj_edit_get_revision (edit), ==, 0);

  aj_values_set_text (scene.values, "mail", "team@example.nl");
  set_field (scene.bart, GROUP, scene.id, "purpose", "Together");
  message = commit_fails (&scene);
  aj_edit_set_overwrite (scene.edit, TRUE);
  store_commit (scene.edit);
  assert_stored (self->store, GROUP, scene.id, "mail", "team@example.nl");
  assert_stored (self->store, GROUP, scene.id, "purpose", "Together");
  scene_clear (&scene);
}

/* Both moved the meeting; whoever wins, the version goes on. */
static void
test_monotonic (StoreFixture *self, gconstpointer data)
{
  g_autofree char *group = add_group (self->store, "Expert team");
  g_autofree char *id = add_meeting (self->store, group, "Kick-off", "2026-03-12T10:00");
  g_autoptr (AjStore) bart = store_open_again (self, "Bart");
  g_autoptr (AjEdit) edit = aj_edit_new (self->store, "Export");
  g_autoptr (AjRecord) record = aj_store_load_record (self->store, MEETING, id, NULL);
  AjValues *values = aj_edit_change (edit, record);

  aj_values_set_integer (values, "sequence", 1);
  set_field (bart, MEETING, id, "place", "Zwolle");
  set_field (bart, MEETING, id, "place", "Deventer");
  assert_stored (self->store, MEETING, id, "sequence", "2");
  store_commit (edit);
  assert_stored (self->store, MEETING, id, "sequence", "2");
  g_assert_finalize_object (g_steal_pointer (&bart));
}

/* The error says the same in the form that does not wait, and the edit may be tried again. */
static void
committed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GError **error = user_data;

  if (aj_edit_commit_finish (AJ_EDIT (source), result, error))
    *error = g_error_new_literal (AJ_STORE_ERROR, AJ_STORE_ERROR_FAILED, "committed");
}

static void
test_async (StoreFixture *self, gconstpointer data)
{
  Scene scene = { 0 };
  g_autoptr (GError) refused = NULL;
  g_autoptr (GError) committed = NULL;

  scene_set_up (&scene, self);
  set_field (scene.bart, GROUP, scene.id, "mail", "board@example.nl");
  aj_values_set_text (scene.values, "mail", "team@example.nl");
  aj_edit_commit_async (scene.edit, NULL, committed_cb, &refused);
  assert_eventually (refused != NULL);
  g_assert_error (refused, AJ_STORE_ERROR, AJ_STORE_ERROR_CONFLICT);
  g_assert_cmpuint (aj_edit_get_conflicts (scene.edit)->len, ==, 1);

  aj_values_set_text (scene.values, "mail", "both@example.nl");
  aj_edit_set_overwrite (scene.edit, TRUE);
  aj_edit_commit_async (scene.edit, NULL, committed_cb, &committed);
  assert_eventually (committed != NULL);
  g_assert_cmpstr (committed->message, ==, "committed");
  assert_stored (self->store, GROUP, scene.id, "mail", "both@example.nl");
  scene_clear (&scene);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  store_fixture_add ("/store/conflict/merge", test_merge);
  store_fixture_add ("/store/conflict/same-value", test_same_value);
  store_fixture_add ("/store/conflict/there-and-back", test_there_and_back);
  store_fixture_add ("/store/conflict/same-field", test_same_field);
  store_fixture_add ("/store/conflict/removed", test_removed);
  store_fixture_add ("/store/conflict/removed-twice", test_removed_twice);
  store_fixture_add ("/store/conflict/changed-before-removal", test_changed_before_removal);
  store_fixture_add ("/store/conflict/there-and-back-before-removal",
                     test_there_and_back_before_removal);
  store_fixture_add ("/store/conflict/changed-before-replacement", test_changed_before_replacement);
  store_fixture_add ("/store/conflict/guard", test_guard);
  store_fixture_add ("/store/conflict/guard-alone", test_guard_alone);
  store_fixture_add ("/store/conflict/monotonic", test_monotonic);
  store_fixture_add ("/store/conflict/async", test_async);
  return g_test_run ();
}
