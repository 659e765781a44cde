/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A national edition: all municipalities of the country and a hundred thousand activities. It comes in as forms, is counted and
 * chosen from, and goes out as tables and calendars; none of it takes more room the more there is, but for the preview of what
 * comes in, and that leaves nothing behind. */
#include <fcntl.h>
#include <glib/gstdio.h>
#include <malloc.h>
#include <string.h>
#include <unistd.h>

#include "aj-activity-calendar.h"
#include "aj-activity-filter.h"
#include "aj-activity.h"
#include "aj-edition-map.h"
#include "aj-form-file.h"
#include "aj-jobs-fixture.h"
#include "aj-programme.h"
#include "aj-returns.h"
#include "large-edition.h"

#define N_MUNICIPALITIES 342
/* Sanitizers are slow, and what they look for is there with fewer. */
#ifdef __SANITIZE_ADDRESS__
#define N_ACTIVITIES 10000
#else
#define N_ACTIVITIES 100000
#endif
/* A hundred thousand activities, kept, would be some hundred times as much. */
#define MAX_BYTES ((gsize) 4 << 20)
/* What an export may take besides: room for pages of the file, which is the same for any edition. A hundred thousand activities,
 * kept, would be several times as much. */
#define MAX_EXPORT_KB (16 << 10)
/* What an import may leave behind: pages of the file, that the two who read and write it keep; the preview of it is four times
 * as much. */
#define MAX_LEFT_BYTES ((gsize) 64 << 20)
#define DAY            (aj_date_new (2026, 10, 8))
#define TODAY          (aj_date_new (2026, 9, 1))

typedef struct
{
  Fixture base;
  char *edition;
  char *folder;
} NationalFixture;

/* Of what comes in. */
static const char nothing_yet[] = "without activities";

static void
set_up (NationalFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture_set_up (&self->base, data);
  self->edition = large_edition_fill (self->base.store, N_MUNICIPALITIES,
                                      data == nothing_yet ? 0 : N_ACTIVITIES, &error);
  g_assert_no_error (error);
  self->folder = g_dir_make_tmp ("aj-national-XXXXXX", &error);
  g_assert_no_error (error);
}

static void
remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_remove (path);
    }
  g_rmdir (folder);
}

static void
tear_down (NationalFixture *self, gconstpointer data)
{
  remove_folder (self->folder);
  g_free (self->folder);
  g_free (self->edition);
  fixture_tear_down (&self->base, data);
}

static AjEditionFacts *
load (NationalFixture *self)
{
  g_autoptr (GError) error = NULL;
  AjEditionFacts *facts = aj_edition_facts_load (self->base.store, self->edition, &error);

  g_assert_no_error (error);
  return facts;
}

static gint64
count (NationalFixture *self, AjActivityFilter *filter)
{
  g_autoptr (AjQuery) query = aj_activity_filter_make_query (filter, self->edition);
  g_autoptr (GError) error = NULL;
  gint64 n = aj_store_count (self->base.store, query, &error);

  g_assert_no_error (error);
  return n;
}

static gint64
count_choice (NationalFixture *self, AjActivityAspect aspect, const char *code)
{
  g_autoptr (AjActivityFilter) filter = aj_activity_filter_new ();

  aj_activity_filter_choose (filter, aspect, code);
  return count (self, filter);
}

/* What coverage counts while it reads is what the store counts. */
static void
check_total (NationalFixture *self, AjCoverage *coverage)
{
  const AjCoverageCount *total = aj_coverage_get_total (coverage);
  gint64 n_out = count_choice (self, AJ_ACTIVITY_ASPECT_STATE, AJ_ACTIVITY_DRAFT) +
                 count_choice (self, AJ_ACTIVITY_ASPECT_STATE, AJ_ACTIVITY_CANCELLED);

  g_assert_cmpuint (aj_coverage_get_n_registered (coverage), ==, N_ACTIVITIES);
  g_assert_cmpint (n_out, >, 0);
  g_assert_cmpint (total->n_activities, ==, N_ACTIVITIES - n_out);
  g_assert_cmpuint (total->n_asked, ==, N_MUNICIPALITIES);
  g_assert_cmpuint (total->n_answered, ==, N_MUNICIPALITIES);
  g_assert_cmpint (total->n_held, ==,
                   count_choice (self, AJ_ACTIVITY_ASPECT_STATE, AJ_ACTIVITY_HELD));
  g_assert_cmpuint (aj_coverage_get_districts (coverage)->len, ==, LARGE_EDITION_DISTRICTS);
}

static void
check_districts (NationalFixture *self, AjCoverage *coverage)
{
  GPtrArray *districts = aj_coverage_get_districts (coverage);
  gint64 n = 0;

  for (guint i = 0; i < districts->len; i++)
    {
      const AjCoverageDistrict *district = districts->pdata[i];
      gint64 n_all = count_choice (self, AJ_ACTIVITY_ASPECT_DISTRICT, district->id);

      g_assert_cmpint (n_all, >=, district->count.n_activities);
      n += n_all;
    }
  g_assert_cmpint (n, ==, N_ACTIVITIES);
}

/* Every tile is there whatever the map shows, and together they say what the total does. */
static void
check_maps (AjEditionFacts *facts)
{
  const AjCoverageCount *total = aj_coverage_get_total (aj_edition_facts_get_coverage (facts));

  for (guint subject = 0; subject < AJ_EDITION_MAP_N_SUBJECTS; subject++)
    {
      g_autoptr (AjMapState) map = aj_edition_map_draw (facts, subject, TODAY);
      guint n_expected = subject < AJ_EDITION_MAP_TARGET
                             ? total->n_activities
                             : total->n_for[subject - AJ_EDITION_MAP_TARGET];
      gint64 n = 0;

      g_assert_cmpuint (aj_map_state_get_n_tiles (map), ==, N_MUNICIPALITIES);
      for (guint i = 0; i < N_MUNICIPALITIES; i++)
        n += aj_map_state_get_tile (map, i)->count;
      g_assert_cmpint (n, ==, n_expected);
    }
}

static void
test_facts (NationalFixture *self, gconstpointer data)
{
  gsize before = mallinfo2 ().uordblks;
  g_autoptr (AjEditionFacts) facts = load (self);
  gsize after = mallinfo2 ().uordblks;

  g_assert_cmpuint (after, <, before + MAX_BYTES);
  check_total (self, aj_edition_facts_get_coverage (facts));
  check_districts (self, aj_edition_facts_get_coverage (facts));
  check_maps (facts);
}

static guint
get_n_of (guint municipality)
{
  return N_ACTIVITIES / N_MUNICIPALITIES + (municipality < N_ACTIVITIES % N_MUNICIPALITIES ? 1 : 0);
}

static void
add_row (AjForm *form, guint number)
{
  AjFormRow *row = aj_form_add_row (form);
  g_autofree char *name = g_strdup_printf ("Activiteit %u in %s", number, form->municipality_name);

  aj_form_set_text (form, row, AJ_FORM_COLUMN_NAME, name);
  aj_form_set_text (form, row, AJ_FORM_COLUMN_DATE, "2026-10-08");
  aj_form_set_text (form, row, AJ_FORM_COLUMN_FROM, number % 2 == 0 ? "10:00" : "14:30");
  aj_form_set_text (form, row, AJ_FORM_COLUMN_PLACE, "Bibliotheek");
  aj_form_set_text (form, row, AJ_FORM_COLUMN_FOR_YOUTH, number % 3 == 0 ? "true" : "false");
}

/* (transfer full): the path of what one municipality sends back. */
static char *
put_form (NationalFixture *self, guint municipality)
{
  AjForm *form = aj_form_new ();
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  char *path = NULL;

  form->id = g_uuid_string_random ();
  form->edition_id = g_strdup (self->edition);
  form->edition_name = g_strdup ("Landelijke actiedag 2026");
  form->starts_on = form->ends_on = DAY;
  form->deadline = AJ_DATE_NONE;
  form->written_on = TODAY - 60;
  form->municipality_id = g_uuid_string_random ();
  form->municipality_code = g_strdup_printf ("GM%04u", municipality + 1);
  form->municipality_name = g_strdup_printf ("Gemeente %03u", municipality + 1);
  for (guint i = 0; i < get_n_of (municipality); i++)
    add_row (form, i);
  bytes = aj_form_file_write (form);
  path = g_strdup_printf ("%s/%03u.aanjager-form", self->folder, municipality);
  g_file_set_contents (path, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes),
                       &error);
  g_assert_no_error (error);
  aj_form_free (form);
  return path;
}

static AjReturns *
preview (NationalFixture *self, char **paths)
{
  g_autoptr (GError) error = NULL;
  AjReturns *returns = aj_returns_load (self->base.store, self->edition,
                                        (const char *const *) paths, TODAY, "Anna", &error);

  g_assert_no_error (error);
  g_assert_cmpuint (aj_returns_get_problems (returns)->len, ==, 0);
  g_assert_cmpuint (aj_returns_count_forms (returns), ==, N_MUNICIPALITIES);
  return returns;
}

/* A form of each municipality, all at once; a second time they say nothing new, and one step back takes all of them back. */
static void
test_import (NationalFixture *self, gconstpointer data)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) paths = NULL;
  g_autoptr (AjActivityFilter) all = aj_activity_filter_new ();
  g_autoptr (AjReturns) returns = NULL;
  g_autoptr (AjEdit) edit = NULL;
  g_autoptr (GError) error = NULL;
  gsize before;

  for (guint i = 0; i < N_MUNICIPALITIES; i++)
    {
      g_autofree char *path = put_form (self, i);

      g_strv_builder_add (builder, path);
    }
  paths = g_strv_builder_end (builder);
  before = mallinfo2 ().uordblks;
  returns = preview (self, paths);
  g_assert_cmpuint (aj_returns_count_wanted (returns), ==, N_ACTIVITIES + N_MUNICIPALITIES);
  edit = aj_returns_make_edit (returns);
  aj_edit_commit (edit, &error);
  g_assert_no_error (error);
  g_clear_object (&edit);
  g_clear_object (&returns);
  g_assert_cmpint (count (self, all), ==, N_ACTIVITIES);

  returns = preview (self, paths);
  g_assert_cmpuint (aj_returns_count_wanted (returns), ==, 0);
  g_clear_object (&returns);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_test_message ("left behind: %" G_GSIZE_FORMAT " bytes", mallinfo2 ().uordblks - before);
  g_assert_cmpuint (mallinfo2 ().uordblks, <, before + MAX_LEFT_BYTES);

  g_assert_true (aj_store_undo (self->base.store, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpint (count (self, all), ==, 0);
}

/* In kB: the most memory that the program has held since forget_peak(), or holds now. */
static gsize
read_memory (const char *name)
{
  g_autofree char *status = NULL;
  const char *line;

  g_assert_true (g_file_get_contents ("/proc/self/status", &status, NULL, NULL));
  line = strstr (status, name);
  g_assert_nonnull (line);
  return (gsize) g_ascii_strtoull (line + strlen (name), NULL, 10);
}

static gsize
forget_peak (void)
{
  int file = g_open ("/proc/self/clear_refs", O_WRONLY, 0);

  malloc_trim (0);
  if (file >= 0 && write (file, "5", 1) != 1)
    g_test_message ("the peak of the memory is that of the whole run");
  if (file >= 0)
    g_close (file, NULL);
  return read_memory ("VmRSS:");
}

static void
check_peak (gsize before, const char *what)
{
  gsize peak = read_memory ("VmHWM:");

  g_test_message ("%s: %" G_GSIZE_FORMAT " kB more", what, peak - before);
#ifndef __SANITIZE_ADDRESS__
  g_assert_cmpuint (peak, <, before + MAX_EXPORT_KB);
#endif
}

static guint
count_lines (const char *path, const char *prefix)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileInputStream) stream = g_file_read (file, NULL, &error);
  g_autoptr (GDataInputStream) lines = NULL;
  char *line;
  guint n = 0;

  g_assert_no_error (error);
  lines = g_data_input_stream_new (G_INPUT_STREAM (stream));
  while ((line = g_data_input_stream_read_line (lines, NULL, NULL, &error)) != NULL)
    {
      n += g_str_has_prefix (line, prefix) ? 1 : 0;
      g_free (line);
    }
  g_assert_no_error (error);
  return n;
}

/* All of what counts, as a calendar, whole and one for each municipality. */
static void
check_calendars (NationalFixture *self, guint n_expected)
{
  AjActivityCalendarRequest request = { .edition = self->edition, .with_closed = TRUE };
  g_autofree char *path = g_build_filename (self->folder, "all.ics", NULL);
  g_autoptr (GError) error = NULL;
  gsize before = forget_peak ();

  for (guint i = 0; i < 2; i++)
    {
      g_auto (AjActivityCalendarResult) result = { 0 };

      request.separate = i == 1;
      aj_activity_calendar_run (self->base.store, &request, i == 0 ? path : self->folder, &result,
                                &error);
      g_assert_no_error (error);
      g_assert_cmpuint (result.n_written, ==, n_expected);
      g_assert_cmpuint (result.n_files, ==, i == 0 ? 1 : N_MUNICIPALITIES);
    }
  check_peak (before, "calendars");
  g_assert_cmpuint (count_lines (path, "BEGIN:VEVENT"), ==, n_expected);
}

/* What counts, as the programme. */
static void
check_programme (NationalFixture *self, guint n_expected)
{
  const AjProgrammeRequest request = { .edition = self->edition,
                                       .since = AJ_DATE_NONE,
                                       .with_closed = TRUE };
  g_autofree char *path = g_build_filename (self->folder, "programme.csv", NULL);
  g_autoptr (GError) error = NULL;
  gsize before = forget_peak ();
  guint n_written;

  aj_programme_save_table (self->base.store, &request, AJ_CSV_PLAIN, path, &n_written, &error);
  g_assert_no_error (error);
  check_peak (before, "programme");
  g_assert_cmpuint (n_written, ==, n_expected);
  /* And the names of the columns. */
  g_assert_cmpuint (count_lines (path, ""), ==, n_expected + 1);
}

static void
test_export (NationalFixture *self, gconstpointer data)
{
  gint64 n_drafts = count_choice (self, AJ_ACTIVITY_ASPECT_STATE, AJ_ACTIVITY_DRAFT);
  gint64 n_cancelled = count_choice (self, AJ_ACTIVITY_ASPECT_STATE, AJ_ACTIVITY_CANCELLED);

  /* What was registered as cancelled was in nobody's calendar. */
  check_calendars (self, (guint) (N_ACTIVITIES - n_drafts - n_cancelled));
  check_programme (self, (guint) (N_ACTIVITIES - n_drafts - n_cancelled));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/jobs/edition-national/facts", NationalFixture, NULL, set_up, test_facts, tear_down);
  g_test_add ("/jobs/edition-national/export", NationalFixture, NULL, set_up, test_export,
              tear_down);
  g_test_add ("/jobs/edition-national/import", NationalFixture, nothing_yet, set_up, test_import,
              tear_down);
  return g_test_run ();
}
