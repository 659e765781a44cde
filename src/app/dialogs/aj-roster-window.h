/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "aj-services.h"

G_BEGIN_DECLS

#define AJ_TYPE_ROSTER_WINDOW (aj_roster_window_get_type ())

/* Who chairs and who hosts a group's meetings of a year: proposed, filled in, swapped; and who is away when. Follows the
 * store. */
G_DECLARE_FINAL_TYPE (AjRosterWindow, aj_roster_window, AJ, ROSTER_WINDOW, AdwWindow)

void aj_roster_window_show (GtkWindow *parent, AjServices *services, const char *group, int year);

G_END_DECLS
