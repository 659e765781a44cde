/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "aj-edition-facts.h"
#include "aj-record.h"
#include "aj-services.h"

G_BEGIN_DECLS

#define AJ_TYPE_ACTIVITY_TABLE (aj_activity_table_get_type ())

/**
 * AjActivityTable:
 *
 * All activities of an edition, however many there are, in a table that can be searched, chosen from and sorted. Has as many
 * columns as there is room for; where there is little, one, with the rest in a line beneath the title. What is chosen and
 * the order are kept in the settings.
 *
 * Signal: "opened" (AjRecord *).
 */
G_DECLARE_FINAL_TYPE (AjActivityTable, aj_activity_table, AJ, ACTIVITY_TABLE, GtkWidget)

void aj_activity_table_set_services (AjActivityTable *self, AjServices *services);
/* The edition of @facts, which are not kept; NULL: none. */
void aj_activity_table_show (AjActivityTable *self, AjEditionFacts *facts);
/* Reads nothing while nobody looks. */
void aj_activity_table_set_active (AjActivityTable *self, gboolean active);
void aj_activity_table_focus_search (AjActivityTable *self);
/* Puts the cursor in the list, where it was. */
void aj_activity_table_focus_list (AjActivityTable *self);
/* Puts a widget in the line of the search, after it. */
void aj_activity_table_add_beside_search (AjActivityTable *self, GtkWidget *widget);
/* (nullable): the list, for who waits until it is filled. */
GListModel *aj_activity_table_get_list (AjActivityTable *self);

G_END_DECLS
