/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-pen.h"

#include "aj-map-mark.h"

/* Light grounds that dark letters can be read on; in black and white they come out nearly alike, and the marks tell. */
static const struct
{
  double red;
  double green;
  double blue;
} grounds[AJ_MAP_N_TONES] = {
  [AJ_MAP_TONE_PLAIN] = { 0.96, 0.96, 0.96 },  [AJ_MAP_TONE_GOOD] = { 0.80, 0.92, 0.84 },
  [AJ_MAP_TONE_WAIT] = { 1.00, 0.91, 0.70 },   [AJ_MAP_TONE_BAD] = { 0.98, 0.80, 0.78 },
  [AJ_MAP_TONE_ACCENT] = { 0.80, 0.88, 0.98 }, [AJ_MAP_TONE_1] = { 0.76, 0.86, 0.95 },
  [AJ_MAP_TONE_2] = { 0.99, 0.87, 0.66 },      [AJ_MAP_TONE_3] = { 0.74, 0.91, 0.84 },
  [AJ_MAP_TONE_4] = { 0.94, 0.82, 0.90 },      [AJ_MAP_TONE_5] = { 0.98, 0.95, 0.68 },
  [AJ_MAP_TONE_6] = { 0.97, 0.80, 0.70 },      [AJ_MAP_TONE_7] = { 0.82, 0.93, 0.99 },
  [AJ_MAP_TONE_8] = { 0.86, 0.86, 0.86 },
};

void
aj_pen_begin (AjPen *self, cairo_t *cr)
{
  g_autoptr (PangoFontDescription) font = pango_font_description_from_string ("Sans");

  *self = (AjPen){ cr, pango_cairo_create_layout (cr) };
  pango_context_set_font_description (pango_layout_get_context (self->layout), font);
}

void
aj_pen_end (AjPen *self)
{
  g_clear_object (&self->layout);
}

void
aj_pen_set_text (AjPen *self, const char *text, double size, gboolean bold, double width)
{
  g_autoptr (PangoFontDescription) font = pango_font_description_from_string ("Sans");

  pango_font_description_set_absolute_size (font, size * PANGO_SCALE);
  pango_font_description_set_weight (font, bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_layout_set_font_description (self->layout, font);
  pango_layout_set_alignment (self->layout, PANGO_ALIGN_LEFT);
  pango_layout_set_spacing (self->layout, 0);
  pango_layout_set_ellipsize (self->layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_wrap (self->layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_width (self->layout, width > 0 ? (int) (width * PANGO_SCALE) : -1);
  pango_layout_set_text (self->layout, text, -1);
}

double
aj_pen_write (
    AjPen *self, const char *text, double size, gboolean bold, double x, double y, double width)
{
  int height;

  aj_pen_set_text (self, text, size, bold, width);
  cairo_set_source_rgb (self->cr, 0.1, 0.1, 0.1);
  cairo_move_to (self->cr, x, y);
  pango_cairo_show_layout (self->cr, self->layout);
  pango_layout_get_size (self->layout, NULL, &height);
  return (double) height / PANGO_SCALE;
}

double
aj_pen_measure (AjPen *self, const char *text, double size)
{
  int width;

  aj_pen_set_text (self, text, size, FALSE, 0);
  pango_layout_get_size (self->layout, &width, NULL);
  return (double) width / PANGO_SCALE;
}

static void
trace_rounded (cairo_t *cr, const AjMapRect *rect, double radius)
{
  double right = rect->x + rect->width, bottom = rect->y + rect->height;

  cairo_new_sub_path (cr);
  cairo_arc (cr, right - radius, rect->y + radius, radius, -G_PI / 2, 0);
  cairo_arc (cr, right - radius, bottom - radius, radius, 0, G_PI / 2);
  cairo_arc (cr, rect->x + radius, bottom - radius, radius, G_PI / 2, G_PI);
  cairo_arc (cr, rect->x + radius, rect->y + radius, radius, G_PI, 3 * G_PI / 2);
  cairo_close_path (cr);
}

void
aj_pen_draw_ground (AjPen *self, const AjMapClass *class, const AjMapRect *rect, double radius)
{
  AjMapTone tone = class != NULL ? class->tone : AJ_MAP_TONE_PLAIN;
  cairo_t *cr = self->cr;

  trace_rounded (cr, rect, radius);
  cairo_set_source_rgb (cr, grounds[tone].red, grounds[tone].green, grounds[tone].blue);
  cairo_fill (cr);
  if (class != NULL && class->hatched)
    {
      cairo_save (cr);
      trace_rounded (cr, rect, radius);
      cairo_clip (cr);
      cairo_translate (cr, rect->x, rect->y);
      cairo_set_source_rgb (cr, 0.78, 0.78, 0.78);
      aj_map_mark_hatch (cr, MAX (rect->width, rect->height));
      cairo_restore (cr);
    }
  trace_rounded (cr, rect, radius);
  cairo_set_source_rgb (cr, 0.55, 0.55, 0.55);
  cairo_set_line_width (cr, 0.5);
  cairo_stroke (cr);
}

void
aj_pen_draw_mark (AjPen *self, AjMapMark mark, double x, double y, double size)
{
  cairo_save (self->cr);
  cairo_translate (self->cr, x, y);
  cairo_set_source_rgb (self->cr, 0.1, 0.1, 0.1);
  aj_map_mark_draw (mark, self->cr, size);
  cairo_restore (self->cr);
}
