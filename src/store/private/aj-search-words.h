/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-search.h"

G_BEGIN_DECLS

/* What somebody wants to find: @text folded, its first 255 characters, as words; at most 16 different ones count.
 * @whole (nullable, transfer full) receives the folded text itself. (transfer full): NULL-terminated. */
GStrv aj_search_words_split (const char *text, char **whole);

/* Text beside its folded form, and where each byte of that comes from. */
typedef struct _AjSearchMap AjSearchMap;
AjSearchMap *aj_search_map_new (const char *text);
void aj_search_map_free (AjSearchMap *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AjSearchMap, aj_search_map_free)
/* Whether the folded @word stands in the text. */
gboolean aj_search_map_has (AjSearchMap *self, const char *word);
/* (element-type AjSearchRange): the pieces of the text to emphasise for the folded @words; see aj_search_find_ranges (). */
GArray *aj_search_map_find_ranges (AjSearchMap *self, const char *const *words);
/* A piece of the text of at most about a line, with the first of @words that stands in it; "…" where it was cut. */
char *aj_search_map_dup_snippet (AjSearchMap *self, const char *const *words);

G_END_DECLS
