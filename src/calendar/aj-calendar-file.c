/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-calendar-file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include <gio/gunixoutputstream.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

struct _AjCalendarFile
{
  char *path;      /* where it belongs, links followed */
  char *temporary; /* where it is; NULL once it is in its place */
  int fd;
  GOutputStream *stream;
};

static void
set_errno_error (GError **error, const char *path, int number)
{
  GError *cause;

  /* These two say "full" as well: a quota, and a limit on the size of files. */
  if (number == EDQUOT || number == EFBIG)
    number = ENOSPC;
  cause = g_error_new_literal (G_IO_ERROR, g_io_error_from_errno (number), g_strerror (number));
  g_propagate_error (error, aj_calendar_error_for_file (cause, path));
}

/* Where the file is to stand in the end. */
static char *
resolve (const char *path, GError **error)
{
  struct stat info;
  char *resolved;

  if (stat (path, &info) != 0)
    {
      if (errno == ENOENT && lstat (path, &info) != 0)
        return g_canonicalize_filename (path, NULL);
      set_errno_error (error, path, errno);
      return NULL;
    }
  if (!S_ISREG (info.st_mode))
    {
      g_autofree char *name = g_filename_display_name (path);

      g_set_error (error, AJ_CALENDAR_ERROR, AJ_CALENDAR_ERROR_NOT_FILE,
                   _ ("“%s” is not a file. Choose another name."), name);
      return NULL;
    }
  resolved = realpath (path, NULL);
  if (resolved == NULL)
    set_errno_error (error, path, errno);
  return resolved;
}

AjCalendarFile *
aj_calendar_file_open (const char *path, GError **error)
{
  g_autoptr (AjCalendarFile) self = g_new0 (AjCalendarFile, 1);
  g_autofree char *folder = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  self->fd = -1;
  self->path = resolve (path, error);
  if (self->path == NULL)
    return NULL;
  folder = g_path_get_dirname (self->path);
  self->temporary = g_build_filename (folder, ".aanjager-XXXXXX", NULL);
  /* What is handed out is no secret: the rights of any new file (0666 less the umask). */
  self->fd = g_mkstemp_full (self->temporary, O_RDWR | O_CLOEXEC, 0666);
  if (self->fd < 0)
    {
      set_errno_error (error, path, errno);
      g_clear_pointer (&self->temporary, g_free);
      return NULL;
    }
  self->stream = g_unix_output_stream_new (self->fd, FALSE);
  return g_steal_pointer (&self);
}

void
aj_calendar_file_free (AjCalendarFile *self)
{
  g_clear_object (&self->stream);
  if (self->fd >= 0)
    close (self->fd);
  if (self->temporary != NULL)
    g_unlink (self->temporary);
  g_free (self->temporary);
  /* realpath() and GLib both take from the C library's heap (GLib since 2.46). */
  g_free (self->path);
  g_free (self);
}

GOutputStream *
aj_calendar_file_get_stream (AjCalendarFile *self)
{
  return self->stream;
}

/* A rename is on the disk when its folder is. Some file systems cannot do that for a folder, and need it not. */
static void
sync_folder (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  int fd = open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

  if (fd < 0)
    return;
  fsync (fd);
  close (fd);
}

gboolean
aj_calendar_file_commit (AjCalendarFile *self, GError **error)
{
  int fd = self->fd;

  g_return_val_if_fail (self->temporary != NULL, FALSE);

  if (fsync (fd) != 0 && errno != EINVAL && errno != ENOTSUP)
    {
      set_errno_error (error, self->path, errno);
      return FALSE;
    }
  self->fd = -1;
  /* On a network file system only closing tells that there was no room. */
  if (close (fd) != 0 || g_rename (self->temporary, self->path) != 0)
    {
      set_errno_error (error, self->path, errno);
      return FALSE;
    }
  g_clear_pointer (&self->temporary, g_free);
  sync_folder (self->path);
  return TRUE;
}
