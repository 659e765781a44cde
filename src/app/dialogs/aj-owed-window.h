/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "aj-services.h"

G_BEGIN_DECLS

#define AJ_TYPE_OWED_WINDOW (aj_owed_window_get_type ())

/**
 * AjOwedWindow:
 *
 * All coming meetings of which somebody's calendar is not right: one button makes the mails for all of them, and one notes
 * that they went out.
 */
G_DECLARE_FINAL_TYPE (AjOwedWindow, aj_owed_window, AJ, OWED_WINDOW, AdwWindow)

void aj_owed_window_show (GtkWindow *parent, AjServices *services);

G_END_DECLS
