/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "aj-calendar-activity.h"
#include "aj-calendar-event.h"
#include "aj-calendar-span.h"

G_BEGIN_DECLS

#define AJ_TYPE_CALENDAR_WRITER (aj_calendar_writer_get_type ())

/**
 * AjCalendarWriter:
 *
 * Writes meetings or activities as one VCALENDAR to a stream, one after the other: however many there are, it holds one buffer. They are
 * published (METHOD:PUBLISH), or one is what somebody is invited to. Knows neither store nor files, and may live in any one thread.
 *
 * Once a call has failed, the stream holds half a calendar and is of no use.
 */
G_DECLARE_FINAL_TYPE (AjCalendarWriter, aj_calendar_writer, AJ, CALENDAR_WRITER, GObject)

/* @name: what a calendar program calls the calendar that it makes of the file; NULL for a file of one meeting, which
 * must not become a calendar of its own (MS-OXCICAL 2.1.3.1.1.8).
 * @zones: (nullable, NULL-terminated): the IANA names of the zones that the meetings are in, which must stand in the
 * file before them; the first is that of the calendar as a whole. Those that a calendar cannot say are left out, as are doubles: their meetings are in UTC.
 * @stamp: the moment of writing, seconds since 1970: DTSTAMP of every event. */
AjCalendarWriter *aj_calendar_writer_new (GOutputStream *stream,
                                          const char *name,
                                          const char *const *zones,
                                          gint64 stamp);

/* What an invitation says (RFC 5546, 3.2). */
typedef enum
{
  AJ_CALENDAR_REQUEST, /* come, or: it is otherwise than you were told */
  AJ_CALENDAR_CANCEL,  /* it does not take place, or you are not invited any more */
} AjCalendarMethod;

/* For one meeting and those who are told of it: readers take no more than one from such a file (MS-OXCICAL 2.1.3.1.1). What
 * is added needs an organiser and attendees. @zone (nullable): as @zones above. */
AjCalendarWriter *aj_calendar_writer_new_invitation (GOutputStream *stream,
                                                     AjCalendarMethod method,
                                                     const char *zone,
                                                     gint64 stamp);

/* Fails with AJ_CALENDAR_ERROR_TIME or AJ_CALENDAR_ERROR_ZONE when this meeting cannot be written (the calendar is
 * then as before, and others may follow), or with an error of the stream. */
gboolean aj_calendar_writer_add (AjCalendarWriter *self,
                                 const AjValues *meeting,
                                 const AjCalendarFacts *facts,
                                 GCancellable *cancellable,
                                 GError **error);
/* The same of an activity of an action day, for a calendar that is published. */
gboolean aj_calendar_writer_add_activity (AjCalendarWriter *self,
                                          const AjValues *activity,
                                          const AjActivityFacts *facts,
                                          GCancellable *cancellable,
                                          GError **error);
/* The same of what runs for some days, or of an appointment about it. */
gboolean aj_calendar_writer_add_span (AjCalendarWriter *self,
                                      const AjCalendarSpan *span,
                                      GCancellable *cancellable,
                                      GError **error);
guint aj_calendar_writer_get_n_events (AjCalendarWriter *self);
/* Writes the end and flushes the stream, which stays open. A calendar without an event is not one: it fails with
 * AJ_CALENDAR_ERROR_EMPTY. */
gboolean
aj_calendar_writer_finish (AjCalendarWriter *self, GCancellable *cancellable, GError **error);

G_END_DECLS
