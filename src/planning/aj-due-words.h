/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-contact-words.h"

G_BEGIN_DECLS

/* By when something is to be done, in the words of aj-contact-words.h. */

/* "voor 1 mei", "uiterlijk vrijdag", "by Friday", "over twee weken", "eind juni", "volgende bijeenkomst": how many words from
 * @at on it takes, 0 for none. Without a year it is the first such day from @today on, a weekday the next one after it.
 * @next is the day of the meeting after this one; AJ_DATE_NONE when it is not known, and then nothing is read of it.
 * @bare: a day without a word that says "before" is one too. @slip receives whether the weekday before a date is not the
 * date's own. */
guint aj_due_words_read (
    GArray *words, guint at, AjDate today, AjDate next, gboolean bare, AjDate *day, gboolean *slip);

G_END_DECLS
