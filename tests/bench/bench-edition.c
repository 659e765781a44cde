/* SPDX-License-Identifier: GPL-3.0-or-later */
/* bench-edition FOLDER: makes two national editions of the action day there, of 10,000 and of 100,000 activities in 342
 * municipalities, and prints how much longer it takes to count all of the large one; how long the window stands still while
 * the table of activities is sorted and chosen from, against a tenth of a second; and how long the map of tiles takes
 * to be drawn anew, against a frame. */
#include <stdlib.h>

#include <adwaita.h>

#include "aj-activity-table.h"
#include "aj-edition-map.h"
#include "aj-list.h"
#include "aj-tile-map.h"
#include "large-edition.h"
#include "pauses.h"

#define N_MUNICIPALITIES 342
#define N_SMALL          10000
#define N_LARGE          100000
#define N_PAIRS          5
#define N_REDRAWS        31
#define FRAME_MS         (1000.0 / 60)
#define STANDSTILL_MS    100.0
#define GOAL_COVERAGE    11.0
#define GOAL             1.0
#define SETTING          "action-day-activities"
/* No frame for so long is standing still. */
#define STILL_MS 300

typedef struct
{
  AjStore *store; /* (owned) */
  char *edition;  /* (owned) */
} File;

static void
fail (const char *why)
{
  g_printerr ("bench-edition: %s\n", why);
  exit (1);
}

static File
make_file (const char *folder, AjClock *clock, guint n_activities)
{
  g_autofree char *name = g_strdup_printf ("edition-%u.aanjager", n_activities);
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GError) error = NULL;
  File file = { .store = aj_store_open (path, AJ_STORE_OPEN_CREATE, "bench", clock, &error) };

  if (file.store != NULL)
    file.edition = large_edition_fill (file.store, N_MUNICIPALITIES, n_activities, &error);
  if (file.edition == NULL)
    fail (error->message);
  return file;
}

static void
close_file (File *file)
{
  aj_store_close (file->store);
  g_object_unref (file->store);
  g_free (file->edition);
}

static AjEditionFacts *
load (const File *file)
{
  g_autoptr (GError) error = NULL;
  AjEditionFacts *facts = aj_edition_facts_load (file->store, file->edition, &error);

  if (facts == NULL)
    fail (error->message);
  return facts;
}

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  double x = *(const double *) a;
  double y = *(const double *) b;

  return (x > y) - (x < y);
}

static double
median (double *figures, gsize n_figures)
{
  qsort (figures, n_figures, sizeof *figures, compare_doubles);
  return figures[n_figures / 2];
}

static double
time_coverage (const File *file)
{
  gint64 start = g_get_monotonic_time ();
  g_autoptr (AjEditionFacts) facts = load (file);

  return (double) (g_get_monotonic_time () - start) / 1000.0;
}

static void
measure_coverage (const File *small, const File *large)
{
  double small_ms[N_PAIRS], large_ms[N_PAIRS], ratios[N_PAIRS];

  for (int i = 0; i < N_PAIRS; i++)
    {
      small_ms[i] = time_coverage (small);
      large_ms[i] = time_coverage (large);
      ratios[i] = large_ms[i] / small_ms[i];
    }
  g_print ("RATIO\tedition: coverage, 10 times the data\t%.3f\t%.1f\t%.0f ms against %.0f ms; %d "
           "pairs\n",
           median (ratios, N_PAIRS), GOAL_COVERAGE, median (large_ms, N_PAIRS),
           median (small_ms, N_PAIRS), N_PAIRS);
}

static gboolean
quit_cb (gpointer loop)
{
  g_main_loop_quit (loop);
  return G_SOURCE_REMOVE;
}

/* Until the list is there and nothing moves any more. */
static void
settle (AjActivityTable *table)
{
  AjList *list = AJ_LIST (aj_activity_table_get_list (table));

  do
    {
      g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);

      g_timeout_add (STILL_MS, quit_cb, loop);
      g_main_loop_run (loop);
    }
  while (aj_list_is_loading (list));
}

static GtkWidget *
find_widget (GtkWidget *root, GType type)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (root, type))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_widget (child, type);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* As a person does who presses each of the titles, there and back. */
static double
time_sorting (AjActivityTable *table)
{
  GtkColumnView *view = GTK_COLUMN_VIEW (find_widget (GTK_WIDGET (table), GTK_TYPE_COLUMN_VIEW));
  GListModel *columns = gtk_column_view_get_columns (view);

  pauses_begin ();
  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);

      gtk_column_view_sort_by_column (view, column, GTK_SORT_DESCENDING);
      settle (table);
      gtk_column_view_sort_by_column (view, column, GTK_SORT_ASCENDING);
      settle (table);
    }
  return pauses_get_longest ();
}

static double
time_searching (AjActivityTable *table)
{
  static const char *const texts[] = { "quiz", "nepmail", "0", "quiz stadhuis", "" };
  GtkWidget *entry = find_widget (GTK_WIDGET (table), GTK_TYPE_SEARCH_ENTRY);

  pauses_begin ();
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      gtk_editable_set_text (GTK_EDITABLE (entry), texts[i]);
      settle (table);
    }
  return pauses_get_longest ();
}

static void
report_pause (const char *what, double pause_ms)
{
  g_print ("RATIO\tedition: longest pause %s, of 100 ms\t%.3f\t%.1f\t%.1f ms, %.1f ms of work; %d "
           "activities\n",
           what, pause_ms / STANDSTILL_MS, GOAL, pause_ms, pauses_get_most_work (), N_LARGE);
}

static void
measure_table (const File *file, AjClock *clock)
{
  g_autoptr (GSettings) settings = g_settings_new (AJ_APP_ID);
  g_autoptr (AjServices) services = aj_services_new (file->store, clock, settings);
  g_autoptr (AjEditionFacts) facts = load (file);
  GtkWidget *window = adw_window_new ();
  AjActivityTable *table = g_object_new (AJ_TYPE_ACTIVITY_TABLE, NULL);

  g_settings_reset (settings, SETTING);
  aj_activity_table_set_services (table, services);
  gtk_window_set_default_size (GTK_WINDOW (window), 1180, 780);
  adw_window_set_content (ADW_WINDOW (window), GTK_WIDGET (table));
  gtk_window_present (GTK_WINDOW (window));
  aj_activity_table_set_active (table, TRUE);
  aj_activity_table_show (table, facts);
  settle (table);
  if (g_list_model_get_n_items (aj_activity_table_get_list (table)) != N_LARGE)
    fail ("the table does not have all activities");
  report_pause ("sorting", time_sorting (table));
  report_pause ("searching", time_searching (table));
  g_settings_reset (settings, SETTING);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
painted_cb (GdkFrameClock *frame_clock, gpointer user_data)
{
  *(gboolean *) user_data = TRUE;
}

/* Another subject, so that every tile looks different, until it is painted: what the main loop is busy with, not what
 * it waits for the screen. */
static double
time_redraw (AjTileMap *map, AjEditionFacts *facts, AjEditionMapSubject subject, gboolean *painted)
{
  gint64 start = g_get_monotonic_time ();
  g_autoptr (AjMapState) state = aj_edition_map_draw (facts, subject, aj_date_new (2026, 9, 1));
  gint64 made;

  aj_tile_map_set_state (map, state);
  made = g_get_monotonic_time ();
  pauses_begin ();
  *painted = FALSE;
  while (!*painted)
    g_main_context_iteration (NULL, TRUE);
  return (double) (made - start) / 1000.0 + pauses_get_longest ();
}

static void
measure_map (const File *file)
{
  g_autoptr (AjEditionFacts) facts = load (file);
  GtkWidget *window = adw_window_new ();
  AjTileMap *map = aj_tile_map_new ();
  double figures[N_REDRAWS];
  gboolean painted = FALSE;

  gtk_window_set_default_size (GTK_WINDOW (window), 1180, 780);
  adw_window_set_content (ADW_WINDOW (window), GTK_WIDGET (map));
  gtk_widget_realize (window);
  g_signal_connect (gtk_widget_get_frame_clock (window), "after-paint", G_CALLBACK (painted_cb),
                    &painted);
  gtk_window_present (GTK_WINDOW (window));
  time_redraw (map, facts, 0, &painted);
  for (guint i = 0; i < N_REDRAWS; i++)
    figures[i] = time_redraw (map, facts, (i + 1) % AJ_EDITION_MAP_N_SUBJECTS, &painted);
  g_print ("RATIO\tedition: drawing %d tiles anew, of a frame\t%.3f\t%.1f\t%.1f ms; %d times\n",
           N_MUNICIPALITIES, median (figures, N_REDRAWS) / FRAME_MS, GOAL,
           median (figures, N_REDRAWS), N_REDRAWS);
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char **argv)
{
  g_autoptr (AjClock) clock = aj_clock_new ("Europe/Amsterdam");
  File small, large;

  if (argc != 2)
    {
      g_printerr ("Usage: bench-edition FOLDER\n");
      return 2;
    }
  adw_init ();
  small = make_file (argv[1], clock, N_SMALL);
  large = make_file (argv[1], clock, N_LARGE);
  measure_coverage (&small, &large);
  pauses_watch ();
  measure_map (&large);
  measure_table (&large, clock);
  close_file (&small);
  close_file (&large);
  return 0;
}
