/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-values.h"

G_BEGIN_DECLS

/* The words that a line about a contact is made of, in Dutch and English: a mailbox holds both, whatever language the screen
 * speaks. For aj-contact-line.c. */
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

/* Each says how many words from @at on it took, 0 for none. */

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
