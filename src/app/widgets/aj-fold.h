/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* A list and what is opened of it, side by side, or one over the other where the window is narrow. */

/* Turns to @pane. The leaflet takes the cursor along, but who walks through the list with the arrows is to stay there while
 * both are in sight. */
void aj_fold_turn_to (AdwLeaflet *leaflet, GtkWidget *pane);
/* Turns back to @first; FALSE when it is in sight already. */
gboolean aj_fold_turn_back (AdwLeaflet *leaflet, GtkWidget *first);

G_END_DECLS
