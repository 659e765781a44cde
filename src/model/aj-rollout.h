/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-record.h"
#include "aj-target.h"

G_BEGIN_DECLS

/* An intervention in one municipality, or in a district as a whole: from the first idea until what was learned from it. */
#define AJ_TYPE_ROLLOUT (aj_rollout_get_type ())
AJ_DECLARE_RECORD (AjRollout, aj_rollout, ROLLOUT)

/* How far it is, in the order in which it goes; stopped is beside that order. */
typedef enum
{
  AJ_PHASE_IDEA,
  AJ_PHASE_AGREED,
  AJ_PHASE_PREPARING,
  AJ_PHASE_RUNNING,
  AJ_PHASE_DONE,
  AJ_PHASE_EVALUATED,
  AJ_PHASE_STOPPED,
  AJ_N_PHASES,
} AjPhase;

/* The stored code: "preparing". */
const char *aj_phase_get_code (AjPhase self);
/* Translated: "being prepared". */
const char *aj_phase_get_label (AjPhase self);
/* Of a rollout; AJ_PHASE_IDEA when it says none. */
AjPhase aj_rollout_get_phase (const AjValues *rollout);
/* Whether something is still to be done for it: not run, evaluated or stopped. */
gboolean aj_rollout_is_open (const AjValues *rollout);
/* The sum over all target groups of who were to be reached, or were; -1 when nothing is said. */
gint64 aj_rollout_sum_goal (const AjValues *rollout);
gint64 aj_rollout_sum_reach (const AjValues *rollout);

G_END_DECLS
