/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "aj-activity-filter.h"
#include "aj-store.h"

G_BEGIN_DECLS

#define AJ_TYPE_ACTIVITY_CELL (aj_activity_cell_get_type ())

/**
 * AjActivityCell:
 *
 * One cell of a table of activities, which follows its activity and what that refers to. That of the title names the row
 * for screen readers, and can say beneath it what else there is to know.
 *
 * Property: "with-line" (whether it says so; only of the title).
 */
G_DECLARE_FINAL_TYPE (AjActivityCell, aj_activity_cell, AJ, ACTIVITY_CELL, GtkWidget)

/* @column: what it shows. */
GtkWidget *aj_activity_cell_new (AjStore *store, AjActivityOrder column);
/* NULL: none. */
void aj_activity_cell_set_activity (AjActivityCell *self, AjRecord *activity);
/* Whether the day is said with the time. */
void aj_activity_cell_set_with_day (AjActivityCell *self, gboolean with_day);

G_END_DECLS
