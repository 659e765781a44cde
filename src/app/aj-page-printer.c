/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-page-printer.h"

#include "aj-feedback.h"

typedef struct
{
  const AjPagePrinterKind *kind;
  gpointer pages; /* (owned) */
  GDestroyNotify free_pages;
} Printing;

static void
printing_free_cb (gpointer data, GClosure *closure)
{
  Printing *self = data;

  self->free_pages (self->pages);
  g_free (self);
}

static void
begin_print_cb (GtkPrintOperation *operation, GtkPrintContext *context, Printing *self)
{
  gtk_print_operation_set_n_pages (operation, self->kind->get_n (self->pages));
}

/* The paper may be another than the one that this was laid out for: the page becomes smaller or larger. */
static void
draw_page_cb (GtkPrintOperation *operation, GtkPrintContext *context, int page, Printing *self)
{
  cairo_t *cr = gtk_print_context_get_cairo_context (context);
  double scale = MIN (gtk_print_context_get_width (context) / self->kind->width,
                      gtk_print_context_get_height (context) / self->kind->height);

  cairo_scale (cr, scale, scale);
  self->kind->paint (self->pages, page, cr);
}

GtkPrintOperation *
aj_page_printer_new (const AjPagePrinterKind *kind,
                     gpointer pages,
                     GDestroyNotify free_pages,
                     const char *title)
{
  GtkPrintOperation *operation = gtk_print_operation_new ();
  g_autoptr (GtkPageSetup) setup = gtk_page_setup_new ();
  g_autoptr (GtkPaperSize) paper = gtk_paper_size_new (GTK_PAPER_NAME_A4);
  Printing *self = g_new0 (Printing, 1);

  self->kind = kind;
  self->pages = pages;
  self->free_pages = free_pages;
  gtk_page_setup_set_paper_size (setup, paper);
  if (kind->width > kind->height)
    gtk_page_setup_set_orientation (setup, GTK_PAGE_ORIENTATION_LANDSCAPE);
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  gtk_print_operation_set_job_name (operation, title);
  g_signal_connect (operation, "begin-print", G_CALLBACK (begin_print_cb), self);
  g_signal_connect_data (operation, "draw-page", G_CALLBACK (draw_page_cb), self, printing_free_cb,
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
aj_page_printer_run (GtkPrintOperation *operation, GtkWindow *window, GtkWidget *from)
{
  gtk_print_operation_set_allow_async (operation, TRUE);
  g_signal_connect_object (operation, "done", G_CALLBACK (done_cb), from, (GConnectFlags) 0);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, window, NULL);
}
