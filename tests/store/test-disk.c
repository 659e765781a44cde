/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "db-fixture.h"

#include <errno.h>
#include <grp.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <glib/gstdio.h>

/* More than any of the disks here has room for. */
static const char large_edit[] =
    "DELETE FROM district; WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i"
    " < 3000) INSERT INTO person (id, revision, name, notes) SELECT 'p' || i, 1, 'x',"
    " hex (zeroblob (500)) FROM n";

/* An edit for which there is no room leaves everything as it was, and the next one that fits is written. */
static void
check_full (AjDb *db)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (db_try (db, large_edit, &error));
  g_assert_error (error, AJ_STORE_ERROR, AJ_STORE_ERROR_FULL);
  g_assert_nonnull (strstr (error->message, "Nothing was changed"));
  g_assert_cmpint (db_count_districts (db), ==, 1);
  g_assert_cmpint (db_get_integer (db, "SELECT count (*) FROM person"), ==, 0);
}

static void
check_roomy (AjDb *db, const char *path)
{
  db_run (db, large_edit);
  g_assert_cmpint (db_get_integer (db, "SELECT count (*) FROM person"), ==, 3000);
  aj_db_close (db);
  raw_assert_whole (path);
  g_assert_cmpint (raw_get_integer (path, "SELECT count (*) FROM person"), ==, 3000);
}

/* The other process, since the limit holds for everything that a process writes. */
static int
run_limited (const char *path, AjDbOpenFlags flags)
{
  AjDb *db = db_open (path, flags);
  struct rlimit limit, small;

  db_add_district (db, "a");
  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  small = limit;
  small.rlim_cur = 300000;
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &small), ==, 0);
  check_full (db);
  check_full (db);
  db_run (db, "UPDATE district SET notes = 'there is room for this'");
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  check_roomy (db, path);
  return 0;
}

static void
test_size_limit (Fixture *fixture, gconstpointer data)
{
  const char *const arguments[] = { data, fixture->path, NULL };
  g_autoptr (GSubprocess) process = spawn_self (arguments);

  wait_for (process);
}

/* Leaves no more than @left bytes on the disk. */
static void
fill_disk (const char *path, gsize left)
{
  g_autofree char *block = g_malloc0 (65536);
  FILE *file = g_fopen (path, "we");
  long size;

  g_assert_nonnull (file);
  while (fwrite (block, 65536, 1, file) == 1 && fflush (file) == 0)
    ;
  fclose (file);
  file = g_fopen (path, "ae");
  g_assert_cmpint (fseek (file, 0, SEEK_END), ==, 0);
  size = ftell (file);
  g_assert_cmpint (ftruncate (fileno (file), size - (long) left), ==, 0);
  fclose (file);
}

static void
mount_disk (const char *folder)
{
  g_assert_cmpint (mount ("none", folder, "tmpfs", 0, "size=8m"), ==, 0);
}

/* The other process, on a disk of its own of eight megabytes. */
static int
run_small_disk (const char *folder, AjDbOpenFlags flags)
{
  g_autofree char *path = g_build_filename (folder, "small.aanjager", NULL);
  g_autofree char *copy = g_build_filename (folder, "copy.aanjager", NULL);
  g_autofree char *new = g_build_filename (folder, "new.aanjager", NULL);
  g_autofree char *filler = g_build_filename (folder, "filler", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) before = NULL;
  g_autoptr (GBytes) after = NULL;
  AjDb *db;

  mount_disk (folder);
  db = db_open (path, flags);
  db_add_district (db, "a");
  g_assert_true (aj_db_backup (db, copy, TRUE, NULL, NULL, NULL, &error));
  before = read_bytes (copy);
  fill_disk (filler, 150000);
  check_full (db);

  /* Nor does a copy, or a new file, that does not fit leave anything behind. */
  g_assert_false (aj_db_backup (db, copy, TRUE, NULL, NULL, NULL, &error));
  g_assert_error (error, AJ_STORE_ERROR, AJ_STORE_ERROR_FULL);
  after = read_bytes (copy);
  g_assert_true (g_bytes_equal (before, after));
  db_open_fails (new, AJ_DB_OPEN_CREATE, AJ_STORE_ERROR_FULL);
  g_assert_false (g_file_test (new, G_FILE_TEST_EXISTS));

  g_unlink (filler);
  check_roomy (db, path);
  return 0;
}

/* The other process, on a disk that is mounted for reading. */
static int
run_read_only_disk (const char *folder)
{
  g_autofree char *path = g_build_filename (folder, "read.aanjager", NULL);
  g_autofree char *new = g_build_filename (folder, "new.aanjager", NULL);
  g_autoptr (GError) error = NULL;
  AjDb *db;

  mount_disk (folder);
  db = db_open (path, AJ_DB_OPEN_CREATE);
  db_add_district (db, "a");
  aj_db_close (db);
  g_assert_cmpint (mount ("none", folder, "tmpfs", MS_REMOUNT | MS_RDONLY, "size=8m"), ==, 0);

  db_open_fails (path, AJ_DB_OPEN_DEFAULT, AJ_STORE_ERROR_READ_ONLY);
  db_open_fails (path, AJ_DB_OPEN_EXCLUSIVE, AJ_STORE_ERROR_READ_ONLY);
  db_open_fails (new, AJ_DB_OPEN_CREATE, AJ_STORE_ERROR_READ_ONLY);
  db = db_open (path, AJ_DB_OPEN_READ_ONLY);
  g_assert_cmpint (db_count_districts (db), ==, 1);
  g_assert_false (aj_db_backup (db, new, TRUE, NULL, NULL, NULL, &error));
  g_assert_error (error, AJ_STORE_ERROR, AJ_STORE_ERROR_READ_ONLY);
  aj_db_close (db);
  return 0;
}

static void
test_mounted (Fixture *fixture, gconstpointer data)
{
  if (can_mount ())
    run_mounted (data, fixture->folder);
  else
    g_test_skip ("this machine lets no process mount a disk of its own");
}

/* The other process, as somebody whom file modes stop. */
static int
run_unprivileged (const char *folder)
{
  g_autofree char *path = g_build_filename (folder, "mine.aanjager", NULL);
  g_autofree char *new = g_build_filename (folder, "new.aanjager", NULL);
  AjDb *db;

  if (geteuid () == 0)
    {
      g_assert_cmpint (chown (folder, 65534, 65534), ==, 0);
      g_assert_cmpint (setgroups (0, NULL), ==, 0);
      g_assert_cmpint (setgid (65534), ==, 0);
      g_assert_cmpint (setuid (65534), ==, 0);
    }
  db = db_open (path, AJ_DB_OPEN_CREATE);
  db_add_district (db, "a");
  aj_db_close (db);

  g_assert_cmpint (g_chmod (path, 0400), ==, 0);
  db_open_fails (path, AJ_DB_OPEN_DEFAULT, AJ_STORE_ERROR_READ_ONLY);
  db = db_open (path, AJ_DB_OPEN_READ_ONLY);
  g_assert_cmpint (db_count_districts (db), ==, 1);
  aj_db_close (db);
  g_assert_cmpint (g_chmod (path, 0), ==, 0);
  db_open_fails (path, AJ_DB_OPEN_DEFAULT, AJ_STORE_ERROR_FAILED);
  db_open_fails (path, AJ_DB_OPEN_READ_ONLY, AJ_STORE_ERROR_FAILED);

  /* A reader cannot take its log away again; the next writer does. */
  g_assert_cmpint (g_chmod (path, 0600), ==, 0);
  aj_db_close (db_open (path, AJ_DB_OPEN_DEFAULT));
  g_assert_cmpint (g_chmod (folder, 0500), ==, 0);
  db_open_fails (path, AJ_DB_OPEN_DEFAULT, AJ_STORE_ERROR_READ_ONLY);
  db_open_fails (path, AJ_DB_OPEN_EXCLUSIVE, AJ_STORE_ERROR_READ_ONLY);
  db_open_fails (new, AJ_DB_OPEN_CREATE, AJ_STORE_ERROR_READ_ONLY);
  db = db_open (path, AJ_DB_OPEN_READ_ONLY);
  g_assert_cmpint (db_count_districts (db), ==, 1);
  aj_db_close (db);
  g_assert_cmpint (g_chmod (folder, 0), ==, 0);
  db_open_fails (path, AJ_DB_OPEN_DEFAULT, AJ_STORE_ERROR_FAILED);
  g_assert_cmpint (g_chmod (folder, 0700), ==, 0);
  return 0;
}

static void
test_modes (Fixture *fixture, gconstpointer data)
{
  const char *const arguments[] = { "--unprivileged", fixture->folder, NULL };
  g_autoptr (GSubprocess) process = spawn_self (arguments);

  wait_for (process);
}

static void
note_progress_cb (double fraction, gpointer user_data)
{
  double *last = user_data;

  g_assert_cmpfloat (fraction, >=, *last);
  g_assert_cmpfloat (fraction, <=, 1.0);
  *last = fraction;
}

static void
cancel_progress_cb (double fraction, gpointer user_data)
{
  g_cancellable_cancel (user_data);
}

static void
write_progress_cb (double fraction, gpointer user_data)
{
  g_autofree char *id = g_uuid_string_random ();

  db_add_district (user_data, id);
}

static guint
count_files (Fixture *fixture)
{
  g_autoptr (GDir) folder = g_dir_open (fixture->folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (folder) != NULL)
    n++;
  return n;
}

static void
test_backup (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = fixture_get_path (fixture, "copy 1%.aanjager");
  g_autofree char *elsewhere = fixture_get_path (fixture, "no such folder/copy.aanjager");
  g_autoptr (AjDb) db = db_open (fixture->path, AJ_DB_OPEN_CREATE);
  g_autoptr (AjDb) other = db_open (fixture->path, AJ_DB_OPEN_DEFAULT);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *mode = NULL;
  g_autoptr (GBytes) before = NULL;
  g_autoptr (GBytes) after = NULL;
  double progress = 0;
  guint n_files;

  g_assert_true (aj_db_backup (db, path, FALSE, NULL, NULL, NULL, &error));
  g_assert_no_error (error);
  before = read_bytes (path);
  db_run (db, large_edit);
  db_add_district (db, "a");
  n_files = count_files (fixture);

  /* Stopped halfway: what was there stays, and nothing else. */
  g_assert_false (
      aj_db_backup (db, path, TRUE, cancel_progress_cb, cancellable, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  after = read_bytes (path);
  g_assert_true (g_bytes_equal (before, after));
  g_assert_cmpuint (count_files (fixture), ==, n_files);

  g_assert_true (aj_db_backup (db, path, TRUE, note_progress_cb, &progress, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpfloat (progress, ==, 1.0);
  g_assert_cmpuint (count_files (fixture), ==, n_files);
  g_assert_cmpuint (get_mode (path), ==, 0600);
  mode = raw_query (path, "PRAGMA journal_mode");
  g_assert_cmpstr (mode, ==, "delete");
  raw_assert_whole (path);
  g_assert_cmpint (raw_get_integer (path, "SELECT count (*) FROM person"), ==, 3000);

  /* Others write on and on: the copy is of one moment, and comes to an end. */
  g_assert_true (aj_db_backup (db, path, TRUE, write_progress_cb, other, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpint (raw_get_integer (path, "SELECT count (*) FROM district"), ==, 1);
  g_assert_cmpint (db_count_districts (db), >, 1);
  raw_assert_whole (path);

  g_assert_false (aj_db_backup (db, elsewhere, TRUE, NULL, NULL, NULL, &error));
  g_assert_error (error, AJ_STORE_ERROR, AJ_STORE_ERROR_NOT_FOUND);
}

/* Over a file that is open, by us or by others, no copy is put. */
static void
test_backup_refused (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = fixture_get_path (fixture, "other.aanjager");
  g_autofree char *link = fixture_get_path (fixture, "link.aanjager");
  g_autoptr (AjDb) db = db_open (fixture->path, AJ_DB_OPEN_CREATE);
  g_autoptr (AjDb) other = db_open (path, AJ_DB_OPEN_CREATE);
  const char *const targets[] = { fixture->path, link, path };

  g_assert_cmpint (symlink (fixture->path, link), ==, 0);
  db_add_district (db, "a");
  db_add_district (other, "a");
  for (guint i = 0; i < G_N_ELEMENTS (targets); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (aj_db_backup (db, targets[i], TRUE, NULL, NULL, NULL, &error));
      g_assert_error (error, AJ_STORE_ERROR, AJ_STORE_ERROR_IN_USE);
    }
  g_assert_cmpint (db_count_districts (db), ==, 1);
  g_assert_cmpint (db_count_districts (other), ==, 1);
}

/* A copy takes the place of another copy when that was asked for, and of nothing else. */
static void
test_backup_over (Fixture *fixture, gconstpointer data)
{
  static const char foreign[100] = "SQLite format 3";
  static const struct
  {
    const char *content; /* NULL: a copy */
    gsize length;
    gboolean replaced;
  } cases[] = {
    { NULL, 0, TRUE },
    { "", 0, TRUE },
    { "my thesis", 9, FALSE },
    { foreign, sizeof foreign, FALSE },
  };
  g_autofree char *path = fixture_get_path (fixture, "copy.aanjager");
  g_autoptr (AjDb) db = db_open (fixture->path, AJ_DB_OPEN_CREATE);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) unasked = NULL;
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) before = NULL;
      g_autoptr (GBytes) after = NULL;

      g_unlink (path);
      if (cases[i].content == NULL)
        g_assert_true (aj_db_backup (db, path, FALSE, NULL, NULL, NULL, NULL));
      else
        g_assert_true (
            g_file_set_contents (path, cases[i].content, (gssize) cases[i].length, NULL));
      before = read_bytes (path);
      g_assert_false (aj_db_backup (db, path, FALSE, NULL, NULL, NULL, &unasked));
      g_assert_error (unasked, AJ_STORE_ERROR, AJ_STORE_ERROR_EXISTS);
      db_run (db, "INSERT INTO owed VALUES ('test')");
      g_assert_cmpint (aj_db_backup (db, path, TRUE, NULL, NULL, NULL, &error), ==,
                       cases[i].replaced);
      db_run (db, "DELETE FROM owed");
      after = read_bytes (path);
      g_assert_cmpint (g_bytes_equal (before, after), ==, !cases[i].replaced);
      if (!cases[i].replaced)
        g_assert_error (error, AJ_STORE_ERROR, AJ_STORE_ERROR_FOREIGN);
    }
}

/* Somebody put a file there while the copy was being made. */
static void
put_file_progress_cb (double fraction, gpointer user_data)
{
  g_assert_true (g_file_set_contents (user_data, "my thesis", -1, NULL));
}

static void
test_backup_too_late (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = fixture_get_path (fixture, "copy.aanjager");
  g_autofree char *text = NULL;
  g_autoptr (AjDb) db = db_open (fixture->path, AJ_DB_OPEN_CREATE);
  g_autoptr (GError) error = NULL;
  guint n_files;

  db_add_district (db, "a");
  n_files = count_files (fixture);
  g_assert_false (aj_db_backup (db, path, FALSE, put_file_progress_cb, path, NULL, &error));
  g_assert_error (error, AJ_STORE_ERROR, AJ_STORE_ERROR_EXISTS);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, "my thesis");
  g_assert_cmpuint (count_files (fixture), ==, n_files + 1);
}

static void
check_backup_refused (AjDb *db, const char *path)
{
  g_autoptr (GError) error = NULL;
  GStatBuf before, after;

  g_assert_cmpint (g_stat (path, &before), ==, 0);
  g_assert_false (aj_db_backup (db, path, TRUE, NULL, NULL, NULL, &error));
  g_assert_error (error, AJ_STORE_ERROR, AJ_STORE_ERROR_IN_USE);
  g_assert_cmpint (g_stat (path, &after), ==, 0);
  g_assert_cmpuint (before.st_ino, ==, after.st_ino);
}

/* The other process: has the file open and has written nothing, until nobody listens any more. */
static int
run_holder (const char *path, AjDbOpenFlags flags)
{
  AjDb *db = db_open (path, flags);

  g_assert_cmpint (db_count_districts (db), ==, 1);
  printf ("open\n");
  fflush (stdout);
  getchar ();
  aj_db_close (db);
  return 0;
}

typedef struct
{
  const char *mode;     /* of the other process; NULL: another connection of this one */
  AjDbOpenFlags flags;  /* of that connection */
  const char *unlinked; /* what is taken away from beside the file, so that only the lock tells */
} Holder;

static const Holder holders[] = {
  { NULL, AJ_DB_OPEN_DEFAULT, NULL },
  { NULL, AJ_DB_OPEN_READ_ONLY, NULL },
  { NULL, AJ_DB_OPEN_EXCLUSIVE, NULL },
  { NULL, AJ_DB_OPEN_EXCLUSIVE, ".lock" },
  { "--hold", AJ_DB_OPEN_DEFAULT, NULL },
  { "--hold-reading", AJ_DB_OPEN_DEFAULT, NULL },
  { "--hold-exclusively", AJ_DB_OPEN_DEFAULT, NULL },
  { "--hold-exclusively", AJ_DB_OPEN_DEFAULT, ".lock" },
};

/* Who has the file open need not have written anything: the log is empty then, or there is only a lock. */
static void
test_backup_refused_unwritten (Fixture *fixture, gconstpointer data)
{
  const Holder *holder = data;
  g_autofree char *path = fixture_get_path (fixture, "other.aanjager");
  const char *const arguments[] = { holder->mode, path, NULL };
  g_autoptr (AjDb) db = db_open (fixture->path, AJ_DB_OPEN_CREATE);
  g_autoptr (AjDb) other = db_open (path, AJ_DB_OPEN_CREATE);
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;

  db_add_district (other, "a");
  g_clear_pointer (&other, aj_db_close);
  if (holder->mode != NULL)
    {
      g_autofree char *line = NULL;

      process = spawn_self (arguments);
      line = read_line (process);
      g_assert_cmpstr (line, ==, "open");
    }
  else
    {
      other = db_open (path, holder->flags);
      g_assert_cmpint (db_count_districts (other), ==, 1);
    }
  if (holder->unlinked != NULL)
    {
      g_autofree char *beside = g_strconcat (path, holder->unlinked, NULL);
      g_autofree char *journal = g_strconcat (path, "-journal", NULL);

      g_assert_cmpint (g_unlink (beside), ==, 0);
      g_unlink (journal);
    }
  check_backup_refused (db, path);
  check_backup_refused (db, path);
  if (process != NULL)
    wait_for (process);
  g_clear_pointer (&other, aj_db_close);
  raw_assert_whole (path);

  /* Once it is closed, it is an ordinary file, and whoever chose it means it. */
  g_assert_true (aj_db_backup (db, path, TRUE, NULL, NULL, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpint (raw_get_integer (path, "SELECT count (*) FROM district"), ==, 0);
}

int
main (int argc, char **argv)
{
  if (is_other_process (argc, argv, "--limited"))
    return run_limited (argv[2], AJ_DB_OPEN_CREATE);
  if (is_other_process (argc, argv, "--limited-exclusive"))
    return run_limited (argv[2], AJ_DB_OPEN_CREATE | AJ_DB_OPEN_EXCLUSIVE);
  if (is_other_process (argc, argv, "--small-disk"))
    return run_small_disk (argv[2], AJ_DB_OPEN_CREATE);
  if (is_other_process (argc, argv, "--small-disk-exclusive"))
    return run_small_disk (argv[2], AJ_DB_OPEN_CREATE | AJ_DB_OPEN_EXCLUSIVE);
  if (is_other_process (argc, argv, "--read-only-disk"))
    return run_read_only_disk (argv[2]);
  if (is_other_process (argc, argv, "--unprivileged"))
    return run_unprivileged (argv[2]);
  if (is_other_process (argc, argv, "--hold"))
    return run_holder (argv[2], AJ_DB_OPEN_DEFAULT);
  if (is_other_process (argc, argv, "--hold-reading"))
    return run_holder (argv[2], AJ_DB_OPEN_READ_ONLY);
  if (is_other_process (argc, argv, "--hold-exclusively"))
    return run_holder (argv[2], AJ_DB_OPEN_EXCLUSIVE);

  g_test_init (&argc, &argv, NULL);
  g_test_add ("/store/disk/size-limit", Fixture, "--limited", fixture_set_up, test_size_limit,
              fixture_tear_down);
  g_test_add ("/store/disk/size-limit-exclusive", Fixture, "--limited-exclusive", fixture_set_up,
              test_size_limit, fixture_tear_down);
  g_test_add ("/store/disk/small", Fixture, "--small-disk", fixture_set_up, test_mounted,
              fixture_tear_down);
  g_test_add ("/store/disk/small-exclusive", Fixture, "--small-disk-exclusive", fixture_set_up,
              test_mounted, fixture_tear_down);
  g_test_add ("/store/disk/read-only", Fixture, "--read-only-disk", fixture_set_up, test_mounted,
              fixture_tear_down);
  fixture_add ("/store/disk/modes", test_modes);
  fixture_add ("/store/disk/backup", test_backup);
  fixture_add ("/store/disk/backup-over", test_backup_over);
  fixture_add ("/store/disk/backup-too-late", test_backup_too_late);
  fixture_add ("/store/disk/backup-refused", test_backup_refused);
  for (guint i = 0; i < G_N_ELEMENTS (holders); i++)
    {
      g_autofree char *path = g_strdup_printf ("/store/disk/backup-refused-unwritten/%u", i);

      g_test_add (path, Fixture, &holders[i], fixture_set_up, test_backup_refused_unwritten,
                  fixture_tear_down);
    }
  return g_test_run ();
}
