/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-mail-file.h"

#include <glib/gstdio.h>

#include "aj-mail-folder.h"
#include "aj-numbered-file.h"

#define MAIL_TYPE "message/rfc822"

typedef struct
{
  GtkWindow *window; /* (nullable): weak */
  char *folder;      /* (owned) */
  char *name;        /* (owned): as it was asked for */
  GBytes *bytes;     /* (owned) */
  char *path;        /* (owned) (nullable): once it is written */
} Opening;

static void
opening_free (gpointer data)
{
  Opening *opening = data;

  g_clear_weak_pointer (&opening->window);
  g_free (opening->folder);
  g_free (opening->name);
  g_bytes_unref (opening->bytes);
  g_free (opening->path);
  g_free (opening);
}

/* (transfer full) (nullable): the program that mails are written in when it opens mail files, else any that does. A mail
 * file is text, so editors open it too; those are not among the recommended. */
static GAppInfo *
find_program (void)
{
  g_autoptr (GAppInfo) writer = g_app_info_get_default_for_uri_scheme ("mailto");
  GList *programs = g_app_info_get_recommended_for_type (MAIL_TYPE);
  GAppInfo *found = NULL;

  for (GList *l = programs; l != NULL; l = l->next)
    if (found == NULL || (writer != NULL && g_app_info_equal (writer, l->data)))
      found = l->data;
  found = found != NULL ? g_object_ref (found) : NULL;
  g_list_free_full (programs, g_object_unref);
  return found;
}

static void
launched_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (g_app_info_launch_uris_finish (G_APP_INFO (source), result, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
shown_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;

  /* Whoever chose no program, or had none to choose from, is helped in another way. */
  g_task_return_boolean (task, gtk_show_uri_full_finish (GTK_WINDOW (source), result, NULL));
}

static void
launch (GTask *task)
{
  Opening *opening = g_task_get_task_data (task);
  g_autofree char *uri = g_filename_to_uri (opening->path, NULL, NULL);
  g_autoptr (GAppInfo) program = NULL;
  g_autoptr (GdkAppLaunchContext) context = NULL;
  GList uris = { .data = uri };

  if (aj_mail_folder_is_sandboxed ())
    {
      gtk_show_uri_full (opening->window, uri, GDK_CURRENT_TIME, NULL, shown_cb,
                         g_object_ref (task));
      return;
    }
  program = find_program ();
  if (program == NULL)
    {
      g_task_return_boolean (task, FALSE);
      return;
    }
  context = gdk_display_get_app_launch_context (gdk_display_get_default ());
  g_app_info_launch_uris_async (program, &uris, G_APP_LAUNCH_CONTEXT (context), NULL, launched_cb,
                                g_object_ref (task));
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Opening *opening = g_task_get_task_data (task);
  GError *error = NULL;

  opening->path = g_task_propagate_pointer (G_TASK (result), &error);
  if (opening->path == NULL)
    g_task_return_error (task, error);
  else if (opening->window == NULL)
    g_task_return_boolean (task, FALSE);
  else
    launch (task);
}

/* A mail program may not have read the one before yet, so each has a name of its own. */
static void
write_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Opening *opening = data;
  g_autofree char *name = NULL;
  GError *error = NULL;

  /* Where this fails, writing tells why. */
  g_mkdir_with_parents (opening->folder, 0700);
  aj_mail_folder_sweep ();
  name = aj_numbered_file_write (opening->folder, opening->name, opening->bytes,
                                 AJ_OUTPUT_FILE_PRIVATE | AJ_OUTPUT_FILE_PASSING, &error);
  if (name != NULL)
    g_task_return_pointer (task, g_build_filename (opening->folder, name, NULL), g_free);
  else
    g_task_return_error (task, error);
}

void
aj_mail_file_open_async (GtkWindow *window,
                         const char *name,
                         GBytes *bytes,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  Opening *opening = g_new0 (Opening, 1);
  GTask *task = g_task_new (NULL, NULL, callback, user_data);
  g_autoptr (GTask) writing = g_task_new (NULL, NULL, written_cb, task);

  g_set_weak_pointer (&opening->window, window);
  opening->folder = aj_mail_folder_dup_path ();
  opening->name = g_strdup (name);
  opening->bytes = g_bytes_ref (bytes);
  g_task_set_source_tag (task, aj_mail_file_open_async);
  g_task_set_task_data (task, opening, opening_free);
  g_task_set_source_tag (writing, aj_mail_file_open_async);
  g_task_set_task_data (writing, opening, NULL);
  g_task_run_in_thread (writing, write_in_thread);
}

gboolean
aj_mail_file_open_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
