/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "aj-services.h"

G_BEGIN_DECLS

#define AJ_TYPE_SEARCH_WINDOW (aj_search_window_get_type ())

/**
 * AjSearchWindow:
 *
 * Everything, found as somebody types: the cursor is in the entry and stays there, Up and Down move the mark, Enter opens
 * what is marked (by the action "win.show-record" of the window behind it) and Escape goes back to where the cursor was.
 * Before anything is typed it shows what was changed last.
 */
G_DECLARE_FINAL_TYPE (AjSearchWindow, aj_search_window, AJ, SEARCH_WINDOW, AdwWindow)

void aj_search_window_show (GtkWindow *parent, AjServices *services);

G_END_DECLS
