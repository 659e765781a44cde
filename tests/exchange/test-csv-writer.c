/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-csv-writer.h"

#include <locale.h>
#include <string.h>

#include "aj-csv.h"

static char *
write_row (AjCsvStyle style, const char *const *texts, guint n_texts)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (AjCsvWriter) writer = aj_csv_writer_new (stream, style);
  g_autoptr (GError) error = NULL;
  gsize length;

  for (guint i = 0; i < n_texts; i++)
    aj_csv_writer_add_text (writer, texts[i]);
  aj_csv_writer_end_row (writer, NULL, &error);
  g_assert_no_error (error);
  aj_csv_writer_finish (writer, NULL, &error);
  g_assert_no_error (error);
  length = g_memory_output_stream_get_data_size (G_MEMORY_OUTPUT_STREAM (stream));
  return g_strndup (g_memory_output_stream_get_data (G_MEMORY_OUTPUT_STREAM (stream)), length);
}

/* What goes over the line. */
static void
test_form (void)
{
  static const struct
  {
    const char *text;
    const char *written;
  } cases[] = {
    { NULL, "" },
    { "", "" },
    { "Olst", "Olst" },
    { "Olst, Wijhe", "\"Olst, Wijhe\"" },
    { "a;b", "\"a;b\"" },
    { "two\nlines", "\"two\nlines\"" },
    { "say \"ja\"", "\"say \"\"ja\"\"\"" },
    { " a", "\" a\"" },
    { "=1+1", "'=1+1" },
    { "+31 (0)6 1234", "+31 (0)6 1234" },
    { "+31 6 1234+5", "'+31 6 1234+5" },
    { "+A1", "'+A1" },
    { "-5", "'-5" },
    { "@name", "'@name" },
    { "\t=1", "\"'\t=1\"" },
    { "=HYPERLINK(\"x\",\"y\")", "\"'=HYPERLINK(\"\"x\"\",\"\"y\"\")\"" },
    { "\xef\xbc\x9d"
      "1",
      "'\xef\xbc\x9d"
      "1" },
    { "'=1", "''=1" },
    { "'s-Heerenberg", "'s-Heerenberg" },
    { "a=b", "a=b" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *written = write_row (AJ_CSV_PLAIN, &cases[i].text, 1);
      g_autofree char *expected = g_strconcat (cases[i].written, "\r\n", NULL);

      g_assert_cmpstr (written, ==, expected);
    }
}

static void
test_excel (void)
{
  static const char *const texts[] = { "a", "b" };
  static const char *const numbers[] = { "+31 6 1234" };
  g_autofree char *written = write_row (AJ_CSV_EXCEL, texts, 2);
  g_autofree char *guarded = write_row (AJ_CSV_EXCEL, numbers, 1);

  /* A spreadsheet makes a sum of it. */
  g_assert_cmpstr (guarded, ==, "\xef\xbb\xbf'+31 6 1234\r\n");

  g_assert_cmpstr (written, ==,
                   localeconv ()->decimal_point[0] == ',' ? "\xef\xbb\xbf"
                                                            "a;b\r\n"
                                                          : "\xef\xbb\xbf"
                                                            "a,b\r\n");
}

/* Text of all that is awkward comes back as it was, and opens no formula. */
static void
test_round_trip (void)
{
  static const char *const pieces[] = {
    "\"", "'", ",", ";", "\t", "\r\n", "\n",           "=", "+", "-",
    "@",  "a", "ë", " ", "😀",  "שלום", "\xef\xbc\x9d", "1"
  };

  for (guint round = 0; round < 2000; round++)
    {
      char *texts[4];
      g_autofree char *written = NULL;
      g_autofree char *table = NULL;
      g_autoptr (AjCsv) csv = NULL;
      g_autoptr (GError) error = NULL;

      for (guint i = 0; i < 4; i++)
        {
          GString *text = g_string_new (i == 0 ? "." : NULL);
          int n = g_test_rand_int_range (0, 6);

          for (int p = 0; p < n; p++)
            g_string_append (text, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
          texts[i] = g_string_free (text, FALSE);
        }
      written = write_row (round % 2 == 0 ? AJ_CSV_PLAIN : AJ_CSV_EXCEL,
                           (const char *const *) texts, 4);
      table = g_strconcat ("a,b,c,d\r\n",
                           g_str_has_prefix (written, "\xef\xbb\xbf") ? written + 3 : written,
                           NULL);
      csv = aj_csv_read ("x.csv", table, strlen (table), &error);
      g_assert_no_error (error);
      g_assert_cmpuint (aj_csv_get_n_rows (csv), ==, 1);
      for (guint i = 0; i < 4; i++)
        {
          const char *cell = aj_csv_get (csv, 0, i);
          g_autofree char *back = aj_csv_unguard (cell);

          g_assert_cmpstr (back, ==, texts[i]);
          /* For programs, a number that can be dialled stays one. */
          if (round % 2 != 0 || strspn (cell, "+1 ") != strlen (cell))
            g_assert_true (*cell == '\0' || strchr ("=+-@\t\r\n", *cell) == NULL);
          g_free (texts[i]);
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exchange/csv-writer/form", test_form);
  g_test_add_func ("/exchange/csv-writer/excel", test_excel);
  g_test_add_func ("/exchange/csv-writer/round-trip", test_round_trip);
  return g_test_run ();
}
