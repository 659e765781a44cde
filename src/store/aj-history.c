/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-history-private.h"

#include <string.h>

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>

#include "aj-store-error.h"

static const char *const kind_codes[] = {
  [AJ_HISTORY_EDIT] = "edit",
  [AJ_HISTORY_UNDO] = "undo",
  [AJ_HISTORY_REDO] = "redo",
  [AJ_HISTORY_NOTE] = "note",
};

const char *
aj_history_kind_to_code (AjHistoryKind kind)
{
  return kind_codes[kind];
}

AjHistoryKind
aj_history_kind_from_code (const char *code)
{
  for (guint i = 0; i < G_N_ELEMENTS (kind_codes); i++)
    if (g_strcmp0 (kind_codes[i], code) == 0)
      return (AjHistoryKind) i;
  return AJ_HISTORY_NOTE;
}

AjHistoryChange *
aj_history_change_new (const AjRecordType *type,
                       const char *id,
                       const AjValues *before,
                       const AjValues *after)
{
  AjHistoryChange *self = g_new0 (AjHistoryChange, 1);

  self->type = type;
  self->id = g_strdup (id);
  self->before = before != NULL ? aj_values_ref (before) : NULL;
  self->after = after != NULL ? aj_values_ref (after) : NULL;
  return self;
}

gboolean
aj_history_change_is_touched (const AjHistoryChange *self, guint index)
{
  static const AjValue none = AJ_VALUE_INIT;
  const AjValue *before = self->before != NULL ? aj_values_peek (self->before, index) : &none;
  const AjValue *after = self->after != NULL ? aj_values_peek (self->after, index) : &none;

  return !aj_value_equal (before, after);
}

void
aj_history_change_free (AjHistoryChange *self)
{
  g_clear_pointer (&self->before, aj_values_unref);
  g_clear_pointer (&self->after, aj_values_unref);
  g_free (self->id);
  g_free (self);
}

void
aj_history_entry_free (AjHistoryEntry *self)
{
  g_clear_pointer (&self->changes, g_ptr_array_unref);
  g_free (self->label);
  g_free (self->author);
  g_free (self);
}

/* Written here and read by json-glib: a tree of nodes for every record stored would take longer than storing it. */
static void
append_string (GString *json, const char *text)
{
  g_string_append_c (json, '"');
  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == '"' || *p == '\\')
        {
          g_string_append_c (json, '\\');
          g_string_append_c (json, *p);
        }
      else if ((guchar) *p < 0x20)
        {
          g_string_append_printf (json, "\\u%04x", (guint) (guchar) *p);
        }
      else
        {
          g_string_append_c (json, *p);
        }
    }
  g_string_append_c (json, '"');
}

static void
append_value (GString *json, const AjValue *value)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  switch (value->kind)
    {
    case AJ_VALUE_INTEGER:
      g_string_append_printf (json, "%" G_GINT64_FORMAT, value->as.integer);
      break;
    case AJ_VALUE_REAL:
      g_string_append (json, g_ascii_dtostr (buffer, sizeof buffer, value->as.real));
      break;
    case AJ_VALUE_TEXT:
      append_string (json, value->as.text);
      break;
    case AJ_VALUE_NONE:
    default:
      g_string_append (json, "null");
      break;
    }
}

char *
aj_history_to_json (const AjValues *values, guint64 fields)
{
  const AjRecordType *type = aj_values_get_record_type (values);
  GString *json = g_string_sized_new (256);

  g_string_append_c (json, '{');
  for (guint i = 0; i < type->n_fields; i++)
    {
      if ((fields & (G_GUINT64_CONSTANT (1) << i)) == 0)
        continue;
      if (json->len > 1)
        g_string_append_c (json, ',');
      append_string (json, type->fields[i].name);
      g_string_append_c (json, ':');
      append_value (json, aj_values_peek (values, i));
    }
  g_string_append_c (json, '}');
  return g_string_free (json, FALSE);
}

static gboolean
read_value (const AjField *field, JsonNode *node, AjValue *value)
{
  GType type;

  aj_value_clear (value);
  if (JSON_NODE_HOLDS_NULL (node))
    return TRUE;
  if (!JSON_NODE_HOLDS_VALUE (node))
    return FALSE;
  type = json_node_get_value_type (node);
  if (type == G_TYPE_STRING)
    aj_value_set_text (value, json_node_get_string (node));
  else if (field->kind == AJ_FIELD_REAL && (type == G_TYPE_INT64 || type == G_TYPE_DOUBLE))
    aj_value_set_real (value, json_node_get_double (node));
  else if (type == G_TYPE_INT64)
    aj_value_set_integer (value, json_node_get_int (node));
  else
    return FALSE;
  return TRUE;
}

static gboolean
fail_damaged (const AjRecordType *type, GError **error)
{
  g_set_error (error, AJ_STORE_ERROR, AJ_STORE_ERROR_DAMAGED,
               /* Translators: the kind of a record, such as "Meeting". */
               _ ("A line of history about “%s” cannot be read: the file is damaged. Open your "
                  "latest backup copy."),
               aj_record_type_get_label (type));
  return FALSE;
}

static gboolean
read_members (AjValues *values, JsonObject *object, guint64 *fields, GError **error)
{
  const AjRecordType *type = aj_values_get_record_type (values);

  for (guint i = 0; i < type->n_fields; i++)
    {
      JsonNode *node = json_object_get_member (object, type->fields[i].name);
      g_auto (AjValue) value = AJ_VALUE_INIT;

      if (node == NULL)
        continue;
      if (!read_value (&type->fields[i], node, &value))
        return fail_damaged (type, error);
      aj_values_set (values, i, &value);
      *fields |= G_GUINT64_CONSTANT (1) << i;
    }
  return TRUE;
}

AjValues *
aj_history_from_json (const AjRecordType *type,
                      const char *id,
                      gint64 revision,
                      const char *json,
                      guint64 *fields,
                      GError **error)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  g_autoptr (AjValues) values = aj_values_new_empty (type, id, revision);
  JsonNode *root;
  guint64 found = 0;

  /* What json-glib says of it is about places in a text that nobody ever sees. */
  root = json_parser_load_from_data (parser, json, -1, NULL) ? json_parser_get_root (parser) : NULL;
  if (root == NULL || !JSON_NODE_HOLDS_OBJECT (root))
    {
      fail_damaged (type, error);
      return NULL;
    }
  if (!read_members (values, json_node_get_object (root), &found, error))
    return NULL;
  if (fields != NULL)
    *fields = found;
  return g_steal_pointer (&values);
}
