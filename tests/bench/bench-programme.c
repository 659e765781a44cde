/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the programme of an action day costs as it grows: a national edition, as a table and as a calendar, against one of a
 * tenth of it, in time and in memory. */
#include <glib/gstdio.h>
#include <fcntl.h>
#include <malloc.h>
#include <string.h>
#include <unistd.h>

#include "aj-activity-calendar.h"
#include "aj-activity.h"
#include "aj-edit.h"
#include "aj-programme.h"

#define N_SMALL          10000
#define N_LARGE          100000
#define N_MUNICIPALITIES 342
#define BATCH            5000
#define N_RUNS           3
#define GOAL_OF_TIME     11.0
#define GOAL_OF_MEMORY   1.3

static char *folder;

static void
must (gboolean done, GError *error)
{
  if (!done)
    g_error ("%s", error->message);
}

/* An edition that is stored, and what its exports took at best. */
typedef struct
{
  AjStore *store;
  char *edition;
  double table_ms;
  double calendar_ms;
  double memory_kb; /* the most of both */
} Measured;

static char *
add_record (AjEdit *edit, const char *type, const char *name, const char *field, const char *text)
{
  AjValues *values = aj_edit_add (edit, aj_record_type_lookup (type));

  aj_values_set_text (values, "name", name);
  aj_values_set_text (values, field, text);
  return g_strdup (aj_values_get_id (values));
}

static void
commit (AjEdit *edit)
{
  GError *error = NULL;

  must (aj_edit_commit (edit, &error), error);
}

static void
add_activities (Measured *self, char **municipalities, guint first, guint n)
{
  g_autoptr (AjEdit) edit = aj_edit_new (self->store, "Fill");

  for (guint i = first; i < first + n; i++)
    {
      AjValues *values = aj_edit_add (edit, &aj_activity_record_type);
      g_autofree char *name = g_strdup_printf ("Activiteit %u voor wie er komt", i);

      aj_values_set_text (values, "edition", self->edition);
      aj_values_set_text (values, "municipality", municipalities[i % N_MUNICIPALITIES]);
      aj_values_set_text (values, "name", name);
      aj_values_set_text (values, "place", "Bibliotheek");
      aj_values_set_text (values, "partners", "Politie, Rabobank");
      aj_values_set_boolean (values, aj_target_get_field (i % AJ_N_TARGETS), TRUE);
      if (i % 3 > 0)
        aj_values_set_time (values, "from", (int) (9 * 60 + i % 600));
    }
  commit (edit);
}

static void
fill (Measured *self, const char *name, guint n)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (AjClock) clock = aj_clock_new_from_string ("2026-03-01T10:00", "Europe/Amsterdam");
  g_autoptr (AjEdit) edit = NULL;
  char *municipalities[N_MUNICIPALITIES + 1] = { NULL };
  GError *error = NULL;

  self->store = aj_store_open (path, AJ_STORE_OPEN_CREATE, "Bench", clock, &error);
  must (self->store != NULL, error);
  edit = aj_edit_new (self->store, "Fill");
  self->edition = add_record (edit, "edition", "Actiedag", "starts-on", "2026-10-08");
  for (guint i = 0; i < N_MUNICIPALITIES; i++)
    {
      g_autofree char *title = g_strdup_printf ("Gemeente %u", i);
      g_autofree char *code = g_strdup_printf ("GM%04u", i);

      municipalities[i] = add_record (edit, "municipality", title, "code", code);
    }
  commit (edit);
  for (guint first = 0; first < n; first += BATCH)
    add_activities (self, municipalities, first, BATCH);
  for (guint i = 0; i < N_MUNICIPALITIES; i++)
    g_free (municipalities[i]);
}

/* The most memory that the program has held since the last time, in kB. */
static double
read_peak (void)
{
  g_autofree char *status = NULL;
  const char *line;

  if (!g_file_get_contents ("/proc/self/status", &status, NULL, NULL))
    return 0;
  line = strstr (status, "VmHWM:");
  return line != NULL ? g_ascii_strtod (line + strlen ("VmHWM:"), NULL) : 0;
}

static void
forget_peak (void)
{
  int file = g_open ("/proc/self/clear_refs", O_WRONLY, 0);

  if (file < 0)
    return;
  if (write (file, "5", 1) != 1)
    g_warning ("The peak of the memory is that of the whole run");
  g_close (file, NULL);
}

static double
get_ms_since (gint64 began)
{
  return (double) (g_get_monotonic_time () - began) / 1000;
}

static double
time_table (Measured *self)
{
  const AjProgrammeRequest request = { .edition = self->edition, .since = AJ_DATE_NONE };
  g_autofree char *path = g_build_filename (folder, "out.csv", NULL);
  GError *error = NULL;
  gint64 began = g_get_monotonic_time ();

  must (aj_programme_save_table (self->store, &request, AJ_CSV_PLAIN, path, NULL, &error), error);
  return get_ms_since (began);
}

static double
time_calendar (Measured *self)
{
  const AjActivityCalendarRequest request = { .edition = self->edition };
  g_auto (AjActivityCalendarResult) result = { 0 };
  g_autofree char *path = g_build_filename (folder, "out.ics", NULL);
  GError *error = NULL;
  gint64 began = g_get_monotonic_time ();

  must (aj_activity_calendar_run (self->store, &request, path, &result, &error), error);
  return get_ms_since (began);
}

static void
measure (Measured *self)
{
  self->table_ms = self->calendar_ms = G_MAXDOUBLE;
  /* What filling the file took is not what reading it takes. */
  malloc_trim (0);
  forget_peak ();
  for (guint i = 0; i < N_RUNS; i++)
    {
      self->table_ms = MIN (self->table_ms, time_table (self));
      self->calendar_ms = MIN (self->calendar_ms, time_calendar (self));
    }
  self->memory_kb = read_peak ();
}

/* One after the other, so that what one of them keeps in memory does not count for the other. */
static void
fill_and_measure (Measured *self, const char *name, guint n)
{
  fill (self, name, n);
  measure (self);
  aj_store_close (self->store);
  g_clear_object (&self->store);
}

static void
report (const char *name, double large, double small, double goal, const char *unit)
{
  g_print ("RATIO\t%s\t%.3f\t%.1f\t%.0f %s against %.0f %s\n", name, large / small, goal, large,
           unit, small, unit);
}

static void
remove_folder (void)
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

int
main (void)
{
  Measured small = { NULL }, large = { NULL };
  GError *error = NULL;

  folder = g_dir_make_tmp ("bench-programme-XXXXXX", &error);
  must (folder != NULL, error);
  fill_and_measure (&small, "small.aanjager", N_SMALL);
  fill_and_measure (&large, "large.aanjager", N_LARGE);
  report ("programme as a table, ten times the data", large.table_ms, small.table_ms, GOAL_OF_TIME,
          "ms");
  report ("programme as a calendar, ten times the data", large.calendar_ms, small.calendar_ms,
          GOAL_OF_TIME, "ms");
  report ("programme, memory with ten times the data", large.memory_kb, small.memory_kb,
          GOAL_OF_MEMORY, "kB");
  g_free (small.edition);
  g_free (large.edition);
  remove_folder ();
  g_free (folder);
  return 0;
}
