/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-values.h"
#include "aj-vtimezone.h"

G_BEGIN_DECLS

/* Somebody who is invited. */
typedef struct
{
  const char *mail; /* an address that is none is left out */
  const char *name; /* (nullable) */
  const char *
      answer; /* (nullable): what they said of this version, as PARTSTAT has it: "ACCEPTED"; NULL: nothing yet */
} AjCalendarAttendee;

/* What the record of a meeting only refers to, looked up by the caller. Each is nullable and then left out. */
typedef struct
{
  const char *group; /* the name: "Expertteam Cyber" */
  const char
      *part_of; /* of a part of a meeting, whose theme is that of the part: what the meeting is */
  const char *organiser_name;          /* a role: "Secretariaat" */
  const char *organiser_mail;          /* a role mailbox */
  const AjCalendarAttendee *attendees; /* only where they are invited, never in what is published */
  guint n_attendees;
} AjCalendarFacts;

/* What somebody sees as the name of the meeting: "Expertteam Cyber: Preventie bij jeugd", with a word before it when it
 * is cancelled. At most 255 UTF-16 units, for Outlook cuts there (MS-OXCICAL 2.1.3.1.1.20.26). */
char *aj_calendar_event_dup_summary (const AjValues *meeting, const char *group);

/* Whether a calendar can hold the meeting. Fails with AJ_CALENDAR_ERROR_TIME or AJ_CALENDAR_ERROR_ZONE. */
gboolean aj_calendar_event_check (const AjValues *meeting, GError **error);

/**
 * aj_calendar_event_append:
 * @lines: receives the VEVENT; untouched on failure
 * @zones: (element-type AjVtimezone): the zones that the file defines
 * @stamp: DTSTAMP, seconds since 1970
 *
 * Writes a meeting with libical: an organiser only when there is a mailbox (RFC 5546 asks for one; readers do without), no
 * recurrence, no alarm. Attendees are asked to answer, which Outlook offers only to whom RSVP=TRUE asks.
 *
 * Its times are in its zone; in UTC when the file does not define the zone or when readers would differ
 * over the moment (see aj_vtimezone_is_plain()).
 *
 * STATUS is TENTATIVE for a concept and for a planned meeting, which may still move, CONFIRMED for a
 * confirmed one and a held one, and CANCELLED. Outlook goes by X-MICROSOFT-CDO-BUSYSTATUS instead: a
 * planned meeting's time is to be kept free for it (BUSY), a concept's is not yet (TENTATIVE).
 *
 * Texts are cleaned first (aj-calendar-text.h says how, and what of a category or a name of an organiser
 * is written otherwise than it was typed). libical folds lines behind a blank. RFC 5545 unfolds that well
 * from a file, but relays of mail strip blanks at the end of a line, so in a mail it goes in base64.
 *
 * Fails as aj_calendar_event_check().
 */
gboolean aj_calendar_event_append (GString *lines,
                                   const AjValues *meeting,
                                   const AjCalendarFacts *facts,
                                   GPtrArray *zones,
                                   gint64 stamp,
                                   GError **error);

G_END_DECLS
