/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The form as a spreadsheet, as LibreOffice reads it. */
#include "aj-form-sheet.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>

#include "aj-csv.h"

#define CSV_FILTER "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,true,true,false,-1"

/* What a spreadsheet would calculate, follow or take for a number. */
static const char *const odd_texts[] = {
  "=1+1",
  "=HYPERLINK(\"http://evil.example\",\"x\")",
  "+31 6 12345678",
  "-2+3",
  "@SUM(A1)",
  "0612345678",
  "http://evil.example/",
  "{=1+1}",
  "_x0041_ & <b>",
  "say \"ja\", zoë 😀",
  "1-2",
};

typedef struct
{
  char *folder;
  AjForm *form;
} Fixture;

static AjForm *
make_form (void)
{
  AjForm *form = aj_form_new ();

  form->id = g_strdup ("form-1");
  form->edition_id = g_strdup ("edition-1");
  form->edition_name = g_strdup ("=Echt Niet Vandaag 2026");
  g_assert_true (aj_date_parse_iso ("2026-10-08", &form->starts_on));
  form->ends_on = form->starts_on;
  form->deadline = form->starts_on - 20;
  form->written_on = form->starts_on - 90;
  form->municipality_id = g_strdup ("municipality-1");
  form->municipality_code = g_strdup ("GM0193");
  form->municipality_name = g_strdup ("Zwolle");
  form->contact_name = g_strdup ("=Anna");
  form->reply_mail = g_strdup ("secretariaat@netwerk.example");
  return form;
}

static void
set_up (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  self->folder = g_dir_make_tmp ("aj-form-sheet-XXXXXX", &error);
  g_assert_no_error (error);
  self->form = make_form ();
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  const char *const argv[] = { "rm", "-rf", self->folder, NULL };

  g_assert_true (g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL,
                               NULL, NULL, NULL));
  g_free (self->folder);
  aj_form_free (self->form);
}

/* (transfer full): what a program says. */
static char *
run (const char *const *argv)
{
  g_autoptr (GError) error = NULL;
  char *output = NULL;
  int status;

  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &output, NULL, &status,
                &error);
  g_assert_no_error (error);
  g_assert_cmpint (status, ==, 0);
  return output;
}

/* (transfer full): where it was written. */
static char *
write_sheet (Fixture *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = aj_form_sheet_write (self->form, &error);
  char *path = g_build_filename (self->folder, "form.xlsx", NULL);

  g_assert_no_error (error);
  g_file_set_contents (path, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes),
                       &error);
  g_assert_no_error (error);
  return path;
}

/* Every sheet becomes a file of its own. */
static void
convert (Fixture *self, const char *path)
{
  g_autofree char *profile = g_strdup_printf ("-env:UserInstallation=file://%s/profile",
                                              self->folder);
  const char *const argv[] = { "soffice",      profile,    "--headless",
                               "--convert-to", CSV_FILTER, "--outdir",
                               self->folder,   path,       NULL };
  g_autofree char *output = run (argv);

  g_test_message ("%s", output);
}

static AjCsv *
read_sheet (Fixture *self, const char *name, guint skipped)
{
  g_autofree char *file = g_strdup_printf ("form-%s.csv", name);
  g_autofree char *path = g_build_filename (self->folder, file, NULL);
  g_autofree char *text = NULL;
  const char *start;
  g_autoptr (GError) error = NULL;
  AjCsv *csv;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  for (start = text; skipped > 0; skipped--)
    start = strchr (start, '\n') + 1;
  csv = aj_csv_new (file, start, -1, &error);
  g_assert_no_error (error);
  return csv;
}

static const char *
get_cell (AjCsv *csv, guint row, AjFormColumn column)
{
  int index = aj_csv_find_column (csv, aj_form_column_get_field (column)->label);

  g_assert_cmpint (index, >=, 0);
  return aj_csv_get (csv, row, (guint) index);
}

/* What stands to the right of a name. */
static const char *
find_value (AjCsv *csv, const char *name)
{
  for (guint row = 0; row < aj_csv_get_n_rows (csv); row++)
    if (g_str_equal (aj_csv_get (csv, row, 0), name))
      return aj_csv_get (csv, row, 1);
  return NULL;
}

static void
fill_row (AjForm *form, const char *name)
{
  AjFormRow *row = aj_form_add_row (form);

  row->activity = g_strdup ("activity-1");
  row->previous = g_strdup ("activity-0");
  aj_form_set_text (form, row, AJ_FORM_COLUMN_TAKES_PLACE, "yes");
  aj_form_set_text (form, row, AJ_FORM_COLUMN_NAME, name);
  aj_form_set_text (form, row, AJ_FORM_COLUMN_DATE, "2026-10-08");
  aj_form_set_text (form, row, AJ_FORM_COLUMN_FROM, "09:30");
  aj_form_set_text (form, row, AJ_FORM_COLUMN_KIND, "workshop");
  aj_form_set_text (form, row, AJ_FORM_COLUMN_FOR_YOUTH, "no");
  aj_form_set_text (form, row, AJ_FORM_COLUMN_EXPECTED_REACH, "1200");
  aj_form_set_text (form, row, AJ_FORM_COLUMN_CONTACT_PHONE, "0612345678");
  aj_form_set_text (form, row, AJ_FORM_COLUMN_LINK, "=cmd|' /C calc'!A0");
  aj_form_set_text (form, row, AJ_FORM_COLUMN_REMARKS, "one\n=two");
}

/* Dates are dates, numbers are numbers, and everything else is text, whatever it looks like. */
static void
test_read (Fixture *self, gconstpointer data)
{
  g_autofree char *path = NULL;
  g_autoptr (AjCsv) table = NULL;
  g_autoptr (AjCsv) hidden = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (odd_texts); i++)
    fill_row (self->form, odd_texts[i]);
  path = write_sheet (self);
  convert (self, path);
  table = read_sheet (self, "Activities", 1);
  for (guint i = 0; i < G_N_ELEMENTS (odd_texts); i++)
    {
      g_assert_cmpstr (get_cell (table, i, AJ_FORM_COLUMN_NAME), ==, odd_texts[i]);
      g_assert_cmpstr (get_cell (table, i, AJ_FORM_COLUMN_TAKES_PLACE), ==, "yes");
      g_assert_cmpstr (get_cell (table, i, AJ_FORM_COLUMN_DATE), ==, "08-10-2026");
      g_assert_cmpstr (get_cell (table, i, AJ_FORM_COLUMN_FROM), ==, "09:30");
      g_assert_cmpstr (get_cell (table, i, AJ_FORM_COLUMN_UNTIL), ==, "");
      g_assert_cmpstr (get_cell (table, i, AJ_FORM_COLUMN_KIND), ==, "workshop or lesson");
      g_assert_cmpstr (get_cell (table, i, AJ_FORM_COLUMN_FOR_YOUTH), ==, "no");
      g_assert_cmpstr (get_cell (table, i, AJ_FORM_COLUMN_EXPECTED_REACH), ==, "1200");
      g_assert_cmpstr (get_cell (table, i, AJ_FORM_COLUMN_CONTACT_PHONE), ==, "0612345678");
      g_assert_cmpstr (get_cell (table, i, AJ_FORM_COLUMN_LINK), ==, "=cmd|' /C calc'!A0");
      g_assert_cmpstr (get_cell (table, i, AJ_FORM_COLUMN_REMARKS), ==, "one\n=two");
      g_assert_cmpstr (aj_csv_get (table, i, (guint) aj_csv_find_column (table, AJ_FORM_SHEET_ID)),
                       ==, "activity-1");
      g_assert_cmpstr (aj_csv_get (table, i,
                                   (guint) aj_csv_find_column (table, "municipality-code")),
                       ==, "GM0193");
    }
  hidden = read_sheet (self, "aanjager", 0);
  g_assert_cmpstr (aj_csv_get_column_name (hidden, 1), ==, "aanjager-form");
  g_assert_cmpstr (find_value (hidden, "edition-id"), ==, "edition-1");
  g_assert_cmpstr (find_value (hidden, "municipality-code"), ==, "GM0193");
  g_assert_cmpstr (find_value (hidden, "edition"), ==, "=Echt Niet Vandaag 2026");
  g_assert_cmpstr (find_value (hidden, "starts-on"), ==, "2026-10-08");
}

/* Before the day the form asks for other things than after it. */
static void
test_purposes (Fixture *self, gconstpointer data)
{
  const char *reach = aj_form_column_get_field (AJ_FORM_COLUMN_ACTUAL_REACH)->label;
  g_autofree char *path = NULL;
  g_autoptr (AjCsv) table = NULL;
  g_autoptr (AjCsv) start = NULL;

  fill_row (self->form, "Escape box");
  self->form->purpose = AJ_FORM_LOOK_BACK;
  path = write_sheet (self);
  convert (self, path);
  table = read_sheet (self, "Activities", 1);
  start = read_sheet (self, "Start here", 0);
  g_assert_cmpint (aj_csv_find_column (table, reach), >, 0);
  g_assert_null (find_value (start, "Do you take part?"));
  g_assert_cmpstr (find_value (start, "Your name"), ==, "=Anna");
  g_assert_cmpstr (aj_csv_get_column_name (start, 0), ==, "How was =Echt Niet Vandaag 2026?");
}

/* What is in the file itself: nothing that is calculated or followed, what is locked, and what may be filled in. */
static void
test_inside (Fixture *self, gconstpointer data)
{
  g_autofree char *script = g_test_build_filename (G_TEST_DIST, "exchange", "read-sheet.py", NULL);
  g_autofree char *path = NULL;
  g_autofree char *output = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (odd_texts); i++)
    fill_row (self->form, odd_texts[i]);
  path = write_sheet (self);
  output = run ((const char *const[]){ "python3", script, path, NULL });
  /* Formulas, links, macros; sheets that are protected; the state of each; lists; other checks of cells. */
  g_assert_cmpstr (output, ==,
                   "formulas 0\nlinks 0\nmacros 0\nprotected 3\nhidden aanjager\n"
                   "pages 1x1 1x0 2\n"
                   "list 8\ndate 1\ntime 2\nwhole 1\ntextLength 15\nlocked-headings 1\n"
                   "unlocked-cells 1\n");
}

/* The same form is the same file, and any number of activities goes in. */
static void
test_many (Fixture *self, gconstpointer data)
{
  g_autoptr (GBytes) one = NULL;
  g_autoptr (GBytes) two = NULL;

  for (guint i = 0; i < AJ_FORM_MAX_ROWS; i++)
    fill_row (self->form, "Escape box");
  one = aj_form_sheet_write (self->form, NULL);
  two = aj_form_sheet_write (self->form, NULL);
  g_assert_cmpuint (g_bytes_get_size (one), >, 10000);
  g_assert_cmpuint (g_bytes_get_size (one), ==, g_bytes_get_size (two));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(NAME, FUNCTION)                                                                        \
  g_test_add ("/form-sheet/" NAME, Fixture, NULL, set_up, FUNCTION, tear_down)
  ADD ("read", test_read);
  ADD ("purposes", test_purposes);
  ADD ("inside", test_inside);
  ADD ("many", test_many);
#undef ADD
  return g_test_run ();
}
