/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-import-row.h"

G_BEGIN_DECLS

/* What a row of a returned form is about. */
typedef enum
{
  AJ_RETURN_ANSWER,   /* whether a municipality takes part, and who says so */
  AJ_RETURN_ACTIVITY, /* something it does */
  AJ_RETURN_LEFT_OUT, /* something that is registered and stands in the form no more */
} AjReturnKind;

/* "answer", "activity", "left-out": for scripts. */
const char *aj_return_kind_get_code (AjReturnKind kind);

#define AJ_TYPE_RETURN_ROW (aj_return_row_get_type ())

/**
 * AjReturnRow:
 *
 * One row of a returned form with its verdict. Belongs to the returns it is in.
 *
 * Property: "wanted" (boolean): whether it is taken in; only what is new or changed can be. Signal "judged": its verdict, its
 * reason or what it changes is another.
 */
G_DECLARE_FINAL_TYPE (AjReturnRow, aj_return_row, AJ, RETURN_ROW, GObject)

AjReturnKind aj_return_row_get_kind (AjReturnRow *self);
/* "Zwolle.xlsx" */
const char *aj_return_row_get_file (AjReturnRow *self);
/* The line of the file, from 1; 0 for what stands in none. */
guint aj_return_row_get_line (AjReturnRow *self);
AjImportVerdict aj_return_row_get_verdict (AjReturnRow *self);
/* Somebody should look: it is refused, or may well be a mistake. */
gboolean aj_return_row_is_doubtful (AjReturnRow *self);
/* The title of the activity, or the name of the municipality. Never NULL. */
const char *aj_return_row_get_title (AjReturnRow *self);
/* (nullable): the name of the municipality it is taken for. */
const char *aj_return_row_get_municipality (AjReturnRow *self);
/* Why it is refused, or what somebody should know before it is taken in, in whole sentences, one a line; NULL. */
const char *aj_return_row_get_reason (AjReturnRow *self);
gboolean aj_return_row_can_be_wanted (AjReturnRow *self);
gboolean aj_return_row_get_wanted (AjReturnRow *self);
/* Whether another row says something else of the same: of the two, one at most is taken. */
gboolean aj_return_row_has_rival (AjReturnRow *self);
/* Whether it calls off an activity that is on. */
gboolean aj_return_row_cancels (AjReturnRow *self);
void aj_return_row_set_wanted (AjReturnRow *self, gboolean wanted);
/* (nullable): the record as it is stored now, and as it would be: an activity or a participation. */
const AjValues *aj_return_row_get_before (AjReturnRow *self);
const AjValues *aj_return_row_get_after (AjReturnRow *self);

/* What can be corrected of it, a cell each. */
guint aj_return_row_get_n_cells (AjReturnRow *self);
const char *aj_return_row_get_cell_label (AjReturnRow *self, guint cell);
/* (transfer full): as people read it. */
char *aj_return_row_dup_cell (AjReturnRow *self, guint cell);
/* (nullable): what is wrong with it, as a sentence; what was likely meant. */
const char *aj_return_row_get_cell_fault (AjReturnRow *self, guint cell);
const char *aj_return_row_get_cell_suggestion (AjReturnRow *self, guint cell);
/* The first cell at fault, or -1. */
int aj_return_row_get_fault_cell (AjReturnRow *self);

G_END_DECLS
