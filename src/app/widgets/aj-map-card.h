/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "aj-map-state.h"

G_BEGIN_DECLS

#define AJ_TYPE_MAP_CARD (aj_map_card_get_type ())

/**
 * AjMapCard:
 *
 * What a map tells of one municipality, beside its tile while the pointer or the cursor is there.
 */
G_DECLARE_FINAL_TYPE (AjMapCard, aj_map_card, AJ, MAP_CARD, GtkPopover)

AjMapCard *aj_map_card_new (void);
void aj_map_card_fill (AjMapCard *self, AjMapState *map, guint index);

G_END_DECLS
