/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-intervention-line.h"
#include "aj-rollout-facts.h"

G_BEGIN_DECLS

/* Who used an intervention, and can be asked how it went: where it was rolled out and began, and where an activity of an action
 * day that has been names it. */

/* Of how many uses there are, in how many places. */
typedef struct
{
  guint n_uses;
  guint n_places;
} AjInterventionUseCount;

/* @facts were loaded whole. (transfer full) (element-type AjInterventionLine): by place, and there the latest first; at most
 * @limit of them, for there may be very many. @count receives how many there are. */
GPtrArray *aj_intervention_use_list (AjRolloutFacts *facts,
                                     const char *intervention,
                                     AjDate today,
                                     guint limit,
                                     AjInterventionUseCount *count);

G_END_DECLS
