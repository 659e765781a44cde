/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define AJ_TYPE_VIEW_SWITCH (aj_view_switch_get_type ())

/**
 * AjViewSwitch:
 *
 * Linked buttons for how the same is seen: on the Network page as a list, as a map, or as that map's table; on that of the
 * action day as a map, as its table, or by activity; on that of the interventions also in time and as a board. They name an
 * action of the page, whose state says which one is pressed.
 *
 * Property: "subject" (construct-only): of which page: "network", "action-day" or "interventions".
 */
G_DECLARE_FINAL_TYPE (AjViewSwitch, aj_view_switch, AJ, VIEW_SWITCH, GtkWidget)

GtkWidget *aj_view_switch_new (const char *subject);
/* Puts the focus on the button for @view. */
void aj_view_switch_focus (AjViewSwitch *self, const char *view);
/* Which views can be chosen besides the first; in the beginning each can. */
void aj_view_switch_set_available (AjViewSwitch *self, const char *const *views);

G_END_DECLS
