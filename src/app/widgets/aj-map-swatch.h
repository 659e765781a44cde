/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "aj-map-state.h"

G_BEGIN_DECLS

#define AJ_TYPE_MAP_SWATCH (aj_map_swatch_get_type ())

/**
 * AjMapSwatch:
 *
 * A small tile that stands for a state in a legend, a card or a table: its colour, pattern and mark.
 */
G_DECLARE_FINAL_TYPE (AjMapSwatch, aj_map_swatch, AJ, MAP_SWATCH, GtkWidget)

AjMapSwatch *aj_map_swatch_new (void);
/* @class is nullable: nothing. */
void aj_map_swatch_set_class (AjMapSwatch *self, const AjMapClass *class);

/* Dresses a widget in the style of a state: what the style sheet calls tone-good, hatched and so on. */
void aj_map_swatch_dress (GtkWidget *widget, const AjMapClass *class);
/* Draws a mark in the colour of the widget's text. */
void aj_map_swatch_snapshot_mark (
    GtkWidget *widget, GtkSnapshot *snapshot, AjMapMark mark, double x, double y, double size);
/* Draws stripes over the whole widget. */
void aj_map_swatch_snapshot_hatch (GtkWidget *widget, GtkSnapshot *snapshot);

G_END_DECLS
