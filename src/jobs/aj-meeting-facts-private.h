/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-meeting-facts.h"

G_BEGIN_DECLS

/* The facts are read and listed in aj-meeting-facts.c; who is at the meeting is worked out in aj-meeting-people.c. */

struct _AjMeetingFacts
{
  gatomicrefcount references;
  AjSurroundings *around; /* (owned) */
  AjGroupBook *book;      /* (owned) */
  GArray *invitees;       /* (owned) (element-type AjInvitee) */
  GArray *speakers;       /* (owned) (element-type AjInvitee) */
  GPtrArray *agenda;      /* (owned) (element-type AjValues): these hold borrowed values */
  GPtrArray *left_items;
  GPtrArray *decisions;
  GPtrArray *tasks;
  GArray *expected; /* (owned) (nullable): what aj_meeting_facts_expect_attendance() put there */
};

/* (element-type AjValues) (transfer none): what is part of the meeting. */
GPtrArray *aj_meeting_facts_list_parts (AjMeetingFacts *self, const AjRecordType *type);
/* Who is invited, who was and left, and who speaks; the agenda is there. */
void aj_meeting_facts_fill_people (AjMeetingFacts *self);

G_END_DECLS
