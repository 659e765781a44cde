/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-planning-fixture.h"

static void
test_codes (void)
{
  static const char *const codes[] = { "rule",           "public-holiday",
                                       "school-holiday", "not-generally-free",
                                       "clash",          "hand",
                                       "against-advice", "conflict" };
  AjReason reason = AJ_REASON_HAND;

  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    {
      AjReason read;

      g_assert_cmpstr (aj_reason_get_code ((AjReason) i), ==, codes[i]);
      g_assert_true (aj_reason_parse (codes[i], &read));
      g_assert_cmpint (read, ==, i);
    }
  g_assert_false (aj_reason_parse ("Rule", &reason));
  g_assert_false (aj_reason_parse ("", &reason));
  g_assert_false (aj_reason_parse (NULL, &reason));
  g_assert_cmpint (reason, ==, AJ_REASON_HAND);
}

static void
test_texts (void)
{
  static const struct
  {
    AjReason reason;
    const char *detail, *pattern, *date;
    const char *text;
  } cases[] = {
    { AJ_REASON_RULE, NULL, "2026-03-12", "2026-03-12", "second Thursday" },
    { AJ_REASON_RULE, NULL, NULL, "2026-03-02", "first Monday" },
    { AJ_REASON_RULE, "last", "2026-03-26", "2026-03-26", "last Thursday" },
    { AJ_REASON_RULE, "last", "2026-04-30", "2026-04-30", "last Thursday" },
    { AJ_REASON_RULE, NULL, "2026-03-26", "2026-03-26", "fourth Thursday" },
    { AJ_REASON_RULE, NULL, "2026-04-30", "2026-04-30", "fifth Thursday" },
    { AJ_REASON_RULE, "no-fifth", "2026-03-26", "2026-03-26",
      "fifth Thursday does not exist; last Thursday" },
    /* What is stored is said only of a date that bears it out. */
    { AJ_REASON_RULE, "last", "2026-03-12", "2026-03-12", "second Thursday" },
    { AJ_REASON_RULE, "no-fifth", "2026-04-30", "2026-04-30", "fifth Thursday" },
    { AJ_REASON_RULE, "no-fifth", "2026-04-23", "2026-04-23", "fourth Thursday" },
    { AJ_REASON_SCHOOL_HOLIDAY, "herfstvakantie Zuid", "2026-10-22", "2026-10-15",
      "moved a week earlier: herfstvakantie Zuid" },
    { AJ_REASON_PUBLIC_HOLIDAY, "Ascension Day", "2026-05-14", "2026-05-28",
      "moved two weeks later: Ascension Day" },
    { AJ_REASON_CLASH, "Regiotafel", "2026-03-05", "2026-03-26",
      "moved three weeks later: Regiotafel" },
    { AJ_REASON_CLASH, "Regiotafel", "2026-01-29", "2026-01-01",
      "moved four weeks earlier: Regiotafel" },
    { AJ_REASON_NOT_GENERALLY_FREE, "Good Friday", "2026-04-03", "2026-04-08",
      "moved from Fri 3 Apr 2026: Good Friday (not generally free)" },
    { AJ_REASON_NOT_GENERALLY_FREE, "Liberation Day", "2026-05-05", "2026-05-12",
      "moved a week later: Liberation Day (not generally free)" },
    { AJ_REASON_AGAINST_ADVICE, "Liberation Day; meivakantie", "2026-05-05", "2026-05-05",
      "kept against advice: Liberation Day (not generally free); meivakantie" },
    { AJ_REASON_CONFLICT, "Good Friday", "2026-04-03", "2026-04-03",
      "conflict: Good Friday (not generally free)" },
    { AJ_REASON_HAND, NULL, "2026-03-12", "2026-03-17", "moved by hand from Thu 12 Mar 2026" },
    { AJ_REASON_HAND, NULL, "2026-03-12", "2026-03-12", "chosen by hand" },
    { AJ_REASON_CONFLICT, "herfstvakantie Zuid; Regiotafel", "2026-10-22", "2026-10-22",
      "conflict: herfstvakantie Zuid; Regiotafel" },
    { AJ_REASON_CONFLICT, "Regiotafel", "2026-05-14", "2026-05-21",
      "moved from Thu 14 May 2026; conflict: Regiotafel" },
    { AJ_REASON_AGAINST_ADVICE, "meivakantie", "2026-04-30", "2026-04-30",
      "kept against advice: meivakantie" },
    { AJ_REASON_AGAINST_ADVICE, "meivakantie", "2026-04-09", "2026-04-30",
      "moved from Thu 9 Apr 2026; kept against advice: meivakantie" },
    { AJ_REASON_RULE, NULL, "2026-03-12", NULL, "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      AjDate pattern = cases[i].pattern != NULL ? aj_test_date (cases[i].pattern) : AJ_DATE_NONE;
      AjDate date = cases[i].date != NULL ? aj_test_date (cases[i].date) : AJ_DATE_NONE;
      g_autofree char *text = aj_reason_to_text (cases[i].reason, cases[i].detail, pattern, date);

      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

/* What is stored never becomes a format. */
static void
test_hostile_detail (void)
{
  AjDate date = aj_test_date ("2026-03-12");
  g_autofree char *text = aj_reason_to_text (AJ_REASON_CLASH, "%s%n%1$s", date, date + 7);

  g_assert_cmpstr (text, ==, "moved a week later: %s%n%1$s");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reason/codes", test_codes);
  g_test_add_func ("/reason/texts", test_texts);
  g_test_add_func ("/reason/hostile-detail", test_hostile_detail);
  return g_test_run ();
}
