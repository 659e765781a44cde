/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-holder-button.h"

#include <glib/gi18n-lib.h>

#include "aj-accessible.h"
#include "aj-membership.h"
#include "aj-record-finder.h"

struct _AjHolderButton
{
  AdwBin parent_instance;

  AjServices *services;   /* (owned) */
  GtkMenuButton *button;  /* (unowned): a child */
  AjRecordFinder *finder; /* (unowned) (nullable): the one in view, while the popover is open */
  gboolean only_people;
};

G_DEFINE_FINAL_TYPE (AjHolderButton, aj_holder_button, ADW_TYPE_BIN)

enum
{
  SIGNAL_CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static const char *const fields[] = { "person", "organisation" };

static void
picked_cb (AjRecordFinder *finder, const char *id, AjHolderButton *self)
{
  const char *field = g_object_get_data (G_OBJECT (finder), "field");
  const AjRecordType *type = g_object_get_data (G_OBJECT (finder), "type");
  AjStore *store = aj_services_get_store (self->services);
  g_autoptr (AjRecord) record = aj_store_ref_record (store, type, id);
  g_autofree char *copy = g_strdup (id);
  g_autofree char *name = g_strdup (aj_record_get_title (record));

  gtk_menu_button_popdown (self->button);
  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, field, copy, name);
}

/* Who typed a name among the people finds it typed among the organisations as well: one comes before the other goes. */
static void
finder_mapped_cb (AjRecordFinder *finder, AjHolderButton *self)
{
  g_autofree char *typed = g_strdup (self->finder != NULL ? aj_record_finder_get_text (self->finder)
                                                          : "");

  self->finder = finder;
  aj_record_finder_start (finder);
  if (*typed != '\0')
    aj_record_finder_set_text (finder, typed);
}

static void
finder_unmapped_cb (AjRecordFinder *finder, AjHolderButton *self)
{
  if (self->finder == finder)
    self->finder = NULL;
  aj_record_finder_stop (finder);
}

static GtkWidget *
make_finder (AjHolderButton *self, const AjField *field)
{
  const AjRecordType *type = aj_record_type_lookup (field->target);
  AjRecordFinder *finder = aj_record_finder_new (type);

  aj_record_finder_set_services (finder, self->services);
  g_object_set_data (G_OBJECT (finder), "field", (gpointer) field->name);
  g_object_set_data (G_OBJECT (finder), "type", (gpointer) type);
  g_signal_connect_object (finder, "picked", G_CALLBACK (picked_cb), self, 0);
  g_signal_connect_object (finder, "map", G_CALLBACK (finder_mapped_cb), self, G_CONNECT_AFTER);
  g_signal_connect_object (finder, "unmap", G_CALLBACK (finder_unmapped_cb), self, 0);
  return GTK_WIDGET (finder);
}

static void
create_popover_cb (GtkMenuButton *button, gpointer user_data)
{
  AjHolderButton *self = user_data;
  GtkWidget *popover, *box, *stack, *switcher;
  const AjRecordType *membership = &aj_membership_record_type;

  if (gtk_menu_button_get_popover (button) != NULL)
    return;
  popover = gtk_popover_new ();
  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  stack = gtk_stack_new ();
  switcher = gtk_stack_switcher_new ();
  for (guint i = 0; i < (self->only_people ? 1 : G_N_ELEMENTS (fields)); i++)
    {
      const AjField *field = &membership->fields[aj_record_type_find (membership, fields[i])];

      gtk_stack_add_titled (GTK_STACK (stack), make_finder (self, field), field->name,
                            aj_field_get_label (field));
    }
  gtk_stack_switcher_set_stack (GTK_STACK_SWITCHER (switcher), GTK_STACK (stack));
  gtk_widget_set_visible (switcher, !self->only_people);
  gtk_box_append (GTK_BOX (box), switcher);
  gtk_box_append (GTK_BOX (box), stack);
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  gtk_menu_button_set_popover (button, popover);
}

static void
aj_holder_button_dispose (GObject *object)
{
  AjHolderButton *self = AJ_HOLDER_BUTTON (object);

  g_clear_object (&self->services);
  self->finder = NULL;
  G_OBJECT_CLASS (aj_holder_button_parent_class)->dispose (object);
}

static void
aj_holder_button_class_init (AjHolderButtonClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = aj_holder_button_dispose;

  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 3, G_TYPE_STRING,
                                         G_TYPE_STRING, G_TYPE_STRING);
}

static void
aj_holder_button_init (AjHolderButton *self)
{
  self->button = GTK_MENU_BUTTON (gtk_menu_button_new ());
  gtk_menu_button_set_create_popup_func (self->button, create_popover_cb, self, NULL);
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->button));
}

GtkWidget *
aj_holder_button_new (AjServices *services, const char *icon_name, const char *label)
{
  AjHolderButton *self = g_object_new (AJ_TYPE_HOLDER_BUTTON, NULL);

  self->services = g_object_ref (services);
  if (icon_name != NULL)
    {
      gtk_menu_button_set_icon_name (self->button, icon_name);
      gtk_widget_set_tooltip_text (GTK_WIDGET (self->button), label);
      gtk_widget_add_css_class (GTK_WIDGET (self->button), "flat");
    }
  else
    gtk_menu_button_set_label (self->button, label);
  aj_holder_button_set_name (self, label);
  gtk_widget_set_sensitive (GTK_WIDGET (self),
                            !aj_store_is_read_only (aj_services_get_store (services)));
  return GTK_WIDGET (self);
}

void
aj_holder_button_set_only_people (AjHolderButton *self)
{
  self->only_people = TRUE;
}

void
aj_holder_button_set_name (AjHolderButton *self, const char *name)
{
  /* The button inside is what the focus reaches. */
  aj_accessible_set_name (GTK_WIDGET (self->button), name);
  aj_accessible_set_name (gtk_widget_get_first_child (GTK_WIDGET (self->button)), name);
}

void
aj_holder_button_open (AjHolderButton *self)
{
  gtk_menu_button_popup (self->button);
}
