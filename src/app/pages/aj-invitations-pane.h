/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-meeting-pane.h"

G_BEGIN_DECLS

#define AJ_TYPE_INVITATIONS_PANE (aj_invitations_pane_get_type ())

/**
 * AjInvitationsPane:
 *
 * Who is invited to the meeting, what the calendar of each holds, and what is owed to whom: the files for it, the mail, and
 * the note that it is out. Read only while it is in sight.
 */
G_DECLARE_FINAL_TYPE (AjInvitationsPane, aj_invitations_pane, AJ, INVITATIONS_PANE, AjMeetingPane)

G_END_DECLS
