/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-import-opener.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "aj-answers-window.h"
#include "aj-arrival.h"
#include "aj-feedback.h"
#include "aj-file-chooser.h"
#include "aj-import-window.h"
#include "aj-person.h"
#include "aj-returns-opener.h"

/* While the person chooses a file. */
typedef struct
{
  GtkWidget *from;      /* (nullable): weak */
  AjServices *services; /* (owned) */
  const AjRecordType *type;
} Wish;

static void
wish_free (Wish *wish)
{
  g_clear_weak_pointer (&wish->from);
  g_object_unref (wish->services);
  g_free (wish);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Wish, wish_free)

static gboolean
is_address_cards (const char *path)
{
  gsize length = strlen (path);

  return length > 4 && g_ascii_strcasecmp (path + length - 4, ".vcf") == 0;
}

void
aj_import_opener_open (GtkWidget *from,
                       AjServices *services,
                       const AjRecordType *type,
                       const char *path)
{
  aj_import_window_show (from, services, is_address_cards (path) ? &aj_person_record_type : type,
                         path);
}

static void
chosen_cb (GtkWindow *parent, const char *path, gpointer user_data)
{
  g_autoptr (Wish) wish = user_data;

  if (path != NULL && wish->from != NULL)
    aj_import_opener_open (wish->from, wish->services, wish->type, path);
}

void
aj_import_opener_choose (GtkWidget *from, AjServices *services, const AjRecordType *type)
{
  Wish *wish = g_new0 (Wish, 1);
  /* Translators: the title of a window; what is imported, "People". */
  g_autofree char *title = g_strdup_printf (_ ("Import %s"),
                                            aj_record_type_get_plural_label (type));

  g_set_weak_pointer (&wish->from, from);
  wish->services = g_object_ref (services);
  wish->type = type;
  aj_file_chooser_open (GTK_WINDOW (gtk_widget_get_root (from)), title,
                        type == &aj_person_record_type ? AJ_FILE_CHOOSER_PEOPLE
                                                       : AJ_FILE_CHOOSER_CSV,
                        chosen_cb, wish);
}

static void
answers_chosen_cb (GtkWindow *parent, const char *const *paths, gpointer user_data)
{
  g_autoptr (Wish) wish = user_data;

  if (paths != NULL && wish->from != NULL)
    aj_answers_window_show (wish->from, wish->services, paths);
}

void
aj_import_opener_choose_answers (GtkWidget *from, AjServices *services)
{
  Wish *wish;

  if (aj_store_is_read_only (aj_services_get_store (services)))
    {
      aj_feedback_say (from, _ ("The data file is read-only: nothing can be imported."));
      return;
    }
  wish = g_new0 (Wish, 1);
  g_set_weak_pointer (&wish->from, from);
  wish->services = g_object_ref (services);
  aj_file_chooser_open_many (GTK_WINDOW (gtk_widget_get_root (from)), _ ("Take In Answers"),
                             AJ_FILE_CHOOSER_ANSWERS, answers_chosen_cb, wish);
}

/* (transfer full) (nullable): the paths, when all may be answers by their names. */
static GStrv
list_answers (GSList *files)
{
  g_autoptr (GStrvBuilder) paths = g_strv_builder_new ();

  for (GSList *l = files; l != NULL; l = l->next)
    {
      g_autofree char *path = g_file_get_path (l->data);

      if (path == NULL || !aj_arrival_is_likely (path))
        return NULL;
      g_strv_builder_add (paths, path);
    }
  return g_strv_builder_end (paths);
}

gboolean
aj_import_opener_take_answers (GtkWidget *widget, AjServices *services, GSList *files)
{
  g_auto (GStrv) paths = list_answers (files);

  if (paths == NULL)
    return FALSE;
  if (aj_store_is_read_only (aj_services_get_store (services)))
    aj_feedback_say (widget, _ ("The data file is read-only: nothing can be imported."));
  else
    aj_answers_window_show (widget, services, (const char *const *) paths);
  return TRUE;
}

/* A table says nothing of what it is a table of: the place where it is dropped does. */
static void
take_file (GtkWidget *widget, AjServices *services, const AjRecordType *type, GFile *file)
{
  g_autofree char *path = g_file_get_path (file);

  if (path == NULL)
    aj_feedback_say (widget, _ ("Only a file of this computer can be imported."));
  else if (aj_store_is_read_only (aj_services_get_store (services)))
    aj_feedback_say (widget, _ ("The data file is read-only: nothing can be imported."));
  else if (type == NULL && !is_address_cards (path))
    aj_feedback_say (widget,
                     _ ("Drop a table on the list of the Network page that it belongs to."));
  else
    aj_import_opener_open (widget, services, type, path);
}

static gboolean
dropped_cb (GtkDropTarget *target, const GValue *value, double x, double y, gpointer user_data)
{
  AjImportDropFunc get_place = (AjImportDropFunc) user_data;
  GtkWidget *widget = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (target));
  g_autoptr (GSList) files = gdk_file_list_get_files (g_value_get_boxed (value));
  const AjRecordType *type = NULL;
  AjServices *services = get_place (widget, &type);

  if (services == NULL || files == NULL)
    return FALSE;
  /* The file comes out of the window of another program, which may lie over this one. */
  gtk_window_present_with_time (GTK_WINDOW (gtk_widget_get_root (widget)),
                                gtk_event_controller_get_current_event_time (
                                    GTK_EVENT_CONTROLLER (target)));
  if (aj_import_opener_take_answers (widget, services, files))
    return TRUE;
  if (aj_returns_opener_take (widget, services, files))
    return TRUE;
  if (files->next != NULL)
    aj_feedback_say (widget,
                     _ ("Drop one file at a time; only answers (.ics, .eml) and forms may be "
                        "several."));
  else
    take_file (widget, services, type, files->data);
  return TRUE;
}

void
aj_import_opener_take_drops (GtkWidget *widget, AjImportDropFunc func)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  g_signal_connect (target, "drop", G_CALLBACK (dropped_cb), (gpointer) func);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (target));
}
