/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-record.h"
#include "aj-target.h"

G_BEGIN_DECLS

/* What works, or may: a game, a lesson, a campaign that municipalities can take up. One sheet of the catalogue. */
#define AJ_TYPE_INTERVENTION (aj_intervention_get_type ())
AJ_DECLARE_RECORD (AjIntervention, aj_intervention, INTERVENTION)

/* Whether it may still be rolled out. */
#define AJ_INTERVENTION_PROPOSED "proposed"
#define AJ_INTERVENTION_IN_USE   "in-use"
#define AJ_INTERVENTION_ENDED    "ended"

/* (transfer full): for whom it is, "youth, residents"; "" when nobody says. */
char *aj_intervention_describe_targets (const AjValues *intervention);

G_END_DECLS
