/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-cycle-facts.h"

G_BEGIN_DECLS

/* Which meetings a plan is about, and which of them it leaves alone. */

/* The days whose meetings a plan is about: the year, and on to the end of the month of the last date by the rule. */
AjDateRange aj_cycle_meetings_get_period (AjCycleFacts *facts, const AjValues *cycle);
/* (element-type AjValues) (transfer container): the meetings of the cycle that were planned for those days. */
GPtrArray *aj_cycle_meetings_list (AjCycleFacts *facts, const AjValues *cycle);
/* Whether the meeting is one of those; @period: of aj_cycle_meetings_get_period(). */
gboolean aj_cycle_meetings_concern (const AjValues *meeting,
                                    const AjValues *cycle,
                                    const AjDateRange *period);

/* (nullable): why planning again leaves the meeting alone, to be translated: "stays: confirmed". NULL when it does not. */
const char *aj_cycle_meeting_get_fixed (AjCycleFacts *facts, const AjValues *meeting);
gboolean aj_cycle_meeting_is_fixed (AjCycleFacts *facts, const AjValues *meeting);
/* Fixed in another month than it was planned for, where it may be in the way of what was planned there. */
gboolean aj_cycle_meeting_is_fixed_elsewhere (AjCycleFacts *facts, const AjValues *meeting);
gboolean aj_cycle_meeting_is_cancelled (const AjValues *meeting);

G_END_DECLS
