/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-map-swatch.h"

#include "aj-ink.h"
#include "aj-map-mark.h"

#define SIZE         18
#define HATCH_WEIGHT 0.12f

struct _AjMapSwatch
{
  GtkWidget parent_instance;
  AjMapMark mark;
  gboolean hatched;
};

G_DEFINE_FINAL_TYPE (AjMapSwatch, aj_map_swatch, GTK_TYPE_WIDGET)

static const char *const tones[AJ_MAP_N_TONES] = {
  [AJ_MAP_TONE_PLAIN] = "tone-plain",   [AJ_MAP_TONE_GOOD] = "tone-good",
  [AJ_MAP_TONE_WAIT] = "tone-wait",     [AJ_MAP_TONE_BAD] = "tone-bad",
  [AJ_MAP_TONE_ACCENT] = "tone-accent", [AJ_MAP_TONE_1] = "tone-1",
  [AJ_MAP_TONE_2] = "tone-2",           [AJ_MAP_TONE_3] = "tone-3",
  [AJ_MAP_TONE_4] = "tone-4",           [AJ_MAP_TONE_5] = "tone-5",
  [AJ_MAP_TONE_6] = "tone-6",           [AJ_MAP_TONE_7] = "tone-7",
  [AJ_MAP_TONE_8] = "tone-8",
};

void
aj_map_swatch_dress (GtkWidget *widget, const AjMapClass *class)
{
  for (guint i = 0; i < AJ_MAP_N_TONES; i++)
    if (class != NULL && class->tone == (AjMapTone) i)
      gtk_widget_add_css_class (widget, tones[i]);
    else
      gtk_widget_remove_css_class (widget, tones[i]);
}

void
aj_map_swatch_snapshot_mark (
    GtkWidget *widget, GtkSnapshot *snapshot, AjMapMark mark, double x, double y, double size)
{
  GdkRGBA color = aj_ink_get (widget);
  graphene_rect_t bounds;
  cairo_t *cr;

  if (mark == AJ_MAP_MARK_NONE)
    return;
  /* Round ends reach a little out of the square. */
  graphene_rect_init (&bounds, (float) x - 1, (float) y - 1, (float) size + 2, (float) size + 2);
  cr = gtk_snapshot_append_cairo (snapshot, &bounds);
  cairo_translate (cr, x, y);
  gdk_cairo_set_source_rgba (cr, &color);
  aj_map_mark_draw (mark, cr, size);
  cairo_destroy (cr);
}

void
aj_map_swatch_snapshot_hatch (GtkWidget *widget, GtkSnapshot *snapshot)
{
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  GdkRGBA color = aj_ink_get (widget);
  graphene_rect_t bounds;
  cairo_t *cr;

  color.alpha *= HATCH_WEIGHT;
  graphene_rect_init (&bounds, 0, 0, (float) width, (float) height);
  cr = gtk_snapshot_append_cairo (snapshot, &bounds);
  gdk_cairo_set_source_rgba (cr, &color);
  aj_map_mark_hatch (cr, MAX (width, height));
  cairo_destroy (cr);
}

static void
aj_map_swatch_measure (GtkWidget *widget,
                       GtkOrientation orientation,
                       int for_size,
                       int *minimum,
                       int *natural,
                       int *minimum_baseline,
                       int *natural_baseline)
{
  *minimum = *natural = SIZE;
}

static void
aj_map_swatch_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  AjMapSwatch *self = AJ_MAP_SWATCH (widget);
  double size = MIN (gtk_widget_get_width (widget), gtk_widget_get_height (widget));
  double mark = size * 0.56;

  if (self->hatched)
    aj_map_swatch_snapshot_hatch (widget, snapshot);
  aj_map_swatch_snapshot_mark (widget, snapshot, self->mark, (size - mark) / 2, (size - mark) / 2,
                               mark);
}

static void
aj_map_swatch_class_init (AjMapSwatchClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->measure = aj_map_swatch_measure;
  widget_class->snapshot = aj_map_swatch_snapshot;
  gtk_widget_class_set_css_name (widget_class, "map-swatch");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
aj_map_swatch_init (AjMapSwatch *self)
{
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

AjMapSwatch *
aj_map_swatch_new (void)
{
  return g_object_new (AJ_TYPE_MAP_SWATCH, NULL);
}

void
aj_map_swatch_set_class (AjMapSwatch *self, const AjMapClass *class)
{
  self->mark = class != NULL ? class->mark : AJ_MAP_MARK_NONE;
  self->hatched = class != NULL && class->hatched;
  aj_map_swatch_dress (GTK_WIDGET (self), class);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
