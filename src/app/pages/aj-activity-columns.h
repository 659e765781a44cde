/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "aj-activity-filter.h"
#include "aj-store.h"

G_BEGIN_DECLS

#define AJ_TYPE_ACTIVITY_COLUMNS (aj_activity_columns_get_type ())

/**
 * AjActivityColumns:
 *
 * The columns of a table of activities: as many as there is room for, and by which of them it is sorted. They do not sort
 * themselves: whoever fills the table does.
 *
 * Property: "narrow" (whether there is only the title, with the rest in a line beneath it).
 * Signal: "sorted" (a person chose another order).
 */
G_DECLARE_FINAL_TYPE (AjActivityColumns, aj_activity_columns, AJ, ACTIVITY_COLUMNS, GObject)

/* Fills @view, which is borrowed; see aj_activity_columns_remove(). */
AjActivityColumns *aj_activity_columns_new (GtkColumnView *view, AjStore *store);
/* Takes the columns out again, before the view goes. */
void aj_activity_columns_remove (AjActivityColumns *self);
void
aj_activity_columns_set_order (AjActivityColumns *self, AjActivityOrder order, gboolean descending);
AjActivityOrder aj_activity_columns_get_order (AjActivityColumns *self, gboolean *descending);
/* @width: the room there is, in pixels. @with_reached: how many came is known of some. */
void aj_activity_columns_fit (AjActivityColumns *self, int width, gboolean with_reached);
/* Whether the day is said with the time. For the rows that come from now on. */
void aj_activity_columns_set_with_day (AjActivityColumns *self, gboolean with_day);

G_END_DECLS
