/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-meeting-pane.h"

G_BEGIN_DECLS

#define AJ_TYPE_PREPARATION_PANE (aj_preparation_pane_get_type ())

/**
 * AjPreparationPane:
 *
 * What is to be done around the meeting, by when and by whom: ticked off here, added to with one line, and from the list
 * that its cycle has for every meeting.
 */
G_DECLARE_FINAL_TYPE (AjPreparationPane, aj_preparation_pane, AJ, PREPARATION_PANE, AjMeetingPane)

G_END_DECLS
