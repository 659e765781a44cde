/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-csv.h"

#include <string.h>

#include "aj-decode.h"
#include "aj-error.h"

static void
test_reads (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AjCsv) csv = aj_csv_new (
      "x.csv",
      "\xef\xbb\xbfname,kind\r\n\r\n\"Olst, Wijhe\",a\r\n\"two\nlines\",\"say \"\"ja\"\"\"\r\nZoë,",
      -1, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (aj_csv_get_n_columns (csv), ==, 2);
  g_assert_cmpstr (aj_csv_get_column_name (csv, 0), ==, "name");
  g_assert_cmpint (aj_csv_find_column (csv, "kind"), ==, 1);
  g_assert_cmpint (aj_csv_find_column (csv, "nothing"), ==, -1);
  g_assert_cmpuint (aj_csv_get_n_rows (csv), ==, 3);
  g_assert_cmpstr (aj_csv_get (csv, 0, 0), ==, "Olst, Wijhe");
  g_assert_cmpuint (aj_csv_get_line (csv, 0), ==, 3);
  g_assert_cmpstr (aj_csv_get (csv, 1, 0), ==, "two\nlines");
  g_assert_cmpstr (aj_csv_get (csv, 1, 1), ==, "say \"ja\"");
  g_assert_cmpuint (aj_csv_get_line (csv, 1), ==, 4);
  g_assert_cmpstr (aj_csv_get (csv, 2, 0), ==, "Zoë");
  g_assert_cmpstr (aj_csv_get (csv, 2, 1), ==, "");
  g_assert_cmpuint (aj_csv_get_line (csv, 2), ==, 6);
  g_assert_cmpstr (aj_csv_get_name (csv), ==, "x.csv");
}

static void
test_line_ends (void)
{
  static const char *const texts[] = { "a\n1\n2\n", "a\r1\r2", "a\r\n1\r\n2\r\n" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (AjCsv) csv = aj_csv_new ("x.csv", texts[i], -1, &error);

      g_assert_no_error (error);
      g_assert_cmpuint (aj_csv_get_n_rows (csv), ==, 2);
      g_assert_cmpstr (aj_csv_get (csv, 1, 0), ==, "2");
      g_assert_cmpuint (aj_csv_get_line (csv, 0), ==, 2);
      g_assert_cmpuint (aj_csv_get_line (csv, 1), ==, 3);
    }
}

static void
test_refuses (void)
{
  static const struct
  {
    const char *text;
    gssize length;
    const char *message;
  } cases[] = {
    { "", -1, "*line 1*" },
    { "\n\n", -1, "*line 1*" },
    { "a,b\n1,2\n\n3\n", -1, "*line 4*1*2*" },
    { "a,b\n1,2,3\n", -1, "*line 2*3*2*" },
    { "a,b\n1,\"2\n", -1, "*line 2*" },
    { "a,b\n1,2\n3,\"4\"5\n", -1, "*line 3*" },
    { "a\n\xff\n", -1, "*line 1*" },
    { "a\0b\n", 4, "*line 1*" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (AjCsv) csv = aj_csv_new ("x.csv", cases[i].text, cases[i].length, &error);

      g_assert_error (error, AJ_ERROR, AJ_ERROR_INVALID);
      g_assert_null (csv);
      g_assert_true (g_pattern_match_simple (cases[i].message, error->message));
      g_assert_true (g_str_has_prefix (error->message, "x.csv"));
    }
}

#define ENTRY(text) text, sizeof text - 1

/* The same table of two rows, as it arrives. */
static void
test_dialects (void)
{
  static const struct
  {
    const char *bytes;
    gsize length;
    char separator;
    guint line; /* of the last row */
  } cases[] = {
    { ENTRY ("naam,plaats\nZo\xc3\xab,\"Olst, Wijhe\"\n"), ',', 2 },
    { ENTRY ("\xef\xbb\xbfnaam;plaats\r\nZo\xc3\xab;Olst, Wijhe\r\n"), ';', 2 },
    { ENTRY ("naam\tplaats\rZo\xc3\xab\tOlst, Wijhe\r"), '\t', 2 },
    { ENTRY ("sep=;\r\nnaam;plaats\r\nZo\xc3\xab;\"Olst, Wijhe\"\r\n"), ';', 3 },
    { ENTRY ("\"sep=,\"\nnaam,plaats\nZo\xc3\xab,\"Olst, Wijhe\""), ',', 3 },
    { ENTRY ("\n\nnaam;plaats;;\n;;;\nZo\xc3\xab;Olst, Wijhe;;\n;;;\n"), ';', 5 },
    { ENTRY (" naam ;plaats\nZo\xeb;Olst, Wijhe\n"), ';', 2 },
    { ENTRY ("\xff\xfen\0a\0a\0m\0;\0p\0l\0a\0a\0t\0s\0\n\0Z\0o\0\xeb\0;\0O\0l\0s\0t\0,\0 "
             "\0W\0i\0j\0h\0e\0"),
      ';', 2 },
    { ENTRY ("\xfe\xff\0n\0a\0a\0m\0,\0p\0l\0a\0a\0t\0s\0\r\0\n\0Z\0o\0\xeb\0,\0\"\0O\0l\0s\0t\0,"
             "\0 \0W\0i\0j\0h\0e\0\""),
      ',', 2 },
    { ENTRY ("n\0a\0a\0m\0\t\0p\0l\0a\0a\0t\0s\0\n\0Z\0o\0\xeb\0\t\0O\0l\0s\0t\0,\0 "
             "\0W\0i\0j\0h\0e\0\n\0"),
      '\t', 2 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (AjCsv) csv = aj_csv_read ("x.csv", cases[i].bytes, cases[i].length, &error);

      g_test_message ("case %u", i);
      g_assert_no_error (error);
      g_assert_cmpint (aj_csv_get_separator (csv), ==, cases[i].separator);
      g_assert_cmpuint (aj_csv_get_n_columns (csv), ==, 2);
      g_assert_cmpstr (aj_csv_get_column_name (csv, 0), ==, "naam");
      g_assert_cmpuint (aj_csv_get_n_rows (csv), ==, 1);
      g_assert_null (aj_csv_get_fault (csv, 0));
      g_assert_cmpstr (aj_csv_get (csv, 0, 0), ==, "Zoë");
      g_assert_cmpstr (aj_csv_get (csv, 0, 1), ==, "Olst, Wijhe");
      g_assert_cmpuint (aj_csv_get_line (csv, 0), ==, cases[i].line);
    }
}

/* One bad row is not a bad file. */
static void
test_faults (void)
{
  static const struct
  {
    const char *bytes;
    gsize length;
    const char *fault; /* of the first row */
    gboolean goes_on;  /* the second row is well */
  } cases[] = {
    { ENTRY ("a;b\n1\n3;4\n"), "*1*2*", TRUE },
    { ENTRY ("a;b\n1;2;3\n3;4\n"), "*3*2*", TRUE },
    { ENTRY ("a;b\n1;x\0y\n3;4\n"), "*cannot be read*", TRUE },
    { ENTRY ("a;b\n\xc3\xab;x\0\xff\n3;4\n"), "*cannot be read*", TRUE },
    { ENTRY ("a;b\n1;\"2\n3;4\n"), "*quotation mark*", FALSE },
    { ENTRY ("a;b\n1;\"2"), "*quotation mark*", FALSE },
    { ENTRY ("\xff\xfe"
             "a\0;\0b\0\n\0"
             "1\0;\0\x00\xd8\n\0"
             "3\0;\0"
             "4\0\n\0"),
      "*cannot be read*", TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (AjCsv) csv = aj_csv_read ("x.csv", cases[i].bytes, cases[i].length, &error);

      g_test_message ("case %u", i);
      g_assert_no_error (error);
      g_assert_cmpuint (aj_csv_get_n_rows (csv), ==, cases[i].goes_on ? 2 : 1);
      g_assert_true (g_pattern_match_simple (cases[i].fault, aj_csv_get_fault (csv, 0)));
      if (cases[i].goes_on)
        {
          g_assert_null (aj_csv_get_fault (csv, 1));
          g_assert_cmpstr (aj_csv_get (csv, 1, 1), ==, "4");
        }
    }
}

static void
assert_useless (const char *bytes, gsize length, AjErrorCode code, const char *message)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AjCsv) csv = aj_csv_read ("x.csv", bytes, length, &error);

  g_assert_null (csv);
  g_assert_error (error, AJ_ERROR, (int) code);
  if (!g_pattern_match_simple (message, error->message))
    g_error ("%s", error->message);
}

static void
test_useless (void)
{
  g_autofree char *random = g_malloc (1000);

  for (guint i = 0; i < 1000; i++)
    random[i] = i % 3 == 0 ? '\0' : (char) (i * 37);
  assert_useless ("", 0, AJ_ERROR_INVALID, "x.csv*names*");
  assert_useless ("\n;;;\n", 5, AJ_ERROR_INVALID, "x.csv*names*");
  assert_useless (ENTRY ("PK\x03\x04rest"), AJ_ERROR_INVALID, "x.csv*Excel*");
  assert_useless (ENTRY ("%PDF-1.7"), AJ_ERROR_INVALID, "x.csv*PDF*");
  assert_useless (random, 1000, AJ_ERROR_INVALID, "x.csv*not a text file*");
}

/* Each limit stops the reading where it is passed. */
static void
test_limits (void)
{
  g_autoptr (GString) rows = g_string_new ("a\n");
  g_autoptr (GString) columns = g_string_new ("a,b\n");
  g_autoptr (GString) cell = g_string_new ("a,b\n1,");
  g_autoptr (GString) endless = g_string_new ("a,b\n1,\"");
  g_autoptr (AjCsv) csv = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < AJ_CSV_MAX_ROWS; i++)
    g_string_append (rows, "1\n");
  csv = aj_csv_read ("x.csv", rows->str, rows->len, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (aj_csv_get_n_rows (csv), ==, AJ_CSV_MAX_ROWS);
  g_clear_pointer (&csv, aj_csv_free);
  g_string_append (rows, "1\n");
  assert_useless (rows->str, rows->len, AJ_ERROR_LIMIT, "x.csv, line 200002: *200000*");

  for (guint i = 0; i < 100000; i++)
    g_string_append_c (columns, ',');
  g_string_append (columns, "\n3,4\n");
  csv = aj_csv_read ("x.csv", columns->str, columns->len, &error);
  g_assert_no_error (error);
  g_assert_true (g_pattern_match_simple ("*256*", aj_csv_get_fault (csv, 0)));
  g_assert_null (aj_csv_get_fault (csv, 1));
  g_clear_pointer (&csv, aj_csv_free);

  for (guint i = 0; i <= AJ_CSV_MAX_CELL; i++)
    g_string_append_c (cell, 'x');
  g_string_append (cell, "\n3,4\n");
  csv = aj_csv_read ("x.csv", cell->str, cell->len, &error);
  g_assert_no_error (error);
  g_assert_true (g_pattern_match_simple ("*32767*", aj_csv_get_fault (csv, 0)));
  g_assert_null (aj_csv_get_fault (csv, 1));

  for (guint i = 0; i < 5 * AJ_CSV_MAX_CELL; i++)
    g_string_append (endless, "\nx");
  assert_useless (endless->str, endless->len, AJ_ERROR_LIMIT, "x.csv, line 2: *quotation mark*");
  assert_useless ("", AJ_DECODE_MAX_BYTES + 1, AJ_ERROR_LIMIT, "x.csv*64*");
}

/* A file of nothing but empty fields has more of them than it has room for; each takes little all the same. */
static void
test_many_fields (void)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < AJ_CSV_MAX_COLUMNS; i++)
    g_string_append_printf (text, "%sc%u", i > 0 ? "," : "", i);
  while (text->len < (gsize) AJ_CSV_MAX_CELLS / 10 * 11)
    {
      g_string_append (text, "\nx");
      for (guint i = 1; i < AJ_CSV_MAX_COLUMNS; i++)
        g_string_append_c (text, ',');
    }
  assert_useless (text->str, text->len, AJ_ERROR_LIMIT, "x.csv, line *too many fields*");
}

/* A file without an end, and none at all. */
static void
test_files (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (aj_decode_read_file ("/dev/zero", &error));
  g_assert_error (error, AJ_ERROR, AJ_ERROR_LIMIT);
  g_clear_error (&error);
  g_assert_null (aj_decode_read_file ("/nowhere/x.csv", &error));
  g_assert_error (error, AJ_ERROR, AJ_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_null (aj_decode_read_file ("/", &error));
  g_assert_error (error, AJ_ERROR, AJ_ERROR_INVALID);
}

/* Whatever the bytes: an answer or a refusal. */
static void
test_random (void)
{
  static const char alphabet[] = ";,\t\"\r\n a=\0\xff\xfe\xc3\xab";

  for (guint round = 0; round < 3000; round++)
    {
      char bytes[64];
      gsize length = (gsize) g_test_rand_int_range (0, sizeof bytes);
      g_autoptr (GError) error = NULL;
      g_autoptr (AjCsv) csv = NULL;

      for (gsize i = 0; i < length; i++)
        bytes[i] = alphabet[g_test_rand_int_range (0, sizeof alphabet - 1)];
      csv = aj_csv_read ("x.csv", bytes, length, &error);
      g_assert_true ((csv == NULL) == (error != NULL));
      for (guint row = 0; csv != NULL && row < aj_csv_get_n_rows (csv); row++)
        for (guint column = 0; column < aj_csv_get_n_columns (csv); column++)
          g_assert_true (g_utf8_validate (aj_csv_get (csv, row, column), -1, NULL));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exchange/csv/reads", test_reads);
  g_test_add_func ("/exchange/csv/line-ends", test_line_ends);
  g_test_add_func ("/exchange/csv/refuses", test_refuses);
  g_test_add_func ("/exchange/csv/dialects", test_dialects);
  g_test_add_func ("/exchange/csv/faults", test_faults);
  g_test_add_func ("/exchange/csv/useless", test_useless);
  g_test_add_func ("/exchange/csv/limits", test_limits);
  g_test_add_func ("/exchange/csv/many-fields", test_many_fields);
  g_test_add_func ("/exchange/csv/files", test_files);
  g_test_add_func ("/exchange/csv/random", test_random);
  return g_test_run ();
}
