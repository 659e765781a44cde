/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Forms that come back, from the command line: what is left out by itself, and who takes it all the same. */
#include <string.h>

#include "aj-cli-fixture.h"

#define NOW "2026-06-01"

static void
set_up (Cli *self, gconstpointer data)
{
  cli_set_up_empty (self, data);
  cli_do (self, "set", "network", "organiser-mail=secretariaat@netwerk.example", NULL);
  cli_do (self, "add", "municipality", "name=Almelo", "code=GM0141", NULL);
  cli_do (self, "add", "municipality", "name=Ede", "code=GM0228", NULL);
  cli_do (self, "--now", NOW, "edition", "begin", "--on", "2026-10-08", NULL);
}

static void
put (Cli *self, const char *name, const char *text)
{
  g_autofree char *path = cli_get_path (self, name);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
}

static guint
count_activities (Cli *self)
{
  return json_array_get_length (json_node_get_array (cli_ask (self, "list", "activity", NULL)));
}

static void
put_doubtful (Cli *self)
{
  put (self, "lijst.csv",
       "Gemeente;Gemeentecode;Titel;Datum\n"
       "Almelo;GM0141;Les;8-10-2026\n"
       "Almelo;GM0228;Markt;8-10-2026\n"
       "Almelo;GM0141;Lezing;9-10-2026\n"
       "Almelo;GM0141;Quiz;gauw\n");
}

/* By its line, with the file or without where there is one; and it says what it took. */
static void
test_take (Cli *self, gconstpointer data)
{
  put_doubtful (self);
  cli_do (self, "--now", NOW, "forms", "import", "lijst.csv", "--dry-run", NULL);
  g_assert_nonnull (strstr (self->out, "lijst.csv:3"));
  g_assert_nonnull (strstr (self->out, "2 left out"));
  g_assert_nonnull (strstr (self->out, "--take ROW"));
  cli_do (self, "--now", NOW, "forms", "import", "lijst.csv", "--take", "3", "--take",
          "lijst.csv:4", NULL);
  g_assert_nonnull (strstr (self->out, "Taken because you said so:\n  lijst.csv:3: Markt\n"
                                       "  lijst.csv:4: Lezing\n"));
  g_assert_null (strstr (self->out, "left out"));
  g_assert_cmpuint (count_activities (self), ==, 3);
}

static void
test_refused (Cli *self, gconstpointer data)
{
  put_doubtful (self);
  cli_run (self, "--now", NOW, "forms", "import", "lijst.csv", "--take", "5", NULL);
  cli_assert_refused (self, 1, "*“5” cannot be taken: Date: “gauw” is not understood*");
  cli_run (self, "--now", NOW, "forms", "import", "lijst.csv", "--take", "ander.csv:3", NULL);
  cli_assert_refused (self, 1, "*No row is called “ander.csv:3”*--dry-run*");
  g_assert_cmpuint (count_activities (self), ==, 0);
}

/* All that may be a mistake; but of two versions none is chosen, and nothing is cancelled, unless it is named. */
static void
test_doubtful (Cli *self, gconstpointer data)
{
  g_autofree char *form = cli_get_path (self, "forms/Action day 2026 - Almelo.aanjager-form");
  JsonObject *answer;

  cli_do (self, "add", "activity", "edition=2026", "municipality=Almelo", "name=Blijft", NULL);
  cli_do (self, "--now", NOW, "forms", "write", "--output", "forms", "--municipality", "Almelo",
          NULL);
  cli_do (self, "add", "activity", "edition=2026", "municipality=Almelo", "name=Later", NULL);
  put_doubtful (self);
  put (self, "a.csv", "Gemeente;Titel;Datum;Plaats\nEde;Samen;8-10-2026;Plein\n");
  put (self, "b.csv", "Gemeente;Titel;Datum;Plaats\nEde;Samen;8-10-2026;Bieb\n");
  answer = json_node_get_object (cli_ask (self, "--now", NOW, "forms", "import", "lijst.csv",
                                          "a.csv", "b.csv", form, "--doubtful", NULL));
  g_assert_true (json_object_get_boolean_member (answer, "stored"));
  /* "Blijft" and "Later", and of the list "Les", "Markt" and "Lezing". */
  g_assert_cmpuint (count_activities (self), ==, 5);
  cli_do (self, "list", "activity", "--where", "state=cancelled", NULL);
  g_assert_null (strstr (self->out, "Later"));
  cli_do (self, "--now", NOW, "forms", "import", "a.csv", "b.csv", form, "--take", "b.csv:2",
          "--take", "Action day 2026 - Almelo.aanjager-form:Later", NULL);
  g_assert_nonnull (strstr (self->out, "b.csv:2: Samen"));
  g_assert_cmpuint (count_activities (self), ==, 6);
  cli_do (self, "list", "activity", "--where", "state=cancelled", NULL);
  g_assert_nonnull (strstr (self->out, "Later"));
  cli_do (self, "list", "activity", "--where", "place=Bieb", NULL);
  g_assert_nonnull (strstr (self->out, "Samen"));
}

/* A form that says no, of an activity that is of another municipality by now. */
static void
test_doubtful_no (Cli *self, gconstpointer data)
{
  const char *name = "forms/Action day 2026 - Almelo.aanjager-form";
  g_autofree char *form = cli_get_path (self, name);
  g_autofree char *text = NULL;
  g_autoptr (GString) changed = NULL;

  cli_do (self, "add", "activity", "edition=2026", "municipality=Almelo", "name=Les", NULL);
  cli_do (self, "--now", NOW, "forms", "write", "--output", "forms", "--municipality", "Almelo",
          NULL);
  cli_do (self, "--now", "2026-06-02", "set", "activity", "Les", "municipality=Ede", NULL);
  g_assert_true (g_file_get_contents (form, &text, NULL, NULL));
  changed = g_string_new (text);
  g_assert_cmpuint (g_string_replace (changed, "\"takes-place\" : true", "\"takes-place\" : false",
                                      0),
                    ==, 1);
  put (self, name, changed->str);

  cli_do (self, "--now", "2026-06-03", "forms", "import", form, "--doubtful", NULL);
  cli_do (self, "list", "activity", "--where", "state=cancelled", NULL);
  g_assert_null (strstr (self->out, "Les"));
  cli_do (self, "--now", "2026-06-03", "forms", "import", form, "--take", "1", NULL);
  cli_do (self, "list", "activity", "--where", "state=cancelled", NULL);
  g_assert_nonnull (strstr (self->out, "Les"));
}

#define ADD(path, func) g_test_add (path, Cli, NULL, set_up, func, cli_tear_down)

int
main (int argc, char **argv)
{
  cli_test_init (&argc, &argv);
  ADD ("/cli/forms-import/take", test_take);
  ADD ("/cli/forms-import/refused", test_refused);
  ADD ("/cli/forms-import/doubtful", test_doubtful);
  ADD ("/cli/forms-import/doubtful-no", test_doubtful_no);
  return g_test_run ();
}
