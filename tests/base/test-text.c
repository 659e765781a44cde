/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-text.h"

#include <string.h>

typedef char *(*Change) (const char *text);

static void
check (Change change, const char *text, const char *expected)
{
  g_autofree char *changed = change (text);

  g_assert_cmpstr (changed, ==, expected);
  g_assert_true (g_utf8_validate (changed, -1, NULL));
}

static void
test_clean_line (void)
{
  static const struct
  {
    const char *text, *clean;
  } cases[] = {
    { NULL, "" },
    { "", "" },
    { " \t\r\n ", "" },
    { "  Regiotafel   Twente ", "Regiotafel Twente" },
    { "a\r\nBEGIN:VEVENT", "a BEGIN:VEVENT" },
    { "a\x01\x1b[31m\x7f"
      "b",
      "a [31m b" },
    { "a\xc2\x85\u2028\u2029"
      "b",
      "a b" },
    { "a\u00a0\u2003b", "a b" },
    { "\ufeffZutphen", "Zutphen" },
    { "\u202Efdp.exe\u202C \u2066x\u2069", "fdp.exe x" },
    { "a\ufdd0\U0001FFFEb", "ab" },
    { "e\u0301e\ufeff\u0301", "éé" },
    { "שלום\u200f", "שלום\u200f" },
    { "👩‍💻 🇳🇱", "👩‍💻 🇳🇱" },
    { "caf\xe9 \x80 5 \x93ja\x94", "café € 5 “ja”" },
    { "\xc3", "Ã" },
    { "\xc0\xaf\xed\xa0\x80", "À¯í €" },
    { "\x81z", "\xef\xbf\xbdz" },
    { "=HYPERLINK(\"x\")", "=HYPERLINK(\"x\")" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *once = aj_text_clean_line (cases[i].text);

      check (aj_text_clean_line, cases[i].text, cases[i].clean);
      check (aj_text_clean_line, once, once);
    }
}

static void
test_clean_block (void)
{
  static const struct
  {
    const char *text, *clean;
  } cases[] = {
    { NULL, "" },
    { "\n \n\t\r\n", "" },
    { "a\r\nb\rc\nd\u2028e\u2029f\xc2\x85"
      "g\x0bh",
      "a\nb\nc\nd\ne\nf\ng\nh" },
    { "\n\n  a  \n\n\tb\t\n\n", "  a\n\n\tb" },
    { "a\x01"
      "b\x9f\xff",
      "a bŸÿ" },
    { "\u202Ea\ufeff\u0301", "á" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *once = aj_text_clean_block (cases[i].text);

      check (aj_text_clean_block, cases[i].text, cases[i].clean);
      check (aj_text_clean_block, once, once);
    }
}

/* Any bytes at all come out as text that may be stored. */
static void
test_random_bytes (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (20260312);

  for (int round = 0; round < 20000; round++)
    {
      char bytes[24] = { 0 };
      g_autofree char *line = NULL;
      g_autofree char *block = NULL;
      g_autofree char *fold = NULL;
      g_autofree char *file = NULL;

      for (guint i = 0; i + 1 < sizeof bytes; i++)
        bytes[i] = (char) g_rand_int_range (rand, 1, 256);
      line = aj_text_clean_line (bytes);
      block = aj_text_clean_block (bytes);
      fold = aj_text_fold (bytes);
      file = aj_text_to_file_name (bytes);
      g_assert_true (g_utf8_validate (line, -1, NULL));
      g_assert_true (g_utf8_validate (block, -1, NULL));
      g_assert_true (g_utf8_validate (fold, -1, NULL));
      g_assert_true (g_utf8_validate (file, -1, NULL));
      for (const char *p = line; *p != '\0'; p = g_utf8_next_char (p))
        g_assert_false (g_unichar_iscntrl (g_utf8_get_char (p)));
      g_assert_cmpint (strcspn (file, "/\\:*?\"<>|\n"), ==, strlen (file));
      g_assert_cmpint (file[0], !=, '.');
      g_assert_cmpint (file[0], !=, '\0');
    }
}

/* Text that is clean is only looked at; a sign that is dropped in front makes sure that it is not. */
static void
test_clean_at_a_glance (void)
{
  static const char *const parts[] = { "a",          "B",      "7",      ",",      "\\",
                                       " ",          "\t",     "\n",     "\x01",   "\x7f",
                                       "é",          "\u0301", "\u00a0", "\u00ad", "\u02ff",
                                       "\u0300",     "\u2010", "\u2028", "\u2029", "\u202e",
                                       "\u205e",     "\u205f", "€",      "\u2126", "😀",
                                       "\U0001f3fd", "\u200d", "\ufeff", "\xe9",   "\xc3" };
  static const Change changes[] = { aj_text_clean_line, aj_text_clean_block };
  g_autoptr (GRand) rand = g_rand_new_with_seed (20260312);

  for (int round = 0; round < 50000; round++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      /* Few of the parts, so that many texts are clean. */
      const int first = g_rand_int_range (rand, 0, (int) G_N_ELEMENTS (parts) - 5);
      const int length = g_rand_int_range (rand, 0, 8);

      for (int i = 0; i < length; i++)
        g_string_append (text, parts[g_rand_boolean (rand) ? first + g_rand_int_range (rand, 0, 5)
                                                           : g_rand_int_range (rand, 0, 6)]);
      for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
        {
          g_autofree char *slowly = g_strconcat ("\ufeff", text->str, NULL);
          g_autofree char *clean = changes[i](slowly);

          check (changes[i], text->str, clean);
        }
    }
}

static void
test_or_null (void)
{
  const char *text = " x ";

  g_assert_null (aj_text_or_null (NULL));
  g_assert_null (aj_text_or_null (""));
  g_assert_null (aj_text_or_null (" \t\u2003\n"));
  g_assert_true (aj_text_or_null (text) == text);
}

static void
test_fold (void)
{
  static const struct
  {
    const char *a, *b;
  } same[] = {
    { "Zoë", "ZOE" },
    { "Straße", "STRASSE" },
    { "IJsselstein", "ĳsselstein" },
    { "Łódź", "lodz" },
    { "Ærø", "aero" },
    { "e\u0301", "É" },
    { "  Oost  Gelre ", "oost gelre" },
    { "ﬁets", "FIETS" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (same); i++)
    {
      g_autofree char *a = aj_text_fold (same[i].a);
      g_autofree char *b = aj_text_fold (same[i].b);
      g_assert_cmpstr (a, ==, b);
    }
  check (aj_text_fold, "Van der  Berg ", "van der berg");
  check (aj_text_fold, " Van der Berg", "van der berg");
  check (aj_text_fold, "Van der Berg", "van der berg");
  check (aj_text_fold, "", "");
  check (aj_text_fold, " ", "");
  check (aj_text_fold, "A\tB", "a b");
  check (aj_text_fold, "Az~ !09", "az~ !09");
  check (aj_text_fold, NULL, "");
}

static void
test_truncate (void)
{
  static const struct
  {
    const char *text;
    gsize units;
    const char *cut;
  } cases[] = {
    { "Arnhem", 6, "Arnhem" },
    { "Arnhem", 5, "Arnh…" },
    { "Arnhem", 1, "…" },
    { "Arnhem", 0, "" },
    { "", 0, "" },
    { "Oost Gelre", 6, "Oost…" },
    { "a😀b", 4, "a😀b" },
    { "a😀b", 3, "a…" },
    { "ab😀", 3, "ab…" },
    { "abe\u0301f", 4, "ab…" },
    { "ab👩‍💻c", 7, "ab…" },
    { "a👍🏽b", 5, "a…" },
    { "\u0301\u0301\u0301", 2, "…" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *cut = aj_text_truncate_utf16 (cases[i].text, cases[i].units);

      g_assert_cmpstr (cut, ==, cases[i].cut);
      g_assert_cmpuint (aj_text_length_utf16 (cut), <=, cases[i].units);
    }
}

/* The length as the C library's own conversion counts it. */
static void
test_length (void)
{
  static const char *const texts[] = { "", "a", "é", "€", "😀", "👩‍💻 Nijmegen 😀" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      glong units;
      g_autofree gunichar2 *wide = g_utf8_to_utf16 (texts[i], -1, NULL, &units, NULL);
      g_assert_nonnull (wide);
      g_assert_cmpuint (aj_text_length_utf16 (texts[i]), ==, (gsize) units);
    }
  g_assert_cmpuint (aj_text_length_utf16 (NULL), ==, 0);
}

static void
test_file_name (void)
{
  static const struct
  {
    const char *text, *name;
  } cases[] = {
    { "Expertteam 2026", "Expertteam 2026" },
    { "a/b\\c:d*e?f\"g<h>i|j", "a-b-c-d-e-f-g-h-i-j" },
    { "../../etc/passwd", "etc-passwd" },
    { ".bashrc", "bashrc" },
    { "-rf", "rf" },
    { "naam. . ", "naam" },
    { "CON", "_CON" },
    { "com1.ics", "_com1.ics" },
    { "console", "console" },
    { "///", "aanjager" },
    { " ", "aanjager" },
    { NULL, "aanjager" },
    { "a\nb", "a b" },
  };
  g_autofree char *many = g_strnfill (500, 'x');
  g_autoptr (GString) wide = g_string_new ("x");
  g_autofree char *name = aj_text_to_file_name (many);
  g_autofree char *wide_name = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    check (aj_text_to_file_name, cases[i].text, cases[i].name);
  g_assert_cmpuint (strlen (name), ==, 120);
  for (int i = 0; i < 100; i++)
    g_string_append (wide, "€");
  wide_name = aj_text_to_file_name (wide->str);
  g_assert_cmpuint (strlen (wide_name), ==, 118);
  g_assert_true (g_utf8_validate (wide_name, -1, NULL));
}

static void
test_mail_address (void)
{
  static const char *const good[] = { "a@b.nl", "jan.de-vries+x@sub.arnhem.nl", "zoë@gemeente.nl" };
  static const char *const bad[] = {
    NULL,
    "",
    "a",
    "@b.nl",
    "a@",
    "a@b",
    "a@@b.nl",
    "a@b@c.nl",
    "a b@c.nl",
    "a@b.nl\n",
    "a@.nl",
    "a@b.",
    "a@b..nl",
    "<a@b.nl>",
    "a@b.nl,c@d.nl",
    "a;b@c.nl",
    "a@b.nl?bcc=x:y",
    "\"a\"@b.nl",
    "a@b\xff.nl",
    "a\u202E@b.nl",
  };
  g_autofree char *many = g_strnfill (300, 'a');
  g_autofree char *too_long = g_strconcat (many, "@b.nl", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    g_assert_true (aj_text_is_mail_address (good[i]));
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    g_assert_false (aj_text_is_mail_address (bad[i]));
  g_assert_false (aj_text_is_mail_address (too_long));
}

static void
test_join_names (void)
{
  static const struct
  {
    const char *names[5];
    const char *expected;
  } cases[] = {
    { { NULL }, "" },
    { { "Aalten", NULL }, "Aalten" },
    { { "Aalten", "Borne", NULL }, "Aalten and Borne" },
    { { "Aalten", "100% Borne", "Ede", NULL }, "Aalten, 100% Borne and Ede" },
    { { "Aalten", "Borne", "Ede", "Zwolle", NULL }, "Aalten, Borne, Ede and Zwolle" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *joined = aj_text_join_names (cases[i].names);

      g_assert_cmpstr (joined, ==, cases[i].expected);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text/clean-line", test_clean_line);
  g_test_add_func ("/text/clean-block", test_clean_block);
  g_test_add_func ("/text/clean-at-a-glance", test_clean_at_a_glance);
  g_test_add_func ("/text/random-bytes", test_random_bytes);
  g_test_add_func ("/text/or-null", test_or_null);
  g_test_add_func ("/text/fold", test_fold);
  g_test_add_func ("/text/truncate", test_truncate);
  g_test_add_func ("/text/length", test_length);
  g_test_add_func ("/text/file-name", test_file_name);
  g_test_add_func ("/text/mail-address", test_mail_address);
  g_test_add_func ("/text/join-names", test_join_names);
  return g_test_run ();
}
