/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-timeline-drawing.h"

#include <glib/gi18n-lib.h>

GBytes *
aj_timeline_drawing_render (const AjTimelinePaper *paper,
                            AjDrawingFormat format,
                            const char *language,
                            GError **error)
{
  double height = format == AJ_DRAWING_PDF ? AJ_TIMELINE_PAGE_HEIGHT
                                           : aj_timeline_page_measure_whole (paper);
  AjDrawing *drawing = aj_drawing_new (format, AJ_TIMELINE_PAGE_WIDTH, height, paper->title,
                                       paper->note);
  cairo_t *cr = aj_drawing_begin (drawing);

  if (format == AJ_DRAWING_PDF)
    aj_timeline_page_draw (cr, paper);
  else
    aj_timeline_page_draw_whole (cr, paper);
  cairo_destroy (cr);
  return aj_drawing_finish (drawing, language,
                            _ ("A timeline with a row of bars for each name at its left. The same "
                               "stands as a list on the last pages."),
                            error);
}

static GBytes *
render_cb (gconstpointer what, AjDrawingFormat format, const char *language, GError **error)
{
  return aj_timeline_drawing_render (what, format, language, error);
}

gboolean
aj_timeline_drawing_save (const AjTimelinePaper *paper,
                          const char *path,
                          const char *language,
                          GError **error)
{
  return aj_drawing_save (render_cb, paper, path, language, error);
}

void
aj_timeline_drawing_save_async (const AjTimelinePaper *paper,
                                const char *path,
                                const char *language,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  aj_drawing_save_async (render_cb, aj_timeline_paper_copy (paper),
                         (GDestroyNotify) aj_timeline_paper_free, path, language, cancellable,
                         callback, user_data);
}

gboolean
aj_timeline_drawing_save_finish (GAsyncResult *result, GError **error)
{
  return aj_drawing_save_finish (result, error);
}
