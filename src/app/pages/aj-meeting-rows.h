/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "aj-services.h"

G_BEGIN_DECLS

#define AJ_TYPE_MEETING_ROWS (aj_meeting_rows_get_type ())

/**
 * AjMeetingRows:
 *
 * Makes the rows of a list of meetings, and keeps the mark on the one that is next.
 *
 * Signal "marked" (guint): after the rows were marked: the place in the list of the meeting to look at first, as
 * aj_meeting_next_choose () finds it.
 */
G_DECLARE_FINAL_TYPE (AjMeetingRows, aj_meeting_rows, AJ, MEETING_ROWS, GObject)

/* @meetings (AjRecord): in order of time. */
AjMeetingRows *aj_meeting_rows_new (AjServices *services, GListModel *meetings);
/* (transfer full): for the list view; the rows outlive neither the list nor this. */
GtkListItemFactory *aj_meeting_rows_make_factory (AjMeetingRows *self);
/* Marks again, once what is under way is done. It happens by itself when a meeting changes. */
void aj_meeting_rows_mark_soon (AjMeetingRows *self);

G_END_DECLS
