/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "aj-rollout-calendar.h"
#include "aj-services.h"

G_BEGIN_DECLS

/* Hands rollouts and loans to a calendar: asks where, writes without blocking, and tells how it went and what Outlook makes of
 * the file. @request is copied; @from is a widget in the window that asks. */
void aj_rollout_calendar_saver_save (GtkWidget *from,
                                     AjServices *services,
                                     const AjRolloutCalendarRequest *request);

G_END_DECLS
