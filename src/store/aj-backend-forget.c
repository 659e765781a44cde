/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-backend-forget.h"

#include "aj-history-private.h"
#include "aj-oblivion.h"
#include "aj-search-index.h"
#include "aj-transaction.h"

/* What the file is told it is owed, in the table of that name. */
#define WIPE "wipe"

void
aj_forget_request_free (AjForgetRequest *self)
{
  g_strfreev (self->ids);
  g_free (self->name);
  g_free (self->label);
  g_clear_pointer (&self->mentions, g_ptr_array_unref);
  g_free (self);
}

/* A line of history, as it is to become. */
typedef struct
{
  gint64 revision;
  gint64 position;
  char *before; /* (owned) (nullable) */
  char *after;  /* (owned) (nullable) */
} AjCleanLine;

static void
clean_line_free (AjCleanLine *self)
{
  g_free (self->before);
  g_free (self->after);
  g_free (self);
}

typedef struct
{
  AjTransaction *transaction;
  const AjForgetRequest *request;
  AjOblivion *oblivion;
  GPtrArray *befores; /* (owned) (element-type AjValues): records that change */
  GPtrArray *afters;  /* (owned) (element-type AjValues) */
} AjCleaning;

/* Whether somebody is there without an end, as one of them. */
static gboolean
goes_on (AjCleaning *self, const AjValues *values)
{
  const AjRecordType *type = aj_values_get_record_type (values);
  AjDate day = self->request->date;
  AjDate from, until;

  if (type->until_field == NULL || !aj_oblivion_is_about (self->oblivion, values))
    return FALSE;
  from = type->from_field != NULL ? aj_values_get_date (values, type->from_field) : AJ_DATE_NONE;
  until = aj_values_get_date (values, type->until_field);
  return (from == AJ_DATE_NONE || from <= day) && (until == AJ_DATE_NONE || until > day);
}

static gboolean
clean_row (const AjValues *values, gpointer user_data, GError **error)
{
  AjCleaning *self = user_data;
  AjValues *after = aj_oblivion_clean (self->oblivion, values, AJ_ALL_FIELDS, values);

  if (self->request->end_field != NULL && goes_on (self, values))
    {
      if (after == NULL)
        after = aj_values_copy (values);
      aj_values_set_date (after, aj_values_get_record_type (values)->until_field,
                          self->request->date);
    }
  if (after == NULL)
    return TRUE;
  g_ptr_array_add (self->befores, (gpointer) aj_values_ref (values));
  g_ptr_array_add (self->afters, after);
  return TRUE;
}

/* Found first and written then: a table is not changed while it is read. */
static gboolean
clean_rows (AjCleaning *self, GError **error)
{
  const AjRecordType *const *types = aj_record_types_all ();

  for (guint i = 0; types[i] != NULL; i++)
    if (!aj_oblivion_each_row (self->transaction->backend, types[i], clean_row, self, error))
      return FALSE;
  for (guint i = 0; i < self->afters->len; i++)
    if (!aj_transaction_put (self->transaction, self->befores->pdata[i], self->afters->pdata[i],
                             error))
      return FALSE;
  return TRUE;
}

/* One side of a line of history. @whole: it is that of an addition or a removal. */
static gboolean
clean_json (AjCleaning *self,
            const AjRecordType *type,
            const char *id,
            const char *json,
            gboolean whole,
            char **cleaned,
            GError **error)
{
  g_autoptr (AjValues) values = NULL;
  g_autoptr (AjValues) present = NULL;
  g_autoptr (AjValues) after = NULL;
  guint64 fields = 0;

  *cleaned = NULL;
  if (json == NULL)
    return TRUE;
  values = aj_history_from_json (type, id, 0, json, &fields, error);
  if (values == NULL || !aj_transaction_get (self->transaction, type, id, &present, error))
    return FALSE;
  after = aj_oblivion_clean (self->oblivion, values, whole ? AJ_ALL_FIELDS : fields, present);
  *cleaned = after != NULL ? aj_history_to_json (after, whole ? AJ_ALL_FIELDS : fields)
                           : aj_history_to_json (values, fields);
  return TRUE;
}

static gboolean
clean_line (AjCleaning *self, AjStatement *statement, GPtrArray *lines, GError **error)
{
  const AjRecordType *type = aj_record_type_lookup (aj_statement_get_text (statement, 2));
  g_autofree char *id = g_strdup (aj_statement_get_text (statement, 3));
  const char *before = aj_statement_get_text (statement, 4);
  const char *after = aj_statement_get_text (statement, 5);
  gboolean whole = before == NULL || after == NULL;
  AjCleanLine *line;

  if (type == NULL || (!aj_oblivion_may_concern (self->oblivion, type, id, before) &&
                       !aj_oblivion_may_concern (self->oblivion, type, id, after)))
    return TRUE;
  line = g_new0 (AjCleanLine, 1);
  g_ptr_array_add (lines, line);
  line->revision = aj_statement_get_integer (statement, 0);
  line->position = aj_statement_get_integer (statement, 1);
  return clean_json (self, type, id, before, whole, &line->before, error) &&
         clean_json (self, type, id, after, whole, &line->after, error);
}

static gboolean
write_lines (AjCleaning *self, GPtrArray *lines, GError **error)
{
  for (guint i = 0; i < lines->len; i++)
    {
      const AjCleanLine *line = lines->pdata[i];
      g_autoptr (AjStatement) statement =
          aj_db_prepare (self->transaction->backend->db,
                         "UPDATE \"change\" SET \"before\" = ?3, \"after\" = ?4"
                         " WHERE \"revision\" = ?1 AND \"position\" = ?2",
                         "clean the history", error);

      if (statement == NULL)
        return FALSE;
      aj_statement_bind_integer (statement, 1, line->revision);
      aj_statement_bind_integer (statement, 2, line->position);
      aj_statement_bind_text (statement, 3, line->before);
      aj_statement_bind_text (statement, 4, line->after);
      if (!aj_statement_run (statement, error))
        return FALSE;
    }
  return TRUE;
}

/* All that history says, this edit's own lines with it. */
static gboolean
clean_history (AjCleaning *self, GError **error)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func ((GDestroyNotify) clean_line_free);
  g_autoptr (GError) local_error = NULL;
  g_autoptr (AjStatement) statement =
      aj_db_prepare (self->transaction->backend->db,
                     "SELECT \"revision\", \"position\", \"type\", \"record\", \"before\","
                     " \"after\" FROM \"change\"",
                     "read the history", error);

  if (statement == NULL)
    return FALSE;
  while (local_error == NULL && aj_statement_step (statement, &local_error))
    clean_line (self, statement, lines, &local_error);
  g_clear_pointer (&statement, aj_statement_free);
  if (local_error == NULL)
    return write_lines (self, lines, error);
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

/* The edits that touched them or what is about them (element-type gint64). */
static GHashTable *
find_own_edits (AjCleaning *self, GError **error)
{
  g_autoptr (GHashTable) edits = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (GError) local_error = NULL;
  g_autoptr (AjStatement) statement = aj_db_prepare (
      self->transaction->backend->db, "SELECT \"revision\", \"type\", \"record\" FROM \"change\"",
      "read the history", error);

  if (statement == NULL)
    return NULL;
  while (aj_statement_step (statement, &local_error))
    {
      const AjRecordType *type = aj_record_type_lookup (aj_statement_get_text (statement, 1));
      gint64 revision = aj_statement_get_integer (statement, 0);

      if (type != NULL &&
          aj_oblivion_concerns (self->oblivion, type, aj_statement_get_text (statement, 2)))
        g_hash_table_add (edits, g_memdup2 (&revision, sizeof revision));
    }
  if (local_error == NULL)
    return g_steal_pointer (&edits);
  g_propagate_error (error, g_steal_pointer (&local_error));
  return NULL;
}

static gboolean
write_edit (AjDb *db, gint64 revision, const char *label, const char *author, GError **error)
{
  g_autoptr (AjStatement) statement = aj_db_prepare (
      db, "UPDATE \"edit\" SET \"label\" = ?2, \"author\" = ?3 WHERE \"revision\" = ?1",
      "clean the history", error);

  if (statement == NULL)
    return FALSE;
  aj_statement_bind_integer (statement, 1, revision);
  aj_statement_bind_text (statement, 2, label);
  aj_statement_bind_text (statement, 3, author);
  return aj_statement_run (statement, error);
}

/* An undo has the label of what it took back, and touched the same. */
static gboolean
clean_edit (AjCleaning *self,
            GHashTable *own_edits,
            AjStatement *statement,
            const char *name,
            GError **error)
{
  gint64 revision = aj_statement_get_integer (statement, 0);
  g_autofree char *label = g_strdup (aj_statement_get_text (statement, 1));
  g_autofree char *author = g_strdup (aj_statement_get_text (statement, 2));
  g_autofree char *cleaned = aj_oblivion_clean_label (self->oblivion, label,
                                                      g_hash_table_contains (own_edits, &revision));
  gboolean signed_by = aj_oblivion_is_name (self->oblivion, author);

  if (cleaned == NULL && !signed_by)
    return TRUE;
  return write_edit (self->transaction->backend->db, revision, cleaned != NULL ? cleaned : label,
                     signed_by ? name : author, error);
}

static gboolean
clean_edits (AjCleaning *self, const char *name, GError **error)
{
  g_autoptr (GHashTable) own_edits = find_own_edits (self, error);
  g_autoptr (GError) local_error = NULL;
  g_autoptr (AjStatement) statement = NULL;

  if (own_edits == NULL)
    return FALSE;
  statement = aj_db_prepare (
      self->transaction->backend->db,
      "SELECT \"revision\", \"label\", \"author\" FROM \"edit\" ORDER BY \"revision\"",
      "read the history", error);
  if (statement == NULL)
    return FALSE;
  /* Neither the order of reading nor the key is touched by what is written meanwhile. */
  while (local_error == NULL && aj_statement_step (statement, &local_error))
    clean_edit (self, own_edits, statement, name, &local_error);
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

static gboolean
owe_wipe (AjDb *db, GError **error)
{
  return aj_db_exec (db,
                     "INSERT INTO \"owed\" (\"what\") VALUES ('" WIPE
                     "') ON CONFLICT (\"what\") DO NOTHING",
                     "note what is owed", error);
}

static gboolean
forget_body (AjTransaction *transaction, gpointer user_data, GError **error)
{
  AjForgetRequest *request = user_data;
  g_autoptr (AjOblivion) oblivion = aj_oblivion_new (transaction->backend, request, error);
  g_autoptr (GPtrArray) befores = g_ptr_array_new_with_free_func ((GDestroyNotify) aj_values_unref);
  g_autoptr (GPtrArray) afters = g_ptr_array_new_with_free_func ((GDestroyNotify) aj_values_unref);
  AjCleaning cleaning = { transaction, request, oblivion, befores, afters };

  return oblivion != NULL && aj_transaction_note (transaction, error) &&
         clean_rows (&cleaning, error) && clean_history (&cleaning, error) &&
         clean_edits (&cleaning, request->name, error) && aj_oblivion_check (oblivion, error) &&
         aj_search_index_purge (transaction->backend->db, error) &&
         owe_wipe (transaction->backend->db, error);
}

gboolean
aj_backend_forget (AjBackend *self, gpointer forget_request, GError **error)
{
  AjForgetRequest *request = forget_request;
  g_autoptr (GError) wipe_error = NULL;
  gint64 revision;

  if (!aj_transaction_run (self, AJ_HISTORY_NOTE, request->label, request->at, forget_body, request,
                           &revision, error))
    return FALSE;
  request->wiped = aj_backend_wipe (self, &wipe_error);
  if (!request->wiped)
    g_debug ("cannot wipe the file: %s", wipe_error->message);
  return TRUE;
}

static gboolean
list_mention (const AjValues *values, gpointer user_data, GError **error)
{
  gpointer *context = user_data;

  aj_oblivion_list_mentions (context[0], values, context[1]);
  return TRUE;
}

typedef struct
{
  AjBackend *backend;
  AjForgetRequest *request;
} AjLooking;

static gboolean
find_mentions_body (AjDb *db, gpointer user_data, GError **error)
{
  AjLooking *looking = user_data;
  const AjRecordType *const *types = aj_record_types_all ();
  g_autoptr (AjOblivion) oblivion = aj_oblivion_new (looking->backend, looking->request, error);
  gpointer context[] = { oblivion, looking->request->mentions };

  if (oblivion == NULL)
    return FALSE;
  for (guint i = 0; types[i] != NULL; i++)
    if (!aj_oblivion_each_row (looking->backend, types[i], list_mention, context, error))
      return FALSE;
  return aj_oblivion_check (oblivion, error);
}

gboolean
aj_backend_find_mentions (AjBackend *self, gpointer forget_request, GError **error)
{
  AjLooking looking = { self, forget_request };

  looking.request->mentions = g_ptr_array_new_with_free_func ((GDestroyNotify) aj_mention_free);
  return aj_db_read (self->db, find_mentions_body, &looking, error);
}

static gboolean
is_owed_body (AjDb *db, gpointer user_data, GError **error)
{
  gboolean *owed = user_data;
  g_autoptr (GError) local_error = NULL;
  g_autoptr (AjStatement) statement = aj_db_prepare (
      db, "SELECT 1 FROM \"owed\" WHERE \"what\" = '" WIPE "'", "look for what is owed", error);

  if (statement == NULL)
    return FALSE;
  *owed = aj_statement_step (statement, &local_error);
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

static gboolean
settle_body (AjDb *db, gpointer user_data, GError **error)
{
  return aj_db_exec (db, "DELETE FROM \"owed\" WHERE \"what\" = '" WIPE "'", "settle what is owed",
                     error);
}

/* Whoever reads the log keeps it from being cut off. */
static gboolean
wipe_alone (AjBackend *self, GError **error)
{
  gboolean wiped;

  g_mutex_lock (&self->beside);
  wiped = aj_db_wipe (self->db, error);
  g_mutex_unlock (&self->beside);
  return wiped;
}

/* Only when the file and the log have been rewritten it is settled: who is killed in between leaves it to do again. */
gboolean
aj_backend_wipe (AjBackend *self, GError **error)
{
  gboolean owed = FALSE;

  if (!aj_db_read (self->db, is_owed_body, &owed, error))
    return FALSE;
  return !owed || (wipe_alone (self, error) && aj_db_write (self->db, settle_body, NULL, error));
}
