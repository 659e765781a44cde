/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <glib.h>

#include "aj-date.h"
#include "aj-map-state.h"

G_BEGIN_DECLS

/**
 * AjDocument:
 *
 * A text as it is printed: a title, then headings, paragraphs, lists, tables and maps, one below the other.
 * Filled from the top, then read, or written as plain text, as HTML or as PDF. It takes copies of all it is given;
 * blank text adds nothing.
 */
typedef struct _AjDocument AjDocument;

typedef enum
{
  AJ_BLOCK_HEADING,
  AJ_BLOCK_PARAGRAPH,
  AJ_BLOCK_LIST,
  AJ_BLOCK_TABLE,
  AJ_BLOCK_MAP,
} AjBlockKind;

/* One piece of a document. Of a list, each row is one item; of a table, each has a cell for every heading. */
typedef struct
{
  AjBlockKind kind;
  int level;            /* of a heading: 1 to AJ_DOCUMENT_MAX_LEVEL */
  gboolean on_new_page; /* of a heading: on paper */
  char *
      text; /* (owned) (nullable): of a heading or paragraph; of a table or map, what it is called for who cannot see it */
  char *uri;        /* (owned) (nullable): of a paragraph that leads somewhere */
  GStrv headings;   /* (owned) (nullable): of a table */
  gboolean by_hand; /* of a table: what is empty in it is to be filled in with a pen */
  GPtrArray *rows;  /* (owned) (nullable) (element-type GStrv) */
  AjMapState *map;  /* (owned) (nullable): of a map */
} AjBlock;

#define AJ_DOCUMENT_MAX_LEVEL 3

/* @language is that of the text, as "nl" or "en-GB"; NULL: that of the messages. */
AjDocument *aj_document_new (const char *title, const char *language);
/* (transfer full): the language of the messages, as a document names it. */
char *aj_document_guess_language (void);
AjDocument *aj_document_ref (AjDocument *self);
void aj_document_unref (AjDocument *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AjDocument, aj_document_unref)

const char *aj_document_get_title (AjDocument *self);
const char *aj_document_get_language (AjDocument *self);
/* (element-type AjBlock) */
GPtrArray *aj_document_get_blocks (AjDocument *self);

void aj_document_add_heading (AjDocument *self, int level, const char *text);
/* A heading of the first level that begins a page where there is paper. */
void aj_document_add_page (AjDocument *self, const char *text);
void aj_document_add_paragraph (AjDocument *self, const char *text);
/* A paragraph that leads to @uri (http, https or mailto; anything else is left as text). */
void aj_document_add_link (AjDocument *self, const char *text, const char *uri);
/* Adds to the list that was added last, or begins one. */
void aj_document_add_item (AjDocument *self, const char *text);
/* @headings ends with NULL, and is translated. Rows follow. */
void aj_document_begin_table (AjDocument *self, const char *name, const char *const *headings);
/* The same for a table to be filled in with a pen: its rows are as high as writing is, and its empty columns have room for
 * it. */
void aj_document_begin_form (AjDocument *self, const char *name, const char *const *headings);
/* Of the table that was begun last: as many cells as it has headings; NULL for an empty one. */
void aj_document_add_row (AjDocument *self, const char *const *cells);
/* The map with its legend, as wide as the text; its title and its note are left to the text. @text says what it is to who
 * cannot see it. A text has only the legend of it. */
void aj_document_add_map (AjDocument *self, AjMapState *map, const char *text);

/* (transfer full): what stands at the foot of what is printed or saved on @day: "Printed on Thursday 12 March 2026". */
char *aj_document_describe_printed (AjDate day);

/* (transfer full): for a terminal, with a line end after each line. */
char *aj_document_to_text (AjDocument *self);
/* (transfer full): a page of the web, all in one file. @foot (nullable) stands at its end. */
char *aj_document_to_html (AjDocument *self, const char *foot);
/* The same without a page around it, to be put into one or into a mail: its title is a second heading, and how it looks is
 * left to where it comes to stand. */
char *aj_document_to_html_part (AjDocument *self);
/* (transfer full): A4, tagged for screen readers, with an outline of the headings and the page numbers at the foot; NULL on
 * error. @foot (nullable) stands there too. May be used on any thread while nobody changes the document. */
GBytes *aj_document_to_pdf (AjDocument *self, const char *foot, GError **error);

/* The same on paper, a page at a time, as the PDF has it. */
typedef struct _AjDocumentPages AjDocumentPages;

/* A4, in points. */
#define AJ_DOCUMENT_PAGE_WIDTH  595.28
#define AJ_DOCUMENT_PAGE_HEIGHT 841.89

AjDocumentPages *aj_document_pages_new (AjDocument *document, const char *foot);
void aj_document_pages_free (AjDocumentPages *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AjDocumentPages, aj_document_pages_free)
int aj_document_pages_get_n (AjDocumentPages *self);
/* @page: from 0. Paints with the top left of the paper at 0, 0, one unit a point. */
void aj_document_pages_paint (AjDocumentPages *self, int page, cairo_t *cr);

G_END_DECLS
