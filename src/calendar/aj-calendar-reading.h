/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "aj-calendar-error.h"

G_BEGIN_DECLS

/* An event as a calendar tells it. Texts are cleaned; what is not there is NULL. */
typedef struct
{
  char *uid;
  gint64 sequence;
  gint64 stamp; /* this and the next two: seconds since 1970 */
  gint64 start;
  gint64 end;
  gboolean
      all_day; /* then start and end are midnight in UTC, the end being the day after the last */
  char *summary;
  char *location;
  char *description;
  char *url;
  char *status;
  char *transparency;
  char *busy;       /* X-MICROSOFT-CDO-BUSYSTATUS */
  char *categories; /* as one text: libical takes the escapes away before it can be split */
  char *organiser;  /* mailto:… */
  char *organiser_name;
  GStrv attendees; /* addresses in small letters, without "mailto:" */
} AjCalendarEntry;

/* What was not understood, as a sentence; in which event, if in one. */
typedef struct
{
  char *uid; /* (nullable) */
  guint
      line; /* where the event, or else the calendar, begins; from 1, 0 when that cannot be told */
  char *text;
} AjCalendarProblem;

/**
 * AjCalendarReading:
 *
 * What a calendar says, however it was written: events that can be understood, and everything that
 * cannot, said. Read with libical inside limits, for what comes in may be hostile: at most 20 MB, lines
 * of 256 kB, eight components deep (libical takes quadratic time, or overflows the stack, beyond), no
 * rule that repeats faster than daily and in a zone none but yearly (it expands those for minutes).
 */
typedef struct
{
  char *method;        /* (nullable) */
  char *name;          /* (nullable): X-WR-CALNAME */
  GStrv zones;         /* the TZIDs defined, in order of the alphabet */
  GPtrArray *entries;  /* (element-type AjCalendarEntry) */
  GPtrArray *problems; /* (element-type AjCalendarProblem) */
} AjCalendarReading;

/* @text is UTF-8 of @length bytes, with or without a byte order mark. Fails with AJ_CALENDAR_ERROR_INVALID or
 * AJ_CALENDAR_ERROR_LIMIT. */
AjCalendarReading *aj_calendar_reading_new (const char *text, gsize length, GError **error);
/* The same of a file. Fails with AJ_CALENDAR_ERROR_NOT_FOUND, _NOT_FILE or _FAILED as well. Waits. */
AjCalendarReading *aj_calendar_reading_load (const char *path, GError **error);
void aj_calendar_reading_free (AjCalendarReading *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AjCalendarReading, aj_calendar_reading_free)

G_END_DECLS
