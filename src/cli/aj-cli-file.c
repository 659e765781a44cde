/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-cli-families.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "aj-cli-output.h"
#include "aj-data-path.h"
#include "aj-example.h"
#include "aj-text.h"

static char *example_word;

const GOptionEntry aj_cli_new_options[] = {
  { "example", 0, 0, G_OPTION_ARG_FILENAME, &example_word,
    N_ ("What it begins with: oost-nederland-2026 (the default), midden-nederland-2025 or empty"),
    N_ ("NAME") },
  { NULL },
};

static JsonNode *
take_object (JsonObject *object)
{
  JsonNode *node = json_node_new (JSON_NODE_OBJECT);

  json_node_take_object (node, object);
  return node;
}

static gboolean
count_records (AjCli *cli, JsonObject *counts, GString *text, GError **error)
{
  for (const AjRecordType *const *type = aj_record_types_all (); *type != NULL; type++)
    {
      g_autoptr (AjQuery) query = aj_query_new (*type);
      gint64 count = aj_store_count (cli->store, query, error);

      if (count < 0)
        return FALSE;
      json_object_set_int_member (counts, (*type)->name, count);
      if (count > 0 && (*type)->single_id == NULL)
        {
          /* Translators: a kind of records, and how many there are: "Municipalities: 12". */
          g_autofree char *line = g_strdup_printf (_ ("%s: %lld"),
                                                   aj_record_type_get_plural_label (*type),
                                                   (long long) count);
          g_string_append_printf (text, "\n  %s", line);
        }
    }
  return TRUE;
}

static gboolean
print_new_file (AjCli *cli, const char *path, GError **error)
{
  g_autofree char *shown = g_filename_display_name (path);
  g_autofree char *made = g_strdup_printf (_ ("Made %s."), shown);
  g_autoptr (GString) text = g_string_new (made);
  g_autoptr (JsonObject) counts = json_object_new ();
  JsonObject *object;

  if (!count_records (cli, counts, text, error))
    return FALSE;
  if (!cli->json)
    {
      aj_cli_print_line (text->str);
      return TRUE;
    }
  object = json_object_new ();
  json_object_set_string_member (object, "file", shown);
  json_object_set_object_member (object, "records", g_steal_pointer (&counts));
  aj_cli_print_json (take_object (object));
  return TRUE;
}

gboolean
aj_cli_run_new (AjCli *cli, char **arguments, GError **error)
{
  const char *example = example_word != NULL ? example_word : AJ_EXAMPLE_DEFAULT;
  const char *path = arguments[0];
  g_autofree char *shown = g_filename_display_name (path);
  g_autofree char *author = NULL;

  aj_cli_set_where (cli, example);
  if (aj_example_lookup (example, error) == NULL)
    return FALSE;
  aj_cli_set_where (cli, shown);
  author = aj_get_author (cli->settings);
  cli->store = aj_store_open (path, AJ_STORE_OPEN_CREATE, author, cli->clock, error);
  if (cli->store == NULL)
    return FALSE;
  if (!aj_example_fill (cli->store, example, error))
    {
      /* A file that did not become what was asked must not stand in the way of the next try. */
      aj_store_discard (cli->store);
      g_clear_object (&cli->store);
      return FALSE;
    }
  return print_new_file (cli, path, error);
}

static void
print_problems (AjCli *cli, GPtrArray *problems)
{
  JsonArray *array;
  JsonObject *object;

  if (!cli->json)
    {
      for (guint i = 0; i < problems->len; i++)
        aj_cli_print_line (problems->pdata[i]);
      if (problems->len == 0)
        aj_cli_print_line (_ ("All is well with the data file."));
      return;
    }
  array = json_array_new ();
  for (guint i = 0; i < problems->len; i++)
    json_array_add_string_element (array, problems->pdata[i]);
  object = json_object_new ();
  json_object_set_array_member (object, "problems", array);
  aj_cli_print_json (take_object (object));
}

gboolean
aj_cli_run_check (AjCli *cli, char **arguments, GError **error)
{
  AjStore *store = aj_cli_open_store (cli, error);
  g_autoptr (GPtrArray) problems = store != NULL ? aj_store_check (store, error) : NULL;

  if (problems == NULL)
    return FALSE;
  print_problems (cli, problems);
  if (problems->len == 0)
    return TRUE;
  g_set_error (error, AJ_CLI_ERROR, AJ_CLI_ERROR_REFUSED,
               ngettext ("The data file has %u problem. Make a copy of it before anything else.",
                         "The data file has %u problems. Make a copy of it before anything else.",
                         problems->len),
               problems->len);
  return FALSE;
}

static gboolean
is_same_file (const char *a, const char *b)
{
  GStatBuf first, second;

  return g_stat (a, &first) == 0 && g_stat (b, &second) == 0 && first.st_dev == second.st_dev &&
         first.st_ino == second.st_ino;
}

gboolean
aj_cli_run_backup (AjCli *cli, char **arguments, GError **error)
{
  AjStore *store = aj_cli_open_store (cli, error);
  g_autofree char *shown = g_filename_display_name (arguments[0]);
  g_autofree char *text = NULL;
  JsonObject *object;

  if (store == NULL)
    return FALSE;
  aj_cli_set_where (cli, shown);
  if (is_same_file (arguments[0], aj_store_get_path (store)))
    {
      g_set_error_literal (error, AJ_CLI_ERROR, AJ_CLI_ERROR_REFUSED,
                           _ ("The copy would stand where the data file itself stands. Choose "
                              "another file."));
      return FALSE;
    }
  if (!aj_store_backup (store, arguments[0], FALSE, error))
    return FALSE;
  if (cli->json)
    {
      object = json_object_new ();
      json_object_set_string_member (object, "file", shown);
      aj_cli_print_json (take_object (object));
      return TRUE;
    }
  text = g_strdup_printf (_ ("Copied to %s."), shown);
  aj_cli_print_line (text);
  return TRUE;
}
