/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "db-fixture.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <glib/gstdio.h>
#include <linux/magic.h>

#include "aj-db-private.h"

/* Every opening here is refused well before anybody would think that the program hangs. */
#define SOON (4 * G_USEC_PER_SEC)

/* More than the memory of a connection holds, so that the file itself is written before the end. */
static gboolean
hang_body (AjDb *db, gpointer user_data, GError **error)
{
  g_assert_true (aj_db_exec (
      db,
      /* Little memory, so that half of it is in the file before the COMMIT. */
      "PRAGMA cache_size = 50; DELETE FROM district; WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL"
      " SELECT i + 1 FROM n WHERE i < 60000) INSERT INTO person"
      " (id, revision, name, notes) SELECT i, 1, 'x', hex (zeroblob (200))"
      " FROM n",
      "test", error));
  puts ("ready");
  fflush (stdout);
  getchar ();
  return TRUE;
}

/* The other process: holds the file until its input ends, or stops in the middle of writing. */
static int
hold (char **argv)
{
  AjDbOpenFlags flags = (AjDbOpenFlags) atoi (argv[3]);
  g_autoptr (GError) error = NULL;
  g_autoptr (AjDb) db = aj_db_open (argv[2], flags, "Bert de Boer", &error);

  g_assert_no_error (error);
  if (strcmp (argv[1], "--hang") == 0)
    {
      g_assert_true (aj_db_write (db, hang_body, NULL, &error));
      return 0;
    }
  puts ("ready");
  fflush (stdout);
  getchar ();
  return 0;
}

static GSubprocess *
start_other (Fixture *fixture, const char *mode, AjDbOpenFlags flags)
{
  g_autofree char *number = g_strdup_printf ("%d", (int) flags);
  const char *const arguments[] = { mode, fixture->path, number, NULL };
  GSubprocess *process = spawn_self (arguments);
  g_autofree char *line = read_line (process);

  g_assert_cmpstr (line, ==, "ready");
  return process;
}

static void
kill_other (GSubprocess *process)
{
  g_subprocess_force_exit (process);
  g_assert_true (g_subprocess_wait (process, NULL, NULL));
}

/* Refused, soon, naming who has it when @named. */
static void
check_in_use (Fixture *fixture, gboolean named)
{
  static const AjDbOpenFlags ways[] = { AJ_DB_OPEN_DEFAULT, AJ_DB_OPEN_EXCLUSIVE,
                                        AJ_DB_OPEN_READ_ONLY };

  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    {
      gint64 start = g_get_monotonic_time ();
      g_autoptr (GError) error = NULL;
      AjDb *db = aj_db_open (fixture->path, ways[i], "Anna", &error);

      g_assert_null (db);
      g_assert_error (error, AJ_STORE_ERROR, AJ_STORE_ERROR_IN_USE);
      g_assert_cmpint (g_get_monotonic_time () - start, <, SOON);
      if (!named)
        continue;
      g_assert_nonnull (strstr (error->message, "Bert de Boer"));
      g_assert_nonnull (strstr (error->message, g_get_host_name ()));
    }
}

static void
test_in_use (Fixture *fixture, gconstpointer data)
{
  g_autofree char *note = fixture_get_beside (fixture, ".lock");
  g_autofree char *log = fixture_get_beside (fixture, "-wal");
  g_autofree char *shared = fixture_get_beside (fixture, "-shm");
  g_autofree char *journal = fixture_get_beside (fixture, "-journal");
  g_autoptr (GSubprocess) other = NULL;
  AjDb *db = db_open (fixture->path, AJ_DB_OPEN_CREATE);

  db_add_district (db, "a");
  aj_db_close (db);
  other = start_other (fixture, "--hold", AJ_DB_OPEN_EXCLUSIVE);
  g_assert_cmpuint (get_mode (note), ==, 0600);
  g_assert_false (g_file_test (log, G_FILE_TEST_EXISTS));
  g_assert_false (g_file_test (shared, G_FILE_TEST_EXISTS));
  check_in_use (fixture, TRUE);
  wait_for (other);

  g_assert_false (g_file_test (note, G_FILE_TEST_EXISTS));
  g_assert_false (g_file_test (journal, G_FILE_TEST_EXISTS));
  db = db_open (fixture->path, AJ_DB_OPEN_DEFAULT);
  g_assert_cmpint (db_count_districts (db), ==, 1);
  aj_db_close (db);
}

/* What stands in the note is what somebody on the network wrote. */
static void
test_odd_notes (Fixture *fixture, gconstpointer data)
{
  g_autofree char *note = fixture_get_beside (fixture, ".lock");
  g_autofree char *long_note = g_strnfill (100000, 'x');
  const char *const notes[] = {
    "",
    "\xff\xfe\x01",
    long_note,
    "[Lock]\nUser=\nHost=h\nSince=2026-03-03T09:00:00Z\n",
    "[Lock]\nUser=u\nHost=h\nSince=soon\n",
    "[Lock]\nUser=u\nHost=h\n",
  };
  g_autoptr (GSubprocess) other = start_other (fixture, "--hold",
                                               AJ_DB_OPEN_CREATE | AJ_DB_OPEN_EXCLUSIVE);

  for (guint i = 0; i < G_N_ELEMENTS (notes); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_true (g_file_set_contents (note, notes[i], -1, NULL));
      g_assert_null (aj_db_open (fixture->path, AJ_DB_OPEN_DEFAULT, "Anna", &error));
      g_assert_error (error, AJ_STORE_ERROR, AJ_STORE_ERROR_IN_USE);
    }
  g_assert_true (g_file_set_contents (
      note, "[Lock]\nUser=Eve\\n\\nYour file is lost\nHost=h\nSince=2026-03-03T09:00:00Z\n", -1,
      NULL));
  {
    g_autoptr (GError) error = NULL;

    g_assert_null (aj_db_open (fixture->path, AJ_DB_OPEN_DEFAULT, "Anna", &error));
    g_assert_cmpstr (error->message, ==,
                     "“Café 100%41 #1? & co.aanjager” is in use by Eve Your file is lost on h since"
                     " 3 March, 09:00. Ask them to close it, then try again.");
  }
  wait_for (other);
}

/* A note whose writer is gone keeps nobody out. */
static void
test_left_behind (Fixture *fixture, gconstpointer data)
{
  g_autofree char *note = fixture_get_beside (fixture, ".lock");
  g_autoptr (GSubprocess) other = start_other (fixture, "--hold",
                                               AJ_DB_OPEN_CREATE | AJ_DB_OPEN_EXCLUSIVE);
  g_autofree char *text = NULL;
  AjDb *db;

  kill_other (other);
  g_assert_true (g_file_test (note, G_FILE_TEST_EXISTS));
  aj_db_close (db_open (fixture->path, AJ_DB_OPEN_READ_ONLY));
  db = db_open (fixture->path, AJ_DB_OPEN_EXCLUSIVE);
  g_assert_true (g_file_get_contents (note, &text, NULL, NULL));
  g_assert_nonnull (strstr (text, "Anna Test"));
  g_assert_null (strstr (text, "Bert"));
  aj_db_close (db);
  g_assert_false (g_file_test (note, G_FILE_TEST_EXISTS));

  /* Nor does it stay when the file is back on a disk of one machine. */
  g_assert_true (g_file_set_contents (note, "[Lock]\nUser=Bert\n", -1, NULL));
  db = db_open (fixture->path, AJ_DB_OPEN_DEFAULT);
  g_assert_false (g_file_test (note, G_FILE_TEST_EXISTS));
  aj_db_close (db);
}

/* Killed halfway, with a journal beside the file that takes it all back. */
static void
test_killed_while_writing (Fixture *fixture, gconstpointer data)
{
  static const AjDbOpenFlags ways[] = { AJ_DB_OPEN_DEFAULT, AJ_DB_OPEN_EXCLUSIVE };
  g_autofree char *journal = fixture_get_beside (fixture, "-journal");

  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    {
      g_autoptr (GSubprocess) other = NULL;
      GStatBuf info;
      AjDb *db;

      g_unlink (fixture->path);
      db = db_open (fixture->path, AJ_DB_OPEN_CREATE);
      db_add_district (db, "a");
      aj_db_close (db);
      other = start_other (fixture, "--hang", AJ_DB_OPEN_EXCLUSIVE);
      check_in_use (fixture, TRUE);
      kill_other (other);
      g_assert_cmpint (g_stat (journal, &info), ==, 0);
      g_assert_cmpint (info.st_size, >, 0);
      /* Only writing can bring it back, and whoever may only read is told so. */
      db_open_fails (fixture->path, AJ_DB_OPEN_READ_ONLY, AJ_STORE_ERROR_READ_ONLY);
      db = db_open (fixture->path, ways[i]);
      g_assert_cmpint (db_count_districts (db), ==, 1);
      g_assert_cmpint (db_get_integer (db, "SELECT count (*) FROM person"), ==, 0);
      aj_db_close (db);
      raw_assert_whole (fixture->path);
    }
}

/* On one machine others just share it, until one wants it alone. */
static void
test_shared (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GSubprocess) other = start_other (fixture, "--hold", AJ_DB_OPEN_CREATE);
  g_autoptr (AjDb) db = db_open (fixture->path, AJ_DB_OPEN_DEFAULT);

  db_add_district (db, "a");
  db_open_fails (fixture->path, AJ_DB_OPEN_EXCLUSIVE, AJ_STORE_ERROR_BUSY);
  db_add_district (db, "b");
  wait_for (other);
  g_assert_cmpint (db_count_districts (db), ==, 2);
}

static void
test_exclusive_works (Fixture *fixture, gconstpointer data)
{
  g_autofree char *copy = fixture_get_path (fixture, "copy.aanjager");
  g_autoptr (GError) error = NULL;
  AjDb *db = db_open (fixture->path, AJ_DB_OPEN_CREATE | AJ_DB_OPEN_EXCLUSIVE);

  g_assert_cmpint (
      db_get_integer (db,
                      "SELECT count (*) FROM pragma_journal_mode WHERE journal_mode = 'truncate'"),
      ==, 1);
  db_add_district (db, "a");
  g_assert_true (aj_db_backup (db, copy, TRUE, NULL, NULL, NULL, &error));
  g_assert_no_error (error);
  aj_db_close (db);
  db = db_open (fixture->path, AJ_DB_OPEN_EXCLUSIVE);
  g_assert_cmpint (db_count_districts (db), ==, 1);
  aj_db_close (db);
  raw_assert_whole (fixture->path);
  raw_assert_whole (copy);
}

static void
test_file_systems (void)
{
  static const struct
  {
    gint64 type;
    gboolean shared;
  } cases[] = {
    { NFS_SUPER_MAGIC, TRUE },
    { SMB_SUPER_MAGIC, TRUE },
    { CIFS_SUPER_MAGIC, TRUE },
    { SMB2_SUPER_MAGIC, TRUE },
    { V9FS_MAGIC, TRUE },
    { AFS_SUPER_MAGIC, TRUE },
    { AFS_FS_MAGIC, TRUE },
    { CODA_SUPER_MAGIC, TRUE },
    { CEPH_SUPER_MAGIC, TRUE },
    { FUSE_SUPER_MAGIC, TRUE },
    { OCFS2_SUPER_MAGIC, TRUE },
    { EXT4_SUPER_MAGIC, FALSE },
    { BTRFS_SUPER_MAGIC, FALSE },
    { XFS_SUPER_MAGIC, FALSE },
    { TMPFS_MAGIC, FALSE },
    { OVERLAYFS_SUPER_MAGIC, FALSE },
    { MSDOS_SUPER_MAGIC, FALSE },
    /* As a machine with a signed number of 32 bits gives it. */
    { (gint32) SMB2_SUPER_MAGIC, TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (aj_db_is_shared_file_system (cases[i].type), ==, cases[i].shared);
}

int
main (int argc, char **argv)
{
  if (is_other_process (argc, argv, "--hold") || is_other_process (argc, argv, "--hang"))
    return hold (argv);
  g_test_init (&argc, &argv, NULL);
  fixture_add ("/store/lock/in-use", test_in_use);
  fixture_add ("/store/lock/odd-notes", test_odd_notes);
  fixture_add ("/store/lock/left-behind", test_left_behind);
  fixture_add ("/store/lock/killed-while-writing", test_killed_while_writing);
  fixture_add ("/store/lock/shared", test_shared);
  fixture_add ("/store/lock/exclusive-works", test_exclusive_works);
  g_test_add_func ("/store/lock/file-systems", test_file_systems);
  return g_test_run ();
}
