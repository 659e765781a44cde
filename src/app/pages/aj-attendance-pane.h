/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-meeting-pane.h"

G_BEGIN_DECLS

#define AJ_TYPE_ATTENDANCE_PANE (aj_attendance_pane_get_type ())

/**
 * AjAttendancePane:
 *
 * Who comes to the meeting and who was there: those who sit in the group on its day, and guests.
 */
G_DECLARE_FINAL_TYPE (AjAttendancePane, aj_attendance_pane, AJ, ATTENDANCE_PANE, AjMeetingPane)

G_END_DECLS
