/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-example.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>
#include <string.h>

#include "aj-error.h"
#include "aj-reference.h"

/* In the text of an example: what others call a record by, in place of its title. */
#define KEY "key"

static const AjExample examples[] = {
  { AJ_EXAMPLE_DEFAULT, N_ ("Example network Oost-Nederland 2026"), "Voorbeeld Oost-Nederland" },
  { AJ_EXAMPLE_MIDDEN, N_ ("Example network Midden-Nederland 2025"), "Voorbeeld Midden-Nederland" },
  { "empty", NULL },
  { NULL },
};

/* A record to be and the text of its fields. References are by title ("Expertteam Cyber"), and may point ahead, so
 * fields are filled when every record has its id. */
typedef struct
{
  AjValues *values;   /* (borrowed): the edit's */
  GHashTable *fields; /* (owned) (element-type utf8 utf8) */
} Draft;

typedef struct
{
  AjEdit *edit;      /* (borrowed) */
  GPtrArray *drafts; /* (owned) (element-type Draft) */
  GHashTable *known; /* (owned) (element-type utf8 Draft): by "type/title" */
} Filling;

static void
draft_free (gpointer data)
{
  Draft *draft = data;

  g_hash_table_unref (draft->fields);
  g_free (draft);
}

static void
filling_clear (Filling *self)
{
  g_clear_pointer (&self->drafts, g_ptr_array_unref);
  g_clear_pointer (&self->known, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Filling, filling_clear)

const AjExample *
aj_examples_all (void)
{
  return examples;
}

const AjExample *
aj_example_lookup (const char *name, GError **error)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (const AjExample *example = examples; example->name != NULL; example++)
    {
      if (g_strcmp0 (example->name, name) == 0)
        return example;
      g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", example->name);
    }
  g_set_error (error, AJ_ERROR, AJ_ERROR_NOT_FOUND,
               _ ("There is no example called “%s”. Choose one of: %s."), name, names->str);
  return NULL;
}

static char *
make_key (const AjRecordType *type, const char *title)
{
  return g_strconcat (type->name, "/", title, NULL);
}

/* What a table brought already is only told more of. */
static gboolean
add_to_known (Filling *self, const char *key, GHashTable *fields)
{
  Draft *draft = g_hash_table_lookup (self->known, key);
  GHashTableIter iter;
  gpointer name, text;

  if (draft == NULL)
    return FALSE;
  g_hash_table_iter_init (&iter, fields);
  while (g_hash_table_iter_next (&iter, &name, &text))
    g_hash_table_insert (draft->fields, g_strdup (name), g_strdup (text));
  return TRUE;
}

/* What there is one of is in a new file already, as its table says. */
static AjValues *
add_values (AjEdit *edit, const AjRecordType *type)
{
  g_autoptr (AjValues) initial = NULL;

  if (type->single_id == NULL)
    return aj_edit_add (edit, type);
  initial = aj_values_new (type, NULL);
  return aj_edit_change_values (edit, initial);
}

/* (nullable): what others call it by: its title; of a type without one, the one field that tells it apart, as the group of a
 * cycle. */
static const char *
get_title (const AjRecordType *type, GHashTable *fields)
{
  const char *field = type->title_field;

  if (field == NULL && type->identity != NULL && type->identity[0] != NULL &&
      type->identity[1] == NULL)
    field = type->identity[0];
  return field != NULL ? g_hash_table_lookup (fields, field) : NULL;
}

/* @fields is taken. @name is what others call it by; NULL: its title. A part is among others of the same title, and is called
 * by nothing else than @name. */
static void
add_draft (Filling *self, const AjRecordType *type, GHashTable *fields, const char *name)
{
  const char *title = type->owner_field == NULL ? get_title (type, fields) : NULL;
  g_autofree char *key = name != NULL    ? make_key (type, name)
                         : title != NULL ? make_key (type, title)
                                         : NULL;
  Draft *draft;

  if (key != NULL && add_to_known (self, key, fields))
    {
      g_hash_table_unref (fields);
      return;
    }
  draft = g_new0 (Draft, 1);
  draft->fields = fields;
  draft->values = add_values (self->edit, type);
  g_ptr_array_add (self->drafts, draft);
  if (key != NULL)
    g_hash_table_insert (self->known, g_steal_pointer (&key), draft);
}

static gboolean
fill_field (Filling *self, AjValues *values, const char *name, const char *text, GError **error)
{
  const AjRecordType *type = aj_values_get_record_type (values);
  const AjField *field = aj_record_type_get_field (type, name, error);
  g_auto (AjValue) value = AJ_VALUE_INIT;

  if (field == NULL)
    return FALSE;
  if (field->kind == AJ_FIELD_REFERENCE && *text != '\0')
    {
      g_autofree char *key = make_key (aj_record_type_lookup (field->target), text);
      Draft *draft = g_hash_table_lookup (self->known, key);

      if (draft == NULL)
        {
          g_set_error (error, AJ_ERROR, AJ_ERROR_NOT_FOUND,
                       "the example has no %s called “%s” for a %s", field->target, text,
                       type->name);
          return FALSE;
        }
      text = aj_values_get_id (draft->values);
    }
  if (!aj_field_parse (field, text, &value, error))
    return FALSE;
  aj_values_set (values, (guint) aj_record_type_find (type, name), &value);
  return TRUE;
}

static gboolean
fill_drafts (Filling *self, GError **error)
{
  for (guint i = 0; i < self->drafts->len; i++)
    {
      Draft *draft = self->drafts->pdata[i];
      GHashTableIter iter;
      gpointer name, text;

      g_hash_table_iter_init (&iter, draft->fields);
      while (g_hash_table_iter_next (&iter, &name, &text))
        if (!fill_field (self, draft->values, name, text, error))
          return FALSE;
    }
  return TRUE;
}

static gboolean
add_table (Filling *self, AjReferenceTable table, GError **error)
{
  g_autoptr (AjCsv) csv = aj_reference_load_table (table, error);

  if (csv == NULL)
    return FALSE;
  for (guint row = 0; row < aj_csv_get_n_rows (csv); row++)
    {
      GHashTable *fields = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

      for (guint column = 0; column < aj_csv_get_n_columns (csv); column++)
        g_hash_table_insert (fields,
                             g_strdelimit (g_strdup (aj_csv_get_column_name (csv, column)), "_",
                                           '-'),
                             g_strdup (aj_csv_get (csv, row, column)));
      add_draft (self, aj_reference_get_record_type (table), fields, NULL);
    }
  return TRUE;
}

static gboolean
add_tables (Filling *self, JsonObject *root, GError **error)
{
  JsonArray *names = json_object_get_array_member (root, "reference");

  for (guint i = 0; names != NULL && i < json_array_get_length (names); i++)
    {
      const char *word = json_array_get_string_element (names, i);
      AjReferenceTable table;

      if (!aj_reference_find_table (word, &table))
        {
          g_set_error (error, AJ_ERROR, AJ_ERROR_NOT_FOUND, "there is no table “%s”", word);
          return FALSE;
        }
      if (!add_table (self, table, error))
        return FALSE;
    }
  return TRUE;
}

static char *
node_to_text (JsonNode *node)
{
  GType type = json_node_get_value_type (node);

  if (type == G_TYPE_BOOLEAN)
    return g_strdup (json_node_get_boolean (node) ? "true" : "false");
  if (type == G_TYPE_INT64)
    return g_strdup_printf ("%" G_GINT64_FORMAT, json_node_get_int (node));
  return json_node_dup_string (node);
}

static gboolean
add_records (Filling *self, JsonObject *root, GError **error)
{
  JsonArray *records = json_object_get_array_member (root, "records");

  for (guint i = 0; i < json_array_get_length (records); i++)
    {
      JsonObject *object = json_array_get_object_element (records, i);
      const AjRecordType *type = aj_record_type_require (json_object_get_string_member (object,
                                                                                        "type"),
                                                         error);
      GHashTable *fields;
      JsonObjectIter iter;
      const char *name;
      JsonNode *node;

      if (type == NULL)
        return FALSE;
      fields = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
      json_object_iter_init (&iter, object);
      while (json_object_iter_next (&iter, &name, &node))
        if (strcmp (name, "type") != 0 && strcmp (name, KEY) != 0)
          g_hash_table_insert (fields, g_strdup (name), node_to_text (node));
      add_draft (self, type, fields,
                 json_object_get_string_member_with_default (object, KEY, NULL));
    }
  return TRUE;
}

/* Referenced types come first in the registry, but not in the text of an example; the store takes any order. */
static AjEdit *
prepare (AjStore *store, const char *name, GError **error)
{
  const AjExample *example = aj_example_lookup (name, error);
  g_autoptr (AjEdit) edit = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_auto (Filling) filling = { 0 };
  JsonObject *root;
  gsize length;
  const char *text;

  if (example == NULL)
    return NULL;
  edit = aj_edit_new (store, example->label != NULL ? _ (example->label) : "");
  aj_edit_set_undoable (edit, FALSE);
  if (example->label == NULL)
    return g_steal_pointer (&edit);
  bytes = aj_reference_load_example (name, error);
  if (bytes == NULL)
    return NULL;
  text = g_bytes_get_data (bytes, &length);
  if (!json_parser_load_from_data (parser, text, (gssize) length, error))
    return NULL;
  filling.edit = edit;
  filling.drafts = g_ptr_array_new_with_free_func (draft_free);
  filling.known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  root = json_node_get_object (json_parser_get_root (parser));
  if (!add_tables (&filling, root, error) || !add_records (&filling, root, error) ||
      !fill_drafts (&filling, error))
    return NULL;
  return g_steal_pointer (&edit);
}

/* Names and codes are unique, so a second filling runs into the first. */
static void
explain_failure (GError **error)
{
  if (!g_error_matches (*error, AJ_STORE_ERROR, AJ_STORE_ERROR_NOT_UNIQUE))
    return;
  g_clear_error (error);
  g_set_error_literal (error, AJ_ERROR, AJ_ERROR_EXISTS,
                       _ ("This file holds a network already, so the example was not added. Make "
                          "a new file for it."));
}

gboolean
aj_example_fill (AjStore *store, const char *name, GError **error)
{
  g_autoptr (AjEdit) edit = NULL;
  g_autoptr (GError) failure = NULL;

  g_return_val_if_fail (AJ_IS_STORE (store), FALSE);

  edit = prepare (store, name, error);
  if (edit == NULL)
    return FALSE;
  if (aj_edit_is_empty (edit) || aj_edit_commit (edit, &failure))
    return TRUE;
  explain_failure (&failure);
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

static void
example_committed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (aj_edit_commit_finish (AJ_EDIT (source), result, &error))
    {
      g_task_return_boolean (task, TRUE);
      return;
    }
  explain_failure (&error);
  g_task_return_error (task, error);
}

void
aj_example_fill_async (AjStore *store,
                       const char *name,
                       GCancellable *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  g_autoptr (AjEdit) edit = NULL;
  GError *error = NULL;

  g_return_if_fail (AJ_IS_STORE (store));

  task = g_task_new (store, cancellable, callback, user_data);
  g_task_set_source_tag (task, aj_example_fill_async);
  edit = prepare (store, name, &error);
  if (edit == NULL)
    g_task_return_error (task, error);
  else if (aj_edit_is_empty (edit))
    g_task_return_boolean (task, TRUE);
  else
    aj_edit_commit_async (edit, cancellable, example_committed_cb, g_steal_pointer (&task));
}

gboolean
aj_example_fill_finish (AjStore *store, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, store), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
