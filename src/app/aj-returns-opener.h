/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "aj-services.h"

G_BEGIN_DECLS

/* From forms that came back to the window that shows what they would do. @from is a widget in the window that asks, where the
 * outcome is told. */

/* Asks which files; @edition_id: NULL for the latest. */
void aj_returns_opener_choose (GtkWidget *from, AjServices *services, const char *edition_id);
/* Shows what files (element-type GFile) would do. FALSE when they are something else by their names. */
gboolean aj_returns_opener_take (GtkWidget *from, AjServices *services, GSList *files);

/* Of files that are dropped on @widget: where they go, and the edition they are of; (transfer none). Nothing is taken while
 * the answer is NULL. */
typedef AjServices *(*AjReturnsDropFunc) (GtkWidget *widget, const char **edition_id);
/* Forms of any name may be dropped on @widget; answers to invitations go where they always go. */
void aj_returns_opener_take_drops (GtkWidget *widget, AjReturnsDropFunc func);

G_END_DECLS
