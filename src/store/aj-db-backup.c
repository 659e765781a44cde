/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-db-private.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

/* Two megabytes at a time: often enough to show progress and to stop. */
#define PAGES_PER_STEP 512

/* Under its way to @path: written, then put in its place in one move. */
typedef struct
{
  AjDb *db;
  const char *path;
  gboolean replace;
  char *temporary; /* (owned) */
  AjDbProgress progress;
  gpointer user_data;
  GCancellable *cancellable; /* (nullable) */
} Copy;

/* By taking the file for itself for a moment. SQLite keeps track of the locks that this process has through other
 * connections, so those stay. */
gboolean
aj_db_is_held (const char *file)
{
  sqlite3 *handle = NULL;
  int rc = sqlite3_open_v2 (file, &handle,
                            SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE,
                            NULL);

  /* In this mode a log is no shelter: whoever has the file open has a lock on the file itself. */
  if (rc == SQLITE_OK)
    rc = sqlite3_exec (handle, "PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE; ROLLBACK", NULL,
                       NULL, NULL);
  sqlite3_close (handle);
  return (rc & 0xFF) == SQLITE_BUSY || (rc & 0xFF) == SQLITE_LOCKED;
}

gboolean
aj_db_is_in_use (const char *file)
{
  static const char *const endings[] = { "-wal", "-shm", "-journal", ".lock" };
  GStatBuf info;

  /* Whatever lies beside it, empty or not, belongs to somebody: the log of a reader is empty too. */
  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      g_autofree char *beside = g_strconcat (file, endings[i], NULL);

      if (g_lstat (beside, &info) == 0)
        return TRUE;
    }
  return g_stat (file, &info) == 0 && S_ISREG (info.st_mode) && aj_db_is_held (file);
}

/* What stands at the path may be replaced by a copy only when it is one itself, or was, and whoever is asked for it knows.
 * An empty file, as a file dialog may leave one, is nobody's loss. */
static gboolean
check_replaceable (Copy *copy, const GStatBuf *target, GError **error)
{
  g_autofree char *name = aj_db_display_name (copy->path);

  if (S_ISDIR (target->st_mode))
    return aj_db_fail_to_make (copy->path, EISDIR, error);
  if (!copy->replace)
    {
      g_set_error (error, AJ_STORE_ERROR, AJ_STORE_ERROR_EXISTS,
                   _ ("There is a file “%s” already, which stays as it is. Choose another name for "
                      "the copy."),
                   name);
      return FALSE;
    }
  if (S_ISREG (target->st_mode) &&
      (target->st_size == 0 || aj_db_peek (copy->path) == AJ_DB_FILE_OURS))
    return TRUE;
  g_set_error (error, AJ_STORE_ERROR, AJ_STORE_ERROR_FOREIGN,
               _ ("“%s” is not a file of this program, and stays as it is. Choose another name for "
                  "the copy."),
               name);
  return FALSE;
}

/* A file that is open somewhere would be lost to whoever has it, and a log beside it would be laid over the copy. */
static gboolean
check_target (Copy *copy, GError **error)
{
  g_autofree char *name = aj_db_display_name (copy->path);
  GStatBuf source, target;

  if (g_stat (copy->path, &target) == 0)
    {
      if (g_stat (copy->db->file, &source) == 0 && source.st_dev == target.st_dev &&
          source.st_ino == target.st_ino)
        {
          g_set_error (error, AJ_STORE_ERROR, AJ_STORE_ERROR_IN_USE,
                       _ ("“%s” is the file you have open. Choose another name for the copy."),
                       name);
          return FALSE;
        }
      if (!check_replaceable (copy, &target, error))
        return FALSE;
    }
  if (!aj_db_is_in_use (copy->path))
    return TRUE;
  g_set_error (error, AJ_STORE_ERROR, AJ_STORE_ERROR_IN_USE,
               _ ("“%s” is open in another window or program. Choose another name for the copy."),
               name);
  return FALSE;
}

static gboolean
make_temporary (Copy *copy, GError **error)
{
  int fd, reason;

  copy->temporary = g_strconcat (copy->path, ".XXXXXX", NULL);
  fd = g_mkstemp_full (copy->temporary, O_RDWR | O_CLOEXEC, 0600);
  reason = errno;
  if (fd >= 0)
    return g_close (fd, error);
  g_clear_pointer (&copy->temporary, g_free);
  return aj_db_fail_to_make (copy->path, reason, error);
}

static gboolean
run_steps (Copy *copy, sqlite3_backup *backup, GError **error)
{
  int rc;

  do
    {
      int total;

      if (g_cancellable_set_error_if_cancelled (copy->cancellable, error))
        return FALSE;
      rc = sqlite3_backup_step (backup, PAGES_PER_STEP);
      total = sqlite3_backup_pagecount (backup);
      if (copy->progress != NULL && total > 0)
        copy->progress (1.0 - (double) sqlite3_backup_remaining (backup) / total, copy->user_data);
    }
  while (rc == SQLITE_OK);
  /* What went wrong, and on which of the two sides, comes out when it is finished. */
  return TRUE;
}

/* A failure of @handle, the target's connection, told with the target's name. */
static gboolean
fail_target (Copy *copy, sqlite3 *handle, int rc, GError **error)
{
  AjDb target = { .handle = handle, .path = (char *) copy->path, .cancellable = copy->cancellable };

  return aj_db_fail (&target, rc, "write the copy", error);
}

/* Nobody else knows the file yet, so it needs neither journal nor sync until it is whole. */
static gboolean
fill (Copy *copy, sqlite3 *target, GError **error)
{
  sqlite3_backup *backup;
  gboolean done;
  int rc = sqlite3_exec (target, "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF", NULL, NULL,
                         NULL);

  if (rc != SQLITE_OK)
    return fail_target (copy, target, rc, error);
  backup = sqlite3_backup_init (target, "main", copy->db->handle, "main");
  if (backup == NULL)
    return fail_target (copy, target, sqlite3_extended_errcode (target), error);
  done = run_steps (copy, backup, error);
  rc = sqlite3_backup_finish (backup);
  if (done && rc != SQLITE_OK)
    done = fail_target (copy, target, rc, error);
  return done;
}

/* The pages say that a log may lie beside them. The copy has none, and can then be read from a medium that takes none. */
static gboolean
detach_log (Copy *copy, sqlite3 *target, GError **error)
{
  int rc = sqlite3_exec (target, "PRAGMA journal_mode = DELETE", NULL, NULL, NULL);

  return rc == SQLITE_OK || fail_target (copy, target, rc, error);
}

/* Each on a connection of its own: the first has its mind made up about the journal. */
static gboolean
with_target (Copy *copy, gboolean (*work) (Copy *, sqlite3 *, GError **), GError **error)
{
  sqlite3 *target = NULL;
  int rc = sqlite3_open_v2 (copy->temporary, &target,
                            SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE,
                            NULL);
  gboolean done = rc == SQLITE_OK ? work (copy, target, error)
                                  : fail_target (copy, target, rc, error);

  sqlite3_close (target);
  return done;
}

gboolean
aj_db_sync_path (const char *path, int flags)
{
  int fd = g_open (path, O_RDONLY | O_CLOEXEC | flags, 0);
  gboolean done = fd >= 0 && fsync (fd) == 0;
  int reason = errno;

  if (fd >= 0)
    g_close (fd, NULL);
  errno = reason;
  return done;
}

/* 0 or an errno. */
static int
move (Copy *copy)
{
  if (!copy->replace)
    return aj_db_place (copy->temporary, copy->path);
  return g_rename (copy->temporary, copy->path) == 0 ? 0 : errno;
}

static gboolean
put_in_place (Copy *copy, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (copy->path);
  int reason;

  if (!aj_db_sync_path (copy->temporary, 0))
    return aj_db_fail_to_make (copy->path, errno, error);
  /* Somebody may have opened what was there meanwhile. */
  if (g_cancellable_set_error_if_cancelled (copy->cancellable, error) ||
      !check_target (copy, error))
    return FALSE;
  reason = move (copy);
  if (reason != 0)
    return aj_db_fail_to_make (copy->path, reason, error);
  /* The copy is there and whole; some file systems cannot sync a folder, and mind nothing. */
  if (!aj_db_sync_path (folder, O_DIRECTORY))
    g_debug ("%s: %s", folder, g_strerror (errno));
  return TRUE;
}

static void
remove_temporary (Copy *copy)
{
  static const char *const endings[] = { "", "-wal", "-shm", "-journal" };

  for (guint i = 0; copy->temporary != NULL && i < G_N_ELEMENTS (endings); i++)
    {
      g_autofree char *path = g_strconcat (copy->temporary, endings[i], NULL);

      g_unlink (path);
    }
  g_clear_pointer (&copy->temporary, g_free);
}

static gboolean
copy_body (AjDb *self, gpointer user_data, GError **error)
{
  Copy *copy = user_data;
  gboolean done = check_target (copy, error) && make_temporary (copy, error) &&
                  with_target (copy, fill, error) && with_target (copy, detach_log, error) &&
                  put_in_place (copy, error);

  remove_temporary (copy);
  return done;
}

gboolean
aj_db_backup (AjDb *self,
              const char *path,
              gboolean replace,
              AjDbProgress progress,
              gpointer user_data,
              GCancellable *cancellable,
              GError **error)
{
  g_autofree char *absolute = g_canonicalize_filename (path, NULL);
  Copy copy = { self, absolute, replace, NULL, progress, user_data, cancellable };

  /* One moment of the file, however long it takes: otherwise every commit of another window starts it over. */
  return aj_db_read (self, copy_body, &copy, error);
}
