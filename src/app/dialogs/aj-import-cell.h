/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "aj-import.h"

G_BEGIN_DECLS

#define AJ_TYPE_IMPORT_CELL (aj_import_cell_get_type ())

/**
 * AjImportCell:
 *
 * One cell of a row of an import, to be corrected: what it is called, what stands there, what is wrong with
 * it, and what was likely meant. What was typed is taken when the cursor leaves it or Enter is pressed.
 */
G_DECLARE_FINAL_TYPE (AjImportCell, aj_import_cell, AJ, IMPORT_CELL, AdwPreferencesRow)

GtkWidget *aj_import_cell_new (AjImport *import, AjImportRow *row, guint column);

G_END_DECLS
