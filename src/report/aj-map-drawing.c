/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-map-drawing.h"

#include <glib/gi18n-lib.h>

#include "aj-map-page.h"

static void
draw (AjMapState *map, AjDrawingFormat format, const AjMapSheet *sheet, AjDrawing *drawing)
{
  cairo_t *cr = aj_drawing_begin (drawing);

  aj_map_page_draw (cr, map, sheet);
  if (format == AJ_DRAWING_PDF && aj_map_state_get_n_tiles (map) > 0)
    {
      cairo_show_page (cr);
      aj_map_page_draw_list (cr, map, sheet);
    }
  cairo_destroy (cr);
}

GBytes *
aj_map_drawing_render (AjMapState *map,
                       AjDrawingFormat format,
                       const char *language,
                       GError **error)
{
  AjMapSheet sheet = aj_map_page_choose_sheet (map);
  AjDrawing *drawing = aj_drawing_new (format, sheet.width, sheet.height,
                                       aj_map_state_get_title (map), aj_map_state_get_note (map));

  draw (map, format, &sheet, drawing);
  return aj_drawing_finish (drawing, language,
                            _ ("A map with a tile for each municipality. The same stands as a "
                               "list on the next page."),
                            error);
}

static GBytes *
render_cb (gconstpointer what, AjDrawingFormat format, const char *language, GError **error)
{
  return aj_map_drawing_render ((AjMapState *) what, format, language, error);
}

gboolean
aj_map_drawing_save (AjMapState *map, const char *path, const char *language, GError **error)
{
  return aj_drawing_save (render_cb, map, path, language, error);
}

void
aj_map_drawing_save_async (AjMapState *map,
                           const char *path,
                           const char *language,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  aj_drawing_save_async (render_cb, aj_map_state_ref (map), (GDestroyNotify) aj_map_state_unref,
                         path, language, cancellable, callback, user_data);
}

gboolean
aj_map_drawing_save_finish (GAsyncResult *result, GError **error)
{
  return aj_drawing_save_finish (result, error);
}

/* In points: a page of the web gives it another width. */
#define FIGURE_WIDTH  720.0
#define FIGURE_HEIGHT 900.0

/* How high it becomes is only known with something to measure letters on. */
static double
measure_figure (AjMapState *map)
{
  cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR, NULL);
  cairo_t *cr = cairo_create (surface);
  double height = aj_map_page_draw_figure (cr, map, FIGURE_WIDTH, FIGURE_HEIGHT, FALSE, FALSE);

  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return height;
}

GBytes *
aj_map_drawing_render_figure (AjMapState *map)
{
  AjDrawing *drawing = aj_drawing_new (AJ_DRAWING_SVG, FIGURE_WIDTH, measure_figure (map), NULL,
                                       NULL);
  cairo_t *cr = aj_drawing_begin (drawing);

  aj_map_page_draw_figure (cr, map, FIGURE_WIDTH, FIGURE_HEIGHT, TRUE, FALSE);
  cairo_destroy (cr);
  return aj_drawing_finish (drawing, NULL, NULL, NULL);
}
