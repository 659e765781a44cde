/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <glib/gstdio.h>

#include "aj-calendar-file.h"
#include "aj-calendar-writer.h"
#include "aj-meeting.h"
#include "aj-odd-stream.h"

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

  fixture->folder = g_dir_make_tmp ("aj-calendar-XXXXXX", &error);
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
  g_autoptr (AjCalendarFile) file = aj_calendar_file_open (path, error);

  return file != NULL &&
         g_output_stream_write_all (G_OUTPUT_STREAM (file), text, strlen (text), NULL, NULL,
                                    error) &&
         aj_calendar_file_commit (file, error);
}

static AjValues *
new_meeting (void)
{
  AjValues *meeting = aj_values_new (&aj_meeting_record_type, NULL);

  aj_values_set_text (meeting, "starts-at", "2026-03-12T10:00");
  aj_values_set_text (meeting, "ends-at", "2026-03-12T12:00");
  aj_values_set_text (meeting, "theme", "Preventie bij jeugd");
  return meeting;
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
  AjCalendarFile *file;

  put_old (fixture);
  file = aj_calendar_file_open (fixture->path, NULL);
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
      g_assert_error (error, AJ_CALENDAR_ERROR, AJ_CALENDAR_ERROR_NOT_FILE);
    }
  g_assert_false (write_text (missing, "new", &no_folder));
  g_assert_error (no_folder, AJ_CALENDAR_ERROR, AJ_CALENDAR_ERROR_NOT_FOUND);
  put_old (fixture);
  g_assert_false (write_text (below_file, "new", &no_folder_either));
  g_assert_error (no_folder_either, AJ_CALENDAR_ERROR, AJ_CALENDAR_ERROR_NOT_FOUND);
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
      g_assert_error (error, AJ_CALENDAR_ERROR, AJ_CALENDAR_ERROR_READ_ONLY);
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

static gboolean
write_calendar (const char *path, guint n_events, GError **error)
{
  const char *const zones[] = { "Europe/Amsterdam", NULL };
  const AjCalendarFacts facts = { .group = "Expertteam Cyber" };
  g_autoptr (AjCalendarFile) file = aj_calendar_file_open (path, error);
  g_autoptr (AjCalendarWriter) writer = NULL;
  g_autoptr (AjValues) meeting = new_meeting ();

  if (file == NULL)
    return FALSE;
  writer = aj_calendar_writer_new (G_OUTPUT_STREAM (file), "Alles", zones, 0);
  for (guint i = 0; i < n_events; i++)
    if (!aj_calendar_writer_add (writer, meeting, &facts, NULL, error))
      return FALSE;
  return aj_calendar_writer_finish (writer, NULL, error) && aj_calendar_file_commit (file, error);
}

/* The disk is full halfway: what was there still is, and the half is gone. */
static void
test_full (Fixture *fixture, gconstpointer data)
{
  if (g_test_subprocess ())
    {
      const struct rlimit limit = { 100 * 1000, 100 * 1000 };
      g_autofree char *path = g_build_filename (g_getenv ("AJ_TEST_FOLDER"), "agenda.ics", NULL);
      g_autoptr (GError) error = NULL;

      signal (SIGXFSZ, SIG_IGN);
      g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
      g_assert_false (write_calendar (path, 10000, &error));
      g_assert_error (error, AJ_CALENDAR_ERROR, AJ_CALENDAR_ERROR_FULL);
      return;
    }
  put_old (fixture);
  g_setenv ("AJ_TEST_FOLDER", fixture->folder, TRUE);
  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_INHERIT_STDERR);
  g_test_trap_assert_passed ();
  assert_content (fixture->path, OLD);
  g_assert_cmpuint (count_files (fixture->folder), ==, 1);
}

/* The stream breaks at every place where it can: the writer says so, each time. */
static void
test_broken_stream (void)
{
  const AjCalendarFacts facts = { .group = "Expertteam Cyber" };
  g_autoptr (AjValues) meeting = new_meeting ();
  gsize whole = 0;

  for (gsize room = 0; whole == 0; room += 4099)
    {
      g_autoptr (AjOddStream) stream = aj_odd_stream_new (room, 1021);
      g_autoptr (AjCalendarWriter) writer = aj_calendar_writer_new (G_OUTPUT_STREAM (stream),
                                                                    "Alles", NULL, 0);
      g_autoptr (GError) error = NULL;
      gboolean good = TRUE;

      for (guint i = 0; good && i < 500; i++)
        good = aj_calendar_writer_add (writer, meeting, &facts, NULL, &error);
      if (good && aj_calendar_writer_finish (writer, NULL, &error))
        whole = aj_odd_stream_get_written (stream);
      else
        g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE);
      g_assert_cmpuint (aj_odd_stream_get_written (stream), <=, room);
    }
  g_assert_cmpuint (whole, >, 100 * 1000);
}

static void
test_cancelled (void)
{
  const AjCalendarFacts facts = { 0 };
  g_autoptr (AjOddStream) stream = aj_odd_stream_new (G_MAXSIZE, 0);
  g_autoptr (AjCalendarWriter) writer = aj_calendar_writer_new (G_OUTPUT_STREAM (stream), "Alles",
                                                                NULL, 0);
  g_autoptr (AjValues) meeting = new_meeting ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_assert_true (aj_calendar_writer_add (writer, meeting, &facts, cancellable, NULL));
  g_cancellable_cancel (cancellable);
  g_assert_false (aj_calendar_writer_finish (writer, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static gsize
peak_of (guint n_events)
{
  const AjCalendarFacts facts = { .group = "Expertteam Cyber" };
  g_autoptr (AjOddStream) stream = aj_odd_stream_new (G_MAXSIZE, 0);
  g_autoptr (AjCalendarWriter) writer = aj_calendar_writer_new (G_OUTPUT_STREAM (stream), "Alles",
                                                                NULL, 0);

  for (guint i = 0; i < n_events; i++)
    {
      g_autoptr (AjValues) meeting = new_meeting ();

      g_assert_true (aj_calendar_writer_add (writer, meeting, &facts, NULL, NULL));
    }
  g_assert_true (aj_calendar_writer_finish (writer, NULL, NULL));
  g_assert_cmpuint (aj_odd_stream_get_written (stream), >, n_events * 200);
  return aj_odd_stream_get_peak (stream);
}

/* Twenty times as many events take no more memory. (Under the sanitizers the heap tells nothing.) */
static void
test_memory (void)
{
  const gsize few = peak_of (1000);
  const gsize many = peak_of (20000);

  g_test_message ("heap: %" G_GSIZE_FORMAT " and %" G_GSIZE_FORMAT " bytes", few, many);
  g_assert_cmpuint (many, <=, few + 16 * 1024);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/file/replaces", Fixture, NULL, set_up, test_replaces, tear_down);
  g_test_add ("/file/given-up", Fixture, NULL, set_up, test_given_up, tear_down);
  g_test_add ("/file/link", Fixture, NULL, set_up, test_link, tear_down);
  g_test_add ("/file/not-a-file", Fixture, NULL, set_up, test_not_a_file, tear_down);
  g_test_add ("/file/read-only", Fixture, NULL, set_up, test_read_only, tear_down);
  g_test_add ("/file/full", Fixture, NULL, set_up, test_full, tear_down);
  g_test_add_func ("/file/broken-stream", test_broken_stream);
  g_test_add_func ("/file/cancelled", test_cancelled);
  g_test_add_func ("/file/memory", test_memory);
  return g_test_run ();
}
