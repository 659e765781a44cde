/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-db-private.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "aj-schema.h"

/* How many steps of SQLite's machine lie between two looks at the cancellable: well under a millisecond. */
#define STEPS_BETWEEN_LOOKS 2000
#define PATIENCE            (5 * G_USEC_PER_SEC)
/* Whoever has the file for as long as his window is open will not be done in a moment. */
#define SHORT_PATIENCE (G_USEC_PER_SEC / 4)

/* What is set on every connection. */
typedef struct
{
  const char *set;
  const char *ask; /* the same pragma without a value; NULL when its answer need not be read back */
  gint64 answer;
} Setting;

static const Setting settings[] = {
  { "PRAGMA foreign_keys = ON", "PRAGMA foreign_keys", 1 },
  /* A commit that was told is on the disk, whatever happens next. */
  { "PRAGMA synchronous = FULL", "PRAGMA synchronous", 2 },
  /* What is removed is overwritten: forgetting a person leaves no trace in the file. */
  { "PRAGMA secure_delete = ON", "PRAGMA secure_delete", 1 },
  /* And nothing of it reaches the folder for temporary files. */
  { "PRAGMA temp_store = MEMORY", "PRAGMA temp_store", 2 },
  { "PRAGMA cell_size_check = ON", "PRAGMA cell_size_check", 1 },
  /* With the file mapped, a bad disk is a crash instead of an error. */
  { "PRAGMA mmap_size = 0", NULL, 0 },
  { "PRAGMA journal_size_limit = 4194304", NULL, 0 },
  /* In KiB: room for the indexes of a large import, whose random ids touch every page of them. Taken only as it fills. */
  { "PRAGMA cache_size = -16384", "PRAGMA cache_size", -16384 },
  /* What closing may spend on getting to know a large table. */
  { "PRAGMA analysis_limit = 1000", "PRAGMA analysis_limit", 1000 },
};

gboolean
aj_db_query_text (AjDb *self, const char *sql, const char *action, char **text, GError **error)
{
  sqlite3_stmt *stmt = NULL;
  int rc = sqlite3_prepare_v2 (self->handle, sql, -1, &stmt, NULL);

  *text = NULL;
  if (rc == SQLITE_OK)
    rc = sqlite3_step (stmt);
  if (rc == SQLITE_ROW)
    *text = g_strdup ((const char *) sqlite3_column_text (stmt, 0));
  if (rc != SQLITE_ROW && rc != SQLITE_DONE)
    aj_db_fail (self, rc, action, error);
  sqlite3_finalize (stmt);
  return rc == SQLITE_ROW || rc == SQLITE_DONE;
}

gboolean
aj_db_query_integer (
    AjDb *self, const char *sql, const char *action, gint64 *integer, GError **error)
{
  g_autofree char *text = NULL;

  if (!aj_db_query_text (self, sql, action, &text, error))
    return FALSE;
  *integer = text == NULL ? 0 : g_ascii_strtoll (text, NULL, 10);
  return TRUE;
}

gboolean
aj_db_exec_raw (AjDb *self, const char *sql, const char *action, GError **error)
{
  int rc = sqlite3_exec (self->handle, sql, NULL, NULL, NULL);

  return rc == SQLITE_OK || aj_db_fail (self, rc, action, error);
}

/* Waits for whoever holds the file, longer each time, until the patience is over or the caller has lost his. */
static int
busy_cb (void *data, int n_tries)
{
  AjDb *self = data;
  gint64 now = g_get_monotonic_time ();

  if (n_tries == 0)
    self->busy_since = now;
  if (now - self->busy_since >= self->patience || g_cancellable_is_cancelled (self->cancellable))
    return 0;
  g_usleep (MIN (1000UL << MIN (n_tries, 5), 25000UL));
  return 1;
}

static int
progress_cb (void *data)
{
  return g_cancellable_is_cancelled (data);
}

static gboolean
is_held_by_others (const GError *error)
{
  return g_error_matches (error, AJ_STORE_ERROR, AJ_STORE_ERROR_BUSY) ||
         g_error_matches (error, AJ_STORE_ERROR, AJ_STORE_ERROR_IN_USE);
}

static char *
make_uri (const char *file, const char *mode, GError **error)
{
  g_autofree char *uri = g_filename_to_uri (file, NULL, error);

  if (uri == NULL)
    return NULL;
  if (strcmp (mode, "immutable") == 0)
    return g_strconcat (uri, "?mode=ro&immutable=1", NULL);
  return g_strconcat (uri, "?mode=", mode, NULL);
}

gboolean
aj_db_connect (AjDb *self, const char *mode, GError **error)
{
  int flags = SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE |
              (strcmp (mode, "rw") == 0 ? SQLITE_OPEN_READWRITE : SQLITE_OPEN_READONLY);
  g_autofree char *uri = make_uri (self->file, mode, error);
  int rc;

  if (uri == NULL)
    return FALSE;
  aj_statement_cache_clear (self);
  sqlite3_close (g_steal_pointer (&self->handle));
  rc = sqlite3_open_v2 (uri, &self->handle, flags, NULL);
  if (rc != SQLITE_OK)
    return aj_db_fail (self, rc, "open the file", error);
  sqlite3_busy_handler (self->handle, busy_cb, self);
  /* A file from elsewhere may hold views and triggers that call functions, and tables that lie. */
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_DQS_DML, 0, NULL);
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_DQS_DDL, 0, NULL);
  return TRUE;
}

/* Changes the way the file is written and reads back whether it took. SQLite does not wait for others here, and may keep
 * the old mode without a word while one is in its way. */
static gboolean
set_journal_mode (AjDb *self, const char *mode, GError **error)
{
  g_autofree char *sql = g_strdup_printf ("PRAGMA journal_mode = %s", mode);
  gint64 deadline = g_get_monotonic_time () + self->patience;

  for (;;)
    {
      g_autoptr (GError) local_error = NULL;
      g_autofree char *answer = NULL;

      if (aj_db_query_text (self, sql, "set the journal mode", &answer, &local_error))
        {
          if (g_ascii_strcasecmp (answer == NULL ? "" : answer, mode) == 0)
            return TRUE;
          aj_db_fail (self, SQLITE_BUSY, "set the journal mode", &local_error);
        }
      if (!is_held_by_others (local_error) || g_get_monotonic_time () >= deadline)
        {
          g_propagate_error (error, g_steal_pointer (&local_error));
          return FALSE;
        }
      g_usleep (10000);
    }
}

gboolean
aj_db_configure (AjDb *self, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (settings); i++)
    {
      gint64 answer = settings[i].answer;

      if (!aj_db_exec_raw (self, settings[i].set, settings[i].set, error))
        return FALSE;
      if (settings[i].ask != NULL &&
          !aj_db_query_integer (self, settings[i].ask, settings[i].ask, &answer, error))
        return FALSE;
      if (answer != settings[i].answer)
        return aj_db_fail (self, SQLITE_ERROR, settings[i].set, error);
    }
  return aj_db_add_functions (self, error);
}

/* On a shared file system the file is held from here until it is closed, and written without a log beside it. */
static gboolean
take_exclusively (AjDb *self, const char *user, GError **error)
{
  if (!aj_db_exec_raw (self, "PRAGMA locking_mode = EXCLUSIVE", "hold the file", error) ||
      !set_journal_mode (self, "TRUNCATE", error) ||
      !aj_db_exec_raw (self, "BEGIN EXCLUSIVE; COMMIT", "hold the file", error))
    return FALSE;
  return aj_db_write_lock_file (self, user, error);
}

/* SQLite takes a log that it may only read for one to read, and fails at the first change. */
static gboolean
may_write_beside (AjDb *self, const char *ending)
{
  g_autofree char *path = g_strconcat (self->file, ending, NULL);

  return g_access (path, W_OK) == 0 || errno == ENOENT;
}

static gboolean
open_for_writing (AjDb *self, const char *user, GError **error)
{
  g_auto (GStrv) steps = aj_schema_load_steps ();

  if (!aj_db_connect (self, "rw", error))
    return FALSE;
  /* SQLite opens a file for reading when it may not write it, and says nothing. */
  if (sqlite3_db_readonly (self->handle, "main") == 1)
    return aj_db_fail (self, SQLITE_READONLY, "open the file", error);
  if (self->exclusive && !take_exclusively (self, user, error))
    return FALSE;
  if (!aj_db_configure (self, error) ||
      !aj_schema_upgrade (self, (const char *const *) steps, FALSE, error))
    return FALSE;
  if (self->exclusive)
    return TRUE;
  if (!set_journal_mode (self, "WAL", error))
    return FALSE;
  if (!may_write_beside (self, "-wal") || !may_write_beside (self, "-shm"))
    return aj_db_fail (self, SQLITE_READONLY, "open the log", error);
  /* Nobody holds the file alone now, so a note that says so was left behind. */
  aj_db_remove_lock_file (self);
  return TRUE;
}

/* The connection could not make what it wants beside the file. */
static gboolean
lacks_room_beside (AjDb *self)
{
  int code = sqlite3_errcode (self->handle) & 0xFF;

  return code == SQLITE_CANTOPEN || code == SQLITE_READONLY;
}

static gboolean
may_be_written_by_anybody (AjDb *self)
{
  GStatBuf info;

  return g_stat (self->file, &info) != 0 || (info.st_mode & 0222) != 0;
}

/* How SQLite is to open a file that is only read. Reading needs a log beside the file when others may be writing, and
 * SQLite takes that away again only for who could write: one that stayed, made by somebody else, would be in the way of
 * the next writer. */
static const char *
choose_mode (AjDb *self)
{
  if (aj_db_is_unfinished (self))
    return "ro";
  if (!may_be_written_by_anybody (self))
    return "immutable";
  return g_access (self->file, W_OK) == 0 ? "rw" : "ro";
}

/* A file that was closed well needs nothing beside it, so it can be read from a medium on which nothing can be made. */
static gboolean
open_for_reading (AjDb *self, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  gint64 schema;

  if (aj_db_connect (self, choose_mode (self), &local_error) &&
      aj_db_query_integer (self, "PRAGMA user_version", "read the file", &schema, &local_error))
    return aj_db_configure (self, error) &&
           aj_db_exec_raw (self, "PRAGMA query_only = ON", "read only", error);
  if (!lacks_room_beside (self) || aj_db_is_unfinished (self))
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  return aj_db_connect (self, "immutable", error) && aj_db_configure (self, error);
}

/* A file is not brought up to date by whoever only reads it. */
static gboolean
check_schema (AjDb *self, GError **error)
{
  g_autofree char *name = aj_db_display_name (self->path);

  if (!aj_db_check_identity (self, aj_schema_get_head (), error))
    return FALSE;
  if (self->schema == aj_schema_get_head ())
    return TRUE;
  g_set_error (
      error, AJ_STORE_ERROR, AJ_STORE_ERROR_READ_ONLY,
      _ ("“%s” was made by an older version of this program and must be brought up to date "
         "before it can be read. Open it once for writing."),
      name);
  return FALSE;
}

/* What must be so before SQLite is let near: a pipe would hang it, a folder confuse it. */
static gboolean
check_is_file (AjDb *self, GError **error)
{
  g_autofree char *name = aj_db_display_name (self->path);
  GStatBuf info;

  if (g_stat (self->path, &info) != 0 && (errno == EACCES || errno == EPERM))
    g_set_error (error, AJ_STORE_ERROR, AJ_STORE_ERROR_FAILED,
                 _ ("You may not look in the folder of “%s”. Ask for permission."), name);
  else if (g_stat (self->path, &info) != 0)
    g_set_error (error, AJ_STORE_ERROR, AJ_STORE_ERROR_NOT_FOUND,
                 _ ("There is no file “%s”. See whether it was moved or renamed, and whether its "
                    "drive is connected."),
                 name);
  else if (!S_ISREG (info.st_mode))
    g_set_error (error, AJ_STORE_ERROR, AJ_STORE_ERROR_FOREIGN,
                 _ ("“%s” is not a file of this program. Choose another one."), name);
  else if (info.st_size == 0)
    g_set_error (error, AJ_STORE_ERROR, AJ_STORE_ERROR_FOREIGN,
                 _ ("“%s” is empty. Choose another file, or make a new one."), name);
  else if (g_access (self->path, R_OK) != 0)
    g_set_error (error, AJ_STORE_ERROR, AJ_STORE_ERROR_FAILED,
                 _ ("You may not read “%s”. Ask for permission."), name);
  else
    return TRUE;
  return FALSE;
}

static gboolean
set_up (AjDb *self, AjDbOpenFlags flags, const char *user, GError **error)
{
  if (!((flags & AJ_DB_OPEN_CREATE) ? aj_db_make (self, error) : check_is_file (self, error)))
    return FALSE;
  self->file = realpath (self->path, NULL);
  if (self->file == NULL)
    return aj_db_fail (self, SQLITE_CANTOPEN, "follow the links", error);
  self->exclusive = (flags & AJ_DB_OPEN_EXCLUSIVE) || aj_db_is_on_shared_file_system (self->file);
  if (self->exclusive || aj_db_set_in_use_error (self, NULL))
    self->patience = SHORT_PATIENCE;
  if (!aj_db_look (self, error))
    return FALSE;
  if (self->read_only)
    return open_for_reading (self, error) && check_schema (self, error);
  return open_for_writing (self, user, error);
}

/* FALSE when something else lies at the path than what is open. */
static gboolean
note_identity (AjDb *self)
{
  GStatBuf info;
  int has_moved = 1;

  if (g_stat (self->file, &info) != 0 ||
      sqlite3_file_control (self->handle, "main", SQLITE_FCNTL_HAS_MOVED, &has_moved) != SQLITE_OK)
    return FALSE;
  self->device = info.st_dev;
  self->inode = info.st_ino;
  return has_moved == 0;
}

static AjDb *
db_new (const char *path)
{
  AjDb *self = g_new0 (AjDb, 1);

  self->path = g_canonicalize_filename (path, NULL);
  self->statements = g_hash_table_new (g_str_hash, g_str_equal);
  self->patience = PATIENCE;
  return self;
}

AjDb *
aj_db_open (const char *path, AjDbOpenFlags flags, const char *user, GError **error)
{
  AjDb *self;

  g_return_val_if_fail (path != NULL, NULL);
  g_return_val_if_fail (!(flags & AJ_DB_OPEN_CREATE) || !(flags & AJ_DB_OPEN_READ_ONLY), NULL);

  self = db_new (path);
  self->read_only = (flags & AJ_DB_OPEN_READ_ONLY) != 0;
  if (set_up (self, flags, user, error))
    {
      self->ready = TRUE;
      self->patience = PATIENCE;
      self->is_known = note_identity (self);
      return self;
    }
  aj_db_close (self);
  return NULL;
}

gboolean
aj_db_can_be_read_beside (AjDb *self)
{
  return self->is_known && !self->exclusive && !self->read_only;
}

static gboolean
is_still_there (AjDb *self)
{
  GStatBuf info;

  return g_stat (self->file, &info) == 0 && info.st_dev == self->device &&
         info.st_ino == self->inode;
}

/* Another file may have been put in the place of @other: that is not to be touched. Looked at once more when the file and
 * its log are open. */
static gboolean
connect_beside (AjDb *self, AjDb *other, GError **error)
{
  if (!is_still_there (other))
    return aj_db_fail (self, SQLITE_CANTOPEN, "read beside", error);
  if (!aj_db_connect (self, "rw", error) || !aj_db_configure (self, error) ||
      !aj_db_exec_raw (self, "PRAGMA query_only = ON", "read only", error) ||
      !aj_db_check_identity (self, other->schema, error))
    return FALSE;
  return (is_still_there (other) && note_identity (self)) ||
         aj_db_fail (self, SQLITE_CANTOPEN, "read beside", error);
}

AjDb *
aj_db_open_beside (AjDb *self, GError **error)
{
  g_autoptr (AjDb) beside = db_new (self->path);

  beside->file = strdup (self->file);
  beside->read_only = TRUE;
  if (!connect_beside (beside, self, error))
    return NULL;
  beside->ready = TRUE;
  return g_steal_pointer (&beside);
}

/* What may fail here does no harm: the log is folded back by whoever opens the file next. */
static void
wind_up (AjDb *self)
{
  g_autoptr (GError) error = NULL;

  aj_db_set_cancellable (self, NULL);
  self->patience = SHORT_PATIENCE;
  if (self->transaction != AJ_DB_IDLE)
    g_critical ("The database is closed inside a transaction");
  if (self->read_only)
    return;
  if (!aj_db_exec_raw (self, "PRAGMA optimize", "close the file", &error) ||
      !aj_db_exec_raw (self,
                       self->exclusive
                           ? "PRAGMA locking_mode = NORMAL; PRAGMA journal_mode = DELETE"
                           : "PRAGMA wal_checkpoint (TRUNCATE)",
                       "close the file", &error))
    g_debug ("%s", error->message);
}

void
aj_db_close (AjDb *self)
{
  if (self == NULL)
    return;
  /* While the lock still holds, or it might be the file of whoever took it next. */
  if (self->locked)
    aj_db_remove_lock_file (self);
  if (self->ready)
    wind_up (self);
  aj_statement_cache_clear (self);
  if (self->n_borrowed > 0)
    g_critical ("%u statements outlive their database", self->n_borrowed);
  sqlite3_close_v2 (self->handle);
  g_clear_object (&self->cancellable);
  g_hash_table_unref (self->statements);
  free (self->file);
  g_free (self->path);
  g_free (self);
}

gboolean
aj_db_is_read_only (AjDb *self)
{
  return self->read_only;
}

gboolean
aj_db_is_exclusive (AjDb *self)
{
  return self->exclusive;
}

const char *
aj_db_get_path (AjDb *self)
{
  return self->path;
}

void
aj_db_set_patience (AjDb *self, guint milliseconds)
{
  self->patience = (gint64) milliseconds * 1000;
}

void
aj_db_set_cancellable (AjDb *self, GCancellable *cancellable)
{
  g_set_object (&self->cancellable, cancellable);
  sqlite3_progress_handler (self->handle, cancellable == NULL ? 0 : STEPS_BETWEEN_LOOKS,
                            cancellable == NULL ? NULL : progress_cb, cancellable);
}

char *
aj_db_quote_name (const char *field)
{
  g_autoptr (GString) name = g_string_new ("\"");

  for (const char *p = field; *p != '\0'; p++)
    if (*p == '"')
      g_string_append (name, "\"\"");
    else
      g_string_append_c (name, *p == '-' ? '_' : *p);
  return g_strconcat (name->str, "\"", NULL);
}
