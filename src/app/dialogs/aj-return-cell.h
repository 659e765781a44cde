/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "aj-returns.h"

G_BEGIN_DECLS

#define AJ_TYPE_RETURN_CELL (aj_return_cell_get_type ())

/**
 * AjReturnCell:
 *
 * One cell of a row of a returned form, to be corrected: what it is called, what stands there, what is wrong
 * with it, and what was likely meant. What was typed is taken when the cursor leaves it or Enter is pressed.
 */
G_DECLARE_FINAL_TYPE (AjReturnCell, aj_return_cell, AJ, RETURN_CELL, AdwPreferencesRow)

GtkWidget *aj_return_cell_new (AjReturns *returns, AjReturnRow *row, guint cell);

G_END_DECLS
