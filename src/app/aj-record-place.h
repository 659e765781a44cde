/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-store.h"

G_BEGIN_DECLS

/* Where a person finds a record: many are seen on the record they belong to, as a seat on its group. */

/* The icon of records of @type, in lists of several. */
const char *aj_record_place_get_icon (const AjRecordType *type);

/* The record that @values is seen on: its type, and @id (transfer full). NULL for one that is seen by itself. */
const AjRecordType *aj_record_place_find (const AjValues *values, char **id);

/* The same for a record that may have to be read first. NULL also when it is gone. @part (transfer full) (optional): the
 * record itself. */
void aj_record_place_find_async (AjStore *store,
                                 const AjRecordType *type,
                                 const char *id,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data);
const AjRecordType *aj_record_place_find_finish (GAsyncResult *result, char **id, AjValues **part);

G_END_DECLS
