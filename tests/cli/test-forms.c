/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Registration forms from the command line. */
#include <glib/gstdio.h>
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
  cli_do (self, "add", "activity", "edition=2026", "municipality=Almelo", "name=Escape box", NULL);
}

static int
compare_cb (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (*(char *const *) a, *(char *const *) b);
}

/* What stands in the folder, with a bar between them, in the order of their names. */
static char *
list_folder (Cli *self, const char *name)
{
  g_autofree char *path = cli_get_path (self, name);
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  GString *all = g_string_new (NULL);
  const char *found;

  while (dir != NULL && (found = g_dir_read_name (dir)) != NULL)
    g_ptr_array_add (names, g_strdup (found));
  g_ptr_array_sort (names, compare_cb);
  for (guint i = 0; i < names->len; i++)
    g_string_append_printf (all, "%s%s", i > 0 ? "|" : "", (char *) names->pdata[i]);
  return g_string_free (all, FALSE);
}

/* For all who take part, in both formats; again makes no more of them. */
static void
test_write (Cli *self, gconstpointer data)
{
  for (guint i = 0; i < 2; i++)
    {
      g_autofree char *names = NULL;

      cli_do (self, "--now", NOW, "forms", "write", "--edition", "2026", "--output", "forms", NULL);
      g_assert_nonnull (strstr (self->out, "4 files written."));
      names = list_folder (self, "forms");
      g_assert_cmpstr (names, ==,
                       "Action day 2026 - Almelo.aanjager-form|Action day 2026 - Almelo.xlsx|"
                       "Action day 2026 - Ede.aanjager-form|Action day 2026 - Ede.xlsx");
    }
}

/* Of some, in one format. */
static void
test_chosen (Cli *self, gconstpointer data)
{
  JsonArray *files;
  JsonObject *file;
  g_autofree char *path = cli_get_path (self, "some/Action day 2026 - Almelo.aanjager-form");
  g_autofree char *text = NULL;

  files = json_node_get_array (cli_ask (self, "--now", NOW, "forms", "write", "--output", "some",
                                        "--format", "json", "--municipality", "Almelo", NULL));
  g_assert_cmpuint (json_array_get_length (files), ==, 1);
  file = json_array_get_object_element (files, 0);
  g_assert_cmpstr (json_object_get_string_member (file, "name"), ==, "Almelo");
  g_assert_cmpint (json_object_get_int_member (file, "activities"), ==, 1);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_nonnull (strstr (text, "\"register\""));
  g_assert_nonnull (strstr (text, "secretariaat@netwerk.example"));
}

/* After the day, the same command asks how it was. */
static void
test_look_back (Cli *self, gconstpointer data)
{
  g_autofree char *path = cli_get_path (self, "after/Action day 2026 - Almelo.aanjager-form");
  g_autofree char *names = NULL;
  g_autofree char *text = NULL;

  cli_do (self, "--now", "2026-10-09", "forms", "write", "--output", "after", NULL);
  names = list_folder (self, "after");
  g_assert_cmpstr (names, ==,
                   "Action day 2026 - Almelo.aanjager-form|Action day 2026 - Almelo.xlsx");
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_nonnull (strstr (text, "\"look-back\""));
}

static void
test_organisation (Cli *self, gconstpointer data)
{
  g_autofree char *names = NULL;

  cli_do (self, "add", "organisation", "name=Bibliotheek", "kind=library", NULL);
  cli_run (self, "forms", "write", "--output", "library", "--organisation", "Bibliotheek", NULL);
  cli_assert_refused (self, 1, "*in no municipality*--municipality*");
  cli_do (self, "set", "organisation", "Bibliotheek", "municipality=Ede", NULL);
  cli_do (self, "--now", NOW, "forms", "write", "--output", "library", "--organisation",
          "Bibliotheek", "--format", "xlsx", NULL);
  names = list_folder (self, "library");
  g_assert_cmpstr (names, ==, "Action day 2026 - Ede - Bibliotheek.xlsx");
}

static void
test_refused (Cli *self, gconstpointer data)
{
  g_autofree char *path = cli_get_path (self, "file");

  cli_run (self, "forms", "write", NULL);
  cli_assert_refused (self, 2, "*--output DIR*");
  cli_run (self, "forms", "write", "--output", "forms", "--format", "pdf", NULL);
  cli_assert_refused (self, 2, "*xlsx or json*");
  cli_run (self, "forms", "write", "--output", "forms", "--municipality", "Nowhere", NULL);
  cli_assert_refused (self, 1, "*Nowhere*");
  g_assert_true (g_file_set_contents (path, "x", -1, NULL));
  cli_run (self, "forms", "write", "--output", "file", NULL);
  cli_assert_refused (self, 1, "*folder cannot be made*");
}

#define ADD(path, func) g_test_add (path, Cli, NULL, set_up, func, cli_tear_down)

int
main (int argc, char **argv)
{
  cli_test_init (&argc, &argv);
  ADD ("/cli/forms/write", test_write);
  ADD ("/cli/forms/chosen", test_chosen);
  ADD ("/cli/forms/look-back", test_look_back);
  ADD ("/cli/forms/organisation", test_organisation);
  ADD ("/cli/forms/refused", test_refused);
  return g_test_run ();
}
