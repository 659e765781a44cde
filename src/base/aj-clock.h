/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "aj-date.h"

G_BEGIN_DECLS

#define AJ_TYPE_CLOCK (aj_clock_get_type ())
/* The one place that knows what time it is; handed to whatever needs it, so that tests and scripts can set it. */
G_DECLARE_FINAL_TYPE (AjClock, aj_clock, AJ, CLOCK, GObject)

/* The system's clock, read in @zone (an IANA name; NULL, or a name that is not known, is the machine's own zone). */
AjClock *aj_clock_new (const char *zone);
/* A clock that stands still at a wall-clock time in @zone; NULL when @now is no time. */
AjClock *aj_clock_new_fixed (const AjWallTime *now, const char *zone);
/* Reads "2026-03-12" (midnight) or "2026-03-12T10:00"; NULL when the text is neither. */
AjClock *aj_clock_new_from_string (const char *text, const char *zone);

/* Seconds since 1970, UTC. */
gint64 aj_clock_get_unix (AjClock *self);
AjWallTime aj_clock_get_now (AjClock *self);
AjDate aj_clock_get_today (AjClock *self);
/* What the clock said at another moment, in seconds since 1970; FALSE outside the calendar. */
gboolean aj_clock_look_back (AjClock *self, gint64 unix_time, AjWallTime *time);

G_END_DECLS
