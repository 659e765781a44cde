/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-search.h"

G_BEGIN_DECLS

/* What somebody wants to find. */
typedef struct
{
  GStrv words; /* (owned): at most 16 different ones, folded */
  char *whole; /* (owned): all of it folded, its first 255 characters */
  char *
      number; /* (owned) (nullable): when all of it may be a telephone number, as it is dialled; else by its words */
} AjSearchWords;

AjSearchWords *aj_search_words_new (const char *text);
void aj_search_words_free (AjSearchWords *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AjSearchWords, aj_search_words_free)

/* Behind a folded text: a line for each telephone number in @text as it is dialled, so that it is found however it was
 * written and is typed. @origins (nullable, element-type guint) has for each byte appended where it comes from. */
void aj_search_append_numbers (GString *folded, const char *text, GArray *origins);

/* Text beside its folded form, with the numbers behind it, and where each byte of that comes from. */
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
