/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-rollout-facts.h"

G_BEGIN_DECLS

/* The order in which the AjRolloutFacts give what they tell; what is the same in it comes by id. */

/* (element-type AjValues): by first day, those without one last; then by place, of which @facts know the name. */
void aj_rollout_order_rollouts (AjRolloutFacts *facts, GPtrArray *rollouts);
/* (element-type AjValues): by material, of which @facts know the name, then by first day. */
void aj_rollout_order_loans (AjRolloutFacts *facts, GPtrArray *loans);
/* (element-type AjValues): by date; those of one day stay as they are. */
void aj_rollout_order_evaluations (GPtrArray *evaluations);

G_END_DECLS
