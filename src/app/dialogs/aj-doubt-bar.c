/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-doubt-bar.h"

#include <glib/gi18n-lib.h>

struct _AjDoubtBar
{
  GtkBox parent_instance;

  GtkLabel *label;   /* (unowned): a child, as the next */
  GtkButton *button; /* (unowned) */
  AjDate proposal;
};

G_DEFINE_FINAL_TYPE (AjDoubtBar, aj_doubt_bar, GTK_TYPE_BOX)

static guint taken_signal;

static void
clicked_cb (AjDoubtBar *self)
{
  g_signal_emit (self, taken_signal, 0, self->proposal);
}

static void
aj_doubt_bar_class_init (AjDoubtBarClass *klass)
{
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_ALERT);
  taken_signal = g_signal_new ("taken", AJ_TYPE_DOUBT_BAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                               G_TYPE_NONE, 1, G_TYPE_INT);
}

static void
aj_doubt_bar_init (AjDoubtBar *self)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *icon = gtk_image_new_from_icon_name ("dialog-warning-symbolic");

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 6);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  gtk_widget_add_css_class (icon, "warning");
  gtk_widget_set_valign (icon, GTK_ALIGN_START);
  self->label = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_wrap (self->label, TRUE);
  gtk_label_set_xalign (self->label, 0);
  gtk_box_append (GTK_BOX (line), icon);
  gtk_box_append (GTK_BOX (line), GTK_WIDGET (self->label));
  gtk_box_append (GTK_BOX (self), line);
  self->button = GTK_BUTTON (gtk_button_new ());
  gtk_widget_set_halign (GTK_WIDGET (self->button), GTK_ALIGN_START);
  g_signal_connect_swapped (self->button, "clicked", G_CALLBACK (clicked_cb), self);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->button));
}

void
aj_doubt_bar_show (AjDoubtBar *self, const char *sentence, AjDate proposal)
{
  g_autofree char *day = aj_date_format_plain (proposal);
  /* Translators: a date. */
  g_autofree char *label = g_strdup_printf (_ ("Begin on %s"), day);

  g_return_if_fail (AJ_IS_DOUBT_BAR (self));

  self->proposal = proposal;
  gtk_label_set_text (self->label, sentence != NULL ? sentence : "");
  gtk_button_set_label (self->button, label);
  gtk_widget_set_visible (GTK_WIDGET (self->button), proposal != AJ_DATE_NONE);
  gtk_widget_set_visible (GTK_WIDGET (self), sentence != NULL);
}
