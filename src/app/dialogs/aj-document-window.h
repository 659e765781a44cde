/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "aj-document.h"
#include "aj-services.h"

G_BEGIN_DECLS

#define AJ_TYPE_DOCUMENT_WINDOW (aj_document_window_get_type ())

/**
 * AjDocumentWindow:
 *
 * A document to be read, copied, printed, and saved as PDF or as a page of the web. It is drawn again when the store changes, so it follows what is
 * changed meanwhile.
 *
 * Signal: "handed-out" (it was copied, saved or sent to the printer).
 */
G_DECLARE_FINAL_TYPE (AjDocumentWindow, aj_document_window, AJ, DOCUMENT_WINDOW, AdwWindow)

/* Where a document comes from: reads what it is about, and draws it. @what is that which the window was given. */
typedef struct
{
  void (*load_async) (AjServices *services,
                      gconstpointer what,
                      GCancellable *cancellable,
                      GAsyncReadyCallback callback,
                      gpointer user_data);
  /* (transfer full) */
  AjDocument *(*load_finish) (AjServices *services,
                              gconstpointer what,
                              GAsyncResult *result,
                              GError **error);
} AjDocumentSource;

/* @title: of the window. @what is let go of by @free_what, after everything else of the window. (transfer none) */
AjDocumentWindow *aj_document_window_show (GtkWindow *parent,
                                           AjServices *services,
                                           const char *title,
                                           const AjDocumentSource *source,
                                           gpointer what,
                                           GDestroyNotify free_what);
/* Shows @bar above the document, with which somebody chooses what it is about. */
void aj_document_window_set_bar (AjDocumentWindow *self, GtkWidget *bar);
/* Adds to the menu what else can be done with it. */
void aj_document_window_add_section (AjDocumentWindow *self, GMenuModel *section);
/* Draws it again, for @what is another by now. */
void aj_document_window_reload (AjDocumentWindow *self);
/* (nullable): what is shown. */
AjDocument *aj_document_window_get_document (AjDocumentWindow *self);
/* (transfer none): a widget to tell things over. */
GtkWidget *aj_document_window_get_place (AjDocumentWindow *self);

G_END_DECLS
