/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-date.h"

static const struct
{
  const char *text;
  const char *today;
  const char *date; /* NULL: refused */
} cases[] = {
  /* Figures. */
  { "12-3-2026", "2026-01-01", "2026-03-12" },
  { " 12 - 3 - 2026 ", "2026-01-01", "2026-03-12" },
  { "12/3/26", "2026-01-01", "2026-03-12" },
  { "12.03.2026", "2026-01-01", "2026-03-12" },
  { "12 3 2026", "2026-01-01", "2026-03-12" },
  { "2026-03-12", "2026-01-01", "2026-03-12" },
  { "2026-3-12", "2026-01-01", "2026-03-12" },
  { "1-1-68", "2026-01-01", "2068-01-01" },
  { "1-1-69", "2026-01-01", "1969-01-01" },
  /* Words. */
  { "12 mrt 2026", "2026-01-01", "2026-03-12" },
  { "12 mrt. 2026", "2026-01-01", "2026-03-12" },
  { "12mrt2026", "2026-01-01", "2026-03-12" },
  { "do 12 maart 2026", "2026-01-01", "2026-03-12" },
  { "Donderdag 12 Maart 2026", "2026-01-01", "2026-03-12" },
  { "do. 12-3-2026", "2026-01-01", "2026-03-12" },
  { "Thursday, March 12, 2026", "2026-01-01", "2026-03-12" },
  { "Thu 12 Mar 2026", "2026-01-01", "2026-03-12" },
  { "March 12th 2026", "2026-01-01", "2026-03-12" },
  { "7 mei 2026", "2026-01-01", "2026-05-07" },
  { "7 MAY 2026", "2026-01-01", "2026-05-07" },
  { "1 okt 2026", "2026-01-01", "2026-10-01" },
  { "1 sept. 2026", "2026-01-01", "2026-09-01" },
  { "29 februari 2028", "2026-01-01", "2028-02-29" },
  /* Without a year: the nearest after ninety days back. */
  { "12-3", "2026-01-01", "2026-03-12" },
  { "12 mrt", "2026-06-10", "2026-03-12" },
  { "12 mrt", "2026-06-11", "2027-03-12" },
  { "31 dec", "2026-01-05", "2025-12-31" },
  { "1 jan", "2026-12-20", "2027-01-01" },
  { "29-2", "2026-01-01", "2028-02-29" },
  { "29-2", "2097-01-01", "2104-02-29" },
  { "do 12 mrt", "2026-01-01", "2026-03-12" },
  /* Refused. */
  { "vr 12 maart 2026", "2026-01-01", NULL },
  { "31-4-2026", "2026-01-01", NULL },
  { "29-2-2026", "2026-01-01", NULL },
  { "12-13-2026", "2026-01-01", NULL },
  { "0-3-2026", "2026-01-01", NULL },
  { "12-3-", "2026-01-01", NULL },
  { "12--3-2026", "2026-01-01", NULL },
  { "-12-3-2026", "2026-01-01", NULL },
  { "12-3-20266", "2026-01-01", NULL },
  { "12-3-202", "2026-01-01", NULL },
  { "012-3-2026", "2026-01-01", NULL },
  { "12 m 2026", "2026-01-01", NULL },
  { "12 maartje 2026", "2026-01-01", NULL },
  { "12", "2026-01-01", NULL },
  { "donderdag", "2026-01-01", NULL },
  { "maart 2026", "2026-01-01", NULL },
  { "12-3-2026 10:00", "2026-01-01", NULL },
  { "12-3-2026 en 13-3-2026", "2026-01-01", NULL },
  { "１２-3-2026", "2026-01-01", NULL },
  { "12\xff-3-2026", "2026-01-01", NULL },
  { "", "2026-01-01", NULL },
  { "   ", "2026-01-01", NULL },
  { NULL, "2026-01-01", NULL },
  { "12-3", "0001-01-01", NULL },
  { "12                                                                                 maart",
    "2026-01-01", NULL },
};

static void
test_cases (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      AjDate date = AJ_DATE_NONE, today;
      g_autofree char *read = NULL;
      gboolean taken;

      g_assert_true (aj_date_parse_iso (cases[i].today, &today));
      taken = aj_date_parse_human (cases[i].text, today, &date);
      read = aj_date_to_iso (date);
      g_test_message ("case %u: %s", i, read != NULL ? read : "refused");
      g_assert_cmpint (taken, ==, cases[i].date != NULL);
      g_assert_cmpstr (read, ==, cases[i].date);
    }
}

static void
test_today_unknown (void)
{
  AjDate date;

  g_assert_true (aj_date_parse_human ("12-3-2026", AJ_DATE_NONE, &date));
  g_assert_false (aj_date_parse_human ("12-3", AJ_DATE_NONE, &date));
}

/* What the program shows it can read. */
static void
test_own_formats (void)
{
  for (AjDate date = aj_date_new (2024, 1, 1); date < aj_date_new (2029, 1, 1); date++)
    {
      g_autofree char *shown = aj_date_format_short (date);
      g_autofree char *in_full = aj_date_format_long (date);
      AjDate read;

      g_assert_true (aj_date_parse_human (shown, date, &read));
      g_assert_cmpint (read, ==, date);
      g_assert_true (aj_date_parse_human (in_full, date, &read));
      g_assert_cmpint (read, ==, date);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/date-human/cases", test_cases);
  g_test_add_func ("/date-human/today-unknown", test_today_unknown);
  g_test_add_func ("/date-human/own-formats", test_own_formats);
  return g_test_run ();
}
