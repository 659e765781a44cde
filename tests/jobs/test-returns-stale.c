/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Forms that come back when something else is here by then, or say less than is here. */
#include "aj-returns-fixture.h"

/* What was changed here after the form was made is not put back unseen; what is called off does not come back by itself. */
static void
test_stale (Fixture *self, gconstpointer data)
{
  const char *moved = fixture_add (self, "activity", "edition", returns_edition, "municipality",
                                   returns_zwolle, "name", "Les", "from", "10:00", NULL);
  const char *off = fixture_add (self, "activity", "edition", returns_edition, "municipality",
                                 returns_zwolle, "name", "Markt", "state", "cancelled", NULL);
  const char *same = fixture_add (self, "activity", "edition", returns_edition, "municipality",
                                  returns_zwolle, "name", "Quiz", NULL);
  AjDate today = aj_clock_get_today (aj_store_get_clock (self->store));
  g_autoptr (AjForm) form = returns_make_form (returns_zwolle, "GM0193", "Zwolle");
  g_autofree char *path = NULL;
  g_autoptr (AjReturns) stale = NULL;
  g_autoptr (AjReturns) fresh = NULL;

  returns_add_row (form, "Les", "from", "9:00", "takes-place", "yes", NULL)->activity = g_strdup (
      moved);
  returns_add_row (form, "Markt", "takes-place", "yes", NULL)->activity = g_strdup (off);
  returns_add_row (form, "Quiz", "takes-place", "yes", NULL)->activity = g_strdup (same);
  form->written_on = today - 1;
  path = returns_put_form ("Zwolle.xlsx", form);
  stale = returns_load (self, path, NULL);
  returns_assert_verdict (returns_find_activity (stale, "Les"), AJ_IMPORT_CHANGED, TRUE,
                          "*changed here on*");
  returns_assert_verdict (returns_find_activity (stale, "Markt"), AJ_IMPORT_CHANGED, TRUE,
                          "*was cancelled here*");
  g_assert_false (aj_return_row_get_wanted (returns_find_activity (stale, "Les")));
  returns_assert_verdict (returns_find_activity (stale, "Quiz"), AJ_IMPORT_SAME, FALSE, NULL);

  form->written_on = today;
  g_free (path);
  path = returns_put_form ("Zwolle 2.xlsx", form);
  fresh = returns_load (self, path, NULL);
  returns_assert_verdict (returns_find_activity (fresh, "Les"), AJ_IMPORT_CHANGED, FALSE, NULL);
  returns_assert_verdict (returns_find_activity (fresh, "Markt"), AJ_IMPORT_CHANGED, TRUE,
                          "*was cancelled here*");
}

/* What was taken out of our own form is emptied, once somebody looked; a table of somebody else leaves it. */
static void
test_emptied (Fixture *self, gconstpointer data)
{
  const char *id = fixture_add (self, "activity", "edition", returns_edition, "municipality",
                                returns_zwolle, "name", "Les", "place", "School", "from", "10:00",
                                "until", "11:00", "for-youth", "true", NULL);
  AjDate today = aj_clock_get_today (aj_store_get_clock (self->store));
  g_autoptr (AjForm) form = returns_make_form (returns_zwolle, "GM0193", "Zwolle");
  g_autofree char *path = NULL;
  g_autoptr (AjReturns) returns = NULL;
  g_autoptr (AjValues) stored = NULL;
  AjReturnRow *row;

  form->written_on = today;
  returns_add_row (form, "Les", "place", "School", "from", "10:00", "takes-place", "yes", "kind",
                   "information", "access", "public", NULL)
      ->activity = g_strdup (id);
  path = returns_put_form ("Zwolle.aanjager-form", form);
  returns = returns_load (self, path, NULL);
  row = returns_find_activity (returns, "Les");
  returns_assert_verdict (row, AJ_IMPORT_CHANGED, TRUE, "Empty in the form and not here: Until.*");
  returns_assert_change (returns, row, "until", "11:00", "");
  g_object_set (row, "wanted", TRUE, NULL);
  returns_take (returns);
  stored = returns_fetch (self, "activity", "name", "Les");
  g_assert_true (aj_values_is_empty (stored, "until"));
  g_assert_cmpstr (aj_values_get_text (stored, "from"), ==, "10:00");
  g_assert_true (aj_values_get_boolean (stored, "for-youth"));
}

/* A form with the code of another waits, whole, until somebody says whose it is. */
static void
test_other_code (Fixture *self, gconstpointer data)
{
  g_autoptr (AjForm) form = returns_make_form (returns_zwolle, "GM0166", "Zwolle");
  g_autofree char *path = NULL;
  g_autoptr (AjReturns) returns = NULL;

  returns_add_row (form, "Les", NULL);
  path = returns_put_form ("Zwolle.aanjager-form", form);
  returns = returns_load (self, path, NULL);
  returns_assert_verdict (returns_find_activity (returns, "Les"), AJ_IMPORT_NEW, TRUE,
                          "*of Zwolle and names Kampen*");
  returns_assert_verdict (returns_find_answer (returns, "Zwolle"), AJ_IMPORT_CHANGED, TRUE,
                          "*of Zwolle and names Kampen*");
  g_assert_cmpuint (aj_returns_count_wanted (returns), ==, 0);
  aj_returns_set_cell (returns, returns_find_answer (returns, "Zwolle"), 0, "Kampen");
  returns_assert_verdict (returns_find_activity (returns, "Les"), AJ_IMPORT_NEW, FALSE, NULL);
}

/* A draft was in no form, so it is not missing in one. */
static void
test_draft (Fixture *self, gconstpointer data)
{
  g_autoptr (AjForm) form = returns_make_form (returns_zwolle, "GM0193", "Zwolle");
  g_autofree char *path = NULL;
  g_autoptr (AjReturns) returns = NULL;

  fixture_add (self, "activity", "edition", returns_edition, "municipality", returns_zwolle, "name",
               "Idee", "state", "draft", NULL);
  returns_add_row (form, "Les", NULL);
  path = returns_put_form ("Zwolle.aanjager-form", form);
  returns = returns_load (self, path, NULL);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (returns)), ==, 2);
}

/* Who is known by name only is one person in one municipality, not in two. */
static void
test_namesakes (Fixture *self, gconstpointer data)
{
  g_autoptr (AjForm) here = returns_make_form (returns_zwolle, "GM0193", "Zwolle");
  g_autoptr (AjForm) there = returns_make_form (returns_kampen, "GM0166", "Kampen");
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autoptr (AjReturns) returns = NULL;

  returns_add_row (here, "Les", "contact-name", "Jan de Vries", NULL);
  returns_add_row (here, "Quiz", "contact-name", "Jan de Vries", NULL);
  returns_add_row (there, "Markt", "contact-name", "Jan de Vries", NULL);
  first = returns_put_form ("Zwolle.aanjager-form", here);
  second = returns_put_form ("Kampen.aanjager-form", there);
  returns = returns_load (self, first, second, NULL);
  returns_take (returns);
  g_assert_cmpint (fixture_count (self, "person"), ==, 2);
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, returns_set_up, func, returns_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/returns/stale", test_stale);
  ADD ("/returns/emptied", test_emptied);
  ADD ("/returns/other-code", test_other_code);
  ADD ("/returns/draft", test_draft);
  ADD ("/returns/namesakes", test_namesakes);
  return g_test_run ();
}
