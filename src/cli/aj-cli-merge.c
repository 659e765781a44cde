/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-cli-families.h"

#include <glib/gi18n-lib.h>

#include "aj-cli-arguments.h"
#include "aj-cli-output.h"
#include "aj-duplicate-search.h"
#include "aj-merge.h"
#include "aj-organisation.h"
#include "aj-person.h"

static char **take_words;

const GOptionEntry aj_cli_merge_options[] = {
  { "take", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &take_words,
    N_ ("Take this field from OTHER also where KEEP has it; may be given more than once"),
    N_ ("FIELD") },
  { NULL },
};

static JsonNode *
pairs_to_json (GArray *pairs)
{
  JsonArray *array = json_array_new ();
  JsonNode *node = json_node_new (JSON_NODE_ARRAY);

  for (guint i = 0; i < pairs->len; i++)
    {
      const AjDuplicate *pair = &g_array_index (pairs, AjDuplicate, i);
      JsonObject *object = json_object_new ();

      json_object_set_string_member (object, "reason", aj_duplicate_reason_get_code (pair->reason));
      json_object_set_member (object, "keep", aj_cli_values_to_json (pair->first));
      json_object_set_member (object, "other", aj_cli_values_to_json (pair->second));
      json_array_add_object_element (array, object);
    }
  json_node_take_array (node, array);
  return node;
}

/* Of one name there may be two, so each row says by which id it is told from the other. */
static void
print_pairs (AjCli *cli, GArray *pairs)
{
  g_autoptr (AjCliTable) table = aj_cli_table_new ();

  if (pairs->len == 0)
    {
      aj_cli_print_line (_ ("There are none."));
      return;
    }
  /* Translators: the head of a column: why two records may be one. */
  aj_cli_table_add_column (table, _ ("Reason"), FALSE, TRUE);
  aj_cli_table_add_column (table, _ ("Name"), FALSE, FALSE);
  aj_cli_table_add_column (table, _ ("Id"), FALSE, TRUE);
  /* Translators: the head of a column: the name of the second of two that may be one. */
  aj_cli_table_add_column (table, _ ("The other"), FALSE, FALSE);
  /* Translators: the head of a column. */
  aj_cli_table_add_column (table, _ ("Id of the other"), FALSE, TRUE);
  for (guint i = 0; i < pairs->len; i++)
    {
      const AjDuplicate *pair = &g_array_index (pairs, AjDuplicate, i);
      g_autofree char *first = aj_cli_describe (cli, pair->first);
      g_autofree char *second = aj_cli_describe (cli, pair->second);

      aj_cli_table_add_row (table, (const char *[]){ aj_duplicate_reason_describe (pair->reason),
                                                     first, aj_values_get_id (pair->first), second,
                                                     aj_values_get_id (pair->second), NULL });
    }
  aj_cli_table_print (table);
}

static gboolean
list_duplicates (AjCli *cli, const AjRecordType *type, GError **error)
{
  AjStore *store = aj_cli_open_store (cli, error);
  g_autoptr (GArray) pairs = store != NULL ? aj_duplicate_search (store, type, error) : NULL;

  if (pairs == NULL)
    return FALSE;
  if (cli->json)
    aj_cli_print_json (pairs_to_json (pairs));
  else
    print_pairs (cli, pairs);
  return TRUE;
}

/* The two that are named; (transfer full) each. */
static gboolean
load_pair (AjCli *cli,
           const AjRecordType *type,
           char **words,
           AjValues **first,
           AjValues **second,
           GError **error)
{
  *first = aj_cli_load (cli, type, words[0], error);
  *second = *first != NULL ? aj_cli_load (cli, type, words[1], error) : NULL;
  if (*second == NULL)
    return FALSE;
  if (!g_str_equal (aj_values_get_id (*first), aj_values_get_id (*second)))
    return TRUE;
  aj_cli_set_where (cli, words[1]);
  return aj_cli_fail_usage (error, _ ("This is twice the same one. Give the ids of two."));
}

/* What the first has not filled in, and what was asked for. */
static gboolean
choose_fields (
    AjCli *cli, const AjValues *first, const AjValues *second, guint64 *fields, GError **error)
{
  const AjRecordType *type = aj_values_get_record_type (first);

  *fields = aj_merge_list_likely (first, second);
  for (guint i = 0; take_words != NULL && take_words[i] != NULL; i++)
    {
      const AjField *field;

      aj_cli_set_where (cli, take_words[i]);
      field = aj_cli_require_field (type, take_words[i], error);
      if (field == NULL)
        return FALSE;
      if (field->internal)
        return aj_cli_fail_usage (error, _ ("The program keeps this field itself. Leave it out."));
      *fields |= G_GUINT64_CONSTANT (1) << (field - type->fields);
    }
  *fields &= aj_merge_list_choices (first, second);
  aj_cli_set_where (cli, NULL);
  return TRUE;
}

static gboolean
commit (AjCli *cli, AjEdit *edit, const AjValues *kept, GError **error)
{
  if (!aj_edit_is_empty (edit) && !aj_edit_commit (edit, error))
    return FALSE;
  aj_cli_print_done (cli, aj_values_get_record_type (kept), aj_values_get_id (kept),
                     aj_edit_get_revision (edit) != 0 ? aj_edit_get_label (edit)
                                                      : _ ("It was so already."),
                     aj_edit_get_revision (edit));
  return TRUE;
}

static gboolean
merge (AjCli *cli, const AjRecordType *type, char **words, GError **error)
{
  g_autoptr (AjValues) first = NULL;
  g_autoptr (AjValues) second = NULL;
  g_autoptr (AjEdit) edit = NULL;
  guint64 fields;

  if (!load_pair (cli, type, words, &first, &second, error) ||
      !choose_fields (cli, first, second, &fields, error))
    return FALSE;
  edit = aj_merge_prepare (cli->store, first, second, fields, error);
  return edit != NULL && commit (cli, edit, first, error);
}

static gboolean
keep_apart (AjCli *cli, const AjRecordType *type, char **words, GError **error)
{
  g_autoptr (AjValues) first = NULL;
  g_autoptr (AjValues) second = NULL;
  g_autoptr (AjEdit) edit = NULL;

  if (!load_pair (cli, type, words, &first, &second, error))
    return FALSE;
  edit = aj_merge_keep_apart (cli->store, first, second);
  return commit (cli, edit, first, error);
}

gboolean
aj_cli_run_person_duplicates (AjCli *cli, char **arguments, GError **error)
{
  return list_duplicates (cli, &aj_person_record_type, error);
}

gboolean
aj_cli_run_person_merge (AjCli *cli, char **arguments, GError **error)
{
  return merge (cli, &aj_person_record_type, arguments, error);
}

gboolean
aj_cli_run_person_apart (AjCli *cli, char **arguments, GError **error)
{
  return keep_apart (cli, &aj_person_record_type, arguments, error);
}

gboolean
aj_cli_run_organisation_duplicates (AjCli *cli, char **arguments, GError **error)
{
  return list_duplicates (cli, &aj_organisation_record_type, error);
}

gboolean
aj_cli_run_organisation_merge (AjCli *cli, char **arguments, GError **error)
{
  return merge (cli, &aj_organisation_record_type, arguments, error);
}

gboolean
aj_cli_run_organisation_apart (AjCli *cli, char **arguments, GError **error)
{
  return keep_apart (cli, &aj_organisation_record_type, arguments, error);
}
