/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-drawing.h"
#include "aj-timeline-page.h"

G_BEGIN_DECLS

/* Draws the timeline; readable in black and white. A PDF has pages of A4, lying, with a header on each, and further pages
 * with the same as a list, for who cannot see a picture; it has a title, a language (@language: "nl") and the marks of
 * headings and figures. An SVG and a PNG are one picture, as high as it takes. (transfer full): the bytes of the file. May be
 * used on any thread. */
GBytes *aj_timeline_drawing_render (const AjTimelinePaper *paper,
                                    AjDrawingFormat format,
                                    const char *language,
                                    GError **error);
/* The same into a file, which is there whole or not at all; the format follows from its name. Waits. */
gboolean aj_timeline_drawing_save (const AjTimelinePaper *paper,
                                   const char *path,
                                   const char *language,
                                   GError **error);
/* The same without waiting, with a copy of @paper. */
void aj_timeline_drawing_save_async (const AjTimelinePaper *paper,
                                     const char *path,
                                     const char *language,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data);
gboolean aj_timeline_drawing_save_finish (GAsyncResult *result, GError **error);

G_END_DECLS
