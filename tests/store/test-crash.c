/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "db-fixture.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "aj-district.h"
#include "aj-edit.h"
#include "aj-store.h"

#define N_EDITS 200

/* What a writer says of a commit that has succeeded: "revision id name", the name "-" when it removed the record. */
typedef struct
{
  gint64 revision;
  char *id;
  char *name; /* NULL: removed */
} Said;

static void
said_free (Said *self)
{
  g_free (self->id);
  g_free (self->name);
  g_free (self);
}

static AjStore *
open_store (const char *path, AjStoreOpenFlags flags, const char *author)
{
  g_autoptr (AjClock) clock = aj_clock_new_from_string ("2026-03-12T10:00", "Europe/Amsterdam");
  g_autoptr (GError) error = NULL;
  AjStore *store = aj_store_open (path, flags, author, clock, &error);

  g_assert_no_error (error);
  return store;
}

/* One random edit: mostly a new district, now and then a change to one of this writer's, or its end. */
static gint64
make_edit (AjStore *store,
           GRand *random,
           GPtrArray *ids,
           guint number,
           const char *author,
           char **id,
           char **name)
{
  g_autoptr (AjEdit) edit = aj_edit_new (store, "Test");
  g_autoptr (GError) error = NULL;
  guint choice = ids->len == 0 ? 0 : (guint) g_rand_int_range (random, 0, 5);

  *name = g_strdup_printf ("%s-%u-%u", author, number, g_rand_int (random));
  if (choice < 3)
    {
      AjValues *values = aj_edit_add (edit, &aj_district_record_type);

      aj_values_set_text (values, "name", *name);
      *id = g_strdup (aj_values_get_id (values));
      g_ptr_array_add (ids, g_strdup (*id));
    }
  else
    {
      guint index = (guint) g_rand_int_range (random, 0, (int) ids->len);

      *id = g_strdup (ids->pdata[index]);
      if (choice == 3)
        {
          g_autoptr (AjRecord) record = aj_store_load_record (store, &aj_district_record_type, *id,
                                                              &error);

          g_assert_no_error (error);
          aj_values_set_text (aj_edit_change (edit, record), "name", *name);
        }
      else
        {
          aj_edit_remove (edit, &aj_district_record_type, *id);
          g_ptr_array_remove_index (ids, index);
          g_clear_pointer (name, g_free);
        }
    }
  aj_edit_commit (edit, &error);
  g_assert_no_error (error);
  return aj_edit_get_revision (edit);
}

/* The other process: edits until it has made as many as asked, or is killed, and says what is done. */
static int
run_writer (char **argv)
{
  g_autoptr (AjStore) store = open_store (argv[2], (AjStoreOpenFlags) atoi (argv[6]), argv[3]);
  g_autoptr (GRand) random = g_rand_new_with_seed ((guint32) atoi (argv[4]));
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < (guint) atoi (argv[5]); i++)
    {
      g_autofree char *id = NULL, *name = NULL;
      gint64 revision = make_edit (store, random, ids, i, argv[3], &id, &name);

      g_assert_cmpint (revision, >, 0);
      printf ("%" G_GINT64_FORMAT " %s %s\n", revision, id, name == NULL ? "-" : name);
      fflush (stdout);
    }
  aj_store_close (store);
  return 0;
}

static GSubprocess *
start_writer (Fixture *fixture, const char *author, guint seed, guint count, AjStoreOpenFlags flags)
{
  g_autofree char *seed_text = g_strdup_printf ("%u", seed);
  g_autofree char *count_text = g_strdup_printf ("%u", count);
  g_autofree char *flags_text = g_strdup_printf ("%d", (int) flags);
  const char *const arguments[] = { "--writer", fixture->path, author, seed_text,
                                    count_text, flags_text,    NULL };

  return spawn_self (arguments);
}

static Said *
listen_to (GSubprocess *process)
{
  g_autofree char *line = read_line (process);
  g_auto (GStrv) words = NULL;
  Said *said;

  if (line == NULL)
    return NULL;
  words = g_strsplit (line, " ", 3);
  /* The last line of a writer that was killed may be half of one. */
  if (g_strv_length (words) < 3)
    return NULL;
  said = g_new0 (Said, 1);
  said->revision = g_ascii_strtoll (words[0], NULL, 10);
  said->id = g_strdup (words[1]);
  said->name = strcmp (words[2], "-") == 0 ? NULL : g_strdup (words[2]);
  return said;
}

/* Everything that was said is so, unless a later edit, which then is in the history, says otherwise. Looked at past the
 * program. */
static void
check_kept (Fixture *fixture, GPtrArray *all_said)
{
  for (guint i = 0; i < all_said->len; i++)
    {
      Said *said = all_said->pdata[i];
      g_autofree char *sql = g_strdup_printf (
          "SELECT (SELECT count (*) FROM edit WHERE revision = %" G_GINT64_FORMAT "),"
          " (SELECT count (*) FROM change WHERE revision = %" G_GINT64_FORMAT " AND record = '%s'),"
          " (SELECT max (revision) FROM change WHERE record = '%s'),"
          " (SELECT name FROM district WHERE id = '%s')",
          said->revision, said->revision, said->id, said->id, said->id);
      g_autofree char *found = raw_query (fixture->path, sql);
      g_auto (GStrv) columns = g_strsplit (found, "|", 4);

      g_assert_cmpstr (columns[0], ==, "1");
      g_assert_cmpstr (columns[1], ==, "1");
      if (g_ascii_strtoll (columns[2], NULL, 10) == said->revision)
        g_assert_cmpstr (columns[3], ==, said->name == NULL ? "" : said->name);
    }
}

/* The program itself finds nothing to complain of, and past it SQLite neither. */
static void
check_whole (Fixture *fixture, AjStoreOpenFlags flags)
{
  g_autoptr (AjStore) store = open_store (fixture->path, flags, "Anna");
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) problems = aj_store_check (store, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < problems->len; i++)
    g_test_message ("%s", (char *) problems->pdata[i]);
  g_assert_cmpuint (problems->len, ==, 0);
  aj_store_close (store);
  raw_assert_whole (fixture->path);
}

/* Kills the writer after it has said a few things, at no particular moment, and keeps what it had said. */
static void
run_and_kill (Fixture *fixture, GRand *random, GPtrArray *all_said, AjStoreOpenFlags flags)
{
  guint n_lines = (guint) g_rand_int_range (random, 1, 20);
  g_autoptr (GSubprocess) writer = start_writer (fixture, "Bert", g_rand_int (random) % 1000000,
                                                 100000, flags);
  Said *said;

  for (guint i = 0; i < n_lines && (said = listen_to (writer)) != NULL; i++)
    g_ptr_array_add (all_said, said);
  g_usleep ((gulong) g_rand_int_range (random, 0, 4000));
  g_subprocess_force_exit (writer);
  /* What it said before the end is still in the pipe, and counts. */
  while ((said = listen_to (writer)) != NULL)
    g_ptr_array_add (all_said, said);
  g_assert_true (g_subprocess_wait (writer, NULL, NULL));
  g_assert_false (g_subprocess_get_if_exited (writer));
}

static void
test_kill (Fixture *fixture, gconstpointer data)
{
  AjStoreOpenFlags flags = (AjStoreOpenFlags) GPOINTER_TO_UINT (data);
  g_autoptr (GPtrArray) all_said = g_ptr_array_new_with_free_func ((GDestroyNotify) said_free);
  g_autoptr (GRand) random = g_rand_new_with_seed (20260312);
  guint n_kills = 0;

  aj_store_close (open_store (fixture->path, flags | AJ_STORE_OPEN_CREATE, "Anna"));
  while (all_said->len < N_EDITS)
    {
      run_and_kill (fixture, random, all_said, flags);
      check_whole (fixture, flags);
      check_kept (fixture, all_said);
      n_kills++;
    }
  g_test_message ("%u edits, killed %u times", all_said->len, n_kills);
  g_assert_cmpuint (n_kills, >=, 5);
}

/* Two programs write at the same time; the third has it open and sees all of it. */
static void
test_two_writers (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GHashTable) revisions = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL,
                                                            NULL);
  g_autoptr (GPtrArray) all_said = g_ptr_array_new_with_free_func ((GDestroyNotify) said_free);
  g_autoptr (AjStore) store = open_store (fixture->path, AJ_STORE_OPEN_CREATE, "Anna");
  g_autoptr (AjQuery) query = aj_query_new (&aj_district_record_type);
  GSubprocess *writers[] = {
    start_writer (fixture, "Bert", 1, N_EDITS, AJ_STORE_OPEN_DEFAULT),
    start_writer (fixture, "Carla", 2, N_EDITS, AJ_STORE_OPEN_DEFAULT),
  };
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (writers); i++)
    {
      Said *said;

      while ((said = listen_to (writers[i])) != NULL)
        {
          g_assert_true (g_hash_table_add (revisions, &said->revision));
          g_ptr_array_add (all_said, said);
        }
      wait_for (writers[i]);
      g_object_unref (writers[i]);
    }
  g_assert_cmpuint (all_said->len, ==, 2 * N_EDITS);
  g_assert_cmpint (raw_get_integer (fixture->path, "SELECT count (*) FROM edit"), ==, 2 * N_EDITS);
  g_assert_true (aj_store_refresh (store, &error));
  g_assert_no_error (error);
  g_assert_cmpint (aj_store_count (store, query, &error), ==,
                   raw_get_integer (fixture->path, "SELECT count (*) FROM district"));
  check_kept (fixture, all_said);
  aj_store_close (store);
  check_whole (fixture, AJ_STORE_OPEN_DEFAULT);
}

int
main (int argc, char **argv)
{
  if (is_other_process (argc, argv, "--writer"))
    return run_writer (argv);
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/store/crash/kill", Fixture, GUINT_TO_POINTER (AJ_STORE_OPEN_DEFAULT),
              fixture_set_up, test_kill, fixture_tear_down);
  g_test_add ("/store/crash/kill-exclusive", Fixture, GUINT_TO_POINTER (AJ_STORE_OPEN_EXCLUSIVE),
              fixture_set_up, test_kill, fixture_tear_down);
  fixture_add ("/store/crash/two-writers", test_two_writers);
  return g_test_run ();
}
