/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a table costs beside what cannot be saved on: the preview of an import against storing the same rows, and writing
 * people into a table against reading them from the store. */
#include <glib/gstdio.h>

#include "aj-export-table.h"
#include "aj-import.h"
#include "aj-name-book.h"
#include "aj-pass.h"
#include "aj-person.h"

#define N_ROWS         20000
#define N_RUNS         5
#define GOAL_OF_IMPORT 0.2
#define GOAL_OF_EXPORT 2.0

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
get_ms_since (gint64 began)
{
  return (double) (g_get_monotonic_time () - began) / 1000;
}

static void
report (const char *name, double measured, double yardstick, double goal)
{
  g_print ("RATIO\t%s\t%.3f\t%.1f\t%.0f ms against %.0f ms\n", name, measured / yardstick, goal,
           measured, yardstick);
}

static double
time_preview (AjStore *store, GBytes *bytes)
{
  gint64 began = g_get_monotonic_time ();

  g_object_unref (preview (store, bytes));
  return get_ms_since (began);
}

static double
time_storing (AjStore *store, GBytes *bytes)
{
  g_autoptr (AjImport) import = preview (store, bytes);
  gint64 began = g_get_monotonic_time ();
  g_autoptr (AjEdit) edit = aj_import_make_edit (import);
  GError *error = NULL;

  must (aj_edit_commit (edit, &error), error);
  return get_ms_since (began);
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
  return get_ms_since (began);
}

static gboolean
pass_over (const AjValues *values, gpointer user_data, GError **error)
{
  return TRUE;
}

/* The people, and before them all that they may refer to, for the titles. */
static double
time_reading (AjStore *store)
{
  AjNameBook *names = aj_name_book_new (&aj_person_record_type);
  g_autoptr (GPtrArray) queries = aj_name_book_list_queries (names);
  GError *error = NULL;
  gint64 began;

  g_ptr_array_add (queries, aj_query_new (&aj_person_record_type));
  aj_name_book_free (names);
  began = g_get_monotonic_time ();
  must (aj_pass_run (store, queries, pass_over, NULL, &error), error);
  return get_ms_since (began);
}

/* The best of several runs, in turn; storing is done once, and takes so long that it is no matter. */
static void
bench (void)
{
  g_autoptr (AjStore) store = new_store ("bench.aanjager");
  g_autoptr (GBytes) bytes = make_table (N_ROWS);
  double best_preview = G_MAXDOUBLE, best_export = G_MAXDOUBLE, best_reading = G_MAXDOUBLE;

  for (guint i = 0; i < N_RUNS; i++)
    best_preview = MIN (best_preview, time_preview (store, bytes));
  report ("preview of a table, against storing it", best_preview, time_storing (store, bytes),
          GOAL_OF_IMPORT);
  for (guint i = 0; i < N_RUNS; i++)
    {
      best_reading = MIN (best_reading, time_reading (store));
      best_export = MIN (best_export, time_export (store));
    }
  report ("table of people, against reading them", best_export, best_reading, GOAL_OF_EXPORT);
  aj_store_close (store);
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
  bench ();
  remove_folder ();
  g_free (folder);
  return 0;
}
