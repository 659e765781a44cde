/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-paper-adder.h"

#include <glib/gi18n.h>

#include "aj-feedback.h"
#include "aj-import-opener.h"
#include "aj-minutes-job.h"
#include "aj-paper-opener.h"

/* Where a paper goes. */
typedef struct
{
  GtkWidget *from;      /* (owned) */
  AjServices *services; /* (owned) */
  char *meeting_id;     /* (owned) */
  char *item_id;        /* (owned) (nullable) */
} Adding;

static Adding *
adding_new (GtkWidget *from, AjServices *services, const char *meeting_id, const char *item_id)
{
  Adding *adding = g_new0 (Adding, 1);

  adding->from = g_object_ref (from);
  adding->services = g_object_ref (services);
  adding->meeting_id = g_strdup (meeting_id);
  adding->item_id = g_strdup (item_id);
  return adding;
}

static void
adding_free (Adding *adding)
{
  g_object_unref (adding->from);
  g_object_unref (adding->services);
  g_free (adding->meeting_id);
  g_free (adding->item_id);
  g_free (adding);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Adding, adding_free)

static void
add (Adding *adding, const char *title, const char *link, const char *file)
{
  g_autoptr (AjEdit) edit = aj_minutes_job_add_paper (aj_services_get_store (adding->services),
                                                      adding->meeting_id, adding->item_id, title,
                                                      link, file);

  aj_feedback_commit (adding->from, edit, AJ_COMMIT_QUIET, NULL, NULL);
}

static void
file_added_cb (const char *file, const char *title, gpointer user_data)
{
  g_autoptr (Adding) adding = user_data;

  if (file != NULL)
    add (adding, title, NULL, file);
}

void
aj_paper_adder_choose (GtkWidget *from,
                       AjServices *services,
                       const char *meeting_id,
                       const char *item_id)
{
  aj_paper_opener_choose (from, services, file_added_cb,
                          adding_new (from, services, meeting_id, item_id));
}

AjMinuteLine *
aj_paper_adder_read_line (const char *text)
{
  static const char *const beginnings[] = { "", "stuk: " };
  g_autoptr (GPtrArray) nobody = g_ptr_array_new ();

  for (guint i = 0; i < G_N_ELEMENTS (beginnings); i++)
    {
      g_autofree char *whole = g_strconcat (beginnings[i], text, NULL);
      g_autoptr (AjMinuteLine) line = aj_minute_line_new (whole, AJ_DATE_NONE, AJ_DATE_NONE,
                                                          nobody);

      if (line->kind == AJ_MINUTE_LINE_PAPER)
        return g_steal_pointer (&line);
    }
  return NULL;
}

/* FALSE when there is no link in it. */
static gboolean
add_text (Adding *adding, const char *text)
{
  g_autoptr (AjMinuteLine) line = aj_paper_adder_read_line (text);

  if (line != NULL)
    add (adding, line->text, line->link, NULL);
  return line != NULL;
}

/* A browser hands over its links as files of the web. */
static gboolean
add_file (Adding *adding, GFile *file)
{
  g_autofree char *path = g_file_get_path (file);
  g_autofree char *uri = NULL;

  if (path != NULL)
    {
      aj_paper_opener_take (adding->from, adding->services, path, file_added_cb,
                            adding_new (adding->from, adding->services, adding->meeting_id,
                                        adding->item_id));
      return TRUE;
    }
  uri = g_file_get_uri (file);
  return add_text (adding, uri);
}

static gboolean
take_files (Adding *adding, GSList *files)
{
  gboolean taken = TRUE;

  if (aj_import_opener_take_answers (adding->from, adding->services, files))
    return TRUE;
  for (GSList *l = files; l != NULL; l = l->next)
    taken = add_file (adding, l->data) && taken;
  return taken;
}

static gboolean
dropped_cb (GtkDropTarget *target, const GValue *value, double x, double y, gpointer user_data)
{
  AjPaperPlace get_place = (AjPaperPlace) user_data;
  GtkWidget *widget = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (target));
  AjServices *services;
  const char *meeting_id, *item_id;
  g_autoptr (Adding) adding = NULL;
  g_autoptr (GSList) files = NULL;

  if (!get_place (widget, &services, &meeting_id, &item_id))
    return FALSE;
  adding = adding_new (widget, services, meeting_id, item_id);
  if (G_VALUE_HOLDS (value, GDK_TYPE_FILE_LIST))
    files = gdk_file_list_get_files (g_value_get_boxed (value));
  if (files != NULL ? take_files (adding, files)
                    : G_VALUE_HOLDS_STRING (value) && add_text (adding, g_value_get_string (value)))
    return TRUE;
  aj_feedback_say (widget, _ ("Only a file of this computer or a link to a web page can be a "
                              "paper."));
  return FALSE;
}

void
aj_paper_adder_take_drops (GtkWidget *widget, AjPaperPlace get_place)
{
  GType types[] = { GDK_TYPE_FILE_LIST, G_TYPE_STRING };
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_INVALID, GDK_ACTION_COPY);

  gtk_drop_target_set_gtypes (target, types, G_N_ELEMENTS (types));
  g_signal_connect (target, "drop", G_CALLBACK (dropped_cb), (gpointer) get_place);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (target));
}
