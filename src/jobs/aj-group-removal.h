/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-edit.h"
#include "aj-group-book.h"

G_BEGIN_DECLS

/* Removing a group with what is nothing without it: its seats, who sat in them, and the cycle it was planned by. A group
 * that has meetings stays: they belong in the files of others too. */

void aj_group_removal_prepare_async (AjStore *store,
                                     AjGroupBook *book,
                                     const AjValues *group,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data);
/* (transfer full): one edit, to be committed by whoever asked for it; AJ_STORE_ERROR_REFERENCED, with a sentence that says
 * what to do instead, when the group has meetings. */
AjEdit *aj_group_removal_prepare_finish (AjStore *store, GAsyncResult *result, GError **error);

G_END_DECLS
