/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "aj-meeting-facts.h"

G_BEGIN_DECLS

#define AJ_TYPE_ATTENDEE_ROW (aj_attendee_row_get_type ())

/**
 * AjAttendeeRow:
 *
 * Somebody who is invited: what they answered and whether they were there, each changed with one key while the row has the
 * cursor, or with the mouse. A guest can be left uninvited, also with Delete. Of who only speaks just the presence is noted: what
 * they answered is the briefing of their item.
 *
 * Signal: "chosen" (a field of attendance, "answer", "presence" or "invited-as", and the code of a choice).
 */
G_DECLARE_FINAL_TYPE (AjAttendeeRow, aj_attendee_row, AJ, ATTENDEE_ROW, AdwActionRow)

GtkWidget *aj_attendee_row_new (void);
/* @writable: whether anything can be changed now. */
void aj_attendee_row_show (AjAttendeeRow *self,
                           AjMeetingFacts *facts,
                           const AjInvitee *invitee,
                           gboolean writable);
/* (transfer full): the keys in a sentence, for who does not know them: "Y yes, N no, …". */
char *aj_attendee_row_dup_keys (void);

G_END_DECLS
