/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-text-scale.h"

/* 11 points at 96 dots an inch, in pixels. */
#define USUAL (11 * 96 / 72.0)
#define LEAST 0.75
#define MOST  3.0

double
aj_text_scale_get (GtkWidget *widget)
{
  PangoContext *context = gtk_widget_get_pango_context (widget);
  PangoFontDescription *font = pango_context_get_font_description (context);
  double size = (double) pango_font_description_get_size (font) / PANGO_SCALE;

  if (!pango_font_description_get_size_is_absolute (font))
    size *= pango_cairo_context_get_resolution (context) / 72;
  return CLAMP (size / USUAL, LEAST, MOST);
}
