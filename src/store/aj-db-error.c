/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-db-private.h"

#include <errno.h>
#include <string.h>

#include <glib/gi18n-lib.h>

/* Not G_DEFINE_QUARK: clang-format would set spaces in the name. */
GQuark
aj_store_error_quark (void)
{
  return g_quark_from_static_string ("aj-store-error-quark");
}

char *
aj_db_display_name (const char *path)
{
  return g_filename_display_basename (path);
}

/* SQLite tells a full disk apart only when a write says so; a quota, a size limit and a full disk that shows itself in
 * another call come as an input/output error with the reason of the system. */
static gboolean
is_out_of_room (int code, int reason)
{
  return (code & 0xFF) == SQLITE_FULL ||
         (((code & 0xFF) == SQLITE_IOERR || (code & 0xFF) == SQLITE_CANTOPEN) &&
          (reason == ENOSPC || reason == EDQUOT || reason == EFBIG));
}

static gboolean
is_not_permitted (int code, int reason)
{
  return (code & 0xFF) == SQLITE_READONLY ||
         ((code & 0xFF) == SQLITE_CANTOPEN &&
          (reason == EACCES || reason == EPERM || reason == EROFS)) ||
         ((code & 0xFF) == SQLITE_IOERR && reason == EROFS);
}

/* SQLite's words for @code: those of the connection are about the last call, which may be another. */
static const char *
get_words (AjDb *self, int code)
{
  if ((sqlite3_extended_errcode (self->handle) & 0xFF) == (code & 0xFF))
    return sqlite3_errmsg (self->handle);
  return sqlite3_errstr (code);
}

static void
set_constraint_error (AjDb *self, int code, const char *action, GError **error)
{
  const char *message = get_words (self, code);

  switch (code)
    {
    case SQLITE_CONSTRAINT_UNIQUE:
    case SQLITE_CONSTRAINT_PRIMARYKEY:
    case SQLITE_CONSTRAINT_ROWID:
      /* Which value of which field it is, the transaction finds out. */
      g_set_error_literal (error, AJ_STORE_ERROR, AJ_STORE_ERROR_NOT_UNIQUE,
                           _ ("This record is there already. Nothing was changed."));
      break;
    case SQLITE_CONSTRAINT_FOREIGNKEY:
      g_set_error_literal (error, AJ_STORE_ERROR, AJ_STORE_ERROR_REFERENCED,
                           _ ("Other records still refer to this one, or it refers to one that is "
                              "not there any more. Nothing was changed."));
      break;
    default:
      g_set_error (error, AJ_STORE_ERROR, AJ_STORE_ERROR_FAILED,
                   _ ("The file does not take this value (%s: %s). Nothing was changed."), action,
                   message);
      break;
    }
}

static void
set_damaged_error (AjDb *self, const char *name, int code, GError **error)
{
  g_set_error (error, AJ_STORE_ERROR, AJ_STORE_ERROR_DAMAGED,
               /* Translators: the name of a file, and SQLite's words in English. */
               _ ("“%s” is damaged (%s). Keep it as it is and open your latest backup copy."), name,
               get_words (self, code));
}

static void
set_failed_error (
    AjDb *self, const char *name, const char *action, int code, int reason, GError **error)
{
  if (reason != 0)
    g_set_error (error, AJ_STORE_ERROR, AJ_STORE_ERROR_FAILED,
                 /* Translators: the name of a file, and the system's reason. */
                 _ ("“%s” could not be read or written: %s. See whether its drive is connected, "
                    "then try again."),
                 name, g_strerror (reason));
  else
    g_set_error (
        error, AJ_STORE_ERROR, AJ_STORE_ERROR_FAILED,
        /* Translators: the name of a file, what was being done and SQLite's words, both in English. */
        _ ("Something went wrong with “%s” (%s: %s). Nothing was changed."), name, action,
        get_words (self, code));
}

/* The system's last reason on the file, else on the log or journal beside it: a COMMIT that could not be written does not
 * pass it on. */
static int
get_file_errno (AjDb *self)
{
  sqlite3_file *log = NULL;
  int reason = 0;

  if (sqlite3_file_control (self->handle, "main", SQLITE_FCNTL_LAST_ERRNO, &reason) == SQLITE_OK &&
      reason != 0)
    return reason;
  if (sqlite3_file_control (self->handle, "main", SQLITE_FCNTL_JOURNAL_POINTER, &log) ==
          SQLITE_OK &&
      log != NULL && log->pMethods != NULL &&
      log->pMethods->xFileControl (log, SQLITE_FCNTL_LAST_ERRNO, &reason) == SQLITE_OK)
    return reason;
  return 0;
}

static int
get_reason (AjDb *self, int code)
{
  int reason;

  if ((code & 0xFF) != SQLITE_IOERR && (code & 0xFF) != SQLITE_CANTOPEN)
    return 0;
  reason = sqlite3_system_errno (self->handle);
  return reason != 0 || (code & 0xFF) != SQLITE_IOERR ? reason : get_file_errno (self);
}

gboolean
aj_db_fail (AjDb *self, int code, const char *action, GError **error)
{
  g_autofree char *name = aj_db_display_name (self->path);
  int reason = get_reason (self, code);

  if (is_out_of_room (code, reason))
    g_set_error (error, AJ_STORE_ERROR, AJ_STORE_ERROR_FULL,
                 _ ("There is no room left on the disk of “%s”. Nothing was changed. Make room, "
                    "then try again."),
                 name);
  else if (code == SQLITE_READONLY_ROLLBACK || code == SQLITE_READONLY_RECOVERY ||
           code == SQLITE_READONLY_CANTINIT)
    g_set_error (error, AJ_STORE_ERROR, AJ_STORE_ERROR_READ_ONLY,
                 _ ("“%s” was not closed well and must be opened for writing once before it can be "
                    "read. No change is lost."),
                 name);
  else if (is_not_permitted (code, reason))
    g_set_error (error, AJ_STORE_ERROR, AJ_STORE_ERROR_READ_ONLY,
                 _ ("“%s” or its folder may not be written. Nothing was changed. Save a copy "
                    "elsewhere, or ask for permission."),
                 name);
  else if ((code & 0xFF) == SQLITE_BUSY || (code & 0xFF) == SQLITE_LOCKED)
    {
      if (!g_cancellable_set_error_if_cancelled (self->cancellable, error) &&
          !aj_db_set_in_use_error (self, error))
        g_set_error (error, AJ_STORE_ERROR, AJ_STORE_ERROR_BUSY,
                     _ ("Another window or program is busy writing to “%s”. Nothing was changed. "
                        "Try again in a moment."),
                     name);
    }
  else if (code == SQLITE_INTERRUPT)
    {
      if (!g_cancellable_set_error_if_cancelled (self->cancellable, error))
        g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, _ ("Stopped."));
    }
  else if ((code & 0xFF) == SQLITE_CORRUPT || (code & 0xFF) == SQLITE_NOTADB ||
           code == SQLITE_IOERR_SHORT_READ || code == SQLITE_IOERR_CORRUPTFS)
    set_damaged_error (self, name, code, error);
  else if ((code & 0xFF) == SQLITE_CONSTRAINT)
    set_constraint_error (self, code, action, error);
  else
    set_failed_error (self, name, action, code, reason, error);
  return FALSE;
}

gboolean
aj_db_fail_to_make (const char *path, int reason, GError **error)
{
  g_autofree char *name = aj_db_display_name (path);

  if (reason == EEXIST)
    g_set_error (error, AJ_STORE_ERROR, AJ_STORE_ERROR_EXISTS,
                 _ ("There is a file “%s” already. Choose another name, or open that one."), name);
  else if (reason == ENOSPC || reason == EDQUOT || reason == EFBIG)
    g_set_error (error, AJ_STORE_ERROR, AJ_STORE_ERROR_FULL,
                 _ ("There is no room left for “%s”. Make room, or choose another disk."), name);
  else if (reason == EACCES || reason == EPERM || reason == EROFS)
    g_set_error (error, AJ_STORE_ERROR, AJ_STORE_ERROR_READ_ONLY,
                 _ ("The folder for “%s” may not be written. Choose another folder."), name);
  else if (reason == ENOENT || reason == ENOTDIR)
    g_set_error (error, AJ_STORE_ERROR, AJ_STORE_ERROR_NOT_FOUND,
                 _ ("The folder for “%s” is not there. Choose another folder."), name);
  else
    g_set_error (error, AJ_STORE_ERROR, AJ_STORE_ERROR_FAILED,
                 _ ("“%s” could not be made: %s. Choose another folder or name."), name,
                 g_strerror (reason));
  return FALSE;
}
