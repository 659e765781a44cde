/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-meeting-facts.h"

G_BEGIN_DECLS

/* Another time for a meeting that somebody who is invited proposed, and about which nobody decided yet. */

/* Whether @invitee proposes one: not of a meeting that was held, is cancelled or is at that time already, and not when it
 * was to an older version. @start and @end receive it. */
gboolean aj_proposal_get (AjMeetingFacts *facts,
                          const AjInvitee *invitee,
                          AjWallTime *start,
                          AjWallTime *end);

/* Has @edit move @meeting, which is open, there. */
void aj_proposal_move (AjEdit *edit,
                       const AjValues *meeting,
                       const AjWallTime *start,
                       const AjWallTime *end);

/* (transfer full): the meeting moves there; and: it stays where it is. To be committed. */
AjEdit *aj_proposal_accept (AjStore *store, AjMeetingFacts *facts, const AjInvitee *invitee);
AjEdit *aj_proposal_decline (AjStore *store, AjMeetingFacts *facts, const AjInvitee *invitee);

G_END_DECLS
