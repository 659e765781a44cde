/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* @other, a row of the same list, was dropped on @row. */
typedef void (*AjRowDropped) (GtkWidget *row, GtkWidget *other);

/* Lets people put the rows of a list in another order with the pointer: @row can be dragged, and takes other rows of its own type
 * out of its own list. */
void aj_row_drag_add (GtkWidget *row, AjRowDropped dropped);

G_END_DECLS
