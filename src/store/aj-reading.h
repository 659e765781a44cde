/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-store.h"

G_BEGIN_DECLS

#define AJ_TYPE_READING (aj_reading_get_type ())

/**
 * AjReading:
 *
 * The records of a query in its order, a page at a time, as states and not as objects: for going
 * through any number of them without waiting for all. What there is, is asked with the first page and
 * takes 16 bytes a record; what is changed meanwhile comes as it then is, what is removed is left out.
 */
G_DECLARE_FINAL_TYPE (AjReading, aj_reading, AJ, READING, GObject)

AjReading *aj_reading_new (AjStore *store, AjQuery *query);
/* (element-type AjValues) (transfer full): the next page, which is empty at the end and then only. Waits. */
GPtrArray *aj_reading_next (AjReading *self, GError **error);
/* The same without waiting; one at a time. */
void aj_reading_next_async (AjReading *self,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data);
GPtrArray *aj_reading_next_finish (AjReading *self, GAsyncResult *result, GError **error);

G_END_DECLS
