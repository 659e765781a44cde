/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "aj-record.h"
#include "aj-services.h"

G_BEGIN_DECLS

/* Calendar files out of the application: asks where, writes without blocking, tells how it went and what to do with the file. @from is
 * a widget in the window that asks. */

/* Every meeting there is. */
void aj_calendar_saver_save_all (GtkWidget *from, AjServices *services);
/* The meetings of a year, of one group or (@group is NULL) of all. */
void
aj_calendar_saver_save_cycle (GtkWidget *from, AjServices *services, AjRecord *group, int year);
/* The same into a folder, as one appointment each: a file of several opens in Outlook as a calendar beside one's own. */
void aj_calendar_saver_save_separately (GtkWidget *from,
                                        AjServices *services,
                                        AjRecord *group,
                                        int year);
/* One meeting, as one appointment. */
void aj_calendar_saver_save_meeting (GtkWidget *from,
                                     AjServices *services,
                                     AjRecord *meeting,
                                     AjRecord *group);

G_END_DECLS
