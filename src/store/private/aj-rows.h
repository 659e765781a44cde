/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-db.h"
#include "aj-values.h"

G_BEGIN_DECLS

/**
 * AjRows:
 *
 * The rows of the record tables as states of records. Its SQL is made from the field tables, once for
 * each type. A table has "id", "revision" and a column for every field, in the order of the type. What it
 * writes it also brings into the search index.
 */
typedef struct _AjRows AjRows;

AjRows *aj_rows_new (AjDb *db);
void aj_rows_free (AjRows *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AjRows, aj_rows_free)

/* "id", "revision" and the fields, for a SELECT that aj_rows_read() reads. (transfer none) */
const char *aj_rows_get_columns (AjRows *self, const AjRecordType *type);
AjValues *aj_rows_read (AjStatement *statement, const AjRecordType *type);

/* NULL without an error when there is no such row. */
AjValues *aj_rows_get (AjRows *self, const AjRecordType *type, const char *id, GError **error);
gboolean aj_rows_insert (AjRows *self, const AjValues *values, GError **error);
gboolean aj_rows_update (AjRows *self, const AjValues *values, GError **error);
gboolean aj_rows_delete (AjRows *self, const AjRecordType *type, const char *id, GError **error);
/* The record other than @id that has @value in the field; NULL without an error when there is none. */
AjValues *aj_rows_find_other (AjRows *self,
                              const AjRecordType *type,
                              const AjField *field,
                              const AjValue *value,
                              const char *id,
                              GError **error);
/* The part of the same owner that there may be only one of (AjRecordType.once_for), other than @values itself; NULL without an
 * error when there is none. */
AjValues *aj_rows_find_same (AjRows *self, const AjValues *values, GError **error);
/* Adds the records that refer to @id in @field to @found, until it holds @limit, and their number to @count. */
gboolean aj_rows_find_referrers (AjRows *self,
                                 const AjRecordType *type,
                                 const AjField *field,
                                 const char *id,
                                 GPtrArray *found,
                                 guint limit,
                                 gint64 *count,
                                 GError **error);

G_END_DECLS
