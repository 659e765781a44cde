/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-date.h"

G_BEGIN_DECLS

/* Weeks as people plan in them: Monday to Sunday, numbered as ISO 8601 does. */

/* The Monday of the week in which @date lies. */
AjDate aj_week_get_monday (AjDate date);
/* The seven days of week @week of @year; FALSE (and @days untouched) when that year has no such week. */
gboolean aj_week_get_days (int year, int week, AjDateRange *days);
/* Reads "41", "week 41", "wk 41", "w41", and with a year "2026-W41", "41 2026"; without one it is the first such week that
 * is not over on @earliest. A year has four digits. FALSE (and @days untouched) for anything else. */
gboolean aj_week_parse (const char *text, AjDate earliest, AjDateRange *days);
/* The same of one week or of the first and the last of some, half a year at most: "41-43", "2027-W41/2027-W43", "week 41 t/m 43",
 * "41-43 2027". */
gboolean aj_weeks_parse (const char *text, AjDate earliest, AjDateRange *days);
/* (transfer full): as ISO 8601 has it, from the week of the first day to that of the last: "2027-W41", "2027-W41/2027-W43". What
 * aj_weeks_parse() read, it reads again, whatever the day. */
char *aj_weeks_to_iso (const AjDateRange *days);
/* (transfer full): "week 41" or "weeks 41–43", in the language of the messages. */
char *aj_weeks_format (const AjDateRange *days);
/* (transfer full): "week 41" in the language of the messages. */
char *aj_week_format (AjDate date);

G_END_DECLS
