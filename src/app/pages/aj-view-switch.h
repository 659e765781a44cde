/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define AJ_TYPE_VIEW_SWITCH (aj_view_switch_get_type ())

/**
 * AjViewSwitch:
 *
 * Linked buttons for how the same is seen: on the Network page as a list, as a map, or as that map's table; on that of the
 * action day as a map, as its table, or by activity. They name an action of the page, whose state says which one is pressed.
 *
 * Property: "action" (construct-only): "network.view" or "action-day.view".
 */
G_DECLARE_FINAL_TYPE (AjViewSwitch, aj_view_switch, AJ, VIEW_SWITCH, GtkWidget)

GtkWidget *aj_view_switch_new (const char *action);
/* Puts the focus on the button for @view. */
void aj_view_switch_focus (AjViewSwitch *self, const char *view);
/* Whether a view can be chosen; at first each can. */
void aj_view_switch_set_available (AjViewSwitch *self, const char *view, gboolean available);

G_END_DECLS
