/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-id-text.h"

static void
test_has (void)
{
  g_assert_false (aj_id_text_has (NULL, "a"));
  g_assert_false (aj_id_text_has ("", "a"));
  g_assert_true (aj_id_text_has ("a", "a"));
  g_assert_true (aj_id_text_has ("b a c", "a"));
  /* A part of an id is none. */
  g_assert_false (aj_id_text_has ("ab ca", "a"));
}

static void
test_add_and_remove (void)
{
  static const struct
  {
    const char *text;
    const char *more;
    const char *added;
  } additions[] = {
    { NULL, NULL, "" },
    { NULL, "a", "a" },
    { "a", NULL, "a" },
    { "a", "a", "a" },
    { "a b", "c b d", "a b c d" },
    { "a", " b  c ", "a b c" },
  };
  static const struct
  {
    const char *text;
    const char *id;
    const char *left;
  } removals[] = {
    { NULL, "a", "" },
    { "a", "a", "" },
    { "a b c", "b", "a c" },
    { "ab", "a", "ab" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (additions); i++)
    {
      g_autofree char *text = aj_id_text_add (additions[i].text, additions[i].more);

      g_assert_cmpstr (text, ==, additions[i].added);
    }
  for (guint i = 0; i < G_N_ELEMENTS (removals); i++)
    {
      g_autofree char *text = aj_id_text_remove (removals[i].text, removals[i].id);

      g_assert_cmpstr (text, ==, removals[i].left);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/id-text/has", test_has);
  g_test_add_func ("/id-text/add-and-remove", test_add_and_remove);
  return g_test_run ();
}
