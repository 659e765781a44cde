/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "aj-returns.h"

G_BEGIN_DECLS

#define AJ_TYPE_RETURN_LINE (aj_return_line_get_type ())

/**
 * AjReturnLine:
 *
 * One row of a returned form: what it is about, why it needs a look, what it changes, whether it is taken in;
 * and, opened, its cells to be corrected.
 */
G_DECLARE_FINAL_TYPE (AjReturnLine, aj_return_line, AJ, RETURN_LINE, AdwExpanderRow)

/* @shows_verdict: rows of several verdicts stand together. */
GtkWidget *aj_return_line_new (AjReturns *returns, AjReturnRow *row, gboolean shows_verdict);

G_END_DECLS
