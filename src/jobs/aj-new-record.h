/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-edit.h"

G_BEGIN_DECLS

/* What a new record begins with that the day decides, and what it brings along elsewhere. */

/* Fills in the day where a new record is mostly of today: of an evaluation, when it is looked back. Leaves what is filled in. */
void aj_new_record_begin (AjValues *values, AjDate today);

/* Adds to @edit what follows from @values, which is new in it: a rollout that is done, and is looked back on, is evaluated. The label
 * of the edit says so then. */
void aj_new_record_complete_async (AjEdit *edit,
                                   AjStore *store,
                                   const AjValues *values,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data);
/* Whether something followed. */
gboolean aj_new_record_complete_finish (GAsyncResult *result, GError **error);

/* Whether @values is an evaluation of @rollout that leaves it at done: for who adds it alone, and is told what to do. */
gboolean aj_new_record_concludes (const AjValues *values, const AjValues *rollout);

G_END_DECLS
