/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What only reads is answered while something is being written, and never with what is older than what was told. */
#include <glib/gstdio.h>
#include <locale.h>
#include <sqlite3.h>

#include "aj-db-private.h"
#include "aj-group.h"
#include "aj-person.h"
#include "aj-reading.h"
#include "aj-search.h"
#include "aj-store-private.h"
#include "aj-surroundings.h"
#include "forget-world.h"

#define PERSON   (&aj_person_record_type)
#define N_PEOPLE 100

/* A door in one of the store's threads: who comes to it waits until it is opened. */
typedef struct
{
  GMutex mutex;
  GCond cond;
  gboolean is_waited_at;
  gboolean is_open;
} Door;

static void
door_init (Door *self)
{
  g_mutex_init (&self->mutex);
  g_cond_init (&self->cond);
  self->is_waited_at = self->is_open = FALSE;
}

static void
door_clear (Door *self)
{
  g_mutex_clear (&self->mutex);
  g_cond_clear (&self->cond);
}

static void
door_pass (Door *self)
{
  g_mutex_lock (&self->mutex);
  self->is_waited_at = TRUE;
  g_cond_broadcast (&self->cond);
  while (!self->is_open)
    g_cond_wait (&self->cond, &self->mutex);
  g_mutex_unlock (&self->mutex);
}

static void
door_await (Door *self)
{
  gint64 end = g_get_monotonic_time () + 30 * G_USEC_PER_SEC;

  g_mutex_lock (&self->mutex);
  while (!self->is_waited_at)
    g_assert_true (g_cond_wait_until (&self->cond, &self->mutex, end));
  g_mutex_unlock (&self->mutex);
}

static void
door_open (Door *self)
{
  g_mutex_lock (&self->mutex);
  self->is_open = TRUE;
  g_cond_broadcast (&self->cond);
  g_mutex_unlock (&self->mutex);
}

static void
stand_at_door_cb (
    void *door, int operation, const char *schema, const char *table, sqlite3_int64 id)
{
  door_pass (door);
}

static gboolean
put_door (AjBackend *backend, gpointer door, GError **error)
{
  sqlite3_update_hook (backend->db->handle, door == NULL ? NULL : stand_at_door_cb, door);
  return TRUE;
}

/* The next that writes a row stays there, inside its transaction. */
static void
hold_writer (AjStore *store, Door *door)
{
  door_init (door);
  g_assert_true (aj_worker_run (aj_store_get_worker (store), put_door, door, NULL));
}

static void
release_writer (AjStore *store, Door *door)
{
  door_open (door);
  g_assert_true (aj_worker_run (aj_store_get_worker (store), put_door, NULL, NULL));
  door_clear (door);
}

static gboolean
stand_in_reading (AjDb *db, gpointer door, GError **error)
{
  door_pass (door);
  return TRUE;
}

static gboolean
read_at_door (AjBackend *backend, gpointer door, GError **error)
{
  return aj_db_read (backend->db, stand_in_reading, door, error);
}

static void
add_people (AjStore *store, guint n)
{
  g_autoptr (AjEdit) edit = aj_edit_new (store, "Add people");

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *name = g_strdup_printf ("Person %03u", i);

      aj_values_set_text (aj_edit_add (edit, PERSON), "name", name);
    }
  store_commit (edit);
}

static void
answered_cb (GObject *source, GAsyncResult *result, gpointer answer)
{
  *(GAsyncResult **) answer = g_object_ref (result);
}

static guint
fetch_people (AjStore *store)
{
  g_autoptr (AjQuery) query = aj_query_new (PERSON);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray) records = NULL;
  g_autoptr (GError) error = NULL;

  aj_store_fetch_async (store, query, NULL, answered_cb, &result);
  assert_eventually (result != NULL);
  records = aj_store_fetch_finish (store, result, &error);
  g_assert_no_error (error);
  return records->len;
}

static guint
read_people (AjStore *store)
{
  g_autoptr (AjQuery) query = aj_query_new (PERSON);
  g_autoptr (AjReading) reading = aj_reading_new (store, query);
  guint n_read = 0;

  while (TRUE)
    {
      g_autoptr (GAsyncResult) result = NULL;
      g_autoptr (GPtrArray) page = NULL;

      aj_reading_next_async (reading, NULL, answered_cb, &result);
      assert_eventually (result != NULL);
      page = aj_reading_next_finish (reading, result, NULL);
      g_assert_nonnull (page);
      if (page->len == 0)
        return n_read;
      n_read += page->len;
    }
}

/* How many kinds of records have it. */
static guint
search (AjStore *store, const char *text)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray) groups = NULL;

  aj_store_search_async (store, text, NULL, 5, NULL, answered_cb, &result);
  assert_eventually (result != NULL);
  groups = aj_store_search_finish (store, result, NULL);
  g_assert_nonnull (groups);
  return groups->len;
}

static guint
list_history (AjStore *store)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray) entries = NULL;

  aj_store_list_history_async (store, NULL, NULL, answered_cb, &result);
  assert_eventually (result != NULL);
  entries = aj_store_list_history_finish (store, result, NULL);
  g_assert_nonnull (entries);
  return entries->len;
}

static AjList *
make_list (AjStore *store)
{
  g_autoptr (AjQuery) query = aj_query_new (PERSON);

  aj_query_order_by (query, "name", FALSE);
  return aj_list_new (store, query);
}

static guint
get_n_items (AjList *list)
{
  return g_list_model_get_n_items (G_LIST_MODEL (list));
}

/* In the middle of an undo everything is there as it was, in lists, records, pages and search; then it is as told. */
static void
test_while_writing (StoreFixture *self, gconstpointer data)
{
  g_autoptr (AjList) list = NULL;
  g_autoptr (AjRecord) last = NULL;
  g_autoptr (GAsyncResult) undone = NULL;
  g_autoptr (GError) error = NULL;
  Door door;

  add_people (self->store, N_PEOPLE);
  hold_writer (self->store, &door);
  aj_store_undo_async (self->store, NULL, answered_cb, &undone);
  door_await (&door);

  list = make_list (self->store);
  assert_eventually (!aj_list_is_loading (list));
  g_assert_null (aj_list_get_error (list));
  g_assert_cmpuint (get_n_items (list), ==, N_PEOPLE);
  last = g_list_model_get_item (G_LIST_MODEL (list), N_PEOPLE - 1);
  assert_eventually (aj_record_is_loaded (last));
  g_assert_cmpstr (aj_values_get_text (aj_record_get_values (last), "name"), ==, "Person 099");
  g_assert_cmpuint (fetch_people (self->store), ==, N_PEOPLE);
  g_assert_cmpuint (read_people (self->store), ==, N_PEOPLE);
  g_assert_cmpuint (search (self->store, "person 0"), ==, 1);
  g_assert_cmpuint (list_history (self->store), ==, 1);
  g_assert_null (undone);

  release_writer (self->store, &door);
  assert_eventually (undone != NULL);
  g_assert_true (aj_store_undo_finish (self->store, undone, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (aj_record_is_removed (last));
  g_assert_cmpuint (fetch_people (self->store), ==, 0);
  g_assert_cmpuint (search (self->store, "person 0"), ==, 0);
  g_assert_cmpuint (list_history (self->store), ==, 2);
  assert_eventually (get_n_items (list) == 0);
}

/* What the owner hears, in its order. */
typedef struct
{
  GString *heard;
  Door door;
} Asking;

static gboolean
read_at_its_door (AjBackend *backend, gpointer asking, GError **error)
{
  return read_at_door (backend, &((Asking *) asking)->door, error);
}

static void
question_answered (gpointer asking, const GError *error)
{
  g_assert_no_error (error);
  g_string_append (((Asking *) asking)->heard, "answer ");
}

static void
changed_cb (AjStore *store, AjChanges *changes, Asking *asking)
{
  g_string_append (asking->heard, "changed ");
}

static void
committed_cb (GObject *source, GAsyncResult *result, gpointer asking)
{
  g_assert_true (aj_edit_commit_finish (AJ_EDIT (source), result, NULL));
  g_string_append (((Asking *) asking)->heard, "committed ");
}

static gboolean
mark (AjBackend *backend, gpointer is_done, GError **error)
{
  g_atomic_int_set ((int *) is_done, TRUE);
  return TRUE;
}

/* A question that began before a change is answered before that is told, however long it takes. */
static void
test_order (StoreFixture *self, gconstpointer data)
{
  g_autoptr (GString) heard = g_string_new (NULL);
  g_autoptr (AjEdit) edit = aj_edit_new (self->store, "Add Anna");
  AjWorker *worker = aj_store_get_worker (self->store);
  Asking asking = { .heard = heard };
  int is_done = FALSE;

  g_signal_connect (self->store, "changed", G_CALLBACK (changed_cb), &asking);
  door_init (&asking.door);
  aj_worker_ask (worker, read_at_its_door, &asking, NULL, NULL, question_answered);
  door_await (&asking.door);
  aj_values_set_text (aj_edit_add (edit, PERSON), "name", "Anna");
  aj_edit_commit_async (edit, NULL, committed_cb, &asking);
  aj_worker_push (worker, mark, &is_done, NULL, NULL, NULL);
  for (guint i = 0; i < 30000 && !g_atomic_int_get (&is_done); i++)
    g_usleep (1000);
  g_assert_true (g_atomic_int_get (&is_done));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_cmpstr (heard->str, ==, "");

  door_open (&asking.door);
  assert_eventually (g_str_has_suffix (heard->str, "committed "));
  door_clear (&asking.door);
  g_assert_cmpstr (heard->str, ==, "answer changed committed ");
  g_signal_handlers_disconnect_by_func (self->store, changed_cb, &asking);
}

/* Who hears of a change and asks finds it made, every time. */
static void
count_changed_cb (AjStore *store, AjChanges *changes, gpointer n_changed)
{
  (*(guint *) n_changed)++;
}

static void
test_busy (StoreFixture *self, gconstpointer data)
{
  g_autoptr (AjList) list = make_list (self->store);
  guint n_changed = 0;

  g_signal_connect (self->store, "changed", G_CALLBACK (count_changed_cb), &n_changed);
  for (guint i = 1; i <= N_PEOPLE; i++)
    {
      g_autofree char *name = g_strdup_printf ("Person %03u", i);
      g_autoptr (AjEdit) edit = aj_edit_new (self->store, name);

      aj_values_set_text (aj_edit_add (edit, PERSON), "name", name);
      aj_edit_commit_async (edit, NULL, NULL, NULL);
      if (i % 3 == 0)
        aj_store_search_async (self->store, name, NULL, 5, NULL, NULL, NULL);
      assert_eventually (n_changed == i);
      if (i % 5 == 0)
        g_assert_cmpuint (fetch_people (self->store), ==, i);
    }
  g_signal_handlers_disconnect_by_func (self->store, count_changed_cb, &n_changed);
  assert_eventually (get_n_items (list) == N_PEOPLE);
}

static gboolean
note_backend (AjBackend *backend, gpointer answer, GError **error)
{
  *(AjBackend **) answer = backend;
  return TRUE;
}

static void
asked_cb (gpointer answer, const GError *error)
{
  g_assert_no_error (error);
}

static gboolean
is_read_beside (AjStore *store)
{
  AjBackend *writer = NULL;
  AjBackend *reader = NULL;

  g_assert_true (aj_worker_run (aj_store_get_worker (store), note_backend, &writer, NULL));
  aj_worker_ask (aj_store_get_worker (store), note_backend, &reader, NULL, NULL, asked_cb);
  g_assert_cmpuint (fetch_people (store), ==, 1);
  return reader != writer;
}

/* Without a log one connection does it all. */
static void
test_where (StoreFixture *self, gconstpointer data)
{
  static const struct
  {
    AjStoreOpenFlags flags;
    gboolean is_beside;
  } cases[] = {
    { AJ_STORE_OPEN_DEFAULT, TRUE },
    { AJ_STORE_OPEN_EXCLUSIVE, FALSE },
    { AJ_STORE_OPEN_READ_ONLY, FALSE },
  };

  g_free (add_person (self->store, "Anna"));
  g_assert_finalize_object (g_steal_pointer (&self->store));
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (AjStore) store = aj_store_open (self->path, cases[i].flags, "Anna", self->clock,
                                                 &error);

      g_assert_no_error (error);
      g_assert_true (is_read_beside (store) == cases[i].is_beside);
    }
}

/* Another file was put in the place of the one that is open: nobody reads that one. */
static void
test_moved (StoreFixture *self, gconstpointer data)
{
  g_autofree char *copy = g_build_filename (self->folder, "copy", NULL);
  g_autofree char *away = g_build_filename (self->folder, "away", NULL);

  g_assert_true (aj_store_backup (self->store, copy, FALSE, NULL));
  g_free (add_person (self->store, "Anna"));
  g_assert_cmpint (g_rename (self->path, away), ==, 0);
  g_assert_cmpint (g_rename (copy, self->path), ==, 0);
  g_assert_false (is_read_beside (self->store));
  g_assert_cmpint (g_rename (self->path, copy), ==, 0);
  g_assert_cmpint (g_rename (away, self->path), ==, 0);
}

static void
count_cb (GObject *source, GAsyncResult *result, gpointer n_answers)
{
  (*(guint *) n_answers)++;
}

/* All that was asked is answered, or fails; settling comes after it; and the file is closed whole. */
static void
test_close (StoreFixture *self, gconstpointer data)
{
  g_autofree char *log = g_strconcat (self->path, "-wal", NULL);
  g_autoptr (AjQuery) query = aj_query_new (PERSON);
  g_autoptr (GAsyncResult) settled = NULL;
  guint n_answers = 0;

  add_people (self->store, N_PEOPLE);
  for (guint i = 0; i < 10; i++)
    aj_store_fetch_async (self->store, query, NULL, count_cb, &n_answers);
  aj_store_settle_async (self->store, NULL, answered_cb, &settled);
  assert_eventually (settled != NULL);
  g_clear_object (&settled);
  g_assert_cmpuint (n_answers, ==, 10);
  for (guint i = 0; i < 10; i++)
    aj_store_fetch_async (self->store, query, NULL, count_cb, &n_answers);
  aj_store_close (self->store);
  aj_store_fetch_async (self->store, query, NULL, count_cb, &n_answers);
  assert_eventually (n_answers == 21);
  g_assert_false (g_file_test (log, G_FILE_TEST_EXISTS));
  g_assert_finalize_object (g_steal_pointer (&self->store));
}

static gboolean
is_owed (const char *path)
{
  AjDb *db = aj_db_open (path, AJ_DB_OPEN_READ_ONLY, "", NULL);
  gint64 n_owed = 0;

  g_assert_nonnull (db);
  g_assert_true (aj_db_query_integer (db, "SELECT COUNT(*) FROM \"owed\"", "look", &n_owed, NULL));
  aj_db_close (db);
  return n_owed > 0;
}

/* A reader that has seen it all, and is reading still when it is forgotten, leaves no trace either. */
static void
test_forget (StoreFixture *self, gconstpointer data)
{
  g_auto (ForgetWorld) world = { NULL };
  g_autoptr (GAsyncResult) forgotten = NULL;
  gboolean wiped = FALSE;
  Door door;

  forget_world_make (self, &world);
  g_assert_cmpuint (search (self->store, "zoë"), >, 0);
  g_assert_cmpuint (read_people (self->store), >, 0);
  g_assert_cmpuint (list_history (self->store), >, 0);
  door_init (&door);
  aj_worker_ask (aj_store_get_worker (self->store), read_at_door, &door, NULL, NULL, NULL);
  door_await (&door);
  {
    const char *const ids[] = { world.zoe, NULL };
    AjForgetting what = { PERSON, ids, FORGET_NEUTRAL, FORGET_LABEL, NULL, AJ_FORGET_DEFAULT };

    aj_store_forget_async (self->store, &what, NULL, answered_cb, &forgotten);
  }
  assert_eventually (is_owed (self->path));
  g_assert_null (forgotten);
  door_open (&door);
  assert_eventually (forgotten != NULL);
  door_clear (&door);
  g_assert_true (aj_store_forget_finish (self->store, forgotten, &wiped, NULL));
  g_assert_true (wiped);
  forget_assert_no_trace (self->path);
  g_assert_cmpuint (search (self->store, "zoë"), ==, 0);
  forget_assert_no_trace (self->path);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  store_fixture_add ("/store/reader/while-writing", test_while_writing);
  store_fixture_add ("/store/reader/order", test_order);
  store_fixture_add ("/store/reader/busy", test_busy);
  store_fixture_add ("/store/reader/where", test_where);
  store_fixture_add ("/store/reader/moved", test_moved);
  store_fixture_add ("/store/reader/close", test_close);
  store_fixture_add ("/store/reader/forget", test_forget);
  return g_test_run ();
}
