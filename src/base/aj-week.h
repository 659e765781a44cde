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
/* (transfer full): "week 41" in the language of the messages. */
char *aj_week_format (AjDate date);

G_END_DECLS
