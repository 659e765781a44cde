/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-cli-families.h"

#include <glib/gi18n-lib.h>

#include "aj-cli-arguments.h"
#include "aj-cli-output.h"
#include "aj-text.h"

/* Of each type; who finds so many should say more. */
#define MAX_FOUND 100

static gboolean
take_found_cb (const AjValues *values, gpointer user_data, GError **error)
{
  g_ptr_array_add (user_data, aj_values_ref (values));
  return TRUE;
}

static gboolean
search_type (
    AjStore *store, const AjRecordType *type, const char *text, GPtrArray *found, GError **error)
{
  g_autoptr (AjQuery) query = aj_query_new (type);

  aj_query_search (query, text);
  aj_query_limit (query, MAX_FOUND);
  return aj_store_each (store, query, take_found_cb, found, error);
}

static void
print_found_json (AjCli *cli, GPtrArray *found)
{
  JsonArray *array = json_array_new ();
  JsonNode *node = json_node_new (JSON_NODE_ARRAY);

  for (guint i = 0; i < found->len; i++)
    {
      const AjValues *values = found->pdata[i];
      JsonObject *object = json_object_new ();
      g_autofree char *name = aj_cli_describe (cli, values);

      json_object_set_string_member (object, "type", aj_values_get_record_type (values)->name);
      json_object_set_string_member (object, "id", aj_values_get_id (values));
      json_object_set_string_member (object, "title", name);
      json_array_add_object_element (array, object);
    }
  json_node_take_array (node, array);
  aj_cli_print_json (node);
}

static void
print_found (AjCli *cli, GPtrArray *found)
{
  g_autoptr (AjCliTable) table = aj_cli_table_new ();

  if (found->len == 0)
    {
      aj_cli_print_line (_ ("Nothing was found."));
      return;
    }
  aj_cli_table_add_column (table, _ ("Type"), FALSE, TRUE);
  aj_cli_table_add_column (table, _ ("Name"), FALSE, FALSE);
  aj_cli_table_add_column (table, _ ("Id"), FALSE, TRUE);
  for (guint i = 0; i < found->len; i++)
    {
      const AjValues *values = found->pdata[i];
      g_autofree char *name = aj_cli_describe (cli, values);
      const char *cells[] = { aj_values_get_record_type (values)->name, name,
                              aj_values_get_id (values), NULL };

      aj_cli_table_add_row (table, cells);
    }
  aj_cli_table_print (table);
}

gboolean
aj_cli_run_search (AjCli *cli, char **arguments, GError **error)
{
  AjStore *store;
  g_autofree char *text = g_strjoinv (" ", arguments);
  g_autofree char *clean = aj_text_clean_line (text);
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func ((GDestroyNotify) aj_values_unref);

  if (*clean == '\0')
    return aj_cli_fail_usage (error, _ ("There is nothing to search for. Write it like: "
                                        "aanjager-cli search expertteam"));
  store = aj_cli_open_store (cli, error);
  if (store == NULL)
    return FALSE;
  for (const AjRecordType *const *type = aj_record_types_all (); *type != NULL; type++)
    if (!search_type (store, *type, clean, found, error))
      return FALSE;
  if (cli->json)
    print_found_json (cli, found);
  else
    print_found (cli, found);
  return TRUE;
}
