/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "aj-services.h"
#include "aj-timeline-page.h"

G_BEGIN_DECLS

/* Rollouts or loans (@type) in time, on paper: those of @days, an end that is AJ_DATE_NONE being as far as there is
 * something. @from is a widget in the window that asks. */

/* Asks where, and by the end of the name whether as PDF, PNG or SVG; draws and writes without blocking, and tells how it
 * went. */
void aj_timeline_saver_save (GtkWidget *from,
                             AjServices *services,
                             const AjRecordType *type,
                             AjDateRange days);
/* Asks to which printer, and prints without blocking. */
void aj_timeline_saver_print (GtkWidget *from,
                              AjServices *services,
                              const AjRecordType *type,
                              AjDateRange days);
/* A printing of it, without that question. @paper is taken. (transfer full) */
GtkPrintOperation *aj_timeline_saver_make_printing (AjTimelinePaper *paper);

G_END_DECLS
