/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-store.h"

G_BEGIN_DECLS

/* How many steps of the preparation of each meeting should have been done before today. As the store had it at one moment. */
typedef struct _AjLateSteps AjLateSteps;

void aj_late_steps_free (AjLateSteps *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AjLateSteps, aj_late_steps_free)

void aj_late_steps_load_async (AjStore *store,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data);
/* (transfer full) */
AjLateSteps *aj_late_steps_load_finish (AjStore *store, GAsyncResult *result, GError **error);
/* Whether a commit may have made it outdated. */
gboolean aj_late_steps_is_concerned (AjLateSteps *self, AjChanges *changes);

guint aj_late_steps_count (AjLateSteps *self, const char *meeting_id);

G_END_DECLS
