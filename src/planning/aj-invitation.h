/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-values.h"

G_BEGIN_DECLS

/* Who is owed what of a meeting, by what their calendars were last sent (RFC 5546, 2.1.4 and 3.2). An attendance keeps that:
 * what was sent (sent-method), which version (sent-sequence), where to (sent-mail). */

typedef enum
{
  AJ_LETTER_REQUEST, /* an invitation, for a calendar that does not hold the meeting */
  AJ_LETTER_UPDATE,  /* an invitation, for one that holds an older version */
  AJ_LETTER_CANCEL,  /* for one that should hold it no longer */
} AjLetterKind;

/* Something that is to be sent. */
typedef struct
{
  AjLetterKind kind;
  const char *mail; /* where to; borrowed from what was asked about */
} AjLetter;

/* Of one address a cancellation and of the next an invitation. */
#define AJ_INVITATION_MAX_LETTERS 2

/* Whether a calendar holds the meeting, as far as is known. @attendance: (nullable) */
gboolean aj_invitation_is_held (const AjValues *attendance);
/* Whether it holds another version than @meeting is now. */
gboolean aj_invitation_is_old (const AjValues *meeting, const AjValues *attendance);
/* Whether somebody should hold the meeting as it is now. @attendance: (nullable) */
gboolean aj_invitation_is_expected (const AjValues *meeting,
                                    const AjValues *attendance,
                                    gboolean is_invited);
/* Whether two addresses are one; without regard to case, for no mailbox anywhere has any. Both are nullable. */
gboolean aj_invitation_is_same_mail (const char *a, const char *b);
/* Whether somebody is owed something that nobody can send, for there is no address. */
gboolean aj_invitation_is_stuck (const AjValues *meeting,
                                 const AjValues *attendance,
                                 const char *mail,
                                 gboolean is_invited);

/* What is owed to somebody: how many of @letters were filled in.
 * @attendance: (nullable): what is known of them at this meeting; @mail: (nullable): where they can be written to now;
 * @is_invited: whether they belong at the meeting.
 *
 * Of a concept nobody is told, and nobody needs anything any more of a meeting that was held. Who held it under another
 * address is sent a cancellation there, so that it does not stay behind in a calendar that nobody keeps. */
guint aj_invitation_list_owed (const AjValues *meeting,
                               const AjValues *attendance,
                               const char *mail,
                               gboolean is_invited,
                               AjLetter letters[AJ_INVITATION_MAX_LETTERS]);

/* Which SEQUENCE a letter carries: that of the meeting, and never a lower one than was sent. */
gint64 aj_invitation_get_sequence (const AjValues *meeting, const AjValues *attendance);
/* From which moment on a letter is newer than all that somebody was sent (DTSTAMP), in seconds since 1970; 0 when they were
 * sent nothing. @attendance: (nullable) */
gint64 aj_invitation_get_next_stamp (const AjValues *meeting, const AjValues *attendance);
/* Whether there is an answer to the version that is now: one to an older version is none (RFC 5546, 2.1.4). @attendance is
 * nullable. */
gboolean aj_invitation_is_answered (const AjValues *meeting, const AjValues *attendance);
/* That answer as PARTSTAT has it; NULL for none. */
const char *aj_invitation_get_answer (const AjValues *meeting, const AjValues *attendance);

G_END_DECLS
