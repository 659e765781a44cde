/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>

#include "aj-map-state.h"

G_BEGIN_DECLS

/* The paper a map is drawn on, in points. */
typedef struct
{
  double width;
  double height;
} AjMapSheet;

/* A4, lying or standing as gives the larger tiles. */
AjMapSheet aj_map_page_choose_sheet (AjMapState *map);
/* One page: the title, the note, the map and the legend. */
void aj_map_page_draw (cairo_t *cr, AjMapState *map, const AjMapSheet *sheet);
/* The map and below it the legend, as a picture among text: as wide as @width, no higher than @height. Gives how high it is.
 * Without @drawn it only measures, with the letters of @cr; @tagged: with the marks of a figure. */
double aj_map_page_draw_figure (
    cairo_t *cr, AjMapState *map, double width, double height, gboolean drawn, gboolean tagged);
/* The same as text, by district, on as many pages as it takes. Ends each page but the last one. */
void aj_map_page_draw_list (cairo_t *cr, AjMapState *map, const AjMapSheet *sheet);

G_END_DECLS
