/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-document.h"
#include "aj-forget.h"
#include "aj-surroundings.h"

G_BEGIN_DECLS

/* Pieces of what is said of a person, for the report and for what is to be forgotten. */

/* The records that refer to the person by a table of their own; in the order in which they are read. */
typedef struct
{
  const AjRecordType *type;
  const char *field;
  const char *heading;        /* shown, translated with gettext */
  const char *const *columns; /* fields; ends with NULL */
} AjPersonPart;

/* Ends with a NULL type. */
const AjPersonPart *aj_person_parts_get (void);

/* A table of @records (AjValues) of a type, without the columns in which nothing stands. Nothing when there are none. */
void aj_person_text_add_table (AjDocument *document,
                               AjSurroundings *around,
                               const AjPersonPart *part,
                               GPtrArray *records);
/* A table of the mentions that are @shared with others, or are not. Nothing when there are none. */
void aj_person_text_add_mentions (AjDocument *document,
                                  AjSurroundings *around,
                                  GPtrArray *mentions,
                                  gboolean shared);
guint aj_person_text_count_mentions (GPtrArray *mentions, gboolean shared);

G_END_DECLS
