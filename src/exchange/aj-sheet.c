/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-sheet-private.h"

#include <glib/gi18n-lib.h>

static gboolean
begin_row (AjSheet *self, guint line, GError **error)
{
  AjSheetRow row = { .line = line, .first = self->cells->len };

  if (self->workbook->n_rows == AJ_WORKBOOK_MAX_ROWS)
    return aj_workbook_fail_limit (
        self->workbook, error, _ ("More than %d rows are not read. Divide the file into parts."),
        AJ_WORKBOOK_MAX_ROWS);
  self->workbook->n_rows++;
  g_array_append_val (self->rows, row);
  return TRUE;
}

gboolean
aj_sheet_put (AjSheet *self, guint line, guint column, guint32 place, GError **error)
{
  AjSheetRow *row = self->rows->len > 0
                        ? &g_array_index (self->rows, AjSheetRow, self->rows->len - 1)
                        : NULL;

  if (place == 0)
    return TRUE;
  if (column >= AJ_WORKBOOK_MAX_COLUMNS)
    return aj_workbook_fail_limit (
        self->workbook, error, _ ("More than %d columns are not read. Divide the file into parts."),
        AJ_WORKBOOK_MAX_COLUMNS);
  if (row == NULL || row->line != line)
    {
      if (!begin_row (self, line, error))
        return FALSE;
      row = &g_array_index (self->rows, AjSheetRow, self->rows->len - 1);
    }
  if (column >= row->n_cells)
    {
      self->workbook->n_cells += column + 1 - row->n_cells;
      if (self->workbook->n_cells > AJ_WORKBOOK_MAX_CELLS)
        return aj_workbook_fail_limit (
            self->workbook, error,
            _ ("There are too many fields to be read. Divide the file into parts."));
      row->n_cells = column + 1;
      g_array_set_size (self->cells, row->first + row->n_cells);
      self->n_columns = MAX (self->n_columns, row->n_cells);
    }
  g_array_index (self->cells, guint32, row->first + column) = place;
  return TRUE;
}

const char *
aj_sheet_get_name (AjSheet *self)
{
  return self->name;
}

gboolean
aj_sheet_is_hidden (AjSheet *self)
{
  return self->is_hidden;
}

guint
aj_sheet_get_n_rows (AjSheet *self)
{
  return self->rows->len;
}

guint
aj_sheet_get_n_columns (AjSheet *self)
{
  return self->n_columns;
}

const char *
aj_sheet_get (AjSheet *self, guint row, guint column)
{
  const AjSheetRow *present;

  g_return_val_if_fail (row < self->rows->len, "");

  present = &g_array_index (self->rows, AjSheetRow, row);
  if (column >= present->n_cells)
    return "";
  return self->workbook->text->str + g_array_index (self->cells, guint32, present->first + column);
}

guint
aj_sheet_get_line (AjSheet *self, guint row)
{
  g_return_val_if_fail (row < self->rows->len, 0);

  return g_array_index (self->rows, AjSheetRow, row).line;
}

char *
aj_sheet_dup_column_name (guint column)
{
  GString *name = g_string_new (NULL);

  for (guint left = column + 1; left > 0; left = (left - 1) / 26)
    g_string_prepend_c (name, (char) ('A' + (left - 1) % 26));
  return g_string_free (name, FALSE);
}
