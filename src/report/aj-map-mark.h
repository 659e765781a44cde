/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>

#include "aj-map-state.h"

G_BEGIN_DECLS

/* Draws the mark in the colour that is set, in a square of @size with its corner at 0, 0. In the window and on paper. */
void aj_map_mark_draw (AjMapMark mark, cairo_t *cr, double size);
/* Stripes over a square of @size, in the colour that is set. */
void aj_map_mark_hatch (cairo_t *cr, double size);

G_END_DECLS
