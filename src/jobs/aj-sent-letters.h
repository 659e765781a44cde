/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-invitations.h"

G_BEGIN_DECLS

/**
 * AjSentLetters:
 *
 * Letters that stand in files which were written and mailed: who was sent which version of what, to be noted afterwards as if
 * it had been when they were written. What a file says counts, whatever became of the meeting since. Read once, never changed.
 */
typedef struct _AjSentLetters AjSentLetters;

typedef enum
{
  AJ_SENT_VERDICT_NEW,   /* is noted */
  AJ_SENT_VERDICT_KNOWN, /* is noted already */
  AJ_SENT_VERDICT_OLD,   /* they were sent something newer since */
  AJ_SENT_VERDICT_HALF, /* of two letters to one person, the other is not here: a note could not tell */
  AJ_SENT_VERDICT_STRANGER, /* nobody at the meeting has the address now, nor was sent anything there */
} AjSentVerdict;

/* One letter in a file, to one person. All borrowed from the letters. */
typedef struct
{
  const char *file; /* its name */
  AjMeetingFacts *facts;
  const AjValues *item; /* (nullable): what a speaker speaks about */
  AjLetterKind kind;    /* AJ_LETTER_REQUEST, also of a change, or AJ_LETTER_CANCEL */
  const char *mail;     /* in small letters */
  const char *name;     /* (nullable) */
  gint64 sequence;
  AjSentVerdict verdict;
} AjSentLetter;

/* @paths: calendar files and mails (NULL-terminated). Of a mail only those count whom it is to, of a calendar file by itself all whom
 * it names. Fails as aj_arrival_read_file() and aj_calendar_reading_new(), with AJ_ERROR_INVALID for what is no invitation or
 * cancellation, or about no meeting or version that is here. Waits. */
AjSentLetters *aj_sent_letters_read (AjStore *store, const char *const *paths, GError **error);
void aj_sent_letters_free (AjSentLetters *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AjSentLetters, aj_sent_letters_free)

/* (element-type AjSentLetter) (transfer none): in the order of the files. */
GPtrArray *aj_sent_letters_get_all (AjSentLetters *self);
/* (transfer none): what becomes of one, in words: "noted as sent". */
const char *aj_sent_verdict_get_label (AjSentVerdict verdict);
/* (transfer full) (nullable): that they went out at @stamp, in seconds since 1970: no step of undo. NULL when there is nothing
 * to note. */
AjEdit *aj_sent_letters_note (AjSentLetters *self, gint64 stamp);

G_END_DECLS
