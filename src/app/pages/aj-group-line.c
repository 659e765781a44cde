/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-group-line.h"

#include <glib/gi18n-lib.h>

#include "aj-accessible.h"

struct _AjGroupLine
{
  GtkListBoxRow parent_instance;

  /* All unowned: children */
  GtkLabel *title;
  GtkLabel *text;
  GtkLabel *empty;
};

G_DEFINE_FINAL_TYPE (AjGroupLine, aj_group_line, GTK_TYPE_LIST_BOX_ROW)

static GtkLabel *
new_label (const char *css_class)
{
  GtkLabel *label = GTK_LABEL (gtk_label_new (NULL));

  gtk_label_set_xalign (label, 0);
  if (css_class != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (label), css_class);
  return label;
}

static void
aj_group_line_class_init (AjGroupLineClass *klass)
{
}

static void
aj_group_line_init (AjGroupLine *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  self->title = new_label (NULL);
  gtk_label_set_wrap (self->title, TRUE);
  gtk_label_set_wrap_mode (self->title, PANGO_WRAP_WORD_CHAR);
  self->text = new_label ("caption");
  gtk_widget_add_css_class (GTK_WIDGET (self->text), "dim-label");
  self->empty = new_label ("tag");
  gtk_widget_add_css_class (GTK_WIDGET (self->empty), "tag-warning");
  gtk_widget_set_valign (GTK_WIDGET (self->empty), GTK_ALIGN_CENTER);
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_box_append (GTK_BOX (texts), GTK_WIDGET (self->title));
  gtk_box_append (GTK_BOX (texts), GTK_WIDGET (self->text));
  gtk_box_append (GTK_BOX (box), texts);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->empty));
  gtk_widget_add_css_class (box, "group-line");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
}

GtkWidget *
aj_group_line_new (void)
{
  return g_object_new (AJ_TYPE_GROUP_LINE, NULL);
}

void
aj_group_line_show (
    AjGroupLine *self, const char *title, const char *text, guint n_empty, gboolean is_ended)
{
  /* Translators: how many places nobody takes. */
  g_autofree char *empty = g_strdup_printf (ngettext ("%u empty", "%u empty", n_empty), n_empty);
  g_autofree char *name = n_empty > 0 ? g_strdup_printf ("%s, %s, %s", title, text, empty)
                                      : g_strdup_printf ("%s, %s", title, text);

  gtk_label_set_label (self->title, title);
  gtk_label_set_label (self->text, text);
  gtk_label_set_label (self->empty, empty);
  gtk_widget_set_visible (GTK_WIDGET (self->empty), n_empty > 0);
  if (is_ended)
    gtk_widget_add_css_class (GTK_WIDGET (self), "past");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "past");
  aj_accessible_set_name (GTK_WIDGET (self), name);
}
