/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-meeting-pane.h"

G_BEGIN_DECLS

#define AJ_TYPE_AGENDA_PANE (aj_agenda_pane_get_type ())

/**
 * AjAgendaPane:
 *
 * What is spoken about, in its order and by the clock, whether it fits, and beneath it what waits: the backlog of the group
 * and what a meeting before did not come to.
 */
G_DECLARE_FINAL_TYPE (AjAgendaPane, aj_agenda_pane, AJ, AGENDA_PANE, AjMeetingPane)

G_END_DECLS
