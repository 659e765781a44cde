/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-mail-folder.h"

#include <gio/gio.h>
#include <glib/gstdio.h>

/* In seconds. By then the mail program has long read what it was given. */
#define MAX_AGE (60 * 60)

/* Less than anything is old, whatever the clock of the file system says. */
#define ANY_AGE G_MININT

gboolean
aj_mail_folder_is_sandboxed (void)
{
  return g_file_test ("/.flatpak-info", G_FILE_TEST_EXISTS);
}

char *
aj_mail_folder_dup_path (void)
{
  return g_build_filename (aj_mail_folder_is_sandboxed () ? g_get_user_cache_dir ()
                                                          : g_get_user_runtime_dir (),
                           "aanjager-mail", NULL);
}

static void
sweep (gint64 max_age)
{
  g_autofree char *folder = aj_mail_folder_dup_path ();
  gint64 now = g_get_real_time () / G_USEC_PER_SEC;
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      GStatBuf about;

      if (g_lstat (path, &about) == 0 && now - (gint64) about.st_mtime >= max_age)
        g_unlink (path);
    }
}

static void
sweep_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  sweep (GPOINTER_TO_INT (data));
  g_task_return_boolean (task, TRUE);
}

static void
sweep_soon (int max_age)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, NULL, NULL);

  g_task_set_source_tag (task, sweep_soon);
  g_task_set_task_data (task, GINT_TO_POINTER (max_age), NULL);
  g_task_run_in_thread (task, sweep_in_thread);
}

void
aj_mail_folder_sweep (void)
{
  sweep (MAX_AGE);
}

void
aj_mail_folder_empty (void)
{
  sweep (ANY_AGE);
}

void
aj_mail_folder_sweep_soon (void)
{
  sweep_soon (MAX_AGE);
}

void
aj_mail_folder_empty_soon (void)
{
  sweep_soon (ANY_AGE);
}
