/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-edit.h"

G_BEGIN_DECLS

/**
 * AjCycleTemplate:
 *
 * What a group's cycle asks for around each of its meetings: the steps of the preparation and the standing items of the
 * agenda; and the coming meetings of the group, with what they have of it. As the store had it at one moment; never changes.
 *
 * A meeting has a step when it has a task that came of it, and a standing item when its agenda has one of that name, or one
 * in its place that was renamed there; so what was renamed at the meeting, done or dropped stays as it is.
 */
typedef struct _AjCycleTemplate AjCycleTemplate;

void aj_cycle_template_free (AjCycleTemplate *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AjCycleTemplate, aj_cycle_template_free)

/* A group that is not there has nothing. Waits. */
AjCycleTemplate *aj_cycle_template_load (AjStore *store, const char *group_id, GError **error);
/* The same without waiting. */
void aj_cycle_template_load_async (AjStore *store,
                                   const char *group_id,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data);
/* (transfer full) */
AjCycleTemplate *
aj_cycle_template_load_finish (AjStore *store, GAsyncResult *result, GError **error);
/* Whether a commit may have made it outdated. */
gboolean aj_cycle_template_is_concerned (AjCycleTemplate *self, AjChanges *changes);

/* (nullable): the cycle of the group; the first when it has several. Without one there is no template. */
const AjValues *aj_cycle_template_get_cycle (AjCycleTemplate *self);
/* (element-type AjValues) (transfer none): by the days. */
GPtrArray *aj_cycle_template_get_steps (AjCycleTemplate *self);
/* (element-type AjValues) (transfer none): in the order of the agenda. */
GPtrArray *aj_cycle_template_get_items (AjCycleTemplate *self);
/* Whether one of them is called so, whatever its case. */
gboolean aj_cycle_template_has_item (AjCycleTemplate *self, const char *name);

/* (element-type AjValues) (transfer full): what is still to be spoken about and is on no agenda of a coming meeting: the
 * backlog of the group, and what a meeting that is over did not come to. Standing items come back by themselves. */
GPtrArray *aj_cycle_template_list_waiting (AjCycleTemplate *self);
/* (element-type AjValues) (transfer none): those that name an agenda item, of these and of others. */
GPtrArray *aj_cycle_template_get_papers (AjCycleTemplate *self);

/* How many of the coming meetings lack something of it, or have a step on another day or with another name than it says. */
guint aj_cycle_template_count_behind (AjCycleTemplate *self);
/* (transfer full) (nullable): that they have it all, as one edit, to be committed by whoever asked; NULL when they do. */
AjEdit *aj_cycle_template_catch_up (AjCycleTemplate *self, AjStore *store);
/* (transfer full) (nullable): that the cycle asks for what is usual, in the language of who does it, and the coming meetings
 * have it; what it asks for already stays. NULL without a cycle. */
AjEdit *aj_cycle_template_begin (AjCycleTemplate *self, AjStore *store);

/* As part of an edit: a new meeting gets all of @steps and @items (element-type AjValues). */
void
aj_cycle_template_fill (AjEdit *edit, const AjValues *meeting, GPtrArray *steps, GPtrArray *items);

G_END_DECLS
