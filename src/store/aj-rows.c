/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-rows.h"

#include "aj-search-index.h"

typedef struct
{
  char *columns; /* (owned) */
  char *get;     /* (owned) */
  char *insert;  /* (owned) */
  char *update;  /* (owned) */
  char *remove;  /* (owned) */
} AjTypeSql;

struct _AjRows
{
  AjDb *db;         /* (borrowed) */
  GHashTable *sqls; /* (owned): const AjRecordType * -> AjTypeSql */
};

static void
type_sql_free (AjTypeSql *sql)
{
  g_free (sql->columns);
  g_free (sql->get);
  g_free (sql->insert);
  g_free (sql->update);
  g_free (sql->remove);
  g_free (sql);
}

AjRows *
aj_rows_new (AjDb *db)
{
  AjRows *self = g_new0 (AjRows, 1);

  self->db = db;
  self->sqls = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) type_sql_free);
  return self;
}

void
aj_rows_free (AjRows *self)
{
  g_hash_table_unref (self->sqls);
  g_free (self);
}

static const AjTypeSql *
get_sql (AjRows *self, const AjRecordType *type)
{
  AjTypeSql *sql = g_hash_table_lookup (self->sqls, type);
  g_autofree char *table = NULL;
  g_autoptr (GString) columns = NULL;
  g_autoptr (GString) places = NULL;
  g_autoptr (GString) sets = NULL;

  if (sql != NULL)
    return sql;

  table = aj_db_quote_name (type->name);
  columns = g_string_new ("\"id\", \"revision\"");
  places = g_string_new ("?1, ?2");
  sets = g_string_new ("\"revision\" = ?2");
  for (guint i = 0; i < type->n_fields; i++)
    {
      g_autofree char *column = aj_db_quote_name (type->fields[i].name);

      g_string_append_printf (columns, ", %s", column);
      g_string_append_printf (places, ", ?%u", i + 3);
      g_string_append_printf (sets, ", %s = ?%u", column, i + 3);
    }

  sql = g_new0 (AjTypeSql, 1);
  sql->get = g_strdup_printf ("SELECT %s FROM %s WHERE \"id\" = ?1", columns->str, table);
  sql->insert = g_strdup_printf ("INSERT INTO %s (%s) VALUES (%s)", table, columns->str,
                                 places->str);
  sql->update = g_strdup_printf ("UPDATE %s SET %s WHERE \"id\" = ?1", table, sets->str);
  sql->remove = g_strdup_printf ("DELETE FROM %s WHERE \"id\" = ?1", table);
  sql->columns = g_string_free (g_steal_pointer (&columns), FALSE);
  g_hash_table_insert (self->sqls, (gpointer) type, sql);
  return sql;
}

const char *
aj_rows_get_columns (AjRows *self, const AjRecordType *type)
{
  return get_sql (self, type)->columns;
}

AjValues *
aj_rows_read (AjStatement *statement, const AjRecordType *type)
{
  AjValues *values = aj_values_new_empty (type, aj_statement_get_text (statement, 0),
                                          aj_statement_get_integer (statement, 1));

  for (guint i = 0; i < type->n_fields; i++)
    {
      g_auto (AjValue) value = AJ_VALUE_INIT;

      aj_statement_get_value (statement, (int) i + 2, &value);
      aj_values_set (values, i, &value);
    }
  return values;
}

AjValues *
aj_rows_get (AjRows *self, const AjRecordType *type, const char *id, GError **error)
{
  g_autoptr (AjStatement) statement = aj_db_prepare (self->db, get_sql (self, type)->get,
                                                     "read a record", error);

  if (statement == NULL)
    return NULL;
  aj_statement_bind_text (statement, 1, id);
  if (!aj_statement_step (statement, error))
    return NULL;
  return aj_rows_read (statement, type);
}

static gboolean
put (AjRows *self, const AjValues *values, const char *sql, GError **error)
{
  const AjRecordType *type = aj_values_get_record_type (values);
  g_autoptr (AjStatement) statement = aj_db_prepare (self->db, sql, "store a record", error);

  if (statement == NULL)
    return FALSE;
  aj_statement_bind_text (statement, 1, aj_values_get_id (values));
  aj_statement_bind_integer (statement, 2, aj_values_get_revision (values));
  for (guint i = 0; i < type->n_fields; i++)
    aj_statement_bind_value (statement, (int) i + 3, aj_values_peek (values, i));
  return aj_statement_run (statement, error) && aj_search_index_put (self->db, values, error);
}

gboolean
aj_rows_insert (AjRows *self, const AjValues *values, GError **error)
{
  return put (self, values, get_sql (self, aj_values_get_record_type (values))->insert, error);
}

gboolean
aj_rows_update (AjRows *self, const AjValues *values, GError **error)
{
  return put (self, values, get_sql (self, aj_values_get_record_type (values))->update, error);
}

gboolean
aj_rows_delete (AjRows *self, const AjRecordType *type, const char *id, GError **error)
{
  g_autoptr (AjStatement) statement = aj_db_prepare (self->db, get_sql (self, type)->remove,
                                                     "remove a record", error);

  if (statement == NULL)
    return FALSE;
  aj_statement_bind_text (statement, 1, id);
  return aj_statement_run (statement, error) && aj_search_index_remove (self->db, type, id, error);
}

AjValues *
aj_rows_find_other (AjRows *self,
                    const AjRecordType *type,
                    const AjField *field,
                    const AjValue *value,
                    const char *id,
                    GError **error)
{
  g_autofree char *table = aj_db_quote_name (type->name);
  g_autofree char *column = aj_db_quote_name (field->name);
  g_autofree char *sql =
      g_strdup_printf ("SELECT %s FROM %s WHERE %s = ?1 AND \"id\" <> ?2 LIMIT 1",
                       aj_rows_get_columns (self, type), table, column);
  g_autoptr (AjStatement) statement = aj_db_prepare (self->db, sql, "look for a record", error);

  if (statement == NULL)
    return NULL;
  aj_statement_bind_value (statement, 1, value);
  aj_statement_bind_text (statement, 2, id);
  if (!aj_statement_step (statement, error))
    return NULL;
  return aj_rows_read (statement, type);
}

/* (nullable): what tells of the one that there may be. */
static const char *
get_once_for (const AjValues *values)
{
  const AjRecordType *type = aj_values_get_record_type (values);

  if (type->once_for == NULL || aj_values_is_empty (values, type->owner_field))
    return NULL;
  for (guint i = 0; type->once_for[i] != NULL; i++)
    if (!aj_values_is_empty (values, type->once_for[i]))
      return type->once_for[i];
  return NULL;
}

/* (transfer full): of one whose earlier fields are filled in, those tell. */
static char *
make_same_condition (const AjRecordType *type, const char *once_for)
{
  g_autofree char *owner = aj_db_quote_name (type->owner_field);
  GString *condition = g_string_new (NULL);

  g_string_append_printf (condition, "%s = ?1", owner);
  for (guint i = 0; type->once_for[i] != NULL; i++)
    {
      g_autofree char *column = aj_db_quote_name (type->once_for[i]);

      if (g_str_equal (type->once_for[i], once_for))
        {
          g_string_append_printf (condition, " AND %s = ?2", column);
          break;
        }
      g_string_append_printf (condition, " AND %s IS NULL", column);
    }
  return g_string_free (condition, FALSE);
}

AjValues *
aj_rows_find_same (AjRows *self, const AjValues *values, GError **error)
{
  const AjRecordType *type = aj_values_get_record_type (values);
  const char *once_for = get_once_for (values);
  g_autofree char *table = NULL;
  g_autofree char *condition = NULL;
  g_autofree char *sql = NULL;
  g_autoptr (AjStatement) statement = NULL;

  if (once_for == NULL)
    return NULL;
  table = aj_db_quote_name (type->name);
  condition = make_same_condition (type, once_for);
  sql = g_strdup_printf ("SELECT %s FROM %s WHERE %s AND \"id\" <> ?3 ORDER BY \"id\" LIMIT 1",
                         aj_rows_get_columns (self, type), table, condition);
  statement = aj_db_prepare (self->db, sql, "look for a record", error);
  if (statement == NULL)
    return NULL;
  aj_statement_bind_text (statement, 1, aj_values_get_text (values, type->owner_field));
  aj_statement_bind_text (statement, 2, aj_values_get_text (values, once_for));
  aj_statement_bind_text (statement, 3, aj_values_get_id (values));
  return aj_statement_step (statement, error) ? aj_rows_read (statement, type) : NULL;
}

static gboolean
count_referrers (AjRows *self,
                 const char *table,
                 const char *column,
                 const char *id,
                 gint64 *count,
                 GError **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT COUNT(*) FROM %s WHERE %s = ?1", table, column);
  g_autoptr (AjStatement) statement = aj_db_prepare (self->db, sql, "look for references", error);
  g_autoptr (GError) local_error = NULL;

  if (statement == NULL)
    return FALSE;
  aj_statement_bind_text (statement, 1, id);
  if (aj_statement_step (statement, &local_error))
    *count += aj_statement_get_integer (statement, 0);
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

gboolean
aj_rows_find_referrers (AjRows *self,
                        const AjRecordType *type,
                        const AjField *field,
                        const char *id,
                        GPtrArray *found,
                        guint limit,
                        gint64 *count,
                        GError **error)
{
  g_autofree char *table = aj_db_quote_name (type->name);
  g_autofree char *column = aj_db_quote_name (field->name);
  g_autofree char *sql =
      g_strdup_printf ("SELECT %s FROM %s WHERE %s = ?1 ORDER BY \"id\" LIMIT ?2",
                       aj_rows_get_columns (self, type), table, column);
  g_autoptr (AjStatement) statement = aj_db_prepare (self->db, sql, "look for references", error);
  g_autoptr (GError) local_error = NULL;
  guint n_found = 0;

  if (statement == NULL)
    return FALSE;
  aj_statement_bind_text (statement, 1, id);
  aj_statement_bind_integer (statement, 2, (gint64) MAX (limit, 1));
  while (aj_statement_step (statement, &local_error))
    {
      n_found++;
      if (found->len < limit)
        g_ptr_array_add (found, aj_rows_read (statement, type));
    }
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  /* Only a record that has referrers is worth counting them. */
  return n_found == 0 || count_referrers (self, table, column, id, count, error);
}
