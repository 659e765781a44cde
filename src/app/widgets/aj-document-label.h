/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A piece of the text of a document: as many lines as it takes, from the left, never hyphenated, for a hyphen in a mail
 * address would be read as part of it. @css_class is nullable. */
GtkWidget *aj_document_label_new (const char *text, GtkAccessibleRole role, const char *css_class);

G_END_DECLS
