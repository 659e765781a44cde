/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-cli-families.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "aj-cli-arguments.h"
#include "aj-cli-edition.h"
#include "aj-cli-output.h"
#include "aj-document.h"
#include "aj-edition-map.h"
#include "aj-group.h"
#include "aj-map-drawing.h"
#include "aj-network-map.h"

static char *day_word;
static char *edition_word;
static char *by_word;
static char *output_word;

const GOptionEntry aj_cli_map_options[] = {
  { "on", 0, 0, G_OPTION_ARG_FILENAME, &day_word, N_ ("As it was or will be on this day"),
    N_ ("DATE") },
  { "edition", 0, 0, G_OPTION_ARG_FILENAME, &edition_word,
    N_ ("Of an edition of the action day instead, by its year, name or id"), N_ ("EDITION") },
  { "by", 0, 0, G_OPTION_ARG_FILENAME, &by_word,
    N_ ("What is shown of the edition (default: state, of the latest)"),
    "state|activities|business|youth|elderly|residents" },
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
tile_to_json (AjMapState *map, const AjMapTile *tile)
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
  return object;
}

/* What only maps of this kind say of a municipality. */
typedef void (*DescribeTile) (gpointer facts, JsonObject *object, const char *id, AjDate date);

static void
describe_in_network (gpointer facts, JsonObject *object, const char *id, AjDate date)
{
  if (aj_network_facts_get_subject (facts) == AJ_NETWORK_CONTACT)
    add_last_contact (object, facts, id, date);
}

/* The state is in the language of the reader, this is not. */
static void
describe_in_edition (gpointer facts, JsonObject *object, const char *id, AjDate date)
{
  const AjCoverageLine *line = aj_coverage_look_up (aj_edition_facts_get_coverage (facts), id);

  json_object_set_string_member (object, "standing", aj_standing_get_code (line->standing));
}

static void
print_map_json (AjMapState *map, AjDate date, DescribeTile describe, gpointer facts)
{
  g_autofree char *day = aj_date_to_iso (date);
  JsonObject *object = json_object_new ();
  JsonArray *tiles = json_array_new ();

  json_object_set_string_member (object, "on", day);
  json_object_set_string_member (object, "title", aj_map_state_get_title (map));
  for (guint i = 0; i < aj_map_state_get_n_tiles (map); i++)
    {
      const AjMapTile *tile = aj_map_state_get_tile (map, i);
      JsonObject *one = tile_to_json (map, tile);

      describe (facts, one, tile->id, date);
      json_array_add_object_element (tiles, one);
    }
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

/* To a file, as JSON or as a table, as was asked. */
static gboolean
give_map (
    AjCli *cli, AjMapState *map, AjDate date, DescribeTile describe, gpointer facts, GError **error)
{
  if (output_word != NULL && !write_map (cli, map, error))
    return FALSE;
  if (cli->json)
    print_map_json (map, date, describe, facts);
  else if (output_word == NULL)
    print_map (map);
  return TRUE;
}

static gboolean
run_network_map (AjCli *cli, const char *word, GError **error)
{
  AjNetworkSubject subject;
  AjDate date;
  g_autofree char *group = NULL;
  g_autoptr (AjNetworkFacts) facts = NULL;
  g_autoptr (AjMapState) map = NULL;

  if (!aj_cli_read_day (cli, day_word, &date, error) ||
      !read_subject (cli, word, &subject, &group, error) || aj_cli_open_store (cli, error) == NULL)
    return FALSE;
  facts = aj_network_facts_load (cli->store, subject, error);
  if (facts == NULL)
    return FALSE;
  map = aj_network_map_draw (facts, group, date);
  return give_map (cli, map, date, describe_in_network, facts, error);
}

static gboolean
read_by (AjCli *cli, AjEditionMapSubject *subject, GError **error)
{
  static const struct
  {
    const char *word;
    AjEditionMapSubject subject;
  } words[] = {
    { "state", AJ_EDITION_MAP_ANSWER },
    { "activities", AJ_EDITION_MAP_NUMBER },
    { "business", AJ_EDITION_MAP_TARGET + AJ_TARGET_BUSINESS },
    { "youth", AJ_EDITION_MAP_TARGET + AJ_TARGET_YOUTH },
    { "elderly", AJ_EDITION_MAP_TARGET + AJ_TARGET_ELDERLY },
    { "residents", AJ_EDITION_MAP_TARGET + AJ_TARGET_RESIDENTS },
  };

  *subject = AJ_EDITION_MAP_ANSWER;
  if (by_word == NULL)
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_equal (words[i].word, by_word))
      {
        *subject = words[i].subject;
        return TRUE;
      }
  aj_cli_set_where (cli, by_word);
  return aj_cli_fail_usage (error, _ ("There is no such map of an edition. Choose state, "
                                      "activities, business, youth, elderly or residents."));
}

static gboolean
run_edition_map (AjCli *cli, GError **error)
{
  AjDate today = aj_clock_get_today (cli->clock);
  AjEditionMapSubject subject;
  g_autofree char *id = NULL;
  g_autoptr (AjEditionFacts) facts = NULL;
  g_autoptr (AjMapState) map = NULL;

  if (day_word != NULL)
    return aj_cli_fail_usage (error, _ ("An edition is shown as it is now: leave out --on."));
  if (!read_by (cli, &subject, error) || aj_cli_open_store (cli, error) == NULL)
    return FALSE;
  id = aj_cli_resolve_edition (cli, edition_word, error);
  facts = id != NULL ? aj_edition_facts_load (cli->store, id, error) : NULL;
  if (facts == NULL)
    return FALSE;
  map = aj_edition_map_draw (facts, subject, today);
  return give_map (cli, map, today, describe_in_edition, facts, error);
}

gboolean
aj_cli_run_map (AjCli *cli, char **arguments, GError **error)
{
  gboolean of_edition = edition_word != NULL || by_word != NULL;
  AjDrawingFormat format;

  if (output_word != NULL && !aj_drawing_format_from_path (output_word, &format, NULL))
    return aj_cli_fail_usage (error, _ ("Choose a file with a name that ends in .pdf, .svg or "
                                        ".png."));
  if (of_edition == (arguments[0] != NULL))
    return aj_cli_fail_usage (error, _ ("Say what the map is about: districts, school-regions, "
                                        "contact or group:NAME, or else --edition EDITION."));
  return of_edition ? run_edition_map (cli, error) : run_network_map (cli, arguments[0], error);
}
