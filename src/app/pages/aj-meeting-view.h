/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "aj-services.h"

G_BEGIN_DECLS

#define AJ_TYPE_MEETING_VIEW (aj_meeting_view_get_type ())

/**
 * AjMeetingView:
 *
 * One meeting, edited in place. Brings the actions that a meeting has: meeting.confirm,
 * meeting.set-held, meeting.cancel, meeting.reinstate, meeting.week-earlier, meeting.week-later,
 * meeting.keep-date, meeting.export, meeting.remove; and for its panes meeting.edit-template, meeting.begin-template,
 * meeting.catch-up and meeting.show-invitations.
 *
 * Property: "folded": the list is hidden behind it, and a button leads back ("meetings.show-list").
 */
G_DECLARE_FINAL_TYPE (AjMeetingView, aj_meeting_view, AJ, MEETING_VIEW, AdwBin)

GtkWidget *aj_meeting_view_new (AjServices *services);
void aj_meeting_view_set_record (AjMeetingView *self, AjRecord *meeting);
/* Brings the tab to the front on which a part of the meeting is seen, with the cursor at it once it is there. */
void aj_meeting_view_show_part (AjMeetingView *self, const AjValues *part);
AjRecord *aj_meeting_view_get_record (AjMeetingView *self);
/* Puts the cursor in the theme: where a new meeting begins. */
void aj_meeting_view_focus_theme (AjMeetingView *self);
/* Shows the side of the meeting beside the one in sight, round the end. */
void aj_meeting_view_step_pane (AjMeetingView *self, gboolean forward);
/* Takes it off the list, with an Undo toast; also for the list's Delete key. */
void aj_meeting_view_remove (GtkWidget *from, AjServices *services, AjRecord *meeting);

G_END_DECLS
