/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "aj-services.h"

G_BEGIN_DECLS

#define AJ_TYPE_HISTORY_WINDOW (aj_history_window_get_type ())

/* What was changed, by whom and when, newest first: what somebody who was away, or takes over, reads first. */
G_DECLARE_FINAL_TYPE (AjHistoryWindow, aj_history_window, AJ, HISTORY_WINDOW, AdwWindow)

void aj_history_window_show (GtkWindow *parent, AjServices *services);

G_END_DECLS
