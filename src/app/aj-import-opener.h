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

/* Asks which files hold answers to invitations. */
void aj_import_opener_choose_answers (GtkWidget *from, AjServices *services);

/* Shows what files (element-type GFile) would be taken in as answers; FALSE when they are something else by their names. */
gboolean aj_import_opener_take_answers (GtkWidget *widget, AjServices *services, GSList *files);

/* Of a file that is dropped on @widget: where it goes (transfer none), and what a table is taken for; the latter is NULL
 * where no table belongs. Nothing is taken while the answer is NULL. */
typedef AjServices *(*AjImportDropFunc) (GtkWidget *widget, const AjRecordType **type);
/* Files may be dropped on @widget. */
void aj_import_opener_take_drops (GtkWidget *widget, AjImportDropFunc func);

G_END_DECLS
