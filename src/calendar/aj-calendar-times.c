/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-calendar-times-private.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "aj-text.h"

/* Outlook cuts a subject and a place after so many UTF-16 units. */
#define OUTLOOK_UNITS 255

char *
aj_calendar_cut_for_outlook (char *text)
{
  char *cut;

  /* A unit takes a byte at least. */
  if (strlen (text) <= OUTLOOK_UNITS)
    return text;
  cut = aj_text_truncate_utf16 (text, OUTLOOK_UNITS);
  g_free (text);
  return cut;
}

static const AjVtimezone *
find_zone (GPtrArray *zones, const char *id)
{
  for (guint i = 0; zones != NULL && i < zones->len; i++)
    if (g_strcmp0 (aj_vtimezone_get_id (g_ptr_array_index (zones, i)), id) == 0)
      return g_ptr_array_index (zones, i);
  return NULL;
}

icaltimetype
aj_calendar_times_make_date (AjDate date)
{
  icaltimetype time = icaltime_null_date ();

  aj_date_get_ymd (date, &time.year, &time.month, &time.day);
  return time;
}

icaltimetype
aj_calendar_times_make_utc (gint64 moment)
{
  return icaltime_from_timet_with_zone ((time_t) moment, 0, icaltimezone_get_utc_timezone ());
}

static icaltimetype
make_wall (const AjWallTime *wall)
{
  icaltimetype time = icaltime_null_time ();

  aj_date_get_ymd (wall->date, &time.year, &time.month, &time.day);
  time.hour = wall->minute / 60;
  time.minute = wall->minute % 60;
  return time;
}

gboolean
aj_calendar_times_settle (AjCalendarTimes *self, const char *zone, GError **error)
{
  if (!aj_wall_time_to_unix (&self->start, zone, &self->from) ||
      !aj_wall_time_to_unix (&self->end, zone, &self->until))
    {
      g_set_error (error, AJ_CALENDAR_ERROR, AJ_CALENDAR_ERROR_ZONE,
                   _ ("“%s” is not a known time zone. Write it like Europe/Amsterdam."),
                   zone != NULL ? zone : "");
      return FALSE;
    }
  /* Where the clock skips an hour, what ends later on the wall may end earlier in the world. */
  if (self->until <= self->from)
    self->until = self->from + aj_wall_time_minutes_between (&self->start, &self->end) * 60;
  return TRUE;
}

/* Takes @property: a time by the clock of @zone. */
static void
add_in_zone (icalcomponent *event, icalproperty *property, const char *zone)
{
  icalproperty_add_parameter (property, icalparameter_new_tzid (zone));
  icalcomponent_add_property (event, property);
}

void
aj_calendar_times_add (const AjCalendarTimes *self,
                       icalcomponent *event,
                       const char *zone,
                       GPtrArray *zones,
                       gboolean has_end)
{
  const AjVtimezone *defined = find_zone (zones, zone);

  if (defined != NULL && aj_vtimezone_is_plain (defined, &self->start) &&
      aj_vtimezone_is_plain (defined, &self->end))
    {
      add_in_zone (event, icalproperty_new_dtstart (make_wall (&self->start)), zone);
      if (has_end)
        add_in_zone (event, icalproperty_new_dtend (make_wall (&self->end)), zone);
      return;
    }
  icalcomponent_add_property (event,
                              icalproperty_new_dtstart (aj_calendar_times_make_utc (self->from)));
  if (has_end)
    icalcomponent_add_property (event,
                                icalproperty_new_dtend (aj_calendar_times_make_utc (self->until)));
}
