/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-document-printer.h"

#include "aj-page-printer.h"

static int
get_n (gpointer pages)
{
  return aj_document_pages_get_n (pages);
}

static void
paint (gpointer pages, int page, cairo_t *cr)
{
  aj_document_pages_paint (pages, page, cr);
}

static const AjPagePrinterKind kind = {
  .get_n = get_n,
  .paint = paint,
  .width = AJ_DOCUMENT_PAGE_WIDTH,
  .height = AJ_DOCUMENT_PAGE_HEIGHT,
};

GtkPrintOperation *
aj_document_printer_new (AjDocument *document, const char *foot)
{
  return aj_page_printer_new (&kind, aj_document_pages_new (document, foot),
                              (GDestroyNotify) aj_document_pages_free,
                              aj_document_get_title (document));
}

void
aj_document_printer_print (AjDocument *document,
                           const char *foot,
                           GtkWindow *window,
                           GtkWidget *from)
{
  g_autoptr (GtkPrintOperation) operation = aj_document_printer_new (document, foot);

  aj_page_printer_run (operation, window, from);
}
