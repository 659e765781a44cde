/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which interventions people mean by what they write. */
#include "aj-intervention-names.h"

static const char *const names[] = {
  "Echt-Nep",
  "HackShield",
  "Hack_Right",
  "Cyber24",
  "Geldezels",
  "Hart en Ziel",
  "Digitaal Café",
  "Dubbel beveiligd is dubbel zo veilig",
  "Bakfiets Dubbel beveiligd is dubbel zo veilig",
  "Klik, klaar",
};

static char *
find (AjInterventionNames *all, const char *text)
{
  g_autoptr (GPtrArray) ids = aj_intervention_names_find (all, text);

  g_ptr_array_add (ids, NULL);
  return g_strjoinv ("|", (char **) ids->pdata);
}

static void
test_find (void)
{
  static const struct
  {
    const char *text, *expected;
  } cases[] = {
    { "Echt-Nep", "Echt-Nep" },
    { "Echt-Nep!", "Echt-Nep" },
    { "echtnep", "Echt-Nep" },
    { "ECHT – NEP", "" },
    { "echt nep", "Echt-Nep" },
    { "Echt Nep, HackShield", "Echt-Nep|HackShield" },
    { "“Echt nep” voor senioren", "Echt-Nep" },
    { "De film Echt-Nep op scholen", "Echt-Nep" },
    { "HackShield en Cyber24", "HackShield|Cyber24" },
    { "hack-shield/cyber 24", "HackShield|Cyber24" },
    { "hack right + hackshield", "Hack_Right|HackShield" },
    { "HackShield, hackshield", "HackShield" },
    { "digitaal cafe in de bibliotheek", "Digitaal Café" },
    { "DigitaalCafé", "Digitaal Café" },
    { "Hart en Ziel en Echt-Nep", "Hart en Ziel|Echt-Nep" },
    { "Geldezels", "Geldezels" },
    { "geldezels en HackShield", "Geldezels|HackShield" },
    { "klik, klaar", "Klik, klaar" },
    { "klik klaar", "Klik, klaar" },
    /* The longest, and not both. */
    { "Bakfiets Dubbel beveiligd is dubbel zo veilig",
      "Bakfiets Dubbel beveiligd is dubbel zo veilig" },
    { "Dubbel beveiligd is dubbel zo veilig", "Dubbel beveiligd is dubbel zo veilig" },
    /* No names. */
    { NULL, "" },
    { "", "" },
    { "!?,", "" },
    { "les over echt nep nieuws", "" },
    { "wat is echt, nep of waar", "" },
    { "niet-echt-nep", "" },
    { "echtnepnieuws", "" },
    { "voorlichting over geldezels", "" },
    { "geldezel", "" },
    { "HackShieldachtig spel", "" },
    { "hart, ziel", "" },
    { "dubbel beveiligd", "" },
  };
  g_autoptr (AjInterventionNames) all = aj_intervention_names_new ();

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    aj_intervention_names_add (all, names[i], names[i]);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *found = find (all, cases[i].text);

      g_test_message ("%s", cases[i].text);
      g_assert_cmpstr (found, ==, cases[i].expected);
    }
}

/* A name that has no letters is none, and of two with one name the first counts. */
static void
test_odd_names (void)
{
  g_autoptr (AjInterventionNames) all = aj_intervention_names_new ();
  g_autofree char *found = NULL;
  g_autofree char *nothing = find (all, "Echt-Nep");

  g_assert_cmpstr (nothing, ==, "");
  aj_intervention_names_add (all, "none", "!?");
  aj_intervention_names_add (all, "first", "Echt-Nep");
  aj_intervention_names_add (all, "second", "echtnep");
  found = find (all, "!? Echtnep");
  g_assert_cmpstr (found, ==, "first");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/intervention-names/find", test_find);
  g_test_add_func ("/intervention-names/odd-names", test_odd_names);
  return g_test_run ();
}
