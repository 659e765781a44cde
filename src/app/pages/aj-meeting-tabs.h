/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-meeting-pane.h"

G_BEGIN_DECLS

#define AJ_TYPE_MEETING_TABS (aj_meeting_tabs_get_type ())

/**
 * AjMeetingTabs:
 *
 * The panes of a meeting, one in sight, with a row of tabs above it. Which one that is stays when another meeting is shown:
 * whoever goes through the agendas of a year goes through agendas.
 */
G_DECLARE_FINAL_TYPE (AjMeetingTabs, aj_meeting_tabs, AJ, MEETING_TABS, GtkWidget)

/* Once; all panes of the table look at @subject, and share what @reader read of it. */
void aj_meeting_tabs_set_up (AjMeetingTabs *self,
                             AjServices *services,
                             AjMeetingSubject *subject,
                             AjLiveReader *reader);
/* Brings a pane in sight. (transfer none) (nullable): it; NULL when the table has none of that name. */
AjMeetingPane *aj_meeting_tabs_show_pane (AjMeetingTabs *self, const char *name);
/* The same for the one that a part of the meeting is seen on, with the cursor at it once it is there. */
void aj_meeting_tabs_show_part (AjMeetingTabs *self, const AjValues *part);
/* (transfer none) (nullable): the one in sight. */
AjMeetingPane *aj_meeting_tabs_get_pane (AjMeetingTabs *self);
/* Goes to the tab beside the one that is pressed, round the end; the cursor goes along. */
void aj_meeting_tabs_step (AjMeetingTabs *self, gboolean forward);

G_END_DECLS
