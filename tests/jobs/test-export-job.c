/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <string.h>

#include "aj-export-job.h"
#include "aj-jobs-fixture.h"
#include "aj-meeting.h"

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
static char *export(
    Calendar *self, const char *name, const char *field, const char *value, guint expected)
{
  g_autoptr (AjQuery) query = make_query (field, value);
  AjQuery *queries[] = { query, query };
  AjExportRequest request = { .queries = queries, .n_queries = 2, .name = name };
  g_autoptr (GError) error = NULL;
  guint n_written = 0;
  char *text = NULL;

  aj_export_job_run (self->fixture.store, &request, self->path, NULL, NULL, &n_written, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (n_written, ==, expected);
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
  g_autofree char *text = export(self, "Alles", NULL, NULL, 3);

  g_assert_cmpuint (count (text, "BEGIN:VEVENT"), ==, 3);
  g_assert_cmpuint (count (text, "X-WR-CALNAME:Alles"), ==, 1);
  g_assert_cmpuint (count (text, "BEGIN:VTIMEZONE"), ==, 2);
  g_assert_nonnull (strstr (text, "SUMMARY:Tweede"));
}

static void
test_group (Calendar *self, gconstpointer data)
{
  g_autofree char *text = export(self, "Eerste", "group", self->first, 2);

  g_assert_cmpuint (count (text, "BEGIN:VEVENT"), ==, 2);
  g_assert_cmpuint (count (text, "BEGIN:VTIMEZONE"), ==, 1);
  assert_version (self, self->march, TRUE, FALSE);
  assert_version (self, self->april, FALSE, FALSE);
}

/* A file of one appointment has no name, whatever was asked. */
static void
test_one (Calendar *self, gconstpointer data)
{
  g_autofree char *asked_one = export(self, NULL, "id", self->march, 1);
  g_autofree char *happens_one = export(self, "Tweede", "group", self->second, 1);

  g_assert_null (strstr (asked_one, "X-WR-CALNAME"));
  g_assert_null (strstr (happens_one, "X-WR-CALNAME"));
}

static void
test_versions (Calendar *self, gconstpointer data)
{
  g_free (export(self, "Eerste", "group", self->first, 2));
  assert_version (self, self->march, TRUE, FALSE);
  fixture_set (&self->fixture, "meeting", self->march, "starts-at", "2026-03-19T10:00", NULL);
  assert_version (self, self->march, TRUE, TRUE);
  g_free (export(self, "Eerste", "group", self->first, 2));
  assert_version (self, self->march, TRUE, FALSE);
}

/* Noting what went out is no step of undo: the next undo takes back what the person did. */
static void
test_no_undo_step (Calendar *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture_set (&self->fixture, "meeting", self->march, "theme", "Phishing", NULL);
  g_free (export(self, "Eerste", "group", self->first, 2));
  g_assert_true (aj_store_undo (self->fixture.store, NULL, &error));
  g_assert_no_error (error);
  assert_version (self, self->march, TRUE, FALSE);
}

static void
test_cancelled (Calendar *self, gconstpointer data)
{
  g_autofree char *never_given = NULL;
  g_autofree char *asked = NULL;
  g_autofree char *given = NULL;

  fixture_set (&self->fixture, "meeting", self->march, "state", "cancelled", NULL);
  never_given = export(self, "Eerste", "group", self->first, 1);
  asked = export(self, NULL, "id", self->march, 1);
  g_assert_nonnull (strstr (asked, "STATUS:CANCELLED"));
  given = export(self, "Eerste", "group", self->first, 2);
  g_assert_nonnull (strstr (given, "STATUS:CANCELLED"));
}

static void
test_nothing (Calendar *self, gconstpointer data)
{
  g_autoptr (AjQuery) query = make_query ("group", "nobody");
  AjQuery *queries[] = { query };
  AjExportRequest request = { .queries = queries, .n_queries = 1, .name = "Niets" };
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
  AjExportRequest request = { .queries = queries, .n_queries = 1, .name = "Alles" };
  g_autoptr (GError) error = NULL;

  g_assert_false (
      aj_export_job_run (self->fixture.store, &request, path, NULL, NULL, NULL, &error));
  g_assert_error (error, AJ_CALENDAR_ERROR, AJ_CALENDAR_ERROR_NOT_FOUND);
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
  AjExportRequest request = { .queries = queries, .n_queries = 1, .name = "Alles" };
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  double last = 0;
  guint n_written = 0;
  Waiter waiter = { NULL };

  aj_export_job_run_async (self->fixture.store, &request, self->path, note_progress_cb, &last, NULL,
                           waiter_ready_cb, &waiter);
  g_assert_true (
      aj_export_job_run_finish (self->fixture.store, waiter_wait (&waiter), &n_written, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (n_written, ==, 3);
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
  AjExportRequest request = { .queries = queries, .n_queries = 1, .name = "Alles" };
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
  ADD ("group", test_group);
  ADD ("one", test_one);
  ADD ("versions", test_versions);
  ADD ("no-undo-step", test_no_undo_step);
  ADD ("cancelled", test_cancelled);
  ADD ("nothing", test_nothing);
  ADD ("no-folder", test_no_folder);
  ADD ("without-waiting", test_without_waiting);
  ADD ("cancelling", test_cancelling);
  return g_test_run ();
}
