/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-cycle-meetings.h"

#include <glib/gi18n-lib.h>

#include "aj-meeting.h"

AjDateRange
aj_cycle_meetings_get_period (AjCycleFacts *facts, const AjValues *cycle)
{
  int year = aj_cycle_facts_get_year (facts);
  gint64 months = aj_values_get_integer (cycle, "first-month") - 1 +
                  (aj_values_get_integer (cycle, "count") - 1) *
                      aj_values_get_integer (cycle, "every-months");
  AjDate first = aj_date_new (year, 1, 1);
  AjDateRange period = { first, aj_date_add_months (first, (int) MAX (months + 1, 12)) - 1 };

  return period;
}

/* The day a meeting was planned for. */
static AjDate
get_planned_for (const AjValues *meeting)
{
  AjDate pattern = aj_values_get_date (meeting, "pattern-date");
  AjWallTime start = { AJ_DATE_NONE, 0 };

  if (pattern == AJ_DATE_NONE)
    aj_values_get_wall_time (meeting, "starts-at", &start);
  return pattern != AJ_DATE_NONE ? pattern : start.date;
}

GPtrArray *
aj_cycle_meetings_list (AjCycleFacts *facts, const AjValues *cycle)
{
  GPtrArray *meetings = aj_cycle_facts_get_meetings (facts);
  GPtrArray *concerned = g_ptr_array_new ();
  AjDateRange period = aj_cycle_meetings_get_period (facts, cycle);

  for (guint i = 0; i < meetings->len; i++)
    if (aj_cycle_meetings_concern (meetings->pdata[i], cycle, &period))
      g_ptr_array_add (concerned, meetings->pdata[i]);
  return concerned;
}

gboolean
aj_cycle_meetings_concern (const AjValues *meeting,
                           const AjValues *cycle,
                           const AjDateRange *period)
{
  return g_strcmp0 (aj_values_get_text (meeting, "cycle"), aj_values_get_id (cycle)) == 0 &&
         aj_date_range_contains (period, get_planned_for (meeting));
}

const char *
aj_cycle_meeting_get_fixed (AjCycleFacts *facts, const AjValues *meeting)
{
  const char *state = aj_values_get_text (meeting, "state");
  AjWallTime start;

  /* Translators: these six stand beside a date of a plan whose meeting is left alone, and say why. */
  if (g_strcmp0 (state, AJ_MEETING_CANCELLED) == 0)
    return N_ ("stays: cancelled");
  if (g_strcmp0 (state, AJ_MEETING_HELD) == 0)
    return N_ ("stays: held");
  if (g_strcmp0 (state, AJ_MEETING_CONFIRMED) == 0)
    return N_ ("stays: confirmed");
  if (aj_meeting_is_handed_out (meeting))
    /* Translators: it is in a calendar file that was given to others. */
    return N_ ("stays: handed out");
  if (aj_values_get_wall_time (meeting, "starts-at", &start) &&
      start.date < aj_cycle_facts_get_today (facts))
    return N_ ("stays: past");
  if (aj_cycle_facts_has_outcome (facts, meeting))
    /* Translators: something was decided or agreed on there. */
    return N_ ("stays: has decisions");
  return NULL;
}

gboolean
aj_cycle_meeting_is_fixed (AjCycleFacts *facts, const AjValues *meeting)
{
  return aj_cycle_meeting_get_fixed (facts, meeting) != NULL;
}

gboolean
aj_cycle_meeting_is_fixed_elsewhere (AjCycleFacts *facts, const AjValues *meeting)
{
  AjDate planned_for = get_planned_for (meeting);
  AjWallTime start;

  return aj_cycle_meeting_is_fixed (facts, meeting) &&
         aj_values_get_wall_time (meeting, "starts-at", &start) &&
         (aj_date_get_year (start.date) != aj_date_get_year (planned_for) ||
          aj_date_get_month (start.date) != aj_date_get_month (planned_for));
}

gboolean
aj_cycle_meeting_is_cancelled (const AjValues *meeting)
{
  return g_strcmp0 (aj_values_get_text (meeting, "state"), AJ_MEETING_CANCELLED) == 0;
}
