/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "aj-retention.h"

G_BEGIN_DECLS

#define AJ_TYPE_DUE_ROW (aj_due_row_get_type ())

/**
 * AjDueRow:
 *
 * Somebody who is due to be looked over: who, and what they were last used for, to be chosen with others, or kept or
 * forgotten alone.
 *
 * Properties: "selected".
 * Its buttons name the actions "due.keep" and "due.forget" with the id.
 */
G_DECLARE_FINAL_TYPE (AjDueRow, aj_due_row, AJ, DUE_ROW, GtkListBoxRow)

GtkWidget *aj_due_row_new (const AjUnused *unused, gboolean writable);
const AjValues *aj_due_row_get_person (AjDueRow *self);
/* Whoever was removed is only in history: they can be forgotten, but not kept. */
gboolean aj_due_row_can_keep (AjDueRow *self);
gboolean aj_due_row_get_selected (AjDueRow *self);
void aj_due_row_set_selected (AjDueRow *self, gboolean selected);

G_END_DECLS
