/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-db-private.h"

/* Enough for every statement that a window repeats; beyond it the one that rested longest goes. */
#define CACHE_SIZE 96

struct _AjStatement
{
  AjDb *db;           /* (borrowed) */
  char *sql;          /* (owned) */
  sqlite3_stmt *stmt; /* (owned) */
  const char *action; /* (borrowed): static text */
  int bind_result;    /* of the first binding that failed; told at the next step */
  gboolean finished;  /* there are no more rows until it is reset */
  GList link;         /* its place in the cache while it rests */
};

static void
statement_finalize (AjStatement *self)
{
  sqlite3_finalize (self->stmt);
  g_free (self->sql);
  g_free (self);
}

/* Takes a resting statement out of the cache: from here on only the caller has it. */
static AjStatement *
cache_take (AjDb *db, const char *sql)
{
  AjStatement *self = g_hash_table_lookup (db->statements, sql);

  if (self == NULL)
    return NULL;
  g_hash_table_steal (db->statements, sql);
  g_queue_unlink (&db->recent, &self->link);
  return self;
}

static void
cache_put (AjDb *db, AjStatement *self)
{
  if (g_hash_table_contains (db->statements, self->sql))
    {
      statement_finalize (self);
      return;
    }
  if (db->recent.length >= CACHE_SIZE)
    {
      AjStatement *oldest = g_queue_peek_tail (&db->recent);

      statement_finalize (cache_take (db, oldest->sql));
    }
  self->link.data = self;
  g_hash_table_insert (db->statements, self->sql, self);
  g_queue_push_head_link (&db->recent, &self->link);
}

void
aj_statement_cache_clear (AjDb *self)
{
  while (self->recent.length > 0)
    {
      AjStatement *statement = g_queue_peek_head (&self->recent);

      statement_finalize (cache_take (self, statement->sql));
    }
}

AjStatement *
aj_db_prepare (AjDb *self, const char *sql, const char *action, GError **error)
{
  AjStatement *statement;
  sqlite3_stmt *stmt = NULL;
  int rc;

  g_return_val_if_fail (self != NULL && sql != NULL, NULL);

  statement = cache_take (self, sql);
  if (statement == NULL)
    {
      rc = sqlite3_prepare_v3 (self->handle, sql, -1, SQLITE_PREPARE_PERSISTENT, &stmt, NULL);
      if (rc != SQLITE_OK)
        {
          aj_db_fail (self, rc, action, error);
          return NULL;
        }
      statement = g_new0 (AjStatement, 1);
      statement->db = self;
      statement->sql = g_strdup (sql);
      statement->stmt = stmt;
    }
  statement->action = action;
  self->n_borrowed++;
  return statement;
}

void
aj_statement_free (AjStatement *self)
{
  if (self == NULL)
    return;
  aj_statement_reset (self);
  sqlite3_clear_bindings (self->stmt);
  self->db->n_borrowed--;
  cache_put (self->db, self);
}

/* A binding fails for want of memory or for an index the SQL does not have; the step that follows says so. */
static void
note_binding (AjStatement *self, int rc)
{
  if (self->bind_result == SQLITE_OK)
    self->bind_result = rc;
}

void
aj_statement_bind_text (AjStatement *self, int index, const char *text)
{
  note_binding (self, text == NULL
                          ? sqlite3_bind_null (self->stmt, index)
                          : sqlite3_bind_text (self->stmt, index, text, -1, SQLITE_TRANSIENT));
}

void
aj_statement_bind_integer (AjStatement *self, int index, gint64 integer)
{
  note_binding (self, sqlite3_bind_int64 (self->stmt, index, integer));
}

void
aj_statement_bind_value (AjStatement *self, int index, const AjValue *value)
{
  switch (value->kind)
    {
    case AJ_VALUE_INTEGER:
      aj_statement_bind_integer (self, index, value->as.integer);
      break;
    case AJ_VALUE_REAL:
      note_binding (self, sqlite3_bind_double (self->stmt, index, value->as.real));
      break;
    case AJ_VALUE_TEXT:
      aj_statement_bind_text (self, index, value->as.text);
      break;
    case AJ_VALUE_NONE:
    default:
      note_binding (self, sqlite3_bind_null (self->stmt, index));
      break;
    }
}

/* What writes outside aj_db_write(), or goes on after SQLite has taken the transaction back, would be on disk at once
 * and alone. */
gboolean
aj_db_may_run (AjDb *self, sqlite3_stmt *stmt, const char *action, GError **error)
{
  if (self->transaction != AJ_DB_WRITING && !sqlite3_stmt_readonly (stmt))
    {
      g_critical ("%s: written outside aj_db_write()", sqlite3_sql (stmt));
      return aj_db_fail (self, SQLITE_MISUSE, action, error);
    }
  if (self->transaction != AJ_DB_IDLE && sqlite3_get_autocommit (self->handle))
    return aj_db_fail (self, SQLITE_ABORT_ROLLBACK, action, error);
  return !g_cancellable_set_error_if_cancelled (self->cancellable, error);
}

gboolean
aj_statement_step (AjStatement *self, GError **error)
{
  int rc;

  if (self->finished)
    return FALSE;
  if (self->bind_result != SQLITE_OK)
    return aj_db_fail (self->db, self->bind_result, self->action, error);
  if (!aj_db_may_run (self->db, self->stmt, self->action, error))
    return FALSE;
  rc = sqlite3_step (self->stmt);
  if (rc == SQLITE_ROW)
    return TRUE;
  if (rc != SQLITE_DONE)
    aj_db_fail (self->db, rc, self->action, error);
  /* Lets go of its locks at once; SQLite would start it anew when it is stepped again. */
  sqlite3_reset (self->stmt);
  self->finished = TRUE;
  return FALSE;
}

gboolean
aj_statement_run (AjStatement *self, GError **error)
{
  g_autoptr (GError) local_error = NULL;

  while (aj_statement_step (self, &local_error))
    ;
  aj_statement_reset (self);
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

void
aj_statement_reset (AjStatement *self)
{
  /* It repeats the result of the last step, which has been told. */
  sqlite3_reset (self->stmt);
  self->bind_result = SQLITE_OK;
  self->finished = FALSE;
}

const char *
aj_statement_get_text (AjStatement *self, int column)
{
  return (const char *) sqlite3_column_text (self->stmt, column);
}

gint64
aj_statement_get_integer (AjStatement *self, int column)
{
  return sqlite3_column_int64 (self->stmt, column);
}

gboolean
aj_statement_is_null (AjStatement *self, int column)
{
  return sqlite3_column_type (self->stmt, column) == SQLITE_NULL;
}

void
aj_statement_get_value (AjStatement *self, int column, AjValue *value)
{
  switch (sqlite3_column_type (self->stmt, column))
    {
    case SQLITE_INTEGER:
      aj_value_set_integer (value, sqlite3_column_int64 (self->stmt, column));
      break;
    case SQLITE_FLOAT:
      aj_value_set_real (value, sqlite3_column_double (self->stmt, column));
      break;
    case SQLITE_TEXT:
      aj_value_set_text (value, aj_statement_get_text (self, column));
      break;
    default:
      aj_value_clear (value);
      break;
    }
}
