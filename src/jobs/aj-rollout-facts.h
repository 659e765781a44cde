/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-intervention-mentions.h"
#include "aj-store.h"

G_BEGIN_DECLS

/* All that is known at one moment of where interventions are rolled out and where the material is: what timelines, maps,
 * reports and calendars of it are made of. Never changes once it is read, so that it passes between threads freely. */
typedef struct _AjRolloutFacts AjRolloutFacts;

/* Waits. */
AjRolloutFacts *aj_rollout_facts_load (AjStore *store, GError **error);
void aj_rollout_facts_load_async (AjStore *store,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);
/* The same with the activities of action days that name an intervention, of which there may be very many. */
AjRolloutFacts *aj_rollout_facts_load_whole (AjStore *store, GError **error);
void aj_rollout_facts_load_whole_async (AjStore *store,
                                        GCancellable *cancellable,
                                        GAsyncReadyCallback callback,
                                        gpointer user_data);
/* Of all that do not wait. */
AjRolloutFacts *aj_rollout_facts_load_finish (AjStore *store, GAsyncResult *result, GError **error);
AjRolloutFacts *aj_rollout_facts_ref (AjRolloutFacts *self);
/* NULL is taken. */
void aj_rollout_facts_unref (AjRolloutFacts *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AjRolloutFacts, aj_rollout_facts_unref)

/* Whether something changed that it tells. */
gboolean aj_rollout_facts_are_concerned (AjRolloutFacts *self, AjChanges *changes);
/* Whether these are changes of rollouts and loans alone, between what is known: then it takes nothing to be read to know what
 * is so after them. Not of facts that were loaded whole. */
gboolean aj_rollout_facts_can_follow (AjRolloutFacts *self, AjChanges *changes);
/* What @self is after such changes; answered by aj_rollout_facts_load_finish(). */
void aj_rollout_facts_follow_async (AjStore *store,
                                    AjRolloutFacts *self,
                                    AjChanges *changes,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data);

/* (element-type AjValues): by first day, those without one last; then by place. */
GPtrArray *aj_rollout_facts_get_rollouts (AjRolloutFacts *self);
/* (element-type AjValues): by material, then by first day. */
GPtrArray *aj_rollout_facts_get_loans (AjRolloutFacts *self);
/* (element-type AjValues): by date. */
GPtrArray *aj_rollout_facts_get_evaluations (AjRolloutFacts *self);
/* (element-type AjValues) */
GPtrArray *aj_rollout_facts_get_goals (AjRolloutFacts *self);
/* (element-type AjValues): of every intervention, by day. */
GPtrArray *aj_rollout_facts_get_steps (AjRolloutFacts *self);
/* (element-type AjValues): who was trained for what. */
GPtrArray *aj_rollout_facts_get_trainings (AjRolloutFacts *self);
/* (nullable) (element-type AjInterventionMention): the activities that name an intervention, in no order. The facts were
 * loaded whole. */
GPtrArray *aj_rollout_facts_get_mentions (AjRolloutFacts *self, const char *intervention);
/* (element-type AjValues): by name; so are the next. */
GPtrArray *aj_rollout_facts_get_interventions (AjRolloutFacts *self);
GPtrArray *aj_rollout_facts_get_municipalities (AjRolloutFacts *self);

/* (nullable): of interventions, municipalities, districts, organisations, material and tours, and of the people who are a
 * contact of material or of a loan; NULL for NULL. */
const AjValues *aj_rollout_facts_get (AjRolloutFacts *self, const char *id);
/* (nullable): what one of these is called. */
const char *aj_rollout_facts_get_name (AjRolloutFacts *self, const char *id);
/* (nullable): the rollout that an evaluation is of, or a loan. */
const AjValues *aj_rollout_facts_get_rollout_of (AjRolloutFacts *self, const AjValues *record);
/* What a rollout is of, or a loan: an intervention, a thing; what such a record is called when that is not known. */
const char *aj_rollout_facts_get_subject (AjRolloutFacts *self, const AjValues *record);
/* Where a rollout is, or who has a loan: a municipality, a district, an organisation; "" when nobody says. */
const char *aj_rollout_facts_get_place (AjRolloutFacts *self, const AjValues *record);
/* The district it is in, by its name; NULL when that is not known. */
const char *aj_rollout_facts_get_district (AjRolloutFacts *self, const AjValues *record);

/* How many people were reached of those that a goal is about, by the rollouts that start within its time. */
gint64 aj_rollout_facts_count_reach (AjRolloutFacts *self, const AjValues *goal);

G_END_DECLS
