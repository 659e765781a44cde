/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "aj-services.h"

G_BEGIN_DECLS

#define AJ_TYPE_PREFERENCES_WINDOW (aj_preferences_window_get_type ())

/* What the program should know of its user, kept in the settings of the computer as it is typed, and of the network, kept
 * in the data file. A mail address or time zone that cannot be one is not kept, and is said to be wrong. */
G_DECLARE_FINAL_TYPE (
    AjPreferencesWindow, aj_preferences_window, AJ, PREFERENCES_WINDOW, AdwPreferencesWindow)

/* @services (nullable): of the file that is open. */
AjPreferencesWindow *aj_preferences_window_new (GSettings *settings, AjServices *services);
void aj_preferences_window_show (GtkWindow *parent, GSettings *settings, AjServices *services);

G_END_DECLS
