/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-proposal.h"

#include <glib/gi18n-lib.h>

#include "aj-meeting.h"

static gboolean
is_at (const AjValues *meeting, const AjWallTime *start, const AjWallTime *end)
{
  AjWallTime is_start, is_end;

  return aj_values_get_wall_time (meeting, "starts-at", &is_start) &&
         aj_values_get_wall_time (meeting, "ends-at", &is_end) &&
         aj_wall_time_compare (&is_start, start) == 0 && aj_wall_time_compare (&is_end, end) == 0;
}

gboolean
aj_proposal_get (AjMeetingFacts *facts,
                 const AjInvitee *invitee,
                 AjWallTime *start,
                 AjWallTime *end)
{
  const AjValues *meeting = aj_meeting_facts_get_meeting (facts);
  const AjValues *attendance = invitee->attendance;

  return attendance != NULL && aj_meeting_is_open (meeting) &&
         aj_values_get_wall_time (attendance, "proposed-starts-at", start) &&
         aj_values_get_wall_time (attendance, "proposed-ends-at", end) &&
         (aj_values_is_empty (attendance, "answer-sequence") ||
          aj_values_get_integer (attendance, "answer-sequence") >=
              aj_values_get_integer (meeting, "sequence")) &&
         !is_at (meeting, start, end);
}

/* Settled, either way. */
static void
clear (AjEdit *edit, const AjInvitee *invitee)
{
  AjValues *attendance = aj_edit_change_values (edit, invitee->attendance);

  aj_values_clear (attendance, "proposed-starts-at");
  aj_values_clear (attendance, "proposed-ends-at");
}

void
aj_proposal_move (AjEdit *edit,
                  const AjValues *meeting,
                  const AjWallTime *start,
                  const AjWallTime *end)
{
  AjValues *moved;

  g_return_if_fail (aj_meeting_is_open (meeting));

  moved = aj_edit_change_values (edit, meeting);
  aj_values_set_wall_time (moved, "starts-at", start);
  aj_values_set_wall_time (moved, "ends-at", end);
}

AjEdit *
aj_proposal_accept (AjStore *store, AjMeetingFacts *facts, const AjInvitee *invitee)
{
  g_autofree char *day = NULL;
  g_autofree char *label = NULL;
  AjWallTime start, end;
  AjEdit *edit;

  g_return_val_if_fail (aj_proposal_get (facts, invitee, &start, &end), NULL);

  day = aj_date_format_day_month (start.date);
  /* Translators: names a change in the history; a day, and who proposed it. */
  label = g_strdup_printf (_ ("Move the meeting to %1$s, as %2$s proposed"), day,
                           aj_invitee_get_name (invitee));
  edit = aj_edit_new (store, label);
  clear (edit, invitee);
  aj_proposal_move (edit, aj_meeting_facts_get_meeting (facts), &start, &end);
  return edit;
}

AjEdit *
aj_proposal_decline (AjStore *store, AjMeetingFacts *facts, const AjInvitee *invitee)
{
  g_autofree char *label = NULL;
  AjEdit *edit;

  g_return_val_if_fail (invitee->attendance != NULL, NULL);

  /* Translators: names a change in the history; who proposed another time for a meeting. */
  label = g_strdup_printf (_ ("Decline the time that %s proposed"), aj_invitee_get_name (invitee));
  edit = aj_edit_new (store, label);
  clear (edit, invitee);
  return edit;
}
