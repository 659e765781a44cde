/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-meeting-pane.h"

G_BEGIN_DECLS

#define AJ_TYPE_MINUTES_PANE (aj_minutes_pane_get_type ())

/**
 * AjMinutesPane:
 *
 * The minutes of a meeting, typed while it is held: item by item what was said, decided, agreed on and handed round, then
 * what the group still has to do from before. At the top how far the minutes are, with what comes next.
 *
 * Actions: minutes.go-on, minutes.reopen, minutes.mail, minutes.next-item, minutes.previous-item.
 */
G_DECLARE_FINAL_TYPE (AjMinutesPane, aj_minutes_pane, AJ, MINUTES_PANE, AjMeetingPane)

G_END_DECLS
