/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "aj-services.h"

G_BEGIN_DECLS

#define AJ_TYPE_IMPORT_WINDOW (aj_import_window_get_type ())

/**
 * AjImportWindow:
 *
 * What importing a file would do, row by row, what needs a look first; nothing is stored before it is
 * accepted, and then all of it is, as one step of undo.
 */
G_DECLARE_FINAL_TYPE (AjImportWindow, aj_import_window, AJ, IMPORT_WINDOW, AdwWindow)

/* Reads the file @path as records of @type. What became of it is told where @from is. */
void aj_import_window_show (GtkWidget *from,
                            AjServices *services,
                            const AjRecordType *type,
                            const char *path);

G_END_DECLS
