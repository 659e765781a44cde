/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "aj-sheet.h"

G_BEGIN_DECLS

/**
 * AjWorkbook:
 *
 * A spreadsheet as it arrives, whichever program saved it: .xlsx as Excel, LibreOffice and Google write it, .ods, or a table of
 * text in any encoding and with any separator. Its sheets hold text only, for what a cell means is for others to say: a
 * date is "2026-10-08", a time "09:30", both "2026-10-08 09:30", a number "12.5", a percentage "25%", a truth "TRUE" or "FALSE",
 * and of a formula there is what it came to when the file was saved.
 */
typedef struct _AjWorkbook AjWorkbook;

/* What is read of one workbook at most; besides, a cell holds as much as AJ_CSV_MAX_CELL. */
#define AJ_WORKBOOK_MAX_SHEETS  256
#define AJ_WORKBOOK_MAX_ROWS    200000
#define AJ_WORKBOOK_MAX_COLUMNS 256
#define AJ_WORKBOOK_MAX_CELLS   20000000
/* Of text, all cells together, in bytes. */
#define AJ_WORKBOOK_MAX_TEXT ((gsize) 256 * 1024 * 1024)

/* Reads @bytes; @name says in messages where they came from. What it is follows from what it says, not from what it is called.
 * Limits are looked at while it is unpacked, so that nothing larger is ever in memory. Fails with AJ_ERROR_INVALID for what is
 * no spreadsheet, is damaged, is locked with a password, holds macros, or is of a kind that is not read, and says what to do
 * about it; with AJ_ERROR_LIMIT for what is too large. */
AjWorkbook *
aj_workbook_read (const char *name, GBytes *bytes, GCancellable *cancellable, GError **error);
void aj_workbook_free (AjWorkbook *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AjWorkbook, aj_workbook_free)

/* "Zwolle.xlsx" */
const char *aj_workbook_get_name (AjWorkbook *self);
/* In the order of the file; hidden ones too. */
guint aj_workbook_get_n_sheets (AjWorkbook *self);
/* (transfer none): of the workbook. */
AjSheet *aj_workbook_get_sheet (AjWorkbook *self, guint index);
/* (nullable): by its name, whatever its capitals. */
AjSheet *aj_workbook_find_sheet (AjWorkbook *self, const char *name);

G_END_DECLS
