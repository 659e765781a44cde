/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-meeting-text.h"

#include <glib/gi18n.h>

#include "aj-meeting.h"
#include "aj-public-holidays.h"
#include "aj-reason.h"

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

char *
aj_meeting_text_reason (AjRecord *meeting, int nth)
{
  AjReason reason;
  AjWallTime start;

  if (!aj_reason_parse (aj_record_get_text (meeting, "reason"), &reason) ||
      !aj_record_get_wall_time (meeting, "starts-at", &start))
    return g_strdup ("");
  return aj_reason_to_text (reason, aj_record_get_text (meeting, "reason-detail"),
                            aj_record_get_date (meeting, "pattern-date"), start.date, nth);
}

static gboolean
is_open (const char *state)
{
  return g_strcmp0 (state, AJ_MEETING_HELD) != 0 && g_strcmp0 (state, AJ_MEETING_CANCELLED) != 0;
}

char *
aj_meeting_text_warning (AjRecord *meeting, AjHolidays *holidays)
{
  AjWallTime start;
  AjPublicHoliday holiday;
  g_autofree char *school = NULL;

  /* A date that somebody decided on, or still has to, names what stands in its way already. */
  if (!is_open (aj_record_get_text (meeting, "state")) ||
      g_strcmp0 (aj_record_get_text (meeting, "reason"), "conflict") == 0 ||
      g_strcmp0 (aj_record_get_text (meeting, "reason"), "against-advice") == 0 ||
      !aj_record_get_wall_time (meeting, "starts-at", &start))
    return g_strdup ("");
  if (aj_public_holiday_find (start.date, &holiday))
    /* Translators: the name of a public holiday. */
    return g_strdup_printf (_ ("This day is %s."), aj_public_holiday_get_label (holiday.name));
  school = aj_holidays_describe_school (holidays, start.date, AJ_SCHOOL_REGION_ALL, NULL);
  if (school != NULL && g_strcmp0 (aj_record_get_text (meeting, "reason"), "rule") != 0)
    /* Translators: school holidays and their regions, as in "herfstvakantie Zuid". */
    return g_strdup_printf (_ ("This day is in the school holidays: %s."), school);
  return g_strdup ("");
}

AjMeetingTag
aj_meeting_text_tag (AjRecord *meeting)
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
  const AjValues *values = aj_record_get_values (meeting);

  if (values == NULL)
    return (AjMeetingTag){ NULL, NULL };
  if (is_open (state) && g_strcmp0 (aj_record_get_text (meeting, "reason"), "conflict") == 0)
    /* Translators: tag on a meeting whose date somebody must decide on. */
    return (AjMeetingTag){ _ ("to decide"), "tag-warning" };
  if (aj_meeting_is_outdated (values))
    /* Translators: tag on a meeting that changed after its calendar file was handed out. */
    return (AjMeetingTag){ _ ("calendar outdated"), "tag-warning" };
  for (guint i = 0; i < G_N_ELEMENTS (tags); i++)
    if (g_strcmp0 (tags[i].state, state) == 0)
      return (AjMeetingTag){ _ (tags[i].tag.label), tags[i].tag.css_class };
  return (AjMeetingTag){ NULL, NULL };
}
