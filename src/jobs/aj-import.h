/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-edit.h"
#include "aj-import-row.h"
#include "aj-import-table.h"

G_BEGIN_DECLS

/* The rows as they are shown, what needs a look first. A row stays in its group when it is corrected. */
typedef enum
{
  AJ_IMPORT_GROUP_DOUBTFUL,
  AJ_IMPORT_GROUP_CHANGED,
  AJ_IMPORT_GROUP_NEW,
  AJ_IMPORT_GROUP_SAME,
  AJ_IMPORT_N_GROUPS,
} AjImportGroup;

#define AJ_TYPE_IMPORT (aj_import_get_type ())

/**
 * AjImport:
 *
 * The preview of an import: a GListModel of AjImportRow in groups, each compared with what is stored when
 * it was loaded. Nothing is stored before it is accepted; then everything is, as one edit. An empty cell
 * leaves what is stored as it is, so the same file twice changes nothing.
 *
 * A row is the record with its id; else the one with the same value where no two share it (the code of a
 * municipality); a person by the mail address, else by name and organisation; anything else by what
 * people tell it apart by (AjRecordType.identity). References are written as id, title or code. What a
 * row refers to and is not there, is made along with it when a name is all that takes.
 *
 * Signal "changed": the numbers are others, because somebody left a row out or corrected one.
 */
G_DECLARE_FINAL_TYPE (AjImport, aj_import, AJ, IMPORT, GObject)

/* Called on the caller's thread, from 0 to 1; negative while it is not known. */
typedef void (*AjImportProgressFunc) (double fraction, gpointer user_data);

/* Compares @table (transfer full) with what is stored. Waits. */
AjImport *aj_import_load (AjStore *store, AjImportTable *table, GError **error);
/* Reads the file @path and compares it, without waiting. @progress is nullable, and not called after the answer. */
void aj_import_load_async (AjStore *store,
                           const AjRecordType *type,
                           const char *path,
                           AjImportProgressFunc progress,
                           gpointer progress_data,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data);
AjImport *aj_import_load_finish (AjStore *store, GAsyncResult *result, GError **error);

const AjRecordType *aj_import_get_record_type (AjImport *self);
/* "contacts.csv" */
const char *aj_import_get_name (AjImport *self);
/* (element-type utf8) (transfer none): headings of columns that are no field. */
GPtrArray *aj_import_get_ignored (AjImport *self);
guint aj_import_get_n_columns (AjImport *self);
/* The field of a column; NULL for that of the ids. */
const AjField *aj_import_get_column_field (AjImport *self, guint column);
/* What a column is called for people. */
const char *aj_import_get_column_label (AjImport *self, guint column);

/* How many rows have the verdict, and how many are taken along. */
guint aj_import_count (AjImport *self, AjImportVerdict verdict);
guint aj_import_count_wanted (AjImport *self);
/* Where in the list a group begins, and how many rows it has. */
guint aj_import_get_group (AjImport *self, AjImportGroup group, guint *n_rows);
/* "12 new, 3 changed, 40 the same, 1 refused": without what there is none of. (transfer full) */
char *aj_import_dup_sum (AjImport *self);

/* One field that a row changes, as people read it. */
typedef struct
{
  const AjField *field;
  char *before; /* (owned): "" when it was empty, or the record is new */
  char *after;  /* (owned) */
} AjImportChange;

/* (element-type AjImportChange) (transfer full) */
GPtrArray *aj_import_list_changes (AjImport *self, AjImportRow *row);

/* Corrects a cell; the row, and those that it stands in the way of, get a new verdict. */
void aj_import_set_cell (AjImport *self, AjImportRow *row, guint column, const char *text);
/* Whether what is referred to and not there is made; TRUE at first. Otherwise such rows are refused. */
void aj_import_set_make_missing (AjImport *self, gboolean make_missing);
gboolean aj_import_get_make_missing (AjImport *self);
/* (element-type AjValues) (transfer full): what is not there and rows that can be taken refer to. */
GPtrArray *aj_import_list_missing (AjImport *self);

/* (transfer full): the edit that stores what is wanted, to be committed. */
AjEdit *aj_import_make_edit (AjImport *self);
/* The same without waiting; nothing of the import may be changed meanwhile. */
void aj_import_make_edit_async (AjImport *self, GAsyncReadyCallback callback, gpointer user_data);
AjEdit *aj_import_make_edit_finish (AjImport *self, GAsyncResult *result);

G_END_DECLS
