/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <string.h>

#include "aj-calendar-error.h"
#include "aj-export-job.h"
#include "aj-jobs-fixture.h"
#include "aj-meeting.h"
#include "aj-output-file.h"

/* Two groups, the first with two meetings, the second with one. */
typedef struct
{
  Fixture fixture;
  const char *first;
  const char *second;
  const char *march;
  const char *may;
  const char *april;
  char *path;
} Calendar;

static void
calendar_set_up (Calendar *self, gconstpointer data)
{
  Fixture *f = &self->fixture;

  fixture_set_up (f, NULL);
  self->first = fixture_add (f, "group", "name", "Eerste", "kind", "platform", NULL);
  self->second = fixture_add (f, "group", "name", "Tweede", "kind", "platform", NULL);
  self->march = fixture_add (f, "meeting", "group", self->first, "starts-at", "2026-03-12T10:00",
                             "ends-at", "2026-03-12T12:00", NULL);
  self->may = fixture_add (f, "meeting", "group", self->first, "starts-at", "2026-05-12T10:00",
                           "ends-at", "2026-05-12T12:00", NULL);
  self->april = fixture_add (f, "meeting", "group", self->second, "starts-at", "2026-04-12T10:00",
                             "ends-at", "2026-04-12T12:00", "zone", "America/New_York", NULL);
  self->path = g_build_filename (f->folder, "out.ics", NULL);
}

static void
calendar_tear_down (Calendar *self, gconstpointer data)
{
  g_free (self->path);
  fixture_tear_down (&self->fixture, NULL);
}

static AjQuery *
make_query (const char *field, const char *value)
{
  AjQuery *query = aj_query_new (&aj_meeting_record_type);

  if (field != NULL)
    aj_query_where_text (query, field, AJ_QUERY_EQUAL, value);
  return query;
}

/* (transfer full): what was written. */
static char *
write_out (Calendar *self, const char *name, const char *field, const char *value, guint expected)
{
  g_autoptr (AjQuery) query = make_query (field, value);
  AjQuery *queries[] = { query, query };
  AjExportRequest request = { .queries = queries, .n_queries = 2, .name = name, .mark = TRUE };
  g_autoptr (GError) error = NULL;
  g_auto (AjExportResult) result = { 0 };
  char *text = NULL;

  aj_export_job_run (self->fixture.store, &request, self->path, NULL, NULL, &result, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (result.n_written, ==, expected);
  g_file_get_contents (self->path, &text, NULL, &error);
  g_assert_no_error (error);
  return text;
}

static guint
count (const char *text, const char *part)
{
  guint n = 0;

  for (const char *c = strstr (text, part); c != NULL; c = strstr (c + 1, part))
    n++;
  return n;
}

static void
assert_version (Calendar *self, const char *id, gboolean handed_out, gboolean outdated)
{
  g_autoptr (AjRecord) meeting = fixture_find (&self->fixture, "meeting", "id", id);

  g_assert_true (aj_meeting_is_handed_out (aj_record_get_values (meeting)) == handed_out);
  g_assert_true (aj_meeting_is_outdated (aj_record_get_values (meeting)) == outdated);
}

static void
test_all (Calendar *self, gconstpointer data)
{
  g_autofree char *text = write_out (self, "Alles", NULL, NULL, 3);

  g_assert_cmpuint (count (text, "BEGIN:VEVENT"), ==, 3);
  g_assert_cmpuint (count (text, "X-WR-CALNAME:Alles"), ==, 1);
  g_assert_cmpuint (count (text, "BEGIN:VTIMEZONE"), ==, 2);
  g_assert_nonnull (strstr (text, "SUMMARY:Tweede"));
}

/* Most meetings are here, so the calendar is; whatever order the zones happen to be met in. */
static void
test_zone (Calendar *self, gconstpointer data)
{
  static const char *const others[] = { "Australia/Lord_Howe", "Asia/Tokyo", "Europe/London" };
  g_autofree char *text = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    fixture_add (&self->fixture, "meeting", "group", self->second, "starts-at", "2026-01-05T10:00",
                 "ends-at", "2026-01-05T12:00", "zone", others[i], NULL);
  text = write_out (self, "Alles", NULL, NULL, 6);
  g_assert_nonnull (strstr (text, "\r\nX-WR-TIMEZONE:Europe/Amsterdam\r\n"));
  g_assert_true (strstr (text, "TZID:America/New_York") < strstr (text, "TZID:Asia/Tokyo"));
  g_assert_true (strstr (text, "TZID:Asia/Tokyo") < strstr (text, "TZID:Australia/Lord_Howe"));
}

static void
test_group (Calendar *self, gconstpointer data)
{
  g_autofree char *text = write_out (self, "Eerste", "group", self->first, 2);

  g_assert_cmpuint (count (text, "BEGIN:VEVENT"), ==, 2);
  g_assert_cmpuint (count (text, "BEGIN:VTIMEZONE"), ==, 1);
  assert_version (self, self->march, TRUE, FALSE);
  assert_version (self, self->april, FALSE, FALSE);
}

/* A file of one appointment has no name, whatever was asked. */
static void
test_one (Calendar *self, gconstpointer data)
{
  g_autofree char *asked_one = write_out (self, NULL, "id", self->march, 1);
  g_autofree char *happens_one = write_out (self, "Tweede", "group", self->second, 1);

  g_assert_null (strstr (asked_one, "X-WR-CALNAME"));
  g_assert_null (strstr (happens_one, "X-WR-CALNAME"));
}

static void
test_versions (Calendar *self, gconstpointer data)
{
  g_free (write_out (self, "Eerste", "group", self->first, 2));
  assert_version (self, self->march, TRUE, FALSE);
  fixture_set (&self->fixture, "meeting", self->march, "starts-at", "2026-03-19T10:00", "ends-at",
               "2026-03-19T12:00", NULL);
  assert_version (self, self->march, TRUE, TRUE);
  g_free (write_out (self, "Eerste", "group", self->first, 2));
  assert_version (self, self->march, TRUE, FALSE);
}

/* Noting what went out is no step of undo: the next undo takes back what the person did. */
static void
test_no_undo_step (Calendar *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture_set (&self->fixture, "meeting", self->march, "theme", "Phishing", NULL);
  g_free (write_out (self, "Eerste", "group", self->first, 2));
  g_assert_true (aj_store_undo (self->fixture.store, NULL, &error));
  g_assert_no_error (error);
  assert_version (self, self->march, TRUE, FALSE);
}

/* At the end of writing, before it is noted. */
static void
remove_march_cb (double fraction, gpointer user_data)
{
  Calendar *self = user_data;

  if (fraction == 1)
    fixture_remove (&self->fixture, "meeting", self->march);
}

/* A note about a meeting that was removed while the file was written does not bring it back. */
static void
test_removed_meanwhile (Calendar *self, gconstpointer data)
{
  g_autoptr (AjQuery) query = make_query (NULL, NULL);
  AjQuery *queries[] = { query };
  AjExportRequest request = { .queries = queries, .n_queries = 1, .name = "Alles", .mark = TRUE };
  g_autoptr (GError) error = NULL;

  aj_export_job_run (self->fixture.store, &request, self->path, remove_march_cb, self, NULL,
                     &error);
  g_assert_no_error (error);
  g_assert_cmpint (aj_store_count (self->fixture.store, query, NULL), ==, 2);
  assert_version (self, self->april, TRUE, FALSE);
}

static void
test_cancelled (Calendar *self, gconstpointer data)
{
  g_autofree char *never_given = NULL;
  g_autofree char *asked = NULL;
  g_autofree char *given = NULL;

  fixture_set (&self->fixture, "meeting", self->march, "state", "cancelled", NULL);
  never_given = write_out (self, "Eerste", "group", self->first, 1);
  asked = write_out (self, NULL, "id", self->march, 1);
  g_assert_nonnull (strstr (asked, "STATUS:CANCELLED"));
  given = write_out (self, "Eerste", "group", self->first, 2);
  g_assert_nonnull (strstr (given, "STATUS:CANCELLED"));
}

/* As it is when the file comes from a machine that knows another zone. */
static void
set_unknown_zone (Calendar *self, const char *id)
{
  const char *script = "import sqlite3, sys\n"
                       "file = sqlite3.connect (sys.argv[1], timeout=10)\n"
                       "file.execute (\"UPDATE meeting SET zone = 'Mars/Olympus' WHERE id = ?\", "
                       "(sys.argv[2],))\n"
                       "file.commit ()\n";
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) other = g_subprocess_new (G_SUBPROCESS_FLAGS_NONE, &error, "python3",
                                                    "-c", script, self->fixture.path, id, NULL);

  g_assert_no_error (error);
  g_subprocess_wait_check (other, NULL, &error);
  g_assert_no_error (error);
}

/* The others go out, and it is said which did not, and why. */
static void
test_unwritable (Calendar *self, gconstpointer data)
{
  g_autoptr (AjQuery) query = make_query (NULL, NULL);
  AjQuery *queries[] = { query };
  AjExportRequest request = { .queries = queries, .n_queries = 1, .name = "Alles", .mark = TRUE };
  g_auto (AjExportResult) result = { 0 };
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  const char *sentence;

  set_unknown_zone (self, self->april);
  aj_export_job_run (self->fixture.store, &request, self->path, NULL, NULL, &result, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (result.n_written, ==, 2);
  g_assert_cmpuint (result.left_out->len, ==, 1);
  sentence = result.left_out->pdata[0];
  g_assert_nonnull (strstr (sentence, "Tweede"));
  g_assert_nonnull (strstr (sentence, "Mars/Olympus"));
  g_assert_true (g_file_get_contents (self->path, &text, NULL, NULL));
  g_assert_cmpuint (count (text, "BEGIN:VEVENT"), ==, 2);
  assert_version (self, self->march, TRUE, FALSE);
  assert_version (self, self->april, FALSE, FALSE);
}

/* What is left is one appointment, so no calendar of its own. */
static void
test_unwritable_but_one (Calendar *self, gconstpointer data)
{
  g_autofree char *text = NULL;

  set_unknown_zone (self, self->may);
  text = write_out (self, "Eerste", "group", self->first, 1);
  g_assert_cmpuint (count (text, "BEGIN:VEVENT"), ==, 1);
  g_assert_null (strstr (text, "X-WR-CALNAME"));
}

/* When nothing can be written, that is an error, and why. */
static void
test_all_unwritable (Calendar *self, gconstpointer data)
{
  g_autoptr (AjQuery) query = make_query ("id", self->april);
  AjQuery *queries[] = { query };
  AjExportRequest request = { .queries = queries, .n_queries = 1, .mark = TRUE };
  g_autoptr (GError) error = NULL;

  set_unknown_zone (self, self->april);
  g_assert_false (
      aj_export_job_run (self->fixture.store, &request, self->path, NULL, NULL, NULL, &error));
  g_assert_error (error, AJ_CALENDAR_ERROR, AJ_CALENDAR_ERROR_ZONE);
  g_assert_false (g_file_test (self->path, G_FILE_TEST_EXISTS));
}

/* What nobody is handed is not noted. */
static void
test_unmarked (Calendar *self, gconstpointer data)
{
  g_autoptr (AjQuery) query = make_query (NULL, NULL);
  AjQuery *queries[] = { query };
  AjExportRequest request = { .queries = queries, .n_queries = 1, .name = "Alles" };
  g_autoptr (GError) error = NULL;

  aj_export_job_run (self->fixture.store, &request, self->path, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  assert_version (self, self->march, FALSE, FALSE);
}

/* One file for each, none of which opens as a calendar; two of one name do not become one. */
static void
test_separate (Calendar *self, gconstpointer data)
{
  const char *const names[] = { "2026-03-12 Eerste.ics", "2026-03-12 Eerste (2).ics",
                                "2026-05-12 Eerste.ics", "2026-04-12 Tweede.ics" };
  g_autofree char *folder = g_build_filename (self->fixture.folder, "een", "twee", NULL);
  g_autoptr (AjQuery) query = make_query (NULL, NULL);
  AjQuery *queries[] = { query };
  AjExportRequest request = {
    .queries = queries, .n_queries = 1, .name = "Alles", .separate = TRUE, .mark = TRUE
  };
  g_autoptr (GDir) dir = NULL;
  guint n_files = 0;

  fixture_add (&self->fixture, "meeting", "group", self->first, "starts-at", "2026-03-12T14:00",
               "ends-at", "2026-03-12T15:00", NULL);
  for (guint round = 0; round < 2; round++)
    {
      g_auto (AjExportResult) result = { 0 };
      g_autoptr (GError) error = NULL;

      aj_export_job_run (self->fixture.store, &request, folder, NULL, NULL, &result, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (result.n_written, ==, G_N_ELEMENTS (names));
    }
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (folder, names[i], NULL);
      g_autofree char *text = NULL;
      g_autoptr (GError) error = NULL;

      g_file_get_contents (path, &text, NULL, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (count (text, "BEGIN:VEVENT"), ==, 1);
      g_assert_cmpuint (count (text, "BEGIN:VTIMEZONE"), ==, 1);
      g_assert_null (strstr (text, "X-WR-CALNAME"));
    }
  dir = g_dir_open (folder, 0, NULL);
  while (g_dir_read_name (dir) != NULL)
    n_files++;
  g_assert_cmpuint (n_files, ==, G_N_ELEMENTS (names));
  assert_version (self, self->may, TRUE, FALSE);
}

/* A meeting that moved gets a file of another name, and two files would hold one appointment. */
static void
test_separate_moved (Calendar *self, gconstpointer data)
{
  Fixture *f = &self->fixture;
  g_autofree char *folder = g_build_filename (f->folder, "map", NULL);
  g_autofree char *old = g_build_filename (folder, "2026-03-12 Eerste.ics", NULL);
  g_autofree char *together = g_build_filename (folder, "alles.ics", NULL);
  g_autofree char *foreign = g_build_filename (folder, "kapper.ICS", NULL);
  g_autoptr (AjQuery) query = make_query (NULL, NULL);
  AjExportRequest request = { .queries = &query, .n_queries = 1, .name = "Alles" };

  for (guint round = 0; round < 2; round++)
    {
      g_auto (AjExportResult) apart = { 0 };
      g_auto (AjExportResult) one = { 0 };
      g_autoptr (GError) error = NULL;

      request.separate = TRUE;
      aj_export_job_run (f->store, &request, folder, NULL, NULL, &apart, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (apart.outdated->len, ==, round);
      if (round == 1)
        g_assert_cmpstr (apart.outdated->pdata[0], ==, "2026-03-12 Eerste.ics");
      /* A calendar of all of them is another thing, and so is what somebody else put there. */
      request.separate = FALSE;
      aj_export_job_run (f->store, &request, together, NULL, NULL, &one, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (one.outdated->len, ==, 0);
      g_assert_true (
          g_file_set_contents (foreign, "BEGIN:VEVENT\r\nUID:1\r\nEND:VEVENT\r\n", -1, NULL));
      fixture_set (f, "meeting", self->march, "starts-at", "2026-03-19T10:00", "ends-at",
                   "2026-03-19T12:00", NULL);
    }
  g_assert_true (g_file_test (old, G_FILE_TEST_EXISTS));
}

static AjExportRequest
separately (AjQuery *const *queries)
{
  return (AjExportRequest){
    .queries = queries, .n_queries = 1, .name = "Alles", .separate = TRUE, .mark = TRUE
  };
}

/* One that cannot be written keeps all of them from their place. */
static void
test_separate_whole (Calendar *self, gconstpointer data)
{
  g_autofree char *folder = g_build_filename (self->fixture.folder, "map", NULL);
  g_autofree char *in_the_way = g_build_filename (folder, "2026-05-12 Eerste.ics", NULL);
  g_autoptr (AjQuery) query = make_query (NULL, NULL);
  AjExportRequest request = separately (&query);
  g_auto (AjExportResult) result = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) dir = NULL;

  g_assert_cmpint (g_mkdir_with_parents (in_the_way, 0700), ==, 0);
  g_assert_false (
      aj_export_job_run (self->fixture.store, &request, folder, NULL, NULL, &result, &error));
  g_assert_error (error, AJ_OUTPUT_FILE_ERROR, AJ_OUTPUT_FILE_ERROR_NOT_FILE);
  dir = g_dir_open (folder, 0, NULL);
  g_assert_cmpstr (g_dir_read_name (dir), ==, "2026-05-12 Eerste.ics");
  g_assert_null (g_dir_read_name (dir));
  assert_version (self, self->march, FALSE, FALSE);
}

static void
get_in_the_way_cb (double fraction, gpointer user_data)
{
  if (fraction == 1)
    g_mkdir_with_parents (user_data, 0700);
}

/* What is in its place before one is refused is out, and noted, and told. */
static void
test_separate_in_part (Calendar *self, gconstpointer data)
{
  g_autofree char *folder = g_build_filename (self->fixture.folder, "map", NULL);
  g_autofree char *in_the_way = g_build_filename (folder, "2026-04-12 Tweede.ics", NULL);
  g_autoptr (AjQuery) query = make_query (NULL, NULL);
  AjExportRequest request = separately (&query);
  g_auto (AjExportResult) result = { 0 };
  g_autoptr (GError) error = NULL;

  g_assert_false (aj_export_job_run (self->fixture.store, &request, folder, get_in_the_way_cb,
                                     in_the_way, &result, &error));
  g_assert_nonnull (error);
  g_assert_true (g_str_has_prefix (error->message, "1 of 3 files were written. "));
  g_assert_cmpuint (result.n_written, ==, 1);
  assert_version (self, self->march, TRUE, FALSE);
  assert_version (self, self->april, FALSE, FALSE);
  assert_version (self, self->may, FALSE, FALSE);
}

static void
close_store_cb (double fraction, gpointer user_data)
{
  Calendar *self = user_data;

  if (fraction == 1 && g_file_test (self->path, G_FILE_TEST_EXISTS))
    aj_store_close (self->fixture.store);
}

/* A file that is out is said to be out, whatever becomes of the note. */
static void
test_not_noted (Calendar *self, gconstpointer data)
{
  g_autoptr (AjQuery) query = make_query (NULL, NULL);
  AjQuery *queries[] = { query };
  AjExportRequest request = { .queries = queries, .n_queries = 1, .name = "Alles", .mark = TRUE };
  g_auto (AjExportResult) result = { 0 };
  g_autoptr (GError) error = NULL;

  g_assert_false (aj_export_job_run (self->fixture.store, &request, self->path, close_store_cb,
                                     self, &result, &error));
  g_assert_error (error, AJ_STORE_ERROR, AJ_STORE_ERROR_FAILED);
  g_assert_true (g_str_has_prefix (error->message, "The calendar file was written, "));
  g_assert_cmpuint (result.n_written, ==, 3);
  g_assert_true (g_file_test (self->path, G_FILE_TEST_EXISTS));
}

/* When it went out is told by the clocks where the meeting is. */
static void
test_handed_out_at (Calendar *self, gconstpointer data)
{
  gint64 now = aj_clock_get_unix (self->fixture.clock);
  const struct
  {
    const char *id;
    const char *zone;
  } rows[] = { { self->march, "Europe/Amsterdam" }, { self->april, "America/New_York" } };

  g_free (write_out (self, "Alles", NULL, NULL, 3));
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (AjRecord) meeting = fixture_find (&self->fixture, "meeting", "id", rows[i].id);
      AjWallTime expected, at;

      g_assert_true (aj_wall_time_from_unix (now, rows[i].zone, &expected));
      g_assert_true (aj_record_get_wall_time (meeting, "handed-out-at", &at));
      g_assert_cmpint (aj_wall_time_compare (&at, &expected), ==, 0);
    }
}

/* Whether some of them had gone out before, for importing those again shows them twice. */
static void
test_repeated (Calendar *self, gconstpointer data)
{
  g_autoptr (AjQuery) query = make_query (NULL, NULL);
  AjQuery *queries[] = { query };
  AjExportRequest request = { .queries = queries, .n_queries = 1, .name = "Alles", .mark = TRUE };
  g_auto (AjExportResult) result = { 0 };
  g_autoptr (GError) error = NULL;

  g_free (write_out (self, "Eerste", "group", self->first, 2));
  g_assert_true (
      aj_export_job_run (self->fixture.store, &request, self->path, NULL, NULL, &result, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (result.n_written, ==, 3);
  g_assert_cmpuint (result.n_repeated, ==, 2);
}

/* More than a page and than one edit of notes, both ways. */
static void
test_many (Calendar *self, gconstpointer data)
{
  const guint n_more = 1500;
  g_autoptr (AjEdit) edit = aj_edit_new (self->fixture.store, "Fill");
  g_autoptr (AjQuery) query = make_query (NULL, NULL);
  g_autoptr (AjQuery) unmarked = make_query (NULL, NULL);
  AjExportRequest request = { .queries = &query, .n_queries = 1, .name = "Alles", .mark = TRUE };
  g_auto (AjExportResult) result = { 0 };
  g_autoptr (GError) error = NULL;
  Waiter waiter = { NULL };

  for (guint i = 0; i < n_more; i++)
    {
      AjValues *meeting = aj_edit_add (edit, &aj_meeting_record_type);

      aj_values_set_text (meeting, "group", self->first);
      aj_values_set_text (meeting, "starts-at", "2026-06-01T10:00");
      aj_values_set_text (meeting, "ends-at", "2026-06-01T11:00");
    }
  g_assert_true (aj_edit_commit (edit, &error));
  aj_export_job_run_async (self->fixture.store, &request, self->path, NULL, NULL, NULL,
                           waiter_ready_cb, &waiter);
  aj_export_job_run_finish (self->fixture.store, waiter_wait (&waiter), &result, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (result.n_written, ==, n_more + 3);
  g_object_unref (waiter.result);
  aj_query_where_empty (unmarked, "handed-out-at", AJ_QUERY_EMPTY);
  g_assert_cmpint (aj_store_count (self->fixture.store, unmarked, NULL), ==, 0);
  aj_export_job_run (self->fixture.store, &request, self->path, NULL, NULL, &result, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (result.n_repeated, ==, n_more + 3);
}

static void
test_separate_in_file (Calendar *self, gconstpointer data)
{
  g_autoptr (AjQuery) query = make_query (NULL, NULL);
  AjQuery *queries[] = { query };
  AjExportRequest request = { .queries = queries, .n_queries = 1, .separate = TRUE, .mark = TRUE };
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (self->path, "old", -1, NULL));
  g_assert_false (
      aj_export_job_run (self->fixture.store, &request, self->path, NULL, NULL, NULL, &error));
  g_assert_error (error, AJ_OUTPUT_FILE_ERROR, AJ_OUTPUT_FILE_ERROR_NOT_FOUND);
  assert_version (self, self->march, FALSE, FALSE);
}

static void
test_nothing (Calendar *self, gconstpointer data)
{
  g_autoptr (AjQuery) query = make_query ("group", "nobody");
  AjQuery *queries[] = { query };
  AjExportRequest request = { .queries = queries, .n_queries = 1, .name = "Niets", .mark = TRUE };
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (self->path, "old", -1, NULL));
  g_assert_false (
      aj_export_job_run (self->fixture.store, &request, self->path, NULL, NULL, NULL, &error));
  g_assert_error (error, AJ_CALENDAR_ERROR, AJ_CALENDAR_ERROR_EMPTY);
  {
    g_autofree char *text = NULL;

    g_assert_true (g_file_get_contents (self->path, &text, NULL, NULL));
    g_assert_cmpstr (text, ==, "old");
  }
}

static void
test_no_folder (Calendar *self, gconstpointer data)
{
  g_autofree char *path = g_build_filename (self->fixture.folder, "none", "x.ics", NULL);
  g_autoptr (AjQuery) query = make_query (NULL, NULL);
  AjQuery *queries[] = { query };
  AjExportRequest request = { .queries = queries, .n_queries = 1, .name = "Alles", .mark = TRUE };
  g_autoptr (GError) error = NULL;

  g_assert_false (
      aj_export_job_run (self->fixture.store, &request, path, NULL, NULL, NULL, &error));
  g_assert_error (error, AJ_OUTPUT_FILE_ERROR, AJ_OUTPUT_FILE_ERROR_NOT_FOUND);
  /* Nobody was given anything. */
  assert_version (self, self->march, FALSE, FALSE);
}

static void
note_progress_cb (double fraction, gpointer user_data)
{
  double *last = user_data;

  g_assert_cmpfloat (fraction, >=, *last);
  g_assert_cmpfloat (fraction, <=, 1);
  *last = fraction;
}

static void
test_without_waiting (Calendar *self, gconstpointer data)
{
  g_autoptr (AjQuery) query = make_query (NULL, NULL);
  AjQuery *queries[] = { query };
  AjExportRequest request = { .queries = queries, .n_queries = 1, .name = "Alles", .mark = TRUE };
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  double last = 0;
  g_auto (AjExportResult) result = { 0 };
  Waiter waiter = { NULL };

  aj_export_job_run_async (self->fixture.store, &request, self->path, note_progress_cb, &last, NULL,
                           waiter_ready_cb, &waiter);
  g_assert_true (
      aj_export_job_run_finish (self->fixture.store, waiter_wait (&waiter), &result, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (result.n_written, ==, 3);
  g_assert_cmpfloat (last, ==, 1);
  g_assert_true (g_file_get_contents (self->path, &text, NULL, NULL));
  g_assert_cmpuint (count (text, "BEGIN:VEVENT"), ==, 3);
  assert_version (self, self->april, TRUE, FALSE);
  g_object_unref (waiter.result);
}

static void
test_cancelling (Calendar *self, gconstpointer data)
{
  g_autoptr (AjQuery) query = make_query (NULL, NULL);
  AjQuery *queries[] = { query };
  AjExportRequest request = { .queries = queries, .n_queries = 1, .name = "Alles", .mark = TRUE };
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  Waiter waiter = { NULL };

  aj_export_job_run_async (self->fixture.store, &request, self->path, NULL, NULL, cancellable,
                           waiter_ready_cb, &waiter);
  g_cancellable_cancel (cancellable);
  g_assert_false (
      aj_export_job_run_finish (self->fixture.store, waiter_wait (&waiter), NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_false (g_file_test (self->path, G_FILE_TEST_EXISTS));
  assert_version (self, self->april, FALSE, FALSE);
  g_object_unref (waiter.result);
}

#define ADD(name, function)                                                                        \
  g_test_add ("/jobs/export-job/" name, Calendar, NULL, calendar_set_up, function,                 \
              calendar_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("all", test_all);
  ADD ("zone", test_zone);
  ADD ("group", test_group);
  ADD ("one", test_one);
  ADD ("versions", test_versions);
  ADD ("no-undo-step", test_no_undo_step);
  ADD ("removed-meanwhile", test_removed_meanwhile);
  ADD ("cancelled", test_cancelled);
  ADD ("nothing", test_nothing);
  ADD ("unwritable", test_unwritable);
  ADD ("unwritable-but-one", test_unwritable_but_one);
  ADD ("all-unwritable", test_all_unwritable);
  ADD ("unmarked", test_unmarked);
  ADD ("separate", test_separate);
  ADD ("separate-moved", test_separate_moved);
  ADD ("separate-whole", test_separate_whole);
  ADD ("separate-in-part", test_separate_in_part);
  ADD ("separate-in-file", test_separate_in_file);
  ADD ("not-noted", test_not_noted);
  ADD ("handed-out-at", test_handed_out_at);
  ADD ("repeated", test_repeated);
  ADD ("many", test_many);
  ADD ("no-folder", test_no_folder);
  ADD ("without-waiting", test_without_waiting);
  ADD ("cancelling", test_cancelling);
  return g_test_run ();
}
