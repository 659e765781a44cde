/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-date.h"
#include "aj-vtimezone.h"

G_BEGIN_DECLS

/* What runs for some days, as a rollout or a loan, or an appointment about it. Texts are borrowed; those that may be NULL are
 * then left out. */
typedef struct
{
  const char *uid; /* for life */
  gint64 sequence;
  const char *summary;
  const char *place;       /* (nullable) */
  const char *description; /* (nullable) */
  AjDateRange days;        /* whole days, both included; without a last one it is the first alone */
  /* (nullable): an appointment in the place of whole days: from then on, for so many minutes, on the clock of @zone. */
  const AjWallTime *at;
  int minutes;
  const char *zone;
  int alarm_minutes; /* of an appointment: so long before it somebody is reminded; 0: not */
  gboolean is_cancelled;
} AjCalendarSpan;

/**
 * aj_calendar_span_append:
 * @lines: receives the VEVENT; untouched on failure
 * @zones: (element-type AjVtimezone): the zones that the file defines
 * @stamp: DTSTAMP, seconds since 1970
 *
 * Writes it, to be published. Whole days are DATEs and leave whoever takes them in free; an appointment makes them busy.
 *
 * Fails with AJ_CALENDAR_ERROR_TIME or AJ_CALENDAR_ERROR_ZONE.
 */
gboolean aj_calendar_span_append (
    GString *lines, const AjCalendarSpan *span, GPtrArray *zones, gint64 stamp, GError **error);

G_END_DECLS
