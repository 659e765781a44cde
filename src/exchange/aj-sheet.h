/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * AjSheet:
 *
 * One table of a workbook: rows of text, only those in which something stands. There is no row of names: who reads it looks
 * for that. It is part of its workbook and lives as long.
 */
typedef struct _AjSheet AjSheet;

/* "" in a table of text. */
const char *aj_sheet_get_name (AjSheet *self);
gboolean aj_sheet_is_hidden (AjSheet *self);
guint aj_sheet_get_n_rows (AjSheet *self);
/* Of the widest row. */
guint aj_sheet_get_n_columns (AjSheet *self);
/* Rows and columns count from 0. "" for an empty cell, and beyond the last one. */
const char *aj_sheet_get (AjSheet *self, guint row, guint column);
/* The number that the row has in the spreadsheet, from 1. */
guint aj_sheet_get_line (AjSheet *self, guint row);

/* "A", "Z", "AA": what a spreadsheet calls a column. (transfer full) */
char *aj_sheet_dup_column_name (guint column);

G_END_DECLS
