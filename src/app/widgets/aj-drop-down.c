/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-drop-down.h"

#include "aj-accessible.h"

static void
button_set_up_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_list_item_set_child (item, label);
}

static gboolean
to_opacity (GBinding *binding, const GValue *selected, GValue *opacity, gpointer user_data)
{
  g_value_set_double (opacity, g_value_get_boolean (selected) ? 1 : 0);
  return TRUE;
}

static void
row_set_up_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = gtk_label_new (NULL);
  GtkWidget *tick = gtk_image_new_from_icon_name ("object-select-symbolic");

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  /* Opacity, and not whether it is shown, so that the popup is as wide whichever is ticked. */
  g_object_bind_property_full (item, "selected", tick, "opacity", G_BINDING_SYNC_CREATE, to_opacity,
                               NULL, NULL, NULL);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), tick);
  gtk_list_item_set_child (item, box);
}

static void
bound_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *child = gtk_list_item_get_child (item);
  GtkWidget *label = GTK_IS_LABEL (child) ? child : gtk_widget_get_first_child (child);
  const char *text = gtk_string_object_get_string (gtk_list_item_get_item (item));

  gtk_label_set_text (GTK_LABEL (label), text);
  if (gtk_widget_get_parent (child) != NULL)
    aj_accessible_set_name (gtk_widget_get_parent (child), text);
}

static GtkListItemFactory *
make_factory (GCallback set_up)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", set_up, NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bound_cb), NULL);
  return factory;
}

void
aj_drop_down_set_up (GtkDropDown *drop_down)
{
  g_autoptr (GtkListItemFactory) button = make_factory (G_CALLBACK (button_set_up_cb));
  g_autoptr (GtkListItemFactory) rows = make_factory (G_CALLBACK (row_set_up_cb));

  gtk_drop_down_set_factory (drop_down, button);
  gtk_drop_down_set_list_factory (drop_down, rows);
}

void
aj_drop_down_set_name (GtkDropDown *drop_down, const char *name)
{
  aj_accessible_set_name (gtk_widget_get_first_child (GTK_WIDGET (drop_down)), name);
}
