/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Gives a drop-down over a GtkStringList rows that have names for screen readers (those of GTK 4.8 have none), and on
 * its button a text that gives way when there is little room. */
void aj_drop_down_set_up (GtkDropDown *drop_down);
/* What a screen reader calls it: the cursor goes to the button inside, which knows nothing of the name of the whole. */
void aj_drop_down_set_name (GtkDropDown *drop_down, const char *name);

G_END_DECLS
