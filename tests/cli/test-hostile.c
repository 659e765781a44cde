/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "aj-cli-fixture.h"

/* What is typed, and what is kept of it: one line of text, whatever it looks like. */
static void
test_values (Cli *self, gconstpointer data)
{
  static const struct
  {
    const char *typed;
    const char *kept;
  } cases[] = {
    { "=HYPERLINK(\"http://x.example\";\"y\")", "=HYPERLINK(\"http://x.example\";\"y\")" },
    { "a\nb\r\nc\td", "a b c d" },
    { "x'); DROP TABLE \"group\"; --", "x'); DROP TABLE \"group\"; --" },
    { "%s%n%d", "%s%n%d" },
    { "\\u0041 \\n \"q\"", "\\u0041 \\n \"q\"" },
    { "\x1b[31mred\x07", "[31mred" },
    { "\xe2\x80\xaegnp.exe", "gnp.exe" },
    { "👩‍👩‍👧 Zoë שלום", "👩‍👩‍👧 Zoë שלום" },
    { "Zo\xeb", "Zoë" },
    { "--json", "--json" },
    { "  spaces  ", "spaces" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *word = g_strconcat ("name=", cases[i].typed, NULL);
      g_autofree char *id = NULL;
      JsonObject *shown;

      cli_do (self, "add", "district", word, NULL);
      id = cli_get_added_id (self);
      shown = json_node_get_object (cli_ask (self, "show", "district", id, NULL));
      g_assert_cmpstr (json_object_get_string_member (shown, "name"), ==, cases[i].kept);
    }
  cli_do (self, "list", "district", NULL);
  g_assert_cmpuint (cli_count_lines (self->out), ==, G_N_ELEMENTS (cases) + 1);
  cli_do (self, "history", NULL);
  g_assert_cmpuint (cli_count_lines (self->out), ==, G_N_ELEMENTS (cases) + 1);
  cli_do (self, "check", NULL);
}

/* The same as search text, condition and name: nothing is found, nothing breaks. */
static void
test_questions (Cli *self, gconstpointer data)
{
  static const char *const texts[] = { "%",  "_",      "'",    "\"",       "\\", "*",
                                       "--", "a\nb",   "%s%n", "\xff\xfe", "=",  "x' OR '1'='1",
                                       "😀",  "\x1b[2J" };

  cli_do (self, "add", "district", "name=Twente", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *where = g_strconcat ("name=", texts[i], NULL);
      JsonNode *found = cli_ask (self, "list", "district", "--where", where, NULL);

      g_assert_cmpuint (json_array_get_length (json_node_get_array (found)), ==, 0);
      found = cli_ask (self, "search", "--", texts[i], "bestaatniet", NULL);
      g_assert_cmpuint (json_array_get_length (json_node_get_array (found)), ==, 0);
      cli_run (self, "show", "district", "--", texts[i], NULL);
      cli_assert_refused (self, 1, "aanjager-cli: show: *");
    }
}

static void
test_too_long (Cli *self, gconstpointer data)
{
  g_autofree char *text = g_strnfill (100000, 'x');
  g_autofree char *name = g_strconcat ("name=", text, NULL);
  g_autofree char *notes = g_strconcat ("notes=", text, NULL);

  cli_run (self, "add", "district", name, NULL);
  g_assert_cmpint (self->status, ==, 1);
  g_assert_cmpuint (cli_count_lines (self->err), ==, 1);
  cli_run (self, "add", "district", "name=A", notes, NULL);
  g_assert_cmpint (self->status, ==, 1);
  g_assert_cmpuint (json_array_get_length (
                        json_node_get_array (cli_ask (self, "list", "district", NULL))),
                    ==, 0);
}

/* Several lines stay several lines, set in, so that none can pass for a field. */
static void
test_lines (Cli *self, gconstpointer data)
{
  JsonObject *shown;

  cli_do (self, "add", "district", "name=A", "notes=first\nName      B\n", NULL);
  shown = json_node_get_object (cli_ask (self, "show", "district", "A", NULL));
  g_assert_cmpstr (json_object_get_string_member (shown, "notes"), ==, "first\nName      B");
  cli_do (self, "show", "district", "A", NULL);
  g_assert_null (strstr (self->out, "\nName      B"));
}

/* In a locale that knows no accents they are stored all the same, and JSON is UTF-8. */
static void
test_plain_locale (Cli *self, gconstpointer data)
{
  JsonObject *shown;

  self->locale = g_strdup ("C");
  cli_do (self, "add", "group", "name=Zoë & Co", "kind=platform", NULL);
  cli_do (self, "cycle", "plan", "--group", "Zoë & Co", "--year", "2027", "--place", "Café", NULL);
  shown = json_array_get_object_element (json_node_get_array (cli_ask (self, "list", "meeting",
                                                                       "--limit", "1", NULL)),
                                         0);
  g_assert_cmpstr (json_object_get_string_member (shown, "place"), ==, "Café");
  shown = json_node_get_object (cli_ask (self, "show", "group", "Zoë & Co", NULL));
  g_assert_cmpstr (json_object_get_string_member (shown, "name"), ==, "Zoë & Co");
}

/* Without arguments, with empty ones, with very many. */
static void
test_odd_words (Cli *self, gconstpointer data)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new ();

  cli_run_bare (self, "", NULL);
  cli_assert_refused (self, 2, "aanjager-cli: *");
  cli_run (self, "list", "", NULL);
  cli_assert_refused (self, 2, "aanjager-cli: *");
  cli_run (self, "show", "district", "", NULL);
  cli_assert_refused (self, 1, "aanjager-cli: *");
  cli_run (self, "add", "district", "=", NULL);
  cli_assert_refused (self, 2, "aanjager-cli: *");
  cli_run_bare (self, "--data", "", "list", "district", NULL);
  cli_assert_refused (self, 1, "aanjager-cli: *");
  cli_run_bare (self, "new", "", NULL);
  cli_assert_refused (self, 1, "aanjager-cli: *");
  for (guint i = 0; i < 2000; i++)
    g_ptr_array_add (words, (char *) "list");
  g_ptr_array_add (words, NULL);
  cli_run_words (self, (const char *const *) words->pdata);
  cli_assert_refused (self, 2, "aanjager-cli: *");
}

#define ADD(name, function)                                                                        \
  g_test_add ("/cli/hostile/" name, Cli, NULL, cli_set_up_empty, function, cli_tear_down)

int
main (int argc, char **argv)
{
  cli_test_init (&argc, &argv);
  ADD ("values", test_values);
  ADD ("questions", test_questions);
  ADD ("too-long", test_too_long);
  ADD ("lines", test_lines);
  ADD ("plain-locale", test_plain_locale);
  ADD ("odd-words", test_odd_words);
  return g_test_run ();
}
