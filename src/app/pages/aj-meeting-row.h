/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "aj-services.h"

G_BEGIN_DECLS

#define AJ_TYPE_MEETING_ROW (aj_meeting_row_get_type ())
/* One meeting in the list: its day, what it is about, why it stands there, and its state. Past ones are grey, the next one is
 * marked. Follows its record. It can be dragged out of the window as an .ics file. */
G_DECLARE_FINAL_TYPE (AjMeetingRow, aj_meeting_row, AJ, MEETING_ROW, GtkBox)

GtkWidget *aj_meeting_row_new (AjServices *services);
/* NULL lets go of it. */
void aj_meeting_row_set_record (AjMeetingRow *self, AjRecord *meeting);
/* The first that is still to come. */
void aj_meeting_row_set_is_next (AjMeetingRow *self, gboolean is_next);

/* How many steps of its preparation are late. */
void aj_meeting_row_set_n_late (AjMeetingRow *self, guint n_late);

G_END_DECLS
