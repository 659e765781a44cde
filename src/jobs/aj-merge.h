/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-edit.h"

G_BEGIN_DECLS

/* Two records of one type that turn out to be one: the second goes into the first. Only types that know of it, those with a
 * merged_field, can be merged. */

/* The fields in which the two differ and a person may choose, bit i for field i. What is joined (notes) or kept by the program
 * is not among them. */
guint64 aj_merge_list_choices (const AjValues *first, const AjValues *second);
/* Of the choices those where the second's value is the likely one: what the first has not filled in. The last day of one of
 * them is not: the other goes on. */
guint64 aj_merge_list_likely (const AjValues *first, const AjValues *second);
/* (transfer full): what there is in their place: the fields of @from_second (bit i for field i) are the second's, notes are
 * joined. Neither refers to the other any more. */
AjValues *aj_merge_combine (const AjValues *first, const AjValues *second, guint64 from_second);

/* (transfer full): the one edit, to be committed by whoever asked for it. Every reference to the second points to the first;
 * of what then stands there twice and says the same, such as a membership with the same days, one is left. Waits. */
AjEdit *aj_merge_prepare (AjStore *store,
                          const AjValues *first,
                          const AjValues *second,
                          guint64 from_second,
                          GError **error);
/* The same without waiting. */
void aj_merge_prepare_async (AjStore *store,
                             const AjValues *first,
                             const AjValues *second,
                             guint64 from_second,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data);
AjEdit *aj_merge_prepare_finish (AjStore *store, GAsyncResult *result, GError **error);

/* (transfer full): an edit that remembers that the two are not one, for whoever looks for duplicates next. */
AjEdit *aj_merge_keep_apart (AjStore *store, const AjValues *first, const AjValues *second);

G_END_DECLS
