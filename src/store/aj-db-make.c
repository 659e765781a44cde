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

static gboolean
is_there (const char *path, const char *ending)
{
  g_autofree char *file = g_strconcat (path, ending, NULL);
  GStatBuf info;

  return g_lstat (file, &info) == 0;
}

/* The log of a file that is gone would be laid over the new one. It may be all that is left of it, so it stays. */
static gboolean
check_free (AjDb *self, GError **error)
{
  g_autofree char *name = aj_db_display_name (self->path);
  gboolean remains = is_there (self->path, "-wal") || is_there (self->path, "-journal");

  /* In this order: who makes the same file now has it there before its log. */
  if (is_there (self->path, ""))
    return aj_db_fail_to_make (self->path, EEXIST, error);
  if (!remains)
    return TRUE;
  g_set_error (error, AJ_STORE_ERROR, AJ_STORE_ERROR_EXISTS,
               _ ("A part of an earlier file “%s” was left behind in this folder. Choose another "
                  "name."),
               name);
  return FALSE;
}

static gboolean
make_draft (AjDb *self, GError **error)
{
  g_autofree char *draft = g_strconcat (self->path, ".XXXXXX", NULL);
  int fd = g_mkstemp_full (draft, O_RDWR | O_CLOEXEC, 0600);

  if (fd < 0)
    return aj_db_fail_to_make (self->path, errno, error);
  /* Freed as what realpath() gives is. */
  self->file = strdup (draft);
  return g_close (fd, error);
}

static gboolean
fill_draft (AjDb *self, GError **error)
{
  g_auto (GStrv) steps = aj_schema_load_steps ();
  gboolean filled = aj_db_connect (self, "rw", error) && aj_db_configure (self, error) &&
                    aj_schema_upgrade (self, (const char *const *) steps, TRUE, error);

  aj_statement_cache_clear (self);
  sqlite3_close (g_steal_pointer (&self->handle));
  return filled;
}

/* Not every file system knows links, but each knows who was the first to make a file; and an empty file is taken up by
 * nobody. */
int
aj_db_place (const char *draft, const char *path)
{
  int fd, reason;

  if (link (draft, path) == 0)
    return 0;
  fd = g_open (path, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0600);
  if (fd < 0)
    return errno;
  g_close (fd, NULL);
  if (g_rename (draft, path) == 0)
    return 0;
  reason = errno;
  g_unlink (path);
  return reason;
}

static gboolean
publish_draft (AjDb *self, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (self->path);
  int reason = aj_db_place (self->file, self->path);

  if (reason != 0)
    return aj_db_fail_to_make (self->path, reason, error);
  /* The file is there and whole; some file systems cannot sync a folder, and mind nothing. */
  if (!aj_db_sync_path (folder, O_DIRECTORY))
    g_debug ("%s: %s", folder, g_strerror (errno));
  return TRUE;
}

static void
remove_draft (AjDb *self)
{
  g_autofree char *journal = g_strconcat (self->file, "-journal", NULL);

  g_unlink (journal);
  g_unlink (self->file);
  g_clear_pointer (&self->file, free);
}

gboolean
aj_db_make (AjDb *self, GError **error)
{
  gboolean made;

  if (!check_free (self, error) || !make_draft (self, error))
    return FALSE;
  made = fill_draft (self, error) && check_free (self, error) && publish_draft (self, error);
  remove_draft (self);
  return made;
}
