/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * AjCsv:
 *
 * A table of comma-separated values with a first row of column names, read whole: for tables that fit
 * in memory. Fields are asked for by the name of their column, and every row knows its line in the
 * text, for messages.
 */
typedef struct _AjCsv AjCsv;

/* What is read at most; a cell is as long as Excel's own may be. */
#define AJ_CSV_MAX_ROWS    200000
#define AJ_CSV_MAX_COLUMNS 256
#define AJ_CSV_MAX_CELLS   20000000
#define AJ_CSV_MAX_CELL    32767
/* No text of so many bytes is within that. */
#define AJ_CSV_MAX_BYTES_OF_CELL ((gsize) AJ_CSV_MAX_CELL * 4 + 1)

/* @text is UTF-8 (a byte order mark is skipped); @name says in messages where it came from; @length -1: up to the zero
 * byte. Every row has as many fields as there are columns. Fails with AJ_ERROR_INVALID, saying the line. */
AjCsv *aj_csv_new (const char *name, const char *text, gssize length, GError **error);
/* What arrives from offices: any encoding of aj_decode_text(), separated by commas, semicolons or tabs (found out, or said
 * by Excel's line "sep=;"), any line ends. A row that is not as it should be is there with its fault, and its fields up to
 * the number of columns; blank rows are left out. Fails with AJ_ERROR_INVALID or AJ_ERROR_LIMIT for what makes the whole
 * file useless. */
AjCsv *aj_csv_read (const char *name, const char *bytes, gsize length, GError **error);
/* The same for a table that may begin with anything: no row is that of the names, which are all "", and no row has a fault. */
AjCsv *aj_csv_read_bare (const char *name, const char *bytes, gsize length, GError **error);
void aj_csv_free (AjCsv *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AjCsv, aj_csv_free)

guint aj_csv_get_n_columns (AjCsv *self);
const char *aj_csv_get_column_name (AjCsv *self, guint column);
/* The number of a column by its name, or -1. */
int aj_csv_find_column (AjCsv *self, const char *name);
guint aj_csv_get_n_rows (AjCsv *self);
/* Rows and columns count from 0, the row of names not included. Never NULL. */
const char *aj_csv_get (AjCsv *self, guint row, guint column);
/* The line on which the row begins, from 1. */
guint aj_csv_get_line (AjCsv *self, guint row);
/* What is wrong with the row, as a sentence; NULL when nothing is. */
const char *aj_csv_get_fault (AjCsv *self, guint row);
const char *aj_csv_get_name (AjCsv *self);
/* What separates the fields. */
char aj_csv_get_separator (AjCsv *self);

/* Text that a spreadsheet takes for a formula is written behind an apostrophe, also by others than this program; and the
 * text itself. (transfer full) */
char *aj_csv_guard (const char *text);
char *aj_csv_unguard (const char *cell);

G_END_DECLS
