/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "aj-group.h"
#include "aj-meeting.h"
#include "aj-membership.h"
#include "aj-person.h"
#include "aj-seat.h"
#include "store-fixture.h"

#include <glib/gstdio.h>

#define GROUP  (&aj_group_record_type)
#define PERSON (&aj_person_record_type)

static void
test_add_change_remove (StoreFixture *self, gconstpointer data)
{
  g_autofree char *id = add_group (self->store, "Expert team");

  assert_stored (self->store, &aj_group_record_type, id, "name", "Expert team");
  assert_stored (self->store, &aj_group_record_type, id, "kind", "working-group");
  set_field (self->store, &aj_group_record_type, id, "kind", "expert-team");
  assert_stored (self->store, &aj_group_record_type, id, "kind", "expert-team");
  assert_stored (self->store, &aj_group_record_type, id, "name", "Expert team");
  remove_record (self->store, &aj_group_record_type, id);
  g_assert_false (is_stored (self->store, &aj_group_record_type, id));
}

static void
test_nothing_changed (StoreFixture *self, gconstpointer data)
{
  g_autofree char *id = add_group (self->store, "Expert team");
  g_autoptr (AjEdit) edit = aj_edit_new (self->store, "Nothing");
  g_autoptr (AjEdit) empty = aj_edit_new (self->store, "Nothing at all");
  g_autoptr (GPtrArray) history = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (AjRecord) record = aj_store_load_record (self->store, &aj_group_record_type, id,
                                                      &error);

  g_assert_no_error (error);
  aj_values_set_text (aj_edit_change (edit, record), "name", "Expert team");
  g_assert_true (aj_edit_is_empty (edit));
  store_commit (edit);
  g_assert_cmpint (aj_edit_get_revision (edit), ==, 0);
  store_commit (empty);
  history = aj_store_list_history (self->store, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (history->len, ==, 1);
}

static void
count_cb (gpointer source, gpointer argument, guint *count)
{
  (*count)++;
}

/* One object for a record, whoever asks for it; it shows a commit before the signal tells of it. */
static void
test_identity (StoreFixture *self, gconstpointer data)
{
  g_autofree char *id = add_group (self->store, "Expert team");
  g_autoptr (AjQuery) query = aj_query_new (GROUP);
  g_autoptr (AjRecord) loaded = aj_store_load_record (self->store, GROUP, id, NULL);
  g_autoptr (AjRecord) referred = aj_store_ref_record (self->store, GROUP, id);
  g_autoptr (GPtrArray) fetched = aj_store_fetch (self->store, query, NULL);
  guint n_names = 0, n_titles = 0, n_kinds = 0;

  g_assert_true (loaded == referred);
  g_assert_cmpuint (fetched->len, ==, 1);
  g_assert_true (loaded == g_ptr_array_index (fetched, 0));
  g_signal_connect (loaded, "notify::name", G_CALLBACK (count_cb), &n_names);
  g_signal_connect (loaded, "notify::title", G_CALLBACK (count_cb), &n_titles);
  g_signal_connect (loaded, "notify::kind", G_CALLBACK (count_cb), &n_kinds);
  set_field (self->store, GROUP, id, "name", "Team");
  g_assert_cmpstr (aj_record_get_title (loaded), ==, "Team");
  g_assert_cmpuint (n_names, ==, 1);
  g_assert_cmpuint (n_titles, ==, 1);
  g_assert_cmpuint (n_kinds, ==, 0);

  remove_record (self->store, GROUP, id);
  g_assert_true (aj_record_is_removed (loaded));
  store_undo (self->store, NULL);
  g_assert_false (aj_record_is_removed (loaded));
  g_assert_cmpstr (aj_record_get_title (loaded), ==, "Team");
  g_clear_pointer (&fetched, g_ptr_array_unref);
  g_clear_object (&referred);
  g_assert_finalize_object (g_steal_pointer (&loaded));
}

static void
test_reference_loads (StoreFixture *self, gconstpointer data)
{
  g_autofree char *id = add_group (self->store, "Expert team");
  g_autoptr (AjRecord) record = aj_store_ref_record (self->store, GROUP, id);
  g_autoptr (AjRecord) nobody = aj_store_ref_record (self->store, GROUP, "nobody");
  g_autoptr (GError) error = NULL;

  g_assert_false (aj_record_is_loaded (record));
  g_assert_cmpstr (aj_record_get_title (record), ==, "");
  assert_eventually (aj_record_is_loaded (record));
  g_assert_cmpstr (aj_record_get_title (record), ==, "Expert team");
  g_assert_false (aj_record_is_loaded (nobody));
  g_assert_null (aj_store_load_record (self->store, GROUP, "nobody", &error));
  g_assert_error (error, AJ_STORE_ERROR, AJ_STORE_ERROR_NOT_FOUND);
}

typedef struct
{
  guint n_signals;
  guint n_changes;
  gboolean groups;
  gboolean people;
  char *last_title;
  AjRecord *watched;
} Watch;

static void
changed_cb (AjStore *store, AjChanges *changes, Watch *watch)
{
  watch->n_signals++;
  watch->n_changes += aj_changes_get_all (changes)->len;
  watch->groups |= aj_changes_concern (changes, GROUP);
  watch->people |= aj_changes_concern (changes, PERSON);
  if (watch->watched != NULL)
    {
      g_free (watch->last_title);
      watch->last_title = g_strdup (aj_record_get_title (watch->watched));
    }
}

static void
test_changed_signal (StoreFixture *self, gconstpointer data)
{
  g_autofree char *id = add_group (self->store, "Expert team");
  g_autoptr (AjRecord) group = aj_store_load_record (self->store, GROUP, id, NULL);
  Watch watch = { .watched = group };

  g_signal_connect (self->store, "changed", G_CALLBACK (changed_cb), &watch);
  set_field (self->store, GROUP, id, "name", "Team");
  g_assert_cmpuint (watch.n_signals, ==, 1);
  g_assert_cmpuint (watch.n_changes, ==, 1);
  g_assert_true (watch.groups);
  g_assert_false (watch.people);
  g_assert_cmpstr (watch.last_title, ==, "Team");
  store_undo (self->store, NULL);
  g_assert_cmpuint (watch.n_signals, ==, 2);
  g_assert_cmpstr (watch.last_title, ==, "Expert team");
  g_signal_handlers_disconnect_by_data (self->store, &watch);
  g_free (watch.last_title);
}

/* What another window writes shows here, whole and in order, though nobody asks. */
static void
test_other_window (StoreFixture *self, gconstpointer data)
{
  g_autofree char *id = add_group (self->store, "Expert team");
  g_autoptr (AjStore) other = store_open_again (self, "Bart");
  g_autoptr (AjRecord) group = aj_store_load_record (self->store, GROUP, id, NULL);
  g_autofree char *person = NULL;
  Watch watch = { 0 };
  gint64 start = g_get_monotonic_time ();

  g_signal_connect (self->store, "changed", G_CALLBACK (changed_cb), &watch);
  set_field (other, GROUP, id, "mail", "team@example.nl");
  set_field (other, GROUP, id, "name", "Team");
  set_field (other, GROUP, id, "mail", "board@example.nl");
  person = add_person (other, "Zoë");
  remove_record (other, GROUP, id);
  store_undo (other, NULL);
  assert_eventually (watch.n_changes == 6);
  g_test_message ("seen after %.0f ms", (double) (g_get_monotonic_time () - start) / 1000.0);
  g_assert_true (watch.people);
  g_assert_cmpstr (aj_record_get_title (group), ==, "Team");
  g_assert_cmpstr (aj_record_get_text (group, "mail"), ==, "board@example.nl");
  g_assert_false (aj_record_is_removed (group));
  g_signal_handlers_disconnect_by_data (self->store, &watch);
  g_assert_finalize_object (g_steal_pointer (&other));
}

/* A commit here must not pass over one that was made elsewhere and not seen yet. */
static void
test_overtaken (StoreFixture *self, gconstpointer data)
{
  g_autofree char *id = add_group (self->store, "Expert team");
  g_autoptr (AjStore) other = store_open_again (self, "Bart");
  g_autoptr (AjRecord) group = aj_store_load_record (self->store, GROUP, id, NULL);
  g_autofree char *person = NULL;

  for (guint i = 0; i < 20; i++)
    {
      g_autofree char *mail = g_strdup_printf ("team%u@example.nl", i);
      g_autofree char *name = g_strdup_printf ("Person %u", i);

      set_field (other, GROUP, id, "mail", mail);
      g_free (person);
      person = add_person (self->store, name);
      g_assert_cmpstr (aj_record_get_text (group, "mail"), ==, mail);
    }
  g_assert_finalize_object (g_steal_pointer (&other));
}

static void
commit_fails (AjEdit *edit, GQuark domain, int code, const char *const *words)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (aj_edit_commit (edit, &error));
  g_test_message ("%s", error->message);
  g_assert_error (error, domain, code);
  for (guint i = 0; words[i] != NULL; i++)
    g_assert_nonnull (strstr (error->message, words[i]));
}

static void
test_not_unique (StoreFixture *self, gconstpointer data)
{
  const char *const words[] = { "Name", "Expert team", NULL };
  g_autofree char *id = add_group (self->store, "Expert team");
  g_autoptr (AjEdit) edit = aj_edit_new (self->store, "Add twice");
  g_autoptr (AjEdit) again = aj_edit_new (self->store, "Add with the same id");

  aj_values_set_text (aj_edit_add (edit, GROUP), "name", "Platform");
  aj_values_set_text (aj_edit_add (edit, GROUP), "name", "Expert team");
  commit_fails (edit, AJ_STORE_ERROR, AJ_STORE_ERROR_NOT_UNIQUE, words);
  aj_values_set_text (aj_edit_add_with_id (again, GROUP, id), "name", "Platform");
  commit_fails (again, AJ_STORE_ERROR, AJ_STORE_ERROR_NOT_UNIQUE, words + 2);
}

static void
add_seat (AjStore *store, const char *group, const char *person)
{
  g_autoptr (AjEdit) edit = aj_edit_new (store, "Add a seat");
  AjValues *seat = aj_edit_add (edit, &aj_membership_record_type);

  aj_values_set_text (seat, "group", group);
  aj_values_set_text (seat, "person", person);
  store_commit (edit);
}

/* What stands in the way is called so that it can be found, whether it has a title or not. */
static void
test_referenced_by_untitled (StoreFixture *self, gconstpointer data)
{
  g_autofree char *team = add_group (self->store, "Expert team");
  g_autofree char *person = add_person (self->store, "Zoë");
  g_autofree char *meeting = add_meeting (self->store, team, "Kick-off", "2026-03-12T10:00");
  const char *person_words[] = { "Person “Zoë”", "(Membership “Zoë, Expert team”)", NULL };
  const char *group_words[] = { "Group “Expert team”", "Membership “Zoë, Expert team”",
                                "Meeting “Expert team, Thu 12 Mar 2026, 10:00”", NULL };
  g_autoptr (AjEdit) remove_person = aj_edit_new (self->store, "Remove");
  g_autoptr (AjEdit) remove_group = aj_edit_new (self->store, "Remove");

  set_field (self->store, &aj_meeting_record_type, meeting, "theme", "");
  add_seat (self->store, team, person);
  aj_edit_remove (remove_person, PERSON, person);
  commit_fails (remove_person, AJ_STORE_ERROR, AJ_STORE_ERROR_REFERENCED, person_words);
  aj_edit_remove (remove_group, GROUP, team);
  commit_fails (remove_group, AJ_STORE_ERROR, AJ_STORE_ERROR_REFERENCED, group_words);
}

/* Also by what is just being removed. */
static void
test_referenced_by_nameless (StoreFixture *self, gconstpointer data)
{
  const char *const words[] = { "Group “Expert team” cannot", "(Seat “Education, Expert team”)",
                                NULL };
  g_autofree char *team = add_group (self->store, "Expert team");
  g_autoptr (AjEdit) add = aj_edit_new (self->store, "Add");
  g_autoptr (AjEdit) remove = aj_edit_new (self->store, "Remove");
  g_autoptr (GError) error = NULL;
  AjValues *seat = aj_edit_add (add, &aj_seat_record_type);

  aj_values_set_text (seat, "group", team);
  aj_values_set_text (seat, "kind", "education");
  aj_edit_commit (add, &error);
  g_assert_no_error (error);
  aj_edit_remove (remove, GROUP, team);
  commit_fails (remove, AJ_STORE_ERROR, AJ_STORE_ERROR_REFERENCED, words);
}

static void
test_referenced (StoreFixture *self, gconstpointer data)
{
  const char *const words[] = { "Expert team", "5", "Meeting", "…", NULL };
  const char *const missing[] = { "Kick-off", "Chair", NULL };
  g_autofree char *group = add_group (self->store, "Expert team");
  g_autofree char *last = NULL;
  g_autoptr (AjEdit) edit = aj_edit_new (self->store, "Remove group");
  g_autoptr (AjEdit) chair = aj_edit_new (self->store, "Set chair");
  g_autoptr (AjRecord) meeting = NULL;

  for (guint i = 0; i < 5; i++)
    {
      g_free (last);
      last = add_meeting (self->store, group, "Kick-off", "2026-03-12T10:00");
    }
  aj_edit_remove (edit, GROUP, group);
  commit_fails (edit, AJ_STORE_ERROR, AJ_STORE_ERROR_REFERENCED, words);
  g_assert_true (is_stored (self->store, GROUP, group));

  meeting = aj_store_load_record (self->store, &aj_meeting_record_type, last, NULL);
  aj_values_set_text (aj_edit_change (chair, meeting), "chair", "nobody");
  commit_fails (chair, AJ_STORE_ERROR, AJ_STORE_ERROR_REFERENCED, missing);
}

static void
test_rules (StoreFixture *self, gconstpointer data)
{
  const char *const words[] = { "Name", NULL };
  g_autoptr (AjEdit) edit = aj_edit_new (self->store, "Add nameless");
  g_autoptr (GPtrArray) history = NULL;

  aj_values_set_text (aj_edit_add (edit, PERSON), "name", "Zoë");
  aj_edit_add (edit, GROUP);
  commit_fails (edit, AJ_MODEL_ERROR, AJ_MODEL_ERROR_REQUIRED, words);
  history = aj_store_list_history (self->store, NULL, NULL);
  g_assert_cmpuint (history->len, ==, 0);
}

/* Every way in which one edit may say several things about one record. */
static void
test_second_thoughts (StoreFixture *self, gconstpointer data)
{
  g_autofree char *id = add_group (self->store, "Expert team");
  g_autoptr (AjRecord) group = aj_store_load_record (self->store, GROUP, id, NULL);
  g_autoptr (AjEdit) edit = aj_edit_new (self->store, "Edit");
  AjValues *added = aj_edit_add (edit, PERSON);
  g_autofree char *person = g_strdup (aj_values_get_id (added));

  g_assert_true (aj_edit_change (edit, group) == aj_edit_change (edit, group));
  g_assert_true (aj_edit_change_values (edit, added) == added);
  aj_edit_remove (edit, PERSON, person);
  aj_edit_remove (edit, GROUP, id);
  g_assert_false (aj_edit_is_empty (edit));
  aj_values_set_text (aj_edit_change (edit, group), "mail", "team@example.nl");
  aj_edit_remove (edit, GROUP, id);
  aj_values_set_text (aj_edit_add_with_id (edit, GROUP, id), "name", "Anew");
  store_commit (edit);
  assert_stored (self->store, GROUP, id, "name", "Anew");
  assert_stored (self->store, GROUP, id, "mail", "");
  g_assert_false (is_stored (self->store, PERSON, person));
  store_undo (self->store, NULL);
  assert_stored (self->store, GROUP, id, "name", "Expert team");
}

static void
test_closed (StoreFixture *self, gconstpointer data)
{
  g_autoptr (AjRecord) record = aj_store_ref_record (self->store, GROUP, "nobody");
  g_autoptr (AjEdit) edit = aj_edit_new (self->store, "Late");
  g_autoptr (GError) error = NULL;

  g_assert_false (aj_record_is_loaded (record));
  aj_store_close (self->store);
  aj_store_close (self->store);
  aj_values_set_text (aj_edit_add (edit, GROUP), "name", "Late");
  g_assert_false (aj_edit_commit (edit, &error));
  g_assert_error (error, AJ_STORE_ERROR, AJ_STORE_ERROR_FAILED);
  g_clear_object (&edit);
  g_assert_finalize_object (g_steal_pointer (&self->store));
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  AjStore **store = user_data;
  g_autoptr (GError) error = NULL;

  *store = aj_store_open_finish (result, &error);
  g_assert_no_error (error);
}

static void
refused_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_assert_null (aj_store_open_finish (result, user_data));
}

static void
test_open_async (StoreFixture *self, gconstpointer data)
{
  g_autofree char *nowhere = g_build_filename (self->folder, "nowhere", NULL);
  g_autoptr (AjStore) store = NULL;
  g_autoptr (GError) error = NULL;

  aj_store_open_async (self->path, AJ_STORE_OPEN_READ_ONLY, "Bart", self->clock, NULL, opened_cb,
                       &store);
  assert_eventually (store != NULL);
  g_assert_true (aj_store_is_read_only (store));
  g_assert_cmpstr (aj_store_get_path (store), ==, self->path);
  g_assert_finalize_object (g_steal_pointer (&store));
  aj_store_open_async (nowhere, AJ_STORE_OPEN_DEFAULT, "Bart", self->clock, NULL, refused_cb,
                       &error);
  assert_eventually (error != NULL);
  g_assert_error (error, AJ_STORE_ERROR, AJ_STORE_ERROR_NOT_FOUND);
}

static void
progress_cb (double fraction, gpointer user_data)
{
  double *last = user_data;

  g_assert_cmpfloat (fraction, >=, *last);
  *last = fraction;
}

static void
backed_up_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  gboolean *done = user_data;
  g_autoptr (GError) error = NULL;

  *done = aj_store_backup_finish (AJ_STORE (source), result, &error);
  g_assert_no_error (error);
}

/* The copy has what was there, and the work goes on meanwhile. */
static void
test_backup (StoreFixture *self, gconstpointer data)
{
  g_autofree char *path = g_build_filename (self->folder, "copy.aanjager", NULL);
  g_autofree char *id = add_group (self->store, "Expert team");
  g_autofree char *during = NULL;
  g_autoptr (AjStore) copy = NULL;
  g_autoptr (GError) error = NULL;
  double fraction = 0.0;
  gboolean done = FALSE;

  aj_store_backup_async (self->store, path, FALSE, progress_cb, &fraction, NULL, backed_up_cb,
                         &done);
  during = add_person (self->store, "Zoë");
  assert_eventually (done);
  aj_store_close (self->store);
  copy = aj_store_open (path, AJ_STORE_OPEN_DEFAULT, "Bart", self->clock, &error);
  g_assert_no_error (error);
  assert_stored (copy, GROUP, id, "name", "Expert team");
  assert_store_sound (copy);
  g_assert_finalize_object (g_steal_pointer (&copy));
  g_assert_finalize_object (g_steal_pointer (&self->store));
}

static void
not_backed_up_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_assert_false (aj_store_backup_finish (AJ_STORE (source), result, user_data));
}

static void
test_backup_fails (StoreFixture *self, gconstpointer data)
{
  g_autofree char *nowhere = g_build_filename (self->folder, "nowhere", "copy.aanjager", NULL);
  g_autofree char *path = g_build_filename (self->folder, "copy.aanjager", NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) missing = NULL;
  g_autoptr (GError) cancelled = NULL;
  g_autoptr (GError) error = NULL;

  aj_store_backup_async (self->store, nowhere, FALSE, NULL, NULL, NULL, not_backed_up_cb, &missing);
  assert_eventually (missing != NULL);
  g_assert_error (missing, AJ_STORE_ERROR, AJ_STORE_ERROR_NOT_FOUND);
  g_cancellable_cancel (cancellable);
  aj_store_backup_async (self->store, path, FALSE, NULL, NULL, cancellable, not_backed_up_cb,
                         &cancelled);
  assert_eventually (cancelled != NULL);
  g_assert_error (cancelled, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  g_assert_true (aj_store_backup (self->store, path, FALSE, &error));
  g_assert_no_error (error);
}

/* How many copies were finished and how many were stopped. */
typedef struct
{
  guint n_done;
  guint n_stopped;
} Ends;

static void
ended_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Ends *ends = user_data;
  g_autoptr (GError) error = NULL;

  if (aj_store_backup_finish (AJ_STORE (source), result, &error))
    {
      ends->n_done++;
      return;
    }
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  ends->n_stopped++;
}

#define N_COPIES 40

static void
check_close_stops_copies (StoreFixture *self, AjStore *store)
{
  Ends ends = { 0 };
  guint n_files = 0;

  for (guint i = 0; i < N_COPIES; i++)
    {
      g_autofree char *path = g_strdup_printf ("%s/copy-%u.aanjager", self->folder, i);

      aj_store_backup_async (store, path, FALSE, NULL, NULL, NULL, ended_cb, &ends);
    }
  aj_store_close (store);
  /* The answers come by the main loop all the same. */
  assert_eventually (ends.n_done + ends.n_stopped == N_COPIES);
  g_assert_cmpuint (ends.n_stopped, >, 0);
  for (guint i = 0; i < N_COPIES; i++)
    {
      g_autofree char *path = g_strdup_printf ("%s/copy-%u.aanjager", self->folder, i);

      if (g_unlink (path) == 0)
        n_files++;
    }
  g_assert_cmpuint (n_files, ==, ends.n_done);
}

/* Who closes the window does not wait for a copy to a slow drive; what was stopped leaves nothing behind. */
static void
test_close_stops_copies (StoreFixture *self, gconstpointer data)
{
  g_autofree char *path = g_build_filename (self->folder, "alone.aanjager", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (AjStore) alone = aj_store_open (path, AJ_STORE_OPEN_CREATE | AJ_STORE_OPEN_EXCLUSIVE,
                                             "Anna", self->clock, &error);

  g_assert_no_error (error);
  check_close_stops_copies (self, alone);
  g_assert_finalize_object (g_steal_pointer (&alone));
  check_close_stops_copies (self, self->store);
  g_assert_finalize_object (g_steal_pointer (&self->store));
}

/* Who could not fill a new file takes it away, but not from under somebody who has opened it meanwhile. */
static void
test_discard (StoreFixture *self, gconstpointer data)
{
  g_autofree char *path = g_build_filename (self->folder, "new.aanjager", NULL);

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (AjStore) new = aj_store_open (path, AJ_STORE_OPEN_CREATE, "Anna", self->clock,
                                               &error);
      g_autoptr (AjStore) other = NULL;

      g_assert_no_error (error);
      if (i == 0)
        other = aj_store_open (path, AJ_STORE_OPEN_DEFAULT, "Bart", self->clock, &error);
      g_assert_no_error (error);
      aj_store_discard (new);
      g_assert_cmpint (g_file_test (path, G_FILE_TEST_EXISTS), ==, i == 0);
      if (other != NULL)
        {
          assert_store_sound (other);
          aj_store_close (other);
          g_assert_cmpint (g_unlink (path), ==, 0);
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  store_fixture_add ("/store/edit/add-change-remove", test_add_change_remove);
  store_fixture_add ("/store/edit/nothing-changed", test_nothing_changed);
  store_fixture_add ("/store/edit/identity", test_identity);
  store_fixture_add ("/store/edit/reference-loads", test_reference_loads);
  store_fixture_add ("/store/edit/changed-signal", test_changed_signal);
  store_fixture_add ("/store/edit/other-window", test_other_window);
  store_fixture_add ("/store/edit/overtaken", test_overtaken);
  store_fixture_add ("/store/edit/not-unique", test_not_unique);
  store_fixture_add ("/store/edit/referenced", test_referenced);
  store_fixture_add ("/store/edit/referenced-by-untitled", test_referenced_by_untitled);
  store_fixture_add ("/store/edit/referenced-by-nameless", test_referenced_by_nameless);
  store_fixture_add ("/store/edit/rules", test_rules);
  store_fixture_add ("/store/edit/second-thoughts", test_second_thoughts);
  store_fixture_add ("/store/edit/closed", test_closed);
  store_fixture_add ("/store/edit/open-async", test_open_async);
  store_fixture_add ("/store/edit/backup", test_backup);
  store_fixture_add ("/store/edit/backup-fails", test_backup_fails);
  store_fixture_add ("/store/edit/close-stops-copies", test_close_stops_copies);
  store_fixture_add ("/store/edit/discard", test_discard);
  return g_test_run ();
}
