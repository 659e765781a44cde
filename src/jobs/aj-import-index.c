/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-import-index.h"

#include <string.h>

#include "aj-text.h"

struct _AjImportIndex
{
  const AjRecordType *type;
  guint64 present;
  AjNameBook *names;   /* (owned): of what they refer to */
  GHashTable *records; /* (owned) (element-type utf8 AjValues): by id, which the values hold */
  GHashTable *keys;    /* (owned) (element-type utf8 GSList): records by what tells them apart */
};

static void
free_list_cb (gpointer data)
{
  g_slist_free (data);
}

AjImportIndex *
aj_import_index_new (const AjRecordType *type, guint64 present)
{
  AjImportIndex *self = g_new0 (AjImportIndex, 1);

  self->type = type;
  self->present = present;
  self->names = aj_name_book_new (type);
  self->records = g_hash_table_new_full (g_str_hash, g_str_equal, NULL,
                                         (GDestroyNotify) aj_values_unref);
  self->keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_list_cb);
  return self;
}

void
aj_import_index_free (AjImportIndex *self)
{
  g_hash_table_unref (self->keys);
  g_hash_table_unref (self->records);
  aj_name_book_free (self->names);
  g_free (self);
}

AjNameBook *
aj_import_index_get_names (AjImportIndex *self)
{
  return self->names;
}

GPtrArray *
aj_import_index_list_queries (AjImportIndex *self)
{
  GPtrArray *queries = aj_name_book_list_queries (self->names);
  AjQuery *query;

  /* A type that refers to itself is among them. */
  for (guint i = 0; i < queries->len; i++)
    if (aj_query_get_record_type (queries->pdata[i]) == self->type)
      return queries;
  query = aj_query_new (self->type);
  aj_query_order_by (query, "id", FALSE);
  g_ptr_array_add (queries, query);
  return queries;
}

static gboolean
is_name (const AjRecordType *type, const AjField *field)
{
  return field->kind == AJ_FIELD_TEXT &&
         (field->unique || g_strcmp0 (field->name, type->title_field) == 0);
}

static char *
make_key (const char *field, const char *text)
{
  g_autofree char *folded = aj_text_fold (text);

  return g_strconcat (field, "=", folded, NULL);
}

/* @key is taken. */
static void
add_key (AjImportIndex *self, char *key, const AjValues *values)
{
  gpointer kept = NULL;
  gpointer list = NULL;

  g_hash_table_steal_extended (self->keys, key, &kept, &list);
  g_free (kept);
  g_hash_table_insert (self->keys, key, g_slist_prepend (list, (gpointer) values));
}

gboolean
aj_import_index_goes_by_title (AjImportIndex *self)
{
  return g_strcmp0 (self->type->identity[0], self->type->title_field) == 0;
}

char *
aj_import_index_dup_identity (AjImportIndex *self, const AjValues *values)
{
  g_autoptr (GString) key = g_string_new ("is=");
  guint n_filled = 0;

  for (const char *const *name = self->type->identity; *name != NULL; name++)
    {
      int index = aj_record_type_find (self->type, *name);
      g_autofree char *text = NULL;
      g_autofree char *folded = NULL;

      if ((self->present & (G_GUINT64_CONSTANT (1) << index)) == 0)
        continue;
      text = aj_field_format (&self->type->fields[index], aj_values_peek (values, (guint) index));
      folded = aj_text_fold (text);
      g_string_append_printf (key, "%s\x1f", folded);
      n_filled += *folded != '\0';
    }
  return n_filled > 0 ? g_strdup (key->str) : NULL;
}

static void
add_record (AjImportIndex *self, const AjValues *values)
{
  const AjRecordType *type = self->type;
  char *identity = aj_import_index_goes_by_title (self)
                       ? NULL
                       : aj_import_index_dup_identity (self, values);

  g_hash_table_replace (self->records, (gpointer) aj_values_get_id (values),
                        (gpointer) aj_values_ref (values));
  for (guint i = 0; i < type->n_fields; i++)
    {
      const AjField *field = &type->fields[i];
      const AjValue *value = aj_values_peek (values, i);

      if (value->kind == AJ_VALUE_TEXT && (is_name (type, field) || field->form == AJ_FORM_MAIL))
        add_key (self, make_key (field->name, value->as.text), values);
    }
  if (identity != NULL)
    add_key (self, identity, values);
}

void
aj_import_index_add (AjImportIndex *self, const AjValues *values)
{
  aj_name_book_add (self->names, values);
  if (aj_values_get_record_type (values) == self->type)
    add_record (self, values);
}

const AjValues *
aj_import_index_get (AjImportIndex *self, const char *id)
{
  return g_hash_table_lookup (self->records, id);
}

GSList *
aj_import_index_list (AjImportIndex *self, const char *field, const char *text)
{
  g_autofree char *key = make_key (field, text);

  return g_hash_table_lookup (self->keys, key);
}

GSList *
aj_import_index_list_alike (AjImportIndex *self, const AjValues *values)
{
  g_autofree char *identity = aj_import_index_dup_identity (self, values);

  return identity != NULL ? g_hash_table_lookup (self->keys, identity) : NULL;
}
