/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-calendar-error.h"
#include "aj-date.h"

G_BEGIN_DECLS

/**
 * AjVtimezone:
 *
 * A time zone as a calendar file says it: one STANDARD and at most one DAYLIGHT, each with one yearly
 * rule, which is the only shape that Outlook reads (MS-STANOICAL 2.1.3.1.1.19). It says what holds
 * now and as far ahead as the system's tables go, and knows since which year that was so.
 * Europe/Amsterdam is fixed in the program; others are worked out from the system's tables.
 */
typedef struct _AjVtimezone AjVtimezone;

/* (transfer none): lives as long as the program; may be called from any thread. @zone is an IANA name. Fails with
 * AJ_CALENDAR_ERROR_ZONE for a zone that is not known or whose clock changes by no yearly rule (that of Asia/Gaza
 * follows the moon); times in such a zone are to be written in UTC. */
const AjVtimezone *aj_vtimezone_get (const char *zone, GError **error);
const char *aj_vtimezone_get_id (const AjVtimezone *self);
/* The component, from BEGIN:VTIMEZONE to END:VTIMEZONE, each line ended by CR LF. */
const char *aj_vtimezone_get_text (const AjVtimezone *self);
/* Whether every reader takes a wall-clock time in this zone for the same moment: not in a year before the rule held,
 * and not in the hour that a change of the clock skips or repeats, where readers differ. */
gboolean aj_vtimezone_is_plain (const AjVtimezone *self, const AjWallTime *time);

G_END_DECLS
