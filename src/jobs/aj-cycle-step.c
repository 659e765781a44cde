/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-cycle-step.h"

#include <glib/gi18n-lib.h>

#include "aj-cycle-meetings.h"
#include "aj-meeting-date.h"

static AjExistingMeeting
get_existing (AjCycleFacts *facts, const AjValues *meeting)
{
  AjExistingMeeting existing = {
    .id = aj_values_get_id (meeting),
    .zone = aj_values_get_text (meeting, "zone"),
    .pattern = aj_values_get_date (meeting, "pattern-date"),
    .fixed = aj_cycle_meeting_is_fixed (facts, meeting),
    .cancelled = aj_cycle_meeting_is_cancelled (meeting),
  };

  aj_values_get_wall_time (meeting, "starts-at", &existing.start);
  aj_values_get_wall_time (meeting, "ends-at", &existing.end);
  return existing;
}

GArray *
aj_cycle_step_list (AjCycleFacts *facts, const AjValues *cycle, const AjCyclePlan *plan)
{
  g_autoptr (GPtrArray) meetings = aj_cycle_meetings_list (facts, cycle);
  g_autofree AjExistingMeeting *existing = g_new0 (AjExistingMeeting, meetings->len + 1);
  GArray *steps = g_array_new (FALSE, FALSE, sizeof (AjCycleStep));
  g_autoptr (GArray) changes = NULL;

  for (guint i = 0; i < meetings->len; i++)
    existing[i] = get_existing (facts, meetings->pdata[i]);
  changes = aj_replan (existing, meetings->len, plan,
                       (int) aj_values_get_integer (cycle, "every-months"),
                       aj_values_get_text (cycle, "zone"));
  for (guint i = 0; i < changes->len; i++)
    {
      const AjReplanChange *change = &g_array_index (changes, AjReplanChange, i);
      AjCycleStep step = { .action = change->action, .planned = change->planned };

      if (change->meeting >= 0)
        {
          step.meeting = meetings->pdata[change->meeting];
          step.fixed = existing[change->meeting].fixed;
          if (step.fixed)
            step.stays = _ (aj_cycle_meeting_get_fixed (facts, step.meeting));
        }
      g_array_append_val (steps, step);
    }
  return steps;
}

const AjCycleStep *
aj_cycle_step_find (GArray *steps, guint ordinal)
{
  for (guint i = 0; i < steps->len; i++)
    {
      const AjCycleStep *step = &g_array_index (steps, AjCycleStep, i);

      if (step->planned == (int) ordinal)
        return step;
    }
  return NULL;
}

void
aj_cycle_step_count (GArray *steps, AjCycleOutcome *outcome)
{
  AjCycleOutcome counted = { 0 };

  for (guint i = 0; i < steps->len; i++)
    {
      const AjCycleStep *step = &g_array_index (steps, AjCycleStep, i);

      if (step->action == AJ_REPLAN_COVERED)
        continue;
      if (step->fixed)
        counted.fixed++;
      else if (step->action == AJ_REPLAN_ADD)
        counted.added++;
      else if (step->action == AJ_REPLAN_MOVE)
        counted.moved++;
      else if (step->action == AJ_REPLAN_REMOVE)
        counted.removed++;
      else
        counted.kept++;
    }
  *outcome = counted;
}

/* A date that cannot be used moves nothing: one on which the meeting stands already, or none at all. Another one is a
 * wish, and is shown as such. */
static gboolean
stays_put (const AjCycleStep *step, const AjPlannedDate *date)
{
  AjWallTime start;

  if (step == NULL || step->meeting == NULL)
    return FALSE;
  if (step->fixed)
    return TRUE;
  return step->action == AJ_REPLAN_KEEP && !date->usable &&
         aj_values_get_wall_time (step->meeting, "starts-at", &start) &&
         (date->date == AJ_DATE_NONE || date->date == start.date);
}

const AjValues *
aj_cycle_step_get_times (const AjCycleStep *step,
                         const AjPlannedDate *date,
                         AjWallTime *start,
                         AjWallTime *end)
{
  *start = date->start;
  *end = date->end;
  if (!stays_put (step, date))
    return NULL;
  aj_values_get_wall_time (step->meeting, "starts-at", start);
  aj_values_get_wall_time (step->meeting, "ends-at", end);
  return step->meeting;
}

char *
aj_cycle_step_to_text (const AjCycleStep *step, const AjPlannedDate *date)
{
  return step != NULL && step->fixed ? aj_meeting_date_to_text (step->meeting)
                                     : aj_planned_date_to_text (date);
}
