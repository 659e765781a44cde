/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "aj-record.h"
#include "aj-services.h"

G_BEGIN_DECLS

/* Dragging a meeting out of the window hands it out as an .ics file, as saving one does. */

/* (transfer full) (nullable): the file, under a name that says which meeting it is, in a folder that goes when the person
 * logs out. @group is the name of the meeting's group, or NULL. NULL with AJ_OUTPUT_FILE_ERROR or AJ_CALENDAR_ERROR when it
 * cannot be made. It is a small file, and not waited for until it is on the disk. */
GdkContentProvider *aj_meeting_drag_new_content (AjServices *services,
                                                 AjRecord *meeting,
                                                 const char *group,
                                                 GError **error);
/* Notes in the store that somebody took it: from now on planning again leaves the meeting alone, and a change of it makes
 * the file outdated. @from is where an error is told. */
void aj_meeting_drag_note (GtkWidget *from, AjServices *services, AjRecord *meeting);

G_END_DECLS
