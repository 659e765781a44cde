/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-cli-families.h"

#include <glib/gi18n-lib.h>

#include "aj-cli-output.h"
#include "aj-seat-search.h"
#include "aj-text.h"

/* Of each type, unless something else is asked; who finds so many should say more. */
#define MAX_FOUND 100

static int limit_number;
static char *type_word;

const GOptionEntry aj_cli_search_options[] = {
  { "limit", 0, 0, G_OPTION_ARG_INT, &limit_number, N_ ("At most so many records of each type"),
    "N" },
  { "type", 0, 0, G_OPTION_ARG_FILENAME, &type_word, N_ ("Only records of this type"),
    N_ ("TYPE") },
  { NULL },
};

static void
add_hit_json (JsonArray *array, const AjSearchHit *hit)
{
  JsonObject *object = json_object_new ();
  g_autofree char *title = aj_search_hit_dup_title (hit);

  json_object_set_string_member (object, "type", aj_values_get_record_type (hit->values)->name);
  json_object_set_string_member (object, "id", aj_values_get_id (hit->values));
  json_object_set_string_member (object, "title", title);
  if (hit->field != NULL)
    {
      json_object_set_string_member (object, "field", hit->field->name);
      json_object_set_string_member (object, "text", hit->snippet);
    }
  json_array_add_object_element (array, object);
}

static void
add_seats_json (JsonArray *array, const AjSeatAnswer *seats)
{
  for (guint i = 0; i < seats->hits->len; i++)
    {
      const AjSeatHit *hit = seats->hits->pdata[i];
      JsonObject *object = json_object_new ();

      json_object_set_string_member (object, "type", aj_values_get_record_type (hit->values)->name);
      json_object_set_string_member (object, "id", aj_values_get_id (hit->values));
      json_object_set_string_member (object, "title", hit->title);
      json_object_set_string_member (object, "text", hit->about);
      json_array_add_object_element (array, object);
    }
}

static void
print_found_json (GPtrArray *groups, const AjSeatAnswer *seats)
{
  const guint place = aj_seat_search_get_place (groups);
  JsonArray *array = json_array_new ();
  JsonNode *node = json_node_new (JSON_NODE_ARRAY);

  for (guint i = 0; i <= groups->len; i++)
    {
      const AjSearchGroup *group = i < groups->len ? groups->pdata[i] : NULL;

      if (i == place)
        add_seats_json (array, seats);
      for (guint n = 0; group != NULL && n < group->hits->len; n++)
        add_hit_json (array, group->hits->pdata[n]);
    }
  json_node_take_array (node, array);
  aj_cli_print_json (node);
}

/* Whether there are more of the group than stand in the table. */
static gboolean
add_group (AjCliTable *table, const AjSearchGroup *group)
{
  for (guint i = 0; i < group->hits->len; i++)
    {
      const AjSearchHit *hit = group->hits->pdata[i];
      g_autofree char *title = aj_search_hit_dup_title (hit);
      g_autofree char *found = aj_search_hit_dup_found (hit);
      const char *cells[] = { group->type->name, title, found != NULL ? found : "",
                              aj_values_get_id (hit->values), NULL };

      aj_cli_table_add_row (table, cells);
    }
  return group->has_more;
}

static gboolean
add_seats (AjCliTable *table, const AjSeatAnswer *seats)
{
  for (guint i = 0; i < seats->hits->len; i++)
    {
      const AjSeatHit *hit = seats->hits->pdata[i];
      const char *cells[] = { aj_values_get_record_type (hit->values)->name, hit->title, hit->about,
                              aj_values_get_id (hit->values), NULL };

      aj_cli_table_add_row (table, cells);
    }
  return seats->has_more;
}

static void
print_found (GPtrArray *groups, const AjSeatAnswer *seats)
{
  const guint place = aj_seat_search_get_place (groups);
  g_autoptr (AjCliTable) table = aj_cli_table_new ();
  gboolean has_more = FALSE;

  if (groups->len == 0 && seats->hits->len == 0)
    {
      aj_cli_print_line (_ ("Nothing was found."));
      return;
    }
  aj_cli_table_add_column (table, _ ("Type"), FALSE, TRUE);
  aj_cli_table_add_column (table, _ ("Name"), FALSE, FALSE);
  /* Translators: the head of a column with the place where something was found. */
  aj_cli_table_add_column (table, _ ("Found in"), FALSE, FALSE);
  aj_cli_table_add_column (table, _ ("Id"), FALSE, TRUE);
  for (guint i = 0; i <= groups->len; i++)
    {
      if (i == place)
        has_more |= add_seats (table, seats);
      if (i < groups->len)
        has_more |= add_group (table, groups->pdata[i]);
    }
  aj_cli_table_print (table);
  if (has_more)
    aj_cli_print_line (_ ("There is more than is shown. Search for more words."));
}

/* Who sits where today; of one type only what is of that type. */
static AjSeatAnswer *
search_seats (
    AjStore *store, const char *text, const AjRecordType *type, guint limit, GError **error)
{
  AjDate today = aj_clock_get_today (aj_store_get_clock (store));
  g_autoptr (AjGroupBook) book = aj_group_book_load (store, error);
  g_autoptr (AjRoster) roster = book != NULL ? aj_roster_new (book, today, today) : NULL;

  return roster != NULL ? aj_seat_search (roster, text, type, limit) : NULL;
}

gboolean
aj_cli_run_search (AjCli *cli, char **arguments, GError **error)
{
  const guint limit = limit_number > 0 ? (guint) limit_number : MAX_FOUND;
  AjStore *store;
  const AjRecordType *type = NULL;
  g_autofree char *text = g_strjoinv (" ", arguments);
  g_autofree char *clean = aj_text_clean_line (text);
  g_autoptr (GPtrArray) groups = NULL;
  g_autoptr (AjSeatAnswer) seats = NULL;

  if (*clean == '\0')
    return aj_cli_fail_usage (error, _ ("There is nothing to search for. Write it like: "
                                        "aanjager-cli search expertteam"));
  if (limit_number < 0)
    return aj_cli_fail_usage (error,
                              _ ("The limit is less than nothing. Write it like --limit 20."));
  if (type_word != NULL)
    {
      type = aj_record_type_require (type_word, error);
      if (type == NULL)
        return FALSE;
    }
  store = aj_cli_open_store (cli, error);
  if (store == NULL)
    return FALSE;
  groups = aj_store_search (store, clean, type, limit, error);
  seats = groups != NULL ? search_seats (store, clean, type, limit, error) : NULL;
  if (seats == NULL)
    return FALSE;
  if (cli->json)
    print_found_json (groups, seats);
  else
    print_found (groups, seats);
  return TRUE;
}
