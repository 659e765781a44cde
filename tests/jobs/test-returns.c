/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Forms that come back: what each row would do, and what is stored of it. */
#include "aj-returns-fixture.h"

#include <string.h>

#include "aj-activity.h"
#include "aj-edition.h"
#include "aj-form-file.h"
#include "aj-form-head.h"
#include "aj-form-sheet.h"

/* A form in each shape registers, is stored as one edit, and does nothing the second time; one undo takes all back. */
static void
test_register (Fixture *self, gconstpointer file)
{
  g_autoptr (AjForm) form = returns_make_form (returns_zwolle, "GM0193", "Zwolle");
  g_autofree char *path = NULL;
  g_autoptr (AjReturns) first = NULL;
  g_autoptr (AjReturns) second = NULL;
  g_autoptr (AjValues) stored = NULL;
  g_autoptr (AjValues) said = NULL;
  g_autoptr (GError) error = NULL;

  form->contact_name = g_strdup ("Bea de Vries");
  form->contact_mail = g_strdup ("bea@zwolle.example");
  returns_add_row (form, "Escape box", "organisation", "Bibliotheek Zwolle", "from", "9.30",
                   "until", "11:00", "kind", "performance", "for-youth", "yes", "expected-reach",
                   "120", NULL);
  returns_add_row (form, "Les", "date", "8-10-2026", "contact-name", "Cor", "contact-mail",
                   "cor@school.example", NULL);
  path = returns_put_form (file, form);
  first = returns_load (self, path, NULL);
  g_assert_cmpuint (aj_returns_get_problems (first)->len, ==, 0);
  g_assert_cmpuint (aj_returns_count_forms (first), ==, 1);
  returns_assert_verdict (returns_find_activity (first, "Escape box"), AJ_IMPORT_NEW, FALSE, NULL);
  returns_assert_verdict (returns_find_activity (first, "Les"), AJ_IMPORT_NEW, FALSE, NULL);
  returns_assert_verdict (returns_find_answer (first, "Zwolle"), AJ_IMPORT_CHANGED, FALSE, NULL);
  returns_assert_change (first, returns_find_activity (first, "Escape box"), "organisation", "",
                         "Bibliotheek Zwolle");
  returns_assert_change (first, returns_find_answer (first, "Zwolle"), "state", "invited",
                         "registered");
  returns_assert_change (first, returns_find_answer (first, "Zwolle"), "contact", "",
                         "Bea de Vries");
  returns_take (first);

  stored = returns_fetch (self, "activity", "name", "Escape box");
  g_assert_cmpstr (aj_values_get_text (stored, "from"), ==, "09:30");
  g_assert_cmpstr (aj_values_get_text (stored, "state"), ==, "submitted");
  g_assert_cmpstr (aj_values_get_text (stored, "date"), ==, "2026-10-08");
  g_assert_true (aj_values_get_boolean (stored, "for-youth"));
  g_assert_cmpint (aj_values_get_integer (stored, "expected-reach"), ==, 120);
  g_assert_cmpint (fixture_count (self, "person"), ==, 2);
  g_assert_cmpint (fixture_count (self, "organisation"), ==, 1);
  said = returns_fetch (self, "contact", "municipality", returns_zwolle);
  g_assert_cmpstr (aj_values_get_text (said, "summary"), ==, "Form came back. Activities: 2 new.");
  g_assert_cmpstr (aj_values_get_text (said, "by"), ==, "Anna");

  second = returns_load (self, path, NULL);
  g_assert_cmpuint (aj_returns_count (second, AJ_IMPORT_SAME), ==, 3);
  g_assert_cmpuint (aj_returns_count_wanted (second), ==, 0);
  g_assert_cmpuint (aj_returns_count_doubtful (second), ==, 0);

  g_assert_true (aj_store_undo (self->store, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpint (fixture_count (self, "activity"), ==, 0);
  g_assert_cmpint (fixture_count (self, "person"), ==, 0);
  g_assert_cmpint (fixture_count (self, "organisation"), ==, 0);
  g_assert_cmpint (fixture_count (self, "contact"), ==, 0);
}

/* What comes back changed: which fields, from what to what; what was accepted is changed then. */
static void
test_changed (Fixture *self, gconstpointer data)
{
  const char *id = fixture_add (self, "activity", "edition", returns_edition, "municipality",
                                returns_zwolle, "name", "Les", "place", "School", "state",
                                "accepted", NULL);
  const char *off = fixture_add (self, "activity", "edition", returns_edition, "municipality",
                                 returns_zwolle, "name", "Markt", NULL);
  const char *gone = fixture_add (self, "activity", "edition", returns_edition, "municipality",
                                  returns_zwolle, "name", "Vergeten", NULL);
  g_autoptr (AjForm) form = returns_make_form (returns_zwolle, "GM0193", "Zwolle");
  g_autofree char *path = NULL;
  g_autoptr (AjReturns) returns = NULL;
  g_autoptr (AjValues) stored = NULL;
  AjReturnRow *row;

  g_assert_nonnull (gone);
  returns_add_row (form, "Lessen", "place", "Bibliotheek", NULL)->activity = g_strdup (id);
  returns_add_row (form, "Markt", "takes-place", "no", NULL)->activity = g_strdup (off);
  path = returns_put_form ("Zwolle.xlsx", form);
  returns = returns_load (self, path, NULL);
  row = returns_find_activity (returns, "Lessen");
  returns_assert_verdict (row, AJ_IMPORT_CHANGED, FALSE, NULL);
  returns_assert_change (returns, row, "name", "Les", "Lessen");
  returns_assert_change (returns, row, "place", "School", "Bibliotheek");
  returns_assert_change (returns, row, "state", "accepted", "changed");
  row = returns_find_activity (returns, "Markt");
  returns_assert_verdict (row, AJ_IMPORT_CHANGED, FALSE, NULL);
  returns_assert_change (returns, row, "state", "submitted", "cancelled");
  row = returns_find_row (returns, AJ_RETURN_LEFT_OUT, "Vergeten", NULL);
  returns_assert_verdict (row, AJ_IMPORT_CHANGED, TRUE, "*does not stand in the form*");
  g_assert_false (aj_return_row_get_wanted (row));
  returns_take (returns);
  stored = returns_fetch (self, "activity", "name", "Vergeten");
  g_assert_cmpstr (aj_values_get_text (stored, "state"), ==, "submitted");
}

/* Of last time: again, not again, and nothing said. */
static void
test_again (Fixture *self, gconstpointer data)
{
  const char *last = fixture_add (self, "activity", "edition", returns_last_edition, "municipality",
                                  returns_zwolle, "name", "Les", NULL);
  g_autoptr (AjForm) form = returns_make_form (returns_zwolle, "GM0193", "Zwolle");
  g_autofree char *path = NULL;
  g_autoptr (AjReturns) returns = NULL;
  g_autoptr (AjReturns) again = NULL;
  g_autoptr (AjValues) stored = NULL;
  AjReturnRow *row;

  returns_add_row (form, "Les", NULL)->previous = g_strdup (last);
  returns_add_row (form, "Niet meer", "takes-place", "nee", NULL)->previous =
      g_uuid_string_random ();
  path = returns_put_form ("Zwolle.xlsx", form);
  returns = returns_load (self, path, NULL);
  row = returns_find_activity (returns, "Les");
  returns_assert_verdict (row, AJ_IMPORT_REFUSED, TRUE, "*“Les” take place again*");
  returns_assert_verdict (returns_find_answer (returns, "Zwolle"), AJ_IMPORT_REFUSED, TRUE,
                          "*whether they take part*");
  g_assert_cmpint (aj_return_row_get_fault_cell (row), ==, returns_find_cell (row, "Takes place"));
  returns_assert_verdict (returns_find_activity (returns, "Niet meer"), AJ_IMPORT_SAME, FALSE,
                          "*not take place*");
  returns_correct (returns, row, "Takes place", "ja");
  returns_assert_verdict (row, AJ_IMPORT_NEW, FALSE, NULL);
  g_assert_true (aj_return_row_get_wanted (row));
  returns_assert_verdict (returns_find_answer (returns, "Zwolle"), AJ_IMPORT_CHANGED, FALSE, NULL);
  returns_take (returns);
  stored = returns_fetch (self, "activity", "edition", returns_edition);
  g_assert_cmpstr (aj_values_get_text (stored, "previous"), ==, last);
  again = returns_load (self, path, NULL);
  returns_assert_verdict (returns_find_activity (again, "Niet meer"), AJ_IMPORT_SAME, FALSE, "*");
  g_assert_cmpuint (aj_returns_count_wanted (again), ==, 0);
}

/* Of ten lines that nobody said yes or no to, the one with a wrong date would have been the last. */
static void
test_mistakes_first (Fixture *self, gconstpointer data)
{
  static const char *const wanted[] = { "Fout", "Zeker", "Les", "Quiz" };
  g_autoptr (AjForm) form = returns_make_form (returns_zwolle, "GM0193", "Zwolle");
  g_autofree char *path = NULL;
  g_autoptr (AjReturns) returns = NULL;
  guint n_doubtful;

  returns_add_row (form, "Les", NULL)->previous = g_uuid_string_random ();
  returns_add_row (form, "Quiz", NULL)->previous = g_uuid_string_random ();
  returns_add_row (form, "Fout", "date", "31-14-2026", NULL);
  /* Not answered either, but that is not all that is wrong with it. */
  returns_add_row (form, "Zeker", "from", "25:99", NULL)->previous = g_uuid_string_random ();
  path = returns_put_form ("Zwolle.xlsx", form);
  returns = returns_load (self, path, NULL);
  aj_returns_get_group (returns, AJ_IMPORT_GROUP_DOUBTFUL, &n_doubtful);
  for (guint i = 0, n = 0; n < G_N_ELEMENTS (wanted); i++)
    {
      g_autoptr (AjReturnRow) row = NULL;

      g_assert_cmpuint (i, <, n_doubtful);
      row = g_list_model_get_item (G_LIST_MODEL (returns), i);
      if (aj_return_row_get_kind (row) == AJ_RETURN_ACTIVITY)
        g_assert_cmpstr (aj_return_row_get_title (row), ==, wanted[n++]);
    }
}

/* What people make of a table themselves, in Dutch, with a title above it. */
static const char own_table[] =
    "Activiteiten Echt Niet Vandaag;;;;;;;;;\r\n"
    ";;;;;;;;;\r\n"
    "Gemeente;Naam activiteit;Datum;Tijd;Locatie;Doelgroep;Verwacht bereik;Soort;E-mail;Wij "
    "vinden\r\n"
    "Zwolle;Escapebox;8 okt;9u30 - 11.00 uur;Bieb;jongeren, mkb;ca. 120 "
    "leerlingen;workshop;a@b.example;leuk\r\n"
    "gemeente Kampen;Markt;do 8 okt. 2026;hele dag;;Ouderen;1.200;Campagne;;\r\n"
    "Zwole;Les;08-10-2026;0930;;;;;;\r\n"
    "GM0166;Lezing;2026-10-08;9;;;100-150;;;\r\n";

static void
test_own_table (Fixture *self, gconstpointer data)
{
  g_autofree char *path = returns_put_file ("lijst.csv", own_table, -1);
  g_autoptr (AjReturns) returns = returns_load (self, path, NULL);
  const AjValues *after;
  AjReturnRow *row;

  g_assert_cmpuint (aj_returns_get_problems (returns)->len, ==, 0);
  g_assert_cmpuint (aj_returns_get_ignored (returns)->len, ==, 1);
  g_assert_cmpstr (aj_returns_get_ignored (returns)->pdata[0], ==, "Wij vinden");
  row = returns_find_activity (returns, "Escapebox");
  returns_assert_verdict (row, AJ_IMPORT_NEW, FALSE, NULL);
  g_assert_cmpstr (aj_return_row_get_municipality (row), ==, "Zwolle");
  g_assert_cmpuint (aj_return_row_get_line (row), ==, 4);
  after = aj_return_row_get_after (row);
  g_assert_cmpint (aj_values_get_date (after, "date"), ==, RETURNS_DAY);
  g_assert_cmpstr (aj_values_get_text (after, "from"), ==, "09:30");
  g_assert_cmpstr (aj_values_get_text (after, "until"), ==, "11:00");
  g_assert_cmpstr (aj_values_get_text (after, "kind"), ==, "workshop");
  g_assert_cmpint (aj_values_get_integer (after, "expected-reach"), ==, 120);
  g_assert_true (aj_values_get_boolean (after, "for-youth"));
  g_assert_true (aj_values_get_boolean (after, "for-business"));
  g_assert_false (aj_values_get_boolean (after, "for-elderly"));
  row = returns_find_activity (returns, "Markt");
  returns_assert_verdict (row, AJ_IMPORT_NEW, FALSE, NULL);
  g_assert_cmpstr (aj_return_row_get_municipality (row), ==, "Kampen");
  after = aj_return_row_get_after (row);
  g_assert_true (aj_values_is_empty (after, "from"));
  g_assert_cmpint (aj_values_get_integer (after, "expected-reach"), ==, 1200);
  row = returns_find_activity (returns, "Les");
  returns_assert_verdict (row, AJ_IMPORT_REFUSED, TRUE, "*“Zwole” is no municipality*");
  g_assert_cmpint (aj_return_row_get_fault_cell (row), ==, 0);
  g_assert_cmpstr (aj_return_row_get_cell_suggestion (row, 0), ==, "Zwolle");
  row = returns_find_answer (returns, "Zwole");
  aj_returns_set_cell (returns, row, 0, "Zwolle");
  returns_assert_verdict (returns_find_activity (returns, "Les"), AJ_IMPORT_NEW, FALSE, NULL);
  returns_assert_verdict (returns_find_activity (returns, "Lezing"), AJ_IMPORT_REFUSED, TRUE,
                          "*100-150*");
  returns_correct (returns, returns_find_activity (returns, "Lezing"), "Expected reach", "125");
  returns_assert_verdict (returns_find_activity (returns, "Lezing"), AJ_IMPORT_NEW, FALSE, NULL);
}

/* The municipality follows from the name of the file where nothing else says it. */
static void
test_file_name (Fixture *self, gconstpointer data)
{
  g_autofree char *path = returns_put_file ("Formulier_Berg en Dal (1).csv",
                                            "Titel;Datum\nLes;8-10-2026\n", -1);
  g_autofree char *other = returns_put_file ("formulier.csv", "Titel;Datum\nLezing;8-10-2026\n",
                                             -1);
  g_autoptr (AjReturns) returns = returns_load (self, path, other, NULL);

  returns_assert_verdict (returns_find_activity (returns, "Les"), AJ_IMPORT_NEW, FALSE, NULL);
  returns_assert_verdict (returns_find_answer (returns, "Berg en Dal"), AJ_IMPORT_CHANGED, FALSE,
                          "*name of the file*");
  returns_assert_verdict (returns_find_activity (returns, "Lezing"), AJ_IMPORT_REFUSED, TRUE,
                          "*does not say of which municipality*");
}

/* What needs a look: each is left out until somebody says so. */
static void
test_doubts (Fixture *self, gconstpointer data)
{
  const char *theirs = fixture_add (self, "activity", "edition", returns_edition, "municipality",
                                    returns_kampen, "name", "Van Kampen", NULL);
  g_autoptr (AjForm) form = returns_make_form (returns_zwolle, "GM0193", "Zwolle");
  g_autofree char *path = NULL;
  g_autoptr (AjReturns) returns = NULL;
  AjReturnRow *row;

  fixture_add (self, "organisation", "name", "Bibliotheek Zwolle", "kind", "library", NULL);
  returns_add_row (form, "Dag later", "date", "9-10-2026", NULL);
  returns_add_row (form, "Bieb", "organisation", "Bibliotheek Zwole", NULL);
  returns_add_row (form, "Van Kampen", "place", "Ergens", NULL)->activity = g_strdup (theirs);
  returns_add_row (form, "Weg", NULL)->activity = g_uuid_string_random ();
  returns_add_row (form, "Twee keer", "from", "10:00", NULL);
  returns_add_row (form, "Twee keer", "from", "14:00", NULL);
  returns_add_row (form, "Ver", "date", "8-10-2036", NULL);
  returns_add_row (form, "Te laat", "from", "12:00", "until", "11:00", NULL);
  path = returns_put_form ("Zwolle.xlsx", form);
  returns = returns_load (self, path, NULL);
  row = returns_find_activity (returns, "Dag later");
  returns_assert_verdict (row, AJ_IMPORT_NEW, TRUE, "9 October 2026 is not a day of *");
  g_assert_false (aj_return_row_get_wanted (row));
  returns_correct (returns, row, "Date", "8 okt");
  returns_assert_verdict (row, AJ_IMPORT_NEW, FALSE, NULL);
  g_assert_true (aj_return_row_get_wanted (row));
  row = returns_find_activity (returns, "Bieb");
  returns_assert_verdict (row, AJ_IMPORT_NEW, TRUE, "*“Bibliotheek Zwole” is not known*");
  g_assert_cmpstr (aj_return_row_get_cell_suggestion (row,
                                                      (guint) aj_return_row_get_fault_cell (row)),
                   ==, "Bibliotheek Zwolle");
  returns_correct (returns, row, "Organisation", "Bibliotheek Zwolle");
  returns_assert_verdict (row, AJ_IMPORT_NEW, FALSE, NULL);
  row = returns_find_activity (returns, "Van Kampen");
  returns_assert_verdict (row, AJ_IMPORT_CHANGED, TRUE, "*registered in Kampen*form of Zwolle*");
  g_assert_cmpstr (aj_return_row_get_municipality (row), ==, "Kampen");
  returns_assert_verdict (returns_find_activity (returns, "Weg"), AJ_IMPORT_NEW, TRUE,
                          "*was removed since*");
  row = returns_find_activity (returns, "Twee keer");
  returns_assert_verdict (row, AJ_IMPORT_NEW, TRUE, "It stands on line * as well*");
  returns_assert_verdict (returns_find_activity (returns, "Ver"), AJ_IMPORT_REFUSED, TRUE,
                          "*far from*");
  returns_assert_verdict (returns_find_activity (returns, "Te laat"), AJ_IMPORT_REFUSED, TRUE,
                          "*end after it starts*");
}

/* A line pasted from the form of another municipality says so in its hidden cells. */
static void
test_pasted (Fixture *self, gconstpointer data)
{
  static const char table[] = "Gemeente;Zwolle;;\nTitle;Date;municipality-code;edition\n"
                              "Les;8-10-2026;GM0193;x\nMarkt;8-10-2026;GM0166;\nFout;;GM9;\n";
  g_autofree char *path = returns_put_file ("z.csv", table, -1);
  g_autoptr (AjReturns) returns = returns_load (self, path, NULL);
  AjReturnRow *row = returns_find_activity (returns, "Markt");

  returns_assert_verdict (returns_find_activity (returns, "Les"), AJ_IMPORT_NEW, FALSE, NULL);
  returns_assert_verdict (row, AJ_IMPORT_NEW, TRUE, "*“GM0166”*is Kampen*taken for Zwolle*");
  aj_returns_set_cell (returns, row, 0, "Kampen");
  returns_assert_verdict (row, AJ_IMPORT_NEW, FALSE, NULL);
  g_assert_cmpstr (aj_return_row_get_municipality (row), ==, "Kampen");
  returns_assert_verdict (returns_find_activity (returns, "Fout"), AJ_IMPORT_NEW, TRUE,
                          "*“GM9” is no municipality*");
}

/* A table of several: what names one municipality and has the code of another, and what stands in the file of another. */
static void
test_other_code (Fixture *self, gconstpointer data)
{
  g_autofree char *mixed = returns_put_file ("lijst.csv",
                                             "Gemeente;Gemeentecode;Titel;Datum\n"
                                             "Zwolle;GM0193;Les;8-10-2026\n"
                                             "Zwolle;GM0166;Markt;8-10-2026\n"
                                             "Kampen;0166;Lezing;8-10-2026\n",
                                             -1);
  g_autofree char *of_one = returns_put_file ("Activiteiten Zwolle.csv",
                                              "Gemeentecode;Titel;Datum\nGM0193;Een;8-10-2026\n"
                                              "GM0193;Twee;8-10-2026\nGM0166;Drie;8-10-2026\n",
                                              -1);
  g_autofree char *of_all = returns_put_file ("Regio Zwolle.csv",
                                              "Gemeentecode;Titel;Datum\nGM0193;Vier;8-10-2026\n"
                                              "GM0166;Vijf;8-10-2026\n",
                                              -1);
  g_autoptr (AjReturns) returns = returns_load (self, mixed, of_one, of_all, NULL);
  AjReturnRow *row = returns_find_activity (returns, "Markt");

  returns_assert_verdict (returns_find_activity (returns, "Les"), AJ_IMPORT_NEW, FALSE, NULL);
  returns_assert_verdict (returns_find_activity (returns, "Lezing"), AJ_IMPORT_NEW, FALSE, NULL);
  returns_assert_verdict (row, AJ_IMPORT_NEW, TRUE, "*“GM0166”*is Kampen*taken for Zwolle*");
  g_assert_false (aj_return_row_get_wanted (row));
  aj_returns_set_cell (returns, row, 0, "Kampen");
  returns_assert_verdict (row, AJ_IMPORT_NEW, FALSE, NULL);
  returns_assert_verdict (returns_find_activity (returns, "Twee"), AJ_IMPORT_NEW, FALSE, NULL);
  row = returns_find_activity (returns, "Drie");
  returns_assert_verdict (row, AJ_IMPORT_NEW, TRUE, "This is of Kampen, in a file of Zwolle.");
  g_assert_false (aj_return_row_get_wanted (row));
  returns_assert_verdict (returns_find_row (returns, AJ_RETURN_ANSWER, "Kampen",
                                            "Activiteiten Zwolle.csv"),
                          AJ_IMPORT_SAME, TRUE, "This is of Kampen, in a file of Zwolle.*");
  returns_assert_verdict (returns_find_activity (returns, "Vijf"), AJ_IMPORT_NEW, FALSE, NULL);
}

/* Who was never asked to take part is not added unseen. */
static void
test_outsider (Fixture *self, gconstpointer data)
{
  g_autofree char *path = returns_put_file ("lijst.csv",
                                            "Gemeente;Titel;Datum\nZwolle;Les;8-10-2026\n"
                                            "Raalte;Markt;8-10-2026\n",
                                            -1);
  g_autoptr (AjReturns) returns = NULL;
  AjReturnRow *row;

  fixture_add (self, "municipality", "name", "Raalte", "code", "GM0177", NULL);
  returns = returns_load (self, path, NULL);
  returns_assert_verdict (returns_find_activity (returns, "Les"), AJ_IMPORT_NEW, FALSE, NULL);
  row = returns_find_activity (returns, "Markt");
  returns_assert_verdict (row, AJ_IMPORT_NEW, TRUE,
                          "Raalte is none of the municipalities*Echt Niet Vandaag 2026*");
  g_assert_false (aj_return_row_get_wanted (row));
  row = returns_find_answer (returns, "Raalte");
  returns_assert_verdict (row, AJ_IMPORT_NEW, TRUE, "Raalte is none of the municipalities*");
  g_assert_false (aj_return_row_get_wanted (row));
  returns_take (returns);
  g_assert_cmpint (fixture_count (self, "participation"), ==, 3);
}

/* All that is wrong with a row is told at once, in the words of the form. */
static void
test_all_faults (Fixture *self, gconstpointer data)
{
  g_autofree char *path = returns_put_file (
      "Zwolle.csv", "Titel;Datum;Begintijd;Soort;Verwacht bereik\nLes;gauw;25:99;feestje;veel\n",
      -1);
  g_autoptr (AjReturns) returns = returns_load (self, path, NULL);
  AjReturnRow *row = returns_find_activity (returns, "Les");

  returns_assert_verdict (
      row, AJ_IMPORT_REFUSED, TRUE,
      "Date: “gauw” is not understood. Write it like 12 March 2026.\n"
      "From: “25:99” is not understood. Write it like 10:00.\n"
      "Kind: “feestje” is not one of: information, workshop or lesson, *, other.\n"
      "Expected reach: “veel” is not understood. Write it like 12.");
  g_assert_cmpint (aj_return_row_get_fault_cell (row), ==, returns_find_cell (row, "Date"));
  g_assert_nonnull (
      aj_return_row_get_cell_fault (row, (guint) returns_find_cell (row, "Expected reach")));
  g_assert_null (aj_return_row_get_cell_fault (row, (guint) returns_find_cell (row, "Place")));
  returns_correct (returns, row, "Date", "8 okt");
  returns_correct (returns, row, "From", "10:00");
  returns_correct (returns, row, "Kind", "workshop");
  returns_assert_verdict (row, AJ_IMPORT_REFUSED, TRUE, "Expected reach: *");
  returns_correct (returns, row, "Expected reach", "12");
  returns_assert_verdict (row, AJ_IMPORT_NEW, FALSE, NULL);
}

/* One organisation under several spellings is made once, and what may be another spelling waits. */
static void
test_spellings (Fixture *self, gconstpointer data)
{
  g_autofree char *path = returns_put_file (
      "Zwolle.csv",
      "Titel;Organisatie;Partners\nEen;Bibliotheek Deventer;\"Politie\nHalt en School\"\n"
      "Twee; bibliotheek  deventer ;\nDrie;De Bibliotheek Deventer;\nVier;Bibliotheek Devnter;\n"
      "Vijf;Bibliotheek Diepenveen;\nZes;De Bibliotheek Deventer;\n",
      -1);
  g_autoptr (AjReturns) returns = returns_load (self, path, NULL);
  AjReturnRow *row = returns_find_activity (returns, "Drie");
  g_autoptr (GPtrArray) made = NULL;

  returns_assert_verdict (returns_find_activity (returns, "Een"), AJ_IMPORT_NEW, FALSE, NULL);
  returns_assert_change (returns, returns_find_activity (returns, "Een"), "partners", "",
                         "Politie; Halt en School");
  returns_assert_verdict (returns_find_activity (returns, "Twee"), AJ_IMPORT_NEW, FALSE, NULL);
  returns_assert_verdict (row, AJ_IMPORT_NEW, TRUE, "*Is it “Bibliotheek Deventer”?*");
  returns_assert_verdict (returns_find_activity (returns, "Vier"), AJ_IMPORT_NEW, TRUE,
                          "*Is it “Bibliotheek Deventer”?*");
  returns_assert_verdict (returns_find_activity (returns, "Vijf"), AJ_IMPORT_NEW, FALSE, NULL);
  returns_assert_verdict (returns_find_activity (returns, "Zes"), AJ_IMPORT_NEW, TRUE, "*Is it*");
  returns_correct (returns, row, "Organisation", "Bibliotheek Deventer");
  returns_assert_verdict (row, AJ_IMPORT_NEW, FALSE, NULL);
  made = aj_returns_list_made (returns);
  g_assert_cmpuint (made->len, ==, 2);
  returns_take (returns);
  g_assert_cmpint (fixture_count (self, "organisation"), ==, 2);
}

/* A name that nobody writes any more is none that another may be a spelling of. */
static void
test_spelling_gone (Fixture *self, gconstpointer data)
{
  g_autofree char *path =
      returns_put_file ("Zwolle.csv",
                        "Titel;Organisatie\nEen;Bibliotheek Deventer\nTwee;Bibliotheek Devnter\n"
                        "Drie;De Bibliotheek Deventer\n",
                        -1);
  g_autoptr (AjReturns) returns = returns_load (self, path, NULL);
  AjReturnRow *first = returns_find_activity (returns, "Een");
  AjReturnRow *second = returns_find_activity (returns, "Twee");
  AjReturnRow *third = returns_find_activity (returns, "Drie");

  returns_assert_verdict (second, AJ_IMPORT_NEW, TRUE, "*Is it “Bibliotheek Deventer”?*");
  returns_correct (returns, first, "Organisation", "Politie Zwolle");
  returns_assert_verdict (first, AJ_IMPORT_NEW, FALSE, NULL);
  /* Of the two that are left, the first is what the other may be. */
  returns_assert_verdict (second, AJ_IMPORT_NEW, FALSE, NULL);
  returns_assert_verdict (third, AJ_IMPORT_NEW, TRUE, "*Is it “Bibliotheek Devnter”?*");
  returns_correct (returns, second, "Organisation", "Politie Zwolle");
  returns_assert_verdict (third, AJ_IMPORT_NEW, FALSE, NULL);
  returns_correct (returns, first, "Organisation", "Bibliotheek Deventer");
  returns_assert_verdict (first, AJ_IMPORT_NEW, TRUE, "*Is it “De Bibliotheek Deventer”?*");
  returns_assert_verdict (third, AJ_IMPORT_NEW, FALSE, NULL);
}

/* Two people return one activity differently: both are shown, and one is chosen. */
static void
test_versions (Fixture *self, gconstpointer data)
{
  const char *id = fixture_add (self, "activity", "edition", returns_edition, "municipality",
                                returns_zwolle, "name", "Les", NULL);
  g_autoptr (AjForm) one = returns_make_form (returns_zwolle, "GM0193", "Zwolle");
  g_autoptr (AjForm) two = returns_make_form (returns_zwolle, "GM0193", "Zwolle");
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autoptr (AjReturns) returns = NULL;
  AjReturnRow *a, *b;

  returns_add_row (one, "Les", "place", "School", NULL)->activity = g_strdup (id);
  returns_add_row (one, "Samen", "place", "Plein", NULL);
  returns_add_row (two, "Les", "place", "Bieb", "from", "10:00", NULL)->activity = g_strdup (id);
  returns_add_row (two, "Samen", "place", "Plein", NULL);
  first = returns_put_form ("a.xlsx", one);
  second = returns_put_form ("b.aanjager-form", two);
  returns = returns_load (self, first, second, NULL);
  a = returns_find_row (returns, AJ_RETURN_ACTIVITY, "Les", "a.xlsx");
  b = returns_find_row (returns, AJ_RETURN_ACTIVITY, "Les", "b.aanjager-form");
  returns_assert_verdict (a, AJ_IMPORT_CHANGED, TRUE,
                          "*b.aanjager-form*From and Place*Choose one*");
  returns_assert_verdict (b, AJ_IMPORT_CHANGED, TRUE, "*a.xlsx*");
  g_assert_false (aj_return_row_get_wanted (a));
  g_assert_false (aj_return_row_get_wanted (b));
  aj_return_row_set_wanted (a, TRUE);
  g_assert_true (aj_return_row_get_wanted (a));
  aj_return_row_set_wanted (b, TRUE);
  g_assert_true (aj_return_row_get_wanted (b));
  g_assert_false (aj_return_row_get_wanted (a));
  returns_assert_verdict (returns_find_row (returns, AJ_RETURN_ACTIVITY, "Samen", "a.xlsx"),
                          AJ_IMPORT_NEW, FALSE, NULL);
  returns_assert_verdict (returns_find_row (returns, AJ_RETURN_ACTIVITY, "Samen",
                                            "b.aanjager-form"),
                          AJ_IMPORT_SAME, FALSE, "*a.xlsx as well, just like this*");
  returns_assert_verdict (returns_find_row (returns, AJ_RETURN_ANSWER, "Zwolle", "b.aanjager-form"),
                          AJ_IMPORT_SAME, FALSE, "*a.xlsx as well*");
  returns_take (returns);
  {
    g_autoptr (AjValues) stored = returns_fetch (self, "activity", "name", "Les");

    g_assert_cmpstr (aj_values_get_text (stored, "place"), ==, "Bieb");
    g_assert_cmpint (fixture_count (self, "activity"), ==, 2);
  }
}

/* Two at different times of one day, of which one was taken: the file says no more the second time. */
static void
test_twice (Fixture *self, gconstpointer data)
{
  g_autoptr (AjForm) form = returns_make_form (returns_zwolle, "GM0193", "Zwolle");
  g_autofree char *path = NULL;
  g_autoptr (AjReturns) first = NULL;
  g_autoptr (AjReturns) second = NULL;
  g_autoptr (AjReturns) third = NULL;

  returns_add_row (form, "Les", "from", "10:00", NULL);
  returns_add_row (form, "Les", "from", "14:00", NULL);
  path = returns_put_form ("Zwolle.aanjager-form", form);
  first = returns_load (self, path, NULL);
  returns_assert_verdict (returns_find_activity (first, "Les"), AJ_IMPORT_NEW, TRUE,
                          "It stands on line 1 as well*");
  g_assert_cmpuint (aj_returns_count_wanted (first), ==, 2);
  returns_take (first);
  second = returns_load (self, path, NULL);
  returns_assert_verdict (returns_find_activity (second, "Les"), AJ_IMPORT_CHANGED, TRUE,
                          "It stands on line 1 as well*");
  g_assert_cmpuint (aj_returns_count_wanted (second), ==, 0);
  fixture_add (self, "activity", "edition", returns_edition, "municipality", returns_zwolle, "name",
               "Les", "from", "14:00", NULL);
  third = returns_load (self, path, NULL);
  g_assert_cmpuint (aj_returns_count (third, AJ_IMPORT_SAME), ==, 3);
}

/* Who copies a line in a spreadsheet copies the hidden id along. */
static void
test_copied_line (Fixture *self, gconstpointer data)
{
  const char *id = fixture_add (self, "activity", "edition", returns_edition, "municipality",
                                returns_zwolle, "name", "Les", NULL);
  g_autoptr (AjForm) form = returns_make_form (returns_zwolle, "GM0193", "Zwolle");
  g_autofree char *path = NULL;
  g_autoptr (AjReturns) returns = NULL;

  returns_add_row (form, "Andere les", NULL)->activity = g_strdup (id);
  returns_add_row (form, "Les", NULL)->activity = g_strdup (id);
  path = returns_put_form ("Zwolle.aanjager-form", form);
  returns = returns_load (self, path, NULL);
  returns_assert_verdict (returns_find_activity (returns, "Andere les"), AJ_IMPORT_NEW, FALSE,
                          NULL);
  returns_assert_verdict (returns_find_activity (returns, "Les"), AJ_IMPORT_SAME, FALSE, NULL);
}

static void
test_declines (Fixture *self, gconstpointer data)
{
  g_autoptr (AjForm) form = returns_make_form (returns_zwolle, "GM0193", "Zwolle");
  g_autoptr (AjForm) torn = returns_make_form (returns_kampen, "GM0166", "Kampen");
  g_autofree char *path = NULL;
  g_autofree char *other = NULL;
  g_autoptr (AjReturns) returns = NULL;
  g_autoptr (AjValues) stored = NULL;
  g_autoptr (AjValues) said = NULL;

  form->answer = AJ_FORM_ANSWER_DECLINES;
  form->reason = g_strdup ("Geen tijd");
  torn->answer = AJ_FORM_ANSWER_DECLINES;
  returns_add_row (torn, "Toch wat", NULL);
  path = returns_put_form ("Zwolle.xlsx", form);
  other = returns_put_form ("Kampen.xlsx", torn);
  returns = returns_load (self, path, other, NULL);
  returns_assert_verdict (returns_find_answer (returns, "Zwolle"), AJ_IMPORT_CHANGED, FALSE, NULL);
  returns_assert_verdict (returns_find_answer (returns, "Kampen"), AJ_IMPORT_CHANGED, TRUE,
                          "*Ask which of the two*");
  returns_take (returns);
  stored = returns_fetch (self, "participation", "municipality", returns_zwolle);
  g_assert_cmpstr (aj_values_get_text (stored, "state"), ==, "declined");
  g_assert_cmpstr (aj_values_get_text (stored, "notes"), ==, "Geen tijd");
  g_assert_cmpint (aj_values_get_date (stored, "answered-on"), ==, RETURNS_TODAY);
  said = returns_fetch (self, "contact", "municipality", returns_zwolle);
  g_assert_cmpstr (aj_values_get_text (said, "summary"), ==,
                   "Form came back: does not take part. Geen tijd");
}

static void
test_other_edition (Fixture *self, gconstpointer data)
{
  g_autoptr (AjForm) form = returns_make_form (returns_zwolle, "GM0193", "Zwolle");
  g_autofree char *path = NULL;
  g_autoptr (AjReturns) returns = NULL;

  aj_form_set_head (form, AJ_FORM_HEAD_EDITION, returns_last_edition, NULL);
  aj_form_set_head (form, AJ_FORM_HEAD_EDITION_NAME, "Echt Niet Vandaag 2025", NULL);
  returns_add_row (form, "Les", NULL);
  path = returns_put_form ("Zwolle.xlsx", form);
  returns = returns_load (self, path, NULL);
  returns_assert_verdict (returns_find_activity (returns, "Les"), AJ_IMPORT_REFUSED, TRUE,
                          "*Echt Niet Vandaag 2025*");
  g_assert_cmpuint (aj_returns_count_wanted (returns), ==, 0);
}

/* After the day: whom it reached, and what worked. */
static void
test_look_back (Fixture *self, gconstpointer data)
{
  const char *id = fixture_add (self, "activity", "edition", returns_edition, "municipality",
                                returns_zwolle, "name", "Les", NULL);
  const char *off = fixture_add (self, "activity", "edition", returns_edition, "municipality",
                                 returns_zwolle, "name", "Markt", NULL);
  g_autoptr (AjForm) form = returns_make_form (returns_zwolle, "GM0193", "Zwolle");
  g_autofree char *path = NULL;
  g_autoptr (AjReturns) returns = NULL;
  AjReturnRow *row;

  form->purpose = AJ_FORM_LOOK_BACK;
  returns_add_row (form, "Les", "actual-reach", "80", "worked", "Kort houden", NULL)->activity =
      g_strdup (id);
  returns_add_row (form, "Markt", "takes-place", "nee", NULL)->activity = g_strdup (off);
  path = returns_put_form ("Zwolle.xlsx", form);
  returns = returns_load (self, path, NULL);
  row = returns_find_activity (returns, "Les");
  returns_assert_verdict (row, AJ_IMPORT_CHANGED, FALSE, NULL);
  returns_assert_change (returns, row, "actual-reach", "", "80");
  returns_assert_change (returns, row, "state", "submitted", "held");
  returns_assert_change (returns, returns_find_activity (returns, "Markt"), "state", "submitted",
                         "cancelled");
  returns_assert_verdict (returns_find_answer (returns, "Zwolle"), AJ_IMPORT_SAME, FALSE, NULL);
}

static void
test_unreadable (Fixture *self, gconstpointer data)
{
  g_autofree char *good = returns_put_file ("Zwolle.csv", "Titel;Datum\nLes;8-10-2026\n", -1);
  g_autofree char *bad = returns_put_file ("x.xlsx", "PK\003\004 and no more", -1);
  g_autofree char *plain = returns_put_file ("brief.txt", "Beste Anna,\nwij doen mee.\n", -1);
  g_autofree char *missing = g_build_filename (returns_folder, "none.xlsx", NULL);
  g_autofree char *form = returns_put_file ("x.aanjager-form", "{ \"no\": 1 }", -1);
  g_autoptr (AjReturns) returns = returns_load (self, bad, plain, missing, form, good, NULL);
  GPtrArray *problems = aj_returns_get_problems (returns);

  g_assert_cmpuint (problems->len, ==, 4);
  g_assert_true (g_pattern_match_simple ("x.xlsx*damaged*", problems->pdata[0]));
  g_assert_true (g_pattern_match_simple ("brief.txt*no table of activities*", problems->pdata[1]));
  g_assert_true (g_str_has_prefix (problems->pdata[2], "none.xlsx"));
  g_assert_true (g_str_has_prefix (problems->pdata[3], "x.aanjager-form"));
  returns_assert_verdict (returns_find_activity (returns, "Les"), AJ_IMPORT_NEW, FALSE, NULL);
}

#define ADD(path, data, func)                                                                      \
  g_test_add (path, Fixture, data, returns_set_up, func, returns_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/returns/register/spreadsheet", "Zwolle.xlsx", test_register);
  ADD ("/returns/register/form-file", "Zwolle.aanjager-form", test_register);
  ADD ("/returns/changed", NULL, test_changed);
  ADD ("/returns/again", NULL, test_again);
  ADD ("/returns/mistakes-first", NULL, test_mistakes_first);
  ADD ("/returns/own-table", NULL, test_own_table);
  ADD ("/returns/file-name", NULL, test_file_name);
  ADD ("/returns/doubts", NULL, test_doubts);
  ADD ("/returns/pasted", NULL, test_pasted);
  ADD ("/returns/other-code", NULL, test_other_code);
  ADD ("/returns/outsider", NULL, test_outsider);
  ADD ("/returns/all-faults", NULL, test_all_faults);
  ADD ("/returns/spellings", NULL, test_spellings);
  ADD ("/returns/spelling-gone", NULL, test_spelling_gone);
  ADD ("/returns/versions", NULL, test_versions);
  ADD ("/returns/twice", NULL, test_twice);
  ADD ("/returns/copied-line", NULL, test_copied_line);
  ADD ("/returns/declines", NULL, test_declines);
  ADD ("/returns/other-edition", NULL, test_other_edition);
  ADD ("/returns/look-back", NULL, test_look_back);
  ADD ("/returns/unreadable", NULL, test_unreadable);
  return g_test_run ();
}
