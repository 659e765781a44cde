/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-record.h"

G_BEGIN_DECLS

/* What is said of a meeting in lists, headings and labels of edits, in the language of who reads it. */

/* The theme, else @group (its name, "" when not known), else "Meeting". (transfer full) */
char *aj_meeting_text_title (AjRecord *meeting, const char *group);
/* "Thu 12 Mar 2026, 10:00–12:00", with the end's date when it is another day. (transfer full) */
char *aj_meeting_text_when (AjRecord *meeting);
/* "12 March", for labels. (transfer full) */
char *aj_meeting_text_day (AjRecord *meeting);
/* What the tag on a meeting says of its state, and how it looks. */
typedef struct
{
  const char *label; /* (nullable), translated */
  const char *css_class;
} AjMeetingTag;

AjMeetingTag aj_meeting_text_state_tag (AjRecord *meeting);

G_END_DECLS
