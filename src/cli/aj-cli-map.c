/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-cli-families.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "aj-cli-arguments.h"
#include "aj-cli-output.h"
#include "aj-document.h"
#include "aj-group.h"
#include "aj-map-drawing.h"
#include "aj-network-map.h"

static char *day_word;
static char *output_word;

const GOptionEntry aj_cli_map_options[] = {
  { "on", 0, 0, G_OPTION_ARG_FILENAME, &day_word, N_ ("As it was or will be on this day"),
    N_ ("DATE") },
  { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output_word,
    N_ ("The picture to write; otherwise the same is printed as a table"),
    N_ ("FILE.pdf|FILE.svg|FILE.png") },
  { NULL },
};

#define GROUP_PREFIX "group:"

/* What the map is about; @group receives the id of the group when it is about one. */
static gboolean
read_subject (AjCli *cli, const char *word, AjNetworkSubject *subject, char **group, GError **error)
{
  static const struct
  {
    const char *word;
    AjNetworkSubject subject;
  } subjects[] = {
    { "districts", AJ_NETWORK_DISTRICTS },
    { "school-regions", AJ_NETWORK_SCHOOL_REGIONS },
    { "contact", AJ_NETWORK_CONTACT },
  };

  if (g_str_has_prefix (word, GROUP_PREFIX))
    {
      *subject = AJ_NETWORK_GROUP;
      *group = aj_cli_resolve (cli, &aj_group_record_type, word + strlen (GROUP_PREFIX), error);
      return *group != NULL;
    }
  for (guint i = 0; i < G_N_ELEMENTS (subjects); i++)
    if (g_str_equal (subjects[i].word, word))
      {
        *subject = subjects[i].subject;
        return TRUE;
      }
  aj_cli_set_where (cli, word);
  return aj_cli_fail_usage (error, _ ("There is no such map. Choose districts, school-regions, "
                                      "contact or group:NAME."));
}

static void
add_last_contact (JsonObject *object, AjNetworkFacts *facts, const char *id, AjDate date)
{
  AjDate last = aj_network_facts_find_contact (facts, id, date, NULL);
  g_autofree char *day = aj_date_to_iso (last);

  json_object_set_string_member (object, "last-contact", day);
}

static JsonObject *
tile_to_json (AjNetworkFacts *facts, AjMapState *map, const AjMapTile *tile, AjDate date)
{
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "municipality", tile->id);
  json_object_set_string_member (object, "name", tile->name);
  json_object_set_string_member (object, "district", tile->district);
  json_object_set_string_member (object, "state", aj_map_state_get_class (map, tile->state)->label);
  if (tile->count >= 0)
    json_object_set_int_member (object, "count", tile->count);
  else
    json_object_set_null_member (object, "count");
  if (aj_network_facts_get_subject (facts) == AJ_NETWORK_CONTACT)
    add_last_contact (object, facts, tile->id, date);
  return object;
}

static void
print_map_json (AjNetworkFacts *facts, AjMapState *map, AjDate date)
{
  g_autofree char *day = aj_date_to_iso (date);
  JsonObject *object = json_object_new ();
  JsonArray *tiles = json_array_new ();

  json_object_set_string_member (object, "on", day);
  json_object_set_string_member (object, "title", aj_map_state_get_title (map));
  for (guint i = 0; i < aj_map_state_get_n_tiles (map); i++)
    json_array_add_object_element (tiles,
                                   tile_to_json (facts, map, aj_map_state_get_tile (map, i), date));
  json_object_set_array_member (object, "municipalities", tiles);
  aj_cli_print_json_object (object);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  const AjMapTile *first = *(const AjMapTile *const *) a;
  const AjMapTile *second = *(const AjMapTile *const *) b;

  return g_utf8_collate (first->name, second->name);
}

/* By name: places on a map are of no use in a table. */
static void
print_map (AjMapState *map)
{
  const char *count_label = aj_map_state_get_count_label (map);
  g_autoptr (AjCliTable) table = aj_cli_table_new ();
  g_autoptr (GPtrArray) tiles = g_ptr_array_new ();

  for (guint i = 0; i < aj_map_state_get_n_tiles (map); i++)
    g_ptr_array_add (tiles, (gpointer) aj_map_state_get_tile (map, i));
  if (tiles->len == 0)
    {
      aj_cli_print_line (_ ("There are none."));
      return;
    }
  g_ptr_array_sort (tiles, compare_names);
  aj_cli_table_add_column (table, _ ("Municipality"), FALSE, FALSE);
  aj_cli_table_add_column (table, _ ("District"), FALSE, FALSE);
  aj_cli_table_add_column (table, aj_map_state_get_class_title (map), FALSE, FALSE);
  aj_cli_table_add_column (table, count_label != NULL ? count_label : "", TRUE, FALSE);
  for (guint i = 0; i < tiles->len; i++)
    {
      const AjMapTile *tile = tiles->pdata[i];
      g_autofree char *count = count_label != NULL && tile->count >= 0
                                   ? g_strdup_printf ("%" G_GINT64_FORMAT, tile->count)
                                   : g_strdup ("");

      aj_cli_table_add_row (table,
                            (const char *[]){
                                tile->name, tile->district != NULL ? tile->district : "",
                                aj_map_state_get_class (map, tile->state)->label, count, NULL });
    }
  aj_cli_table_print (table);
}

static gboolean
write_map (AjCli *cli, AjMapState *map, GError **error)
{
  g_autofree char *language = aj_document_guess_language ();
  g_autofree char *shown = g_filename_display_name (output_word);
  g_autofree char *sentence = NULL;

  aj_cli_set_where (cli, shown);
  if (aj_map_state_get_n_tiles (map) == 0)
    {
      g_set_error_literal (error, AJ_CLI_ERROR, AJ_CLI_ERROR_REFUSED,
                           _ ("There is nothing to save: there are no municipalities."));
      return FALSE;
    }
  if (!aj_map_drawing_save (map, output_word, language, error))
    return FALSE;
  if (cli->json)
    return TRUE;
  /* Translators: the name of a file. */
  sentence = g_strdup_printf (_ ("Written to %s."), shown);
  aj_cli_print_line (sentence);
  return TRUE;
}

gboolean
aj_cli_run_map (AjCli *cli, char **arguments, GError **error)
{
  AjMapFormat format;
  AjNetworkSubject subject;
  AjDate date;
  g_autofree char *group = NULL;
  g_autoptr (AjNetworkFacts) facts = NULL;
  g_autoptr (AjMapState) map = NULL;

  if (output_word != NULL && !aj_map_format_from_path (output_word, &format, NULL))
    return aj_cli_fail_usage (error, _ ("Choose a file with a name that ends in .pdf, .svg or "
                                        ".png."));
  if (!aj_cli_read_day (cli, day_word, &date, error) ||
      !read_subject (cli, arguments[0], &subject, &group, error) ||
      aj_cli_open_store (cli, error) == NULL)
    return FALSE;
  facts = aj_network_facts_load (cli->store, subject, error);
  if (facts == NULL)
    return FALSE;
  map = aj_network_map_draw (facts, group, date);
  if (output_word != NULL && !write_map (cli, map, error))
    return FALSE;
  if (cli->json)
    print_map_json (facts, map, date);
  else if (output_word == NULL)
    print_map (map);
  return TRUE;
}
