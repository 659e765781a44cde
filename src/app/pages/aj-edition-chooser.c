/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-edition-chooser.h"

#include <glib/gi18n.h>

#include "aj-drop-down.h"
#include "aj-edition.h"
#include "aj-error.h"
#include "aj-list.h"

struct _AjEditionChooser
{
  GtkWidget parent_instance;

  GtkWidget *drop_down; /* (owned): the child */
  AjList *editions;     /* (owned) (nullable): the latest first */
  GPtrArray *followed;  /* (owned) (element-type AjRecord): those, for their names */
  char *edition;        /* (owned) (nullable) */
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (AjEditionChooser, aj_edition_chooser, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* (transfer full) (nullable) */
static AjRecord *
get_edition (AjEditionChooser *self, guint position)
{
  return g_list_model_get_item (G_LIST_MODEL (self->editions), position);
}

/* The one that was chosen stays; else it is the latest. What is asked for while they are being read is there when it comes. */
static void
settle (AjEditionChooser *self)
{
  g_autoptr (AjRecord) latest = get_edition (self, 0);
  guint position = self->edition != NULL ? aj_list_find (self->editions, self->edition) : G_MAXUINT;

  if (position == G_MAXUINT && self->edition != NULL && aj_list_is_loading (self->editions))
    return;
  if (position == G_MAXUINT)
    {
      aj_set_string (&self->edition, latest != NULL ? aj_record_get_id (latest) : NULL);
      position = 0;
    }
  self->filling = TRUE;
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->drop_down), position);
  self->filling = FALSE;
}

static void
show_names (AjEditionChooser *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->editions));
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (AjRecord) edition = get_edition (self, i);
      const char *name = aj_record_get_title (edition);

      gtk_string_list_append (names, name != NULL ? name : "");
    }
  self->filling = TRUE;
  gtk_drop_down_set_model (GTK_DROP_DOWN (self->drop_down), G_LIST_MODEL (names));
  self->filling = FALSE;
}

static void
editions_changed_cb (AjEditionChooser *self)
{
  show_names (self);
  settle (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/* Names come after the records, which are there as long as somebody holds them, and may change. */
static void
follow_names (AjEditionChooser *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->editions));

  for (guint i = 0; i < self->followed->len; i++)
    g_signal_handlers_disconnect_by_func (self->followed->pdata[i], editions_changed_cb, self);
  g_ptr_array_set_size (self->followed, 0);
  for (guint i = 0; i < n; i++)
    {
      AjRecord *edition = get_edition (self, i);

      g_ptr_array_add (self->followed, edition);
      g_signal_connect_object (edition, "notify::title", G_CALLBACK (editions_changed_cb), self,
                               G_CONNECT_SWAPPED);
    }
  editions_changed_cb (self);
}

static void
selected_cb (AjEditionChooser *self)
{
  g_autoptr (AjRecord) edition = NULL;

  if (self->filling || self->editions == NULL)
    return;
  edition = get_edition (self, gtk_drop_down_get_selected (GTK_DROP_DOWN (self->drop_down)));
  if (edition != NULL && aj_set_string (&self->edition, aj_record_get_id (edition)))
    g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
aj_edition_chooser_dispose (GObject *object)
{
  AjEditionChooser *self = AJ_EDITION_CHOOSER (object);

  g_clear_object (&self->editions);
  g_clear_pointer (&self->followed, g_ptr_array_unref);
  g_clear_pointer (&self->drop_down, gtk_widget_unparent);
  G_OBJECT_CLASS (aj_edition_chooser_parent_class)->dispose (object);
}

static void
aj_edition_chooser_finalize (GObject *object)
{
  g_free (AJ_EDITION_CHOOSER (object)->edition);
  G_OBJECT_CLASS (aj_edition_chooser_parent_class)->finalize (object);
}

static void
aj_edition_chooser_class_init (AjEditionChooserClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = aj_edition_chooser_dispose;
  G_OBJECT_CLASS (klass)->finalize = aj_edition_chooser_finalize;
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
aj_edition_chooser_init (AjEditionChooser *self)
{
  self->followed = g_ptr_array_new_with_free_func (g_object_unref);
  self->drop_down = gtk_drop_down_new (NULL, NULL);
  aj_drop_down_set_up (GTK_DROP_DOWN (self->drop_down));
  aj_drop_down_set_name (GTK_DROP_DOWN (self->drop_down), _ ("Edition"));
  g_signal_connect_swapped (self->drop_down, "notify::selected", G_CALLBACK (selected_cb), self);
  gtk_widget_set_parent (self->drop_down, GTK_WIDGET (self));
}

void
aj_edition_chooser_set_store (AjEditionChooser *self, AjStore *store)
{
  g_autoptr (AjQuery) query = aj_query_new (&aj_edition_record_type);

  g_return_if_fail (AJ_IS_EDITION_CHOOSER (self) && self->editions == NULL);

  aj_query_order_by (query, "starts-on", TRUE);
  self->editions = aj_list_new (store, query);
  g_signal_connect_object (self->editions, "items-changed", G_CALLBACK (follow_names), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->editions, "notify::loading", G_CALLBACK (editions_changed_cb),
                           self, G_CONNECT_SWAPPED);
  follow_names (self);
}

const char *
aj_edition_chooser_get_edition (AjEditionChooser *self)
{
  return self->edition;
}

void
aj_edition_chooser_choose (AjEditionChooser *self, const char *id)
{
  g_return_if_fail (AJ_IS_EDITION_CHOOSER (self) && id != NULL);

  aj_set_string (&self->edition, id);
  if (aj_list_find (self->editions, id) != G_MAXUINT)
    settle (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

gboolean
aj_edition_chooser_has_editions (AjEditionChooser *self)
{
  return g_list_model_get_n_items (G_LIST_MODEL (self->editions)) > 0;
}

gboolean
aj_edition_chooser_is_loading (AjEditionChooser *self)
{
  return aj_list_is_loading (self->editions);
}
