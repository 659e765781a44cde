/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "aj-services.h"

G_BEGIN_DECLS

#define AJ_TYPE_TEMPLATE_WINDOW (aj_template_window_get_type ())

/**
 * AjTemplateWindow:
 *
 * What a group's cycle asks for around every meeting, and what stands on every agenda: edited in place, and brought to the
 * coming meetings with one button.
 */
G_DECLARE_FINAL_TYPE (AjTemplateWindow, aj_template_window, AJ, TEMPLATE_WINDOW, AdwWindow)

void aj_template_window_show (GtkWindow *parent, AjServices *services, const char *group_id);

G_END_DECLS
