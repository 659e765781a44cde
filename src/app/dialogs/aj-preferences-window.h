/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define AJ_TYPE_PREFERENCES_WINDOW (aj_preferences_window_get_type ())

/* What the program should know of its user: kept in the settings as it is typed. A mail address or time zone that
 * cannot be one is not kept, and is said to be wrong. */
G_DECLARE_FINAL_TYPE (
    AjPreferencesWindow, aj_preferences_window, AJ, PREFERENCES_WINDOW, AdwPreferencesWindow)

AjPreferencesWindow *aj_preferences_window_new (GSettings *settings);
void aj_preferences_window_show (GtkWindow *parent, GSettings *settings);

G_END_DECLS
