/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-values.h"

G_BEGIN_DECLS

/* The words that a line about a contact is made of, in Dutch and English: a mailbox holds both, whatever language the screen
 * speaks. For aj-contact-line.c and aj-minute-line.c. */
typedef struct
{
  const char *start; /* (borrowed): in the line */
  const char *end;   /* the first that is not in it */
  char *plain;       /* (owned): folded, without the marks at its ends; "" when it is only marks */
  gboolean is_capital;
  gboolean has_stop; /* a mark behind it ends what it says: "Anna:" */
} AjContactWord;

/* (element-type AjContactWord): of one clean line, which has to outlive them. */
GArray *aj_contact_words_split (const char *line);
/* (transfer full): words as they were typed, without the mark behind the last. */
char *aj_contact_words_dup (GArray *words, guint from, guint n_words);
/* (transfer full): with a capital, now that something was taken off its front. */
char *aj_contact_words_begin_sentence (const char *text);
/* Whether the word is one of @list, which ends with NULL; FALSE past the end. */
gboolean aj_contact_words_is_one_of (GArray *words, guint at, const char *const *list);
/* Monday is 1; 0 for no day of the week. */
int aj_contact_words_find_weekday (GArray *words, guint at);

/* Each says how many words from @at on it took, 0 for none. */

/* The words of @phrase, which has spaces between: all or none. */
guint aj_contact_words_match_phrase (GArray *words, guint at, const char *phrase);
/* A date with its month: "12-3", "do 12 maart". Without a year it is the first one from @first on. @slip receives whether
 * the weekday before it is not its own. */
guint
aj_contact_words_read_date (GArray *words, guint at, AjDate first, AjDate *day, gboolean *slip);
/* A day: "gisteren", "ma", "vorige week dinsdag", "12-3", "op 12 mrt", "3 dagen geleden". Without a year it is the last
 * one up to @today, and a weekday is too, today's own included. @slip receives whether the weekday before a date is not
 * the date's own. */
guint
aj_contact_words_read_day (GArray *words, guint at, AjDate today, AjDate *day, gboolean *slip);
/* A way of contact ("gebeld", "per mail", "in Teams"): its code. */
guint aj_contact_words_read_way (GArray *words, guint at, const char **way);
/* Who of @people (element-type AjValues) is named here, by any of their names: the one with the most words in common.
 * NULL in @person when several have the same. */
guint
aj_contact_words_read_person (GArray *words, guint at, GPtrArray *people, const AjValues **person);
/* A name that is nobody's here: words with capitals, and what stands between them ("van der"). */
guint aj_contact_words_read_name (GArray *words, guint at);
/* "ik heb", which says nothing that the author of the line does not. */
guint aj_contact_words_read_opening (GArray *words, guint at);

/* "met", "with". */
gboolean aj_contact_words_is_with (GArray *words, guint at);
/* What may stand before a name besides: "aan", "van", "by". */
gboolean aj_contact_words_is_towards (GArray *words, guint at);
/* "over", "about": what follows is what it was about. */
gboolean aj_contact_words_is_about (GArray *words, guint at);
/* "en", "and": more people follow. */
gboolean aj_contact_words_is_and (GArray *words, guint at);

G_END_DECLS
