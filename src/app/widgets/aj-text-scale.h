/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* How much larger a person has their letters than usual: 1 for GNOME's own size, 1.25 for "Large Text". For what is drawn
 * in sizes of its own. */
double aj_text_scale_get (GtkWidget *widget);

G_END_DECLS
