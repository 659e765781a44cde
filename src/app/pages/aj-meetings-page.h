/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-page.h"

G_BEGIN_DECLS

#define AJ_TYPE_MEETINGS_PAGE (aj_meetings_page_get_type ())
/* The meetings of a year, of one group or of all: a list beside the meeting itself. Its actions: meetings.new, meetings.plan,
 * meetings.export, meetings.previous-year, meetings.next-year, meetings.this-year, meetings.show-list. */
G_DECLARE_FINAL_TYPE (AjMeetingsPage, aj_meetings_page, AJ, MEETINGS_PAGE, AjPage)

/* The year shown, and the id of the group (NULL: all groups). */
int aj_meetings_page_get_year (AjMeetingsPage *self);
const char *aj_meetings_page_get_group (AjMeetingsPage *self);
/* Shows the meetings of a group (NULL: all) in a year. */
void aj_meetings_page_show_cycle (AjMeetingsPage *self, const char *group, int year);

G_END_DECLS
