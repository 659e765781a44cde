/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-search-grams.h"

#include "aj-edit.h"
#include "aj-person.h"
#include "db-fixture.h"

#define N_PEOPLE 300

/* People whose titles all begin alike, as an import of a hundred thousand would make them. */
static void
add_people (const char *path)
{
  g_autoptr (AjClock) clock = aj_clock_new_from_string ("2026-03-02T09:00", "Europe/Amsterdam");
  g_autoptr (GError) error = NULL;
  g_autoptr (AjStore) store = aj_store_open (path, AJ_STORE_OPEN_CREATE, "Anna", clock, &error);
  g_autoptr (AjEdit) edit = NULL;

  g_assert_no_error (error);
  edit = aj_edit_new (store, "Import people");
  for (guint i = 1; i <= N_PEOPLE; i++)
    {
      g_autofree char *name = g_strdup_printf ("Persoon %u van Achternaam%u", i, i);

      aj_values_set_text (aj_edit_add (edit, &aj_person_record_type), "name", name);
    }
  aj_edit_commit (edit, &error);
  g_assert_no_error (error);
  aj_store_close (store);
}

/* How many rows the index lets through, each of which has to be read. */
static gint64
count_let_through (const char *path, AjSearchPlace place, const char *text)
{
  g_autoptr (AjSearchWords) words = aj_search_words_new (text);
  g_autofree char *match = aj_search_grams_match (&aj_person_record_type, place, words);
  g_autofree char *sql = g_strdup_printf (
      "SELECT COUNT(*) FROM \"search_gram\" WHERE \"search_gram\" MATCH '%s'", match);

  return raw_get_integer (path, sql);
}

/* What a key costs is what has to be read for it: of titles that begin alike a search for another must read none. */
static void
test_alike (Fixture *self, gconstpointer data)
{
  static const struct
  {
    const char *text;
    gint64 n_rows;
  } cases[] = {
    { "perso", N_PEOPLE },
    { "persoon", N_PEOPLE },
    { "achternaam", N_PEOPLE },
    { "achternaam300", 1 },
    { "persoon achternaam299", 1 },
    { "persoonx", 0 },
    { "persoon9", 0 },
    { "achtex", 0 },
    { "achternaamx", 0 },
    { "persoon persoon9", 0 },
    { "per", N_PEOPLE },
    { "p", N_PEOPLE },
  };

  add_people (self->path);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("searched: %s", cases[i].text);
      g_assert_cmpint (count_let_through (self->path, AJ_SEARCH_TITLE_START, cases[i].text), ==,
                       cases[i].n_rows);
    }
  /* In the middle of a word begins no title. */
  g_assert_cmpint (count_let_through (self->path, AJ_SEARCH_TITLE_START, "ersoon"), ==, 0);
  g_assert_cmpint (count_let_through (self->path, AJ_SEARCH_ANYWHERE, "ersoon"), ==, N_PEOPLE);
}

/* What each run costs is that it is looked up: what two words have in common is asked once. */
static void
test_runs (void)
{
  static const struct
  {
    const char *text;
    guint n_runs;
  } cases[] = {
    { "a", 1 },
    { "acht", 1 },
    { "achtern", 3 },
    { "achternaam1", 5 },
    { "achternaam1 achternaam2", 6 },
    { "ja jan jansen", 4 },
    /* Both as words and as one number. */
    { "06-1234 5678", 8 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (AjSearchWords) words = aj_search_words_new (cases[i].text);
      g_autofree char *match = aj_search_grams_match (&aj_person_record_type, AJ_SEARCH_ANYWHERE,
                                                      words);
      guint n_quotes = 0;

      for (const char *p = match; *p != '\0'; p++)
        n_quotes += *p == '"';
      g_test_message ("searched: %s", cases[i].text);
      g_assert_cmpuint (n_quotes, ==, 2 * cases[i].n_runs);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  fixture_add ("/store/search-index/alike", test_alike);
  g_test_add_func ("/store/search-index/runs", test_runs);
  return g_test_run ();
}
