/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-edit.h"

G_BEGIN_DECLS

/**
 * AjSuccession:
 *
 * What is still in the name of somebody who leaves, after their last day: seats in groups, districts they lead, meetings
 * they chair. As the store had it at one moment.
 */
typedef struct _AjSuccession AjSuccession;

/* Of somebody with a last day and a successor; without either there is nothing to hand over. Waits. */
AjSuccession *aj_succession_load (AjStore *store, const AjValues *person, GError **error);
/* The same without waiting. */
void aj_succession_load_async (AjStore *store,
                               const AjValues *person,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data);
/* (transfer full) */
AjSuccession *aj_succession_load_finish (AjStore *store, GAsyncResult *result, GError **error);
void aj_succession_free (AjSuccession *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AjSuccession, aj_succession_free)

/* Whether nothing is. */
gboolean aj_succession_is_empty (AjSuccession *self);
/* (transfer full): what is, for in a sentence: "Expertteam Cyber, the lead of Twente and the chair of 2 meetings"; "" when
 * nothing is. */
char *aj_succession_describe (AjSuccession *self);
/* (nullable): who comes after them. */
const AjValues *aj_succession_get_successor (AjSuccession *self);
/* (transfer full): the one edit that gives all of it to the successor from the day after, to be committed by whoever asked
 * for it. A seat in a group in which the successor has the same role by then just ends. */
AjEdit *aj_succession_prepare (AjSuccession *self, AjStore *store);

G_END_DECLS
