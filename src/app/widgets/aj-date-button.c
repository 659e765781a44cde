/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-date-button.h"

#include <glib/gi18n-lib.h>

#include "aj-accessible.h"
#include "aj-date-picker.h"

struct _AjDateButton
{
  AdwBin parent_instance;

  GtkMenuButton *button; /* (unowned): the child */
  AjDatePicker *picker;  /* (unowned) (nullable): in the popover, once it was opened */
  AjServices *services;  /* (owned) (nullable) */
  AjDate date;
};

G_DEFINE_FINAL_TYPE (AjDateButton, aj_date_button, ADW_TYPE_BIN)

enum
{
  SIGNAL_OPENED,
  SIGNAL_PICKED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
picked_cb (AjDateButton *self)
{
  self->date = aj_date_picker_get_date (self->picker);
  gtk_menu_button_popdown (self->button);
  g_signal_emit (self, signals[SIGNAL_PICKED], 0);
}

static void
shown_cb (AjDateButton *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->picker));
}

static void
make_popover (AjDateButton *self)
{
  GtkWidget *popover = gtk_popover_new ();

  self->picker = aj_date_picker_new ();
  g_signal_connect_object (self->picker, "picked", G_CALLBACK (picked_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (popover, "show", G_CALLBACK (shown_cb), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  gtk_popover_set_child (GTK_POPOVER (popover), GTK_WIDGET (self->picker));
  gtk_menu_button_set_popover (self->button, popover);
}

/* A calendar has some sixty widgets, and a form many dates: made when it is first wanted. */
static void
create_popover_cb (GtkMenuButton *button, gpointer user_data)
{
  AjDateButton *self = user_data;
  AjDate today = self->services != NULL ? aj_services_get_today (self->services) : 0;

  if (self->picker == NULL)
    make_popover (self);
  g_signal_emit (self, signals[SIGNAL_OPENED], 0);
  aj_date_picker_set_dates (self->picker, self->date, today);
}

static void
aj_date_button_dispose (GObject *object)
{
  AjDateButton *self = AJ_DATE_BUTTON (object);

  self->picker = NULL;
  g_clear_object (&self->services);
  G_OBJECT_CLASS (aj_date_button_parent_class)->dispose (object);
}

static void
aj_date_button_class_init (AjDateButtonClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = aj_date_button_dispose;

  signals[SIGNAL_OPENED] = g_signal_new ("opened", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_PICKED] = g_signal_new ("picked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
aj_date_button_init (AjDateButton *self)
{
  GtkWidget *button = gtk_menu_button_new ();

  self->date = AJ_DATE_NONE;
  self->button = GTK_MENU_BUTTON (button);
  gtk_menu_button_set_icon_name (self->button, "x-office-calendar-symbolic");
  gtk_menu_button_set_create_popup_func (self->button, create_popover_cb, self, NULL);
  gtk_widget_set_tooltip_text (button, _ ("Pick a day"));
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  aj_date_button_set_name (self, _ ("Pick a day"));
  adw_bin_set_child (ADW_BIN (self), button);
}

AjDateButton *
aj_date_button_new (void)
{
  return g_object_new (AJ_TYPE_DATE_BUTTON, NULL);
}

void
aj_date_button_set_services (AjDateButton *self, AjServices *services)
{
  g_set_object (&self->services, services);
}

void
aj_date_button_set_name (AjDateButton *self, const char *name)
{
  GtkWidget *button = GTK_WIDGET (self->button);

  /* The button inside is what the focus reaches. */
  aj_accessible_set_name (button, name);
  aj_accessible_set_name (gtk_widget_get_first_child (button), name);
}

AjDate
aj_date_button_get_date (AjDateButton *self)
{
  return self->date;
}

void
aj_date_button_set_date (AjDateButton *self, AjDate date)
{
  self->date = date;
}
