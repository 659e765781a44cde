/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-comparison-window.h"

#include <glib/gi18n-lib.h>

#include "aj-document-window.h"
#include "aj-intervention.h"
#include "aj-record-chooser.h"
#include "aj-rollout-comparison.h"

/* What a window shows. */
typedef struct
{
  char *intervention;       /* (owned): its id */
  char *other;              /* (owned) (nullable): likewise */
  AjDocumentWindow *window; /* (borrowed): which holds this */
} What;

static void
what_free (gpointer data)
{
  What *self = data;

  g_free (self->other);
  g_free (self->intervention);
  g_free (self);
}

static void
load_async (AjServices *services,
            gconstpointer what,
            GCancellable *cancellable,
            GAsyncReadyCallback callback,
            gpointer user_data)
{
  aj_rollout_facts_load_async (aj_services_get_store (services), cancellable, callback, user_data);
}

static AjDocument *
load_finish (AjServices *services, gconstpointer data, GAsyncResult *result, GError **error)
{
  const What *what = data;
  g_autoptr (AjRolloutFacts) facts = aj_rollout_facts_load_finish (aj_services_get_store (services),
                                                                   result, error);

  if (facts == NULL)
    return NULL;
  if (aj_rollout_facts_get (facts, what->intervention) == NULL)
    {
      g_set_error_literal (error, AJ_STORE_ERROR, AJ_STORE_ERROR_NOT_FOUND,
                           _ ("This intervention is no longer there."));
      return NULL;
    }
  return aj_rollout_comparison_make (facts, what->intervention, what->other);
}

static void
chosen_cb (What *self, AjRecordChooser *chooser)
{
  g_free (self->other);
  self->other = g_strdup (aj_record_chooser_get_id (chooser));
  aj_document_window_reload (self->window);
}

static void
mapped_cb (AjRecordChooser *chooser)
{
  if (aj_record_chooser_get_id (chooser) == NULL)
    aj_record_chooser_open (chooser);
}

static GtkWidget *
make_bar (What *self, AjServices *services)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = gtk_label_new (_ ("Compared with"));
  AjRecordChooser *chooser = aj_record_chooser_new (&aj_intervention_record_type);

  aj_record_chooser_set_allow_none (chooser, FALSE);
  aj_record_chooser_set_services (chooser, services);
  gtk_accessible_update_property (GTK_ACCESSIBLE (aj_record_chooser_get_button (chooser)),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Compared with"), -1);
  gtk_widget_set_hexpand (GTK_WIDGET (chooser), TRUE);
  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 12);
  gtk_widget_set_margin_top (box, 6);
  gtk_widget_set_margin_bottom (box, 6);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (chooser));
  g_signal_connect_swapped (chooser, "chosen", G_CALLBACK (chosen_cb), self);
  /* After it has its place, for its list hangs beneath it. */
  g_signal_connect_after (chooser, "map", G_CALLBACK (mapped_cb), NULL);
  return box;
}

void
aj_comparison_window_show (GtkWindow *parent, AjServices *services, AjRecord *intervention)
{
  static const AjDocumentSource source = { load_async, load_finish };
  What *self = g_new0 (What, 1);

  self->intervention = g_strdup (aj_record_get_id (intervention));
  self->window = aj_document_window_show (parent, services, _ ("Side by Side"), &source, self,
                                          what_free);
  aj_document_window_set_bar (self->window, make_bar (self, services));
}
