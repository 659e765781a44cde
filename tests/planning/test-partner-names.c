/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-partner-names.h"

static gboolean
is_known_cb (const char *folded, gpointer user_data)
{
  static const char *const known[] = { "politie", "halt en politie",
                                       "gezondheidscentrum hart en ziel", "bibliotheek, deventer",
                                       NULL };

  return g_strv_contains (known, folded);
}

static const struct
{
  const char *text;
  const char *names; /* with a bar between them */
} cases[] = {
  { "", "" },
  { "  ,; ", "" },
  { "Politie", "Politie" },
  { "Halt, Bureau Jeugd;School\nBieb", "Halt|Bureau Jeugd|School|Bieb" },
  { "Politie en Halt", "Politie|Halt" },
  { "Halt and politie", "Halt|politie" },
  { "Halt & Politie", "Halt|Politie" },
  { "School + Politie + Bieb", "School|Politie|Bieb" },
  { "Bieb, School en politie", "Bieb|School|politie" },
  /* Names that are known stay whole, also where a shorter one is known. */
  { "Halt en Politie", "Halt en Politie" },
  { "halt  EN politie, School", "halt EN politie|School" },
  { "School en Gezondheidscentrum Hart en Ziel", "School|Gezondheidscentrum Hart en Ziel" },
  { "Bibliotheek, Deventer en Halt", "Bibliotheek, Deventer|Halt" },
  /* Nobody knows whether these are one or two. */
  { "Hart en Ziel", "Hart en Ziel" },
  { "Hart en Ziel, Politie", "Hart en Ziel|Politie" },
  /* No word of its own. */
  { "Ernst&Jong", "Ernst&Jong" },
  { "Wijkteam Enschede", "Wijkteam Enschede" },
  { "Politie en", "Politie en" },
  { "en Politie", "en Politie" },
  { "Politie en, Halt", "Politie en|Halt" },
};

static char *
join (GPtrArray *names)
{
  g_ptr_array_add (names, NULL);
  return g_strjoinv ("|", (char **) names->pdata);
}

static void
test_split (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) names = aj_partner_names_split (cases[i].text, is_known_cb, NULL);
      g_autofree char *joined = join (names);

      g_assert_cmpstr (joined, ==, cases[i].names);
    }
}

static void
test_sure (void)
{
  gboolean is_all;
  g_autoptr (GPtrArray) some = aj_partner_names_list_sure ("Halt, Hart en Ziel; School", &is_all);
  g_autofree char *joined = join (some);

  g_assert_cmpstr (joined, ==, "Halt|School");
  g_assert_false (is_all);
  g_ptr_array_unref (aj_partner_names_list_sure ("Halt; School", &is_all));
  g_assert_true (is_all);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/partner-names/split", test_split);
  g_test_add_func ("/partner-names/sure", test_sure);
  return g_test_run ();
}
