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

/* Takes @text. */
static char *
cut_for_outlook (char *text)
{
  char *cut;

  /* A unit takes a byte at least. */
  if (strlen (text) <= OUTLOOK_UNITS)
    return text;
  cut = aj_text_truncate_utf16 (text, OUTLOOK_UNITS);
  g_free (text);
  return cut;
}

char *
aj_calendar_event_dup_summary (const AjValues *meeting, const char *group)
{
  g_autofree char *owned_name = NULL;
  g_autofree char *owned_theme = NULL;
  g_autofree char *summary = NULL;
  const char *name = aj_content_line_clean (group, FALSE, &owned_name);
  const char *theme = aj_content_line_clean (aj_values_get_text (meeting, "theme"), FALSE,
                                             &owned_theme);

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
  return cut_for_outlook (g_steal_pointer (&summary));
}

static const AjVtimezone *
find_zone (GPtrArray *zones, const char *id)
{
  for (guint i = 0; zones != NULL && i < zones->len; i++)
    if (g_strcmp0 (aj_vtimezone_get_id (g_ptr_array_index (zones, i)), id) == 0)
      return g_ptr_array_index (zones, i);
  return NULL;
}

static char *
put_digits (char *to, int number, int digits)
{
  for (int i = digits - 1; i >= 0; i--, number /= 10)
    to[i] = (char) ('0' + number % 10);
  return to + digits;
}

/* "20260312T100000" and a zero byte. Each number is within its calendar, so it has so many digits. */
static char *
put_time (char *to, AjDate date, int second)
{
  int year, month, day;

  aj_date_get_ymd (date, &year, &month, &day);
  to = put_digits (to, year, 4);
  to = put_digits (to, month, 2);
  to = put_digits (to, day, 2);
  *to++ = 'T';
  to = put_digits (to, second / 3600, 2);
  to = put_digits (to, second / 60 % 60, 2);
  to = put_digits (to, second % 60, 2);
  *to = '\0';
  return to;
}

static void
append_local (GString *lines, const char *name, const char *zone, const AjWallTime *time)
{
  char head[128];
  char value[32];

  g_strlcpy (head, name, sizeof head);
  g_strlcat (head, ";TZID=", sizeof head);
  /* It is the name of a zone that is known, and none is long. */
  g_strlcat (head, zone, sizeof head);
  put_time (value, time->date, time->minute * 60);
  aj_content_line_append (lines, head, value);
}

static void
append_utc (GString *lines, const char *name, gint64 moment)
{
  gint64 second = ((moment % SECONDS_A_DAY) + SECONDS_A_DAY) % SECONDS_A_DAY;
  char value[32];
  char *end;

  end = put_time (value, (AjDate) ((moment - second) / SECONDS_A_DAY), (int) second);
  g_strlcpy (end, "Z", sizeof value - (gsize) (end - value));
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
  g_autofree char *owned = NULL;
  g_autofree char *place = NULL;
  const char *clean = aj_content_line_clean (aj_values_get_text (meeting, "place"), FALSE, &owned);

  if (clean == NULL && link == NULL)
    return;
  /* Translators: the place of a meeting that has a link but no place. */
  place = cut_for_outlook (g_strdup (clean != NULL ? clean : _ ("Online")));
  aj_content_line_append_text (lines, "LOCATION", place, FALSE);
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
append_description (GString *lines,
                    const AjValues *meeting,
                    const AjCalendarFacts *facts,
                    const char *link)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *owned_theme = NULL;
  g_autofree char *owned_chair = NULL;
  const char *theme = aj_content_line_clean (aj_values_get_text (meeting, "theme"), FALSE,
                                             &owned_theme);
  const char *chair = aj_content_line_clean (facts->chair, FALSE, &owned_chair);
  const char *description = aj_values_get_text (meeting, "description");

  if (theme != NULL)
    add_paragraph (text, _ ("Theme: %s"), theme);
  if (description != NULL)
    add_paragraph (text, "%s", description);
  if (link != NULL)
    /* Translators: the web address of an online meeting follows. */
    add_paragraph (text, _ ("Join online: %s"), link);
  if (chair != NULL)
    add_paragraph (text, _ ("Chair: %s"), chair);
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
  g_autofree char *owned_link = NULL;
  g_autofree char *summary = NULL;
  const char *link = aj_content_line_clean (online, FALSE, &owned_link);
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
