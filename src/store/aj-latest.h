/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-store.h"

G_BEGIN_DECLS

/* When something last happened to each of many records, without reading all that ever did, and to those that are gone. */

/* (transfer full, element-type utf8 utf8): of all records that @query finds, by the id of what they refer to in @by, the
 * latest of the dates or wall-clock times in @field. Those without either are passed over. Waits. */
GHashTable *aj_store_find_latest (
    AjStore *self, AjQuery *query, const char *by, const char *field, GError **error);
void aj_store_find_latest_async (AjStore *self,
                                 AjQuery *query,
                                 const char *by,
                                 const char *field,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data);
GHashTable *aj_store_find_latest_finish (AjStore *self, GAsyncResult *result, GError **error);

/* (transfer full, element-type utf8 gint64): by the id of each record of @type, when a person last changed it, in seconds
 * since 1970. What was taken back does not count, nor what the program noted for itself. Waits. */
GHashTable *aj_store_find_last_edits (AjStore *self, const AjRecordType *type, GError **error);
void aj_store_find_last_edits_async (AjStore *self,
                                     const AjRecordType *type,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data);
GHashTable *aj_store_find_last_edits_finish (AjStore *self, GAsyncResult *result, GError **error);

/* A record that is only in history. */
typedef struct
{
  AjValues *values; /* (owned): as it was last */
  gint64 at;        /* when it was removed, seconds since 1970 */
} AjRemoved;

void aj_removed_free (AjRemoved *self);

/* (transfer full, element-type AjRemoved): what is still to be read of records that were removed. Waits. */
GPtrArray *aj_store_list_removed (AjStore *self, const AjRecordType *type, GError **error);
void aj_store_list_removed_async (AjStore *self,
                                  const AjRecordType *type,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);
GPtrArray *aj_store_list_removed_finish (AjStore *self, GAsyncResult *result, GError **error);

G_END_DECLS
