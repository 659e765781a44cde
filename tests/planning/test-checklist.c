/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A step of the preparation as it is typed and as it is said. */
#include "aj-checklist.h"

typedef struct
{
  const char *line;
  const char *text;
  gboolean has_days;
  int days;
} Case;

static const Case cases[] = {
  { "Agenda versturen -14", "Agenda versturen", TRUE, -14 },
  { "  Verslag versturen   +7 ", "Verslag versturen", TRUE, 7 },
  /* As it is written in a plan, with a real minus, and as a text program makes it. */
  { "Spreker vragen \342\210\22242", "Spreker vragen", TRUE, -42 },
  { "Spreker vragen \342\200\22342", "Spreker vragen", TRUE, -42 },
  { "Zaal open +0", "Zaal open", TRUE, 0 },
  { "Zaal 14", "Zaal 14", FALSE, 0 },
  { "Zaal -400", "Zaal -400", FALSE, 0 },
  { "Zaal -", "Zaal -", FALSE, 0 },
  { "Zaal -1-4", "Zaal -1-4", FALSE, 0 },
  { "-14", "-14", FALSE, 0 },
  { "   ", "", FALSE, 0 },
};

static void
test_line (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      int days = 0;
      gboolean has_days = !cases[i].has_days;
      g_autofree char *text = aj_checklist_parse_line (cases[i].line, &days, &has_days);

      g_assert_cmpstr (text, ==, cases[i].text);
      g_assert_cmpint (has_days, ==, cases[i].has_days);
      g_assert_cmpint (days, ==, cases[i].days);
    }
}

static void
test_days (void)
{
  static const int days[] = { -14, -1, 0, 1, 7 };
  static const char *const texts[] = { "14 days before", "1 day before", "on the day",
                                       "1 day after", "7 days after" };

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      g_autofree char *text = aj_checklist_format_days (days[i]);

      g_assert_cmpstr (text, ==, texts[i]);
    }
}

/* They come in the order in which they are done. */
static void
test_usual (void)
{
  guint n_steps, n_items;
  const AjUsualStep *steps = aj_checklist_get_usual_steps (&n_steps);
  const AjUsualItem *items = aj_checklist_get_usual_items (&n_items);

  for (guint i = 1; i < n_steps; i++)
    g_assert_cmpint (steps[i - 1].days, <=, steps[i].days);
  for (guint i = 1; i < n_items; i++)
    g_assert_cmpint (items[i - 1].at_end, <=, items[i].at_end);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/planning/checklist/line", test_line);
  g_test_add_func ("/planning/checklist/days", test_days);
  g_test_add_func ("/planning/checklist/usual", test_usual);
  return g_test_run ();
}
