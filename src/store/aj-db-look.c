/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-db-private.h"

#include <string.h>

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "aj-schema.h"

/* How every SQLite file begins; the final NUL is part of it. Further on, with the highest byte first, stands whose it is. */
#define MAGIC                 "SQLite format 3"
#define APPLICATION_ID_OFFSET 68

static gboolean
has_content (AjDb *self, const char *ending)
{
  g_autofree char *path = g_strconcat (self->file, ending, NULL);
  GStatBuf info;

  return g_stat (path, &info) == 0 && info.st_size > 0;
}

gboolean
aj_db_is_unfinished (AjDb *self)
{
  return has_content (self, "-wal") || has_content (self, "-journal");
}

static gboolean
set_foreign_error (AjDb *self, GError **error)
{
  g_autofree char *name = aj_db_display_name (self->path);

  g_set_error (error, AJ_STORE_ERROR, AJ_STORE_ERROR_FOREIGN,
               _ ("“%s” is not a file of this program. Choose another one."), name);
  return FALSE;
}

/* Read through SQLite's own descriptor: closing one of ours would let go of the locks of every connection that this
 * process has on the file. */
static gboolean
read_at (sqlite3 *handle, sqlite3_int64 offset, void *buffer, int size)
{
  sqlite3_file *file = NULL;

  return sqlite3_file_control (handle, "main", SQLITE_FCNTL_FILE_POINTER, &file) == SQLITE_OK &&
         file != NULL && file->pMethods != NULL &&
         file->pMethods->xRead (file, buffer, size, offset) == SQLITE_OK;
}

static gboolean
begins_as_database (sqlite3 *handle)
{
  char start[sizeof MAGIC];

  return read_at (handle, 0, start, sizeof start) && memcmp (start, MAGIC, sizeof start) == 0;
}

AjDbFile
aj_db_peek (const char *file)
{
  sqlite3 *handle = NULL;
  guint32 id = 0;
  AjDbFile found = AJ_DB_FILE_NONE;

  if (sqlite3_open_v2 (file, &handle,
                       SQLITE_OPEN_READONLY | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE,
                       NULL) == SQLITE_OK &&
      begins_as_database (handle))
    found = read_at (handle, APPLICATION_ID_OFFSET, &id, sizeof id) &&
                    GUINT32_FROM_BE (id) == AJ_DB_APPLICATION_ID
                ? AJ_DB_FILE_OURS
                : AJ_DB_FILE_OTHER;
  sqlite3_close (handle);
  return found;
}

gboolean
aj_db_check_not_newer (AjDb *self, gint64 schema, guint head, GError **error)
{
  g_autofree char *name = aj_db_display_name (self->path);

  if (schema <= (gint64) head)
    return TRUE;
  g_set_error (error, AJ_STORE_ERROR, AJ_STORE_ERROR_NEWER,
               _ ("“%s” belongs to a newer version of this program. It is left as it is. Install "
                  "the newer version to open it."),
               name);
  return FALSE;
}

gboolean
aj_db_check_identity (AjDb *self, guint head, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  gint64 application_id, schema;

  if (!aj_db_query_integer (self, "PRAGMA application_id", "look at the file", &application_id,
                            &local_error) ||
      !aj_db_query_integer (self, "PRAGMA user_version", "look at the file", &schema, &local_error))
    {
      if (g_error_matches (local_error, AJ_STORE_ERROR, AJ_STORE_ERROR_DAMAGED) &&
          !begins_as_database (self->handle))
        return set_foreign_error (self, error);
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  if (application_id != AJ_DB_APPLICATION_ID || schema < 1)
    return set_foreign_error (self, error);
  self->schema = (guint) schema;
  return aj_db_check_not_newer (self, schema, head, error);
}

/* SQLite counts a page that is only there in part for a whole one, so it takes a file that was cut short in its last page
 * until that page is asked for. */
static gboolean
check_whole (AjDb *self, GError **error)
{
  sqlite3_file *file = NULL;
  sqlite3_int64 size = 0;
  gint64 page_size;

  if (!aj_db_query_integer (self, "PRAGMA page_size", "look at the file", &page_size, error))
    return FALSE;
  if (sqlite3_file_control (self->handle, "main", SQLITE_FCNTL_FILE_POINTER, &file) != SQLITE_OK ||
      file == NULL || file->pMethods == NULL ||
      file->pMethods->xFileSize (file, &size) != SQLITE_OK)
    return aj_db_fail (self, SQLITE_IOERR_FSTAT, "look at the file", error);
  return size % page_size == 0 || aj_db_fail (self, SQLITE_CORRUPT, "look at the file", error);
}

/* Whether looking has settled that the file is not to be opened. Whatever else went wrong, the opening meets again. */
static gboolean
is_verdict (const GError *error)
{
  return error->domain == AJ_STORE_ERROR &&
         (error->code == AJ_STORE_ERROR_NEWER || error->code == AJ_STORE_ERROR_FOREIGN ||
          error->code == AJ_STORE_ERROR_DAMAGED);
}

/* First the file as it lies there: this makes nothing beside it and takes no lock. Without a log or journal that is the
 * whole truth. With a journal it may be halfway, and only the opening can tell; with a log the log is read as well, which
 * leaves the file and the log as they are. */
gboolean
aj_db_look (AjDb *self, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  gboolean unfinished = aj_db_is_unfinished (self);

  if (!aj_db_connect (self, "immutable", &local_error) ||
      !aj_db_check_identity (self, aj_schema_get_head (), &local_error) ||
      !(unfinished || check_whole (self, &local_error)))
    {
      if (!unfinished || g_error_matches (local_error, AJ_STORE_ERROR, AJ_STORE_ERROR_NEWER))
        {
          g_propagate_error (error, g_steal_pointer (&local_error));
          return FALSE;
        }
      g_clear_error (&local_error);
    }
  if (has_content (self, "-wal") &&
      !(aj_db_connect (self, "ro", &local_error) &&
        aj_db_check_identity (self, aj_schema_get_head (), &local_error)) &&
      is_verdict (local_error))
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  return TRUE;
}
