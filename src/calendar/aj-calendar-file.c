/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-calendar-file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

struct _AjCalendarFile
{
  GOutputStream parent_instance;
  char *path;      /* where it belongs, links followed */
  char *temporary; /* where it is; NULL once it is in its place */
  int fd;          /* -1 once settled */
};

G_DEFINE_FINAL_TYPE (AjCalendarFile, aj_calendar_file, G_TYPE_OUTPUT_STREAM)

static void
set_error (GError **error, const char *path, int number)
{
  g_autofree char *name = g_filename_display_name (path);

  switch (number)
    {
    /* A quota and a limit on the size of files are full disks to whoever meets them. */
    case ENOSPC:
    case EDQUOT:
    case EFBIG:
      g_set_error (
          error, AJ_CALENDAR_ERROR, AJ_CALENDAR_ERROR_FULL,
          _ ("There is no room on the disk for “%s”. Make room, or choose another folder."), name);
      break;
    case EACCES:
    case EPERM:
    case EROFS:
      g_set_error (error, AJ_CALENDAR_ERROR, AJ_CALENDAR_ERROR_READ_ONLY,
                   _ ("“%s” may not be written. Choose another folder."), name);
      break;
    case ENOENT:
    case ENOTDIR:
      g_set_error (error, AJ_CALENDAR_ERROR, AJ_CALENDAR_ERROR_NOT_FOUND,
                   _ ("The folder for “%s” does not exist. Choose another folder."), name);
      break;
    default:
      g_set_error (error, AJ_CALENDAR_ERROR, AJ_CALENDAR_ERROR_FAILED,
                   /* Translators: the file, and what the system said. */
                   _ ("“%s” was not written: %s. Try again, or choose another folder."), name,
                   g_strerror (number));
      break;
    }
}

static gssize
aj_calendar_file_write (GOutputStream *stream,
                        const void *buffer,
                        gsize count,
                        GCancellable *cancellable,
                        GError **error)
{
  AjCalendarFile *self = AJ_CALENDAR_FILE (stream);
  gssize written;

  do
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return -1;
      written = write (self->fd, buffer, count);
    }
  while (written < 0 && errno == EINTR);
  if (written < 0)
    set_error (error, self->path, errno);
  return written;
}

static void
aj_calendar_file_finalize (GObject *object)
{
  AjCalendarFile *self = AJ_CALENDAR_FILE (object);

  if (self->fd >= 0)
    close (self->fd);
  if (self->temporary != NULL)
    g_unlink (self->temporary);
  g_free (self->temporary);
  g_free (self->path);
  G_OBJECT_CLASS (aj_calendar_file_parent_class)->finalize (object);
}

static void
aj_calendar_file_class_init (AjCalendarFileClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = aj_calendar_file_finalize;
  G_OUTPUT_STREAM_CLASS (klass)->write_fn = aj_calendar_file_write;
}

static void
aj_calendar_file_init (AjCalendarFile *self)
{
  self->fd = -1;
}

/* Where the file is to stand in the end. */
static char *
resolve (const char *path, GError **error)
{
  struct stat info;
  char *resolved, *copy;

  if (stat (path, &info) != 0)
    {
      int number = errno;

      /* Not a link to nowhere either: a new file. */
      if (number == ENOENT && lstat (path, &info) != 0)
        return g_canonicalize_filename (path, NULL);
      set_error (error, path, number);
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
    {
      set_error (error, path, errno);
      return NULL;
    }
  copy = g_strdup (resolved);
  free (resolved);
  return copy;
}

AjCalendarFile *
aj_calendar_file_open (const char *path, GError **error)
{
  g_autoptr (AjCalendarFile) self = g_object_new (AJ_TYPE_CALENDAR_FILE, NULL);
  g_autofree char *folder = NULL;
  g_autofree char *temporary = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  self->path = resolve (path, error);
  if (self->path == NULL)
    return NULL;
  folder = g_path_get_dirname (self->path);
  temporary = g_build_filename (folder, ".aanjager-XXXXXX", NULL);
  /* What is handed out is no secret: the rights of any new file (0666 less the umask). */
  self->fd = g_mkstemp_full (temporary, O_RDWR | O_CLOEXEC, 0666);
  if (self->fd < 0)
    {
      set_error (error, path, errno);
      return NULL;
    }
  self->temporary = g_steal_pointer (&temporary);
  return g_steal_pointer (&self);
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
aj_calendar_file_settle (AjCalendarFile *self, GError **error)
{
  int fd;

  g_return_val_if_fail (AJ_IS_CALENDAR_FILE (self), FALSE);
  g_return_val_if_fail (self->fd >= 0, FALSE);

  /* Some file systems cannot be told to bring a file to the disk. */
  if (fsync (self->fd) != 0 && errno != EINVAL && errno != ENOTSUP)
    {
      set_error (error, self->path, errno);
      return FALSE;
    }
  fd = self->fd;
  self->fd = -1;
  /* On a network file system only closing may tell that there was no room. */
  if (close (fd) == 0)
    return TRUE;
  set_error (error, self->path, errno);
  return FALSE;
}

gboolean
aj_calendar_file_commit (AjCalendarFile *self, GError **error)
{
  g_return_val_if_fail (AJ_IS_CALENDAR_FILE (self), FALSE);
  g_return_val_if_fail (self->temporary != NULL, FALSE);

  if (self->fd >= 0 && !aj_calendar_file_settle (self, error))
    return FALSE;
  if (g_rename (self->temporary, self->path) != 0)
    {
      set_error (error, self->path, errno);
      return FALSE;
    }
  g_clear_pointer (&self->temporary, g_free);
  sync_folder (self->path);
  return TRUE;
}
