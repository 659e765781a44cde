/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-record.h"

G_BEGIN_DECLS

/* What has to be done in every rollout of an intervention: from it each new rollout gets its tasks. */
#define AJ_TYPE_INTERVENTION_STEP (aj_intervention_step_get_type ())
AJ_DECLARE_RECORD (AjInterventionStep, aj_intervention_step, INTERVENTION_STEP)

G_END_DECLS
