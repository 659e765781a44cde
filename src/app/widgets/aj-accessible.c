/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-accessible.h"

void
aj_accessible_set_name (GtkWidget *widget, const char *name)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

void
aj_accessible_name_lists (GtkWidget *root, const char *name)
{
  if (GTK_IS_LIST_BOX (root))
    aj_accessible_set_name (root, name);
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    aj_accessible_name_lists (child, name);
}
