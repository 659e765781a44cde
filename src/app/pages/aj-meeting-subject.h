/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-record.h"
#include "aj-store.h"

G_BEGIN_DECLS

#define AJ_TYPE_MEETING_SUBJECT (aj_meeting_subject_get_type ())

/**
 * AjMeetingSubject:
 *
 * What a widget about one meeting looks at: the meeting, and the group it belongs to, which is another
 * record and may become another one.
 *
 * Signal "changed": one of them was set, loaded or changed.
 */
G_DECLARE_FINAL_TYPE (AjMeetingSubject, aj_meeting_subject, AJ, MEETING_SUBJECT, GObject)

AjMeetingSubject *aj_meeting_subject_new (AjStore *store);
/* FALSE when it was that already. NULL lets go of it. */
gboolean aj_meeting_subject_set_meeting (AjMeetingSubject *self, AjRecord *meeting);
/* Both borrowed and nullable; either may not be loaded yet. */
AjRecord *aj_meeting_subject_get_meeting (AjMeetingSubject *self);
AjRecord *aj_meeting_subject_get_group (AjMeetingSubject *self);
/* The name of the group; "" while it is not known. */
const char *aj_meeting_subject_get_group_name (AjMeetingSubject *self);
/* There is a meeting, and its values are there. */
gboolean aj_meeting_subject_is_loaded (AjMeetingSubject *self);

G_END_DECLS
