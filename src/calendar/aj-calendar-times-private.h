/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <libical/ical.h>

#include "aj-calendar-error.h"
#include "aj-date.h"
#include "aj-vtimezone.h"

G_BEGIN_DECLS

/* From when until when something is, by the clock on the wall and as moments of the world. */
typedef struct
{
  AjWallTime start, end;
  gint64 from, until; /* the same in seconds since 1970 */
} AjCalendarTimes;

/* Fills in the moments of @start and @end, which is not before it. Fails with AJ_CALENDAR_ERROR_ZONE. @zone is nullable. */
gboolean aj_calendar_times_settle (AjCalendarTimes *self, const char *zone, GError **error);
/* DTSTART and DTEND, where @has_end: in @zone when it is one of @zones (element-type AjVtimezone) (nullable), which the file
 * defines, and every reader takes the times alike (see aj_vtimezone_is_plain()); else in UTC. */
void aj_calendar_times_add (const AjCalendarTimes *self,
                            icalcomponent *event,
                            const char *zone,
                            GPtrArray *zones,
                            gboolean has_end);

icaltimetype aj_calendar_times_make_utc (gint64 moment);
/* A whole day: a DATE. */
icaltimetype aj_calendar_times_make_date (AjDate date);

/* Takes @text: cut where Outlook cuts a subject and a place. */
char *aj_calendar_cut_for_outlook (char *text);

G_END_DECLS
