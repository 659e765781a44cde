/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* What a screen reader calls a widget. */
void aj_accessible_set_name (GtkWidget *widget, const char *name);
/* What it says besides, read out when it changes while the cursor is there. */
void aj_accessible_describe (GtkWidget *widget, const char *description);
/* Names every list box under @root that was given no name of its own, such as those inside groups and expander rows, which
 * leave theirs without. Those of an expander row that has a name are its own affair. */
void aj_accessible_name_lists (GtkWidget *root, const char *name);
/* Both halves of a split button are called what their tooltips say; the toolkit leaves them without a name. */
void aj_accessible_name_split_button (AdwSplitButton *button);

G_END_DECLS
