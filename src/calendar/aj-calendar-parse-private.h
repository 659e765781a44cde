/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <libical/ical.h>

#include "aj-calendar-error.h"

G_BEGIN_DECLS

/* What reading a calendar takes, whatever is looked for in it. */

/* (transfer full): the calendar, or several as one component that holds them (ICAL_XROOT_COMPONENT); within the limits of
 * aj_calendar_limits_check(), and without rules that take minutes to work out. Each part of a zone has one rule at most, that of
 * a change of the clock once a year as programs write it; all zones together have at most @max_observances parts, and with
 * those as many changes until 2100 as fit in a second. A zone of which that is not so is the one that its name says, else the
 * calendar is refused. @begins (element-type guint) receives the number of every line that begins a component. Fails with
 * AJ_CALENDAR_ERROR_INVALID or AJ_CALENDAR_ERROR_LIMIT. */
icalcomponent *aj_calendar_parse (
    const char *text, gsize length, guint max_observances, GArray *begins, GError **error);
/* Calls @each for every VCALENDAR of what aj_calendar_parse() gave. */
typedef void (*AjCalendarEachFunc) (icalcomponent *calendar, gpointer user_data);
void aj_calendar_parse_each (icalcomponent *root, AjCalendarEachFunc each, gpointer user_data);

/* (transfer full) (nullable): a line, or several, cleaned; NULL when nothing is left. */
char *aj_calendar_parse_dup_text (const char *text, gboolean is_block);
/* (transfer full) (nullable): the first property of that name, as a line. */
char *aj_calendar_parse_dup_property (icalcomponent *component, const char *name);
/* (transfer full) (nullable): an address in small letters, of "mailto:…" or without; what is no address is none. @uri is
 * nullable. */
char *aj_calendar_parse_dup_mail (const char *uri);
/* When a property is, in seconds since 1970; of a day, when it begins in UTC. FALSE when that is not clear: a time without a
 * zone, or after 2100, or in one that is neither defined nor known, as it is, behind the prefix of a program, or by the name that Windows
 * gives it. */
gboolean aj_calendar_parse_read_moment (icalcomponent *event,
                                        icalproperty *property,
                                        gint64 *moment,
                                        gboolean *all_day);

G_END_DECLS
