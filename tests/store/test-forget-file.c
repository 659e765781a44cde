/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "forget-world.h"

#include <locale.h>
#include <signal.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "aj-person.h"

/* Another window sees it, and can bring nothing back either. */
static void
test_second_window (StoreFixture *self, gconstpointer data)
{
  g_auto (ForgetWorld) world = { NULL };
  g_autoptr (AjStore) other = store_open_again (self, "Bert");
  g_autoptr (AjRecord) seen = NULL;

  forget_world_make (self, &world);
  set_field (other, &aj_person_record_type, world.zoe, "notes", "Houdt van quilten, zeer");
  seen = aj_store_load_record (other, &aj_person_record_type, world.zoe, NULL);
  forget_now (self->store, world.zoe);
  g_assert_true (aj_store_refresh (other, NULL));
  g_assert_cmpstr (aj_values_get_text (aj_record_get_values (seen), "name"), ==, FORGET_NEUTRAL);
  aj_store_undo (other, NULL, NULL);
  forget_assert_no_trace (self->path);
  aj_store_close (other);
  forget_assert_no_trace (self->path);
}

/* A process of its own that holds the file, reading or writing, until it is told to end. */
static GPid
hold_file (StoreFixture *self, const char *begin)
{
  g_autofree char *script =
      g_strdup_printf ("import sqlite3, sys, time\n"
                       "db = sqlite3.connect (%s, isolation_level = None)\n"
                       "db.execute (\"%s\")\n"
                       "db.execute (\"SELECT count(*) FROM edit\").fetchall ()\n"
                       "sys.stdout.write (\"held\")\n"
                       "sys.stdout.flush ()\n"
                       "time.sleep (300)\n",
                       "sys.argv[1]", begin);
  const char *argv[] = { "/usr/bin/python3", "-c", script, self->path, NULL };
  g_autoptr (GError) error = NULL;
  char word[4] = { 0 };
  GPid pid = 0;
  int out = -1;

  g_spawn_async_with_pipes (NULL, (char **) argv, NULL, G_SPAWN_DO_NOT_REAP_CHILD, NULL, NULL, &pid,
                            NULL, &out, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (read (out, word, sizeof word), >, 0);
  close (out);
  return pid;
}

static void
let_go (GPid pid)
{
  kill (pid, SIGKILL);
  waitpid (pid, NULL, 0);
  g_spawn_close_pid (pid);
}

static void
test_busy_writer (StoreFixture *self, gconstpointer data)
{
  g_auto (ForgetWorld) world = { NULL };
  g_autoptr (GError) error = NULL;
  GPid pid;

  forget_world_make (self, &world);
  pid = hold_file (self, "BEGIN IMMEDIATE");
  g_assert_false (forget_try (self->store, world.zoe, AJ_FORGET_DEFAULT, NULL, &error));
  g_assert_error (error, AJ_STORE_ERROR, AJ_STORE_ERROR_BUSY);
  let_go (pid);
  assert_stored (self->store, &aj_person_record_type, world.zoe, "name", "Zoë Zwartjes");
  assert_store_sound (self->store);
}

/* While somebody reads an old state the log cannot be cut off: that is owed, and done when the file is opened next. */
static void
test_busy_reader (StoreFixture *self, gconstpointer data)
{
  g_auto (ForgetWorld) world = { NULL };
  g_autoptr (GError) error = NULL;
  gboolean wiped = TRUE;
  GPid pid;

  forget_world_make (self, &world);
  pid = hold_file (self, "BEGIN");
  forget_try (self->store, world.zoe, AJ_FORGET_DEFAULT, &wiped, &error);
  g_assert_no_error (error);
  g_assert_false (wiped);
  assert_stored (self->store, &aj_person_record_type, world.zoe, "name", FORGET_NEUTRAL);
  let_go (pid);
  aj_store_close (self->store);
  g_clear_object (&self->store);
  self->store = store_open_again (self, "Anna");
  forget_assert_no_trace (self->path);
}

/* Killed when the data were gone and the file was not rewritten yet. */
static void
test_killed_between (StoreFixture *self, gconstpointer data)
{
  g_auto (ForgetWorld) world = { NULL };
  gboolean wiped = TRUE;
  g_autofree char *copy = g_build_filename (self->folder, "killed.aanjager", NULL);
  GPid pid;

  forget_world_make (self, &world);
  pid = hold_file (self, "BEGIN");
  g_assert_true (forget_try (self->store, world.zoe, AJ_FORGET_DEFAULT, &wiped, NULL));
  g_assert_false (wiped);
  /* What lies there now is what a power cut would have left. */
  for (guint i = 0; i < 2; i++)
    {
      g_autofree char *from = g_strconcat (self->path, i == 0 ? "" : "-wal", NULL);
      g_autofree char *to = g_strconcat (copy, i == 0 ? "" : "-wal", NULL);
      gsize size = 0;
      g_autofree char *bytes = forget_read_aside (from, &size);

      g_assert_true (g_file_set_contents (to, bytes, (gssize) size, NULL));
    }
  let_go (pid);
  g_assert_nonnull (forget_find_trace (copy, forget_traces));
  {
    g_autoptr (AjClock) clock = g_object_ref (self->clock);
    g_autoptr (AjStore) store = aj_store_open (copy, AJ_STORE_OPEN_DEFAULT, "Anna", clock, NULL);

    g_assert_nonnull (store);
    forget_assert_no_trace (copy);
    assert_store_sound (store);
    aj_store_close (store);
  }
  forget_assert_no_trace (copy);
}

static void
test_exclusive (StoreFixture *self, gconstpointer data)
{
  g_auto (ForgetWorld) world = { NULL };

  aj_store_close (self->store);
  g_clear_object (&self->store);
  self->store = aj_store_open (self->path, AJ_STORE_OPEN_EXCLUSIVE, "Anna", self->clock, NULL);
  forget_world_make (self, &world);
  forget_now (self->store, world.zoe);
  forget_assert_no_trace (self->path);
}

static void
test_read_only (StoreFixture *self, gconstpointer data)
{
  g_autofree char *jan = add_person (self->store, "Jan de Boer");
  g_autoptr (AjStore) reader = NULL;
  g_autoptr (GError) error = NULL;

  reader = aj_store_open (self->path, AJ_STORE_OPEN_READ_ONLY, "Anna", self->clock, NULL);
  g_assert_false (forget_try (reader, jan, AJ_FORGET_DEFAULT, NULL, &error));
  g_assert_error (error, AJ_STORE_ERROR, AJ_STORE_ERROR_READ_ONLY);
}

static void
forgotten_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  gboolean *done = user_data;
  gboolean wiped = FALSE;
  g_autoptr (GError) error = NULL;

  g_assert_true (aj_store_forget_finish (AJ_STORE (source), result, &wiped, &error));
  g_assert_no_error (error);
  g_assert_true (wiped);
  *done = TRUE;
}

static void
mentions_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  guint *count = user_data;
  g_autoptr (GPtrArray) mentions = aj_store_find_mentions_finish (AJ_STORE (source), result, NULL);

  g_assert_nonnull (mentions);
  *count = mentions->len;
}

static void
test_async (StoreFixture *self, gconstpointer data)
{
  g_auto (ForgetWorld) world = { NULL };
  gboolean done = FALSE;
  guint count = 0;

  forget_world_make (self, &world);
  {
    const char *const ids[] = { world.zoe, NULL };
    AjForgetting what = { &aj_person_record_type, ids,  FORGET_NEUTRAL,
                          FORGET_LABEL,           NULL, AJ_FORGET_DEFAULT };

    aj_store_find_mentions_async (self->store, &aj_person_record_type, ids, NULL, mentions_cb,
                                  &count);
    assert_eventually (count > 0);
    /* The notes of a colleague; what was said in another contact, and who signed it. */
    g_assert_cmpuint (count, ==, 3);
    aj_store_forget_async (self->store, &what, NULL, forgotten_cb, &done);
    assert_eventually (done);
  }
  forget_assert_no_trace (self->path);
}

/* By their names alone: what lies there may be anything. */
static void
test_copies (StoreFixture *self, gconstpointer data)
{
  /* The copies first. */
  static const char *const names[] = {
    "network (2).aanjager", "network.before-2.aanjager", "network.aanjager~", "network.old",
    "Elsewhere.aanjager",   "networking.aanjager",       "network2.aanjager", "network.csv",
    "network.err",          "network-people.vcf",        "notes.txt",         "network.aanjager2",
  };
  static const guint n_copies = 4;
  g_autoptr (GPtrArray) none = aj_store_list_copies (self->store);
  g_autoptr (GPtrArray) copies = NULL;

  g_assert_cmpuint (none->len, ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (self->folder, names[i], NULL);

      g_assert_true (g_file_set_contents (path, "x", 1, NULL));
    }
  copies = aj_store_list_copies (self->store);
  g_assert_cmpuint (copies->len, ==, n_copies);
  for (guint i = 0; i < n_copies; i++)
    g_assert_true (g_ptr_array_find_with_equal_func (copies, names[i], g_str_equal, NULL));
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  store_fixture_add ("/forget/second-window", test_second_window);
  store_fixture_add ("/forget/busy-writer", test_busy_writer);
  store_fixture_add ("/forget/busy-reader", test_busy_reader);
  store_fixture_add ("/forget/killed-between", test_killed_between);
  store_fixture_add ("/forget/exclusive", test_exclusive);
  store_fixture_add ("/forget/read-only", test_read_only);
  store_fixture_add ("/forget/async", test_async);
  store_fixture_add ("/forget/copies", test_copies);
  return g_test_run ();
}
