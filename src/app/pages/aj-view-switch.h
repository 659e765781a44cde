/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define AJ_TYPE_VIEW_SWITCH (aj_view_switch_get_type ())

/**
 * AjViewSwitch:
 *
 * Three linked buttons for how municipalities are seen: as a list, as a map, or as that map's table. They name the action
 * "network.view" of the page, whose state says which one is pressed.
 */
G_DECLARE_FINAL_TYPE (AjViewSwitch, aj_view_switch, AJ, VIEW_SWITCH, GtkWidget)

GtkWidget *aj_view_switch_new (void);
/* Puts the focus on the button for @view. */
void aj_view_switch_focus (AjViewSwitch *self, const char *view);

G_END_DECLS
