/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-cli-families.h"

#include <glib/gi18n-lib.h>

#include "aj-cli-arguments.h"
#include "aj-cli-edition.h"
#include "aj-cli-output.h"
#include "aj-cli-returns-take.h"
#include "aj-text.h"

/* How much of a value is shown in a table. */
#define MAX_SHOWN 40

static char *edition_word;
static char **taken_words;
static gboolean takes_doubtful;
static gboolean is_dry_run;

const GOptionEntry aj_cli_forms_import_options[] = {
  { "edition", 0, 0, G_OPTION_ARG_FILENAME, &edition_word,
    N_ ("The edition, by its year, name or id (default: the latest)"), N_ ("EDITION") },
  { "take", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &taken_words,
    N_ ("Take this row as well, which is left out by itself: FILE:LINE or FILE:TITLE, as the first "
        "column shows it; may be given more than once"),
    N_ ("ROW") },
  { "doubtful", 0, 0, G_OPTION_ARG_NONE, &takes_doubtful,
    N_ ("Take all rows that may be a mistake; those that cancel something, and of which there are "
        "two versions, are only taken by name"),
    NULL },
  { "dry-run", 0, 0, G_OPTION_ARG_NONE, &is_dry_run,
    N_ ("Show what each row would do and store nothing"), NULL },
  { NULL },
};

static AjReturnRow *
get_row (AjReturns *returns, guint index)
{
  g_autoptr (AjReturnRow) row = g_list_model_get_item (G_LIST_MODEL (returns), index);

  /* The returns have it as long as they are there. */
  return row;
}

static guint
count_rows (AjReturns *returns)
{
  return g_list_model_get_n_items (G_LIST_MODEL (returns));
}

static JsonArray *
list_reasons (AjReturnRow *row)
{
  JsonArray *reasons = json_array_new ();
  const char *reason = aj_return_row_get_reason (row);
  g_auto (GStrv) lines = g_strsplit (reason != NULL ? reason : "", "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    json_array_add_string_element (reasons, lines[i]);
  return reasons;
}

static JsonArray *
list_changes (AjReturns *returns, AjReturnRow *row)
{
  JsonArray *array = json_array_new ();
  g_autoptr (GPtrArray) changes = aj_returns_list_changes (returns, row);

  for (guint i = 0; i < changes->len; i++)
    {
      const AjImportChange *change = changes->pdata[i];
      JsonObject *object = json_object_new ();

      json_object_set_string_member (object, "field", change->field->name);
      json_object_set_string_member (object, "from", change->before);
      json_object_set_string_member (object, "to", change->after);
      json_array_add_object_element (array, object);
    }
  return array;
}

static JsonObject *
row_to_json (AjReturns *returns, AjReturnRow *row)
{
  JsonObject *object = json_object_new ();
  const AjValues *after = aj_return_row_get_after (row);

  g_autofree char *name = aj_cli_return_dup_name (row);

  json_object_set_string_member (object, "row", name);
  json_object_set_string_member (object, "file", aj_return_row_get_file (row));
  json_object_set_int_member (object, "line", aj_return_row_get_line (row));
  json_object_set_string_member (object, "kind",
                                 aj_return_kind_get_code (aj_return_row_get_kind (row)));
  json_object_set_string_member (object, "verdict",
                                 aj_import_verdict_get_code (aj_return_row_get_verdict (row)));
  json_object_set_boolean_member (object, "doubtful", aj_return_row_is_doubtful (row));
  json_object_set_boolean_member (object, "taken", aj_return_row_get_wanted (row));
  json_object_set_string_member (object, "municipality", aj_return_row_get_municipality (row));
  json_object_set_string_member (object, "title", aj_return_row_get_title (row));
  json_object_set_string_member (object, "id", after != NULL ? aj_values_get_id (after) : NULL);
  json_object_set_array_member (object, "changes", list_changes (returns, row));
  json_object_set_array_member (object, "reasons", list_reasons (row));
  return object;
}

static void
add_sentences (JsonObject *object, const char *name, GPtrArray *sentences)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < sentences->len; i++)
    json_array_add_string_element (array, sentences->pdata[i]);
  json_object_set_array_member (object, name, array);
}

/* Who is made along with what is taken. */
static void
add_made (JsonObject *object, AjReturns *returns)
{
  JsonArray *array = json_array_new ();
  g_autoptr (GPtrArray) made = aj_returns_list_made (returns);

  for (guint i = 0; i < made->len; i++)
    {
      const AjValues *values = made->pdata[i];
      JsonObject *one = json_object_new ();

      json_object_set_string_member (one, "type", aj_values_get_record_type (values)->name);
      json_object_set_string_member (one, "id", aj_values_get_id (values));
      json_object_set_string_member (one, "name", aj_values_get_text (values, "name"));
      json_array_add_object_element (array, one);
    }
  json_object_set_array_member (object, "made", array);
}

static void
print_json (AjReturns *returns, gboolean stored)
{
  JsonObject *object = json_object_new ();
  JsonArray *rows = json_array_new ();

  json_object_set_boolean_member (object, "stored", stored);
  json_object_set_string_member (object, "edition",
                                 aj_values_get_id (aj_returns_get_edition (returns)));
  json_object_set_int_member (object, "forms", aj_returns_count_forms (returns));
  json_object_set_int_member (object, "taken", aj_returns_count_wanted (returns));
  json_object_set_int_member (object, "doubtful", aj_returns_count_doubtful (returns));
  for (guint i = 0; i < AJ_IMPORT_N_VERDICTS; i++)
    json_object_set_int_member (object, aj_import_verdict_get_code ((AjImportVerdict) i),
                                aj_returns_count (returns, (AjImportVerdict) i));
  add_sentences (object, "problems", aj_returns_get_problems (returns));
  add_sentences (object, "ignored", aj_returns_get_ignored (returns));
  add_made (object, returns);
  for (guint i = 0; i < count_rows (returns); i++)
    json_array_add_object_element (rows, row_to_json (returns, get_row (returns, i)));
  json_object_set_array_member (object, "rows", rows);
  aj_cli_print_json_object (object);
}

static char *
describe_verdict (AjReturnRow *row)
{
  const char *label = aj_import_verdict_get_label (aj_return_row_get_verdict (row));

  return aj_return_row_can_be_wanted (row) && !aj_return_row_get_wanted (row)
             /* Translators: a verdict on a row of a file, "new", which is not imported. */
             ? g_strdup_printf (_ ("%s, left out"), label)
             : g_strdup (label);
}

/* (transfer full): what a row changes, or why it is refused, on one line. */
static char *
describe_row (AjReturns *returns, AjReturnRow *row)
{
  const char *reason = aj_return_row_get_reason (row);
  g_autoptr (GString) text = g_string_new (reason);
  g_autoptr (GPtrArray) changes = NULL;

  if (aj_return_row_get_verdict (row) == AJ_IMPORT_CHANGED)
    changes = aj_returns_list_changes (returns, row);
  for (guint i = 0; changes != NULL && i < changes->len; i++)
    {
      const AjImportChange *change = changes->pdata[i];
      const char *label = aj_field_get_label (change->field);
      g_autofree char *from = aj_text_truncate_utf16 (change->before, MAX_SHOWN);
      g_autofree char *to = aj_text_truncate_utf16 (change->after, MAX_SHOWN);
      g_autofree char *line =
          *from != '\0'
              /* Translators: the label of a field, what stands in it, what will stand in it. */
              ? g_strdup_printf (_ ("%1$s: %2$s → %3$s"), label, from, to)
              : g_strdup_printf (_ ("%s: %s"), label, to);

      g_string_append_printf (text, "%s%s", text->len > 0 ? "; " : "", line);
    }
  g_strdelimit (text->str, "\n", ' ');
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
print_rows (AjReturns *returns)
{
  g_autoptr (AjCliTable) table = aj_cli_table_new ();

  aj_cli_table_add_column (table, _ ("Row"), FALSE, TRUE);
  aj_cli_table_add_column (table, _ ("Municipality"), FALSE, TRUE);
  aj_cli_table_add_column (table, _ ("Title"), FALSE, TRUE);
  aj_cli_table_add_column (table, _ ("Verdict"), FALSE, TRUE);
  aj_cli_table_add_column (table, _ ("Reason"), FALSE, TRUE);
  for (guint i = 0; i < count_rows (returns); i++)
    {
      AjReturnRow *row = get_row (returns, i);
      const char *municipality = aj_return_row_get_municipality (row);
      gboolean is_answer = aj_return_row_get_kind (row) == AJ_RETURN_ANSWER;
      g_autofree char *name = aj_cli_return_dup_name (row);
      g_autofree char *verdict = describe_verdict (row);
      g_autofree char *why = describe_row (returns, row);

      aj_cli_table_add_row (table, (const char *[]){ name, municipality != NULL ? municipality : "",
                                                     is_answer ? "" : aj_return_row_get_title (row),
                                                     verdict, why, NULL });
    }
  aj_cli_table_print (table);
}

static void
print_taken (GPtrArray *taken)
{
  if (taken->len > 0)
    aj_cli_print_line (_ ("Taken because you said so:"));
  for (guint i = 0; i < taken->len; i++)
    {
      g_autofree char *name = aj_cli_return_dup_name (taken->pdata[i]);
      g_autofree char *line =
          /* Translators: which row of a file, and the title of an activity. */
          g_strdup_printf (_ ("  %1$s: %2$s"), name, aj_return_row_get_title (taken->pdata[i]));

      aj_cli_print_line (line);
    }
}

static gboolean
leaves_out (AjReturns *returns)
{
  for (guint i = 0; i < count_rows (returns); i++)
    if (aj_return_row_can_be_wanted (get_row (returns, i)) &&
        !aj_return_row_get_wanted (get_row (returns, i)))
      return TRUE;
  return FALSE;
}

/* Who is not known yet is told of before anything is stored twice under two names. */
static void
print_made (AjReturns *returns)
{
  g_autoptr (GPtrArray) made = aj_returns_list_made (returns);

  if (made->len > 0)
    aj_cli_print_line (_ ("Not known yet, and added:"));
  for (guint i = 0; i < made->len; i++)
    {
      const AjValues *values = made->pdata[i];
      g_autofree char *line = g_strdup_printf (
          /* Translators: a kind of record, and its name. */
          _ ("  %1$s: %2$s"), aj_record_type_get_label (aj_values_get_record_type (values)),
          aj_values_get_text (values, "name"));

      aj_cli_print_line (line);
    }
}

static void
print_ignored (AjReturns *returns)
{
  GPtrArray *ignored = aj_returns_get_ignored (returns);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autofree char *joined = NULL;
  g_autofree char *line = NULL;

  if (ignored->len == 0)
    return;
  for (guint i = 0; i < ignored->len; i++)
    g_ptr_array_add (names, ignored->pdata[i]);
  g_ptr_array_add (names, NULL);
  joined = aj_text_join_names ((const char *const *) names->pdata);
  /* Translators: headings of columns of a table. */
  line = g_strdup_printf (_ ("Columns that are not used: %s"), joined);
  aj_cli_print_line (line);
}

static void
print_returns (AjCli *cli, AjReturns *returns, GPtrArray *taken, gboolean stored)
{
  GPtrArray *problems = aj_returns_get_problems (returns);
  g_autofree char *sum = NULL;

  if (cli->json)
    {
      print_json (returns, stored);
      return;
    }
  for (guint i = 0; i < problems->len; i++)
    g_printerr ("%s\n", (char *) problems->pdata[i]);
  print_rows (returns);
  print_ignored (returns);
  print_made (returns);
  print_taken (taken);
  sum = aj_returns_dup_sum (returns);
  if (is_dry_run)
    aj_cli_print_line (_ ("Nothing was stored; without --dry-run this would be done:"));
  aj_cli_print_line (sum);
  if (leaves_out (returns))
    aj_cli_print_line (
        _ ("What is left out may be a mistake. Take it all the same with --take ROW, "
           "as the first column shows it, or with --doubtful."));
}

/* Nothing could be read: the first says why. */
static gboolean
fail_unread (AjCli *cli, AjReturns *returns, const char *path, GError **error)
{
  GPtrArray *problems = aj_returns_get_problems (returns);
  g_autofree char *name = g_filename_display_basename (path);

  aj_cli_set_where (cli, name);
  g_set_error_literal (error, AJ_CLI_ERROR, AJ_CLI_ERROR_REFUSED, problems->pdata[0]);
  return FALSE;
}

gboolean
aj_cli_run_forms_import (AjCli *cli, char **arguments, GError **error)
{
  g_autoptr (AjReturns) returns = NULL;
  g_autoptr (AjEdit) edit = NULL;
  g_autoptr (GPtrArray) taken = NULL;
  g_autofree char *edition = NULL;
  gboolean stores;

  if (aj_cli_open_store (cli, error) == NULL)
    return FALSE;
  edition = aj_cli_resolve_edition (cli, edition_word, error);
  if (edition == NULL)
    return FALSE;
  returns = aj_returns_load (cli->store, edition, (const char *const *) arguments,
                             aj_clock_get_today (cli->clock), aj_store_get_author (cli->store),
                             error);
  if (returns == NULL)
    return FALSE;
  if (count_rows (returns) == 0 && aj_returns_get_problems (returns)->len > 0)
    return fail_unread (cli, returns, arguments[0], error);
  taken = aj_cli_returns_take (returns, taken_words, arguments[1] == NULL, takes_doubtful, error);
  if (taken == NULL)
    return FALSE;
  stores = !is_dry_run && aj_returns_count_wanted (returns) > 0;
  edit = stores ? aj_returns_make_edit (returns) : NULL;
  if (edit != NULL && !aj_edit_commit (edit, error))
    return FALSE;
  print_returns (cli, returns, taken, stores);
  if (!is_dry_run && aj_returns_count (returns, AJ_IMPORT_REFUSED) == count_rows (returns))
    {
      g_set_error_literal (error, AJ_CLI_ERROR, AJ_CLI_ERROR_REFUSED,
                           _ ("Every row was refused. Nothing was stored."));
      return FALSE;
    }
  return TRUE;
}
