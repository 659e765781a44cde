/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "aj-activity-filter.h"
#include "aj-slot-list.h"
#include "aj-store.h"

G_BEGIN_DECLS

#define AJ_TYPE_ACTIVITY_CELL (aj_activity_cell_get_type ())

/**
 * AjActivityCell:
 *
 * What stands in one cell of a table of activities: a label that follows its activity and what that refers to. That of the
 * title names the row for screen readers, and can say beneath it what else there is to know.
 *
 * It is no widget of its own: GTK makes all that is in two hundred rows at once, so a cell is to be one label.
 *
 * Property: "with-line" (whether it says so; only of the title).
 */
G_DECLARE_FINAL_TYPE (AjActivityCell, aj_activity_cell, AJ, ACTIVITY_CELL, GObject)

/* (transfer floating): a label for what @column shows; the cell lives as long. */
GtkWidget *aj_activity_cell_new_label (AjStore *store, AjActivityOrder column);
/* (transfer none): that of such a label. */
AjActivityCell *aj_activity_cell_of (GtkWidget *label);
/* Whose activity it shows, whichever comes there; NULL: none. */
void aj_activity_cell_set_slot (AjActivityCell *self, AjSlot *slot);
/* Whether the day is said with the time. */
void aj_activity_cell_set_with_day (AjActivityCell *self, gboolean with_day);

G_END_DECLS
