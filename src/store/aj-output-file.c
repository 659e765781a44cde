/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-output-file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "aj-db-private.h"
#include "aj-db.h"

struct _AjOutputFile
{
  GOutputStream parent_instance;
  char *path;      /* where it belongs, links followed */
  char *temporary; /* where it is; NULL once it is in its place */
  AjOutputFileFlags flags;
  int fd; /* -1 once settled */
};

/* How the files of this program end, and those that the database keeps beside them. */
#define DATA_ENDING ".aanjager"
static const char *const companions[] = { "-wal", "-shm", "-journal", ".lock" };

/* Not G_DEFINE_QUARK: clang-format would set spaces in the name. */
GQuark
aj_output_file_error_quark (void)
{
  return g_quark_from_static_string ("aj-output-file-error-quark");
}

G_DEFINE_FINAL_TYPE (AjOutputFile, aj_output_file, G_TYPE_OUTPUT_STREAM)

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
          error, AJ_OUTPUT_FILE_ERROR, AJ_OUTPUT_FILE_ERROR_FULL,
          _ ("There is no room on the disk for “%s”. Make room, or choose another folder."), name);
      break;
    case EACCES:
    case EPERM:
    case EROFS:
      g_set_error (error, AJ_OUTPUT_FILE_ERROR, AJ_OUTPUT_FILE_ERROR_READ_ONLY,
                   _ ("“%s” may not be written. Choose another folder."), name);
      break;
    case EEXIST:
      g_set_error (error, AJ_OUTPUT_FILE_ERROR, AJ_OUTPUT_FILE_ERROR_EXISTS,
                   _ ("“%s” is there already. Choose another name."), name);
      break;
    case ENOENT:
    case ENOTDIR:
      g_set_error (error, AJ_OUTPUT_FILE_ERROR, AJ_OUTPUT_FILE_ERROR_NOT_FOUND,
                   _ ("The folder for “%s” does not exist. Choose another folder."), name);
      break;
    default:
      g_set_error (error, AJ_OUTPUT_FILE_ERROR, AJ_OUTPUT_FILE_ERROR_FAILED,
                   /* Translators: the file, and what the system said. */
                   _ ("“%s” was not written: %s. Try again, or choose another folder."), name,
                   g_strerror (number));
      break;
    }
}

static gssize
aj_output_file_write (GOutputStream *stream,
                      const void *buffer,
                      gsize count,
                      GCancellable *cancellable,
                      GError **error)
{
  AjOutputFile *self = AJ_OUTPUT_FILE (stream);
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
aj_output_file_finalize (GObject *object)
{
  AjOutputFile *self = AJ_OUTPUT_FILE (object);

  if (self->fd >= 0)
    close (self->fd);
  if (self->temporary != NULL)
    g_unlink (self->temporary);
  g_free (self->temporary);
  g_free (self->path);
  G_OBJECT_CLASS (aj_output_file_parent_class)->finalize (object);
}

static void
aj_output_file_class_init (AjOutputFileClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = aj_output_file_finalize;
  G_OUTPUT_STREAM_CLASS (klass)->write_fn = aj_output_file_write;
}

static void
aj_output_file_init (AjOutputFile *self)
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

      g_set_error (error, AJ_OUTPUT_FILE_ERROR, AJ_OUTPUT_FILE_ERROR_NOT_FILE,
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

static gboolean
is_data_file (const char *path)
{
  g_autofree char *folded = g_ascii_strdown (path, -1);

  return g_file_test (path, G_FILE_TEST_IS_REGULAR) &&
         (g_str_has_suffix (folded, DATA_ENDING) || aj_db_peek (path) != AJ_DB_FILE_NONE);
}

/* (transfer full) (nullable): the database to which a file of this name would belong. */
static char *
find_master (const char *path)
{
  for (guint i = 0; i < G_N_ELEMENTS (companions); i++)
    if (g_str_has_suffix (path, companions[i]))
      {
        char *master = g_strndup (path, strlen (path) - strlen (companions[i]));

        if (is_data_file (master))
          return master;
        g_free (master);
      }
  return NULL;
}

/* What everybody wrote down over the years is not to be lost to a slip in a file dialog. */
static gboolean
check_target (const char *path, GError **error)
{
  g_autofree char *master = find_master (path);
  g_autofree char *name = g_filename_display_name (path);
  g_autofree char *master_name = NULL;

  if (master != NULL)
    {
      master_name = g_filename_display_basename (master);
      g_set_error (error, AJ_OUTPUT_FILE_ERROR, AJ_OUTPUT_FILE_ERROR_DATA_FILE,
                   /* Translators: two files. */
                   _ ("“%1$s” would stand where the data file “%2$s” keeps what belongs to it. "
                      "Choose another name."),
                   name, master_name);
      return FALSE;
    }
  if (!is_data_file (path))
    {
      /* A rename would not ask; whoever took the rights away meant it. */
      if (faccessat (AT_FDCWD, path, R_OK | W_OK, AT_EACCESS) == 0 || errno == ENOENT)
        return TRUE;
      set_error (error, path, errno);
      return FALSE;
    }
  g_set_error (error, AJ_OUTPUT_FILE_ERROR, AJ_OUTPUT_FILE_ERROR_DATA_FILE,
               _ ("“%s” is a data file, which is never replaced by another kind of file. Choose "
                  "another name."),
               name);
  return FALSE;
}

AjOutputFile *
aj_output_file_open (const char *path, AjOutputFileFlags flags, GError **error)
{
  g_autoptr (AjOutputFile) self = g_object_new (AJ_TYPE_OUTPUT_FILE, NULL);
  g_autofree char *folder = NULL;
  g_autofree char *temporary = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  self->flags = flags;
  if ((flags & AJ_OUTPUT_FILE_NEW) != 0 && g_access (path, F_OK) == 0)
    {
      set_error (error, path, EEXIST);
      return NULL;
    }
  self->path = resolve (path, error);
  if (self->path == NULL || !check_target (self->path, error))
    return NULL;
  folder = g_path_get_dirname (self->path);
  temporary = g_build_filename (folder, ".aanjager-XXXXXX", NULL);
  self->fd = g_mkstemp_full (temporary, O_RDWR | O_CLOEXEC,
                             flags & AJ_OUTPUT_FILE_PRIVATE ? 0600 : 0666);
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
aj_output_file_settle (AjOutputFile *self, GError **error)
{
  int fd;

  g_return_val_if_fail (AJ_IS_OUTPUT_FILE (self), FALSE);
  g_return_val_if_fail (self->fd >= 0, FALSE);

  /* Some file systems cannot be told to bring a file to the disk. */
  if (!(self->flags & AJ_OUTPUT_FILE_PASSING) && fsync (self->fd) != 0 && errno != EINVAL &&
      errno != ENOTSUP)
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

/* 0, or why not. */
static int
put_in_place (AjOutputFile *self)
{
  if ((self->flags & AJ_OUTPUT_FILE_NEW) == 0)
    return g_rename (self->temporary, self->path) == 0 ? 0 : errno;
  return aj_db_place (self->temporary, self->path);
}

gboolean
aj_output_file_commit (AjOutputFile *self, GError **error)
{
  int reason;

  g_return_val_if_fail (AJ_IS_OUTPUT_FILE (self), FALSE);
  g_return_val_if_fail (self->temporary != NULL, FALSE);

  if (self->fd >= 0 && !aj_output_file_settle (self, error))
    return FALSE;
  /* Somebody may have made one there meanwhile. */
  if (!check_target (self->path, error))
    return FALSE;
  reason = put_in_place (self);
  if (reason != 0)
    {
      set_error (error, self->path, reason);
      return FALSE;
    }
  /* What was linked stands under both names. */
  if ((self->flags & AJ_OUTPUT_FILE_NEW) != 0)
    g_unlink (self->temporary);
  g_clear_pointer (&self->temporary, g_free);
  if (!(self->flags & AJ_OUTPUT_FILE_PASSING))
    sync_folder (self->path);
  return TRUE;
}

gboolean
aj_output_file_write_bytes (const char *path,
                            GBytes *bytes,
                            AjOutputFileFlags flags,
                            GError **error)
{
  g_autoptr (AjOutputFile) self = aj_output_file_open (path, flags, error);
  gsize length;
  const void *data = g_bytes_get_data (bytes, &length);

  return self != NULL &&
         g_output_stream_write_all (G_OUTPUT_STREAM (self), data, length, NULL, NULL, error) &&
         aj_output_file_commit (self, error);
}

typedef struct
{
  char *path;    /* (owned) */
  GBytes *bytes; /* (owned) */
  AjOutputFileFlags flags;
} Writing;

static void
writing_free (gpointer data)
{
  Writing *writing = data;

  g_free (writing->path);
  g_bytes_unref (writing->bytes);
  g_free (writing);
}

static void
write_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Writing *writing = data;
  GError *error = NULL;

  if (aj_output_file_write_bytes (writing->path, writing->bytes, writing->flags, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

void
aj_output_file_write_bytes_async (const char *path,
                                  GBytes *bytes,
                                  AjOutputFileFlags flags,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Writing *writing = g_new0 (Writing, 1);

  writing->path = g_strdup (path);
  writing->bytes = g_bytes_ref (bytes);
  writing->flags = flags;
  g_task_set_source_tag (task, aj_output_file_write_bytes_async);
  g_task_set_task_data (task, writing, writing_free);
  /* What is written is written, even when it is cancelled right after. */
  g_task_set_check_cancellable (task, FALSE);
  if (!g_task_return_error_if_cancelled (task))
    g_task_run_in_thread (task, write_in_thread);
}

gboolean
aj_output_file_write_bytes_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
