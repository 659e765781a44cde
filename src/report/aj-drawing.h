/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <gio/gio.h>

G_BEGIN_DECLS

/* A picture that gets into a file: a map, a timeline. */

typedef enum
{
  AJ_DRAWING_PDF,
  AJ_DRAWING_SVG,
  AJ_DRAWING_PNG,
} AjDrawingFormat;

/* By the end of the name (".pdf", ".svg", ".png", whatever its case). AJ_ERROR_INVALID for anything else. */
gboolean aj_drawing_format_from_path (const char *path, AjDrawingFormat *format, GError **error);

/* What is drawn on. */
typedef struct _AjDrawing AjDrawing;

/* In points; of a PDF each page is so large. It has a title and a note (nullable). */
AjDrawing *aj_drawing_new (
    AjDrawingFormat format, double width, double height, const char *title, const char *note);
/* (transfer full): only one at a time. */
cairo_t *aj_drawing_begin (AjDrawing *self);
/* The bytes of the file, once what aj_drawing_begin() gave is let go of. A PDF has the language (nullable: "nl") and the
 * marks of headings and figures; @text says of the figures what they are for who cannot see them. Lets go of @self.
 * (transfer full) (nullable): NULL when it cannot be drawn. */
GBytes *aj_drawing_finish (AjDrawing *self, const char *language, const char *text, GError **error);

/* Draws @what. May be called on any thread. (transfer full) */
typedef GBytes *(*AjDrawingRender) (gconstpointer what,
                                    AjDrawingFormat format,
                                    const char *language,
                                    GError **error);

/* Into a file, which is there whole or not at all; the format follows from its name. Waits. */
gboolean aj_drawing_save (AjDrawingRender render,
                          gconstpointer what,
                          const char *path,
                          const char *language,
                          GError **error);
/* The same without waiting. @what is let go of by @free_what. */
void aj_drawing_save_async (AjDrawingRender render,
                            gpointer what,
                            GDestroyNotify free_what,
                            const char *path,
                            const char *language,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data);
gboolean aj_drawing_save_finish (GAsyncResult *result, GError **error);

G_END_DECLS
