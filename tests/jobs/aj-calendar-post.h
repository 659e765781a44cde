/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-calendar-client.h"

G_BEGIN_DECLS

/* Several mailboxes, each with its calendar, and what came in where. */
typedef struct
{
  GPtrArray *clients; /* (element-type CalendarClient) */
  GString *manifest;
} CalendarPost;

CalendarPost *calendar_post_new (void);
void calendar_post_free (CalendarPost *self);

/* One more, in which all of @addresses end up. */
void calendar_post_add (CalendarPost *self, const char *const *addresses);
/* Which one an address ends up in; there must be one. */
guint calendar_post_find (CalendarPost *self, const char *address);
CalendarClient *calendar_post_get (CalendarPost *self, guint mailbox);
/* (nullable): what a mailbox holds of a meeting. */
const CalendarClientEntry *
calendar_post_get_held (CalendarPost *self, guint mailbox, const char *uid);
void calendar_post_deliver (CalendarPost *self, const char *path, const char *address);
/* Has python's own reader of mail and python3-icalendar read all that came in, and compares what each mailbox holds then.
 * @folder: to write in. */
void calendar_post_check_with_python (CalendarPost *self, const char *folder);

G_END_DECLS
