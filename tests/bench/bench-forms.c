/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The preview of a returned spreadsheet against reading it with nothing but
 * libarchive and libxml2, and how both grow with what stands in it. */
#include <archive.h>
#include <archive_entry.h>
#include <glib/gstdio.h>
#include <libxml/xmlreader.h>
#include <malloc.h>
#include <string.h>

#include "aj-form-sheet.h"
#include "aj-returns.h"

#define N_ROWS          10000
#define N_RUNS          5
#define GOAL_OF_PREVIEW 1.5
#define GOAL_OF_GROWTH  11.0

static void
must (gboolean done, GError *error)
{
  if (!done)
    g_error ("%s", error->message);
}

static char *folder;
static const char *edition;

static AjStore *
new_store (void)
{
  g_autofree char *path = g_build_filename (folder, "bench.aanjager", NULL);
  g_autoptr (AjClock) clock = aj_clock_new_from_string ("2026-03-01T10:00", "Europe/Amsterdam");
  GError *error = NULL;
  AjStore *store = aj_store_open (path, AJ_STORE_OPEN_CREATE, "Bench", clock, &error);
  g_autoptr (AjEdit) edit = NULL;
  AjValues *values;

  must (store != NULL, error);
  edit = aj_edit_new (store, "Bench");
  values = aj_edit_add (edit, aj_record_type_lookup ("municipality"));
  aj_values_set_text (values, "name", "Zwolle");
  aj_values_set_text (values, "code", "GM0193");
  values = aj_edit_add (edit, aj_record_type_lookup ("edition"));
  aj_values_set_text (values, "name", "Echt Niet Vandaag 2026");
  aj_values_set_text (values, "starts-on", "2026-10-08");
  edition = g_intern_string (aj_values_get_id (values));
  must (aj_edit_commit (edit, &error), error);
  return store;
}

/* As it would be filled in: most columns, and a text of its own in many. */
static char *
make_sheet (guint n_rows)
{
  AjForm *form = aj_form_new ();
  GError *error = NULL;
  GBytes *bytes;
  g_autofree char *name = g_strdup_printf ("%u.xlsx", n_rows);
  char *path = g_build_filename (folder, name, NULL);

  form->edition_id = g_strdup (edition);
  form->edition_name = g_strdup ("Echt Niet Vandaag 2026");
  form->starts_on = aj_date_new (2026, 10, 8);
  form->ends_on = form->starts_on;
  form->municipality_code = g_strdup ("GM0193");
  form->municipality_name = g_strdup ("Zwolle");
  for (guint i = 0; i < n_rows; i++)
    {
      AjFormRow *row = aj_form_add_row (form);

      row->texts[AJ_FORM_COLUMN_NAME] = g_strdup_printf ("Activiteit %u over veilig internet", i);
      row->texts[AJ_FORM_COLUMN_ORGANISATION] = g_strdup_printf ("Bibliotheek %u", i % 200);
      row->texts[AJ_FORM_COLUMN_DATE] = g_strdup ("2026-10-08");
      row->texts[AJ_FORM_COLUMN_FROM] = g_strdup ("09:30");
      row->texts[AJ_FORM_COLUMN_UNTIL] = g_strdup ("11:00");
      row->texts[AJ_FORM_COLUMN_PLACE] = g_strdup_printf ("Zaal %u", i % 1000);
      row->texts[AJ_FORM_COLUMN_ADDRESS] = g_strdup_printf ("Dorpsstraat %u, Zwolle", i);
      row->texts[AJ_FORM_COLUMN_KIND] = g_strdup ("workshop");
      row->texts[AJ_FORM_COLUMN_ACCESS] = g_strdup ("public");
      row->texts[AJ_FORM_COLUMN_FOR_BUSINESS] = g_strdup ("false");
      row->texts[AJ_FORM_COLUMN_FOR_YOUTH] = g_strdup ("true");
      row->texts[AJ_FORM_COLUMN_FOR_ELDERLY] = g_strdup ("false");
      row->texts[AJ_FORM_COLUMN_FOR_RESIDENTS] = g_strdup ("true");
      row->texts[AJ_FORM_COLUMN_EXPECTED_REACH] = g_strdup_printf ("%u", i % 500);
      row->texts[AJ_FORM_COLUMN_PARTNERS] = g_strdup ("Politie, bibliotheek en scholen");
      row->texts[AJ_FORM_COLUMN_REMARKS] = g_strdup_printf ("Aanmelden bij de balie, nummer %u.",
                                                            i);
    }
  bytes = aj_form_sheet_write (form, &error);
  must (bytes != NULL, error);
  must (g_file_set_contents (path, g_bytes_get_data (bytes, NULL),
                             (gssize) g_bytes_get_size (bytes), &error),
        error);
  g_bytes_unref (bytes);
  aj_form_free (form);
  return path;
}

/* How libxml2 asks for what libarchive unpacks. */
static int
read_cb (void *archive, char *buffer, int length)
{
  return (int) archive_read_data (archive, buffer, (size_t) length);
}

static int
close_cb (void *archive)
{
  return 0;
}

/* Every text of every part that holds cells or their texts. */
static gsize
read_part (struct archive *archive)
{
  xmlTextReader *reader = xmlReaderForIO (read_cb, close_cb, archive, NULL, NULL, XML_PARSE_NONET);
  gsize n_bytes = 0;

  while (xmlTextReaderRead (reader) == 1)
    switch (xmlTextReaderNodeType (reader))
      {
      case XML_READER_TYPE_ELEMENT:
        while (xmlTextReaderMoveToNextAttribute (reader) == 1)
          n_bytes += strlen ((const char *) xmlTextReaderConstValue (reader));
        break;
      case XML_READER_TYPE_TEXT:
        n_bytes += strlen ((const char *) xmlTextReaderConstValue (reader));
        break;
      default:
        break;
      }
  xmlFreeTextReader (reader);
  return n_bytes;
}

static gsize
read_alone (const char *path)
{
  struct archive *archive = archive_read_new ();
  struct archive_entry *entry;
  gsize n_bytes = 0;

  archive_read_support_format_zip (archive);
  if (archive_read_open_filename (archive, path, 65536) != ARCHIVE_OK)
    g_error ("%s", archive_error_string (archive));
  while (archive_read_next_header (archive, &entry) == ARCHIVE_OK)
    if (g_str_has_suffix (archive_entry_pathname (entry), ".xml"))
      n_bytes += read_part (archive);
  archive_read_free (archive);
  return n_bytes;
}

/* (transfer full): until it can be shown. */
static AjReturns *
preview (AjStore *store, const char *path, guint n_rows)
{
  const char *const paths[] = { path, NULL };
  GError *error = NULL;
  AjReturns *returns = aj_returns_load (store, edition, paths, aj_date_new (2026, 3, 1), "Bench",
                                        &error);

  must (returns != NULL, error);
  if (aj_returns_count_wanted (returns) < n_rows)
    g_error ("only %u rows were taken", aj_returns_count_wanted (returns));
  return returns;
}

static double
seconds_since (gint64 start)
{
  return (double) (g_get_monotonic_time () - start) / G_USEC_PER_SEC;
}

/* How long it takes until it can be shown. What was in use before is given back first, so that each pays for its own memory. */
static double
time_preview (AjStore *store, const char *path, guint n_rows)
{
  g_autoptr (AjReturns) returns = NULL;
  gint64 start;

  malloc_trim (0);
  start = g_get_monotonic_time ();
  returns = preview (store, path, n_rows);
  return seconds_since (start);
}

static double
time_alone (const char *path)
{
  gint64 start;

  malloc_trim (0);
  start = g_get_monotonic_time ();
  if (read_alone (path) == 0)
    g_error ("nothing was read");
  return seconds_since (start);
}

int
main (void)
{
  g_autoptr (AjStore) store = NULL;
  g_autofree char *small = NULL;
  g_autofree char *large = NULL;
  double ours = G_MAXDOUBLE, alone = G_MAXDOUBLE, more = G_MAXDOUBLE;

  folder = g_dir_make_tmp ("aj-bench-XXXXXX", NULL);
  store = new_store ();
  small = make_sheet (N_ROWS);
  large = make_sheet (N_ROWS * 10);
  /* The fastest of as many of each, in turn, so that what slows one down slows the others. */
  for (guint i = 0; i < N_RUNS; i++)
    {
      ours = MIN (ours, time_preview (store, small, N_ROWS));
      alone = MIN (alone, time_alone (small));
      more = MIN (more, time_preview (store, large, N_ROWS * 10));
    }
  g_print ("RATIO\tpreview of a form of 10,000 rows\t%.3f\t%.2f\t%.0f ms, "
           "libarchive and libxml2 alone "
           "%.0f ms\n",
           ours / alone, GOAL_OF_PREVIEW, ours * 1000, alone * 1000);
  g_print ("RATIO\tpreview of a form, 10 times as many rows\t%.3f\t%.1f\t%.0f "
           "ms, %.0f ms\n",
           more / ours, GOAL_OF_GROWTH, ours * 1000, more * 1000);
  g_clear_object (&store);
  {
    const char *const argv[] = { "rm", "-rf", folder, NULL };

    g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, NULL,
                  NULL);
  }
  return 0;
}
