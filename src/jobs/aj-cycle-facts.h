/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-cycle-plan.h"
#include "aj-store.h"

G_BEGIN_DECLS

#define AJ_TYPE_CYCLE_FACTS (aj_cycle_facts_get_type ())

/**
 * AjCycleFacts:
 *
 * What the store knows that bears on planning one group's meetings from one year on: where its members
 * come from, when they are elsewhere, which meetings there are already. Read once, never changed, and only
 * what concerns the group and those it shares members with, as states: however much there is of others.
 *
 * Where members come from: a seat counts when it is held on any day of the years in which the cycle runs. Its organisation (else
 * the organisation of its person) brings the school holiday region of its municipality; without one,
 * those of the municipalities of its district; without either it works in the whole region and brings
 * all regions of the register. The group's own district counts as well. When nothing is known of
 * anybody, all regions count.
 *
 * When they are elsewhere: in every meeting of another group that is not cancelled and has a seat, held
 * that day, of a person who then has a seat in this group too, or that such a person chairs. Seats that
 * both groups give to one organisation and to nobody in particular do not count: another colleague can go. They are told
 * apart, for a note.
 */
typedef struct _AjCycleFacts AjCycleFacts;

GType aj_cycle_facts_get_type (void);
AjCycleFacts *aj_cycle_facts_ref (AjCycleFacts *self);
void aj_cycle_facts_unref (AjCycleFacts *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AjCycleFacts, aj_cycle_facts_unref)

/* A meeting of another group in which an organisation has a seat, for nobody in particular, as in this one. */
typedef struct
{
  AjBusySpan span;
  const char *organisation; /* its name */
} AjSeatElsewhere;

/* Fails with AJ_STORE_ERROR_NOT_FOUND when there is no such group, AJ_ERROR_INVALID when nobody plans in @year. Waits. */
AjCycleFacts *aj_cycle_facts_load (AjStore *store, const char *group_id, int year, GError **error);
/* The same without waiting. */
void aj_cycle_facts_load_async (AjStore *store,
                                const char *group_id,
                                int year,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data);
/* (transfer full) */
AjCycleFacts *aj_cycle_facts_load_finish (AjStore *store, GAsyncResult *result, GError **error);

int aj_cycle_facts_get_year (AjCycleFacts *self);
/* The day on which they were read, by the store's clock. */
AjDate aj_cycle_facts_get_today (AjCycleFacts *self);
const char *aj_cycle_facts_get_group_id (AjCycleFacts *self);
const char *aj_cycle_facts_get_group_name (AjCycleFacts *self);
/* Of a cycle of which the last date by the rule is @last. */
AjSchoolRegion aj_cycle_facts_get_regions (AjCycleFacts *self, AjDate last);
/* (nullable): the cycle the group has; the first when it has several. */
const AjValues *aj_cycle_facts_get_cycle (AjCycleFacts *self);
/* (element-type AjBusySpan) (transfer none): meetings of other groups, from December before the year on for as
 * long as a cycle can run, by start. */
GArray *aj_cycle_facts_get_busy (AjCycleFacts *self);
/* (element-type AjSeatElsewhere) (transfer none): likewise, one for each organisation and meeting. */
GArray *aj_cycle_facts_get_elsewhere (AjCycleFacts *self);
/* (element-type AjValues) (transfer none): the group's own meetings in that time, and those that the rule had put in
 * the year or later and somebody moved before it; cancelled ones too, by start. */
GPtrArray *aj_cycle_facts_get_meetings (AjCycleFacts *self);
/* (element-type AjValues) (transfer none): what the cycle asks for around each meeting, and on its agenda. */
GPtrArray *aj_cycle_facts_get_steps (AjCycleFacts *self);
GPtrArray *aj_cycle_facts_get_items (AjCycleFacts *self);
/* Whether something was decided or agreed on at one of those meetings, so that it cannot go. */
gboolean aj_cycle_facts_has_outcome (AjCycleFacts *self, const AjValues *meeting);
/* (nullable): the person who chairs the group on @date by their seat; NULL where who leads a district takes turns, whom the
 * roster proposes. */
const char *aj_cycle_facts_get_chair (AjCycleFacts *self, AjDate date);

G_END_DECLS
