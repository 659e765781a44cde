/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-calendar-event.h"

#include <glib/gi18n-lib.h>
#include <libical/ical.h>

#include "aj-calendar-text.h"
#include "aj-calendar-times-private.h"
#include "aj-meeting.h"
#include "aj-text.h"

typedef struct
{
  const char *state;
  icalproperty_status status;
  icalproperty_transp transparency;
  const char *busy;
} Standing;

static const Standing standings[] = {
  { AJ_MEETING_CONCEPT, ICAL_STATUS_TENTATIVE, ICAL_TRANSP_OPAQUE, "TENTATIVE" },
  { AJ_MEETING_PLANNED, ICAL_STATUS_TENTATIVE, ICAL_TRANSP_OPAQUE, "BUSY" },
  { AJ_MEETING_CONFIRMED, ICAL_STATUS_CONFIRMED, ICAL_TRANSP_OPAQUE, "BUSY" },
  { AJ_MEETING_HELD, ICAL_STATUS_CONFIRMED, ICAL_TRANSP_OPAQUE, "BUSY" },
  { AJ_MEETING_CANCELLED, ICAL_STATUS_CANCELLED, ICAL_TRANSP_TRANSPARENT, "FREE" },
};

static const Standing *
standing_of (const AjValues *meeting)
{
  const char *state = aj_values_get_text (meeting, "state");

  for (guint i = 0; i < G_N_ELEMENTS (standings); i++)
    if (g_strcmp0 (state, standings[i].state) == 0)
      return &standings[i];
  return &standings[0];
}

char *
aj_calendar_event_dup_summary (const AjValues *meeting, const char *group)
{
  g_autofree char *name = aj_calendar_text_dup_line (group);
  g_autofree char *theme = aj_calendar_text_dup_line (aj_values_get_text (meeting, "theme"));
  g_autofree char *summary = NULL;

  if (name != NULL && theme != NULL)
    /* Translators: how an appointment is called in a calendar: the group that meets, and what about. */
    summary = g_strdup_printf (_ ("%1$s: %2$s"), name, theme);
  else if (name != NULL || theme != NULL)
    summary = g_strdup (name != NULL ? name : theme);
  else
    summary = g_strdup (_ ("Meeting"));

  if (g_strcmp0 (aj_values_get_text (meeting, "state"), AJ_MEETING_CANCELLED) == 0)
    {
      /* Translators: stands before the name of a cancelled appointment, for calendars that show no state. */
      char *marked = g_strdup_printf (_ ("CANCELLED: %s"), summary);

      g_free (summary);
      summary = marked;
    }
  return aj_calendar_cut_for_outlook (g_steal_pointer (&summary));
}

/* Takes @property. */
static void
add (icalcomponent *event, icalproperty *property)
{
  icalcomponent_add_property (event, property);
}

static gboolean
read_times (const AjValues *meeting, AjCalendarTimes *times, GError **error)
{
  if (!aj_values_get_wall_time (meeting, "starts-at", &times->start) ||
      !aj_values_get_wall_time (meeting, "ends-at", &times->end) ||
      aj_wall_time_minutes_between (&times->start, &times->end) <= 0)
    {
      g_set_error_literal (error, AJ_CALENDAR_ERROR, AJ_CALENDAR_ERROR_TIME,
                           _ ("The meeting has no start and end that a calendar can hold. Fill "
                              "in both, the end after the start."));
      return FALSE;
    }
  return aj_calendar_times_settle (times, aj_values_get_text (meeting, "zone"), error);
}

gboolean
aj_calendar_event_check (const AjValues *meeting, GError **error)
{
  AjCalendarTimes times;

  return read_times (meeting, &times, error);
}

static gboolean
add_times (icalcomponent *event, const AjValues *meeting, GPtrArray *zones, GError **error)
{
  AjCalendarTimes times;

  if (!read_times (meeting, &times, error))
    return FALSE;
  aj_calendar_times_add (&times, event, aj_values_get_text (meeting, "zone"), zones, TRUE);
  return TRUE;
}

static void
add_place (icalcomponent *event, const AjValues *meeting, const char *link)
{
  g_autofree char *place = aj_calendar_text_dup_line (aj_values_get_text (meeting, "place"));

  if (place == NULL && link == NULL)
    return;
  /* Translators: the place of a meeting that has a link but no place. */
  place = aj_calendar_cut_for_outlook (place != NULL ? g_steal_pointer (&place)
                                                     : g_strdup (_ ("Online")));
  add (event, icalproperty_new_location (place));
}

G_GNUC_PRINTF (2, 3)
static void
add_paragraph (GString *text, const char *format, ...)
{
  va_list arguments;

  if (text->len > 0)
    g_string_append (text, "\n\n");
  va_start (arguments, format);
  g_string_append_vprintf (text, format, arguments);
  va_end (arguments);
}

/* Everything is repeated here that a calendar program may not show: Outlook shows no URL, and cuts the subject. */
static void
add_description (icalcomponent *event,
                 const AjValues *meeting,
                 const AjCalendarFacts *facts,
                 const char *link)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *theme = aj_calendar_text_dup_line (aj_values_get_text (meeting, "theme"));
  g_autofree char *notes = aj_calendar_text_dup_block (aj_values_get_text (meeting, "description"));
  g_autofree char *part_of = aj_calendar_text_dup_line (facts->part_of);

  if (part_of != NULL && theme != NULL)
    /* Translators: what somebody is to speak about. */
    add_paragraph (text, _ ("Your contribution: %s"), theme);
  if (part_of != NULL)
    /* Translators: what a meeting is called and when it is, of which an appointment is a part. */
    add_paragraph (text, _ ("Part of: %s"), part_of);
  else if (theme != NULL)
    add_paragraph (text, _ ("Theme: %s"), theme);
  if (notes != NULL)
    add_paragraph (text, "%s", notes);
  if (link != NULL)
    /* Translators: the web address of an online meeting follows. */
    add_paragraph (text, _ ("Join online: %s"), link);
  if (text->len > 0)
    add (event, icalproperty_new_description (text->str));
}

static void
add_identity (icalcomponent *event, const AjValues *meeting, gint64 stamp)
{
  g_autofree char *uid = aj_calendar_text_dup_line (aj_values_get_text (meeting, "uid"));
  gint64 sequence = aj_values_get_integer (meeting, "sequence");

  add (event, icalproperty_new_uid (uid != NULL ? uid : aj_values_get_id (meeting)));
  add (event, icalproperty_new_dtstamp (aj_calendar_times_make_utc (stamp)));
  add (event, icalproperty_new_sequence ((int) CLAMP (sequence, 0, G_MAXINT)));
}

static void
add_organiser (icalcomponent *event, const AjCalendarFacts *facts)
{
  g_autofree char *mailto = aj_calendar_text_dup_mailto (facts->organiser_mail);
  g_autofree char *name = aj_calendar_text_dup_common_name (facts->organiser_name);
  icalproperty *organiser;

  if (mailto == NULL)
    return;
  organiser = icalproperty_new_organizer (mailto);
  if (name != NULL)
    icalproperty_add_parameter (organiser, icalparameter_new_cn (name));
  add (event, organiser);
}

static void
add_attendee (icalcomponent *event, const AjCalendarAttendee *attendee)
{
  g_autofree char *mailto = aj_calendar_text_dup_mailto (attendee->mail);
  g_autofree char *name = aj_calendar_text_dup_common_name (attendee->name);
  icalparameter_partstat answer = attendee->answer != NULL
                                      ? icalparameter_string_to_enum (attendee->answer)
                                      : ICAL_PARTSTAT_NEEDSACTION;
  icalproperty *property;

  if (mailto == NULL)
    return;
  property = icalproperty_new_attendee (mailto);
  if (name != NULL)
    icalproperty_add_parameter (property, icalparameter_new_cn (name));
  icalproperty_add_parameter (property, icalparameter_new_role (ICAL_ROLE_REQPARTICIPANT));
  icalproperty_add_parameter (property, icalparameter_new_partstat (answer));
  icalproperty_add_parameter (property, icalparameter_new_rsvp (ICAL_RSVP_TRUE));
  add (event, property);
}

static void
add_standing (icalcomponent *event, const Standing *standing)
{
  icalproperty *busy = icalproperty_new_x (standing->busy);

  icalproperty_set_x_name (busy, "X-MICROSOFT-CDO-BUSYSTATUS");
  add (event, icalproperty_new_status (standing->status));
  add (event, icalproperty_new_transp (standing->transparency));
  add (event, busy);
}

static gboolean
fill (icalcomponent *event,
      const AjValues *meeting,
      const AjCalendarFacts *facts,
      GPtrArray *zones,
      gint64 stamp,
      GError **error)
{
  const char *online = aj_values_get_text (meeting, "online-link");
  g_autofree char *link = aj_calendar_text_dup_line (online);
  g_autofree char *address = aj_calendar_text_dup_address (link);
  g_autofree char *category = aj_calendar_text_dup_category (facts->group);
  g_autofree char *summary = NULL;

  add_identity (event, meeting, stamp);
  if (!add_times (event, meeting, zones, error))
    return FALSE;
  summary = aj_calendar_event_dup_summary (meeting, facts->group);
  add (event, icalproperty_new_summary (summary));
  add_place (event, meeting, link);
  add_description (event, meeting, facts, link);
  if (address != NULL)
    add (event, icalproperty_new_url (address));
  add_organiser (event, facts);
  for (guint i = 0; i < facts->n_attendees; i++)
    add_attendee (event, &facts->attendees[i]);
  if (category != NULL)
    add (event, icalproperty_new_categories (category));
  add_standing (event, standing_of (meeting));
  return TRUE;
}

gboolean
aj_calendar_event_append (GString *lines,
                          const AjValues *meeting,
                          const AjCalendarFacts *facts,
                          GPtrArray *zones,
                          gint64 stamp,
                          GError **error)
{
  icalcomponent *event = icalcomponent_new_vevent ();
  gboolean filled = fill (event, meeting, facts, zones, stamp, error);

  if (filled)
    {
      char *text = icalcomponent_as_ical_string_r (event);

      g_string_append (lines, text);
      icalmemory_free_buffer (text);
    }
  icalcomponent_free (event);
  return filled;
}
