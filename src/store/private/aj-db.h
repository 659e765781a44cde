/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "aj-field.h"
#include "aj-store-error.h"

G_BEGIN_DECLS

/* The driver: the only header through which the rest of the store reaches a database. An AjDb belongs to one thread at
 * a time. SQL given to it stays within what SQLite 3.40 and PostgreSQL 15 both speak.
 *
 * While a file is open, nothing else in this process may open and close it: that lets go of the locks of every
 * connection the process has on it (fcntl(2)). A copy is made with aj_db_backup(). */

typedef struct _AjDb AjDb;
typedef struct _AjStatement AjStatement;

typedef enum
{
  AJ_DB_OPEN_DEFAULT = 0,
  AJ_DB_OPEN_CREATE = 1 << 0,
  AJ_DB_OPEN_READ_ONLY = 1 << 1,
  AJ_DB_OPEN_EXCLUSIVE = 1 << 2,
} AjDbOpenFlags;

/* Opens and configures the connection, each pragma checked; refuses foreign, damaged and newer files untouched; takes
 * the lock of a shared drive (@user is whom others are told of, in "@path.lock"); brings the schema up to date, after
 * a copy of the file (see aj-schema.h). You get no handle until all of that succeeded. */
AjDb *aj_db_open (const char *path, AjDbOpenFlags flags, const char *user, GError **error);
/* Folds the log back and closes. */
void aj_db_close (AjDb *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AjDb, aj_db_close)

/* Whether a second connection of this process may read while this one writes: it needs the write-ahead log. */
gboolean aj_db_can_be_read_beside (AjDb *self);
/* That connection, for another thread, which may open it while @self is in use; to be closed before @self is. Each of its
 * readings sees what was committed before it began. */
AjDb *aj_db_open_beside (AjDb *self, GError **error);

gboolean aj_db_is_read_only (AjDb *self);
/* It holds the file for itself, as on a network file system: no second connection can be opened. */
gboolean aj_db_is_exclusive (AjDb *self);
const char *aj_db_get_path (AjDb *self);

/* SQL without parameters and without rows; several statements may stand in it. @action, static English text such as
 * "add the meeting", is told in brackets with errors that no sentence of ours fits, for whoever has to find the cause. */
gboolean aj_db_exec (AjDb *self, const char *sql, const char *action, GError **error);

/* The only way to write: BEGIN IMMEDIATE, @body, COMMIT; anything that fails, COMMIT too, rolls back and is told. */
typedef gboolean (*AjDbBody) (AjDb *self, gpointer user_data, GError **error);
gboolean aj_db_write (AjDb *self, AjDbBody body, gpointer user_data, GError **error);
/* The same for reading several things as of one moment. */
gboolean aj_db_read (AjDb *self, AjDbBody body, gpointer user_data, GError **error);

/* A prepared statement out of the cache; goes back to it, reset and unbound, when it is freed. Parameters are numbered
 * from 1, columns from 0. */
AjStatement *aj_db_prepare (AjDb *self, const char *sql, const char *action, GError **error);
void aj_statement_free (AjStatement *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AjStatement, aj_statement_free)
void aj_statement_bind_text (AjStatement *self, int index, const char *text);
void aj_statement_bind_integer (AjStatement *self, int index, gint64 integer);
void aj_statement_bind_value (AjStatement *self, int index, const AjValue *value);
/* TRUE when there is a row. FALSE without an error at the end. */
gboolean aj_statement_step (AjStatement *self, GError **error);
/* For statements that give no rows. */
gboolean aj_statement_run (AjStatement *self, GError **error);
/* Makes it ready to run again with other bindings. */
void aj_statement_reset (AjStatement *self);
/* Valid until the next step. NULL for NULL. */
const char *aj_statement_get_text (AjStatement *self, int column);
gint64 aj_statement_get_integer (AjStatement *self, int column);
gboolean aj_statement_is_null (AjStatement *self, int column);
void aj_statement_get_value (AjStatement *self, int column, AjValue *value);
/* Rows changed by the last run. */
gint64 aj_db_get_changed_rows (AjDb *self);

/* How long to wait for another writer before AJ_STORE_ERROR_BUSY; 5 seconds at first. */
void aj_db_set_patience (AjDb *self, guint milliseconds);
/* A number that differs when another connection has committed since it was last asked. */
gboolean aj_db_get_data_version (AjDb *self, gint64 *version, GError **error);
/* While set, long statements stop with G_IO_ERROR_CANCELLED when it is cancelled. NULL to unset. */
void aj_db_set_cancellable (AjDb *self, GCancellable *cancellable);

/* One sentence a problem (transfer full). */
GPtrArray *aj_db_check_integrity (AjDb *self, GError **error);
/* An online copy, mode 0600, beside @path and renamed. What is there is replaced only with @replace, and only by its like:
 * a file of this program that nobody has open. @progress may be NULL; called on this thread. */
typedef void (*AjDbProgress) (double fraction, gpointer user_data);
gboolean aj_db_backup (AjDb *self,
                       const char *path,
                       gboolean replace,
                       AjDbProgress progress,
                       gpointer user_data,
                       GCancellable *cancellable,
                       GError **error);

/* Writes the whole file anew, so that nothing stands in its free space, and cuts off the log. AJ_STORE_ERROR_BUSY when
 * others are reading or writing; that does no harm. Outside transactions. */
gboolean aj_db_wipe (AjDb *self, GError **error);

/* What a file is by its first bytes, whatever it is called. */
typedef enum
{
  AJ_DB_FILE_NONE,  /* no database, or nothing that may be read */
  AJ_DB_FILE_OTHER, /* a database of another program */
  AJ_DB_FILE_OURS,
} AjDbFile;

/* Reads those without disturbing whoever has the file open, in this process too. */
AjDbFile aj_db_peek (const char *file);
/* Whether some window or program, in this process too, has the data file open, or left something beside it that belongs
 * to it. FALSE for a file that is not there, and for one that is no database. */
gboolean aj_db_is_in_use (const char *file);
/* The same by its lock alone: what lies beside it may have been left behind. */
gboolean aj_db_is_held (const char *file);

/* Names quoted for SQL: "starts-at" gives "\"starts_at\"". (transfer full) */
char *aj_db_quote_name (const char *field);

/* SQL functions that the driver gives: aj_fold (text), see aj_text_fold(); collation AJ_LOCALE, the order of the
 * language (LC_COLLATE). */

G_END_DECLS
