/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-record.h"

G_BEGIN_DECLS

/* One meeting. Its times are what the clock on the wall says in its zone. */
#define AJ_TYPE_MEETING (aj_meeting_get_type ())
AJ_DECLARE_RECORD (AjMeeting, aj_meeting, MEETING)

/* The states a meeting goes through; the codes are stored. */
#define AJ_MEETING_CONCEPT   "concept"
#define AJ_MEETING_PLANNED   "planned"
#define AJ_MEETING_CONFIRMED "confirmed"
#define AJ_MEETING_HELD      "held"
#define AJ_MEETING_CANCELLED "cancelled"

/* Whether a change moves or cancels it for those who hold it, or takes that back: then the SEQUENCE rises (RFC 5545, 3.8.7.4),
 * and what was answered before is no answer any more (RFC 5546, 2.1.4). That it is certain now, or was held, is no such change. */
gboolean aj_meeting_calls_for_update (const AjValues *before, const AjValues *after);
/* Whether it is still to come, or to be marked as held: neither held nor cancelled. */
gboolean aj_meeting_is_open (const AjValues *meeting);
/* Whether it was ever written to a calendar file; and whether that file tells an older version than what holds now. Of a
 * meeting that was held nobody needs an update any more. */
gboolean aj_meeting_is_handed_out (const AjValues *meeting);
gboolean aj_meeting_is_outdated (const AjValues *meeting);

G_END_DECLS
