/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The colour in which a widget draws its text, and the same as it comes out over the ground of a view, without
 * transparency. Here alone the style context is asked, which GTK 4.10 deprecates. */
GdkRGBA aj_ink_get (GtkWidget *widget);
GdkRGBA aj_ink_get_solid (GtkWidget *widget);

G_END_DECLS
