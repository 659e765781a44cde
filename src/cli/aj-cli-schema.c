/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-cli-families.h"

#include <glib/gi18n-lib.h>

#include "aj-cli-output.h"

static JsonNode *
take_array (JsonArray *array)
{
  JsonNode *node = json_node_new (JSON_NODE_ARRAY);

  json_node_take_array (node, array);
  return node;
}

static JsonNode *
types_to_json (void)
{
  JsonArray *array = json_array_new ();

  for (const AjRecordType *const *type = aj_record_types_all (); *type != NULL; type++)
    {
      JsonObject *object = json_object_new ();

      json_object_set_string_member (object, "name", (*type)->name);
      json_object_set_string_member (object, "label", aj_record_type_get_label (*type));
      json_object_set_string_member (object, "plural-label",
                                     aj_record_type_get_plural_label (*type));
      json_array_add_object_element (array, object);
    }
  return take_array (array);
}

gboolean
aj_cli_run_types (AjCli *cli, char **arguments, GError **error)
{
  g_autoptr (AjCliTable) table = aj_cli_table_new ();

  if (cli->json)
    {
      aj_cli_print_json (types_to_json ());
      return TRUE;
    }
  aj_cli_table_add_column (table, _ ("Type"), FALSE, TRUE);
  aj_cli_table_add_column (table, _ ("What it is"), FALSE, FALSE);
  for (const AjRecordType *const *type = aj_record_types_all (); *type != NULL; type++)
    {
      const char *cells[] = { (*type)->name, aj_record_type_get_plural_label (*type), NULL };

      aj_cli_table_add_row (table, cells);
    }
  aj_cli_table_print (table);
  return TRUE;
}

static const char *
get_kind_name (AjFieldKind kind)
{
  switch (kind)
    {
    case AJ_FIELD_INTEGER:
      return "integer";
    case AJ_FIELD_REAL:
      return "real";
    case AJ_FIELD_BOOLEAN:
      return "boolean";
    case AJ_FIELD_DATE:
      return "date";
    case AJ_FIELD_TIME:
      return "time";
    case AJ_FIELD_WALL_TIME:
      return "wall-time";
    case AJ_FIELD_CHOICE:
      return "choice";
    case AJ_FIELD_REFERENCE:
      return "reference";
    case AJ_FIELD_TEXT:
    default:
      return "text";
    }
}

static void
add_choices (JsonObject *object, const AjField *field)
{
  JsonArray *choices = json_array_new ();

  for (const AjChoice *choice = field->choices; choice->code != NULL; choice++)
    {
      JsonObject *one = json_object_new ();

      json_object_set_string_member (one, "code", choice->code);
      json_object_set_string_member (one, "label", aj_field_get_choice_label (field, choice->code));
      json_array_add_object_element (choices, one);
    }
  json_object_set_array_member (object, "choices", choices);
}

static JsonObject *
field_to_json (const AjField *field)
{
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "name", field->name);
  json_object_set_string_member (object, "kind", get_kind_name (field->kind));
  json_object_set_string_member (object, "label", aj_field_get_label (field));
  json_object_set_boolean_member (object, "required", field->required);
  json_object_set_boolean_member (object, "unique", field->unique);
  json_object_set_boolean_member (object, "searchable", field->searchable);
  json_object_set_boolean_member (object, "personal", field->personal);
  json_object_set_boolean_member (object, "internal", field->internal);
  if (field->initial != NULL)
    json_object_set_string_member (object, "initial", field->initial);
  if (field->target != NULL)
    json_object_set_string_member (object, "target", field->target);
  if (field->choices != NULL)
    add_choices (object, field);
  if (field->kind == AJ_FIELD_TEXT)
    json_object_set_int_member (object, "max", (gint64) aj_field_get_max_length (field));
  else if (field->min != field->max)
    {
      json_object_set_int_member (object, "min", field->min);
      json_object_set_int_member (object, "max", field->max);
    }
  return object;
}

/* What may stand in it, beyond its kind. */
static char *
describe_contents (const AjField *field)
{
  GString *text;

  if (field->kind == AJ_FIELD_REFERENCE)
    return g_strdup (field->target);
  if (field->kind != AJ_FIELD_CHOICE && field->min != field->max && field->kind != AJ_FIELD_TEXT)
    /* Translators: the least and the most of a number. */
    return g_strdup_printf (_ ("%lld to %lld"), (long long) field->min, (long long) field->max);
  if (field->kind != AJ_FIELD_CHOICE)
    return g_strdup ("");
  text = g_string_new (NULL);
  for (const AjChoice *choice = field->choices; choice->code != NULL; choice++)
    g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", choice->code);
  return g_string_free (text, FALSE);
}

static char *
describe_flags (const AjField *field)
{
  GString *text = g_string_new (NULL);
  const struct
  {
    gboolean set;
    const char *name;
  } flags[] = {
    { field->required, _ ("required") },
    { field->unique, _ ("unique") },
    { field->personal, _ ("personal data") },
    { field->internal, _ ("kept by the program") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (flags); i++)
    if (flags[i].set)
      g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", flags[i].name);
  return g_string_free (text, FALSE);
}

static void
print_fields (const AjRecordType *type)
{
  g_autoptr (AjCliTable) table = aj_cli_table_new ();

  aj_cli_table_add_column (table, _ ("Field"), FALSE, TRUE);
  aj_cli_table_add_column (table, _ ("Kind"), FALSE, TRUE);
  aj_cli_table_add_column (table, _ ("What it is"), FALSE, FALSE);
  aj_cli_table_add_column (table, _ ("Note"), FALSE, FALSE);
  aj_cli_table_add_column (table, _ ("Values"), FALSE, TRUE);
  for (guint i = 0; i < type->n_fields; i++)
    {
      const AjField *field = &type->fields[i];
      g_autofree char *contents = describe_contents (field);
      g_autofree char *flags = describe_flags (field);
      const char *cells[] = {
        field->name, get_kind_name (field->kind), aj_field_get_label (field), flags, contents, NULL
      };

      aj_cli_table_add_row (table, cells);
    }
  aj_cli_table_print (table);
}

gboolean
aj_cli_run_fields (AjCli *cli, char **arguments, GError **error)
{
  const AjRecordType *type = aj_record_type_require (arguments[0], error);
  JsonArray *array;

  if (type == NULL)
    return FALSE;
  if (!cli->json)
    {
      print_fields (type);
      return TRUE;
    }
  array = json_array_new ();
  for (guint i = 0; i < type->n_fields; i++)
    json_array_add_object_element (array, field_to_json (&type->fields[i]));
  aj_cli_print_json (take_array (array));
  return TRUE;
}
