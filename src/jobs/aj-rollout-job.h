/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-edit.h"
#include "aj-rollout-facts.h"
#include "aj-rollout.h"

G_BEGIN_DECLS

/* What is done with rollouts: each one edit, to be committed by whoever asked for it. */

/* How a rollout begins; borrowed for the call. */
typedef struct
{
  const char *intervention; /* its id */
  AjPhase phase;
  AjDate starts_on; /* AJ_DATE_NONE: not known yet */
  AjDate ends_on;   /* AJ_DATE_NONE likewise */
  const char *lead; /* (nullable): the id of a person */
} AjRolloutStart;

/* (transfer full) (nullable): a rollout in each of @municipalities (element-type utf8: ids), each with a task for every step
 * of the intervention, so many days from its first day. One where a rollout of it is under way already (open, see
 * aj_rollout_is_open()) is passed over and counted in @n_passed_over. NULL when nothing is left to begin. */
AjEdit *aj_rollout_job_begin (AjStore *store,
                              AjRolloutFacts *facts,
                              const AjRolloutStart *start,
                              GPtrArray *municipalities,
                              guint *n_begun,
                              guint *n_passed_over);

/* (transfer full): the rollout gets to @phase. One that runs or has run without a day is taken to have started on @today, and one
 * that is done without a last day to have ended then. @reason (nullable): why it is stopped. */
AjEdit *aj_rollout_job_set_phase (AjStore *store,
                                  AjRolloutFacts *facts,
                                  const AjValues *rollout,
                                  AjPhase phase,
                                  const char *reason,
                                  AjDate today);

G_END_DECLS
