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

/* Each is one of the usual, and known by what that is in Dutch as well, in a program in another language. */
static void
test_known (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "po", "nl.po", NULL);
  g_autofree char *translations = NULL;
  g_autoptr (GError) error = NULL;
  guint n_steps, n_found = 0;
  const AjUsualStep *steps = aj_checklist_get_usual_steps (&n_steps);

  g_file_get_contents (path, &translations, NULL, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < n_steps; i++)
    for (guint j = 0; j < AJ_N_KNOWN_STEPS; j++)
      {
        g_autofree char *entry = g_strdup_printf ("\nmsgid \"%s\"\nmsgstr \"", steps[i].name);
        const char *found = strstr (translations, entry);
        g_autofree char *dutch = NULL;

        if (!aj_checklist_is_known (steps[i].name, (AjKnownStep) j))
          continue;
        n_found++;
        g_assert_nonnull (found);
        found += strlen (entry);
        dutch = g_strndup (found, strcspn (found, "\""));
        g_assert_true (aj_checklist_is_known (dutch, (AjKnownStep) j));
      }
  g_assert_cmpuint (n_found, ==, AJ_N_KNOWN_STEPS);
  g_assert_true (aj_checklist_is_known ("uitnodiging Versturen", AJ_KNOWN_STEP_INVITATION));
  g_assert_false (aj_checklist_is_known ("Uitnodiging", AJ_KNOWN_STEP_INVITATION));
  g_assert_false (aj_checklist_is_known (NULL, AJ_KNOWN_STEP_INVITATION));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/planning/checklist/line", test_line);
  g_test_add_func ("/planning/checklist/days", test_days);
  g_test_add_func ("/planning/checklist/usual", test_usual);
  g_test_add_func ("/planning/checklist/known", test_known);
  return g_test_run ();
}
