/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Calendars of an action day: as a whole and per municipality, the same with and without waiting, whole or not at all. */
#include "aj-activity-calendar.h"

#include <string.h>

#include "aj-jobs-fixture.h"
#include "aj-output-file.h"

typedef struct
{
  Fixture base;
  const char *edition;
  const char *municipalities[2];
  char *path;
  AjActivityCalendarRequest request;
} World;

static void
set_up (World *self, gconstpointer data)
{
  fixture_set_up (&self->base, data);
  /* Two that are called alike. */
  self->municipalities[0] = fixture_add (&self->base, "municipality", "name", "Bergen", "code",
                                         "GM0373", NULL);
  self->municipalities[1] = fixture_add (&self->base, "municipality", "name", "BERGEN", "code",
                                         "GM0893", NULL);
  self->edition = fixture_add (&self->base, "edition", "name", "Actiedag", "starts-on",
                               "2026-10-08", NULL);
  self->path = g_build_filename (self->base.folder, "uit", NULL);
  self->request.edition = self->edition;
}

static void
tear_down (World *self, gconstpointer data)
{
  g_free (self->path);
  fixture_tear_down (&self->base, data);
}

static const char *
add_activity (World *self, guint municipality, const char *name, const char *from)
{
  return fixture_add (&self->base, "activity", "edition", self->edition, "municipality",
                      self->municipalities[municipality], "name", name, "from", from, NULL);
}

static char *
read_file (const char *path)
{
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  return text;
}

/* The number that rises is that of the record, whatever else is written. */
static void
test_sequence (World *self, gconstpointer data)
{
  const char *id = add_activity (self, 0, "Lezing", "10:00");
  g_auto (AjActivityCalendarResult) result = { 0 };
  g_autoptr (GError) error = NULL;
  g_autofree char *uid = g_strdup_printf ("UID:%s\r\n", id);
  g_autofree char *text = NULL;

  fixture_set (&self->base, "activity", id, "from", "11:00", NULL);
  fixture_set (&self->base, "activity", id, "remarks", "Neem koffie mee", NULL);
  fixture_set (&self->base, "activity", id, "state", "cancelled", NULL);
  aj_activity_calendar_run (self->base.store, &self->request, self->path, &result, &error);
  g_assert_no_error (error);
  text = read_file (self->path);
  g_assert_nonnull (strstr (text, uid));
  g_assert_nonnull (strstr (text, "SEQUENCE:2\r\n"));
  g_assert_nonnull (strstr (text, "STATUS:CANCELLED\r\n"));
}

/* What is off is told until its day is over, and not when nobody can have it. */
static void
test_cancelled (World *self, gconstpointer data)
{
  const char *off = add_activity (self, 0, "Afgezegd", "10:00");
  const char *over = add_activity (self, 0, "Voorbij", "10:00");
  g_auto (AjActivityCalendarResult) result = { 0 };
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  add_activity (self, 0, "Lezing", "10:00");
  fixture_add (&self->base, "activity", "edition", self->edition, "municipality",
               self->municipalities[0], "name", "Nooit", "state", "cancelled", NULL);
  fixture_set (&self->base, "activity", off, "state", "cancelled", NULL);
  fixture_set (&self->base, "activity", over, "state", "cancelled", "date", "2026-01-14", NULL);
  aj_activity_calendar_run (self->base.store, &self->request, self->path, &result, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (result.n_written, ==, 2);
  text = read_file (self->path);
  g_assert_nonnull (strstr (text, "Afgezegd"));
  g_assert_nonnull (strstr (text, "STATUS:CANCELLED\r\n"));
  g_assert_null (strstr (text, "Voorbij"));
  g_assert_null (strstr (text, "Nooit"));
}

static void
test_together (World *self, gconstpointer data)
{
  g_auto (AjActivityCalendarResult) result = { 0 };
  g_auto (AjActivityCalendarResult) late = { 0 };
  g_autoptr (GError) error = NULL;
  g_autofree char *waited = NULL;
  g_autofree char *text = NULL;
  Waiter waiter = { NULL };

  add_activity (self, 0, "Lezing", "10:00");
  add_activity (self, 1, "Markt", NULL);
  aj_activity_calendar_run (self->base.store, &self->request, self->path, &result, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (result.n_written, ==, 2);
  g_assert_cmpuint (result.n_files, ==, 1);
  g_assert_cmpuint (result.left_out->len, ==, 0);
  waited = read_file (self->path);
  g_assert_nonnull (strstr (waited, "X-WR-CALNAME:Actiedag\r\n"));
  g_assert_nonnull (strstr (waited, "X-WR-TIMEZONE:Europe/Amsterdam\r\n"));
  aj_activity_calendar_run_async (self->base.store, &self->request, self->path, NULL,
                                  waiter_ready_cb, &waiter);
  aj_activity_calendar_run_finish (self->base.store, waiter_wait (&waiter), &late, &error);
  g_clear_object (&waiter.result);
  g_assert_no_error (error);
  g_assert_cmpuint (late.n_written, ==, 2);
  text = read_file (self->path);
  g_assert_cmpstr (text, ==, waited);
}

/* A file for each, also of those that no file system tells apart. */
static void
test_separate (World *self, gconstpointer data)
{
  g_auto (AjActivityCalendarResult) result = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) dir = NULL;
  guint n_files = 0;

  add_activity (self, 0, "Lezing", "10:00");
  add_activity (self, 0, "Koffie", NULL);
  add_activity (self, 1, "Markt", NULL);
  self->request.separate = TRUE;
  aj_activity_calendar_run (self->base.store, &self->request, self->path, &result, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (result.n_written, ==, 3);
  g_assert_cmpuint (result.n_files, ==, 2);
  dir = g_dir_open (self->path, 0, &error);
  g_assert_no_error (error);
  while (g_dir_read_name (dir) != NULL)
    n_files++;
  g_assert_cmpuint (n_files, ==, 2);
}

/* Nothing, what is gone and what cannot be written leave what was there. */
static void
test_refused (World *self, gconstpointer data)
{
  g_auto (AjActivityCalendarResult) result = { 0 };
  g_auto (AjActivityCalendarResult) gone = { 0 };
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  Waiter waiter = { NULL };
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  g_assert_true (g_file_set_contents (self->path, "oud", -1, NULL));
  g_assert_false (
      aj_activity_calendar_run (self->base.store, &self->request, self->path, &result, &error));
  g_assert_error (error, AJ_CALENDAR_ERROR, AJ_CALENDAR_ERROR_EMPTY);
  g_clear_error (&error);
  self->request.edition = "weg";
  g_assert_false (
      aj_activity_calendar_run (self->base.store, &self->request, self->path, &gone, &error));
  g_assert_error (error, AJ_STORE_ERROR, AJ_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  self->request.edition = self->edition;
  add_activity (self, 0, "Lezing", "10:00");
  g_cancellable_cancel (cancellable);
  aj_activity_calendar_run_async (self->base.store, &self->request, self->path, cancellable,
                                  waiter_ready_cb, &waiter);
  aj_activity_calendar_result_clear (&result);
  g_assert_false (
      aj_activity_calendar_run_finish (self->base.store, waiter_wait (&waiter), &result, &error));
  g_clear_object (&waiter.result);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  text = read_file (self->path);
  g_assert_cmpstr (text, ==, "oud");
}

#define ADD(path, func) g_test_add (path, World, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/jobs/activity-calendar/sequence", test_sequence);
  ADD ("/jobs/activity-calendar/cancelled", test_cancelled);
  ADD ("/jobs/activity-calendar/together", test_together);
  ADD ("/jobs/activity-calendar/separate", test_separate);
  ADD ("/jobs/activity-calendar/refused", test_refused);
  return g_test_run ();
}
