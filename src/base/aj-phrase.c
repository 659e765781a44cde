/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-phrase.h"

#include <glib/gi18n-lib.h>

void
aj_phrase_append (GString *text, const char *separator, const char *part)
{
  if (part != NULL && *part != '\0')
    g_string_append_printf (text, "%s%s", text->len > 0 ? separator : "", part);
}

char *
aj_phrase_format_span (const AjWallTime *start,
                       const AjWallTime *end,
                       char *(*format_day) (AjDate date))
{
  g_autofree char *day = format_day (start->date);
  g_autofree char *from = aj_time_of_day_to_string (start->minute);
  g_autofree char *until = aj_time_of_day_to_string (end->minute);
  g_autofree char *last_day = NULL;

  if (start->date == end->date)
    /* Translators: a date, a start and an end: "Thu 12 Mar 2026, 10:00–12:00". */
    return g_strdup_printf (_ ("%1$s, %2$s–%3$s"), day, from, until);
  last_day = format_day (end->date);
  /* Translators: a date and time of the start, then of the end. */
  return g_strdup_printf (_ ("%1$s, %2$s – %3$s, %4$s"), day, from, last_day, until);
}
