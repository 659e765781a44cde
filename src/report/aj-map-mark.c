/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-map-mark.h"

#define STRIPE 5.0

/* Points in a square of one, each line ends with a negative number. */
#define END -1.0

static const double check[] = { 0.08, 0.55, 0.38, 0.85, 0.92, 0.18, END };
static const double dash[] = { 0.08, 0.5, 0.92, 0.5, END };
static const double cross[] = { 0.15, 0.15, 0.85, 0.85, END };
static const double cross_back[] = { 0.85, 0.15, 0.15, 0.85, END };
static const double upright[] = { 0.5, 0.08, 0.5, 0.92, END };
static const double triangle[] = { 0.5, 0.08, 0.96, 0.9, 0.04, 0.9, END };
static const double diamond[] = { 0.5, 0, 1, 0.5, 0.5, 1, 0, 0.5, END };

static void
trace (cairo_t *cr, const double *points)
{
  cairo_new_sub_path (cr);
  for (; *points >= 0; points += 2)
    cairo_line_to (cr, points[0], points[1]);
}

static void
fill (cairo_t *cr, const double *points)
{
  trace (cr, points);
  cairo_close_path (cr);
  cairo_fill (cr);
}

static void
draw_dots (cairo_t *cr)
{
  for (int i = 0; i < 3; i++)
    {
      cairo_new_sub_path (cr);
      cairo_arc (cr, 0.15 + i * 0.35, 0.5, 0.13, 0, 2 * G_PI);
    }
  cairo_fill (cr);
}

static void
draw_round (AjMapMark mark, cairo_t *cr)
{
  cairo_new_sub_path (cr);
  cairo_arc (cr, 0.5, 0.5, mark == AJ_MAP_MARK_DISC ? 0.46 : 0.38, 0, 2 * G_PI);
  if (mark == AJ_MAP_MARK_DISC)
    {
      cairo_fill (cr);
      return;
    }
  cairo_stroke (cr);
  if (mark == AJ_MAP_MARK_HALF)
    {
      cairo_arc (cr, 0.5, 0.5, 0.38, G_PI / 2, 3 * G_PI / 2);
      cairo_fill (cr);
    }
}

static void
draw_lines (cairo_t *cr, const double *first, const double *second)
{
  trace (cr, first);
  if (second != NULL)
    trace (cr, second);
  cairo_stroke (cr);
}

static void
draw (AjMapMark mark, cairo_t *cr)
{
  switch (mark)
    {
    case AJ_MAP_MARK_CHECK:
      draw_lines (cr, check, NULL);
      break;
    case AJ_MAP_MARK_DASH:
      draw_lines (cr, dash, NULL);
      break;
    case AJ_MAP_MARK_DOTS:
      draw_dots (cr);
      break;
    case AJ_MAP_MARK_CROSS:
      draw_lines (cr, cross, cross_back);
      break;
    case AJ_MAP_MARK_PLUS:
      draw_lines (cr, dash, upright);
      break;
    case AJ_MAP_MARK_DISC:
    case AJ_MAP_MARK_RING:
    case AJ_MAP_MARK_HALF:
      draw_round (mark, cr);
      break;
    case AJ_MAP_MARK_SQUARE:
      cairo_rectangle (cr, 0.08, 0.08, 0.84, 0.84);
      cairo_fill (cr);
      break;
    case AJ_MAP_MARK_FRAME:
      cairo_rectangle (cr, 0.15, 0.15, 0.7, 0.7);
      cairo_stroke (cr);
      break;
    case AJ_MAP_MARK_TRIANGLE:
      fill (cr, triangle);
      break;
    case AJ_MAP_MARK_DIAMOND:
      fill (cr, diamond);
      break;
    case AJ_MAP_MARK_NONE:
    case AJ_MAP_N_MARKS:
    default:
      break;
    }
}

void
aj_map_mark_draw (AjMapMark mark, cairo_t *cr, double size)
{
  cairo_save (cr);
  cairo_scale (cr, size, size);
  cairo_set_line_width (cr, 0.18);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  draw (mark, cr);
  cairo_restore (cr);
}

void
aj_map_mark_hatch (cairo_t *cr, double size)
{
  cairo_save (cr);
  cairo_rectangle (cr, 0, 0, size, size);
  cairo_clip (cr);
  cairo_set_line_width (cr, STRIPE / 3);
  for (double at = STRIPE; at < 2 * size; at += STRIPE)
    {
      cairo_move_to (cr, at, 0);
      cairo_line_to (cr, 0, at);
    }
  cairo_stroke (cr);
  cairo_restore (cr);
}
