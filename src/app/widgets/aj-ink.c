/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-ink.h"

GdkRGBA
aj_ink_get (GtkWidget *widget)
{
  GdkRGBA color;

  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &color);
  return color;
}

GdkRGBA
aj_ink_get_solid (GtkWidget *widget)
{
  GdkRGBA color = aj_ink_get (widget);
  GdkRGBA ground;

  if (!gtk_style_context_lookup_color (gtk_widget_get_style_context (widget), "view_bg_color",
                                       &ground))
    return color;
  color.red = color.red * color.alpha + ground.red * (1 - color.alpha);
  color.green = color.green * color.alpha + ground.green * (1 - color.alpha);
  color.blue = color.blue * color.alpha + ground.blue * (1 - color.alpha);
  color.alpha = 1;
  return color;
}
