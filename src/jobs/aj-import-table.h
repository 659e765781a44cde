/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "aj-record-type.h"

G_BEGIN_DECLS

/**
 * AjImportTable:
 *
 * What a file says of records of one type, before it is compared with anything: columns that are fields,
 * and rows of text. Filled by whoever reads a format, then given to an import.
 */
typedef struct _AjImportTable AjImportTable;

AjImportTable *aj_import_table_new (const AjRecordType *type, const char *name);
void aj_import_table_free (AjImportTable *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AjImportTable, aj_import_table_free)

/* Reads a table of any separator and encoding, with columns called as aj_heading_find_field() takes them; for people also
 * vCards and what Outlook exports. Fails with AJ_ERROR. */
AjImportTable *
aj_import_table_read (const AjRecordType *type, const char *name, GBytes *bytes, GError **error);
/* The same from a file; waits. */
AjImportTable *
aj_import_table_read_file (const AjRecordType *type, const char *path, GError **error);

/* The next column. FALSE when it is no field of the type, or one that is there already: its cells are given all the same,
 * and left out. */
gboolean aj_import_table_add_column (AjImportTable *self, const char *heading);
/* @cells: one for each column, NULL for an empty one. @fault (nullable) says why the row cannot be used. */
void aj_import_table_add_row (AjImportTable *self,
                              guint line,
                              const char *fault,
                              const char *const *cells);

const AjRecordType *aj_import_table_get_record_type (AjImportTable *self);
/* Where it came from, for people: "contacts.csv". */
const char *aj_import_table_get_name (AjImportTable *self);
/* The columns that are fields; each is the index of one, or AJ_HEADING_ID. */
guint aj_import_table_get_n_columns (AjImportTable *self);
int aj_import_table_get_field (AjImportTable *self, guint column);
/* (element-type utf8) (transfer none): the headings that are none. */
GPtrArray *aj_import_table_get_ignored (AjImportTable *self);

guint aj_import_table_get_n_rows (AjImportTable *self);
guint aj_import_table_get_line (AjImportTable *self, guint row);
const char *aj_import_table_get_fault (AjImportTable *self, guint row);
/* (transfer full): the cells of a row, one for each column that is a field, none of them NULL. The table no longer has
 * them. */
char **aj_import_table_steal_cells (AjImportTable *self, guint row);

G_END_DECLS
