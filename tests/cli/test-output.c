/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-cli-output.h"

static void
test_error_line (void)
{
  static const struct
  {
    const char *why;
    const char *where;
    const char *line;
  } cases[] = {
    { "It is late. Go home.", "clock", "aanjager-cli: x: It is late (clock). Go home." },
    { "It is late.", "clock", "aanjager-cli: x: It is late (clock)." },
    { "It is late", "clock", "aanjager-cli: x: It is late (clock)." },
    { "It is late. Go home.", NULL, "aanjager-cli: x: It is late. Go home." },
    { "It is late. Go home.", "  ", "aanjager-cli: x: It is late. Go home." },
    { "The clock is late. Go home.", "clock", "aanjager-cli: x: The clock is late. Go home." },
    { "“a. b” is odd. Go home.", "f", "aanjager-cli: x: “a. b” is odd (f). Go home." },
    { "Version 1.2 is odd. Go home.", "f", "aanjager-cli: x: Version 1.2 is odd (f). Go home." },
    { "Two\nlines. Go\thome.", "a\nb", "aanjager-cli: x: Two lines (a b). Go home." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *line = aj_cli_format_error ("x", cases[i].why, cases[i].where);

      g_assert_cmpstr (line, ==, cases[i].line);
    }
}

static void
test_table (void)
{
  g_autoptr (AjCliTable) table = aj_cli_table_new ();
  const char *first[] = { "Zoë", "5", "", "x", NULL };
  const char *second[] = { "日本", "1000", "", "", NULL };
  const char *third[] = { "a\nb", "", "", "y", NULL };
  g_autofree char *text = NULL;

  aj_cli_table_add_column (table, "Name", FALSE, FALSE);
  aj_cli_table_add_column (table, "Many", TRUE, FALSE);
  aj_cli_table_add_column (table, "Nothing stands here", FALSE, FALSE);
  aj_cli_table_add_column (table, "", FALSE, TRUE);
  aj_cli_table_add_row (table, first);
  aj_cli_table_add_row (table, second);
  aj_cli_table_add_row (table, third);
  g_assert_cmpuint (aj_cli_table_get_n_rows (table), ==, 3);
  text = aj_cli_table_to_text (table);
  g_assert_cmpstr (text, ==,
                   "Name  Many\n"
                   "Zoë      5  x\n"
                   "日本  1000\n"
                   "a b         y\n");
}

static void
test_long_cells (void)
{
  g_autoptr (AjCliTable) table = aj_cli_table_new ();
  g_autofree char *line = g_strnfill (AJ_CLI_CELL_WIDTH, 'a');
  g_autofree char *long_line = g_strnfill (AJ_CLI_CELL_WIDTH + 1, 'a');
  g_autofree char *cut = g_strdup_printf ("%.*s…", AJ_CLI_CELL_WIDTH - 1, long_line);
  g_autofree char *expected = g_strdup_printf ("A%*sB\n%s  %s\n%s  %s\n", AJ_CLI_CELL_WIDTH + 1, "",
                                               line, line, cut, long_line);
  const char *fits[] = { line, line, NULL };
  const char *too_long[] = { long_line, long_line, NULL };
  g_autofree char *text = NULL;

  aj_cli_table_add_column (table, "A", FALSE, FALSE);
  aj_cli_table_add_column (table, "B", FALSE, TRUE);
  aj_cli_table_add_row (table, fits);
  aj_cli_table_add_row (table, too_long);
  text = aj_cli_table_to_text (table);
  g_assert_cmpstr (text, ==, expected);
}

static void
test_times (void)
{
  g_autofree char *utc = aj_cli_format_utc (1773306000);
  g_autofree char *local = aj_cli_format_local (1773306000);

  g_assert_cmpstr (utc, ==, "2026-03-12T09:00:00Z");
  g_assert_cmpstr (local, ==, "Thu 12 Mar 2026, 09:00");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cli/output/error-line", test_error_line);
  g_test_add_func ("/cli/output/table", test_table);
  g_test_add_func ("/cli/output/long-cells", test_long_cells);
  g_test_add_func ("/cli/output/times", test_times);
  return g_test_run ();
}
