/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-map-page.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "aj-map-plan.h"
#include "aj-map-text.h"
#include "aj-pen.h"

#define A4_SHORT 595.28
#define A4_LONG  841.89
#define MARGIN   36.0
#define TITLE    18.0
#define TEXT     10.0
#define LEGEND   10.0
#define MAX_TILE 72.0
/* Letters in the line with names of districts: a part of its height, and how much smaller they may get. */
#define LABEL_SHARE  0.68
#define LABEL_SHRINK 0.75
#define SPACE        8.0
/* Between two lines of the list. */
#define LINE (TEXT * 1.5)

static const AjMapLetters letters = { 0.21, 5, 13 };

/* Paper, and what it takes to write on it. */
typedef struct
{
  cairo_t *cr;
  AjMapState *map;
  const AjMapSheet *sheet;
  AjPen pen;
} Page;

static void
page_begin (Page *self, cairo_t *cr, AjMapState *map, const AjMapSheet *sheet)
{
  *self = (Page){ .cr = cr, .map = map, .sheet = sheet };
  aj_pen_begin (&self->pen, cr);
}

static void
page_end (Page *self)
{
  aj_pen_end (&self->pen);
}

static void
draw_tile (Page *self, const AjMapTile *tile, const AjMapRect *rect)
{
  const AjMapClass *class = aj_map_state_get_class (self->map, tile->state);
  double mark = MAX (4, rect->width * 0.19);
  double inset = rect->width * 0.08;
  double foot = rect->y + rect->height - inset - mark;
  double widest = 0;
  int width, height;

  aj_pen_draw_ground (&self->pen, class, rect, rect->width * 0.1);
  aj_pen_draw_mark (&self->pen, class->mark, rect->x + inset, foot, mark);
  pango_layout_set_ellipsize (self->pen.layout, PANGO_ELLIPSIZE_NONE);
  if (aj_map_text_fit (self->pen.layout, tile, rect->width, &letters, &widest))
    {
      pango_layout_get_size (self->pen.layout, &width, &height);
      cairo_set_source_rgb (self->cr, 0.1, 0.1, 0.1);
      cairo_move_to (self->cr,
                     rect->x + (rect->width -
                                (double) pango_layout_get_width (self->pen.layout) / PANGO_SCALE) /
                                   2,
                     rect->y + MAX (1, ((foot - rect->y) - (double) height / PANGO_SCALE) / 2));
      pango_cairo_show_layout (self->cr, self->pen.layout);
    }
  if (tile->text != NULL)
    {
      width = (int) aj_pen_measure (&self->pen, tile->text, mark * 1.25);
      aj_pen_write (&self->pen, tile->text, mark * 1.25, TRUE,
                    rect->x + rect->width - inset - width - 2, foot - mark * 0.25, 0);
    }
}

/* A name that is a little too long is written a little smaller; only then it is cut off. */
static double
find_label_size (Page *self, const AjMapLabel *label)
{
  double size = label->rect.height * LABEL_SHARE;
  int width;

  aj_pen_set_text (&self->pen, label->name, size, TRUE, 0);
  pango_layout_get_size (self->pen.layout, &width, NULL);
  return size * CLAMP (label->rect.width * PANGO_SCALE / MAX (width, 1), LABEL_SHRINK, 1);
}

static void
draw_districts (Page *self, AjMapPlan *plan, const AjMapMeasure *measure)
{
  g_autoptr (GArray) strokes = aj_map_plan_list_strokes (plan, measure);

  for (guint i = 0; i < strokes->len; i++)
    {
      const AjMapStroke *stroke = &g_array_index (strokes, AjMapStroke, i);

      cairo_move_to (self->cr, stroke->x1, stroke->y1);
      cairo_line_to (self->cr, stroke->x2, stroke->y2);
    }
  cairo_set_line_width (self->cr, 1.2);
  cairo_set_line_cap (self->cr, CAIRO_LINE_CAP_SQUARE);
  cairo_set_source_rgb (self->cr, 0.2, 0.2, 0.2);
  cairo_stroke (self->cr);
  for (guint i = 0; i < aj_map_plan_get_n_labels (plan); i++)
    {
      AjMapLabel label = aj_map_plan_get_label (plan, measure, i);

      aj_pen_write (&self->pen, label.name, find_label_size (self, &label), TRUE, label.rect.x,
                    label.rect.y, label.rect.width);
    }
}

static AjMapMeasure
get_measure (double tile)
{
  return (AjMapMeasure){ tile, MAX (4, tile * 0.1), CLAMP (tile * 0.28, 9, 14) };
}

/* The largest tiles with which the map fits; the sizes are straight lines but for their limits, so halving finds it. */
static AjMapMeasure
find_measure (AjMapPlan *plan, double room_width, double room_height)
{
  double low = 1, high = MAX_TILE;

  for (int i = 0; i < 24; i++)
    {
      double middle = (low + high) / 2, width, height;
      AjMapMeasure measure = get_measure (middle);

      aj_map_plan_get_size (plan, &measure, &width, &height);
      if (width <= room_width && height <= room_height)
        low = middle;
      else
        high = middle;
    }
  return get_measure (low);
}

AjMapSheet
aj_map_page_choose_sheet (AjMapState *map)
{
  static const AjMapSheet standing = { A4_SHORT, A4_LONG }, lying = { A4_LONG, A4_SHORT };
  static const double used = 2 * MARGIN + 110;
  g_autoptr (AjMapPlan) plan = aj_map_plan_new (map);
  AjMapMeasure upright = find_measure (plan, A4_SHORT - 2 * MARGIN, A4_LONG - used);
  AjMapMeasure flat = find_measure (plan, A4_LONG - 2 * MARGIN, A4_SHORT - used);

  return upright.tile > flat.tile ? standing : lying;
}

static char *
dup_legend_text (Page *self, guint index)
{
  /* Translators: a line of the legend of a map: what a state is called, and how many municipalities are in it. */
  return g_strdup_printf (C_ ("map", "%1$s (%2$u)"),
                          aj_map_state_get_class (self->map, index)->label,
                          aj_map_state_count_class (self->map, index));
}

/* As many beside each other as fit. Without @drawn only measures. (out) the height. */
static double
draw_legend (Page *self, double top, gboolean drawn)
{
  double right = self->sheet->width - MARGIN;
  double x = MARGIN, y = top;

  for (guint i = 0; i < aj_map_state_get_n_classes (self->map); i++)
    {
      const AjMapClass *class = aj_map_state_get_class (self->map, i);
      g_autofree char *text = dup_legend_text (self, i);
      double room = right - MARGIN - LEGEND * 2.4;
      double width = MIN (aj_pen_measure (&self->pen, text, LEGEND), room) + LEGEND * 2.4;

      if (x > MARGIN && x + width > right)
        {
          x = MARGIN;
          y += LEGEND * 2;
        }
      if (drawn)
        {
          AjMapRect swatch = { x, y, LEGEND * 1.5, LEGEND * 1.5 };

          aj_pen_draw_ground (&self->pen, class, &swatch, swatch.width * 0.1);
          aj_pen_draw_mark (&self->pen, class->mark, x + LEGEND * 0.35, y + LEGEND * 0.35,
                            LEGEND * 0.8);
          aj_pen_write (&self->pen, text, LEGEND, FALSE, x + LEGEND * 2, y, room);
        }
      x += width + SPACE;
    }
  return y + LEGEND * 2 - top;
}

static double
draw_head (Page *self)
{
  double width = self->sheet->width - 2 * MARGIN;
  double y = MARGIN;

  cairo_tag_begin (self->cr, "H1", NULL);
  y += aj_pen_write (&self->pen, aj_map_state_get_title (self->map), TITLE, TRUE, MARGIN, y, width);
  cairo_tag_end (self->cr, "H1");
  if (aj_map_state_get_note (self->map) != NULL)
    {
      cairo_tag_begin (self->cr, "P", NULL);
      y += aj_pen_write (&self->pen, aj_map_state_get_note (self->map), TEXT, FALSE, MARGIN, y + 2,
                         width);
      cairo_tag_end (self->cr, "P");
    }
  return y + SPACE;
}

/* (out) where it ends. */
static double
draw_map (Page *self, double top, double bottom)
{
  g_autoptr (AjMapPlan) plan = aj_map_plan_new (self->map);
  double room = self->sheet->width - 2 * MARGIN;
  AjMapMeasure measure = find_measure (plan, room, bottom - top);
  double width, height;

  aj_map_plan_get_size (plan, &measure, &width, &height);
  cairo_save (self->cr);
  cairo_translate (self->cr, MARGIN + MAX (0, (room - width) / 2), top);
  draw_districts (self, plan, &measure);
  for (guint i = 0; i < aj_map_state_get_n_tiles (self->map); i++)
    {
      AjMapRect rect = aj_map_plan_get_tile (plan, &measure, i);

      draw_tile (self, aj_map_state_get_tile (self->map, i), &rect);
    }
  cairo_restore (self->cr);
  return top + height;
}

void
aj_map_page_draw (cairo_t *cr, AjMapState *map, const AjMapSheet *sheet)
{
  Page page;
  double top, legend;

  page_begin (&page, cr, map, sheet);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  top = draw_head (&page);
  legend = draw_legend (&page, 0, FALSE);
  cairo_tag_begin (cr, "Figure", NULL);
  top = draw_map (&page, top, sheet->height - MARGIN - legend - 2 * SPACE);
  cairo_tag_end (cr, "Figure");
  cairo_tag_begin (cr, "P", NULL);
  draw_legend (&page, top + 2 * SPACE, TRUE);
  cairo_tag_end (cr, "P");
  page_end (&page);
}

double
aj_map_page_draw_figure (
    cairo_t *cr, AjMapState *map, double width, double height, gboolean drawn, gboolean tagged)
{
  AjMapSheet sheet = { width + 2 * MARGIN, height };
  g_autoptr (AjMapPlan) plan = aj_map_plan_new (map);
  double legend, map_width, map_height;
  AjMapMeasure measure;
  Page page;

  page_begin (&page, cr, map, &sheet);
  legend = draw_legend (&page, 0, FALSE);
  measure = find_measure (plan, width, height - legend - 2 * SPACE);
  aj_map_plan_get_size (plan, &measure, &map_width, &map_height);
  if (drawn)
    {
      cairo_save (cr);
      cairo_translate (cr, -MARGIN, 0);
      if (tagged)
        cairo_tag_begin (cr, "Figure", NULL);
      draw_map (&page, 0, height - legend - 2 * SPACE);
      if (tagged)
        {
          cairo_tag_end (cr, "Figure");
          cairo_tag_begin (cr, "P", NULL);
        }
      draw_legend (&page, map_height + 2 * SPACE, TRUE);
      if (tagged)
        cairo_tag_end (cr, "P");
      cairo_restore (cr);
    }
  page_end (&page);
  return map_height + 2 * SPACE + legend;
}

static int
compare_by_district (gconstpointer a, gconstpointer b)
{
  const AjMapTile *first = *(const AjMapTile *const *) a;
  const AjMapTile *second = *(const AjMapTile *const *) b;
  int order = g_utf8_collate (first->district != NULL ? first->district : "",
                              second->district != NULL ? second->district : "");

  return order != 0 ? order : g_utf8_collate (first->name, second->name);
}

/* The next line, on a new page when this one is full. */
static double
go_on (Page *self, double y, double height)
{
  if (y + height <= self->sheet->height - MARGIN)
    return y;
  cairo_show_page (self->cr);
  return MARGIN;
}

static double
write_district (Page *self, const AjMapTile *tile, double y)
{
  y = go_on (self, y + LINE / 2, 3 * LINE);
  cairo_tag_begin (self->cr, "H2", NULL);
  aj_pen_write (&self->pen,
                tile->district != NULL ? tile->district
                                       /* Translators: a heading over municipalities. */
                                       : _ ("Without District"),
                TEXT * 1.2, TRUE, MARGIN, y, self->sheet->width - 2 * MARGIN);
  cairo_tag_end (self->cr, "H2");
  return y + LINE * 1.3;
}

static double
write_line (Page *self, const AjMapTile *tile, double y)
{
  int index = aj_map_state_find (self->map, tile->id);
  g_autofree char *text = aj_map_state_describe (self->map, (guint) index);

  y = go_on (self, y, LINE);
  cairo_tag_begin (self->cr, "P", NULL);
  aj_pen_write (&self->pen, text, TEXT, FALSE, MARGIN, y, self->sheet->width - 2 * MARGIN);
  cairo_tag_end (self->cr, "P");
  return y + LINE;
}

void
aj_map_page_draw_list (cairo_t *cr, AjMapState *map, const AjMapSheet *sheet)
{
  g_autoptr (GPtrArray) tiles = g_ptr_array_new ();
  const char *district = NULL;
  double y = MARGIN - LINE / 2;
  Page page;

  page_begin (&page, cr, map, sheet);
  for (guint i = 0; i < aj_map_state_get_n_tiles (map); i++)
    g_ptr_array_add (tiles, (gpointer) aj_map_state_get_tile (map, i));
  g_ptr_array_sort (tiles, compare_by_district);
  for (guint i = 0; i < tiles->len; i++)
    {
      const AjMapTile *tile = tiles->pdata[i];

      if (i == 0 || g_strcmp0 (district, tile->district) != 0)
        y = write_district (&page, tile, y);
      district = tile->district;
      y = write_line (&page, tile, y);
    }
  page_end (&page);
}
