/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-returns-opener.h"

#include <glib/gi18n-lib.h>

#include "aj-feedback.h"
#include "aj-file-chooser.h"
#include "aj-import-opener.h"
#include "aj-return-files.h"
#include "aj-returns-window.h"

/* While the person chooses files. */
typedef struct
{
  GtkWidget *from;      /* (nullable): weak */
  AjServices *services; /* (owned) */
  char *edition_id;     /* (owned) (nullable) */
} Wish;

static void
wish_free (Wish *wish)
{
  g_clear_weak_pointer (&wish->from);
  g_object_unref (wish->services);
  g_free (wish->edition_id);
  g_free (wish);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Wish, wish_free)

static gboolean
check_writable (GtkWidget *from, AjServices *services)
{
  if (!aj_store_is_read_only (aj_services_get_store (services)))
    return TRUE;
  aj_feedback_say (from, _ ("The data file is read-only: nothing can be imported."));
  return FALSE;
}

static void
chosen_cb (GtkWindow *parent, const char *const *paths, gpointer user_data)
{
  g_autoptr (Wish) wish = user_data;

  if (paths != NULL && wish->from != NULL)
    aj_returns_window_show (wish->from, wish->services, wish->edition_id, paths);
}

void
aj_returns_opener_choose (GtkWidget *from, AjServices *services, const char *edition_id)
{
  Wish *wish;

  if (!check_writable (from, services))
    return;
  wish = g_new0 (Wish, 1);
  g_set_weak_pointer (&wish->from, from);
  wish->services = g_object_ref (services);
  wish->edition_id = g_strdup (edition_id);
  aj_file_chooser_open_many (GTK_WINDOW (gtk_widget_get_root (from)), _ ("Take In Forms"),
                             AJ_FILE_CHOOSER_FORMS, chosen_cb, wish);
}

/* (transfer full) (nullable): the paths; NULL when one is not on this computer, or no form by its name. */
static GStrv
list_paths (GSList *files, gboolean any_name)
{
  g_autoptr (GStrvBuilder) paths = g_strv_builder_new ();

  for (GSList *l = files; l != NULL; l = l->next)
    {
      g_autofree char *path = g_file_get_path (l->data);

      if (path == NULL || (!any_name && !aj_return_files_are_likely (path)))
        return NULL;
      g_strv_builder_add (paths, path);
    }
  return g_strv_builder_end (paths);
}

gboolean
aj_returns_opener_take (GtkWidget *from, AjServices *services, GSList *files)
{
  g_auto (GStrv) paths = list_paths (files, FALSE);

  if (paths == NULL)
    return FALSE;
  if (check_writable (from, services))
    aj_returns_window_show (from, services, NULL, (const char *const *) paths);
  return TRUE;
}

static gboolean
dropped_cb (GtkDropTarget *target, const GValue *value, double x, double y, gpointer user_data)
{
  AjReturnsDropFunc get_place = (AjReturnsDropFunc) user_data;
  GtkWidget *widget = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (target));
  g_autoptr (GSList) files = gdk_file_list_get_files (g_value_get_boxed (value));
  const char *edition_id = NULL;
  AjServices *services = get_place (widget, &edition_id);
  g_auto (GStrv) paths = NULL;

  if (services == NULL || files == NULL)
    return FALSE;
  /* The file comes out of the window of another program, which may lie over this one. */
  gtk_window_present_with_time (GTK_WINDOW (gtk_widget_get_root (widget)),
                                gtk_event_controller_get_current_event_time (
                                    GTK_EVENT_CONTROLLER (target)));
  if (aj_import_opener_take_answers (widget, services, files))
    return TRUE;
  paths = list_paths (files, TRUE);
  if (paths == NULL)
    aj_feedback_say (widget, _ ("Only a file of this computer can be imported."));
  else if (check_writable (widget, services))
    aj_returns_window_show (widget, services, edition_id, (const char *const *) paths);
  return TRUE;
}

void
aj_returns_opener_take_drops (GtkWidget *widget, AjReturnsDropFunc func)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  g_signal_connect (target, "drop", G_CALLBACK (dropped_cb), (gpointer) func);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (target));
}
