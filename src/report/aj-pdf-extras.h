/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Adds to a PDF by cairo what a screen reader needs and cairo cannot say: the language (nullable), that it is tagged, that
 * a window is to show its title, and what every figure shows (@alternative, nullable). An addition behind the file, as PDF
 * allows (ISO 32000-1, 7.5.6); the file must be of version 1.4 (cairo_pdf_surface_restrict_to_version ()). (transfer full):
 * @pdf itself when it is not built as expected. */
GBytes *aj_pdf_add_extras (GBytes *pdf, const char *language, const char *alternative);

G_END_DECLS
