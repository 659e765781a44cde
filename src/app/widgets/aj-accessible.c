/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-accessible.h"

/* On what has a name of its own. */
#define NAMED "aj-named"

static void
update_name (GtkWidget *widget, const char *name)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

void
aj_accessible_set_name (GtkWidget *widget, const char *name)
{
  g_object_set_data (G_OBJECT (widget), NAMED, GINT_TO_POINTER (TRUE));
  update_name (widget, name);
}

void
aj_accessible_describe (GtkWidget *widget, const char *description)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  description, -1);
}

void
aj_accessible_name_lists (GtkWidget *root, const char *name)
{
  if (GTK_IS_LIST_BOX (root) && g_object_get_data (G_OBJECT (root), NAMED) == NULL)
    update_name (root, name);
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (!ADW_IS_EXPANDER_ROW (child) || g_object_get_data (G_OBJECT (child), NAMED) == NULL)
      aj_accessible_name_lists (child, name);
}

void
aj_accessible_name_split_button (AdwSplitButton *button)
{
  const char *tooltip = gtk_widget_get_tooltip_text (GTK_WIDGET (button));
  const char *dropdown_tooltip = adw_split_button_get_dropdown_tooltip (button);

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (button)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      if (GTK_IS_BUTTON (child))
        aj_accessible_set_name (child, tooltip);
      if (!GTK_IS_MENU_BUTTON (child))
        continue;
      aj_accessible_set_name (child, dropdown_tooltip);
      /* The button inside is what the focus reaches. */
      aj_accessible_set_name (gtk_widget_get_first_child (child), dropdown_tooltip);
    }
}
