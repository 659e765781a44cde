/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-invitations.h"

G_BEGIN_DECLS

struct _AjInvitations
{
  AjMeetingFacts *facts; /* (owned) */
  GArray *owed;          /* (owned) (element-type AjOwedLetter) */
  AjSpeakers *speakers;  /* (owned) */
  AjInvitationCounts counts;
};

/* Of some kind only: how many letters. */
guint aj_invitations_count_owed (AjInvitations *self, AjLetterKind kind);

/* (transfer full): an edit that notes what went out: nothing of it is undone, and what somebody changed meanwhile does not
 * unsend it. To be labelled with how many letters. */
AjEdit *aj_invitations_begin_note (AjStore *store);
void aj_invitations_label_note (AjEdit *edit, guint n_letters);
/* What went out binds as a calendar file does: the meeting can be cancelled, not removed. */
void aj_invitations_note_handed_out (AjEdit *edit,
                                     const AjValues *meeting,
                                     gint64 sequence,
                                     gint64 stamp);
/* As part of such a note, of which @told (element-type utf8, used as a set) were sent an invitation: when that is everybody who
 * is invited and can be reached, sending it is done on the checklist. */
void aj_invitations_tick_step (AjMeetingFacts *facts, AjEdit *edit, GHashTable *told);

G_END_DECLS
