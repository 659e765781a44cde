/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-csv.h"
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

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exchange/csv/reads", test_reads);
  g_test_add_func ("/exchange/csv/line-ends", test_line_ends);
  g_test_add_func ("/exchange/csv/refuses", test_refuses);
  return g_test_run ();
}
