/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-backend.h"

#include "aj-history-private.h"
#include "aj-query-private.h"

gboolean
aj_backend_load (AjBackend *self, gpointer load_request, GError **error)
{
  AjLoadRequest *request = load_request;

  for (guint i = 0; i < request->ids->len; i++)
    {
      g_autoptr (GError) local_error = NULL;
      AjValues *values = aj_rows_get (self->rows, request->type,
                                      g_ptr_array_index (request->ids, i), &local_error);

      if (local_error != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&local_error));
          return FALSE;
        }
      if (values != NULL)
        g_ptr_array_add (request->values, values);
    }
  return TRUE;
}

gboolean
aj_backend_fetch (AjBackend *self, gpointer fetch_request, GError **error)
{
  AjFetchRequest *request = fetch_request;
  const AjRecordType *type = aj_query_get_record_type (request->query);
  g_autoptr (GError) local_error = NULL;
  g_autoptr (AjStatement) statement = aj_query_prepare (request->query, self->db,
                                                        aj_rows_get_columns (self->rows, type),
                                                        error);

  if (statement == NULL)
    return FALSE;
  while (aj_statement_step (statement, &local_error))
    g_ptr_array_add (request->values, aj_rows_read (statement, type));
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

gboolean
aj_backend_count (AjBackend *self, gpointer fetch_request, GError **error)
{
  AjFetchRequest *request = fetch_request;
  g_autoptr (GError) local_error = NULL;
  g_autoptr (AjStatement) statement = aj_query_prepare_count (request->query, self->db, error);

  if (statement == NULL)
    return FALSE;
  if (aj_statement_step (statement, &local_error))
    request->count = aj_statement_get_integer (statement, 0);
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

static gboolean
read_ids (AjBackend *self, AjIdsRequest *request, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (AjStatement) statement = aj_query_prepare (request->query, self->db, "\"id\"", error);

  if (statement == NULL)
    return FALSE;
  while (aj_statement_step (statement, &local_error))
    aj_ids_append (request->ids, aj_statement_get_text (statement, 0));
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

static gboolean
fetch_ids_body (AjDb *db, gpointer user_data, GError **error)
{
  gpointer *context = user_data;
  AjBackend *self = context[0];
  AjIdsRequest *request = context[1];
  g_autoptr (GPtrArray) first = g_ptr_array_new_with_free_func (g_free);
  AjLoadRequest load = { .ids = first, .values = request->values };

  if (!read_ids (self, request, error))
    return FALSE;
  if (request->n_values == 0)
    return TRUE;
  load.type = aj_query_get_record_type (request->query);
  for (guint i = 0; i < MIN (request->n_values, aj_ids_get_length (request->ids)); i++)
    g_ptr_array_add (first, aj_ids_dup (request->ids, i));
  return aj_backend_load (self, &load, error);
}

gboolean
aj_backend_fetch_ids (AjBackend *self, gpointer ids_request, GError **error)
{
  gpointer context[] = { self, ids_request };

  return aj_db_read (self->db, fetch_ids_body, context, error);
}
