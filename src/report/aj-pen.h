/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pangocairo.h>

#include "aj-map-plan.h"

G_BEGIN_DECLS

/**
 * AjPen:
 *
 * What it takes to write and draw on paper, in points: letters, and states with their ground and their mark as the map has
 * them, readable in black and white.
 */
typedef struct
{
  cairo_t *cr;
  PangoLayout *layout; /* (owned): of what was set last */
} AjPen;

void aj_pen_begin (AjPen *self, cairo_t *cr);
void aj_pen_end (AjPen *self);

/* @width 0: as wide as it is; else it is cut off there. */
void aj_pen_set_text (AjPen *self, const char *text, double size, gboolean bold, double width);
/* Gives the height. */
double aj_pen_write (
    AjPen *self, const char *text, double size, gboolean bold, double x, double y, double width);
double aj_pen_measure (AjPen *self, const char *text, double size);

/* A rectangle with round corners in the colour of a state, striped when it is. @class (nullable): none. */
void
aj_pen_draw_ground (AjPen *self, const AjMapClass *class, const AjMapRect *rect, double radius);
void aj_pen_draw_mark (AjPen *self, AjMapMark mark, double x, double y, double size);

G_END_DECLS
