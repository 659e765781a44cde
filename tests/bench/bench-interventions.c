/* SPDX-License-Identifier: GPL-3.0-or-later */
/* bench-interventions FOLDER: makes a data file there, unless it is there, with 100,000 rollouts and as many loans, opens the
 * page Interventions over it, and prints how long the window stands still while it opens and while each view is shown,
 * against half a second, and while one record changes, against a tenth. */
#include <stdlib.h>

#include <adwaita.h>

#include "aj-edit.h"
#include "aj-interventions-page.h"
#include "aj-loan.h"
#include "aj-rollout.h"
#include "large-catalogue.h"
#include "pauses.h"

#define N_LARGE 100000
/* What opens may take longer than what only changes. */
#define OPENING_MS 500.0
#define CHANGE_MS  100.0
#define GOAL       1.0
#define SETTING    "rollouts-view"
/* Longer than the store takes to put a hundred thousand in order, the longest that nobody hears of it. */
#define STILL_MS 2500

typedef struct
{
  AjStore *store;  /* (borrowed) */
  GtkWidget *page; /* (borrowed) */
} Bench;

static void
fail (const char *why)
{
  g_printerr ("bench-interventions: %s\n", why);
  exit (1);
}

static AjStore *
open_file (const char *folder, AjClock *clock)
{
  g_autofree char *path = g_build_filename (folder, "interventions.aanjager", NULL);
  gboolean is_there = g_file_test (path, G_FILE_TEST_EXISTS);
  g_autoptr (GError) error = NULL;
  AjStore *store = aj_store_open (path, is_there ? AJ_STORE_OPEN_DEFAULT : AJ_STORE_OPEN_CREATE,
                                  "bench", clock, &error);

  if (store == NULL || (!is_there && !large_catalogue_fill (store, N_LARGE, N_LARGE, &error)))
    fail (error->message);
  return store;
}

/* What was begun, until nothing moves any more. */
static void
report (const char *what, double most_ms)
{
  gint64 start = g_get_monotonic_time ();
  double pause_ms, whole_ms;

  pauses_wait_until_still (STILL_MS);
  pause_ms = pauses_get_longest ();
  whole_ms = (double) (pauses_get_still_since () - start) / 1000.0;
  g_print (
      "RATIO\tinterventions: %s, of %.0f ms\t%.3f\t%.1f\t%.1f ms, %.1f ms of work; all of it %.0f "
      "ms\n",
      what, most_ms, pause_ms / most_ms, GOAL, pause_ms, pauses_get_most_work (), whole_ms);
}

static gboolean
take_first_cb (const AjValues *values, gpointer id, GError **error)
{
  *(char **) id = g_strdup (aj_values_get_id (values));
  return TRUE;
}

static char *
find_one (AjStore *store, const AjRecordType *type, const char *field, const char *code)
{
  g_autoptr (AjQuery) query = aj_query_new (type);
  char *id = NULL;

  aj_query_where_text (query, field, AJ_QUERY_EQUAL, code);
  aj_query_limit (query, 1);
  aj_store_each (store, query, take_first_cb, &id, NULL);
  if (id == NULL)
    fail ("there is nothing to change");
  return id;
}

static void
committed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  if (!aj_edit_commit_finish (AJ_EDIT (source), result, &error))
    fail (error->message);
}

/* A day earlier, as whoever drags a bar does. */
static void
move (Bench *self, const AjRecordType *type, const char *id, const char *field)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AjRecord) record = aj_store_load_record (self->store, type, id, &error);
  g_autoptr (AjEdit) edit = aj_edit_new (self->store, "Move");
  AjValues *after;

  if (record == NULL)
    fail (error->message);
  after = aj_edit_change (edit, record);
  aj_values_set_date (after, field, aj_values_get_date (after, field) - 1);
  aj_edit_commit_async (edit, NULL, committed_cb, NULL);
}

static void
measure_change (
    Bench *self, const AjRecordType *type, const char *id, const char *field, const char *view)
{
  g_autofree char *what = g_strdup_printf ("a %s moves, %s", type->name, view);

  pauses_begin ();
  move (self, type, id, field);
  report (what, CHANGE_MS);
}

static void
measure_view (Bench *self, const char *view)
{
  g_autofree char *what = g_strdup_printf ("the %s comes", view);

  pauses_begin ();
  gtk_widget_activate_action (self->page, "records.view", "s", view);
  report (what, OPENING_MS);
}

static void
measure_kind (Bench *self, const AjRecordType *type, const char *id)
{
  g_autofree char *what = g_strdup_printf ("a %s opens", type->name);

  pauses_begin ();
  gtk_widget_activate_action (self->page, "records.show", "(ss)", type->name, id);
  report (what, OPENING_MS);
}

static void
measure_opening (Bench *self, AjServices *services, GtkWindow *window)
{
  pauses_begin ();
  self->page = g_object_new (AJ_TYPE_INTERVENTIONS_PAGE, "services", services, NULL);
  adw_window_set_content (ADW_WINDOW (window), self->page);
  gtk_window_present (window);
  aj_page_activate (AJ_PAGE (self->page));
  report ("the page opens", OPENING_MS);
}

static void
measure_all (Bench *self)
{
  static const char *const views[] = { "timeline", "board", "map", "list" };
  g_autofree char *rollout = find_one (self->store, &aj_rollout_record_type, "phase", "agreed");
  g_autofree char *loan = find_one (self->store, &aj_loan_record_type, "state", AJ_LOAN_PLANNED);

  measure_kind (self, &aj_rollout_record_type, rollout);
  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    {
      measure_view (self, views[i]);
      measure_change (self, &aj_rollout_record_type, rollout, "starts-on", views[i]);
    }
  measure_kind (self, &aj_loan_record_type, loan);
  measure_view (self, "timeline");
  measure_change (self, &aj_loan_record_type, loan, "from", "timeline");
}

int
main (int argc, char **argv)
{
  g_autoptr (AjClock) clock = aj_clock_new ("Europe/Amsterdam");
  g_autoptr (AjStore) store = NULL;
  g_autoptr (GSettings) settings = NULL;
  g_autoptr (AjServices) services = NULL;
  GtkWidget *window;
  Bench bench = { NULL };

  if (argc != 2)
    {
      g_printerr ("Usage: bench-interventions FOLDER\n");
      return 2;
    }
  adw_init ();
  /* A cursor that blinks would be something to do. */
  g_object_set (gtk_settings_get_default (), "gtk-cursor-blink", FALSE, NULL);
  bench.store = store = open_file (argv[1], clock);
  settings = g_settings_new (AJ_APP_ID);
  g_settings_reset (settings, SETTING);
  services = aj_services_new (store, clock, settings);
  window = adw_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (window), 1180, 780);
  pauses_watch ();
  measure_opening (&bench, services, GTK_WINDOW (window));
  measure_all (&bench);
  g_settings_reset (settings, SETTING);
  aj_page_deactivate (AJ_PAGE (bench.page));
  gtk_window_destroy (GTK_WINDOW (window));
  aj_store_close (store);
  return 0;
}
