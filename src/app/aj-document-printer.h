/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "aj-document.h"

G_BEGIN_DECLS

/* (transfer full): what prints the document, as its PDF looks, on whatever paper is chosen. */
GtkPrintOperation *aj_document_printer_new (AjDocument *document, const char *foot);
/* Asks for the printer, with a preview, and prints. What goes wrong is said over @from. */
void aj_document_printer_print (AjDocument *document,
                                const char *foot,
                                GtkWindow *window,
                                GtkWidget *from);

G_END_DECLS
