/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-holidays.h"
#include "aj-values.h"

G_BEGIN_DECLS

/* What is said of the date of a meeting, in the language of who reads it. @meeting: an AjMeeting's. */

/* (transfer full): why it stands on its date, as aj_reason_to_text(); "" when nothing is known. */
char *aj_meeting_date_to_text (const AjValues *meeting);
/* Whether something stands in the way and nobody has decided what to do about it. */
gboolean aj_meeting_date_is_to_decide (const AjValues *meeting);
/* (transfer full): the holiday that a meeting was put on, when its reason does not name it, as a sentence; "" when there
 * is none, or when the meeting was held or cancelled. */
char *aj_meeting_date_to_warning (const AjValues *meeting, AjHolidays *holidays);

G_END_DECLS
