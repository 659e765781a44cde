/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "db-fixture.h"

#include <sys/stat.h>
#include <unistd.h>

#include <glib/gstdio.h>

static void
test_create (Fixture *fixture, gconstpointer data)
{
  g_autofree char *log = fixture_get_beside (fixture, "-wal");
  g_autofree char *shared = fixture_get_beside (fixture, "-shm");
  mode_t mask = umask (0);
  AjDb *db = db_open (fixture->path, AJ_DB_OPEN_CREATE);

  db_add_district (db, "a");
  g_assert_cmpstr (aj_db_get_path (db), ==, fixture->path);
  g_assert_false (aj_db_is_read_only (db));
  g_assert_cmpuint (get_mode (fixture->path), ==, 0600);
  g_assert_cmpuint (get_mode (log), ==, 0600);
  g_assert_cmpuint (get_mode (shared), ==, 0600);
  aj_db_close (db);
  umask (mask);

  /* Closed well, everything is in the one file. */
  g_assert_false (g_file_test (log, G_FILE_TEST_EXISTS));
  g_assert_false (g_file_test (shared, G_FILE_TEST_EXISTS));
  raw_assert_whole (fixture->path);
  db = db_open (fixture->path, AJ_DB_OPEN_DEFAULT);
  g_assert_cmpint (db_count_districts (db), ==, 1);
  aj_db_close (db);
}

static void
test_settings (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *sql;
    gint64 answer;
  } cases[] = {
    { "PRAGMA foreign_keys", 1 },
    { "PRAGMA synchronous", 2 },
    { "PRAGMA secure_delete", 1 },
    { "PRAGMA temp_store", 2 },
    { "PRAGMA trusted_schema", 0 },
    { "PRAGMA cell_size_check", 1 },
    { "PRAGMA mmap_size", 0 },
    { "SELECT count (*) FROM pragma_journal_mode WHERE journal_mode = 'wal'", 1 },
  };
  g_autoptr (AjDb) db = db_open (fixture->path, AJ_DB_OPEN_CREATE);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i].sql);
      g_assert_cmpint (db_get_integer (db, cases[i].sql), ==, cases[i].answer);
    }
}

static void
test_create_refused (Fixture *fixture, gconstpointer data)
{
  g_autofree char *elsewhere = fixture_get_path (fixture, "no such folder/x.aanjager");
  g_autoptr (GBytes) before = NULL;
  g_autoptr (GBytes) after = NULL;

  db_open_fails (elsewhere, AJ_DB_OPEN_CREATE, AJ_STORE_ERROR_NOT_FOUND);
  g_assert_true (g_file_set_contents (fixture->path, "my novel", -1, NULL));
  before = read_bytes (fixture->path);
  db_open_fails (fixture->path, AJ_DB_OPEN_CREATE, AJ_STORE_ERROR_EXISTS);
  after = read_bytes (fixture->path);
  g_assert_true (g_bytes_equal (before, after));

  /* One of its own is not made anew either, also while it is open and all of it still lies in the log. */
  g_unlink (fixture->path);
  {
    g_autoptr (AjDb) db = db_open (fixture->path, AJ_DB_OPEN_CREATE);

    db_open_fails (fixture->path, AJ_DB_OPEN_CREATE, AJ_STORE_ERROR_EXISTS);
    db_add_district (db, "a");
  }
  db_open_fails (fixture->path, AJ_DB_OPEN_CREATE, AJ_STORE_ERROR_EXISTS);
}

/* What a file dialog or a crash leaves behind may be somebody's all the same, and has a mode of its own. */
static void
test_create_over_empty (Fixture *fixture, gconstpointer data)
{
  GStatBuf info;

  g_assert_true (g_file_set_contents (fixture->path, "", 0, NULL));
  db_open_fails (fixture->path, AJ_DB_OPEN_DEFAULT, AJ_STORE_ERROR_FOREIGN);
  db_open_fails (fixture->path, AJ_DB_OPEN_READ_ONLY, AJ_STORE_ERROR_FOREIGN);
  db_open_fails (fixture->path, AJ_DB_OPEN_CREATE, AJ_STORE_ERROR_EXISTS);
  g_assert_cmpint (g_stat (fixture->path, &info), ==, 0);
  g_assert_cmpint (info.st_size, ==, 0);
}

/* The log of a file that was taken away would be laid over the one that is made in its place. */
static void
test_create_over_remains (Fixture *fixture, gconstpointer data)
{
  static const char *const endings[] = { "-wal", "-journal" };

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      g_autofree char *remains = fixture_get_beside (fixture, endings[i]);

      g_assert_true (g_file_set_contents (remains, "what is left", -1, NULL));
      db_open_fails (fixture->path, AJ_DB_OPEN_CREATE, AJ_STORE_ERROR_EXISTS);
      g_assert_false (g_file_test (fixture->path, G_FILE_TEST_EXISTS));
      g_assert_cmpint (g_unlink (remains), ==, 0);
    }
  aj_db_close (db_open (fixture->path, AJ_DB_OPEN_CREATE));
}

/* The other process: waits for the word, then makes the file and says what came of it. */
static int
run_maker (const char *path)
{
  g_autoptr (GError) error = NULL;
  AjDb *db;

  printf ("ready\n");
  fflush (stdout);
  getchar ();
  db = aj_db_open (path, AJ_DB_OPEN_CREATE, "Anna Test", &error);
  if (db != NULL)
    db_add_district (db, "a");
  else
    g_assert_error (error, AJ_STORE_ERROR, AJ_STORE_ERROR_EXISTS);
  aj_db_close (db);
  printf ("%s\n", db != NULL ? "made" : "refused");
  fflush (stdout);
  return 0;
}

static void
race (const char *path)
{
  const char *const arguments[] = { "--make", path, NULL };
  GSubprocess *makers[] = { spawn_self (arguments), spawn_self (arguments) };
  guint n_made = 0;

  for (guint i = 0; i < G_N_ELEMENTS (makers); i++)
    {
      g_autofree char *line = read_line (makers[i]);

      g_assert_cmpstr (line, ==, "ready");
    }
  for (guint i = 0; i < G_N_ELEMENTS (makers); i++)
    g_assert_true (g_output_stream_write_all (g_subprocess_get_stdin_pipe (makers[i]), "\n", 1,
                                              NULL, NULL, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (makers); i++)
    {
      g_autofree char *line = read_line (makers[i]);

      n_made += g_strcmp0 (line, "made") == 0 ? 1 : 0;
      wait_for (makers[i]);
      g_object_unref (makers[i]);
    }
  g_assert_cmpuint (n_made, ==, 1);
  raw_assert_whole (path);
  g_assert_cmpint (raw_get_integer (path, "SELECT count (*) FROM district"), ==, 1);
  g_assert_cmpuint (get_mode (path), ==, 0600);
}

/* Of two who make the same file at the same moment one does, and keeps it; the other leaves nothing behind. */
static void
test_create_race (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GDir) folder = NULL;
  guint n_files = 0;

  for (guint i = 0; i < 30; i++)
    {
      g_autofree char *name = g_strdup_printf ("race-%u.aanjager", i);
      g_autofree char *path = fixture_get_path (fixture, name);

      race (path);
    }
  folder = g_dir_open (fixture->folder, 0, NULL);
  while (g_dir_read_name (folder) != NULL)
    n_files++;
  g_assert_cmpuint (n_files, ==, 30);
}

static void
check_untouched (Fixture *fixture, int code)
{
  static const AjDbOpenFlags ways[] = { AJ_DB_OPEN_DEFAULT, AJ_DB_OPEN_READ_ONLY,
                                        AJ_DB_OPEN_EXCLUSIVE };
  g_autoptr (GBytes) before = read_bytes (fixture->path);
  GStatBuf info_before, info_after;

  g_assert_cmpint (g_stat (fixture->path, &info_before), ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    {
      g_autoptr (GBytes) after = NULL;
      g_autoptr (GDir) folder = NULL;
      guint n_files = 0;

      db_open_fails (fixture->path, ways[i], code);
      after = read_bytes (fixture->path);
      g_assert_true (g_bytes_equal (before, after));
      g_assert_cmpint (g_stat (fixture->path, &info_after), ==, 0);
      g_assert_cmpint (info_before.st_mtim.tv_nsec, ==, info_after.st_mtim.tv_nsec);
      folder = g_dir_open (fixture->folder, 0, NULL);
      while (g_dir_read_name (folder) != NULL)
        n_files++;
      g_assert_cmpuint (n_files, ==, 1);
    }
}

static void
test_newer (Fixture *fixture, gconstpointer data)
{
  aj_db_close (db_open (fixture->path, AJ_DB_OPEN_CREATE));
  raw_exec (fixture->path, "PRAGMA user_version = 1000");
  check_untouched (fixture, AJ_STORE_ERROR_NEWER);
}

/* The newer program has it open, and its number is still in the log. */
static void
test_newer_in_log (Fixture *fixture, gconstpointer data)
{
  g_autofree char *log = fixture_get_beside (fixture, "-wal");
  g_autoptr (AjDb) db = db_open (fixture->path, AJ_DB_OPEN_CREATE);
  g_autoptr (GBytes) log_before = NULL;
  g_autoptr (GBytes) log_after = NULL;
  g_autoptr (GBytes) before = NULL;
  g_autoptr (GBytes) after = NULL;

  db_run (db, "PRAGMA user_version = 1000");
  before = read_bytes (fixture->path);
  log_before = read_bytes (log);
  db_open_fails (fixture->path, AJ_DB_OPEN_DEFAULT, AJ_STORE_ERROR_NEWER);
  db_open_fails (fixture->path, AJ_DB_OPEN_READ_ONLY, AJ_STORE_ERROR_NEWER);
  after = read_bytes (fixture->path);
  log_after = read_bytes (log);
  g_assert_true (g_bytes_equal (before, after));
  g_assert_true (g_bytes_equal (log_before, log_after));
}

static void
test_foreign (Fixture *fixture, gconstpointer data)
{
  static const char *const texts[] = { "x", "SQLite format 4", "Beste Anna,\n\nHierbij de lijst.\n",
                                       "BEGIN:VCALENDAR\r\n" };
  g_autofree char *pipe = fixture_get_path (fixture, "pipe");
  g_autofree char *big = g_malloc0 (100000);

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_assert_true (g_file_set_contents (fixture->path, texts[i], -1, NULL));
      check_untouched (fixture, AJ_STORE_ERROR_FOREIGN);
    }
  g_assert_true (g_file_set_contents (fixture->path, big, 100000, NULL));
  check_untouched (fixture, AJ_STORE_ERROR_FOREIGN);
  g_unlink (fixture->path);
  raw_exec (fixture->path, "CREATE TABLE bookmarks (url TEXT); PRAGMA user_version = 1");
  check_untouched (fixture, AJ_STORE_ERROR_FOREIGN);
  raw_exec (fixture->path, "PRAGMA application_id = 42");
  check_untouched (fixture, AJ_STORE_ERROR_FOREIGN);
  /* A database without a table, with and without our mark. */
  g_unlink (fixture->path);
  raw_exec (fixture->path, "PRAGMA user_version = 0; VACUUM");
  raw_exec (fixture->path, "PRAGMA application_id = 1095386962");
  check_untouched (fixture, AJ_STORE_ERROR_FOREIGN);

  db_open_fails (fixture->folder, AJ_DB_OPEN_DEFAULT, AJ_STORE_ERROR_FOREIGN);
  g_assert_cmpint (mkfifo (pipe, 0600), ==, 0);
  db_open_fails (pipe, AJ_DB_OPEN_DEFAULT, AJ_STORE_ERROR_FOREIGN);
}

static void
test_missing (Fixture *fixture, gconstpointer data)
{
  db_open_fails (fixture->path, AJ_DB_OPEN_DEFAULT, AJ_STORE_ERROR_NOT_FOUND);
  db_open_fails (fixture->path, AJ_DB_OPEN_READ_ONLY, AJ_STORE_ERROR_NOT_FOUND);
  g_assert_false (g_file_test (fixture->path, G_FILE_TEST_EXISTS));
}

/* A file of some size, closed well. */
static void
make_full_file (const char *path)
{
  AjDb *db = db_open (path, AJ_DB_OPEN_CREATE);

  db_run (db, "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2000)"
              " INSERT INTO person (id, revision, name, notes)"
              " SELECT 'p' || i, 1, 'Person ' || i, hex (randomblob (40)) FROM n");
  aj_db_close (db);
}

/* Whatever is left of the file, it is refused in a sentence or it works; it never crashes and never lies. */
static void
check_survives (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AjDb) db = aj_db_open (path, AJ_DB_OPEN_DEFAULT, "Anna", &error);
  g_autoptr (GPtrArray) problems = NULL;

  if (db == NULL)
    {
      g_assert_true (error->domain == AJ_STORE_ERROR);
      g_assert_true (error->code == AJ_STORE_ERROR_DAMAGED ||
                     error->code == AJ_STORE_ERROR_FOREIGN || error->code == AJ_STORE_ERROR_NEWER ||
                     error->code == AJ_STORE_ERROR_FAILED);
      return;
    }
  problems = aj_db_check_integrity (db, &error);
  if (problems == NULL)
    g_assert_error (error, AJ_STORE_ERROR, AJ_STORE_ERROR_DAMAGED);
  g_clear_error (&error);
  if (!db_try (db, "UPDATE person SET notes = 'x' || id; DELETE FROM person", &error))
    g_assert_true (error->domain == AJ_STORE_ERROR);
}

static void
test_truncated (Fixture *fixture, gconstpointer data)
{
  g_autofree char *whole = fixture_get_path (fixture, "whole.aanjager");
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GRand) random = g_rand_new_with_seed (2026);
  gsize size;

  make_full_file (whole);
  bytes = read_bytes (whole);
  size = g_bytes_get_size (bytes);
  for (guint i = 0; i < 60; i++)
    {
      /* Small ones, any, and some in the last page. */
      gsize cut = i < 12   ? (gsize) 1 << i
                  : i < 16 ? size - ((gsize) 1 << (i - 12) * 3)
                           : (gsize) g_rand_int_range (random, 1, (int) size);
      g_autoptr (GError) error = NULL;

      g_file_set_contents (fixture->path, g_bytes_get_data (bytes, NULL), (gssize) cut, &error);
      g_assert_no_error (error);
      g_test_message ("cut at %" G_GSIZE_FORMAT, cut);
      /* Its header says how long it should be, so no part of it is taken for the whole. */
      error = NULL;
      g_assert_null (aj_db_open (fixture->path, AJ_DB_OPEN_DEFAULT, "Anna", &error));
      g_assert_true (error->code == AJ_STORE_ERROR_DAMAGED ||
                     (cut <= 512 && error->code == AJ_STORE_ERROR_FOREIGN));
    }
}

static void
test_scribbled (Fixture *fixture, gconstpointer data)
{
  g_autofree char *whole = fixture_get_path (fixture, "whole.aanjager");
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GRand) random = g_rand_new_with_seed (2026);
  gsize size;

  make_full_file (whole);
  bytes = read_bytes (whole);
  size = g_bytes_get_size (bytes);
  for (guint i = 0; i < 80; i++)
    {
      g_autofree guchar *copy = g_memdup2 (g_bytes_get_data (bytes, NULL), size);
      /* Half of the time in the header and the schema, where it matters most. */
      gsize place = (gsize) g_rand_int_range (random, 0, i % 2 == 0 ? 4096 : (int) size);
      gsize length = (gsize) g_rand_int_range (random, 1, 600);

      for (gsize j = place; j < MIN (place + length, size); j++)
        copy[j] = (guchar) g_rand_int_range (random, 0, 256);
      g_assert_true (g_file_set_contents (fixture->path, (char *) copy, (gssize) size, NULL));
      g_test_message ("%" G_GSIZE_FORMAT " bytes at %" G_GSIZE_FORMAT, length, place);
      check_survives (fixture->path);
    }
}

static void
test_integrity_is_told (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AjDb) db = db_open (fixture->path, AJ_DB_OPEN_CREATE);
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GError) error = NULL;

  problems = aj_db_check_integrity (db, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (problems->len, ==, 0);
  g_clear_pointer (&problems, g_ptr_array_unref);

  raw_exec (fixture->path,
            "PRAGMA foreign_keys = OFF; INSERT INTO membership (id, revision, \"group\", role)"
            " VALUES ('m', 1, 'nobody', 'member')");
  problems = aj_db_check_integrity (db, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (problems->len, ==, 1);
  g_assert_cmpstr (problems->pdata[0], ==,
                   "Memberships: one refers to something in Groups that is not there.");
}

static void
test_read_only (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AjDb) writer = db_open (fixture->path, AJ_DB_OPEN_CREATE);
  g_autoptr (AjDb) reader = NULL;
  g_autoptr (GError) error = NULL;

  db_add_district (writer, "a");
  reader = db_open (fixture->path, AJ_DB_OPEN_READ_ONLY);
  g_assert_true (aj_db_is_read_only (reader));
  g_assert_cmpint (db_count_districts (reader), ==, 1);
  db_add_district (writer, "b");
  g_assert_cmpint (db_count_districts (reader), ==, 2);
  g_assert_false (db_try (reader, "DELETE FROM district", &error));
  g_assert_error (error, AJ_STORE_ERROR, AJ_STORE_ERROR_READ_ONLY);
  g_assert_cmpint (db_count_districts (writer), ==, 2);
}

static void
test_links (Fixture *fixture, gconstpointer data)
{
  g_autofree char *link = fixture_get_path (fixture, "link.aanjager");
  g_autofree char *dangling = fixture_get_path (fixture, "dangling.aanjager");
  g_autofree char *stray = fixture_get_path (fixture, "link.aanjager-wal");
  g_autoptr (AjDb) db = db_open (fixture->path, AJ_DB_OPEN_CREATE);
  g_autoptr (AjDb) other = NULL;

  g_assert_cmpint (symlink (fixture->path, link), ==, 0);
  g_assert_cmpint (symlink ("nowhere", dangling), ==, 0);
  other = db_open (link, AJ_DB_OPEN_DEFAULT);
  db_add_district (db, "a");
  g_assert_cmpint (db_count_districts (other), ==, 1);
  g_assert_cmpstr (aj_db_get_path (other), ==, link);
  g_assert_false (g_file_test (stray, G_FILE_TEST_EXISTS));
  db_open_fails (dangling, AJ_DB_OPEN_DEFAULT, AJ_STORE_ERROR_NOT_FOUND);
  db_open_fails (dangling, AJ_DB_OPEN_CREATE, AJ_STORE_ERROR_EXISTS);
}

int
main (int argc, char **argv)
{
  if (is_other_process (argc, argv, "--make"))
    return run_maker (argv[2]);
  g_test_init (&argc, &argv, NULL);
  fixture_add ("/store/db/create", test_create);
  fixture_add ("/store/db/settings", test_settings);
  fixture_add ("/store/db/create-refused", test_create_refused);
  fixture_add ("/store/db/create-over-empty", test_create_over_empty);
  fixture_add ("/store/db/create-over-remains", test_create_over_remains);
  fixture_add ("/store/db/create-race", test_create_race);
  fixture_add ("/store/db/newer", test_newer);
  fixture_add ("/store/db/newer-in-log", test_newer_in_log);
  fixture_add ("/store/db/foreign", test_foreign);
  fixture_add ("/store/db/missing", test_missing);
  fixture_add ("/store/db/truncated", test_truncated);
  fixture_add ("/store/db/scribbled", test_scribbled);
  fixture_add ("/store/db/integrity-is-told", test_integrity_is_told);
  fixture_add ("/store/db/read-only", test_read_only);
  fixture_add ("/store/db/links", test_links);
  return g_test_run ();
}
