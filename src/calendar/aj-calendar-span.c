/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-calendar-span.h"

#include <glib/gi18n-lib.h>
#include <libical/ical.h>

#include "aj-calendar-text.h"
#include "aj-calendar-times-private.h"

/* Takes @property. */
static void
add (icalcomponent *event, icalproperty *property)
{
  icalcomponent_add_property (event, property);
}

/* (transfer full) */
static char *
make_summary (const AjCalendarSpan *span)
{
  g_autofree char *line = aj_calendar_text_dup_line (span->summary);

  if (line == NULL)
    line = g_strdup ("");
  if (span->is_cancelled)
    return aj_calendar_cut_for_outlook (g_strdup_printf (_ ("CANCELLED: %s"), line));
  return aj_calendar_cut_for_outlook (g_steal_pointer (&line));
}

static gboolean
add_appointment (icalcomponent *event, const AjCalendarSpan *span, GPtrArray *zones, GError **error)
{
  AjCalendarTimes times = { .start = *span->at,
                            .end = aj_wall_time_add_minutes (span->at, span->minutes) };

  if (!aj_calendar_times_settle (&times, span->zone, error))
    return FALSE;
  aj_calendar_times_add (&times, event, span->zone, zones, span->minutes > 0);
  return TRUE;
}

static gboolean
add_times (icalcomponent *event, const AjCalendarSpan *span, GPtrArray *zones, GError **error)
{
  AjDate last = span->days.last != AJ_DATE_NONE ? span->days.last : span->days.first;

  if (span->at != NULL)
    return add_appointment (event, span, zones, error);
  if (span->days.first == AJ_DATE_NONE)
    {
      g_set_error_literal (error, AJ_CALENDAR_ERROR, AJ_CALENDAR_ERROR_TIME,
                           _ ("It has no first day. Fill it in."));
      return FALSE;
    }
  /* The end of a day is the day after it (RFC 5545, 3.6.1). */
  add (event, icalproperty_new_dtstart (aj_calendar_times_make_date (span->days.first)));
  add (event, icalproperty_new_dtend (aj_calendar_times_make_date (last + 1)));
  return TRUE;
}

static void
add_standing (icalcomponent *event, const AjCalendarSpan *span)
{
  gboolean is_free = span->is_cancelled || span->at == NULL;
  icalproperty *busy = icalproperty_new_x (is_free ? "FREE" : "BUSY");

  icalproperty_set_x_name (busy, "X-MICROSOFT-CDO-BUSYSTATUS");
  add (event, icalproperty_new_status (span->is_cancelled ? ICAL_STATUS_CANCELLED
                                                          : ICAL_STATUS_CONFIRMED));
  add (event, icalproperty_new_transp (is_free ? ICAL_TRANSP_TRANSPARENT : ICAL_TRANSP_OPAQUE));
  add (event, busy);
}

/* One that displays, with a text, before the start: what every reader takes. */
static void
add_alarm (icalcomponent *event, const AjCalendarSpan *span, const char *summary)
{
  icalcomponent *alarm;

  if (span->at == NULL || span->is_cancelled || span->alarm_minutes <= 0)
    return;
  alarm = icalcomponent_new_valarm ();
  icalcomponent_add_property (alarm, icalproperty_new_action (ICAL_ACTION_DISPLAY));
  icalcomponent_add_property (alarm, icalproperty_new_description (summary));
  icalcomponent_add_property (alarm, icalproperty_new_trigger (
                                         icaltriggertype_from_int (-60 * span->alarm_minutes)));
  icalcomponent_add_component (event, alarm);
}

static gboolean
fill (icalcomponent *event,
      const AjCalendarSpan *span,
      GPtrArray *zones,
      gint64 stamp,
      GError **error)
{
  g_autofree char *summary = make_summary (span);
  g_autofree char *place = aj_calendar_text_dup_line (span->place);

  add (event, icalproperty_new_uid (span->uid));
  add (event, icalproperty_new_dtstamp (aj_calendar_times_make_utc (stamp)));
  add (event, icalproperty_new_sequence ((int) CLAMP (span->sequence, 0, G_MAXINT)));
  if (!add_times (event, span, zones, error))
    return FALSE;
  add (event, icalproperty_new_summary (summary));
  if (place != NULL)
    {
      place = aj_calendar_cut_for_outlook (g_steal_pointer (&place));
      add (event, icalproperty_new_location (place));
    }
  if (span->description != NULL && *span->description != '\0')
    add (event, icalproperty_new_description (span->description));
  add_standing (event, span);
  add_alarm (event, span, summary);
  return TRUE;
}

gboolean
aj_calendar_span_append (
    GString *lines, const AjCalendarSpan *span, GPtrArray *zones, gint64 stamp, GError **error)
{
  icalcomponent *event = icalcomponent_new_vevent ();
  gboolean filled = fill (event, span, zones, stamp, error);

  if (filled)
    {
      char *text = icalcomponent_as_ical_string_r (event);

      g_string_append (lines, text);
      icalmemory_free_buffer (text);
    }
  icalcomponent_free (event);
  return filled;
}
