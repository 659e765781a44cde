/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-cli-families.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "aj-cli-output.h"
#include "aj-export-table.h"
#include "aj-import.h"
#include "aj-person.h"
#include "aj-text.h"

static char *output_word;
static char *format_word;
static gboolean with_personal;
static gboolean is_dry_run;
static gboolean is_partial;
static gboolean takes_doubtful;

const GOptionEntry aj_cli_csv_export_options[] = {
  { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output_word,
    N_ ("The file to write; of people, FILE.vcf is one of address cards"), N_ ("FILE") },
  { "format", 'f', 0, G_OPTION_ARG_FILENAME, &format_word,
    N_ ("csv: for programs (the default); excel: for a spreadsheet in your language; of people "
        "also vcard, vcard3, outlook-nl and outlook-en"),
    N_ ("FORMAT") },
  { "with-personal", 0, 0, G_OPTION_ARG_NONE, &with_personal,
    N_ ("Write personal data and notes too; without it they are left out, and of people only role "
        "mailboxes are written"),
    NULL },
  { NULL },
};

const GOptionEntry aj_cli_csv_import_options[] = {
  { "dry-run", 0, 0, G_OPTION_ARG_NONE, &is_dry_run,
    N_ ("Show what each row would do and store nothing"), NULL },
  { "partly", 0, 0, G_OPTION_ARG_NONE, &is_partial,
    N_ ("Import the other rows when some are refused or doubtful; without it, nothing is stored "
        "then, and the exit status is 1"),
    NULL },
  { "doubtful", 0, 0, G_OPTION_ARG_NONE, &takes_doubtful,
    N_ ("Import the rows too that may well be a mistake"), NULL },
  { NULL },
};

static const struct
{
  const char *word;
  AjExportFormat format;
} formats[] = {
  { "csv", AJ_EXPORT_CSV },
  { "excel", AJ_EXPORT_EXCEL },
  { "vcard", AJ_EXPORT_VCARD_4 },
  { "vcard3", AJ_EXPORT_VCARD_3 },
  { "outlook-nl", AJ_EXPORT_OUTLOOK_DUTCH },
  { "outlook-en", AJ_EXPORT_OUTLOOK_ENGLISH },
};

static gboolean
find_format (const AjRecordType *type, AjExportFormat *format, GError **error)
{
  gboolean is_card = g_str_has_suffix (output_word, ".vcf");
  const char *word = format_word != NULL ? format_word : is_card ? "vcard" : "csv";
  guint i = 0;

  while (i < G_N_ELEMENTS (formats) && strcmp (formats[i].word, word) != 0)
    i++;
  if (i == G_N_ELEMENTS (formats))
    return aj_cli_fail_usage (error, _ ("There is no such format. Choose csv, excel, vcard, "
                                        "vcard3, outlook-nl or outlook-en."));
  *format = formats[i].format;
  if (aj_export_format_is_for_people (*format) && type != &aj_person_record_type)
    return aj_cli_fail_usage (error,
                              _ ("Only people can be written as this. Choose csv or excel."));
  return TRUE;
}

static void
print_export (AjCli *cli,
              const char *shown,
              const AjExportTableRequest *request,
              const AjExportTableResult *result)
{
  g_autofree char *written = NULL;
  g_autofree char *left_out = NULL;
  JsonObject *object;

  if (cli->json)
    {
      object = json_object_new ();
      json_object_set_string_member (object, "file", shown);
      json_object_set_int_member (object, "written", result->n_written);
      json_object_set_int_member (object, "left-out", result->n_left_out);
      aj_cli_print_json_object (object);
      return;
    }
  written = g_strdup_printf (
      /* Translators: a number and a file. */
      ngettext ("%u record written to %s.", "%u records written to %s.", result->n_written),
      result->n_written, shown);
  aj_cli_print_line (written);
  if (!request->with_personal)
    aj_cli_print_line (_ ("Personal data and notes were left out. Add: --with-personal"));
  if (result->n_left_out == 0)
    return;
  left_out = g_strdup_printf (ngettext ("%u was left out.", "%u were left out.",
                                        result->n_left_out),
                              result->n_left_out);
  aj_cli_print_line (left_out);
}

gboolean
aj_cli_run_csv_export (AjCli *cli, char **arguments, GError **error)
{
  AjExportTableRequest request = { .with_personal = with_personal };
  AjExportTableResult result = { 0 };
  g_autofree char *shown = NULL;

  request.type = aj_record_type_require (arguments[0], error);
  if (request.type == NULL)
    return FALSE;
  if (aj_text_or_null (output_word) == NULL)
    return aj_cli_fail_usage (error, _ ("The file to write is missing. Add: --output FILE"));
  if (!find_format (request.type, &request.format, error) || aj_cli_open_store (cli, error) == NULL)
    return FALSE;
  shown = g_filename_display_name (output_word);
  aj_cli_set_where (cli, shown);
  if (!aj_export_table_run (cli->store, &request, output_word, &result, error))
    return FALSE;
  print_export (cli, shown, &request, &result);
  return TRUE;
}

static AjImportRow *
get_row (AjImport *import, guint index)
{
  g_autoptr (AjImportRow) row = g_list_model_get_item (G_LIST_MODEL (import), index);

  /* The import has it as long as it is there. */
  return row;
}

static guint
count_rows (AjImport *import)
{
  return g_list_model_get_n_items (G_LIST_MODEL (import));
}

/* New or changed, and not taken along. */
static gboolean
is_left_out (AjImportRow *row)
{
  AjImportVerdict verdict = aj_import_row_get_verdict (row);

  return !aj_import_row_get_wanted (row) &&
         (verdict == AJ_IMPORT_NEW || verdict == AJ_IMPORT_CHANGED);
}

static guint
count_left_out (AjImport *import)
{
  guint count = 0;

  for (guint i = 0; i < count_rows (import); i++)
    count += is_left_out (get_row (import, i));
  return count;
}

static void
add_changes_json (JsonObject *object, AjImportRow *row)
{
  const AjValues *before = aj_import_row_get_before (row);
  const AjValues *after = aj_import_row_get_after (row);
  const AjRecordType *type = aj_values_get_record_type (after);
  JsonArray *changes = json_array_new ();

  for (guint i = 0; i < type->n_fields; i++)
    {
      const AjField *field = &type->fields[i];
      JsonObject *change;

      if (field->internal || !aj_values_differ (before, after, field->name))
        continue;
      change = json_object_new ();
      json_object_set_string_member (change, "field", field->name);
      if (before != NULL)
        json_object_set_member (change, "before",
                                aj_cli_value_to_json (field, aj_values_peek (before, i)));
      json_object_set_member (change, "after",
                              aj_cli_value_to_json (field, aj_values_peek (after, i)));
      json_array_add_object_element (changes, change);
    }
  json_object_set_array_member (object, "changes", changes);
}

static JsonArray *
list_reasons (AjImportRow *row)
{
  JsonArray *reasons = json_array_new ();
  const char *reason = aj_import_row_get_reason (row);
  g_auto (GStrv) lines = g_strsplit (reason != NULL ? reason : "", "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    json_array_add_string_element (reasons, lines[i]);
  return reasons;
}

static JsonObject *
row_to_json (AjImport *import, AjImportRow *row)
{
  JsonObject *object = json_object_new ();
  int column = aj_import_row_get_fault_column (row);

  json_object_set_int_member (object, "line", aj_import_row_get_line (row));
  json_object_set_string_member (object, "verdict",
                                 aj_import_verdict_get_code (aj_import_row_get_verdict (row)));
  json_object_set_boolean_member (object, "taken", aj_import_row_get_wanted (row));
  json_object_set_string_member (object, "title", aj_import_row_get_title (row));
  json_object_set_array_member (object, "reasons", list_reasons (row));
  if (column >= 0)
    {
      const AjField *field = aj_import_get_column_field (import, (guint) column);

      json_object_set_string_member (object, "column", field != NULL ? field->name : "id");
    }
  if (aj_import_row_get_verdict (row) == AJ_IMPORT_REFUSED)
    return object;
  json_object_set_string_member (object, "id", aj_values_get_id (aj_import_row_get_after (row)));
  add_changes_json (object, row);
  return object;
}

static JsonArray *
list_added (AjImport *import)
{
  g_autoptr (GPtrArray) missing = aj_import_list_missing (import);
  JsonArray *added = json_array_new ();

  for (guint i = 0; i < missing->len; i++)
    {
      const AjValues *values = missing->pdata[i];
      const AjRecordType *type = aj_values_get_record_type (values);
      JsonObject *object = json_object_new ();

      json_object_set_string_member (object, "type", type->name);
      json_object_set_string_member (object, "id", aj_values_get_id (values));
      json_object_set_string_member (object, "title",
                                     aj_values_get_text (values, type->title_field));
      json_array_add_object_element (added, object);
    }
  return added;
}

static void
print_import_json (AjImport *import, gboolean stored)
{
  JsonObject *object = json_object_new ();
  JsonArray *rows = json_array_new ();
  JsonArray *ignored = json_array_new ();
  GPtrArray *headings = aj_import_get_ignored (import);

  json_object_set_string_member (object, "file", aj_import_get_name (import));
  json_object_set_boolean_member (object, "stored", stored);
  for (guint i = 0; i < AJ_IMPORT_N_VERDICTS; i++)
    json_object_set_int_member (object, aj_import_verdict_get_code ((AjImportVerdict) i),
                                aj_import_count (import, (AjImportVerdict) i));
  json_object_set_int_member (object, "taken", aj_import_count_wanted (import));
  json_object_set_array_member (object, "added-along", list_added (import));
  for (guint i = 0; i < headings->len; i++)
    json_array_add_string_element (ignored, headings->pdata[i]);
  json_object_set_array_member (object, "ignored-columns", ignored);
  for (guint i = 0; i < count_rows (import); i++)
    json_array_add_object_element (rows, row_to_json (import, get_row (import, i)));
  json_object_set_array_member (object, "rows", rows);
  aj_cli_print_json_object (object);
}

static void
print_rows (AjImport *import)
{
  g_autoptr (AjCliTable) table = aj_cli_table_new ();

  /* Translators: the head of a column: the line of a file. */
  aj_cli_table_add_column (table, _ ("Line"), TRUE, TRUE);
  /* Translators: the head of a column: whether a row is new, changed, the same or refused. */
  aj_cli_table_add_column (table, _ ("Verdict"), FALSE, TRUE);
  aj_cli_table_add_column (table, _ ("Name"), FALSE, FALSE);
  /* Translators: the head of a column: why a row is refused. */
  aj_cli_table_add_column (table, _ ("Reason"), FALSE, TRUE);
  for (guint i = 0; i < count_rows (import); i++)
    {
      AjImportRow *row = get_row (import, i);
      const char *reason = aj_import_row_get_reason (row);
      g_autofree char *line = g_strdup_printf ("%u", aj_import_row_get_line (row));
      g_autofree char *why = g_strdelimit (g_strdup (reason != NULL ? reason : ""), "\n", ' ');
      g_autofree char *verdict = NULL;
      const char *label = aj_import_verdict_get_label (aj_import_row_get_verdict (row));

      /* Translators: a verdict on a row of a file, "new", which is not imported. */
      verdict = is_left_out (row) ? g_strdup_printf (_ ("%s, left out"), label) : g_strdup (label);
      aj_cli_table_add_row (table, (const char *[]){ line, verdict, aj_import_row_get_title (row),
                                                     why, NULL });
    }
  aj_cli_table_print (table);
}

static void
print_added (AjImport *import)
{
  g_autoptr (GPtrArray) missing = aj_import_list_missing (import);

  for (guint i = 0; i < missing->len; i++)
    {
      const AjValues *values = missing->pdata[i];
      const AjRecordType *type = aj_values_get_record_type (values);
      g_autofree char *line = g_strdup_printf (
          /* Translators: a kind of record and its name: "Added along: Organisation “Saxion”". */
          _ ("Added along: %1$s “%2$s”"), aj_record_type_get_label (type),
          aj_values_get_text (values, type->title_field));

      aj_cli_print_line (line);
    }
}

static void
print_ignored (AjImport *import)
{
  GPtrArray *headings = aj_import_get_ignored (import);
  g_autoptr (GString) names = g_string_new (NULL);
  g_autofree char *line = NULL;

  if (headings->len == 0)
    return;
  for (guint i = 0; i < headings->len; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", (char *) headings->pdata[i]);
  /* Translators: names of columns. */
  line = g_strdup_printf (_ ("Columns that are not imported: %s"), names->str);
  aj_cli_print_line (line);
}

static void
print_import (AjCli *cli, AjImport *import, gboolean stored)
{
  g_autofree char *sum = NULL;

  if (cli->json)
    {
      print_import_json (import, stored);
      return;
    }
  if (count_rows (import) == 0)
    {
      aj_cli_print_line (_ ("There are no rows in this file."));
      return;
    }
  print_rows (import);
  print_added (import);
  print_ignored (import);
  sum = aj_import_dup_sum (import);
  if (is_dry_run)
    aj_cli_print_line (_ ("Nothing was stored; without --dry-run this would be done:"));
  aj_cli_print_line (sum);
}

static gboolean
refuse (guint n_refused, guint n_left_out, GError **error)
{
  g_autofree char *refused = g_strdup_printf (ngettext ("%u row is refused", "%u rows are refused",
                                                        n_refused),
                                              n_refused);
  g_autofree char *doubtful = g_strdup_printf (ngettext ("%u row is doubtful",
                                                         "%u rows are doubtful", n_left_out),
                                               n_left_out);

  if (n_left_out == 0)
    g_set_error (error, AJ_CLI_ERROR, AJ_CLI_ERROR_REFUSED,
                 /* Translators: "3 rows are refused". */
                 _ ("%s, so nothing was stored. Correct them, or add --partly to import the "
                    "others."),
                 refused);
  else if (n_refused == 0)
    g_set_error (error, AJ_CLI_ERROR, AJ_CLI_ERROR_REFUSED,
                 /* Translators: "3 rows are doubtful". */
                 _ ("%s, so nothing was stored. Add --doubtful to import them too, or --partly to "
                    "import the others."),
                 doubtful);
  else
    g_set_error (error, AJ_CLI_ERROR, AJ_CLI_ERROR_REFUSED,
                 /* Translators: "3 rows are refused", "1 row is doubtful". */
                 _ ("%1$s and %2$s, so nothing was stored. Correct them, or add --partly to import "
                    "the others."),
                 refused, doubtful);
  return FALSE;
}

static gboolean
store_import (AjImport *import, GError **error)
{
  g_autoptr (AjEdit) edit = NULL;

  if (is_dry_run || aj_import_count_wanted (import) == 0)
    return TRUE;
  edit = aj_import_make_edit (import);
  return aj_edit_commit (edit, error);
}

gboolean
aj_cli_run_csv_import (AjCli *cli, char **arguments, GError **error)
{
  const AjRecordType *type = aj_record_type_require (arguments[0], error);
  g_autofree char *shown = g_filename_display_name (arguments[1]);
  AjImportTable *table;
  g_autoptr (AjImport) import = NULL;
  guint n_refused, n_left_out;
  gboolean is_refused;

  if (type == NULL || aj_cli_open_store (cli, error) == NULL)
    return FALSE;
  aj_cli_set_where (cli, shown);
  table = aj_import_table_read_file (type, arguments[1], error);
  if (table == NULL)
    return FALSE;
  import = aj_import_load (cli->store, table, error);
  if (import == NULL)
    return FALSE;
  for (guint i = 0; takes_doubtful && i < count_rows (import); i++)
    aj_import_row_set_wanted (get_row (import, i), TRUE);
  n_refused = aj_import_count (import, AJ_IMPORT_REFUSED);
  n_left_out = count_left_out (import);
  is_refused = n_refused + n_left_out > 0 && !is_partial;
  if (!is_refused && !store_import (import, error))
    return FALSE;
  print_import (cli, import, !is_refused && !is_dry_run);
  return !is_refused || refuse (n_refused, n_left_out, error);
}
