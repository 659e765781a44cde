/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-map-saver.h"

#include <glib/gi18n.h>

#include "aj-document.h"
#include "aj-feedback.h"
#include "aj-file-chooser.h"
#include "aj-map-drawing.h"
#include "aj-network-map.h"
#include "aj-progress-frame.h"
#include "aj-text.h"

/* A map that was asked for, from what is on it to the last sentence. */
typedef struct
{
  GtkWidget *from;           /* (nullable): weak */
  AjServices *services;      /* (owned) */
  char *group;               /* (owned) (nullable) */
  AjDate date;               /* of which day */
  AjMapState *map;           /* (owned) (nullable): once it is drawn */
  char *file_name;           /* (owned) (nullable): for the last sentence */
  GCancellable *cancellable; /* (owned) */
} Saving;

static void
saving_free (Saving *saving)
{
  g_clear_weak_pointer (&saving->from);
  g_clear_pointer (&saving->map, aj_map_state_unref);
  g_object_unref (saving->services);
  g_object_unref (saving->cancellable);
  g_free (saving->group);
  g_free (saving->file_name);
  g_free (saving);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Saving, saving_free)

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Saving) saving = user_data;
  g_autoptr (GError) error = NULL;
  gboolean done = aj_map_drawing_save_finish (result, &error);
  g_autofree char *sentence = NULL;
  AjProgressFrame *frame;

  if (saving->from == NULL)
    return;
  frame = aj_progress_frame_find (saving->from);
  if (frame != NULL)
    aj_progress_frame_end (frame);
  if (!done)
    {
      aj_feedback_error (saving->from, error);
      return;
    }
  /* Translators: the name of a file. */
  sentence = g_strdup_printf (_ ("Map saved as %s"), saving->file_name);
  aj_feedback_say (saving->from, sentence);
}

static void
file_chosen_cb (GtkWindow *window, const char *path, gpointer user_data)
{
  Saving *saving = user_data;
  g_autofree char *language = aj_document_guess_language ();
  AjProgressFrame *frame;

  if (path == NULL || saving->from == NULL)
    {
      saving_free (saving);
      return;
    }
  saving->file_name = g_filename_display_basename (path);
  frame = aj_progress_frame_find (saving->from);
  if (frame != NULL)
    aj_progress_frame_begin (frame, _ ("Saving the map…"), saving->cancellable);
  aj_map_drawing_save_async (saving->map, path, language, saving->cancellable, saved_cb, saving);
}

/* Pictures of several days are told apart by their names. */
static char *
make_file_name (Saving *saving)
{
  g_autofree char *base = aj_text_to_file_name (aj_map_state_get_title (saving->map));
  g_autofree char *day = aj_date_to_iso (saving->date);

  if (saving->date == aj_services_get_today (saving->services))
    return g_strconcat (base, ".pdf", NULL);
  return g_strconcat (base, "-", day, ".pdf", NULL);
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Saving) saving = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (AjNetworkFacts) facts = aj_network_facts_load_finish (AJ_STORE (source), result,
                                                                   &error);
  g_autofree char *name = NULL;
  GtkRoot *root;

  if (saving->from == NULL)
    return;
  if (facts == NULL)
    {
      aj_feedback_error (saving->from, error);
      return;
    }
  saving->map = aj_network_map_draw (facts, saving->group, saving->date);
  if (aj_map_state_get_n_tiles (saving->map) == 0)
    {
      aj_feedback_say (saving->from, _ ("There is nothing to save: there are no municipalities."));
      return;
    }
  name = make_file_name (saving);
  root = gtk_widget_get_root (saving->from);
  aj_file_chooser_save (GTK_WINDOW (root), _ ("Save Map as PDF, PNG or SVG"),
                        AJ_FILE_CHOOSER_PICTURE, name, file_chosen_cb, g_steal_pointer (&saving));
}

void
aj_map_saver_save (
    GtkWidget *from, AjServices *services, AjNetworkSubject subject, const char *group, AjDate date)
{
  Saving *saving = g_new0 (Saving, 1);

  g_set_weak_pointer (&saving->from, from);
  saving->services = g_object_ref (services);
  saving->group = g_strdup (group);
  saving->date = date;
  saving->cancellable = g_cancellable_new ();
  aj_network_facts_load_async (aj_services_get_store (services), subject, saving->cancellable,
                               loaded_cb, saving);
}
