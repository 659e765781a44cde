/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-import-fixture.h"

typedef struct
{
  const char *name;
  const char *type;
  const char *text;
  const char *expected;
} Case;

static const Case cases[] = {
  { "mail", "person",
    "Naam;E-mail;Functie\n"
    "Anna Jansen;ANNA@saxion.example;Lector\n" /* another case is the same address */
    "A. Jansen;anna@saxion.example;Docent\n",
    "3 refused A. Jansen: Line 2 is about the same one. Leave one of the two out of the file.\n"
    "2 changed+ Anna Jansen function=Docent>Lector "
    "mail=anna@saxion.example>ANNA@saxion.example\n" },
  { "same", "person",
    "name,mail,function,organisation\n"
    "Anna Jansen,anna@saxion.example,Docent,Hogeschool Saxion\n"
    "Piet de Vries,,,politie oost\n",
    "2 same Anna Jansen\n3 same Piet de Vries\n" },
  /* An empty cell leaves what is there. */
  { "empty-cells", "person", "name,mail,function\nAnna Jansen,anna@saxion.example,\n",
    "2 same Anna Jansen\n" },
  { "name-and-organisation", "person",
    "name,organisation,mail\n"
    "Piet de Vries,Politie Oost,piet@politie.example\n"
    "piet de vries,,\n",
    "3 refused piet de vries: Line 2 is about the same one. Leave one of the two out of the file.\n"
    "2 changed+ Piet de Vries mail=>piet@politie.example\n" },
  { "other-organisation", "person", "name,organisation\nPiet de Vries,Hogeschool Saxion\n",
    "2 new Piet de Vries: There is somebody called “Piet de Vries” already, of another "
    "organisation or with another mail address.\n" },
  { "other-mail", "person",
    "name,organisation,mail\nAnna Jansen,Hogeschool Saxion,a.jansen@saxion.example\n",
    "2 changed Anna Jansen mail=anna@saxion.example>a.jansen@saxion.example: “Anna Jansen” of the "
    "same organisation has another mail address, which would change.\n" },
  { "mail-of-another", "person", "name,mail\nKees Bos,anna@saxion.example\n",
    "2 changed Kees Bos name=Anna Jansen>Kees Bos: anna@saxion.example is the address of “Anna "
    "Jansen”, whose name would change.\n" },
  { "initials", "person", "name,mail\nA. Jansen,anna@saxion.example\n",
    "2 changed+ A. Jansen name=Anna Jansen>A. Jansen\n" },
  { "twice", "person", "name,mail\nJo Smit,jo@x.example\nJo Smit,jo@x.example\nJo Smit,\n",
    "3 refused Jo Smit: Line 2 is about the same one. Leave one of the two out of the file.\n"
    "4 new Jo Smit: Line 2 has the same name.\n"
    "2 new+ Jo Smit\n" },
  { "shared-mailbox", "person", "name,mail\nJo Smit,info@x.example\nEls Mol,info@x.example\n",
    "3 new Els Mol: Line 2 has the same mail address.\n2 new+ Jo Smit\n" },
  { "mailbox-of-two", "person",
    "name,mail\nEls Mol,anna@saxion.example\nAnna Jansen,anna@saxion.example\n",
    "2 new Els Mol: Others have the address anna@saxion.example already.\n3 same Anna Jansen\n" },
  /* What is not there is made when a name will do; otherwise somebody is asked. */
  { "missing", "person", "name,organisation\nJo Smit,Bibliotheek Zwolle\n", "2 new+ Jo Smit\n" },
  { "suggestion", "person", "name,organisation\nJo Smit,Hogeschool Saxxion\n",
    "2 new+ Jo Smit: Organisation: “Hogeschool Saxxion” is new. Did you mean “Hogeschool "
    "Saxion”?\n" },
  { "unknown-municipality", "organisation",
    "name,kind,municipality\nBlik,business,Enshede\nBlok,business,Nergenshuizen\n"
    "Bluk,business,GM0193\nBlek,business,193\n",
    "2 refused Blik: Municipality: there is none called “Enshede”. Did you mean “Enschede”?\n"
    "3 refused Blok: Municipality: there is none called “Nergenshuizen”.\n"
    "4 new+ Bluk\n5 new+ Blek\n" },
  { "kind", "organisation", "name\nGemeente Zwolle\nBlik BV\nHogeschool Saxion\n",
    "2 new+ Gemeente Zwolle: Kind is not filled in. It becomes “Municipality”.\n"
    "3 new+ Blik BV: Kind is not filled in. It becomes “Business”.\n"
    "4 same Hogeschool Saxion\n" },
  { "same-name-elsewhere", "organisation",
    "name,kind,municipality\nBibliotheek,library,Zwolle\nBibliotheek,library,Enschede\n"
    "bibliotheek,library,Zwolle\n",
    "3 new Bibliotheek: Line 2 has the same name.\n"
    "4 refused bibliotheek: Line 2 is about the same one. Leave one of the two out of the file.\n"
    "2 new+ Bibliotheek\n" },
  { "register", "municipality",
    "gemeentecode;gemeente;inwoners;vakantieregio;breedtegraad\n"
    "GM0344;Utrecht;376.435;midden;52,09\n"
    "193;Zwolle;133000;;\n"
    "GM9999;Enschede;;;\n"
    "GM0344;Utrecht;;;\n",
    "4 new Enschede: There is another one called “Enschede” already.\n"
    "5 refused Utrecht: Line 2 is about the same one. Leave one of the two out of the file.\n"
    "3 changed+ Zwolle population=>133000\n"
    "2 new+ Utrecht\n" },
  { "district", "municipality", "code,name,district\nGM0344,Utrecht,Midden\n", "2 new+ Utrecht\n" },
  { "merged", "municipality",
    "code,name,valid-until,merged-into\nGM0001,Oud,2025-12-31,Nieuw\nGM0002,Nieuw,,\n"
    "GM0003,Zelf,2025-12-31,Zelf\nGM0004,Open,,Zwolle\n",
    "4 refused Zelf: A municipality cannot go into itself.\n"
    "5 refused Open: A municipality that went into another has a last day.\n"
    "2 new+ Oud\n3 new+ Nieuw\n" },
  { "limits", "municipality",
    "code,name,population,latitude,valid-from\n"
    "GM0344,Utrecht,99999999,95,31-2-2026\n"
    "GM03440000000000000,Lang,,,\n"
    ",Zonder,veel,,\n",
    "2 refused Utrecht: Population: must be from 0 to 20000000.\n"
    "Latitude: must be from -90 to 90.\n"
    "Exists from: “31-2-2026” is not understood. Write it like 12 March 2026.\n"
    "3 refused Lang: Code (CBS): at most 16 characters, this is 19.\n"
    "4 refused Zonder: Code (CBS) must be filled in.\n"
    "Population: “veel” is not understood. Write it like 12.\n" },
  { "mail-form", "person", "name,mail\nJo Smit,jo at x\n",
    "2 refused Jo Smit: “jo at x” is not a mail address. Write it like name@municipality.nl.\n" },
  { "choice", "organisation", "name,kind\nBlik,reus\nBlok,Police\nBluk,Politie\n",
    "2 refused Blik: Kind: “reus” is not one of: Municipality, Police, Prosecution, "
    "Business platform, Business, Education, Knowledge centre, Library, Government, Network, "
    "Support.\n"
    "3 new+ Blok\n4 new+ Bluk\n" },
  { "booleans", "person", "name,role-mailbox\nPost,waar\nPast,misschien\n",
    "3 refused Past: Role mailbox, not one person: “misschien” is not understood. Write it like "
    "yes.\n2 new+ Post\n" },
  { "shape", "person", "name,mail\nJo Smit\nEls Mol,els@x.example\n",
    "2 refused Jo Smit: There is 1 field here, and the first row has 2.\n3 new+ Els Mol\n" },
  { "no-title", "membership",
    "group,person,role,from\n"
    "Expertteam,Anna Jansen,chair,2026-01-01\n"
    "Expertteam,Anna Jansen,member,2026-01-01\n"
    "Expertteam,,member,\n"
    "Nergens,Piet de Vries,,1-2-2026\n",
    "3 refused Expertteam · Anna Jansen · 2026-01-01: Line 2 is about the same one. Leave one of "
    "the two out of the file.\n"
    "4 refused Expertteam: A seat belongs to a person or to an organisation. Choose one.\n"
    "2 new+ Expertteam · Anna Jansen · 2026-01-01\n"
    "5 new+ Nergens · Piet de Vries · 1-2-2026\n" },
  { "seats", "seat",
    "group,kind,places\nExpertteam,police,1\nExpertteam,education,2\nExpertteam,police,3\n",
    "4 refused Expertteam · police: Line 2 is about the same one. Leave one of the two out of the "
    "file.\n2 new+ Expertteam · police\n3 new+ Expertteam · education\n" },
  { "meetings", "meeting",
    "groep;begin;einde\nExpertteam;12-3-2026 10.00;2026-03-12T12:00\nExpertteam;gisteren;\n",
    "3 refused Expertteam · gisteren: Start: “gisteren” is not understood. Write it like "
    "12 March 2026, 10:00.\nEnd must be filled in.\n"
    "2 new+ Expertteam · 12-3-2026 10.00\n" },
  { "foreign-ids", "person", "id,name\n1,Jo Smit\n2,Els Mol\n",
    "2 new+ Jo Smit\n3 new+ Els Mol\n" },
  { "some-ids", "person", "id,name\n7f7f7f7f-0000-4000-8000-000000000001,Anna Jansen\n2,Els Mol\n",
    "3 refused Els Mol: “2” is not an id of this program. Leave it empty for something new.\n"
    "2 same Anna Jansen\n" },
  /* People may stand in for one another, in any order. */
  { "deputies", "person",
    "name,deputy\nJo Smit,Els Mol\nEls Mol,Jo Smit\nEva Pot,Eva Pot\nTom Kok,Wie Dan Ook\n",
    "4 refused Eva Pot: Nobody stands in for or succeeds themselves. Choose another.\n"
    "2 new+ Jo Smit\n3 new+ Els Mol\n5 new+ Tom Kok\n" },
  { "formulas", "person",
    "name,function\n\"=HYPERLINK(\"\"http://x.example\"\",\"\"y\"\")\",'+31 6\n",
    "2 new+ =HYPERLINK(\"http://x.example\",\"y\")\n" },
  { "nothing", "person", "name,mail\n", "" },
};

static void
test_case (ImportWorld *self, gconstpointer data)
{
  const Case *example = data;
  g_autoptr (AjImport) import = import_load (self, example->type, example->text);
  g_autofree char *found = import_describe (import);
  g_autoptr (AjImport) again = NULL;

  g_assert_cmpstr (found, ==, example->expected);
  /* Whatever it was: accepting works, and then nothing of it is left to be done. */
  import_accept (self, import);
  again = import_load (self, example->type, example->text);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (again)); i++)
    {
      g_autoptr (AjImportRow) row = g_list_model_get_item (G_LIST_MODEL (again), i);
      AjImportRow *first = import_get_row (import, aj_import_row_get_line (row));

      if (aj_import_row_get_wanted (first))
        g_assert_cmpstr (aj_import_verdict_get_code (aj_import_row_get_verdict (row)), ==, "same");
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/jobs/import-rows/", cases[i].name, NULL);

      g_test_add (path, ImportWorld, &cases[i], import_world_set_up, test_case,
                  import_world_tear_down);
    }
  return g_test_run ();
}
