/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-document.h"
#include "aj-rollout-facts.h"

G_BEGIN_DECLS

/* Where interventions are rolled out, as it is printed: the goals of reach and how far they are, a map, each intervention with
 * its rollouts, what was learned of them, and where the material is. No names of people are in it.
 *
 * Of one @intervention (nullable: all) it begins with its sheet: what do we know of it, and who used it? Then @facts were loaded
 * whole. (transfer full): in the reader's language, as of @today. */
AjDocument *aj_rollout_report_make (AjRolloutFacts *facts, const char *intervention, AjDate today);

G_END_DECLS
