/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-network-facts.h"
#include "aj-services.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define AJ_TYPE_MAP_SELECTION (aj_map_selection_get_type ())

/**
 * AjMapSelection:
 *
 * Under a map: which municipalities are selected, and what can be done with them.
 *
 * Signal: "cleared", by its button: nothing is to be selected any more.
 */
G_DECLARE_FINAL_TYPE (AjMapSelection, aj_map_selection, AJ, MAP_SELECTION, GtkWidget)

void aj_map_selection_set_services (AjMapSelection *self, AjServices *services);
/* The municipalities of @facts (nullable: none) with these ids (element-type utf8), as a map shows them of @date. A mail
 * goes to who is there on that day, when it is still to come, else to who is there today. Their district is what it is now,
 * so it can only be set on a map of today. */
void
aj_map_selection_show (AjMapSelection *self, AjNetworkFacts *facts, GPtrArray *ids, AjDate date);

G_END_DECLS
