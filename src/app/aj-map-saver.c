/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-map-saver.h"

#include <glib/gi18n.h>

#include "aj-document.h"
#include "aj-feedback.h"
#include "aj-file-saver.h"
#include "aj-map-drawing.h"
#include "aj-network-map.h"
#include "aj-text.h"

/* What was asked for, until it was read. */
typedef struct
{
  GtkWidget *from;      /* (nullable): weak */
  AjServices *services; /* (owned) */
  char *group;          /* (owned) (nullable) */
  AjDate date;          /* of which day */
} Asking;

static void
asking_free (Asking *self)
{
  g_clear_weak_pointer (&self->from);
  g_object_unref (self->services);
  g_free (self->group);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Asking, asking_free)

static void
save_async (AjStore *store,
            gconstpointer what,
            const char *path,
            GCancellable *cancellable,
            GAsyncReadyCallback callback,
            gpointer user_data)
{
  g_autofree char *language = aj_document_guess_language ();

  aj_map_drawing_save_async ((AjMapState *) what, path, language, cancellable, callback, user_data);
}

static char *
save_finish (
    AjStore *store, gconstpointer what, GAsyncResult *result, const char *name, GError **error)
{
  /* Translators: the name of a file. */
  return aj_map_drawing_save_finish (result, error) ? g_strdup_printf (_ ("Map saved as %s"), name)
                                                    : NULL;
}

static const AjFileSaverKind saver_kind = {
  .title = N_ ("Save Map as PDF, PNG or SVG"),
  .kind = AJ_FILE_CHOOSER_PICTURE,
  .doing = N_ ("Saving the map…"),
  .save_async = save_async,
  .save_finish = save_finish,
};

/* Pictures of several days are told apart by their names. */
static char *
make_file_name (Asking *self, AjMapState *map)
{
  g_autofree char *base = aj_text_to_file_name (aj_map_state_get_title (map));
  g_autofree char *day = aj_date_to_iso (self->date);

  if (self->date == aj_services_get_today (self->services))
    return g_strconcat (base, ".pdf", NULL);
  return g_strconcat (base, "-", day, ".pdf", NULL);
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Asking) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (AjNetworkFacts) facts = aj_network_facts_load_finish (AJ_STORE (source), result,
                                                                   &error);
  g_autoptr (AjMapState) map = NULL;
  g_autofree char *name = NULL;

  if (self->from == NULL)
    return;
  if (facts == NULL)
    {
      aj_feedback_error (self->from, error);
      return;
    }
  map = aj_network_map_draw (facts, self->group, self->date);
  if (aj_map_state_get_n_tiles (map) == 0)
    {
      aj_feedback_say (self->from, _ ("There is nothing to save: there are no municipalities."));
      return;
    }
  name = make_file_name (self, map);
  aj_file_saver_save (self->from, self->services, &saver_kind, name, g_steal_pointer (&map),
                      (GDestroyNotify) aj_map_state_unref);
}

void
aj_map_saver_save (
    GtkWidget *from, AjServices *services, AjNetworkSubject subject, const char *group, AjDate date)
{
  Asking *self = g_new0 (Asking, 1);

  g_set_weak_pointer (&self->from, from);
  self->services = g_object_ref (services);
  self->group = g_strdup (group);
  self->date = date;
  aj_network_facts_load_async (aj_services_get_store (services), subject, NULL, loaded_cb, self);
}
