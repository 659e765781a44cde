/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is stopped half-way leaves the file as it was. */
#include <sqlite3.h>

#include "aj-db-private.h"
#include "aj-group.h"
#include "aj-person.h"
#include "aj-store-private.h"
#include "store-fixture.h"

#define N_PEOPLE 40
/* Of so many rows written it is stopped. */
#define AFTER 10

typedef struct
{
  GCancellable *cancellable;
  guint n_written;
} Stopper;

static void
stop_cb (void *data, int operation, const char *schema, const char *table, sqlite3_int64 row)
{
  Stopper *stopper = data;

  if (++stopper->n_written == AFTER)
    g_cancellable_cancel (stopper->cancellable);
}

static gboolean
watch_rows (AjBackend *backend, gpointer stopper, GError **error)
{
  sqlite3_update_hook (backend->db->handle, stopper == NULL ? NULL : stop_cb, stopper);
  return TRUE;
}

static void
stopper_set_up (Stopper *self, AjStore *store)
{
  self->cancellable = g_cancellable_new ();
  self->n_written = 0;
  g_assert_true (aj_worker_run (aj_store_get_worker (store), watch_rows, self, NULL));
}

/* It was stopped in the middle, not before the beginning. */
static void
stopper_tear_down (Stopper *self, AjStore *store)
{
  g_assert_true (aj_worker_run (aj_store_get_worker (store), watch_rows, NULL, NULL));
  g_assert_cmpuint (self->n_written, >=, AFTER);
  g_assert_cmpuint (self->n_written, <, N_PEOPLE);
  g_clear_object (&self->cancellable);
}

static AjEdit *
make_large_edit (AjStore *store)
{
  AjEdit *edit = aj_edit_new (store, "Add people");

  for (guint i = 0; i < N_PEOPLE; i++)
    {
      g_autofree char *name = g_strdup_printf ("Person %u", i);

      aj_values_set_text (aj_edit_add (edit, &aj_person_record_type), "name", name);
    }
  return edit;
}

static gint64
count_people (AjStore *store)
{
  g_autoptr (AjQuery) query = aj_query_new (&aj_person_record_type);

  return aj_store_count (store, query, NULL);
}

static guint
count_history (AjStore *store)
{
  g_autoptr (GPtrArray) entries = aj_store_list_history (store, NULL, NULL);

  return entries->len;
}

static char *
get_label (AjStore *store, const char *property)
{
  char *label;

  g_object_get (store, property, &label, NULL);
  return label;
}

static void
note_changed_cb (AjStore *store, AjChanges *changes, gpointer n_changed)
{
  (*(guint *) n_changed)++;
}

static void
answered_cb (GObject *source, GAsyncResult *result, gpointer answer)
{
  *(GAsyncResult **) answer = g_object_ref (result);
}

typedef void (*TurnAsync) (AjStore *, GCancellable *, GAsyncReadyCallback, gpointer);
typedef gboolean (*TurnFinish) (AjStore *, GAsyncResult *, char **, GError **);

/* Stopped at first, then done whole. */
static void
turn_twice (AjStore *store, TurnAsync turn, TurnFinish finish, gint64 n_before, gint64 n_after)
{
  guint n_lines = count_history (store);
  g_autofree char *undo = get_label (store, "undo-label");
  g_autofree char *redo = get_label (store, "redo-label");
  g_autofree char *undo_then = NULL;
  g_autofree char *redo_then = NULL;
  g_autoptr (GAsyncResult) stopped = NULL;
  g_autoptr (GAsyncResult) done = NULL;
  g_autoptr (GError) error = NULL;
  guint n_changed = 0;
  Stopper stopper;

  g_signal_connect (store, "changed", G_CALLBACK (note_changed_cb), &n_changed);
  stopper_set_up (&stopper, store);
  turn (store, stopper.cancellable, answered_cb, &stopped);
  assert_eventually (stopped != NULL);
  g_assert_false (finish (store, stopped, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  stopper_tear_down (&stopper, store);
  g_assert_cmpint (count_people (store), ==, n_before);
  g_assert_cmpuint (count_history (store), ==, n_lines);
  g_assert_cmpuint (n_changed, ==, 0);
  undo_then = get_label (store, "undo-label");
  redo_then = get_label (store, "redo-label");
  g_assert_cmpstr (undo_then, ==, undo);
  g_assert_cmpstr (redo_then, ==, redo);
  assert_store_sound (store);

  g_clear_error (&error);
  turn (store, NULL, answered_cb, &done);
  assert_eventually (done != NULL);
  g_assert_true (finish (store, done, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpint (count_people (store), ==, n_after);
  g_assert_cmpuint (n_changed, ==, 1);
  g_signal_handlers_disconnect_by_func (store, note_changed_cb, &n_changed);
}

static void
test_undo (StoreFixture *self, gconstpointer data)
{
  g_autoptr (AjEdit) edit = make_large_edit (self->store);

  store_commit (edit);
  turn_twice (self->store, aj_store_undo_async, aj_store_undo_finish, N_PEOPLE, 0);
  turn_twice (self->store, aj_store_redo_async, aj_store_redo_finish, 0, N_PEOPLE);
}

/* As an import is: it can be stored after all. */
static void
test_commit (StoreFixture *self, gconstpointer data)
{
  g_autoptr (AjEdit) edit = make_large_edit (self->store);
  g_autoptr (GAsyncResult) stopped = NULL;
  g_autoptr (GError) error = NULL;
  Stopper stopper;

  stopper_set_up (&stopper, self->store);
  aj_edit_commit_async (edit, stopper.cancellable, answered_cb, &stopped);
  assert_eventually (stopped != NULL);
  g_assert_false (aj_edit_commit_finish (edit, stopped, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  stopper_tear_down (&stopper, self->store);
  g_assert_cmpint (count_people (self->store), ==, 0);
  g_assert_cmpuint (count_history (self->store), ==, 0);
  assert_store_sound (self->store);

  store_commit (edit);
  g_assert_cmpint (count_people (self->store), ==, N_PEOPLE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  store_fixture_add ("/store/cancel/undo", test_undo);
  store_fixture_add ("/store/cancel/commit", test_commit);
  return g_test_run ();
}
