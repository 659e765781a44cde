/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-plain-facts.h"

G_BEGIN_DECLS

/* What should be stored of the answers that came in, by RFC 5546, 2.1.5, said once more: only of the version that is, and of
 * those the last. */

/* An answer that was sent, and may come in any number of times. */
typedef struct
{
  const char *meeting; /* its id, which is its UID */
  char *mail;          /* (owned): in small letters */
  char *name;          /* (owned) */
  gint64 sequence;
  gint64 stamp;
  const char *answer; /* as the field has it */
  char *path;         /* (owned) */
} SentAnswer;

void sent_answer_free (SentAnswer *self);

typedef struct
{
  GArray *answers; /* one of somebody to a meeting, or none */
} KnownAnswers;

KnownAnswers *known_answers_new (void);
KnownAnswers *known_answers_copy (KnownAnswers *self);
void known_answers_free (KnownAnswers *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KnownAnswers, known_answers_free)

/* One comes in, while the store is as in @plain. */
void known_answers_take (KnownAnswers *self, PlainFacts *plain, const SentAnswer *sent);
/* That just these are stored, and count when they are to the meeting as it is. */
void known_answers_check (KnownAnswers *self, PlainFacts *plain);

G_END_DECLS
