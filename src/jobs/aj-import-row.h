/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-values.h"

G_BEGIN_DECLS

/* What accepting a row would do. */
typedef enum
{
  AJ_IMPORT_NEW,
  AJ_IMPORT_CHANGED,
  AJ_IMPORT_SAME,    /* nothing, for it is there like this already */
  AJ_IMPORT_REFUSED, /* nothing, for the reason it has */
  AJ_IMPORT_N_VERDICTS,
} AjImportVerdict;

/* "new", "changed", "same", "refused": the code of a verdict, and the same for people. */
const char *aj_import_verdict_get_code (AjImportVerdict verdict);
const char *aj_import_verdict_get_label (AjImportVerdict verdict);

#define AJ_TYPE_IMPORT_ROW (aj_import_row_get_type ())

/**
 * AjImportRow:
 *
 * One row of an import with its verdict. Belongs to the import it is in.
 *
 * Property: "wanted" (boolean): whether it is taken along; only what is new or changed can be. Signal
 * "judged": its verdict, its reason or what it changes is another.
 */
G_DECLARE_FINAL_TYPE (AjImportRow, aj_import_row, AJ, IMPORT_ROW, GObject)

/* The line of the file, from 1. */
guint aj_import_row_get_line (AjImportRow *self);
AjImportVerdict aj_import_row_get_verdict (AjImportRow *self);
/* What the record is called, or what stands in the row. Never NULL. */
const char *aj_import_row_get_title (AjImportRow *self);
/* Why it is refused, or what somebody should know before it is accepted, in whole sentences, one a line; NULL. */
const char *aj_import_row_get_reason (AjImportRow *self);
/* It is refused, or has something to say. */
gboolean aj_import_row_is_doubtful (AjImportRow *self);
gboolean aj_import_row_get_wanted (AjImportRow *self);
void aj_import_row_set_wanted (AjImportRow *self, gboolean wanted);

/* The text of a column, and what is wrong with it as a sentence, or NULL. */
const char *aj_import_row_get_cell (AjImportRow *self, guint column);
const char *aj_import_row_get_cell_fault (AjImportRow *self, guint column);
/* The first column at fault, or -1. */
int aj_import_row_get_fault_column (AjImportRow *self);
/* (nullable): what was likely meant with the text of a column. */
const char *aj_import_row_get_suggestion (AjImportRow *self, guint column);

/* (nullable): the record as it is stored now, and as it would be. */
const AjValues *aj_import_row_get_before (AjImportRow *self);
const AjValues *aj_import_row_get_after (AjImportRow *self);

G_END_DECLS
