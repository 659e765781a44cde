/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How the preview of an import, and the writing of a table, grow with what there is: ten times as much takes about ten
 * times as long. Nothing else is a fair yardstick, for nothing else compares every row with what is stored. */
#include <glib/gstdio.h>

#include "aj-export-table.h"
#include "aj-import.h"
#include "aj-person.h"

#define N_FEW   10000
#define N_MANY  100000
#define N_SMALL 2000
#define N_LARGE 20000
#define N_RUNS  5
#define GOAL    11.0

static void
must (gboolean done, GError *error)
{
  if (!done)
    g_error ("%s", error->message);
}

static char *folder;

static AjStore *
new_store (const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (AjClock) clock = aj_clock_new_from_string ("2026-03-01T10:00", "Europe/Amsterdam");
  GError *error = NULL;
  AjStore *store = aj_store_open (path, AJ_STORE_OPEN_CREATE, "Bench", clock, &error);

  must (store != NULL, error);
  return store;
}

/* Half of them of an organisation that nobody knows. */
static GBytes *
make_table (guint n_rows)
{
  GString *text = g_string_new ("Naam;E-mail;Organisatie;Functie;Telefoon\n");

  for (guint i = 0; i < n_rows; i++)
    g_string_append_printf (text, "Persoon %u;p%u@netwerk.example;Bedrijf %u;Adviseur;0570-%06u\n",
                            i, i, i / 2, i);
  return g_string_free_to_bytes (text);
}

static AjImport *
preview (AjStore *store, GBytes *bytes)
{
  GError *error = NULL;
  AjImportTable *table = aj_import_table_read (&aj_person_record_type, "x.csv", bytes, &error);
  AjImport *import;

  must (table != NULL, error);
  import = aj_import_load (store, table, &error);
  must (import != NULL, error);
  return import;
}

static double
time_preview (AjStore *store, GBytes *bytes)
{
  gint64 began = g_get_monotonic_time ();

  g_object_unref (preview (store, bytes));
  return (double) (g_get_monotonic_time () - began);
}

static double
time_export (AjStore *store)
{
  const AjExportTableRequest request = { &aj_person_record_type, AJ_EXPORT_CSV, TRUE };
  g_autofree char *path = g_build_filename (folder, "out.csv", NULL);
  AjExportTableResult result = { 0 };
  GError *error = NULL;
  gint64 began = g_get_monotonic_time ();

  must (aj_export_table_run (store, &request, path, &result, &error), error);
  return (double) (g_get_monotonic_time () - began);
}

static void
fill (AjStore *store, guint n_people)
{
  g_autoptr (GBytes) bytes = make_table (n_people);
  g_autoptr (AjImport) import = preview (store, bytes);
  g_autoptr (AjEdit) edit = aj_import_make_edit (import);
  GError *error = NULL;

  must (aj_edit_commit (edit, &error), error);
}

static void
report (const char *name, double few, double many)
{
  g_print ("RATIO\t%s\t%.3f\t%.1f\t%.0f ms against %.0f ms\n", name, many / few, GOAL, many / 1000,
           few / 1000);
}

/* The best of several runs, in turn. */
static void
bench_preview (void)
{
  g_autoptr (AjStore) store = new_store ("preview.aanjager");
  g_autoptr (GBytes) few = make_table (N_FEW);
  g_autoptr (GBytes) many = make_table (N_MANY);
  double best_few = G_MAXDOUBLE, best_many = G_MAXDOUBLE;

  for (guint i = 0; i < N_RUNS; i++)
    {
      best_few = MIN (best_few, time_preview (store, few));
      best_many = MIN (best_many, time_preview (store, many));
    }
  report ("import preview, 100,000 rows against 10,000", best_few, best_many);
  aj_store_close (store);
}

static void
bench_export (void)
{
  g_autoptr (AjStore) small = new_store ("small.aanjager");
  g_autoptr (AjStore) large = new_store ("large.aanjager");
  double best_small = G_MAXDOUBLE, best_large = G_MAXDOUBLE;

  fill (small, N_SMALL);
  fill (large, N_LARGE);
  for (guint i = 0; i < N_RUNS; i++)
    {
      best_small = MIN (best_small, time_export (small));
      best_large = MIN (best_large, time_export (large));
    }
  report ("table written, 20,000 people against 2,000", best_small, best_large);
  aj_store_close (small);
  aj_store_close (large);
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
  GError *error = NULL;

  folder = g_dir_make_tmp ("bench-table-XXXXXX", &error);
  must (folder != NULL, error);
  bench_preview ();
  bench_export ();
  remove_folder ();
  g_free (folder);
  return 0;
}
