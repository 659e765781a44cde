/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-edit.h"
#include "aj-meeting-facts.h"

G_BEGIN_DECLS

/* Who comes and who was there: each one edit, to be committed by whoever asked for it. */

/* How those who are invited stand. */
typedef struct
{
  guint n_invited;
  guint n_yes; /* also those who send somebody */
  guint n_no;
  guint n_maybe;
  guint n_silent; /* said nothing, or to an older version of the meeting */
  guint n_present;
} AjAttendanceCounts;

AjAttendanceCounts aj_attendance_job_count (AjMeetingFacts *facts);

/* (transfer full): @field is "answer" or "presence", @code one of its choices; the one that is there already is taken away,
 * so the same key twice is a mistake mended. The facts tell it from then on; should it not be stored, they are to be told so
 * (aj_meeting_facts_expect_nothing()). */
AjEdit *aj_attendance_job_set (AjStore *store,
                               AjMeetingFacts *facts,
                               const AjInvitee *invitee,
                               const char *field,
                               const char *code);
/* (transfer full) (nullable): of everybody of whom it is not known yet: who said yes was there, who said no is excused. NULL
 * when there is nothing to fill in. */
AjEdit *aj_attendance_job_fill_presence (AjStore *store, AjMeetingFacts *facts);
/* (transfer full): somebody who does not sit in the group is invited as well. @holder_field is "person" or "organisation". */
AjEdit *aj_attendance_job_add_guest (AjStore *store,
                                     AjMeetingFacts *facts,
                                     const char *holder_field,
                                     const char *holder_id,
                                     const char *holder_name);
/* Whether somebody is invited without sitting in the group; and (transfer full): that they are not any more. Who was sent
 * something stays known, for they are owed a cancellation. */
gboolean aj_attendance_job_is_guest (const AjInvitee *invitee);
AjEdit *aj_attendance_job_remove_guest (AjStore *store, const AjInvitee *invitee);

G_END_DECLS
