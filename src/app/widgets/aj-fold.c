/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-fold.h"

void
aj_fold_turn_to (AdwLeaflet *leaflet, GtkWidget *pane)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (leaflet));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  adw_leaflet_set_visible_child (leaflet, pane);
  if (focus != NULL && !adw_leaflet_get_folded (leaflet))
    gtk_widget_grab_focus (focus);
}

gboolean
aj_fold_turn_back (AdwLeaflet *leaflet, GtkWidget *first)
{
  if (!adw_leaflet_get_folded (leaflet) || adw_leaflet_get_visible_child (leaflet) == first)
    return FALSE;
  adw_leaflet_set_visible_child (leaflet, first);
  return TRUE;
}
