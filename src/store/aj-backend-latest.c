/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-backend-latest.h"

#include "aj-history-private.h"
#include "aj-query-private.h"

gboolean
aj_backend_find_latest (AjBackend *self, gpointer latest_request, GError **error)
{
  AjLatestRequest *request = latest_request;
  g_autoptr (GError) local_error = NULL;
  g_autoptr (AjStatement) statement = aj_query_prepare_latest (request->query, self->db,
                                                               request->by, request->field, error);

  if (statement == NULL)
    return FALSE;
  request->found = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  while (aj_statement_step (statement, &local_error))
    g_hash_table_insert (request->found, g_strdup (aj_statement_get_text (statement, 0)),
                         g_strdup (aj_statement_get_text (statement, 1)));
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

gboolean
aj_backend_find_last_edits (AjBackend *self, gpointer latest_request, GError **error)
{
  AjLatestRequest *request = latest_request;
  g_autoptr (GError) local_error = NULL;
  g_autoptr (AjStatement) statement =
      aj_db_prepare (self->db,
                     "SELECT c.\"record\", MAX (e.\"at\") FROM \"change\" c"
                     " JOIN \"edit\" e ON e.\"revision\" = c.\"revision\""
                     " WHERE c.\"type\" = ?1 AND e.\"kind\" = 'edit' AND e.\"undone_by\" IS NULL"
                     " GROUP BY c.\"record\"",
                     "read the history", error);

  if (statement == NULL)
    return FALSE;
  aj_statement_bind_text (statement, 1, request->type->name);
  request->found = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  while (aj_statement_step (statement, &local_error))
    {
      gint64 at = aj_statement_get_integer (statement, 1);

      g_hash_table_insert (request->found, g_strdup (aj_statement_get_text (statement, 0)),
                           g_memdup2 (&at, sizeof at));
    }
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

/* Of each record that is no more, the line that removed it is its last. */
gboolean
aj_backend_list_removed (AjBackend *self, gpointer latest_request, GError **error)
{
  AjLatestRequest *request = latest_request;
  const AjRecordType *type = request->type;
  g_autofree char *table = aj_db_quote_name (type->name);
  g_autofree char *sql =
      g_strdup_printf ("SELECT c.\"record\", c.\"before\", e.\"at\" FROM \"change\" c"
                       " JOIN \"edit\" e ON e.\"revision\" = c.\"revision\""
                       " WHERE c.\"type\" = ?1 AND c.\"after\" IS NULL AND c.\"before\" IS NOT NULL"
                       " AND c.\"record\" NOT IN (SELECT \"id\" FROM %s)"
                       " AND c.\"revision\" = (SELECT MAX (l.\"revision\") FROM \"change\" l"
                       " WHERE l.\"record\" = c.\"record\" AND l.\"type\" = ?1)",
                       table);
  g_autoptr (GError) local_error = NULL;
  g_autoptr (AjStatement) statement = aj_db_prepare (self->db, sql, "read the history", error);

  if (statement == NULL)
    return FALSE;
  aj_statement_bind_text (statement, 1, type->name);
  request->removed = g_ptr_array_new_with_free_func ((GDestroyNotify) aj_removed_free);
  while (local_error == NULL && aj_statement_step (statement, &local_error))
    {
      AjValues *values = aj_history_from_json (type, aj_statement_get_text (statement, 0), 0,
                                               aj_statement_get_text (statement, 1), NULL,
                                               &local_error);
      AjRemoved *removed;

      if (values == NULL)
        break;
      removed = g_new0 (AjRemoved, 1);
      removed->values = values;
      removed->at = aj_statement_get_integer (statement, 2);
      g_ptr_array_add (request->removed, removed);
    }
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}
