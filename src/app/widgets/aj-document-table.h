/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "aj-document.h"

G_BEGIN_DECLS

#define AJ_TYPE_DOCUMENT_TABLE (aj_document_table_get_type ())

/**
 * AjDocumentTable:
 *
 * A table of a document on screen. Where it is wide enough, its columns stand beside each other under their headings;
 * else each row is a small list, with the heading above what stands in that column. Screen readers read a table either
 * way.
 */
G_DECLARE_FINAL_TYPE (AjDocumentTable, aj_document_table, AJ, DOCUMENT_TABLE, GtkWidget)

/* @block is an AJ_BLOCK_TABLE. */
GtkWidget *aj_document_table_new (const AjBlock *block);
/* Whether it had its columns beside each other when it was last given a width. */
gboolean aj_document_table_is_wide (AjDocumentTable *self);

G_END_DECLS
