/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The numbers in a form that is a spreadsheet, in a language that writes them with a comma. */
#include <archive.h>
#include <archive_entry.h>
#include <locale.h>
#include <string.h>

#include "aj-form-sheet.h"
#include "aj-workbook.h"

/* (transfer full): one part of an archive as it is. */
static char *
read_part (GBytes *bytes, const char *path)
{
  struct archive *archive = archive_read_new ();
  struct archive_entry *entry = NULL;
  GString *text = g_string_new (NULL);
  char piece[4096];
  gssize got;

  archive_read_support_format_zip (archive);
  g_assert_cmpint (archive_read_open_memory (archive, g_bytes_get_data (bytes, NULL),
                                             g_bytes_get_size (bytes)),
                   ==, ARCHIVE_OK);
  do
    g_assert_cmpint (archive_read_next_header (archive, &entry), ==, ARCHIVE_OK);
  while (!g_str_equal (archive_entry_pathname (entry), path));
  while ((got = archive_read_data (archive, piece, sizeof piece)) > 0)
    g_string_append_len (text, piece, got);
  archive_read_free (archive);
  return g_string_free (text, FALSE);
}

/* What is written where numbers have a comma holds numbers with a point all the same, as every spreadsheet wants them. */
static void
test_dutch_numbers (void)
{
  AjForm *form;
  AjFormRow *row;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (AjWorkbook) workbook = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *data = NULL;

  if (setlocale (LC_NUMERIC, "nl_NL.UTF-8") == NULL)
    {
      g_test_skip ("no Dutch in this C library");
      return;
    }
  form = aj_form_new ();
  form->edition_name = g_strdup ("2026");
  form->starts_on = form->ends_on = aj_date_new (2026, 10, 8);
  row = aj_form_add_row (form);
  aj_form_set_text (form, row, AJ_FORM_COLUMN_NAME, "Les");
  aj_form_set_text (form, row, AJ_FORM_COLUMN_FROM, "14:00");
  bytes = aj_form_sheet_write (form, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (localeconv ()->decimal_point, ==, ",");
  setlocale (LC_NUMERIC, "C");
  workbook = aj_workbook_read ("x.xlsx", bytes, NULL, &error);
  g_assert_no_error (error);
  data = read_part (bytes, "xl/worksheets/sheet2.xml");
  g_assert_nonnull (strstr (data, "<v>0.58"));
  g_assert_null (strstr (data, "<v>0,58"));
  g_assert_cmpstr (aj_sheet_get (aj_workbook_get_sheet (workbook, 1), 2, AJ_FORM_COLUMN_FROM), ==,
                   "14:00");
  aj_form_free (form);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/form-numbers/dutch", test_dutch_numbers);
  return g_test_run ();
}
