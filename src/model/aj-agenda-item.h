/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-record.h"

G_BEGIN_DECLS

/* Something to be spoken about: at a meeting, or, without one, some day (the backlog of its group). It also keeps what was said.
 *
 * Who speaks about it and is not invited to the whole meeting has an appointment for its time (aj-appointment.h). The fields
 * sent-… are what the calendar that was last written to holds, as far as is known; they stay when the item goes to another
 * meeting or back to the backlog, and while it is held the item cannot be removed: there would be nothing to cancel it from. */
#define AJ_TYPE_AGENDA_ITEM (aj_agenda_item_get_type ())
AJ_DECLARE_RECORD (AjAgendaItem, aj_agenda_item, AGENDA_ITEM)

#define AJ_AGENDA_OPEN    "open"    /* still to be dealt with */
#define AJ_AGENDA_DONE    "done"    /* dealt with */
#define AJ_AGENDA_CARRIED "carried" /* to a later meeting, where it is an item of its own */
#define AJ_AGENDA_DROPPED "dropped"

#define AJ_AGENDA_INFORMATION   "information"
#define AJ_AGENDA_DECISION      "decision"
#define AJ_AGENDA_GUEST_SPEAKER "guest-speaker"
#define AJ_AGENDA_STANDING      "standing"

#define AJ_BRIEFING_ASKED    "asked"
#define AJ_BRIEFING_AGREED   "agreed"
#define AJ_BRIEFING_BRIEFED  "briefed" /* and so they said yes */
#define AJ_BRIEFING_DECLINED "declined"

/* The kinds of item; ends with a NULL code. */
extern const AjChoice aj_agenda_kinds[];

gboolean aj_agenda_item_is_open (const AjValues *item);
/* Whether a calendar holds it, as far as is known. */
gboolean aj_agenda_item_is_held (const AjValues *item);

G_END_DECLS
