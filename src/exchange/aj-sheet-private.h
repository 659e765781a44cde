/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-workbook.h"
#include "aj-zip-private.h"

G_BEGIN_DECLS

/* While a workbook is read. */

typedef struct
{
  guint line;
  guint first; /* of its cells */
  guint n_cells;
} AjSheetRow;

struct _AjSheet
{
  AjWorkbook *workbook; /* (borrowed) */
  char *name;           /* (owned) */
  gboolean is_hidden;
  GArray *rows;  /* (owned): of AjSheetRow */
  GArray *cells; /* (owned): of guint32: where in the text of the workbook each is */
  guint n_columns;
};

struct _AjWorkbook
{
  char *name;        /* (owned) */
  GString *text;     /* (owned): of all cells, each ended by a zero byte; the first is empty */
  GPtrArray *sheets; /* (owned) (element-type AjSheet) */
  guint n_rows;
  guint n_cells;
};

AjWorkbook *aj_workbook_new (const char *name);
/* (transfer none). Fails with AJ_ERROR_LIMIT. */
AjSheet *
aj_workbook_add_sheet (AjWorkbook *self, const char *name, gboolean is_hidden, GError **error);
/* Keeps a text, once for all cells that have it: @place is what such a cell is given. 0 is the empty one. */
gboolean
aj_workbook_keep (AjWorkbook *self, const char *text, gsize length, guint32 *place, GError **error);
/* AJ_ERROR_LIMIT, with the name of the file before the sentence; FALSE. */
gboolean aj_workbook_fail_limit (AjWorkbook *self, GError **error, const char *format, ...)
    G_GNUC_PRINTF (3, 4);
/* Puts a text that is kept into a cell; lines count from 1, columns from 0. A row ends when another begins. */
gboolean aj_sheet_put (AjSheet *self, guint line, guint column, guint32 place, GError **error);

/* What of numbers is shown, which is all that tells a date from a number. */
typedef enum
{
  AJ_CELL_NUMBER,
  AJ_CELL_DATE,
  AJ_CELL_TIME,
  AJ_CELL_MOMENT, /* both */
  AJ_CELL_PERCENT,
} AjCellKind;

/* What the number format with that id of the standard shows, or that with this code ("d mmm yyyy"). */
AjCellKind aj_cell_kind_of_builtin (guint id);
AjCellKind aj_cell_kind_of_code (const char *code);
/* Appends a number as text. @text is as the file has it; what is no number is appended as it is. @is_1904: days count from
 * 1 January 1904, as they once did on Macs. */
void aj_cell_append_number (GString *out, const char *text, AjCellKind kind, gboolean is_1904);
/* Appends "2026-10-08T09:30:00" as a date, a moment, or a time when there is no date in it. */
void aj_cell_append_iso (GString *out, const char *text);

/* What is in an archive that has the parts of one; each fails as aj_workbook_read() does. */
AjWorkbook *aj_xlsx_read (AjZip *zip, GCancellable *cancellable, GError **error);
AjWorkbook *aj_ods_read (AjZip *zip, GCancellable *cancellable, GError **error);

G_END_DECLS
