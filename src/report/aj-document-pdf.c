/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-document.h"

#include <cairo-pdf.h>
#include <gio/gio.h>
#include <glib/gi18n-lib.h>

#include "aj-document-flow-private.h"
#include "aj-pdf-extras.h"

static cairo_status_t
append_cb (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static cairo_surface_t *
make_surface (AjDocument *document, GByteArray *bytes)
{
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (append_cb, bytes,
                                                                  AJ_DOCUMENT_PAGE_WIDTH,
                                                                  AJ_DOCUMENT_PAGE_HEIGHT);

  cairo_pdf_surface_restrict_to_version (surface, CAIRO_PDF_VERSION_1_4);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE,
                                  aj_document_get_title (document));
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Aanjager");
  return surface;
}

GBytes *
aj_document_to_pdf (AjDocument *self, const char *foot, GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autoptr (GBytes) pdf = NULL;
  cairo_surface_t *surface = make_surface (self, bytes);
  AjDocumentFlow flow = { .document = self, .foot = foot, .cr = cairo_create (surface) };
  cairo_status_t status;

  flow.context = aj_document_flow_make_context (self, flow.cr);
  aj_document_flow_run (&flow, FALSE);
  aj_document_flow_run (&flow, TRUE);
  g_object_unref (flow.context);
  cairo_destroy (flow.cr);
  cairo_surface_finish (surface);
  status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  if (status != CAIRO_STATUS_SUCCESS)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED,
                   /* Translators: what the program that draws says of it. */
                   _ ("The PDF could not be made (%s). Try again."),
                   cairo_status_to_string (status));
      return NULL;
    }
  pdf = g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
  return aj_pdf_add_extras (pdf, aj_document_get_language (self),
                            _ ("A map with a tile for each municipality. What it shows stands in "
                               "the tables of this document."));
}

struct _AjDocumentPages
{
  AjDocument *document; /* (owned) */
  char *foot;           /* (owned) (nullable) */
  int n_pages;
};

/* Goes through the text and paints the page that is wanted; 0 only counts. */
static int
flow_pages (AjDocumentPages *self, cairo_t *cr, int wanted)
{
  AjDocumentFlow flow = {
    .document = self->document,
    .foot = self->foot,
    .cr = cr,
    .n_pages = self->n_pages,
    .wanted = wanted,
  };

  flow.context = aj_document_flow_make_context (self->document, cr);
  aj_document_flow_run (&flow, wanted > 0);
  g_object_unref (flow.context);
  return flow.n_pages;
}

AjDocumentPages *
aj_document_pages_new (AjDocument *document, const char *foot)
{
  AjDocumentPages *self = g_new0 (AjDocumentPages, 1);
  cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR, NULL);
  cairo_t *cr = cairo_create (surface);

  self->document = aj_document_ref (document);
  self->foot = g_strdup (foot);
  self->n_pages = flow_pages (self, cr, 0);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return self;
}

void
aj_document_pages_free (AjDocumentPages *self)
{
  aj_document_unref (self->document);
  g_free (self->foot);
  g_free (self);
}

int
aj_document_pages_get_n (AjDocumentPages *self)
{
  return self->n_pages;
}

void
aj_document_pages_paint (AjDocumentPages *self, int page, cairo_t *cr)
{
  g_return_if_fail (page >= 0 && page < self->n_pages);

  flow_pages (self, cr, page + 1);
}
