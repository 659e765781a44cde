/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-db-private.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/vfs.h>
#include <unistd.h>

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "aj-date.h"
#include "aj-text.h"

/* Far more than a name, a host and a time need. */
#define MAX_LOCK_FILE 4096
#define MAX_NAME      80
#define GROUP         "Lock"

/* The numbers of linux/magic.h and of the file systems themselves; a write-ahead log needs memory that all its users
 * share, which none of these gives. FUSE is among them because sshfs and what the desktop mounts are. */
static const guint32 shared_file_systems[] = {
  0x6969,     /* NFS */
  0x517B,     /* SMB */
  0xFF534D42, /* CIFS */
  0xFE534D42, /* SMB 2 and later */
  0x01021997, /* 9P */
  0x5346414F, /* AFS */
  0x6B414653, /* kAFS */
  0x73757245, /* Coda */
  0x564C,     /* NCP */
  0x00C36400, /* Ceph */
  0x65735546, /* FUSE */
  0x7461636F, /* OCFS2 */
  0x01161970, /* GFS2 */
  0x0BD00BD0, /* Lustre */
  0x47504653, /* GPFS */
  0x786F4256, /* VirtualBox shared folder */
  0xBACBACBC, /* VMware shared folder */
};

gboolean
aj_db_is_shared_file_system (gint64 type)
{
  /* The kernel's number is a signed long, and on some machines one of 32 bits. */
  for (guint i = 0; i < G_N_ELEMENTS (shared_file_systems); i++)
    if (shared_file_systems[i] == (guint32) type)
      return TRUE;
  return FALSE;
}

gboolean
aj_db_is_on_shared_file_system (const char *file)
{
  struct statfs info;

  return statfs (file, &info) == 0 && aj_db_is_shared_file_system ((gint64) info.f_type);
}

static char *
make_lock_path (AjDb *self)
{
  return g_strconcat (self->file, ".lock", NULL);
}

/* Others have to read it whom the data file lets in, and nobody else. */
static int
get_mode (AjDb *self)
{
  GStatBuf info;

  return g_stat (self->file, &info) == 0 ? (int) (info.st_mode & 0666) : 0600;
}

gboolean
aj_db_write_lock_file (AjDb *self, const char *user, GError **error)
{
  g_autofree char *path = make_lock_path (self);
  g_autoptr (GKeyFile) keys = g_key_file_new ();
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autofree char *since = g_date_time_format_iso8601 (now);
  g_autofree char *text = NULL;
  g_autoptr (GError) local_error = NULL;

  g_key_file_set_string (keys, GROUP, "User",
                         aj_text_or_null (user) == NULL ? g_get_user_name () : user);
  g_key_file_set_string (keys, GROUP, "Host", g_get_host_name ());
  g_key_file_set_string (keys, GROUP, "Since", since);
  g_key_file_set_integer (keys, GROUP, "Process", (int) getpid ());
  text = g_key_file_to_data (keys, NULL, NULL);
  if (g_file_set_contents_full (path, text, -1, G_FILE_SET_CONTENTS_CONSISTENT, get_mode (self),
                                &local_error))
    {
      self->locked = TRUE;
      return TRUE;
    }
  if (g_error_matches (local_error, G_FILE_ERROR, G_FILE_ERROR_NOSPC))
    return aj_db_fail (self, SQLITE_FULL, "write the lock file", error);
  if (g_error_matches (local_error, G_FILE_ERROR, G_FILE_ERROR_ACCES) ||
      g_error_matches (local_error, G_FILE_ERROR, G_FILE_ERROR_PERM) ||
      g_error_matches (local_error, G_FILE_ERROR, G_FILE_ERROR_ROFS))
    return aj_db_fail (self, SQLITE_READONLY, "write the lock file", error);
  g_set_error (error, AJ_STORE_ERROR, AJ_STORE_ERROR_FAILED,
               _ ("Others cannot be told that the file is in use: %s. Try again."),
               local_error->message);
  return FALSE;
}

void
aj_db_remove_lock_file (AjDb *self)
{
  g_autofree char *path = make_lock_path (self);

  /* A note that stays behind is written over by whoever opens the file next. */
  if (g_unlink (path) != 0 && errno != ENOENT)
    g_debug ("%s: %s", path, g_strerror (errno));
  self->locked = FALSE;
}

/* What others wrote is taken for what it may be: nothing, or anything. */
static char *
read_lock_file (AjDb *self)
{
  g_autofree char *path = make_lock_path (self);
  char buffer[MAX_LOCK_FILE + 1];
  gssize n;
  int fd = g_open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOFOLLOW, 0);

  if (fd < 0)
    return NULL;
  n = read (fd, buffer, MAX_LOCK_FILE);
  g_close (fd, NULL);
  return n < 0 ? NULL : g_strndup (buffer, (gsize) n);
}

static char *
get_name (GKeyFile *keys, const char *key)
{
  g_autofree char *value = g_key_file_get_string (keys, GROUP, key, NULL);
  g_autofree char *clean = aj_text_clean_line (value == NULL ? "" : value);

  return aj_text_or_null (clean) == NULL ? NULL : aj_text_truncate_utf16 (clean, MAX_NAME);
}

/* As the clock here tells it: "3 March", "10:00". */
static gboolean
get_since (GKeyFile *keys, char **day, char **time)
{
  g_autofree char *value = g_key_file_get_string (keys, GROUP, "Since", NULL);
  g_autoptr (GDateTime) since = value == NULL ? NULL : g_date_time_new_from_iso8601 (value, NULL);
  g_autoptr (GDateTime) local = since == NULL ? NULL : g_date_time_to_local (since);

  if (local == NULL)
    return FALSE;
  *day = aj_date_format_day_month (aj_date_new (g_date_time_get_year (local),
                                                g_date_time_get_month (local),
                                                g_date_time_get_day_of_month (local)));
  *time = g_date_time_format (local, "%H:%M");
  return TRUE;
}

gboolean
aj_db_set_in_use_error (AjDb *self, GError **error)
{
  g_autofree char *name = aj_db_display_name (self->path);
  g_autofree char *text = self->locked || self->file == NULL ? NULL : read_lock_file (self);
  g_autoptr (GKeyFile) keys = g_key_file_new ();
  g_autofree char *user = NULL;
  g_autofree char *host = NULL;
  g_autofree char *day = NULL;
  g_autofree char *time = NULL;

  if (text == NULL)
    return FALSE;
  if (g_key_file_load_from_data (keys, text, (gsize) -1, G_KEY_FILE_NONE, NULL))
    {
      user = get_name (keys, "User");
      host = get_name (keys, "Host");
    }
  if (user != NULL && host != NULL && get_since (keys, &day, &time))
    g_set_error (
        error, AJ_STORE_ERROR, AJ_STORE_ERROR_IN_USE,
        /* Translators: a file, a person, a computer, a day ("3 March"), a time ("10:00"). */
        _ ("“%s” is in use by %s on %s since %s, %s. Ask them to close it, then try again."), name,
        user, host, day, time);
  else
    g_set_error (error, AJ_STORE_ERROR, AJ_STORE_ERROR_IN_USE,
                 _ ("“%s” is in use on another computer. Ask your colleagues to close it, then try "
                    "again."),
                 name);
  return TRUE;
}
