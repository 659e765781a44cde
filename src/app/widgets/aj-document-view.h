/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "aj-document.h"

G_BEGIN_DECLS

#define AJ_TYPE_DOCUMENT_VIEW (aj_document_view_get_type ())

/**
 * AjDocumentView:
 *
 * A document on screen, as it will be printed: headings, paragraphs, lists and tables below each other, each what it is
 * for screen readers too. To be put in something that scrolls.
 */
G_DECLARE_FINAL_TYPE (AjDocumentView, aj_document_view, AJ, DOCUMENT_VIEW, GtkWidget)

GtkWidget *aj_document_view_new (void);
/* In the place of what was shown before; keeps nothing of @document. Of a very long one the beginning, which is said. */
void aj_document_view_show (AjDocumentView *self, AjDocument *document);

G_END_DECLS
