/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-meeting-text.h"

#include <glib/gi18n.h>

#include "aj-meeting.h"

char *
aj_meeting_text_title (AjRecord *meeting, const char *group)
{
  const char *theme = aj_record_get_text (meeting, "theme");

  if (theme != NULL)
    return g_strdup (theme);
  return g_strdup (*group != '\0' ? group : _ ("Meeting"));
}

char *
aj_meeting_text_when (AjRecord *meeting)
{
  AjWallTime start, end;
  g_autofree char *day = NULL;
  g_autofree char *from = NULL;
  g_autofree char *until = NULL;
  g_autofree char *last_day = NULL;

  if (!aj_record_get_wall_time (meeting, "starts-at", &start) ||
      !aj_record_get_wall_time (meeting, "ends-at", &end))
    return g_strdup ("");
  day = aj_date_format_short (start.date);
  from = aj_time_of_day_to_string (start.minute);
  until = aj_time_of_day_to_string (end.minute);
  if (start.date == end.date)
    /* Translators: a date, a start and an end: "Thu 12 Mar 2026, 10:00–12:00". */
    return g_strdup_printf (_ ("%s, %s–%s"), day, from, until);
  last_day = aj_date_format_short (end.date);
  /* Translators: a date and time of the start, then of the end. */
  return g_strdup_printf (_ ("%s, %s – %s, %s"), day, from, last_day, until);
}

char *
aj_meeting_text_day (AjRecord *meeting)
{
  AjWallTime start;

  if (!aj_record_get_wall_time (meeting, "starts-at", &start))
    return g_strdup ("");
  return aj_date_format_day_month (start.date);
}

AjMeetingTag
aj_meeting_text_state_tag (AjRecord *meeting)
{
  static const struct
  {
    const char *state;
    AjMeetingTag tag;
  } tags[] = {
    { AJ_MEETING_CONCEPT, { N_ ("concept"), "tag-plain" } },
    { AJ_MEETING_PLANNED, { N_ ("planned"), "tag-accent" } },
    { AJ_MEETING_CONFIRMED, { N_ ("confirmed"), "tag-success" } },
    { AJ_MEETING_HELD, { N_ ("held"), "tag-plain" } },
    { AJ_MEETING_CANCELLED, { N_ ("cancelled"), "tag-error" } },
  };
  const char *state = aj_record_get_text (meeting, "state");

  for (guint i = 0; i < G_N_ELEMENTS (tags); i++)
    if (g_strcmp0 (tags[i].state, state) == 0)
      return (AjMeetingTag){ _ (tags[i].tag.label), tags[i].tag.css_class };
  return (AjMeetingTag){ NULL, NULL };
}
