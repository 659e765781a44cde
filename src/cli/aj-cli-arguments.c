/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-cli-arguments.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "aj-text.h"

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

gboolean
aj_cli_read_day (AjCli *cli, const char *word, AjDate *date, GError **error)
{
  AjDate today = aj_clock_get_today (cli->clock);

  *date = today;
  if (word == NULL || aj_date_parse_iso (word, date) || aj_date_parse_human (word, today, date))
    return TRUE;
  aj_cli_set_where (cli, word);
  return aj_cli_fail_usage (error, _ ("This is not a date. Write it like 2026-03-12."));
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
