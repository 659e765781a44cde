/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define AJ_TYPE_IMPORT_CELL (aj_import_cell_get_type ())

/**
 * AjImportCell:
 *
 * One cell of a row of an import, to be corrected: what it is called, what stands there, what is wrong with
 * it, and what was likely meant. What was typed is taken when the cursor leaves it or Enter is pressed.
 */
G_DECLARE_FINAL_TYPE (AjImportCell, aj_import_cell, AJ, IMPORT_CELL, AdwPreferencesRow)

/* Where cells are found: those of a table that is imported, or of a form that came back. */
typedef struct
{
  /* (transfer full) */
  char *(*dup_title) (GListModel *rows, GObject *row, guint cell);
  char *(*dup_text) (GObject *row, guint cell);
  /* (nullable) */
  const char *(*get_fault) (GObject *row, guint cell);
  const char *(*get_suggestion) (GObject *row, guint cell);
  void (*set_text) (GListModel *rows, GObject *row, guint cell, const char *text);
} AjImportCellKind;

/* @row, of @rows, says with its signal "judged" that it is to be looked at again. */
GtkWidget *
aj_import_cell_new (const AjImportCellKind *kind, GListModel *rows, GObject *row, guint cell);

G_END_DECLS
