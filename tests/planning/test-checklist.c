/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A step of the preparation as it is typed and as it is said. */
#include "aj-checklist.h"
#include "aj-working-days.h"
#include "aj-known-step.h"

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
    {
      g_autofree char *entry = g_strdup_printf ("\nmsgid \"%s\"\nmsgstr \"", steps[i].name);
      const char *known = aj_known_step_find (steps[i].name);
      const char *found = strstr (translations, entry);
      g_autofree char *dutch = NULL;

      if (known == NULL)
        continue;
      n_found++;
      g_assert_nonnull (found);
      found += strlen (entry);
      dutch = g_strndup (found, strcspn (found, "\""));
      g_assert_cmpstr (aj_known_step_find (dutch), ==, known);
    }
  g_assert_cmpuint (n_found, ==, 4);
  g_assert_cmpstr (aj_known_step_find ("uitnodiging Versturen"), ==, AJ_STEP_INVITATION);
  g_assert_null (aj_known_step_find ("Uitnodiging"));
  g_assert_null (aj_known_step_find (NULL));
}

/* Weekends and days on which all are free; not Good Friday, on which many work. */
static void
test_working_day (void)
{
  static const struct
  {
    const char *date;
    const char *working_day;
    const char *why; /* NULL: people work then */
  } days_off[] = {
    { "2026-03-13", "2026-03-13", NULL },
    { "2026-03-14", "2026-03-13", "Saturday; the working day before is Fri 13 Mar 2026" },
    { "2026-03-15", "2026-03-13", "Sunday; the working day before is Fri 13 Mar 2026" },
    { "2026-04-03", "2026-04-03", NULL },
    { "2026-04-06", "2026-04-03", "Easter Monday; the working day before is Fri 3 Apr 2026" },
    { "2026-05-14", "2026-05-13", "Ascension Day; the working day before is Wed 13 May 2026" },
    { "2026-12-26", "2026-12-24",
      "Second Day of Christmas; the working day before is Thu 24 Dec 2026" },
    { "2027-01-01", "2026-12-31", "New Year’s Day; the working day before is Thu 31 Dec 2026" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (days_off); i++)
    {
      g_autofree char *day = NULL;
      g_autofree char *why = NULL;
      AjDate date;

      g_assert_true (aj_date_parse_iso (days_off[i].date, &date));
      day = aj_date_to_iso (aj_date_previous_working_day (date));
      why = aj_checklist_explain_day (date);

      g_assert_cmpstr (day, ==, days_off[i].working_day);
      g_assert_cmpstr (why, ==, days_off[i].why);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/planning/checklist/line", test_line);
  g_test_add_func ("/planning/checklist/working-day", test_working_day);
  g_test_add_func ("/planning/checklist/days", test_days);
  g_test_add_func ("/planning/checklist/usual", test_usual);
  g_test_add_func ("/planning/checklist/known", test_known);
  return g_test_run ();
}
