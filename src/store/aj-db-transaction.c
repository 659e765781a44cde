/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-db-private.h"

#include <glib/gi18n-lib.h>

/* A newer program may bring the file up to date while this one has it open; from then on this one no longer knows what
 * the tables mean. */
static gboolean
check_same_schema (AjDb *self, GError **error)
{
  g_autoptr (AjStatement) statement = NULL;
  g_autoptr (GError) local_error = NULL;
  gint64 schema = 0;

  statement = aj_db_prepare (self, "PRAGMA user_version", "read the schema", error);
  if (statement == NULL)
    return FALSE;
  if (aj_statement_step (statement, &local_error))
    schema = aj_statement_get_integer (statement, 0);
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  return aj_db_check_not_newer (self, schema, self->schema, error);
}

/* A failed statement may have taken the transaction back already, for one on a full disk. */
static void
roll_back (AjDb *self)
{
  g_autoptr (GError) error = NULL;

  if (sqlite3_get_autocommit (self->handle))
    return;
  /* The connection is then of no use for writing, and says so every time: SQLite begins no second transaction. */
  if (!aj_db_exec_raw (self, "ROLLBACK", "take the change back", &error))
    g_warning ("%s", error->message);
}

/* Cancelling counts until here; a commit under way is finished. */
static gboolean
commit (AjDb *self, GError **error)
{
  g_autoptr (GCancellable) cancellable = self->cancellable == NULL
                                             ? NULL
                                             : g_object_ref (self->cancellable);
  gboolean done;

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  aj_db_set_cancellable (self, NULL);
  done = aj_db_exec_raw (self, "COMMIT", "write the change", error);
  aj_db_set_cancellable (self, cancellable);
  return done;
}

static gboolean
run_body (AjDb *self,
          const char *begin,
          AjDbTransaction transaction,
          AjDbBody body,
          gpointer user_data,
          GError **error)
{
  gboolean done;

  if (g_cancellable_set_error_if_cancelled (self->cancellable, error) ||
      !aj_db_exec_raw (self, begin, "begin", error))
    return FALSE;
  self->transaction = transaction;
  /* The look at the schema also is the first reading, at which a transaction takes hold of its moment. */
  done = check_same_schema (self, error) && body (self, user_data, error);
  self->transaction = AJ_DB_IDLE;
  if (done)
    done = commit (self, error);
  roll_back (self);
  return done;
}

gboolean
aj_db_write (AjDb *self, AjDbBody body, gpointer user_data, GError **error)
{
  g_return_val_if_fail (self != NULL && body != NULL, FALSE);

  if (self->transaction != AJ_DB_IDLE)
    {
      g_critical ("aj_db_write() inside a transaction");
      return aj_db_fail (self, SQLITE_MISUSE, "begin", error);
    }
  if (self->read_only)
    return aj_db_fail (self, SQLITE_READONLY, "begin", error);
  return run_body (self, "BEGIN IMMEDIATE", AJ_DB_WRITING, body, user_data, error);
}

gboolean
aj_db_read (AjDb *self, AjDbBody body, gpointer user_data, GError **error)
{
  g_return_val_if_fail (self != NULL && body != NULL, FALSE);

  if (self->transaction != AJ_DB_IDLE)
    return body (self, user_data, error);
  return run_body (self, "BEGIN", AJ_DB_READING, body, user_data, error);
}

/* One statement after the other, so that each obeys the rules of aj_statement_step(). */
gboolean
aj_db_exec (AjDb *self, const char *sql, const char *action, GError **error)
{
  const char *rest = sql;

  g_return_val_if_fail (self != NULL && sql != NULL, FALSE);

  while (*rest != '\0')
    {
      sqlite3_stmt *stmt = NULL;
      gboolean allowed = TRUE;
      int rc = sqlite3_prepare_v2 (self->handle, rest, -1, &stmt, &rest);

      if (rc != SQLITE_OK)
        return aj_db_fail (self, rc, action, error);
      /* What follows the last semicolon may be nothing but a comment. */
      if (stmt == NULL)
        continue;
      allowed = aj_db_may_run (self, stmt, action, error);
      while (allowed && (rc = sqlite3_step (stmt)) == SQLITE_ROW)
        ;
      if (allowed && rc != SQLITE_DONE)
        allowed = aj_db_fail (self, rc, action, error);
      sqlite3_finalize (stmt);
      if (!allowed)
        return FALSE;
    }
  return TRUE;
}

gint64
aj_db_get_changed_rows (AjDb *self)
{
  return sqlite3_changes64 (self->handle);
}

gboolean
aj_db_get_data_version (AjDb *self, gint64 *version, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (AjStatement) statement = NULL;

  statement = aj_db_prepare (self, "PRAGMA data_version", "look for changes", error);
  if (statement == NULL)
    return FALSE;
  if (aj_statement_step (statement, &local_error))
    *version = aj_statement_get_integer (statement, 0);
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}
