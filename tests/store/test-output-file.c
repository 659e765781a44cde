/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <glib/gstdio.h>

#include "aj-output-file.h"
#include "store-fixture.h"

#define OLD    "what stood here before"
#define NOBODY 65534

typedef struct
{
  char *folder;
  char *path;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("aanjager-output-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->path = g_build_filename (fixture->folder, "agenda.ics", NULL);
}

static guint
count_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GDir) dir = g_dir_open (fixture->folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
      g_remove (path);
    }
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
}

static void
put_old (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  g_file_set_contents (fixture->path, OLD, -1, &error);
  g_assert_no_error (error);
}

static void
assert_content (const char *path, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *content = NULL;

  g_file_get_contents (path, &content, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (content, ==, expected);
}

static gboolean
write_text (const char *path, const char *text, GError **error)
{
  g_autoptr (AjOutputFile) file = aj_output_file_open (path, AJ_OUTPUT_FILE_DEFAULT, error);

  return file != NULL &&
         g_output_stream_write_all (G_OUTPUT_STREAM (file), text, strlen (text), NULL, NULL,
                                    error) &&
         aj_output_file_commit (file, error);
}

static void
test_replaces (Fixture *fixture, gconstpointer data)
{
  const mode_t before = umask (027);
  g_autoptr (GError) error = NULL;
  struct stat info;

  put_old (fixture);
  g_assert_true (write_text (fixture->path, "new", &error));
  g_assert_no_error (error);
  assert_content (fixture->path, "new");
  g_assert_cmpuint (count_files (fixture->folder), ==, 1);
  g_assert_cmpint (stat (fixture->path, &info), ==, 0);
  g_assert_cmpuint (info.st_mode & 0777, ==, 0640);
  umask (before);
}

/* Whoever gives up halfway, leaves what was there and no trace. */
static void
test_given_up (Fixture *fixture, gconstpointer data)
{
  AjOutputFile *file;

  put_old (fixture);
  file = aj_output_file_open (fixture->path, AJ_OUTPUT_FILE_DEFAULT, NULL);
  g_output_stream_write_all (G_OUTPUT_STREAM (file), "half", 4, NULL, NULL, NULL);
  g_assert_cmpuint (count_files (fixture->folder), ==, 2);
  assert_content (fixture->path, OLD);
  g_object_unref (file);
  assert_content (fixture->path, OLD);
  g_assert_cmpuint (count_files (fixture->folder), ==, 1);
}

static void
test_link (Fixture *fixture, gconstpointer data)
{
  g_autofree char *link = g_build_filename (fixture->folder, "link.ics", NULL);
  g_autoptr (GError) error = NULL;

  put_old (fixture);
  g_assert_cmpint (symlink ("agenda.ics", link), ==, 0);
  g_assert_true (write_text (link, "new", &error));
  g_assert_no_error (error);
  g_assert_true (g_file_test (link, G_FILE_TEST_IS_SYMLINK));
  assert_content (fixture->path, "new");
}

static void
test_not_a_file (Fixture *fixture, gconstpointer data)
{
  const char *const paths[] = { fixture->folder, "/dev/null" };
  g_autofree char *missing = g_build_filename (fixture->folder, "no", "agenda.ics", NULL);
  g_autofree char *below_file = g_build_filename (fixture->path, "agenda.ics", NULL);
  g_autoptr (GError) no_folder = NULL;
  g_autoptr (GError) no_folder_either = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (paths); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (write_text (paths[i], "new", &error));
      g_assert_error (error, AJ_OUTPUT_FILE_ERROR, AJ_OUTPUT_FILE_ERROR_NOT_FILE);
    }
  g_assert_false (write_text (missing, "new", &no_folder));
  g_assert_error (no_folder, AJ_OUTPUT_FILE_ERROR, AJ_OUTPUT_FILE_ERROR_NOT_FOUND);
  put_old (fixture);
  g_assert_false (write_text (below_file, "new", &no_folder_either));
  g_assert_error (no_folder_either, AJ_OUTPUT_FILE_ERROR, AJ_OUTPUT_FILE_ERROR_NOT_FOUND);
}

/* In a process of its own, for it lays down its rights. */
static void
test_read_only (Fixture *fixture, gconstpointer data)
{
  if (g_test_subprocess ())
    {
      const char *folder = g_getenv ("AJ_TEST_FOLDER");
      g_autofree char *path = g_build_filename (folder, "agenda.ics", NULL);
      g_autoptr (GError) error = NULL;

      const uid_t user = geteuid ();

      if (user == 0)
        g_assert_cmpint (seteuid (NOBODY), ==, 0);
      g_assert_false (write_text (path, "new", &error));
      g_assert_error (error, AJ_OUTPUT_FILE_ERROR, AJ_OUTPUT_FILE_ERROR_READ_ONLY);
      g_assert_cmpint (seteuid (user), ==, 0);
      return;
    }
  put_old (fixture);
  g_assert_cmpint (chmod (fixture->folder, 0555), ==, 0);
  g_setenv ("AJ_TEST_FOLDER", fixture->folder, TRUE);
  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_INHERIT_STDERR);
  g_assert_cmpint (chmod (fixture->folder, 0755), ==, 0);
  g_test_trap_assert_passed ();
  assert_content (fixture->path, OLD);
  g_assert_cmpuint (count_files (fixture->folder), ==, 1);
}

/* The disk is full halfway: what was there still is, and the half is gone. */
static void
test_full (Fixture *fixture, gconstpointer data)
{
  if (g_test_subprocess ())
    {
      const struct rlimit limit = { 100 * 1000, 100 * 1000 };
      g_autoptr (GBytes) bytes = g_bytes_new_take (g_malloc0 (1000 * 1000), 1000 * 1000);
      g_autofree char *path = g_build_filename (g_getenv ("AJ_TEST_FOLDER"), "agenda.ics", NULL);
      g_autoptr (GError) error = NULL;

      signal (SIGXFSZ, SIG_IGN);
      g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
      g_assert_false (aj_output_file_write_bytes (path, bytes, AJ_OUTPUT_FILE_DEFAULT, &error));
      g_assert_error (error, AJ_OUTPUT_FILE_ERROR, AJ_OUTPUT_FILE_ERROR_FULL);
      return;
    }
  put_old (fixture);
  g_setenv ("AJ_TEST_FOLDER", fixture->folder, TRUE);
  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_INHERIT_STDERR);
  g_test_trap_assert_passed ();
  assert_content (fixture->path, OLD);
  g_assert_cmpuint (count_files (fixture->folder), ==, 1);
}

/* What is there stays there when the rights to it were taken away, although its folder would let it be replaced. */
static void
test_protected (Fixture *fixture, gconstpointer data)
{
  if (g_test_subprocess ())
    {
      g_autofree char *path = g_build_filename (g_getenv ("AJ_TEST_FOLDER"), "agenda.ics", NULL);
      g_autoptr (GError) error = NULL;
      const uid_t user = geteuid ();

      if (user == 0)
        g_assert_cmpint (seteuid (NOBODY), ==, 0);
      g_assert_false (write_text (path, "new", &error));
      g_assert_error (error, AJ_OUTPUT_FILE_ERROR, AJ_OUTPUT_FILE_ERROR_READ_ONLY);
      g_assert_cmpint (seteuid (user), ==, 0);
      return;
    }
  put_old (fixture);
  g_assert_cmpint (chmod (fixture->folder, 0777), ==, 0);
  g_assert_cmpint (chmod (fixture->path, 0444), ==, 0);
  g_setenv ("AJ_TEST_FOLDER", fixture->folder, TRUE);
  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_INHERIT_STDERR);
  g_test_trap_assert_passed ();
  assert_content (fixture->path, OLD);
}

static void
test_private (Fixture *fixture, gconstpointer data)
{
  const AjOutputFileFlags ways[] = { AJ_OUTPUT_FILE_PRIVATE,
                                     AJ_OUTPUT_FILE_PRIVATE | AJ_OUTPUT_FILE_PASSING };
  g_autoptr (GBytes) bytes = g_bytes_new_static ("new", 3);

  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    {
      g_autoptr (GError) error = NULL;
      struct stat info;

      put_old (fixture);
      g_assert_cmpint (chmod (fixture->path, 0644), ==, 0);
      aj_output_file_write_bytes (fixture->path, bytes, ways[i], &error);
      g_assert_no_error (error);
      assert_content (fixture->path, "new");
      g_assert_cmpint (stat (fixture->path, &info), ==, 0);
      g_assert_cmpuint (info.st_mode & 0777, ==, 0600);
    }
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GError **answer = user_data;

  if (aj_output_file_write_bytes_finish (result, answer))
    *answer = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_FAILED, "written");
}

static void
test_async (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("new", 3);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) written = NULL;
  g_autoptr (GError) refused = NULL;
  g_autoptr (GError) cancelled = NULL;

  aj_output_file_write_bytes_async (fixture->path, bytes, AJ_OUTPUT_FILE_DEFAULT, NULL, written_cb,
                                    &written);
  assert_eventually (written != NULL);
  g_assert_cmpstr (written->message, ==, "written");
  assert_content (fixture->path, "new");
  aj_output_file_write_bytes_async (fixture->folder, bytes, AJ_OUTPUT_FILE_DEFAULT, NULL,
                                    written_cb, &refused);
  assert_eventually (refused != NULL);
  g_assert_error (refused, AJ_OUTPUT_FILE_ERROR, AJ_OUTPUT_FILE_ERROR_NOT_FILE);
  g_cancellable_cancel (cancellable);
  put_old (fixture);
  aj_output_file_write_bytes_async (fixture->path, bytes, AJ_OUTPUT_FILE_DEFAULT, cancellable,
                                    written_cb, &cancelled);
  assert_eventually (cancelled != NULL);
  g_assert_error (cancelled, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  assert_content (fixture->path, OLD);
}

/* SQLite's own bytes for locks, far behind what any file holds. */
#define LOCK_START  0x40000000
#define LOCK_LENGTH 512

/* Whether this process holds the file, as another one finds it. */
static void
assert_locked (const char *path)
{
  g_setenv ("AJ_TEST_PATH", path, TRUE);
  g_test_trap_subprocess ("/output-file/subprocess/look-at-lock", 0,
                          G_TEST_SUBPROCESS_INHERIT_STDERR);
  g_test_trap_assert_passed ();
}

static void
test_look_at_lock (void)
{
  struct flock lock = {
    .l_type = F_WRLCK, .l_whence = SEEK_SET, .l_start = LOCK_START, .l_len = LOCK_LENGTH
  };
  int fd;

  if (!g_test_subprocess ())
    return;
  fd = open (g_getenv ("AJ_TEST_PATH"), O_RDWR | O_CLOEXEC);
  g_assert_cmpint (fd, >=, 0);
  g_assert_cmpint (fcntl (fd, F_GETLK, &lock), ==, 0);
  g_assert_cmpint (lock.l_type, !=, F_UNLCK);
  close (fd);
}

static void
assert_refused (StoreFixture *self, const char *name)
{
  g_autofree char *path = g_build_filename (self->folder, name, NULL);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;
  gsize length_before = 0, length_after = 0;
  /* Reading what the store has open would let go of its locks. */
  gboolean known = g_file_test (path, G_FILE_TEST_EXISTS) && !g_str_has_prefix (name, "network") &&
                   !g_file_test (path, G_FILE_TEST_IS_SYMLINK);

  g_test_message ("%s", name);
  if (known)
    g_assert_true (g_file_get_contents (path, &before, &length_before, NULL));
  g_assert_false (write_text (path, "new", &error));
  g_assert_error (error, AJ_OUTPUT_FILE_ERROR, AJ_OUTPUT_FILE_ERROR_DATA_FILE);
  if (!known)
    return;
  g_assert_true (g_file_get_contents (path, &after, &length_after, NULL));
  g_assert_cmpmem (before, length_before, after, length_after);
}

static void
put_file (StoreFixture *self, const char *name, const char *content, gssize length)
{
  g_autofree char *path = g_build_filename (self->folder, name, NULL);

  g_assert_true (g_file_set_contents (path, content, length, NULL));
}

static void
put_copy (StoreFixture *self, const char *name)
{
  g_autofree char *path = g_build_filename (self->folder, name, NULL);
  g_autoptr (GError) error = NULL;

  aj_store_backup (self->store, path, FALSE, &error);
  g_assert_no_error (error);
}

/* An export to the name of the data file took its place, and all of the network with it. */
static void
test_data_file (StoreFixture *self, gconstpointer data)
{
  static const char *const names[] = {
    "network.aanjager",
    "network.aanjager-wal",
    "network.aanjager-shm",
    "network.aanjager-journal",
    "network.aanjager.lock",
    "link.ics",
    "copy.ics",
    "copy.ics-wal",
    "other.csv",
    "damaged.aanjager",
    "SHOUTED.AANJAGER",
  };
  static const char other[100] = "SQLite format 3";
  g_autofree char *link = g_build_filename (self->folder, "link.ics", NULL);

  g_free (add_group (self->store, "Expert team"));
  assert_locked (self->path);
  g_assert_cmpint (symlink ("network.aanjager", link), ==, 0);
  put_copy (self, "copy.ics");
  put_file (self, "other.csv", other, sizeof other);
  put_file (self, "damaged.aanjager", "x", 1);
  put_file (self, "SHOUTED.AANJAGER", "x", 1);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    assert_refused (self, names[i]);
  /* Looking at it let go of nothing. */
  assert_locked (self->path);
  g_free (add_group (self->store, "Platform"));
}

/* What only looks like one may be replaced. */
static void
test_no_data_file (StoreFixture *self, gconstpointer data)
{
  static const char *const names[] = { "new.aanjager", "notes-wal", "short.ics", "agenda.lock" };

  put_file (self, "short.ics", "SQLite", -1);
  put_file (self, "notes", "x", 1);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (self->folder, names[i], NULL);
      g_autoptr (GError) error = NULL;

      write_text (path, "new", &error);
      g_assert_no_error (error);
      assert_content (path, "new");
    }
}

/* Made there while the export was being written. */
static void
test_data_file_meanwhile (StoreFixture *self, gconstpointer data)
{
  g_autofree char *path = g_build_filename (self->folder, "late.ics", NULL);
  g_autoptr (AjOutputFile) file = aj_output_file_open (path, AJ_OUTPUT_FILE_DEFAULT, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (file);
  put_copy (self, "late.ics");
  g_assert_false (aj_output_file_commit (file, &error));
  g_assert_error (error, AJ_OUTPUT_FILE_ERROR, AJ_OUTPUT_FILE_ERROR_DATA_FILE);
  assert_refused (self, "late.ics");
}

/* Nobody's place is taken, also not of what came while it was written. */
static void
test_new (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("new", 3);
  g_autoptr (AjOutputFile) late = NULL;
  g_autoptr (GError) error = NULL;

  late = aj_output_file_open (fixture->path, AJ_OUTPUT_FILE_NEW, &error);
  g_assert_no_error (error);
  put_old (fixture);
  g_assert_false (aj_output_file_commit (late, &error));
  g_assert_error (error, AJ_OUTPUT_FILE_ERROR, AJ_OUTPUT_FILE_ERROR_EXISTS);
  g_clear_error (&error);
  g_clear_object (&late);
  g_assert_false (aj_output_file_write_bytes (fixture->path, bytes, AJ_OUTPUT_FILE_NEW, &error));
  g_assert_error (error, AJ_OUTPUT_FILE_ERROR, AJ_OUTPUT_FILE_ERROR_EXISTS);
  g_clear_error (&error);
  assert_content (fixture->path, OLD);
  g_assert_cmpint (g_unlink (fixture->path), ==, 0);
  g_assert_true (aj_output_file_write_bytes (fixture->path, bytes, AJ_OUTPUT_FILE_NEW, &error));
  assert_content (fixture->path, "new");
  g_assert_cmpuint (count_files (fixture->folder), ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/output-file/replaces", Fixture, NULL, set_up, test_replaces, tear_down);
  g_test_add ("/output-file/given-up", Fixture, NULL, set_up, test_given_up, tear_down);
  g_test_add ("/output-file/link", Fixture, NULL, set_up, test_link, tear_down);
  g_test_add ("/output-file/not-a-file", Fixture, NULL, set_up, test_not_a_file, tear_down);
  g_test_add ("/output-file/read-only", Fixture, NULL, set_up, test_read_only, tear_down);
  g_test_add ("/output-file/full", Fixture, NULL, set_up, test_full, tear_down);
  g_test_add ("/output-file/protected", Fixture, NULL, set_up, test_protected, tear_down);
  g_test_add ("/output-file/new", Fixture, NULL, set_up, test_new, tear_down);
  g_test_add ("/output-file/private", Fixture, NULL, set_up, test_private, tear_down);
  g_test_add ("/output-file/async", Fixture, NULL, set_up, test_async, tear_down);
  store_fixture_add ("/output-file/data-file", test_data_file);
  store_fixture_add ("/output-file/no-data-file", test_no_data_file);
  store_fixture_add ("/output-file/data-file-meanwhile", test_data_file_meanwhile);
  g_test_add_func ("/output-file/subprocess/look-at-lock", test_look_at_lock);
  return g_test_run ();
}
