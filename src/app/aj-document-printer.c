/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-document-printer.h"

#include "aj-feedback.h"

static void
begin_print_cb (GtkPrintOperation *operation, GtkPrintContext *context, AjDocumentPages *pages)
{
  gtk_print_operation_set_n_pages (operation, aj_document_pages_get_n (pages));
}

/* The paper may be another than the one that the text was laid out for: the page becomes smaller or larger. */
static void
draw_page_cb (GtkPrintOperation *operation,
              GtkPrintContext *context,
              int page,
              AjDocumentPages *pages)
{
  cairo_t *cr = gtk_print_context_get_cairo_context (context);
  double scale = MIN (gtk_print_context_get_width (context) / AJ_DOCUMENT_PAGE_WIDTH,
                      gtk_print_context_get_height (context) / AJ_DOCUMENT_PAGE_HEIGHT);

  cairo_scale (cr, scale, scale);
  aj_document_pages_paint (pages, page, cr);
}

static void
pages_free_cb (gpointer pages, GClosure *closure)
{
  aj_document_pages_free (pages);
}

GtkPrintOperation *
aj_document_printer_new (AjDocument *document, const char *foot)
{
  GtkPrintOperation *operation = gtk_print_operation_new ();
  AjDocumentPages *pages = aj_document_pages_new (document, foot);
  g_autoptr (GtkPageSetup) setup = gtk_page_setup_new ();
  g_autoptr (GtkPaperSize) paper = gtk_paper_size_new (GTK_PAPER_NAME_A4);

  gtk_page_setup_set_paper_size (setup, paper);
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  gtk_print_operation_set_job_name (operation, aj_document_get_title (document));
  g_signal_connect (operation, "begin-print", G_CALLBACK (begin_print_cb), pages);
  g_signal_connect_data (operation, "draw-page", G_CALLBACK (draw_page_cb), pages, pages_free_cb,
                         (GConnectFlags) 0);
  return operation;
}

static void
done_cb (GtkPrintOperation *operation, GtkPrintOperationResult result, GtkWidget *from)
{
  g_autoptr (GError) error = NULL;

  if (result != GTK_PRINT_OPERATION_RESULT_ERROR)
    return;
  gtk_print_operation_get_error (operation, &error);
  aj_feedback_error (from, error);
}

void
aj_document_printer_print (AjDocument *document,
                           const char *foot,
                           GtkWindow *window,
                           GtkWidget *from)
{
  g_autoptr (GtkPrintOperation) operation = aj_document_printer_new (document, foot);

  gtk_print_operation_set_allow_async (operation, TRUE);
  g_signal_connect_object (operation, "done", G_CALLBACK (done_cb), from, (GConnectFlags) 0);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, window, NULL);
}
