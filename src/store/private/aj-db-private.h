/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <sqlite3.h>
#include <sys/types.h>

#include "aj-db.h"

G_BEGIN_DECLS

/* Inside the driver: what its own files share. Nobody else includes this. */

/* "AJGR": how the files of this program are told from those of others. */
#define AJ_DB_APPLICATION_ID 0x414A4752

typedef enum
{
  AJ_DB_IDLE,
  AJ_DB_READING,
  AJ_DB_WRITING,
} AjDbTransaction;

struct _AjDb
{
  sqlite3 *handle; /* (owned) */
  char *path;      /* (owned): absolute, as it was asked for */
  char *file;      /* (owned) (malloc): the same with links followed */
  GHashTable
      *statements;  /* (owned): SQL (borrowed from the value) to AjStatement (owned), at rest */
  GQueue recent;    /* (borrowed): the same statements, the most recently used first */
  guint n_borrowed; /* statements that are out of the cache */
  GCancellable *cancellable; /* (owned) (nullable) */
  AjDbTransaction transaction;
  guint schema;      /* the number of the schema this connection works with */
  gint64 patience;   /* how long to wait for another writer, in microseconds */
  gint64 busy_since; /* monotonic; when the present wait began */
  gboolean ready;    /* opening has succeeded */
  gboolean read_only;
  gboolean exclusive; /* as on a network file system */
  gboolean locked;    /* the lock file is ours */
  gboolean is_known;  /* which file it is, whatever lies at its path by now */
  dev_t device;
  ino_t inode;
};

/* Sets the error that a result code of SQLite stands for, as a sentence; returns FALSE. */
gboolean aj_db_fail (AjDb *self, int code, const char *action, GError **error);
/* The same for a file that could not be made, out of an errno. */
gboolean aj_db_fail_to_make (const char *path, int reason, GError **error);
/* The name of the file, for messages (transfer full). */
char *aj_db_display_name (const char *path);

/* Statements of the driver itself, which may stand outside a transaction. */
gboolean aj_db_exec_raw (AjDb *self, const char *sql, const char *action, GError **error);
/* The first column of the first row, as text (transfer full) and as a number. */
gboolean
aj_db_query_text (AjDb *self, const char *sql, const char *action, char **text, GError **error);
gboolean aj_db_query_integer (
    AjDb *self, const char *sql, const char *action, gint64 *integer, GError **error);

/* A connection alone: nothing looked at, nothing set up. @mode is "ro", "rw" or "immutable", which reads the file as it
 * lies there, without a lock and without its log. */
gboolean aj_db_connect (AjDb *self, const char *mode, GError **error);

/* Sets what is set on every connection, each read back. */
gboolean aj_db_configure (AjDb *self, GError **error);
/* Makes the new file at self->path: all of it elsewhere, then put in its place in one move, so that nobody meets half of
 * it and, of several who make it at once, one does. Never over something. */
gboolean aj_db_make (AjDb *self, GError **error);
/* Puts @draft at @path in one move, where nothing may be; 0 or an errno, EEXIST for one. @draft may be left, as a second
 * name of the same. */
int aj_db_place (const char *draft, const char *path);
/* What was written to the file or folder is on the disk; @flags of open(2) besides. FALSE with errno set. */
gboolean aj_db_sync_path (const char *path, int flags);

/* A log or journal with something in it lies beside the file: it was not closed well, or is open. */
gboolean aj_db_is_unfinished (AjDb *self);
/* Looks at an existing file without touching it; fails for those that are not to be opened (foreign, newer, damaged). */
gboolean aj_db_look (AjDb *self, GError **error);
/* Whether @self, already connected, is a file of this program, with a schema up to @head: application_id and user_version. */
gboolean aj_db_check_identity (AjDb *self, guint head, GError **error);
/* Refuses a schema that is newer than @head. */
gboolean aj_db_check_not_newer (AjDb *self, gint64 schema, guint head, GError **error);

gboolean aj_db_add_functions (AjDb *self, GError **error);

/* Whether the file system (its f_type in statfs(2)) may be shared by machines, so that a write-ahead log is not safe. */
gboolean aj_db_is_shared_file_system (gint64 type);
gboolean aj_db_is_on_shared_file_system (const char *file);
/* Tells others, in a file beside the data file, who has it; taken away again by the second. */
gboolean aj_db_write_lock_file (AjDb *self, const char *user, GError **error);
void aj_db_remove_lock_file (AjDb *self);
/* "The file is in use by …" as AJ_STORE_ERROR_IN_USE, when a lock file of somebody else is there. */
gboolean aj_db_set_in_use_error (AjDb *self, GError **error);

/* Whether the statement may be stepped in the state the connection is in. */
gboolean aj_db_may_run (AjDb *self, sqlite3_stmt *stmt, const char *action, GError **error);
void aj_statement_cache_clear (AjDb *self);

G_END_DECLS
