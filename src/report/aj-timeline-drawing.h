/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "aj-timeline-page.h"

G_BEGIN_DECLS

/* Draws the timeline on pages of A4, lying, with a header on each; readable in black and white. Further pages have the same
 * as a list, for who cannot see a picture; it has a title, a language (@language: "nl") and the marks of headings and
 * figures. (transfer full): a PDF. May be used on any thread. */
GBytes *
aj_timeline_drawing_render (const AjTimelinePaper *paper, const char *language, GError **error);
/* The same into a file, which is there whole or not at all. Waits. */
gboolean aj_timeline_drawing_save (const AjTimelinePaper *paper,
                                   const char *path,
                                   const char *language,
                                   GError **error);
/* The same without waiting. It takes a copy of @paper; the arrays in it are kept, and not to be changed. */
void aj_timeline_drawing_save_async (const AjTimelinePaper *paper,
                                     const char *path,
                                     const char *language,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data);
gboolean aj_timeline_drawing_save_finish (GAsyncResult *result, GError **error);

G_END_DECLS
