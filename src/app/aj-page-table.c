/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>

#include "aj-action-day-page.h"
#include "aj-groups-page.h"
#include "aj-interventions-page.h"
#include "aj-knowledge-page.h"
#include "aj-meetings-page.h"
#include "aj-network-page.h"
#include "aj-page.h"

/* A new page adds its line here, and nothing else in the window changes. */
static const AjPageInfo pages[] = {
  { "meetings", N_ ("Meetings"), "x-office-calendar-symbolic", aj_meetings_page_get_type },
  { "groups", N_ ("Groups"), "aj-groups-symbolic", aj_groups_page_get_type },
  { "network", N_ ("Network"), "system-users-symbolic", aj_network_page_get_type },
  { "action-day", N_ ("Action Day"), "aj-action-day-symbolic", aj_action_day_page_get_type },
  { "interventions", N_ ("Interventions"), "aj-intervention-symbolic",
    aj_interventions_page_get_type },
  { "knowledge", N_ ("Knowledge Base"), "emblem-documents-symbolic", aj_knowledge_page_get_type },
};

const AjPageInfo *
aj_page_table_get (guint *n_pages)
{
  *n_pages = G_N_ELEMENTS (pages);
  return pages;
}

GtkWidget *
aj_page_info_new_row (const AjPageInfo *info)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = gtk_label_new (_ (info->title));

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name (info->icon_name));
  gtk_box_append (GTK_BOX (box), label);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ (info->title), -1);
  return row;
}
