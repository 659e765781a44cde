/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-paper-opener.h"

#include <glib/gi18n.h>

#include "aj-feedback.h"
#include "aj-file-chooser.h"
#include "aj-paper-folder.h"
#include "aj-paper.h"

gboolean
aj_paper_opener_can_open (const AjValues *paper)
{
  return !aj_values_is_empty (paper, "file") || aj_paper_has_web_link (paper);
}

/* From where something is opened; the person may leave before it is. */
static GtkWidget **
hold (GtkWidget *widget)
{
  GtkWidget **from = g_new0 (GtkWidget *, 1);

  g_set_weak_pointer (from, widget);
  return from;
}

/* (nullable): NULL when they left. */
static GtkWidget *
let_go (GtkWidget **from)
{
  GtkWidget *widget = *from;

  g_clear_weak_pointer (from);
  g_free (from);
  return widget != NULL && gtk_widget_get_root (widget) != NULL ? widget : NULL;
}

static void
shown_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GtkWidget *from = let_go (user_data);
  g_autoptr (GError) error = NULL;

  if (!gtk_show_uri_full_finish (GTK_WINDOW (source), result, &error) && from != NULL)
    aj_feedback_error (from, error);
}

static void
show (GtkWidget *widget, const char *uri)
{
  gtk_show_uri_full (GTK_WINDOW (gtk_widget_get_root (widget)), uri, GDK_CURRENT_TIME, NULL,
                     shown_cb, hold (widget));
}

static void
found_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GtkWidget *from = let_go (user_data);
  g_autoptr (GError) error = NULL;
  g_autofree char *path = aj_paper_folder_find_finish (result, &error);
  g_autofree char *uri = path != NULL ? g_filename_to_uri (path, NULL, &error) : NULL;

  if (from == NULL)
    return;
  if (uri != NULL)
    show (from, uri);
  else
    aj_feedback_error (from, error);
}

void
aj_paper_opener_open (GtkWidget *from, AjServices *services, const AjValues *paper)
{
  if (!aj_values_is_empty (paper, "file"))
    aj_paper_folder_find_async (aj_store_get_path (aj_services_get_store (services)), paper, NULL,
                                found_cb, hold (from));
  else if (aj_paper_has_web_link (paper))
    show (from, aj_values_get_text (paper, "link"));
}

/* From the choice to the copy. */
typedef struct
{
  GtkWidget *from;      /* (nullable): weak */
  AjServices *services; /* (owned) */
  char *path;           /* (owned) (nullable) */
  AjPaperAdded added;
  gpointer user_data;
} Adding;

static void
adding_free (Adding *adding)
{
  g_clear_weak_pointer (&adding->from);
  g_object_unref (adding->services);
  g_free (adding->path);
  g_free (adding);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Adding, adding_free)

static Adding *
adding_new (GtkWidget *from, AjServices *services, AjPaperAdded added, gpointer user_data)
{
  Adding *adding = g_new0 (Adding, 1);

  g_set_weak_pointer (&adding->from, from);
  adding->services = g_object_ref (services);
  adding->added = added;
  adding->user_data = user_data;
  return adding;
}

static void
copied_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Adding) adding = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *name = aj_paper_folder_add_finish (result, &error);
  g_autofree char *title = aj_paper_folder_make_title (adding->path);

  if (error != NULL && adding->from != NULL)
    aj_feedback_error (adding->from, error);
  adding->added (name, title, adding->user_data);
}

static void
copy (Adding *adding, const char *path)
{
  AjStore *store = aj_services_get_store (adding->services);

  adding->path = g_strdup (path);
  aj_paper_folder_add_async (aj_store_get_path (store), path, NULL, copied_cb, adding);
}

static void
chosen_cb (GtkWindow *parent, const char *path, gpointer user_data)
{
  Adding *adding = user_data;

  if (path != NULL)
    {
      copy (adding, path);
      return;
    }
  adding->added (NULL, NULL, adding->user_data);
  adding_free (adding);
}

void
aj_paper_opener_choose (GtkWidget *from,
                        AjServices *services,
                        AjPaperAdded added,
                        gpointer user_data)
{
  aj_file_chooser_open (GTK_WINDOW (gtk_widget_get_root (from)), _ ("Add a File"),
                        AJ_FILE_CHOOSER_ANY, chosen_cb,
                        adding_new (from, services, added, user_data));
}

void
aj_paper_opener_take (
    GtkWidget *from, AjServices *services, const char *path, AjPaperAdded added, gpointer user_data)
{
  copy (adding_new (from, services, added, user_data), path);
}
