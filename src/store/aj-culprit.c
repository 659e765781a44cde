/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-culprit.h"

#include <glib/gi18n-lib.h>

#include "aj-date.h"

void
aj_culprit_clear (AjCulprit *self)
{
  g_clear_pointer (&self->author, g_free);
  g_clear_pointer (&self->label, g_free);
}

char *
aj_culprit_name (const char *author)
{
  /* Translators: stands for a person whose name is not known, at the start of a sentence. */
  return g_strdup (author != NULL && *author != '\0' ? author : _ ("Somebody"));
}

char *
aj_culprit_format_time (gint64 at)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_local (at);
  g_autofree char *day = NULL;
  g_autofree char *clock = NULL;

  if (time == NULL)
    return g_strdup (_ ("at an unknown time"));
  day = aj_date_format_short (aj_date_new (g_date_time_get_year (time),
                                           g_date_time_get_month (time),
                                           g_date_time_get_day_of_month (time)));
  clock = aj_time_of_day_to_string (g_date_time_get_hour (time) * 60 +
                                    g_date_time_get_minute (time));
  /* Translators: a date and a time of day, as in "Thu 12 Mar 2026, 10:00". */
  return g_strdup_printf (_ ("%s, %s"), day, clock);
}
