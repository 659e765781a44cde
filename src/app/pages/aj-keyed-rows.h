/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The rows of a list box that stay the same widgets while what they show changes: who is typing in one, or has it open,
 * keeps it. Each has a key that no other in the list has. */

/* (transfer floating): a row for what stands at @index. */
typedef GtkWidget *(*AjKeyedRowMake) (guint index, gpointer user_data);
/* The row shows what stands at @index now. */
typedef void (*AjKeyedRowUpdate) (GtkWidget *row, guint index, gpointer user_data);

/* Makes the rows those of @keys (element-type utf8), in this order. @update (nullable) is called for every row, new ones
 * too. */
void aj_keyed_rows_sync (GtkListBox *box,
                         GPtrArray *keys,
                         AjKeyedRowMake make,
                         AjKeyedRowUpdate update,
                         gpointer user_data);
/* (nullable): the row with this key. */
GtkListBoxRow *aj_keyed_rows_find (GtkListBox *box, const char *key);
const char *aj_keyed_rows_get_key (GtkListBoxRow *row);

G_END_DECLS
