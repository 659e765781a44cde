/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What is printed: how many pages it has, and how each is painted with the top left of the paper at 0, 0, one unit a
 * point. */
typedef struct
{
  int (*get_n) (gpointer pages);
  void (*paint) (gpointer pages, int page, cairo_t *cr);
  double width; /* in points, of A4; what is wider than it is high lies */
  double height;
} AjPagePrinterKind;

/* A printing of @pages, which are let go of by @free_pages, with everything but the question to which printer. @title is
 * what the printer calls it. (transfer full) */
GtkPrintOperation *aj_page_printer_new (const AjPagePrinterKind *kind,
                                        gpointer pages,
                                        GDestroyNotify free_pages,
                                        const char *title);
/* Asks to which printer, and prints without blocking; @from (a widget in @window) tells what goes wrong. */
void aj_page_printer_run (GtkPrintOperation *operation, GtkWindow *window, GtkWidget *from);

G_END_DECLS
