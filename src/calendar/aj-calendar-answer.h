/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "aj-calendar-error.h"

G_BEGIN_DECLS

/* How many answers are read of one calendar at most. */
#define AJ_CALENDAR_MAX_ANSWERS 500

/* What somebody says of an invitation (PARTSTAT). */
typedef enum
{
  AJ_PARTICIPATION_UNKNOWN, /* they say nothing, or nothing that is understood */
  AJ_PARTICIPATION_ACCEPTED,
  AJ_PARTICIPATION_DECLINED,
  AJ_PARTICIPATION_TENTATIVE,
  AJ_PARTICIPATION_DELEGATED, /* somebody comes for them */
} AjParticipation;

/**
 * AjCalendarAnswer:
 *
 * One answer of one person to one invitation (RFC 5546, 3.2.3 and 3.2.7), as any program writes it: without an organiser, as
 * Exchange does; with the organiser's version in a property of its own, as Outlook does where SEQUENCE is missing. Texts are cleaned,
 * addresses in small letters and without "mailto:".
 */
typedef struct
{
  char *uid;
  gboolean is_instance; /* of one meeting in a series, */
  gint64 instance; /* which was first to begin at this moment; G_MININT64 when that is not clear */
  gint64 sequence; /* the version of the meeting that they answer; -1 when they do not say */
  gint64 stamp;    /* when they answered; 0 when they do not say */

  char *mail; /* (nullable): whose answer it is */
  char *name; /* (nullable) */
  AjParticipation participation;
  char *substitute_mail; /* (nullable): who comes for them, */
  char *substitute_name; /* (nullable) */
  char *sent_by;         /* (nullable): who answered for them */
  char *comment;         /* (nullable) */

  gboolean has_proposal; /* they propose another time: */
  gint64 start;
  gint64 end;
} AjCalendarAnswer;

/* (element-type AjCalendarAnswer) (transfer full): at least one. @sender (nullable) is the address, in small letters, that the
 * calendar came from: of one that names everybody who is invited, what others answered is not theirs to say. @problems
 * (element-type utf8) receives a sentence for everything that could not be understood.
 *
 * Fails with AJ_CALENDAR_ERROR_LIMIT, or with AJ_CALENDAR_ERROR_INVALID for what is no calendar, or is one that answers
 * nothing: an invitation, say. */
GPtrArray *
aj_calendar_answer_read (const char *text, const char *sender, GPtrArray *problems, GError **error);

G_END_DECLS
