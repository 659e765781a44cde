/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-search-words.h"

G_BEGIN_DECLS

/* The runs of letters by which the index (see aj-search-index.h) finds a word, and what FTS5 is asked for one. */

/* The letters by which FTS5 knows runs of a type, or of words that begin in a title of it, from those of another. */
typedef enum
{
  AJ_SEARCH_ANYWHERE,
  AJ_SEARCH_TITLE_START,
} AjSearchPlace;

/* (transfer full): what FTS5 is to keep of a record of @type with this folded text and title. */
char *aj_search_grams_make (const AjRecordType *type, const char *text, const char *title);
/* (transfer full): what FTS5 is asked for records of @type that have each of the words in that place, or, anywhere, the
 * number that they are. It may find more: what it found is looked through. */
char *
aj_search_grams_match (const AjRecordType *type, AjSearchPlace place, const AjSearchWords *words);

G_END_DECLS
