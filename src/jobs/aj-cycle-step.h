/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-cycle-facts.h"
#include "aj-replan.h"

G_BEGIN_DECLS

/* What applying a plan does to one meeting or one date; see AjReplanChange. */
typedef struct
{
  AjReplanAction action;
  const AjValues *meeting; /* (borrowed from the facts) (nullable): for AJ_REPLAN_ADD */
  gboolean fixed;          /* the meeting is left alone, whatever the action */
  const char *stays;       /* (nullable): why, translated: "stays: confirmed" */
  int planned;             /* ordinal in the plan; -1: none */
} AjCycleStep;

/* What was done: how many meetings were added, moved, removed, stand where they stood, and were left alone as fixed. */
typedef struct
{
  guint added;
  guint moved;
  guint removed;
  guint kept;
  guint fixed;
} AjCycleOutcome;

/* (element-type AjCycleStep): in the order of aj_replan(). */
GArray *aj_cycle_step_list (AjCycleFacts *facts, const AjValues *cycle, const AjCyclePlan *plan);
/* (nullable): what comes of one date of the plan; borrowed from @steps. */
const AjCycleStep *aj_cycle_step_find (GArray *steps, guint ordinal);
/* What applying these steps would do. */
void aj_cycle_step_count (GArray *steps, AjCycleOutcome *outcome);

/* When the meeting of one date of the plan stands, or will stand; @step is nullable. A meeting that stays where it is has
 * its own times, whatever the plan says; it is given back (borrowed), else NULL. */
const AjValues *aj_cycle_step_get_times (const AjCycleStep *step,
                                         const AjPlannedDate *date,
                                         AjWallTime *start,
                                         AjWallTime *end);
/* (transfer full): why it stands there: of a fixed meeting its own reason, else that of the plan. */
char *aj_cycle_step_to_text (const AjCycleStep *step, const AjPlannedDate *date);

G_END_DECLS
