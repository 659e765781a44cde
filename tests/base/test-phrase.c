/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-phrase.h"

static void
test_append (void)
{
  g_autoptr (GString) text = g_string_new (NULL);

  aj_phrase_append (text, " · ", NULL);
  aj_phrase_append (text, " · ", "Anna");
  aj_phrase_append (text, " · ", "");
  aj_phrase_append (text, " · ", "chair");
  g_assert_cmpstr (text->str, ==, "Anna · chair");
}

static void
test_span (void)
{
  static const struct
  {
    const char *start;
    const char *end;
    char *(*format_day) (AjDate date);
    const char *text;
  } cases[] = {
    { "2026-03-12T10:00", "2026-03-12T12:00", aj_date_format_short,
      "Thu 12 Mar 2026, 10:00–12:00" },
    { "2026-03-12T10:00", "2026-03-12T12:00", aj_date_format_long,
      "Thursday 12 March 2026, 10:00–12:00" },
    { "2026-03-12T22:00", "2026-03-13T01:00", aj_date_format_short,
      "Thu 12 Mar 2026, 22:00 – Fri 13 Mar 2026, 01:00" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = NULL;
      AjWallTime start, end;

      g_assert_true (aj_wall_time_parse (cases[i].start, &start));
      g_assert_true (aj_wall_time_parse (cases[i].end, &end));
      text = aj_phrase_format_span (&start, &end, cases[i].format_day);
      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/phrase/append", test_append);
  g_test_add_func ("/phrase/span", test_span);
  return g_test_run ();
}
