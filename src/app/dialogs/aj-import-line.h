/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "aj-import.h"

G_BEGIN_DECLS

#define AJ_TYPE_IMPORT_LINE (aj_import_line_get_type ())

/**
 * AjImportLine:
 *
 * One row of an import in a boxed list: what it is, what it would do and why it may not, and whether it is
 * taken along. It opens to show its cells, which can be corrected there.
 */
G_DECLARE_FINAL_TYPE (AjImportLine, aj_import_line, AJ, IMPORT_LINE, AdwExpanderRow)

/* @shows_verdict: the list holds rows of several verdicts. */
GtkWidget *aj_import_line_new (AjImport *import, AjImportRow *row, gboolean shows_verdict);

G_END_DECLS
