/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "aj-services.h"

G_BEGIN_DECLS

#define AJ_TYPE_RETURNS_WINDOW (aj_returns_window_get_type ())

/**
 * AjReturnsWindow:
 *
 * Shows what forms that came back would do, lets a person correct rows and leave them out, and then takes them
 * in as one change, which is told and can be undone where it was asked for.
 */
G_DECLARE_FINAL_TYPE (AjReturnsWindow, aj_returns_window, AJ, RETURNS_WINDOW, AdwWindow)

/* @from: where the outcome is told. @edition_id: NULL for the latest. @paths ends with NULL. */
void aj_returns_window_show (GtkWidget *from,
                             AjServices *services,
                             const char *edition_id,
                             const char *const *paths);

G_END_DECLS
