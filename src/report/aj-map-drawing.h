/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-drawing.h"
#include "aj-map-state.h"

G_BEGIN_DECLS

/* Draws the map on a page of A4, lying or standing as suits it, with its title, its note and the legend; readable in black
 * and white. A PDF has further pages with the same as a list, by district, for who cannot see a picture; it has a title, a
 * language (@language: "nl") and the marks of headings and figures. (transfer full): the bytes of the file. May be used on
 * any thread. */
GBytes *aj_map_drawing_render (AjMapState *map,
                               AjDrawingFormat format,
                               const char *language,
                               GError **error);
/* The same into a file, which is there whole or not at all; the format follows from its name. Waits. */
gboolean
aj_map_drawing_save (AjMapState *map, const char *path, const char *language, GError **error);
/* The same without waiting. */
void aj_map_drawing_save_async (AjMapState *map,
                                const char *path,
                                const char *language,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data);
gboolean aj_map_drawing_save_finish (GAsyncResult *result, GError **error);

/* Only the map and its legend, as a picture among text (SVG). (transfer full) (nullable): NULL when it cannot be drawn. */
GBytes *aj_map_drawing_render_figure (AjMapState *map);

G_END_DECLS
