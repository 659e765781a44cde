/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-cli-arguments.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "aj-naming.h"
#include "aj-text.h"

/* The ids of the records with a value in one field; two are enough to know that one is not alone. */
static gboolean
collect_id_cb (const AjValues *values, gpointer user_data, GError **error)
{
  g_ptr_array_add (user_data, g_strdup (aj_values_get_id (values)));
  return TRUE;
}

static GPtrArray *
find_ids (
    AjStore *store, const AjRecordType *type, const char *field, const char *text, GError **error)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (AjQuery) query = aj_query_new (type);

  aj_query_where_text (query, field, AJ_QUERY_EQUAL, text);
  aj_query_limit (query, 2);
  return aj_store_each (store, query, collect_id_cb, ids, error) ? g_steal_pointer (&ids) : NULL;
}

static char *
fail_ambiguous (const AjRecordType *type, const char *text, GError **error)
{
  g_set_error (error, AJ_CLI_ERROR, AJ_CLI_ERROR_REFUSED,
               /* Translators: a record type ("Group"), a name. */
               _ ("%s: more than one is called “%s”. Give the id, which “aanjager-cli list %s” "
                  "shows."),
               aj_record_type_get_label (type), text, type->name);
  return NULL;
}

static char *
fail_unknown (const AjRecordType *type, const char *text, GError **error)
{
  g_set_error (error, AJ_STORE_ERROR, AJ_STORE_ERROR_NOT_FOUND,
               /* Translators: a record type ("Group"), an id or name. */
               _ ("%s: there is none with the id or name “%s”. See: aanjager-cli list %s"),
               aj_record_type_get_label (type), text, type->name);
  return NULL;
}

static gboolean
is_name (const AjRecordType *type, const AjField *field)
{
  return (field->kind == AJ_FIELD_TEXT || field->kind == AJ_FIELD_CHOICE) &&
         (field->unique || g_strcmp0 (field->name, type->title_field) == 0);
}

char *
aj_cli_resolve (AjCli *cli, const AjRecordType *type, const char *text, GError **error)
{
  AjStore *store = aj_cli_open_store (cli, error);
  g_autofree char *clean = aj_text_clean_line (text);
  g_autoptr (GPtrArray) ids = NULL;

  if (store == NULL)
    return NULL;
  ids = find_ids (store, type, "id", clean, error);
  for (guint i = 0; ids != NULL && ids->len == 0 && i < type->n_fields; i++)
    if (is_name (type, &type->fields[i]))
      {
        g_ptr_array_unref (ids);
        ids = find_ids (store, type, type->fields[i].name, clean, error);
      }
  if (ids == NULL)
    return NULL;
  if (ids->len > 1)
    return fail_ambiguous (type, clean, error);
  if (ids->len == 0)
    return fail_unknown (type, clean, error);
  return g_strdup (ids->pdata[0]);
}

static gboolean
take_values_cb (const AjValues *values, gpointer user_data, GError **error)
{
  AjValues **found = user_data;

  g_clear_pointer (found, aj_values_unref);
  *found = aj_values_ref (values);
  return TRUE;
}

/* NULL without an error when there is none. */
static AjValues *
read_values (AjStore *store, const AjRecordType *type, const char *id, GError **error)
{
  g_autoptr (AjQuery) query = aj_query_new (type);
  g_autoptr (AjValues) found = NULL;

  aj_query_where_text (query, "id", AJ_QUERY_EQUAL, id);
  if (!aj_store_each (store, query, take_values_cb, &found, error))
    return NULL;
  return g_steal_pointer (&found);
}

AjValues *
aj_cli_load (AjCli *cli, const AjRecordType *type, const char *text, GError **error)
{
  g_autofree char *id = aj_cli_resolve (cli, type, text, error);
  g_autoptr (GError) failure = NULL;
  AjValues *values;

  if (id == NULL)
    return NULL;
  values = read_values (cli->store, type, id, &failure);
  if (failure != NULL)
    g_propagate_error (error, g_steal_pointer (&failure));
  else if (values == NULL)
    fail_unknown (type, text, error);
  return values;
}

void
aj_cli_assignment_clear (AjCliAssignment *self)
{
  aj_value_clear (&self->value);
}

const AjField *
aj_cli_require_field (const AjRecordType *type, const char *name, GError **error)
{
  int index = aj_record_type_find (type, name);

  if (index >= 0)
    return &type->fields[index];
  aj_cli_fail_usage (error, _ ("There is no field “%s” in “%s”. See: aanjager-cli fields %s"), name,
                     type->name, type->name);
  return NULL;
}

gboolean
aj_cli_parse_assignment (AjCli *cli,
                         const AjRecordType *type,
                         const char *word,
                         AjCliAssignment *assignment,
                         GError **error)
{
  const char *sign = strchr (word, '=');
  g_autofree char *name = sign != NULL ? g_strndup (word, (gsize) (sign - word)) : NULL;
  const AjField *field;
  g_autofree char *id = NULL;

  aj_cli_set_where (cli, word);
  if (sign == NULL)
    return aj_cli_fail_usage (error, _ ("A field and its value are missing. Write them like: "
                                        "theme=Phishing"));
  field = aj_cli_require_field (type, name, error);
  if (field == NULL)
    return FALSE;
  if (field->kind == AJ_FIELD_REFERENCE && aj_text_or_null (sign + 1) != NULL)
    {
      id = aj_cli_resolve (cli, aj_record_type_lookup (field->target), sign + 1, error);
      if (id == NULL)
        {
          aj_cli_set_where (cli, word);
          return FALSE;
        }
    }
  assignment->index = (guint) aj_record_type_find (type, name);
  if (!aj_field_parse (field, id != NULL ? id : sign + 1, &assignment->value, error))
    return FALSE;
  aj_cli_set_where (cli, NULL);
  return TRUE;
}

static void
clear_assignment_cb (gpointer data)
{
  aj_cli_assignment_clear (data);
}

GArray *
aj_cli_parse_assignments (AjCli *cli, const AjRecordType *type, char **words, GError **error)
{
  g_autoptr (GArray) assignments = g_array_new (FALSE, TRUE, sizeof (AjCliAssignment));
  guint64 seen = 0;

  g_array_set_clear_func (assignments, clear_assignment_cb);
  for (guint i = 0; words[i] != NULL; i++)
    {
      AjCliAssignment assignment = { 0 };

      if (!aj_cli_parse_assignment (cli, type, words[i], &assignment, error))
        return NULL;
      g_array_append_val (assignments, assignment);
      aj_cli_set_where (cli, words[i]);
      if ((seen & (G_GUINT64_CONSTANT (1) << assignment.index)) != 0)
        {
          aj_cli_fail_usage (error, _ ("This field is given twice. Give it once."));
          return NULL;
        }
      if (type->fields[assignment.index].internal)
        {
          aj_cli_fail_usage (error, _ ("The program keeps this field itself. Leave it out."));
          return NULL;
        }
      seen |= G_GUINT64_CONSTANT (1) << assignment.index;
    }
  aj_cli_set_where (cli, NULL);
  return g_steal_pointer (&assignments);
}

static AjValues *
find_named (const AjRecordType *type, const char *id, gpointer user_data)
{
  return read_values (user_data, type, id, NULL);
}

char *
aj_cli_describe (AjCli *cli, const AjValues *values)
{
  AjStore *store = aj_cli_open_store (cli, NULL);
  const AjRecordType *type = aj_values_get_record_type (values);
  char *name = store != NULL ? aj_naming_describe (values, find_named, store) : NULL;

  if (name == NULL && type->single_id != NULL)
    return g_strdup (aj_record_type_get_label (type));
  return name != NULL ? name : g_strdup (aj_values_get_id (values));
}

char *
aj_cli_describe_id (AjCli *cli, const AjRecordType *type, const char *id)
{
  AjStore *store = aj_cli_open_store (cli, NULL);
  g_autoptr (AjValues) values = store != NULL ? read_values (store, type, id, NULL) : NULL;

  return values != NULL ? aj_cli_describe (cli, values) : g_strdup (id);
}

gboolean
aj_cli_read_day (AjCli *cli, const char *word, AjDate *date, GError **error)
{
  AjDate today = aj_clock_get_today (cli->clock);

  *date = today;
  if (word == NULL || aj_date_parse_iso (word, date) || aj_date_parse_human (word, today, date))
    return TRUE;
  aj_cli_set_where (cli, word);
  return aj_cli_fail_usage (error, _ ("This is not a date. Write it like --on 2026-03-12."));
}

gboolean
aj_cli_read_year (AjCli *cli, const char *word, int *year, GError **error)
{
  guint64 number;

  aj_cli_set_where (cli, word);
  if (!g_ascii_string_to_unsigned (word, 10, 1, AJ_DATE_MAX_YEAR, &number, NULL))
    return aj_cli_fail_usage (error, _ ("This is not a year. Write it like --year 2027."));
  *year = (int) number;
  aj_cli_set_where (cli, NULL);
  return TRUE;
}
