/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-meeting-pane.h"

G_BEGIN_DECLS

#define AJ_TYPE_MEETING_FORM (aj_meeting_form_get_type ())

/**
 * AjMeetingForm:
 *
 * The fields of the meeting itself, edited in place.
 */
G_DECLARE_FINAL_TYPE (AjMeetingForm, aj_meeting_form, AJ, MEETING_FORM, AjMeetingPane)

/* Puts the cursor in the theme, as soon as there is one to type in. */
void aj_meeting_form_focus_theme (AjMeetingForm *self);

G_END_DECLS
