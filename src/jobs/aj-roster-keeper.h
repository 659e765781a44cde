/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-roster.h"

G_BEGIN_DECLS

#define AJ_TYPE_ROSTER_KEEPER (aj_roster_keeper_get_type ())

/**
 * AjRosterKeeper:
 *
 * The roster of today of one store, read when it is first asked for, and once more only when something was changed since
 * that it tells of.
 */
G_DECLARE_FINAL_TYPE (AjRosterKeeper, aj_roster_keeper, AJ, ROSTER_KEEPER, GObject)

AjRosterKeeper *aj_roster_keeper_new (AjStore *store);
/* (transfer none) (nullable): the roster when it is as the store is; NULL when it has to be read first. */
AjRoster *aj_roster_keeper_peek (AjRosterKeeper *self);
/* The same, read when it has to be; who asks meanwhile gets the same one. */
void aj_roster_keeper_get_async (AjRosterKeeper *self,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data);
/* (transfer full) */
AjRoster *aj_roster_keeper_get_finish (AjRosterKeeper *self, GAsyncResult *result, GError **error);

G_END_DECLS
