/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Makes the titles of the columns reachable with Tab, as GTK 4.8 does not: Enter or Space sorts by the column, and again
 * the other way round. Call it once, when all columns are there. */
void aj_column_titles_make_reachable (GtkColumnView *view);

G_END_DECLS
