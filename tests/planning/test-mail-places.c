/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-mail-places.h"

#include <string.h>

static const char *const values[AJ_MAIL_N_PLACES] = {
  [AJ_MAIL_PLACE_MEETING] = "Expertteam Cyber: Jeugd",
  [AJ_MAIL_PLACE_GROUP] = "Expertteam {date} Cyber",
  [AJ_MAIL_PLACE_DATE] = "Thursday 12 March 2026",
  [AJ_MAIL_PLACE_TIME] = "10:00–12:00",
  [AJ_MAIL_PLACE_PLACE] = "",
  [AJ_MAIL_PLACE_AGENDA] = "10:00 Opening\n10:05 Jeugd",
};

static void
test_fill (void)
{
  static const struct
  {
    const char *text;
    const char *filled;
    const char *unknown; /* joined by commas */
  } cases[] = {
    { "", "", "" },
    { "Without places", "Without places", "" },
    { "When: {date}, {time}", "When: Thursday 12 March 2026, 10:00–12:00", "" },
    /* The words of both languages, however they are written. */
    { "{datum} {DATE} { Tijd }", "Thursday 12 March 2026 Thursday 12 March 2026 10:00–12:00", "" },
    /* What a value holds is a value, and no place. */
    { "{groep}", "Expertteam {date} Cyber", "" },
    { "{agenda}", "10:00 Opening\n10:05 Jeugd", "" },
    /* A line with nothing for any of its places goes, and one of the blank lines around it. */
    { "a\nOnline: {link}\nb", "a\nb", "" },
    { "a\nAt {place}, {link}\nb", "a\nb", "" },
    { "a\n\n{link}\n\nb", "a\n\nb", "" },
    { "{link}\n\na", "a", "" },
    { "a\n\n{link}", "a", "" },
    { "a\n\n\nb", "a\n\n\nb", "" },
    { "{date} {link}", "Thursday 12 March 2026", "" },
    /* What is of no place stays, and is told. */
    { "{grup} {grup} {daet}", "{grup} {grup} {daet}", "grup,daet" },
    { "{link} {grup}", "", "grup" },
    /* Braces that hold nothing of the kind. */
    { "{} { } {", "{} { } {", "" },
    { "{date", "{date", "" },
    { "{{date}}", "{Thursday 12 March 2026}", "" },
    { "{da\nte}", "{da\nte}", "" },
    { "date}", "date}", "" },
    { "{this is what somebody wrote as an aside in the middle}",
      "{this is what somebody wrote as an aside in the middle}", "" },
    { "{é}", "{é}", "é" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) unknown = g_ptr_array_new_with_free_func (g_free);
      g_autofree char *filled = aj_mail_places_fill (cases[i].text, values, unknown);
      g_autofree char *joined = NULL;
      g_autofree char *again = aj_mail_places_fill (cases[i].text, values, NULL);

      g_ptr_array_add (unknown, NULL);
      joined = g_strjoinv (",", (char **) unknown->pdata);
      g_test_message ("%s", cases[i].text);
      g_assert_cmpstr (filled, ==, cases[i].filled);
      g_assert_cmpstr (joined, ==, cases[i].unknown);
      g_assert_cmpstr (again, ==, filled);
    }
}

/* The word that is shown is found again, and so are the Dutch ones, in a program in another language. */
static void
test_words (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "po", "nl.po", NULL);
  g_autofree char *translations = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &translations, NULL, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < AJ_MAIL_N_PLACES; i++)
    {
      const char *word = aj_mail_place_get_word ((AjMailPlace) i);
      g_autofree char *entry =
          g_strdup_printf ("msgctxt \"place in a mail\"\nmsgid \"%s\"\nmsgstr \"", word);
      const char *found = strstr (translations, entry);
      g_autofree char *dutch = NULL;
      AjMailPlace place;

      g_assert_cmpstr (aj_mail_place_get_label ((AjMailPlace) i), !=, "");
      g_assert_cmpstr (aj_mail_place_get_sample ((AjMailPlace) i), !=, "");
      g_assert_true (aj_mail_place_find (word, &place));
      g_assert_cmpint (place, ==, i);
      g_assert_nonnull (found);
      found += strlen (entry);
      dutch = g_strndup (found, strcspn (found, "\""));
      g_test_message ("%s: %s", word, dutch);
      g_assert_true (aj_mail_place_find (dutch, &place));
      g_assert_cmpint (place, ==, i);
    }
}

/* Every place in the translated texts is one. */
static void
test_translations (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "po", "nl.po", NULL);
  g_autofree char *translations = NULL;
  g_autoptr (GString) whole = NULL;
  guint n_places = 0;

  g_assert_true (g_file_get_contents (path, &translations, NULL, NULL));
  whole = g_string_new (translations);
  g_string_replace (whole, "\"\n\"", "", 0);
  for (const char *p = whole->str; (p = strchr (p, '{')) != NULL; p++)
    {
      g_autofree char *word = g_strndup (p + 1, strcspn (p + 1, "}"));
      AjMailPlace place;

      /* What is said about a place names whichever it is. */
      if (strchr (word, '%') != NULL)
        continue;
      g_test_message ("%s", word);
      g_assert_true (aj_mail_place_find (word, &place));
      n_places++;
    }
  g_assert_cmpuint (n_places, >, 100);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/mail-places/fill", test_fill);
  g_test_add_func ("/mail-places/words", test_words);
  g_test_add_func ("/mail-places/translations", test_translations);
  return g_test_run ();
}
