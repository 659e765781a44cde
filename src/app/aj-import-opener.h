/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "aj-services.h"

G_BEGIN_DECLS

/* From the wish to import to the window that shows what it would do. @from is a widget in the window that asks, where the
 * outcome is told. */

/* Asks which file. */
void aj_import_opener_choose (GtkWidget *from, AjServices *services, const AjRecordType *type);
/* A file that is known; address cards are people, whatever @type. */
void aj_import_opener_open (GtkWidget *from,
                            AjServices *services,
                            const AjRecordType *type,
                            const char *path);

/* What a file that is dropped on @widget is taken for; NULL when it is not taken. */
typedef const AjRecordType *(*AjImportDropFunc) (GtkWidget *widget);
/* Files may be dropped on @widget. */
void aj_import_opener_take_drops (GtkWidget *widget, AjServices *services, AjImportDropFunc func);

G_END_DECLS
