/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "aj-as-of-button.h"
#include "aj-network-facts.h"
#include "aj-services.h"
#include "aj-view-switch.h"

G_BEGIN_DECLS

#define AJ_TYPE_MAP_PANE (aj_map_pane_get_type ())

/**
 * AjMapPane:
 *
 * The municipalities of a day, today as at first, on a map of tiles, or as the table of that map, with a choice of what it
 * shows: districts, school holiday regions, the last contact, or who takes part in a group. Loads when it comes into view,
 * and follows every commit from then on. What it shows is remembered in the settings; the day is not.
 *
 * Signal: "opened" (AjRecord *).
 */
G_DECLARE_FINAL_TYPE (AjMapPane, aj_map_pane, AJ, MAP_PANE, GtkWidget)

void aj_map_pane_set_services (AjMapPane *self, AjServices *services);
/* The table in place of the map. */
void aj_map_pane_set_table (AjMapPane *self, gboolean table);
/* Marks the municipality with this id, now or when the map has it; NULL: none. Does not open it. */
void aj_map_pane_select (AjMapPane *self, const char *id);
/* The switch between list, map and table. */
AjViewSwitch *aj_map_pane_get_switch (AjMapPane *self);
/* (transfer none): of which day it shows the municipalities. */
AjAsOfButton *aj_map_pane_get_as_of (AjMapPane *self);
/* What it shows; @group (nullable, transfer full) receives the id of the group, or NULL. */
AjNetworkSubject aj_map_pane_get_subject (AjMapPane *self, char **group);

G_END_DECLS
