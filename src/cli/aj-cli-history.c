/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-cli-history.h"

#include <glib/gi18n-lib.h>

#include "aj-cli-arguments.h"
#include "aj-cli-families.h"
#include "aj-cli-output.h"
#include "aj-text.h"

static char *since_word;
static char *type_word;
static char *id_word;
static gboolean pass_over;

const GOptionEntry aj_cli_history_options[] = {
  { "since", 0, 0, G_OPTION_ARG_FILENAME, &since_word, N_ ("From this day on"), N_ ("DATE") },
  { "type", 0, 0, G_OPTION_ARG_FILENAME, &type_word, N_ ("Only changes of this type of record"),
    N_ ("TYPE") },
  { "id", 0, 0, G_OPTION_ARG_FILENAME, &id_word,
    N_ ("Only changes of this record, each with what was and what became; with --type also by its "
        "name"),
    N_ ("ID") },
  { NULL },
};

const GOptionEntry aj_cli_undo_options[] = {
  { "pass-over", 0, 0, G_OPTION_ARG_NONE, &pass_over,
    N_ ("Pass over what cannot be taken back, and take back the newest change that can"), NULL },
  { NULL },
};

const GOptionEntry aj_cli_redo_options[] = {
  { "pass-over", 0, 0, G_OPTION_ARG_NONE, &pass_over,
    N_ ("Pass over what cannot be made again, and make the first change again that can"), NULL },
  { NULL },
};

static gboolean
read_since (AjCli *cli, gint64 *since, GError **error)
{
  AjDate date;
  g_autoptr (GDateTime) time = NULL;

  if (since_word == NULL)
    return TRUE;
  aj_cli_set_where (cli, since_word);
  if (!aj_date_parse_iso (since_word, &date) &&
      !aj_date_parse_human (since_word, aj_clock_get_today (cli->clock), &date))
    return aj_cli_fail_usage (error, _ ("This is not a date. Write it like --since 2026-03-12."));
  time = g_date_time_new_local (aj_date_get_year (date), aj_date_get_month (date),
                                aj_date_get_day (date), 0, 0, 0);
  *since = time != NULL ? g_date_time_to_unix (time) : 0;
  aj_cli_set_where (cli, NULL);
  return TRUE;
}

static const char *
get_kind_name (AjHistoryKind kind)
{
  switch (kind)
    {
    case AJ_HISTORY_UNDO:
      return "undo";
    case AJ_HISTORY_REDO:
      return "redo";
    case AJ_HISTORY_NOTE:
      return "note";
    case AJ_HISTORY_EDIT:
    default:
      return "edit";
    }
}

static JsonNode *
state_to_json (const AjHistoryChange *change, const AjValues *state)
{
  JsonNode *node = json_node_new (state != NULL ? JSON_NODE_OBJECT : JSON_NODE_NULL);
  JsonObject *object;

  if (state == NULL)
    return node;
  object = json_object_new ();
  for (guint i = 0; i < change->type->n_fields; i++)
    if (aj_history_change_is_touched (change, i))
      json_object_set_member (object, change->type->fields[i].name,
                              aj_cli_value_to_json (&change->type->fields[i],
                                                    aj_values_peek (state, i)));
  json_node_take_object (node, object);
  return node;
}

static JsonArray *
changes_to_json (GPtrArray *changes)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < changes->len; i++)
    {
      const AjHistoryChange *change = changes->pdata[i];
      JsonObject *object = json_object_new ();

      json_object_set_string_member (object, "type", change->type->name);
      json_object_set_string_member (object, "id", change->id);
      json_object_set_member (object, "before", state_to_json (change, change->before));
      json_object_set_member (object, "after", state_to_json (change, change->after));
      json_array_add_object_element (array, object);
    }
  return array;
}

JsonObject *
aj_cli_history_entry_to_json (const AjHistoryEntry *entry)
{
  JsonObject *object = json_object_new ();
  g_autofree char *at = aj_cli_format_utc (entry->at);

  json_object_set_int_member (object, "revision", entry->revision);
  json_object_set_string_member (object, "kind", get_kind_name (entry->kind));
  json_object_set_string_member (object, "at", at);
  json_object_set_string_member (object, "author", entry->author);
  json_object_set_string_member (object, "label", entry->label);
  if (entry->target != 0)
    json_object_set_int_member (object, "target", entry->target);
  else
    json_object_set_null_member (object, "target");
  json_object_set_boolean_member (object, "undone", entry->undone);
  json_object_set_array_member (object, "changes", changes_to_json (entry->changes));
  return object;
}

static void
print_entries_json (GPtrArray *entries)
{
  JsonArray *array = json_array_new ();
  JsonNode *node = json_node_new (JSON_NODE_ARRAY);

  for (guint i = 0; i < entries->len; i++)
    json_array_add_object_element (array, aj_cli_history_entry_to_json (entries->pdata[i]));
  json_node_take_array (node, array);
  aj_cli_print_json (node);
}

static char *
display_state (AjCli *cli, const AjField *field, const AjValues *state, guint index)
{
  const AjValue *value = state != NULL ? aj_values_peek (state, index) : NULL;

  if (value == NULL || value->kind == AJ_VALUE_NONE)
    /* Translators: a field without a value. */
    return g_strdup (_ ("nothing"));
  if (field->kind == AJ_FIELD_REFERENCE)
    return aj_cli_describe_id (cli, aj_record_type_lookup (field->target), value->as.text);
  return aj_field_display (field, value);
}

static void
print_change (AjCli *cli, const AjHistoryChange *change)
{
  for (guint i = 0; i < change->type->n_fields; i++)
    {
      const AjField *field = &change->type->fields[i];
      g_autofree char *before = NULL;
      g_autofree char *after = NULL;
      g_autofree char *line = NULL;
      g_autofree char *clean = NULL;

      if (!aj_history_change_is_touched (change, i))
        continue;
      before = display_state (cli, field, change->before, i);
      after = display_state (cli, field, change->after, i);
      /* Translators: the label of a field, what stood in it, what stands in it now. */
      line = g_strdup_printf (_ ("%s: from %s to %s"), aj_field_get_label (field), before, after);
      clean = aj_text_clean_line (line);
      g_print ("    %s\n", clean);
    }
}

static char *
describe_entry (const AjHistoryEntry *entry)
{
  switch (entry->kind)
    {
    case AJ_HISTORY_UNDO:
      return g_strdup_printf (_ ("Undone: %s"), entry->label);
    case AJ_HISTORY_REDO:
      return g_strdup_printf (_ ("Made again: %s"), entry->label);
    case AJ_HISTORY_EDIT:
    case AJ_HISTORY_NOTE:
    default:
      /* Translators: what was done, and since taken back. */
      return entry->undone ? g_strdup_printf (_ ("%s (undone)"), entry->label)
                           : g_strdup (entry->label);
    }
}

static void
print_entries (GPtrArray *entries)
{
  g_autoptr (AjCliTable) table = aj_cli_table_new ();

  if (entries->len == 0)
    {
      aj_cli_print_line (_ ("Nothing was changed."));
      return;
    }
  aj_cli_table_add_column (table, _ ("When"), FALSE, TRUE);
  aj_cli_table_add_column (table, _ ("Who"), FALSE, FALSE);
  aj_cli_table_add_column (table, _ ("What"), FALSE, TRUE);
  for (guint i = 0; i < entries->len; i++)
    {
      const AjHistoryEntry *entry = entries->pdata[i];
      g_autofree char *at = aj_cli_format_local (entry->at);
      g_autofree char *what = describe_entry (entry);
      const char *cells[] = { at, entry->author, what, NULL };

      aj_cli_table_add_row (table, cells);
    }
  aj_cli_table_print (table);
}

static void
print_entries_of_record (AjCli *cli, GPtrArray *entries, const char *id)
{
  for (guint i = 0; i < entries->len; i++)
    {
      const AjHistoryEntry *entry = entries->pdata[i];
      g_autofree char *at = aj_cli_format_local (entry->at);
      g_autofree char *what = describe_entry (entry);

      g_print ("%s  %s  %s\n", at, entry->author, what);
      for (guint j = 0; j < entry->changes->len; j++)
        {
          const AjHistoryChange *change = entry->changes->pdata[j];

          if (g_strcmp0 (change->id, id) == 0)
            print_change (cli, change);
        }
    }
  if (entries->len == 0)
    aj_cli_print_line (_ ("Nothing was changed."));
}

/* The id that is meant; one that was removed has no name any more. (transfer full) (nullable) */
static char *
read_id (AjCli *cli, const AjRecordType *type, GError **error)
{
  g_autoptr (GError) unknown = NULL;
  char *id;

  if (id_word == NULL || type == NULL)
    return id_word != NULL ? aj_text_clean_line (id_word) : NULL;
  id = aj_cli_resolve (cli, type, id_word, &unknown);
  if (g_error_matches (unknown, AJ_STORE_ERROR, AJ_STORE_ERROR_NOT_FOUND))
    return aj_text_clean_line (id_word);
  if (id == NULL)
    g_propagate_error (error, g_steal_pointer (&unknown));
  return id;
}

gboolean
aj_cli_run_history (AjCli *cli, char **arguments, GError **error)
{
  AjHistoryFilter filter = { .with_changes = cli->json || id_word != NULL };
  g_autofree char *id = NULL;
  g_autoptr (GPtrArray) entries = NULL;
  AjStore *store;

  if (type_word != NULL)
    {
      filter.type = aj_record_type_require (type_word, error);
      if (filter.type == NULL)
        return FALSE;
    }
  if (!read_since (cli, &filter.since, error))
    return FALSE;
  store = aj_cli_open_store (cli, error);
  id = store != NULL ? read_id (cli, filter.type, error) : NULL;
  if (store == NULL || (id_word != NULL && id == NULL))
    return FALSE;
  filter.id = id;
  entries = aj_store_list_history (store, &filter, error);
  if (entries == NULL)
    return FALSE;
  if (cli->json)
    print_entries_json (entries);
  else if (id != NULL)
    print_entries_of_record (cli, entries, id);
  else
    print_entries (entries);
  return TRUE;
}

/* @sentence: the same for people. */
static void
print_step (AjCli *cli, const char *member, const char *label, const char *sentence)
{
  JsonObject *object;
  JsonNode *node;

  if (!cli->json)
    {
      aj_cli_print_line (sentence);
      return;
    }
  object = json_object_new ();
  json_object_set_string_member (object, member, label);
  node = json_node_new (JSON_NODE_OBJECT);
  json_node_take_object (node, object);
  aj_cli_print_json (node);
}

/* The next process knows nothing of what this one was refused, so it says how to get past that. */
static gboolean
refuse_step (gboolean redo, GError *refusal, const char *next, GError **error)
{
  if (next == NULL)
    {
      g_propagate_error (error, refusal);
      return FALSE;
    }
  g_set_error (
      error, refusal->domain, refusal->code,
      redo
          /* Translators: the sentence why something cannot be made again, and the change that comes next. */
          ? _ ("%1$s With --pass-over the change after it is made again: “%2$s”.")
          /* Translators: the sentence why something cannot be undone, and the change that comes next. */
          : _ ("%1$s With --pass-over the change before it is taken back: “%2$s”."),
      refusal->message, next);
  g_error_free (refusal);
  return FALSE;
}

gboolean
aj_cli_run_undo (AjCli *cli, char **arguments, GError **error)
{
  AjStore *store = aj_cli_open_store (cli, error);
  g_autofree char *label = NULL;
  g_autofree char *next = NULL;
  g_autofree char *sentence = NULL;
  GError *refusal = NULL;

  if (store == NULL)
    return FALSE;
  if (!aj_store_undo_full (store, pass_over, &label, &next, &refusal))
    return refuse_step (FALSE, refusal, next, error);
  sentence = g_strdup_printf (_ ("Undone: %s"), label);
  print_step (cli, "undone", label, sentence);
  return TRUE;
}

gboolean
aj_cli_run_redo (AjCli *cli, char **arguments, GError **error)
{
  AjStore *store = aj_cli_open_store (cli, error);
  g_autofree char *label = NULL;
  g_autofree char *next = NULL;
  g_autofree char *sentence = NULL;
  GError *refusal = NULL;

  if (store == NULL)
    return FALSE;
  if (!aj_store_redo_full (store, pass_over, &label, &next, &refusal))
    return refuse_step (TRUE, refusal, next, error);
  sentence = g_strdup_printf (_ ("Made again: %s"), label);
  print_step (cli, "redone", label, sentence);
  return TRUE;
}
