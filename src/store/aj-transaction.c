/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-transaction.h"

#include "aj-history-private.h"
#include "aj-ownership.h"
#include "aj-references.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  AjTransaction *transaction;
  AjTransactionBody body;
  gpointer user_data;
} AjRun;

static gboolean
write_edit_line (AjTransaction *self, GError **error)
{
  g_autoptr (AjStatement) statement =
      aj_db_prepare (self->backend->db,
                     "INSERT INTO \"edit\" (\"revision\", \"kind\", \"label\", \"author\", \"at\","
                     " \"target\") VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
                     "write the history", error);

  if (statement == NULL)
    return FALSE;
  aj_statement_bind_integer (statement, 1, self->revision);
  aj_statement_bind_text (statement, 2, aj_history_kind_to_code (self->kind));
  aj_statement_bind_text (statement, 3, self->label);
  aj_statement_bind_text (statement, 4, self->backend->author);
  aj_statement_bind_integer (statement, 5, self->at);
  if (self->target != 0)
    aj_statement_bind_integer (statement, 6, self->target);
  return aj_statement_run (statement, error);
}

static gboolean
write_change_line (AjTransaction *self,
                   const AjRecordType *type,
                   const char *id,
                   const char *before,
                   const char *after,
                   GError **error)
{
  g_autoptr (AjStatement) statement =
      aj_db_prepare (self->backend->db,
                     "INSERT INTO \"change\" (\"revision\", \"position\", \"type\", \"record\","
                     " \"before\", \"after\") VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
                     "write the history", error);

  if (statement == NULL)
    return FALSE;
  aj_statement_bind_integer (statement, 1, self->revision);
  aj_statement_bind_integer (statement, 2, (gint64) self->n_changes);
  aj_statement_bind_text (statement, 3, type->name);
  aj_statement_bind_text (statement, 4, id);
  aj_statement_bind_text (statement, 5, before);
  aj_statement_bind_text (statement, 6, after);
  return aj_statement_run (statement, error);
}

/* The line of history of one row, after that of the edit itself. */
static gboolean
note_change (AjTransaction *self, const AjValues *before, const AjValues *after, GError **error)
{
  const AjValues *any = after != NULL ? after : before;
  const AjRecordType *type = aj_values_get_record_type (any);
  const char *id = aj_values_get_id (any);
  guint64 fields = before != NULL && after != NULL ? aj_values_diff (before, after) : AJ_ALL_FIELDS;
  g_autofree char *before_json = before != NULL ? aj_history_to_json (before, fields) : NULL;
  g_autofree char *after_json = after != NULL ? aj_history_to_json (after, fields) : NULL;

  if (self->n_changes == 0 && !write_edit_line (self, error))
    return FALSE;
  if (!write_change_line (self, type, id, before_json, after_json, error))
    return FALSE;
  self->n_changes++;
  aj_changes_append (self->changes, aj_history_change_new (type, id, before, after),
                     self->revision);
  return TRUE;
}

gboolean
aj_transaction_get (AjTransaction *self,
                    const AjRecordType *type,
                    const char *id,
                    AjValues **present,
                    GError **error)
{
  g_autoptr (GError) local_error = NULL;

  *present = aj_rows_get (self->backend->rows, type, id, &local_error);
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

gboolean
aj_transaction_find_same (AjTransaction *self,
                          const AjValues *values,
                          AjValues **same,
                          GError **error)
{
  g_autoptr (GError) local_error = NULL;

  *same = aj_rows_find_same (self->backend->rows, values, &local_error);
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

/* No single value is there already, but what tells two records apart is: as the number of a decision in its group and
 * year. Another with the same id is something else. */
static void
explain_not_unique_together (AjTransaction *self, const AjValues *values, GError **error)
{
  const AjRecordType *type = aj_values_get_record_type (values);
  g_autoptr (AjValues) present = aj_rows_get (self->backend->rows, type, aj_values_get_id (values),
                                              NULL);
  g_autoptr (GString) labels = g_string_new (NULL);

  if (present != NULL || type->identity == NULL)
    return;
  for (guint i = 0; type->identity[i] != NULL; i++)
    g_string_append_printf (labels, "%s%s", i > 0 ? ", " : "",
                            aj_field_get_label (
                                aj_record_type_get_field (type, type->identity[i], NULL)));
  g_clear_error (error);
  g_set_error (
      error, AJ_STORE_ERROR, AJ_STORE_ERROR_NOT_UNIQUE,
      /* Translators: a kind of record, and the labels of fields: "Decision: there is another one with the same
                * Group, Year, Decision number". */
      _ ("%1$s: there is another one with the same %2$s by now. Try again."),
      aj_record_type_get_label (type), labels->str);
}

/* The database says that some value is there already; people want to know which, and where. */
static void
explain_not_unique (AjTransaction *self, const AjValues *values, GError **error)
{
  const AjRecordType *type = aj_values_get_record_type (values);

  for (guint i = 0; i < type->n_fields; i++)
    {
      const AjField *field = &type->fields[i];
      g_autoptr (AjValues) other = NULL;
      g_autofree char *text = NULL;

      if (!field->unique || aj_values_peek (values, i)->kind == AJ_VALUE_NONE)
        continue;
      other = aj_rows_find_other (self->backend->rows, type, field, aj_values_peek (values, i),
                                  aj_values_get_id (values), NULL);
      if (other == NULL)
        continue;
      text = aj_field_display (field, aj_values_peek (values, i));
      g_clear_error (error);
      g_set_error (error, AJ_STORE_ERROR, AJ_STORE_ERROR_NOT_UNIQUE,
                   /* Translators: the label of a field and what was filled in there. */
                   _ ("%s: there is another one with “%s” already. Choose something else."),
                   aj_field_get_label (field), text);
      return;
    }
  explain_not_unique_together (self, values, error);
}

static gboolean
write_row (AjTransaction *self, const AjValues *present, const AjValues *after, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  gboolean written = present == NULL ? aj_rows_insert (self->backend->rows, after, &local_error)
                                     : aj_rows_update (self->backend->rows, after, &local_error);

  if (written)
    return TRUE;
  if (g_error_matches (local_error, AJ_STORE_ERROR, AJ_STORE_ERROR_NOT_UNIQUE))
    explain_not_unique (self, after, &local_error);
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

void
aj_transaction_refuse_second (const AjRecordType *type, const char *id, GError **error)
{
  g_set_error (error, AJ_STORE_ERROR, AJ_STORE_ERROR_NOT_UNIQUE,
               /* Translators: the kind of a record, such as "Meeting", and its identity. */
               _ ("%s %s is there already. Change that one instead."),
               aj_record_type_get_label (type), id);
}

/* Whether a record was there before the edit that is turned round. */
static gboolean
find_was_there (AjTransaction *self, const AjValues *record, gboolean *was_there, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (AjStatement) statement =
      aj_db_prepare (self->backend->db,
                     "SELECT \"after\" IS NOT NULL FROM \"change\" WHERE \"record\" = ?1"
                     " AND \"type\" = ?2 AND \"revision\" < ?3"
                     " ORDER BY \"revision\" DESC, \"position\" DESC LIMIT 1",
                     "read the history", error);

  if (statement == NULL)
    return FALSE;
  aj_statement_bind_text (statement, 1, aj_values_get_id (record));
  aj_statement_bind_text (statement, 2, aj_values_get_record_type (record)->name);
  aj_statement_bind_integer (statement, 3, self->turned);
  *was_there = aj_statement_step (statement, &local_error) &&
               aj_statement_get_integer (statement, 0) != 0;
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

/* By whatever door it comes, also by undo; but what stood beside each other before may do so again. */
static gboolean
check_is_first (AjTransaction *self, const AjValues *after, GError **error)
{
  g_autoptr (AjValues) same = NULL;
  gboolean was_there = FALSE;

  if (!aj_transaction_find_same (self, after, &same, error) ||
      (same != NULL && self->turned != 0 && !find_was_there (self, same, &was_there, error)))
    return FALSE;
  if (same == NULL || was_there)
    return TRUE;
  aj_transaction_refuse_second (aj_values_get_record_type (after), aj_values_get_id (same), error);
  return FALSE;
}

gboolean
aj_transaction_put (AjTransaction *self, const AjValues *present, AjValues *after, GError **error)
{
  /* What is put back whole was prepared when it was made, and somebody may have said otherwise since. */
  if (present != NULL || self->turned == 0)
    aj_values_prepare (present, after);
  if (!aj_ownership_settle (self, present, after, error))
    return FALSE;
  if (present != NULL && aj_values_diff (present, after) == 0)
    return TRUE;
  if (!aj_values_check (after, NULL, error) ||
      (present == NULL && !check_is_first (self, after, error)))
    return FALSE;
  aj_values_set_revision (after, self->revision);
  if (!write_row (self, present, after, error) || !note_change (self, present, after, error))
    return FALSE;
  aj_references_note_written (self->references, present, after);
  aj_ownership_note_written (self, present, after);
  return TRUE;
}

gboolean
aj_transaction_remove (AjTransaction *self, const AjValues *present, GError **error)
{
  const AjRecordType *type = aj_values_get_record_type (present);

  if (type->check_removal != NULL && !type->check_removal (present, error))
    return FALSE;
  if (!aj_ownership_settle (self, present, NULL, error) ||
      !aj_rows_delete (self->backend->rows, type, aj_values_get_id (present), error) ||
      !note_change (self, present, NULL, error))
    return FALSE;
  aj_ownership_note_removed (self, present);
  return TRUE;
}

gboolean
aj_transaction_note (AjTransaction *self, GError **error)
{
  if (self->n_changes == 0 && !write_edit_line (self, error))
    return FALSE;
  self->n_changes++;
  return TRUE;
}

gboolean
aj_transaction_mark_undone (AjTransaction *self, gint64 edit, gboolean undone, GError **error)
{
  g_autoptr (AjStatement) statement = aj_db_prepare (
      self->backend->db, "UPDATE \"edit\" SET \"undone_by\" = ?2 WHERE \"revision\" = ?1",
      "write the history", error);

  /* An edit that left nothing to take back still is a step: without its line there would be nothing to refer to. */
  if (statement == NULL || !aj_transaction_note (self, error))
    return FALSE;
  aj_statement_bind_integer (statement, 1, edit);
  if (undone)
    aj_statement_bind_integer (statement, 2, self->revision);
  return aj_statement_run (statement, error);
}

static gboolean
run_body (AjDb *db, gpointer user_data, GError **error)
{
  AjRun *run = user_data;
  AjTransaction *self = run->transaction;
  AjBackend *backend = self->backend;

  if (!aj_backend_get_newest (backend, &self->seen, error))
    return FALSE;
  if (self->seen != backend->seen)
    {
      self->foreign = aj_backend_read_changes (backend, backend->seen, error);
      if (self->foreign == NULL)
        return FALSE;
      aj_backend_forget_refused (backend);
    }
  self->revision = self->seen + 1;
  return run->body (self, run->user_data, error) && aj_ownership_follow (self, error) &&
         aj_ownership_check_parts (self, error) &&
         aj_references_check (self->references, self->changes, backend->rows, error);
}

/* The changes of others stand, whatever became of this edit. */
static void
tell (AjTransaction *self, gboolean written)
{
  AjBackend *backend = self->backend;

  if (self->foreign != NULL)
    {
      backend->seen = self->seen;
      aj_backend_tell (backend, self->foreign);
    }
  if (written && self->n_changes > 0)
    {
      backend->seen = self->revision;
      if (self->kind == AJ_HISTORY_EDIT)
        aj_backend_forget_refused (backend);
      aj_backend_tell (backend, self->changes);
    }
}

gboolean
aj_transaction_run (AjBackend *backend,
                    AjHistoryKind kind,
                    const char *label,
                    gint64 at,
                    AjTransactionBody body,
                    gpointer user_data,
                    gint64 *revision,
                    GError **error)
{
  AjTransaction self = { .backend = backend, .kind = kind, .label = label, .at = at };
  AjRun run = { &self, body, user_data };
  gboolean written;

  self.changes = aj_changes_new ();
  self.references = aj_references_new ();
  self.owners = aj_ownership_new_owners ();
  self.removed = aj_ownership_new_removed ();
  self.parts = aj_ownership_new_parts ();
  written = aj_db_write (backend->db, run_body, &run, error);
  tell (&self, written);
  *revision = written && self.n_changes > 0 ? self.revision : 0;

  g_hash_table_unref (self.references);
  g_hash_table_unref (self.owners);
  g_ptr_array_unref (self.removed);
  g_ptr_array_unref (self.parts);
  aj_changes_unref (self.changes);
  g_clear_pointer (&self.foreign, aj_changes_unref);
  return written;
}
