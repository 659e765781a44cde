/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-meeting-text.h"

#include <glib/gi18n.h>

#include "aj-meeting.h"
#include "aj-phrase.h"

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

  if (!aj_record_get_wall_time (meeting, "starts-at", &start) ||
      !aj_record_get_wall_time (meeting, "ends-at", &end))
    return g_strdup ("");
  return aj_phrase_format_span (&start, &end, aj_date_format_short);
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
