/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-name-book.h"

G_BEGIN_DECLS

/**
 * AjImportIndex:
 *
 * What is stored already, as far as an import of one type must know: its records whole, and of the types
 * they refer to what people call them. Filled once, then read.
 */
typedef struct _AjImportIndex AjImportIndex;

/* @present: the fields that the import sets, bit i for field i. */
AjImportIndex *aj_import_index_new (const AjRecordType *type, guint64 present);
void aj_import_index_free (AjImportIndex *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AjImportIndex, aj_import_index_free)

/* (element-type AjQuery) (transfer full): what it is to be filled from. */
GPtrArray *aj_import_index_list_queries (AjImportIndex *self);
void aj_import_index_add (AjImportIndex *self, const AjValues *values);

/* (transfer none): what people call the records that those of the type refer to. */
AjNameBook *aj_import_index_get_names (AjImportIndex *self);
/* (transfer none) (nullable): a record of the type itself. */
const AjValues *aj_import_index_get (AjImportIndex *self, const char *id);
/* (element-type AjValues) (transfer none) (nullable): the records of the type with that value, whatever its case and
 * accents. @field is one that no two share, the title, or a mail address. */
GSList *aj_import_index_list (AjImportIndex *self, const char *field, const char *text);
/* The same by all of the type's identity, as far as the import sets it. NULL as well when that is too little. */
GSList *aj_import_index_list_alike (AjImportIndex *self, const AjValues *values);
/* Whether records of the type are told apart by their title. */
gboolean aj_import_index_goes_by_title (AjImportIndex *self);
/* The identity of one record as one text; NULL when it is too little. (transfer full) */
char *aj_import_index_dup_identity (AjImportIndex *self, const AjValues *values);

G_END_DECLS
