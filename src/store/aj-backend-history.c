/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-backend.h"

#include "aj-history-private.h"

/* A line of "change" as it is stored. */
typedef struct
{
  const AjRecordType *type;
  char *id;
  gint64 revision;
  char *before;
  char *after;
} AjStoredChange;

static void
stored_change_free (AjStoredChange *self)
{
  g_free (self->id);
  g_free (self->before);
  g_free (self->after);
  g_free (self);
}

static GPtrArray *
read_stored_changes (AjBackend *self, gint64 since, GError **error)
{
  g_autoptr (GPtrArray) stored = g_ptr_array_new_with_free_func (
      (GDestroyNotify) stored_change_free);
  g_autoptr (GError) local_error = NULL;
  g_autoptr (AjStatement) statement =
      aj_db_prepare (self->db,
                     "SELECT \"revision\", \"type\", \"record\", \"before\", \"after\""
                     " FROM \"change\" WHERE \"revision\" > ?1 ORDER BY \"revision\", \"position\"",
                     "read the history", error);

  if (statement == NULL)
    return NULL;
  aj_statement_bind_integer (statement, 1, since);
  while (aj_statement_step (statement, &local_error))
    {
      const AjRecordType *type = aj_record_type_lookup (aj_statement_get_text (statement, 1));
      AjStoredChange *change;

      if (type == NULL)
        continue;
      change = g_new0 (AjStoredChange, 1);
      change->revision = aj_statement_get_integer (statement, 0);
      change->type = type;
      change->id = g_strdup (aj_statement_get_text (statement, 2));
      change->before = g_strdup (aj_statement_get_text (statement, 3));
      change->after = g_strdup (aj_statement_get_text (statement, 4));
      g_ptr_array_add (stored, change);
    }
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }
  return g_steal_pointer (&stored);
}

/* The whole state before a change, from the whole state after it. NULL without an error: there was no record. */
static AjValues *
restore_before (const AjStoredChange *change, const AjValues *after, GError **error)
{
  g_autoptr (AjValues) partial = NULL;
  AjValues *whole;
  guint64 fields = 0;

  if (change->before == NULL)
    return NULL;
  partial = aj_history_from_json (change->type, change->id, 0, change->before, &fields, error);
  if (partial == NULL || after == NULL)
    return g_steal_pointer (&partial);

  whole = aj_values_copy (after);
  aj_values_set_revision (whole, 0);
  for (guint i = 0; i < change->type->n_fields; i++)
    if (fields & (G_GUINT64_CONSTANT (1) << i))
      aj_values_set (whole, i, aj_values_peek (partial, i));
  return whole;
}

static char *
make_key (const AjRecordType *type, const char *id)
{
  return g_strconcat (type->name, "/", id, NULL);
}

/* The state that a change left, which is what the record is now or what the next change found. */
static gboolean
find_after (AjBackend *self,
            GHashTable *states,
            const AjStoredChange *change,
            const char *key,
            AjValues **after,
            GError **error)
{
  g_autoptr (GError) local_error = NULL;
  gpointer known;

  *after = NULL;
  if (change->after == NULL)
    return TRUE;
  if (g_hash_table_lookup_extended (states, key, NULL, &known))
    {
      *after = known != NULL ? aj_values_copy (known) : NULL;
      if (known != NULL)
        aj_values_set_revision (*after, change->revision);
      return TRUE;
    }
  *after = aj_rows_get (self->rows, change->type, change->id, &local_error);
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

static void
maybe_unref (gpointer values)
{
  if (values != NULL)
    aj_values_unref (values);
}

/* History has only the fields that differ. The whole states follow by walking back from what the records are now. */
AjChanges *
aj_backend_read_changes (AjBackend *self, gint64 since, GError **error)
{
  g_autoptr (GPtrArray) stored = read_stored_changes (self, since, error);
  g_autoptr (GPtrArray) changes = NULL;
  g_autoptr (GHashTable) states = NULL;
  g_autoptr (AjChanges) result = aj_changes_new ();

  if (stored == NULL)
    return NULL;
  states = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, maybe_unref);
  changes = g_ptr_array_new ();
  for (guint i = stored->len; i > 0; i--)
    {
      const AjStoredChange *change = g_ptr_array_index (stored, i - 1);
      g_autofree char *key = make_key (change->type, change->id);
      g_autoptr (AjValues) after = NULL;
      g_autoptr (AjValues) before = NULL;
      g_autoptr (GError) local_error = NULL;

      if (find_after (self, states, change, key, &after, &local_error))
        before = restore_before (change, after, &local_error);
      if (local_error != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&local_error));
          g_ptr_array_set_free_func (changes, (GDestroyNotify) aj_history_change_free);
          return NULL;
        }
      g_ptr_array_add (changes, aj_history_change_new (change->type, change->id, before, after));
      g_hash_table_replace (states, g_steal_pointer (&key), g_steal_pointer (&before));
    }
  for (guint i = changes->len; i > 0; i--)
    {
      const AjStoredChange *change = g_ptr_array_index (stored, stored->len - i);

      aj_changes_append (result, g_ptr_array_index (changes, i - 1), change->revision);
    }
  return g_steal_pointer (&result);
}

static gboolean
touches (const AjRecordType *type, const char *id, const char *json, guint64 fields, GError **error)
{
  g_autoptr (AjValues) values = NULL;
  guint64 found = 0;

  values = aj_history_from_json (type, id, 0, json, &found, error);
  return values != NULL && (found & fields) != 0;
}

gboolean
aj_backend_find_culprit (AjBackend *self,
                         const AjRecordType *type,
                         const char *id,
                         guint64 fields,
                         gint64 since,
                         gboolean with_notes,
                         AjCulprit *culprit,
                         GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (AjStatement) statement =
      aj_db_prepare (self->db,
                     "SELECT e.\"revision\", e.\"author\", e.\"label\", e.\"at\", c.\"before\","
                     " c.\"after\" FROM \"change\" c"
                     " JOIN \"edit\" e ON e.\"revision\" = c.\"revision\""
                     " WHERE c.\"record\" = ?1 AND c.\"revision\" > ?2 AND c.\"type\" = ?3"
                     " AND (?4 OR e.\"kind\" <> 'note') ORDER BY c.\"revision\" DESC",
                     "look for who changed a record", error);

  if (statement == NULL)
    return FALSE;
  aj_statement_bind_text (statement, 1, id);
  aj_statement_bind_integer (statement, 2, since);
  aj_statement_bind_text (statement, 3, type->name);
  aj_statement_bind_integer (statement, 4, with_notes);
  while (local_error == NULL && aj_statement_step (statement, &local_error))
    {
      gboolean whole = aj_statement_is_null (statement, 4) || aj_statement_is_null (statement, 5);

      if (!whole && !touches (type, id, aj_statement_get_text (statement, 5), fields, &local_error))
        continue;
      culprit->revision = aj_statement_get_integer (statement, 0);
      culprit->author = g_strdup (aj_statement_get_text (statement, 1));
      culprit->label = g_strdup (aj_statement_get_text (statement, 2));
      culprit->at = aj_statement_get_integer (statement, 3);
      return TRUE;
    }
  if (local_error != NULL)
    g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

AjHistoryEntry *
aj_backend_read_history_entry (AjStatement *statement)
{
  AjHistoryEntry *entry = g_new0 (AjHistoryEntry, 1);

  entry->revision = aj_statement_get_integer (statement, 0);
  entry->kind = aj_history_kind_from_code (aj_statement_get_text (statement, 1));
  entry->label = g_strdup (aj_statement_get_text (statement, 2));
  entry->author = g_strdup (aj_statement_get_text (statement, 3));
  entry->at = aj_statement_get_integer (statement, 4);
  entry->target = aj_statement_get_integer (statement, 5);
  entry->undone = !aj_statement_is_null (statement, 6);
  entry->changes = g_ptr_array_new_with_free_func ((GDestroyNotify) aj_history_change_free);
  return entry;
}

static gboolean
read_entry_changes (AjBackend *self, AjHistoryEntry *entry, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (AjStatement) statement =
      aj_db_prepare (self->db,
                     "SELECT \"type\", \"record\", \"before\", \"after\" FROM \"change\""
                     " WHERE \"revision\" = ?1 ORDER BY \"position\"",
                     "read the history", error);

  if (statement == NULL)
    return FALSE;
  aj_statement_bind_integer (statement, 1, entry->revision);
  while (local_error == NULL && aj_statement_step (statement, &local_error))
    {
      const AjRecordType *type = aj_record_type_lookup (aj_statement_get_text (statement, 0));
      const char *id = aj_statement_get_text (statement, 1);
      const char *before_json = aj_statement_get_text (statement, 2);
      const char *after_json = aj_statement_get_text (statement, 3);
      g_autoptr (AjValues) before = NULL;
      g_autoptr (AjValues) after = NULL;

      if (type == NULL)
        continue;
      if (before_json != NULL)
        before = aj_history_from_json (type, id, 0, before_json, NULL, &local_error);
      if (after_json != NULL && local_error == NULL)
        after = aj_history_from_json (type, id, entry->revision, after_json, NULL, &local_error);
      if (local_error == NULL)
        g_ptr_array_add (entry->changes, aj_history_change_new (type, id, before, after));
    }
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

/* A type or a record narrows it to the edits that touched it. */
static AjStatement *
prepare_history (AjBackend *self, const AjHistoryFilter *filter, GError **error)
{
  g_autoptr (GString) sql = g_string_new (
      "SELECT e.\"revision\", e.\"kind\", e.\"label\", e.\"author\", e.\"at\","
      " e.\"target\", e.\"undone_by\" FROM \"edit\" e WHERE e.\"at\" >= ?1");
  g_autoptr (AjStatement) statement = NULL;

  if (filter->before > 0)
    g_string_append_printf (sql, " AND e.\"revision\" < %" G_GINT64_FORMAT, filter->before);
  if (filter->revision > 0)
    g_string_append_printf (sql, " AND e.\"revision\" = %" G_GINT64_FORMAT, filter->revision);
  if (filter->author != NULL)
    g_string_append (sql, " AND (e.\"author\" = ?4 OR"
                          " substr (e.\"author\", 1, length (?4) + 2) = ?4 || ' (')");
  if (filter->type != NULL || filter->id != NULL)
    {
      g_string_append (sql,
                       " AND e.\"revision\" IN (SELECT c.\"revision\" FROM \"change\" c WHERE ");
      if (filter->id != NULL)
        g_string_append (sql, "c.\"record\" = ?2");
      if (filter->id != NULL && filter->type != NULL)
        g_string_append (sql, " AND ");
      if (filter->type != NULL)
        g_string_append (sql, "c.\"type\" = ?3");
      g_string_append (sql, ")");
    }
  g_string_append (sql, " ORDER BY e.\"revision\" DESC");
  if (filter->limit > 0)
    g_string_append_printf (sql, " LIMIT %u", filter->limit);

  statement = aj_db_prepare (self->db, sql->str, "read the history", error);
  if (statement == NULL)
    return NULL;
  aj_statement_bind_integer (statement, 1, filter->since > 0 ? filter->since : G_MININT64);
  if (filter->id != NULL)
    aj_statement_bind_text (statement, 2, filter->id);
  if (filter->type != NULL)
    aj_statement_bind_text (statement, 3, filter->type->name);
  if (filter->author != NULL)
    aj_statement_bind_text (statement, 4, filter->author);
  return g_steal_pointer (&statement);
}

static gboolean
list_history_body (AjDb *db, gpointer user_data, GError **error)
{
  gpointer *context = user_data;
  AjBackend *self = context[0];
  AjHistoryRequest *request = context[1];
  g_autoptr (GError) local_error = NULL;
  g_autoptr (AjStatement) statement = prepare_history (self, &request->filter, error);

  if (statement == NULL)
    return FALSE;
  while (local_error == NULL && aj_statement_step (statement, &local_error))
    {
      AjHistoryEntry *entry = aj_backend_read_history_entry (statement);

      g_ptr_array_add (request->entries, entry);
      if (request->filter.with_changes)
        read_entry_changes (self, entry, &local_error);
    }
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

gboolean
aj_backend_list_history (AjBackend *self, gpointer history_request, GError **error)
{
  gpointer context[] = { self, history_request };

  return aj_db_read (self->db, list_history_body, context, error);
}
