/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-day-bar.h"

#include <glib/gi18n-lib.h>

#include "aj-accessible.h"
#include "aj-date-button.h"

struct _AjDayBar
{
  GtkBox parent_instance;

  AjServices *services; /* (owned) (nullable) */
  AjDate chosen;        /* AJ_DATE_NONE: today, whatever day that is */

  /* All unowned: children */
  GtkLabel *label;
  AjDateButton *date_button;
  GtkWidget *today_button;
};

G_DEFINE_FINAL_TYPE (AjDayBar, aj_day_bar, GTK_TYPE_BOX)

enum
{
  SIGNAL_MOVED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static AjDate
get_today (AjDayBar *self)
{
  return aj_services_get_today (self->services);
}

static void
update (AjDayBar *self)
{
  AjDate day = aj_day_bar_get_day (self);
  g_autofree char *date = aj_date_format_short (day);
  /* Translators: how things stand on this day. */
  g_autofree char *text = g_strdup_printf (_ ("As of %s"), date);

  gtk_label_set_label (self->label, text);
  aj_date_button_set_date (self->date_button, day);
  gtk_widget_set_visible (self->today_button, !aj_day_bar_is_today (self));
}

static void
set_day (AjDayBar *self, AjDate day)
{
  AjDate before = aj_day_bar_get_day (self);

  if (day == AJ_DATE_NONE)
    return;
  self->chosen = day == get_today (self) ? AJ_DATE_NONE : day;
  update (self);
  if (day != before)
    g_signal_emit (self, signals[SIGNAL_MOVED], 0);
}

static void
earlier_cb (AjDayBar *self)
{
  aj_day_bar_step (self, -1);
}

static void
later_cb (AjDayBar *self)
{
  aj_day_bar_step (self, 1);
}

static void
picked_cb (AjDayBar *self)
{
  set_day (self, aj_date_button_get_date (self->date_button));
}

static GtkWidget *
make_step_button (AjDayBar *self, const char *icon_name, const char *name, GCallback clicked)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon_name);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, name);
  aj_accessible_set_name (button, name);
  g_signal_connect_object (button, "clicked", clicked, self, G_CONNECT_SWAPPED);
  return button;
}

static void
aj_day_bar_dispose (GObject *object)
{
  g_clear_object (&AJ_DAY_BAR (object)->services);
  G_OBJECT_CLASS (aj_day_bar_parent_class)->dispose (object);
}

static void
aj_day_bar_class_init (AjDayBarClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = aj_day_bar_dispose;

  signals[SIGNAL_MOVED] = g_signal_new ("moved", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                        NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
aj_day_bar_init (AjDayBar *self)
{
  GtkBox *box = GTK_BOX (self);

  self->chosen = AJ_DATE_NONE;
  self->label = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_ellipsize (self->label, PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (GTK_WIDGET (self->label), "numeric");
  self->date_button = aj_date_button_new ();
  aj_date_button_set_name (self->date_button, _ ("Pick the day to look at"));
  g_signal_connect_object (self->date_button, "picked", G_CALLBACK (picked_cb), self,
                           G_CONNECT_SWAPPED);
  self->today_button = gtk_button_new_with_label (_ ("Today"));
  gtk_widget_set_valign (self->today_button, GTK_ALIGN_CENTER);
  g_signal_connect_object (self->today_button, "clicked", G_CALLBACK (aj_day_bar_go_today), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (box, make_step_button (self, "go-previous-symbolic", _ ("A year earlier"),
                                         G_CALLBACK (earlier_cb)));
  gtk_box_append (box, GTK_WIDGET (self->label));
  gtk_box_append (box, GTK_WIDGET (self->date_button));
  gtk_box_append (box, make_step_button (self, "go-next-symbolic", _ ("A year later"),
                                         G_CALLBACK (later_cb)));
  gtk_box_append (box, self->today_button);
  gtk_widget_add_css_class (GTK_WIDGET (self), "toolbar");
}

void
aj_day_bar_set_services (AjDayBar *self, AjServices *services)
{
  g_set_object (&self->services, services);
  aj_date_button_set_services (self->date_button, services);
  update (self);
}

AjDate
aj_day_bar_get_day (AjDayBar *self)
{
  return self->chosen != AJ_DATE_NONE ? self->chosen : get_today (self);
}

gboolean
aj_day_bar_is_today (AjDayBar *self)
{
  return self->chosen == AJ_DATE_NONE;
}

void
aj_day_bar_step (AjDayBar *self, int years)
{
  set_day (self, aj_date_add_months (aj_day_bar_get_day (self), 12 * years));
}

void
aj_day_bar_go_today (AjDayBar *self)
{
  set_day (self, get_today (self));
}
