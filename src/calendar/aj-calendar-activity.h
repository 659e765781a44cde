/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-values.h"
#include "aj-vtimezone.h"

G_BEGIN_DECLS

/* What the record of an activity only refers to, looked up by the caller. Each is nullable and then left out. */
typedef struct
{
  const char *municipality;
  const char *organisation;
} AjActivityFacts;

/* What somebody sees as the name of it: "Zwolle: Escape box", with a word before it when it is cancelled. At most 255 UTF-16
 * units, as that of a meeting. */
char *aj_calendar_activity_dup_summary (const AjValues *activity, const char *municipality);

/* Whether a calendar can hold the activity. Fails with AJ_CALENDAR_ERROR_TIME or AJ_CALENDAR_ERROR_ZONE. */
gboolean aj_calendar_activity_check (const AjValues *activity, GError **error);

/**
 * aj_calendar_activity_append:
 * @lines: receives the VEVENT; untouched on failure
 * @zones: (element-type AjVtimezone): the zones that the file defines
 * @stamp: DTSTAMP, seconds since 1970
 *
 * Writes an activity of an action day, to be published. Its UID is its id, for life. What has no time takes the day, as a
 * DATE, and leaves whoever takes it in free; what has no end has none here either. For whom it is are its categories; nobody
 * is named.
 *
 * Fails as aj_calendar_activity_check().
 */
gboolean aj_calendar_activity_append (GString *lines,
                                      const AjValues *activity,
                                      const AjActivityFacts *facts,
                                      GPtrArray *zones,
                                      gint64 stamp,
                                      GError **error);

G_END_DECLS
