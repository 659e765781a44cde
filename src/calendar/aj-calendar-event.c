/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-calendar-event.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "aj-content-line.h"
#include "aj-meeting.h"
#include "aj-text.h"

/* Outlook cuts a subject and a place after so many UTF-16 units. */
#define OUTLOOK_UNITS 255
#define SECONDS_A_DAY (24 * 60 * 60)

typedef struct
{
  const char *state;
  const char *status;
  const char *transparency;
  const char *busy;
} Standing;

static const Standing standings[] = {
  { AJ_MEETING_CONCEPT, "TENTATIVE", "OPAQUE", "TENTATIVE" },
  { AJ_MEETING_PLANNED, "TENTATIVE", "OPAQUE", "BUSY" },
  { AJ_MEETING_CONFIRMED, "CONFIRMED", "OPAQUE", "BUSY" },
  { AJ_MEETING_HELD, "CONFIRMED", "OPAQUE", "BUSY" },
  { AJ_MEETING_CANCELLED, "CANCELLED", "TRANSPARENT", "FREE" },
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

static char *
clean_or_null (const char *text)
{
  g_autofree char *clean = aj_text_clean_line (text);

  return aj_text_or_null (clean) != NULL ? g_steal_pointer (&clean) : NULL;
}

char *
aj_calendar_event_dup_summary (const AjValues *meeting, const char *group)
{
  g_autofree char *name = clean_or_null (group);
  g_autofree char *theme = clean_or_null (aj_values_get_text (meeting, "theme"));
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
  return aj_text_truncate_utf16 (summary, OUTLOOK_UNITS);
}

static const AjVtimezone *
find_zone (GPtrArray *zones, const char *id)
{
  for (guint i = 0; zones != NULL && i < zones->len; i++)
    if (g_strcmp0 (aj_vtimezone_get_id (g_ptr_array_index (zones, i)), id) == 0)
      return g_ptr_array_index (zones, i);
  return NULL;
}

static void
append_local (GString *lines, const char *name, const char *zone, const AjWallTime *time)
{
  int year, month, day;

  aj_date_get_ymd (time->date, &year, &month, &day);
  /* The name of a zone has at most 64 characters, so this stays within one line but for the longest. */
  g_autofree char *head = g_strdup_printf ("%s;TZID=%s", name, zone);
  g_autofree char *value = g_strdup_printf ("%04d%02d%02dT%02d%02d00", year, month, day,
                                            time->minute / 60, time->minute % 60);
  aj_content_line_append (lines, head, value);
}

static void
append_utc (GString *lines, const char *name, gint64 moment)
{
  gint64 second = ((moment % SECONDS_A_DAY) + SECONDS_A_DAY) % SECONDS_A_DAY;
  int year, month, day;
  char value[64];

  aj_date_get_ymd ((AjDate) ((moment - second) / SECONDS_A_DAY), &year, &month, &day);
  g_snprintf (value, sizeof value, "%04d%02d%02dT%02d%02d%02dZ", year, month, day,
              (int) (second / 3600), (int) (second / 60 % 60), (int) (second % 60));
  aj_content_line_append (lines, name, value);
}

static gboolean
append_times (GString *lines, const AjValues *meeting, GPtrArray *zones, GError **error)
{
  const char *id = aj_values_get_text (meeting, "zone");
  const AjVtimezone *zone = find_zone (zones, id);
  AjWallTime start, end;
  gint64 from, until, minutes;

  if (!aj_values_get_wall_time (meeting, "starts-at", &start) ||
      !aj_values_get_wall_time (meeting, "ends-at", &end) ||
      (minutes = aj_wall_time_minutes_between (&start, &end)) <= 0)
    {
      g_set_error_literal (error, AJ_CALENDAR_ERROR, AJ_CALENDAR_ERROR_TIME,
                           _ ("The meeting has no start and end that a calendar can hold. Fill "
                              "in both, the end after the start."));
      return FALSE;
    }
  if (zone != NULL && aj_vtimezone_is_plain (zone, &start) && aj_vtimezone_is_plain (zone, &end))
    {
      append_local (lines, "DTSTART", id, &start);
      append_local (lines, "DTEND", id, &end);
      return TRUE;
    }
  if (!aj_wall_time_to_unix (&start, id, &from) || !aj_wall_time_to_unix (&end, id, &until))
    {
      g_set_error (error, AJ_CALENDAR_ERROR, AJ_CALENDAR_ERROR_ZONE,
                   _ ("“%s” is not a known time zone. Write it like Europe/Amsterdam."),
                   id != NULL ? id : "");
      return FALSE;
    }
  /* Where the clock skips an hour, what ends later on the wall may end earlier in the world. */
  if (until <= from)
    until = from + minutes * 60;
  append_utc (lines, "DTSTART", from);
  append_utc (lines, "DTEND", until);
  return TRUE;
}

static void
append_place (GString *lines, const AjValues *meeting, const char *link)
{
  g_autofree char *clean = clean_or_null (aj_values_get_text (meeting, "place"));
  g_autofree char *place = NULL;

  if (clean == NULL && link == NULL)
    return;
  /* Translators: the place of a meeting that has a link but no place. */
  place = aj_text_truncate_utf16 (clean != NULL ? clean : _ ("Online"), OUTLOOK_UNITS);
  aj_content_line_append_text (lines, "LOCATION", place, FALSE);
}

static void
add_paragraph (GString *text, const char *paragraph)
{
  if (text->len > 0)
    g_string_append (text, "\n\n");
  g_string_append (text, paragraph);
}

/* Everything is repeated here that a calendar program may not show: Outlook shows no URL, and cuts the subject. */
static void
append_description (GString *lines,
                    const AjValues *meeting,
                    const AjCalendarFacts *facts,
                    const char *link)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *theme = clean_or_null (aj_values_get_text (meeting, "theme"));
  g_autofree char *chair = clean_or_null (facts->chair);
  const char *description = aj_values_get_text (meeting, "description");

  if (theme != NULL)
    g_string_append_printf (text, _ ("Theme: %s"), theme);
  if (description != NULL)
    add_paragraph (text, description);
  if (link != NULL)
    {
      /* Translators: the web address of an online meeting follows. */
      g_autofree char *join = g_strdup_printf (_ ("Join online: %s"), link);
      add_paragraph (text, join);
    }
  if (chair != NULL)
    {
      g_autofree char *led_by = g_strdup_printf (_ ("Chair: %s"), chair);
      add_paragraph (text, led_by);
    }
  aj_content_line_append_text (lines, "DESCRIPTION", text->str, TRUE);
}

static void
append_identity (GString *lines, const AjValues *meeting, gint64 stamp)
{
  const char *uid = aj_values_get_text (meeting, "uid");
  char sequence[32];

  aj_content_line_append_text (lines, "UID", uid != NULL ? uid : aj_values_get_id (meeting), FALSE);
  append_utc (lines, "DTSTAMP", stamp);
  g_snprintf (sequence, sizeof sequence, "%" G_GINT64_FORMAT,
              aj_values_get_integer (meeting, "sequence"));
  aj_content_line_append (lines, "SEQUENCE", sequence);
}

gboolean
aj_calendar_event_append (GString *lines,
                          const AjValues *meeting,
                          const AjCalendarFacts *facts,
                          GPtrArray *zones,
                          gint64 stamp,
                          GError **error)
{
  const Standing *standing = standing_of (meeting);
  const char *online = aj_values_get_text (meeting, "online-link");
  g_autofree char *link = clean_or_null (online);
  g_autofree char *summary = NULL;
  gsize before = lines->len;

  aj_content_line_append (lines, "BEGIN", "VEVENT");
  append_identity (lines, meeting, stamp);
  if (!append_times (lines, meeting, zones, error))
    {
      g_string_truncate (lines, before);
      return FALSE;
    }
  summary = aj_calendar_event_dup_summary (meeting, facts->group);
  aj_content_line_append_text (lines, "SUMMARY", summary, FALSE);
  append_place (lines, meeting, link);
  append_description (lines, meeting, facts, link);
  aj_content_line_append_address (lines, "URL", link);
  if (facts->organiser_mail != NULL)
    aj_content_line_append_mailbox (lines, "ORGANIZER", facts->organiser_name,
                                    facts->organiser_mail);
  aj_content_line_append_text (lines, "CATEGORIES", facts->group, FALSE);
  aj_content_line_append (lines, "STATUS", standing->status);
  aj_content_line_append (lines, "TRANSP", standing->transparency);
  aj_content_line_append (lines, "X-MICROSOFT-CDO-BUSYSTATUS", standing->busy);
  aj_content_line_append (lines, "END", "VEVENT");
  return TRUE;
}
