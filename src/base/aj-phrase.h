/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-date.h"

G_BEGIN_DECLS

/* Pieces of lines that people read. */

/* Adds @part to a line, with @separator, as " · ", between it and what is there. NULL and "" are left out. */
void aj_phrase_append (GString *text, const char *separator, const char *part);

/* (transfer full): from when until when, "Thu 12 Mar 2026, 10:00–12:00"; where it ends on another day, with both days.
 * @format_day says how a day is written: aj_date_format_short or aj_date_format_long. */
char *aj_phrase_format_span (const AjWallTime *start,
                             const AjWallTime *end,
                             char *(*format_day) (AjDate date));

G_END_DECLS
