/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define AJ_TYPE_TAB_ROW (aj_tab_row_get_type ())

/**
 * AjTabRow:
 *
 * Tabs beside each other, and on a further line what finds no place on the first: in a narrow window all stay in sight,
 * with their words.
 */
G_DECLARE_FINAL_TYPE (AjTabRow, aj_tab_row, AJ, TAB_ROW, GtkWidget)

/* (transfer none): a button at the end, of which one of the row is always pressed. */
GtkWidget *aj_tab_row_append (AjTabRow *self, const char *label);

G_END_DECLS
