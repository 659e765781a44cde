/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-record.h"

G_BEGIN_DECLS

/* One person at one meeting: as what they are invited, what they were last sent, what they answered, whether they were there. The
 * fields sent-… are what their calendar holds as far as is known. */
#define AJ_TYPE_ATTENDANCE (aj_attendance_get_type ())
AJ_DECLARE_RECORD (AjAttendance, aj_attendance, ATTENDANCE)

#define AJ_ANSWER_YES   "yes"
#define AJ_ANSWER_NO    "no"
#define AJ_ANSWER_MAYBE "maybe"
#define AJ_ANSWER_SENDS "sends" /* somebody else comes for them */

#define AJ_PRESENCE_PRESENT "present"
#define AJ_PRESENCE_ABSENT  "absent"
#define AJ_PRESENCE_EXCUSED "excused"

#define AJ_INVITED_SEAT    "seat"
#define AJ_INVITED_GUEST   "guest"
#define AJ_INVITED_SPEAKER "speaker"

#define AJ_SENT_REQUEST "request"
#define AJ_SENT_CANCEL  "cancel"

/* What a calendar was sent; ends with a NULL code. */
extern const AjChoice aj_sent_methods[];

G_END_DECLS
