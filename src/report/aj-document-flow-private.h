/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pangocairo.h>

#include "aj-document.h"

G_BEGIN_DECLS

/* Where the text has come to. It is gone through twice: first to count the pages, then to paint them. */
typedef struct
{
  AjDocument *document;
  const char *foot;      /* (nullable) */
  cairo_t *cr;           /* (owned) */
  PangoContext *context; /* (owned) */
  gboolean is_painting;  /* and not only counting the pages */
  int wanted;            /* the only page to paint, without tags; 0: all */
  gboolean paints;       /* the page it has come to */
  double y;
  int page;
  int n_pages;
  int chapter; /* of the outline: where what is below the last heading of the first level goes; 0: nowhere */
} AjDocumentFlow;

/* The context for text that is laid out as on @cr. (transfer full) */
PangoContext *aj_document_flow_make_context (AjDocument *document, cairo_t *cr);
/* Goes through the text: to count the pages, then to paint them. */
void aj_document_flow_run (AjDocumentFlow *self, gboolean paints);

G_END_DECLS
