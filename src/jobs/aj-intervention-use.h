/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-intervention-line.h"
#include "aj-rollout-facts.h"

G_BEGIN_DECLS

/* Who used an intervention, and can be asked how it went: where it was rolled out and began, and where an activity of an action
 * day that has been names it. */

/* @facts were loaded whole. (transfer full) (element-type AjInterventionLine): by place, and there the latest first. */
GPtrArray *aj_intervention_use_list (AjRolloutFacts *facts, const char *intervention, AjDate today);
/* Of such lines, of how many places they are. */
guint aj_intervention_use_count_places (GPtrArray *lines);

G_END_DECLS
