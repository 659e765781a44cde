/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-record-chooser.h"

#include <glib/gi18n-lib.h>

#include "aj-error.h"
#include "aj-record-finder.h"
#include "aj-record-summary.h"

struct _AjRecordChooser
{
  AdwBin parent_instance;

  GtkMenuButton *button;  /* (unowned): the child */
  GtkLabel *label;        /* (unowned): in the button */
  AjRecordFinder *finder; /* (unowned) (nullable): in the popover, once it was opened */

  const AjRecordType *type;
  AjServices *services;    /* (owned) (nullable) */
  char *id;                /* (owned) (nullable) */
  AjRecordSummary *record; /* (owned) (nullable): of the one with the id */
  gboolean allow_none;
  char *none_text; /* (owned) (nullable): what it says when none is chosen */
};

G_DEFINE_FINAL_TYPE (AjRecordChooser, aj_record_chooser, ADW_TYPE_BIN)

enum
{
  SIGNAL_CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
update_label (AjRecordChooser *self)
{
  const char *text = self->allow_none ? C_ ("choice", "None") : _ ("Choose…");

  if (self->none_text != NULL)
    text = self->none_text;
  if (self->record != NULL)
    text = aj_record_summary_get_title (self->record);
  gtk_label_set_text (self->label, text);
  if (self->id == NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self), "nothing");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "nothing");
  /* The name of the button is the field's label, so what is chosen goes in the description. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (aj_record_chooser_get_button (self)),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
}

static void
follow_record (AjRecordChooser *self)
{
  if (self->record != NULL)
    g_signal_handlers_disconnect_by_func (self->record, update_label, self);
  g_clear_object (&self->record);
  if (self->id != NULL && self->services != NULL)
    {
      AjStore *store = aj_services_get_store (self->services);
      g_autoptr (AjRecord) record = aj_store_ref_record (store, self->type, self->id);

      self->record = aj_record_summary_new (store, record);
      g_signal_connect_swapped (self->record, "notify::title", G_CALLBACK (update_label), self);
    }
  update_label (self);
}

static void
picked_cb (AjRecordChooser *self, const char *id)
{
  gboolean changed = g_strcmp0 (id, self->id) != 0;

  aj_record_chooser_set_id (self, id);
  gtk_menu_button_popdown (self->button);
  if (changed)
    g_signal_emit (self, signals[SIGNAL_CHOSEN], 0);
}

static void
shown_cb (AjRecordChooser *self)
{
  aj_record_finder_start (self->finder);
}

static void
closed_cb (AjRecordChooser *self)
{
  aj_record_finder_stop (self->finder);
}

/* A form has several of these, each with a list: made when it is first wanted. */
static void
create_popover_cb (GtkMenuButton *button, gpointer user_data)
{
  AjRecordChooser *self = user_data;
  GtkWidget *popover;

  if (self->finder == NULL)
    {
      popover = gtk_popover_new ();
      self->finder = aj_record_finder_new (self->type);
      g_signal_connect_object (self->finder, "picked", G_CALLBACK (picked_cb), self,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (popover, "show", G_CALLBACK (shown_cb), self,
                               G_CONNECT_SWAPPED | G_CONNECT_AFTER);
      g_signal_connect_object (popover, "closed", G_CALLBACK (closed_cb), self, G_CONNECT_SWAPPED);
      gtk_popover_set_child (GTK_POPOVER (popover), GTK_WIDGET (self->finder));
      gtk_menu_button_set_popover (self->button, popover);
    }
  aj_record_finder_set_services (self->finder, self->services);
  aj_record_finder_set_allow_none (self->finder, self->allow_none && self->id != NULL);
}

static void
aj_record_chooser_dispose (GObject *object)
{
  AjRecordChooser *self = AJ_RECORD_CHOOSER (object);

  if (self->record != NULL)
    g_signal_handlers_disconnect_by_func (self->record, update_label, self);
  self->finder = NULL;
  g_clear_object (&self->record);
  g_clear_object (&self->services);
  G_OBJECT_CLASS (aj_record_chooser_parent_class)->dispose (object);
}

static void
aj_record_chooser_finalize (GObject *object)
{
  g_free (AJ_RECORD_CHOOSER (object)->id);
  g_free (AJ_RECORD_CHOOSER (object)->none_text);
  G_OBJECT_CLASS (aj_record_chooser_parent_class)->finalize (object);
}

static void
aj_record_chooser_class_init (AjRecordChooserClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = aj_record_chooser_dispose;
  G_OBJECT_CLASS (klass)->finalize = aj_record_chooser_finalize;

  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
aj_record_chooser_init (AjRecordChooser *self)
{
  GtkWidget *label = gtk_label_new (NULL);
  GtkWidget *button = gtk_menu_button_new ();

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (label, TRUE);
  self->label = GTK_LABEL (label);
  self->button = GTK_MENU_BUTTON (button);
  self->allow_none = TRUE;
  gtk_menu_button_set_child (self->button, label);
  /* GtkMenuButton centres what stands in it; this stands in a column of texts. */
  gtk_widget_set_halign (gtk_widget_get_parent (label), GTK_ALIGN_FILL);
  gtk_menu_button_set_always_show_arrow (self->button, FALSE);
  gtk_menu_button_set_create_popup_func (self->button, create_popover_cb, self, NULL);
  adw_bin_set_child (ADW_BIN (self), button);
}

AjRecordChooser *
aj_record_chooser_new (const AjRecordType *type)
{
  AjRecordChooser *self = g_object_new (AJ_TYPE_RECORD_CHOOSER, NULL);

  self->type = type;
  gtk_accessible_update_property (GTK_ACCESSIBLE (aj_record_chooser_get_button (self)),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, aj_record_type_get_label (type),
                                  -1);
  update_label (self);
  return self;
}

void
aj_record_chooser_set_services (AjRecordChooser *self, AjServices *services)
{
  if (g_set_object (&self->services, services))
    follow_record (self);
}

void
aj_record_chooser_set_allow_none (AjRecordChooser *self, gboolean allow)
{
  self->allow_none = allow;
  update_label (self);
}

void
aj_record_chooser_set_none_text (AjRecordChooser *self, const char *text)
{
  g_free (self->none_text);
  self->none_text = g_strdup (text);
  update_label (self);
}

const char *
aj_record_chooser_get_id (AjRecordChooser *self)
{
  return self->id;
}

void
aj_record_chooser_set_id (AjRecordChooser *self, const char *id)
{
  if (aj_set_string (&self->id, id))
    follow_record (self);
  else
    update_label (self);
}

void
aj_record_chooser_open (AjRecordChooser *self)
{
  if (gtk_widget_is_sensitive (GTK_WIDGET (self->button)))
    gtk_menu_button_popup (self->button);
}

GtkWidget *
aj_record_chooser_get_button (AjRecordChooser *self)
{
  return gtk_widget_get_first_child (GTK_WIDGET (self->button));
}
