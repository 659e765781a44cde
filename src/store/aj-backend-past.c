/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-backend-past.h"

#include "aj-history-private.h"

typedef struct
{
  AjBackend *backend;
  const AjRecordType *type;
  const char *const *ids;
  GPtrArray *entries;  /* (borrowed) */
  GHashTable *by_edit; /* (owned) (element-type gint64 AjHistoryEntry) */
  GHashTable *parties; /* (owned) (element-type Party): each once */
} Past;

/* A record of which a line of history is, or speaks of, the one that is asked for. */
typedef struct
{
  const AjRecordType *type;
  char *id; /* (owned) */
} Party;

static guint
party_hash (gconstpointer key)
{
  const Party *party = key;

  return g_str_hash (party->id) ^ g_direct_hash (party->type);
}

static gboolean
party_equal (gconstpointer a, gconstpointer b)
{
  const Party *left = a;
  const Party *right = b;

  return left->type == right->type && g_str_equal (left->id, right->id);
}

static void
party_free (Party *self)
{
  g_free (self->id);
  g_free (self);
}

/* What a line may say anywhere is looked at closely later on. */
static gboolean
find_parties (Past *self, const char *id, GError **error)
{
  g_autofree char *pattern = g_strdup_printf ("%%%s%%", id);
  g_autoptr (GError) local_error = NULL;
  g_autoptr (AjStatement) statement =
      aj_db_prepare (self->backend->db,
                     "SELECT DISTINCT \"type\", \"record\" FROM \"change\""
                     " WHERE \"record\" = ?1 OR \"before\" LIKE ?2 OR \"after\" LIKE ?2",
                     "read the history", error);

  if (statement == NULL)
    return FALSE;
  aj_statement_bind_text (statement, 1, id);
  aj_statement_bind_text (statement, 2, pattern);
  while (aj_statement_step (statement, &local_error))
    {
      const AjRecordType *type = aj_record_type_lookup (aj_statement_get_text (statement, 0));
      Party *party;

      if (type == NULL)
        continue;
      party = g_new0 (Party, 1);
      party->type = type;
      party->id = g_strdup (aj_statement_get_text (statement, 1));
      g_hash_table_add (self->parties, party);
    }
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

static gboolean
refers (Past *self, const AjValues *values)
{
  const AjRecordType *type = values != NULL ? aj_values_get_record_type (values) : NULL;

  for (guint i = 0; type != NULL && i < type->n_fields; i++)
    {
      const AjValue *value = aj_values_peek (values, i);

      if (type->fields[i].kind == AJ_FIELD_REFERENCE && value->kind == AJ_VALUE_TEXT &&
          g_str_equal (type->fields[i].target, self->type->name) &&
          g_strv_contains (self->ids, value->as.text))
        return TRUE;
    }
  return FALSE;
}

/* The whole state before a change, from that after it: (transfer full) (nullable). */
static AjValues *
step_back (const AjValues *after, const AjValues *before, guint64 fields)
{
  AjValues *whole;

  if (before == NULL || after == NULL)
    return before != NULL ? aj_values_ref (before) : NULL;
  whole = aj_values_copy (after);
  for (guint i = 0; i < aj_values_get_record_type (before)->n_fields; i++)
    if (fields & (G_GUINT64_CONSTANT (1) << i))
      aj_values_set (whole, i, aj_values_peek (before, i));
  return whole;
}

static AjHistoryEntry *
get_entry (Past *self, AjStatement *statement)
{
  gint64 revision = aj_statement_get_integer (statement, 0);
  AjHistoryEntry *entry = g_hash_table_lookup (self->by_edit, &revision);

  if (entry == NULL)
    {
      entry = aj_backend_read_history_entry (statement);
      g_ptr_array_add (self->entries, entry);
      g_hash_table_insert (self->by_edit, &entry->revision, entry);
    }
  return entry;
}

/* @state is what the record was after this line, and becomes what it was before it. */
static gboolean
read_line (Past *self, const Party *party, AjStatement *statement, AjValues **state, GError **error)
{
  const char *before_json = aj_statement_get_text (statement, 7);
  const char *after_json = aj_statement_get_text (statement, 8);
  g_autoptr (AjValues) before = NULL;
  g_autoptr (AjValues) after = NULL;
  g_autoptr (AjValues) earlier = NULL;
  guint64 fields = 0;
  AjHistoryEntry *entry;

  if (before_json != NULL)
    {
      before = aj_history_from_json (party->type, party->id, 0, before_json, &fields, error);
      if (before == NULL)
        return FALSE;
    }
  if (after_json != NULL)
    {
      after = aj_history_from_json (party->type, party->id, 0, after_json, NULL, error);
      if (after == NULL)
        return FALSE;
    }
  earlier = step_back (after_json != NULL ? *state : NULL, before, fields);
  if ((party->type == self->type && g_strv_contains (self->ids, party->id)) ||
      refers (self, *state) || refers (self, earlier))
    {
      entry = get_entry (self, statement);
      g_ptr_array_add (entry->changes,
                       aj_history_change_new (party->type, party->id, before, after));
    }
  g_clear_pointer (state, aj_values_unref);
  *state = g_steal_pointer (&earlier);
  return TRUE;
}

/* From what it is now back to its beginning. */
static gboolean
read_party (Past *self, const Party *party, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (AjValues) state = aj_rows_get (self->backend->rows, party->type, party->id,
                                            &local_error);
  g_autoptr (AjStatement) statement = NULL;

  if (local_error == NULL)
    statement = aj_db_prepare (
        self->backend->db,
        "SELECT e.\"revision\", e.\"kind\", e.\"label\", e.\"author\", e.\"at\", e.\"target\","
        " e.\"undone_by\", c.\"before\", c.\"after\" FROM \"change\" c"
        " JOIN \"edit\" e ON e.\"revision\" = c.\"revision\""
        " WHERE c.\"record\" = ?1 AND c.\"type\" = ?2"
        " ORDER BY c.\"revision\" DESC, c.\"position\" DESC",
        "read the history", &local_error);
  if (statement != NULL)
    {
      aj_statement_bind_text (statement, 1, party->id);
      aj_statement_bind_text (statement, 2, party->type->name);
      while (local_error == NULL && aj_statement_step (statement, &local_error))
        read_line (self, party, statement, &state, &local_error);
    }
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

static int
compare_entries (gconstpointer a, gconstpointer b)
{
  const AjHistoryEntry *left = *(const AjHistoryEntry *const *) a;
  const AjHistoryEntry *right = *(const AjHistoryEntry *const *) b;

  return left->revision < right->revision ? 1 : -(left->revision > right->revision);
}

gboolean
aj_backend_read_past (AjBackend *self,
                      const AjRecordType *type,
                      const char *const *ids,
                      GPtrArray *entries,
                      GError **error)
{
  g_autoptr (GHashTable) by_edit = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr (GHashTable) parties = g_hash_table_new_full (party_hash, party_equal,
                                                          (GDestroyNotify) party_free, NULL);
  Past past = { self, type, ids, entries, by_edit, parties };
  GHashTableIter iter;
  gpointer party;

  for (guint i = 0; ids[i] != NULL; i++)
    if (!find_parties (&past, ids[i], error))
      return FALSE;
  g_hash_table_iter_init (&iter, parties);
  while (g_hash_table_iter_next (&iter, &party, NULL))
    if (!read_party (&past, party, error))
      return FALSE;
  g_ptr_array_sort (entries, compare_entries);
  return TRUE;
}
