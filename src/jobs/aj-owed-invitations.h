/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-invitations.h"

G_BEGIN_DECLS

/* What is owed for all meetings that are still to come: of what is past nobody is owed anything. */

/* (element-type AjInvitations) (transfer full): of those meetings of which somebody is owed something or cannot be told, by
 * start. Waits. */
GPtrArray *aj_owed_invitations_load (AjStore *store, GError **error);
/* The same without waiting. */
void aj_owed_invitations_load_async (AjStore *store,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data);
/* (element-type AjInvitations) (transfer full) */
GPtrArray *aj_owed_invitations_load_finish (AjStore *store, GAsyncResult *result, GError **error);

G_END_DECLS
