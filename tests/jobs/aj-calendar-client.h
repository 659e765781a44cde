/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* The calendar of one mailbox, kept as RFC 5546 says: of one meeting the highest SEQUENCE is what counts, of equal ones the
 * latest DTSTAMP, and a cancellation takes away what is not newer. It reads the very files that are sent with a reader of
 * its own, and answers with files as other programs write them. */

/* Under which address and name a meeting was sent to it. */
typedef struct
{
  char *mail; /* in small letters */
  char *name;
} CalendarClientSelf;

/* What it holds of one meeting. */
typedef struct
{
  char *uid;
  gboolean is_held;
  gint64 sequence;
  gint64 stamp; /* this and the next two: seconds since 1970 */
  gint64 start;
  gint64 end;
  char *place;      /* "" when there is none */
  char *status;     /* TENTATIVE, CONFIRMED or CANCELLED */
  GPtrArray *selfs; /* (element-type CalendarClientSelf): who of those who are invited reads it */
} CalendarClientEntry;

typedef struct
{
  char **addresses;    /* in small letters */
  GHashTable *entries; /* (element-type utf8 CalendarClientEntry): by UID */
  guint n_taken;
} CalendarClient;

/* @addresses: NULL-terminated; all of them end up in this one mailbox. */
CalendarClient *calendar_client_new (const char *const *addresses);
void calendar_client_free (CalendarClient *self);

/* Takes in the calendar at @path, an .ics file or a mail with one, that was sent to @address. */
void calendar_client_take (CalendarClient *self, const char *path, const char *address);
/* (nullable): what it knows of a meeting, also of one that it holds no longer. */
CalendarClientEntry *calendar_client_look_up (CalendarClient *self, const char *uid);

/* (transfer full): to whom the mail at @path says that it goes. */
GStrv calendar_client_list_recipients (const char *path);

/* How the program writes that somebody answers with. */
typedef enum
{
  CALENDAR_STYLE_EXCHANGE,
  CALENDAR_STYLE_GOOGLE,
  CALENDAR_STYLE_APPLE,
  CALENDAR_STYLE_THUNDERBIRD,
  CALENDAR_N_STYLES,
} CalendarStyle;

typedef struct
{
  CalendarStyle style;
  const char *participation; /* ACCEPTED, DECLINED, TENTATIVE or DELEGATED */
  gint64 stamp;
  gint64 proposal; /* when it would rather begin, for as long; 0: an answer without a proposal */
} CalendarReply;

/* Answers the version that it holds, as @who, into a file at @stem and an extension. (transfer full): its path. */
char *calendar_client_answer (const CalendarClientEntry *entry,
                              const CalendarClientSelf *who,
                              const CalendarReply *reply,
                              const char *stem);

G_END_DECLS
