/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-working-days.h"

static void
test_which (void)
{
  static const struct
  {
    const char *date;
    gboolean works;
  } cases[] = {
    { "2026-05-04", TRUE },  { "2026-05-02", FALSE }, { "2026-05-03", FALSE },
    { "2026-05-05", TRUE },  /* Liberation Day: not generally free */
    { "2026-04-03", TRUE },  /* Good Friday */
    { "2026-04-06", FALSE }, /* Easter Monday */
    { "2026-04-27", FALSE }, /* King's Day */
    { "2027-04-27", FALSE }, { "2025-04-26", FALSE }, { "2025-12-26", FALSE },
    { "2001-12-25", TRUE }, /* before the years that are known: a Tuesday as any other */
  };

  g_assert_false (aj_date_is_working_day (AJ_DATE_NONE));
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      AjDate date;

      g_test_message ("%s", cases[i].date);
      g_assert_true (aj_date_parse_iso (cases[i].date, &date));
      g_assert_cmpint (aj_date_is_working_day (date), ==, cases[i].works);
    }
}

static void
test_add (void)
{
  static const struct
  {
    const char *date;
    int days;
    const char *expected;
  } cases[] = {
    { "2026-05-04", 0, "2026-05-04" },
    { "2026-05-02", 0, "2026-05-02" }, /* a Saturday stays: nothing is added */
    { "2026-05-08", 1, "2026-05-11" },
    { "2026-05-09", 1, "2026-05-11" },
    { "2026-05-11", -1, "2026-05-08" },
    { "2026-05-10", -1, "2026-05-08" },
    { "2026-04-02", 2, "2026-04-07" }, /* Good Friday counts, Easter Monday does not */
    { "2026-12-24", 1, "2026-12-28" }, /* both days of Christmas, and a weekend */
    { "2027-01-04", -1, "2026-12-31" },
    { "2026-03-27", 5, "2026-04-03" }, /* across the change of the clock */
    { "2026-10-23", 5, "2026-10-30" },
    { "2026-01-01", 255, "2026-12-31" }, /* as many as the year has */
  };

  g_assert_cmpint (aj_date_add_working_days (AJ_DATE_NONE, 3), ==, AJ_DATE_NONE);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = NULL;
      AjDate date;

      g_assert_true (aj_date_parse_iso (cases[i].date, &date));
      text = aj_date_to_iso (aj_date_add_working_days (date, cases[i].days));
      g_assert_cmpstr (text, ==, cases[i].expected);
    }
}

static void
test_nearest (void)
{
  AjDate easter_monday = aj_date_new (2026, 4, 6);
  AjDate tuesday = aj_date_new (2026, 4, 7);

  g_assert_cmpint (aj_date_next_working_day (easter_monday), ==, tuesday);
  g_assert_cmpint (aj_date_next_working_day (tuesday), ==, tuesday);
  g_assert_cmpint (aj_date_previous_working_day (easter_monday), ==, aj_date_new (2026, 4, 3));
  g_assert_cmpint (aj_date_previous_working_day (tuesday), ==, tuesday);
  g_assert_cmpint (aj_date_next_working_day (AJ_DATE_NONE), ==, AJ_DATE_NONE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/working-days/which", test_which);
  g_test_add_func ("/working-days/add", test_add);
  g_test_add_func ("/working-days/nearest", test_nearest);
  return g_test_run ();
}
