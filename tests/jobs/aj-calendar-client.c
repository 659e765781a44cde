/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-calendar-client.h"

#include <string.h>

static void
self_free (gpointer data)
{
  CalendarClientSelf *who = data;

  g_free (who->mail);
  g_free (who->name);
  g_free (who);
}

static void
entry_free (gpointer data)
{
  CalendarClientEntry *entry = data;

  g_free (entry->uid);
  g_free (entry->place);
  g_free (entry->status);
  g_ptr_array_unref (entry->selfs);
  g_free (entry);
}

CalendarClient *
calendar_client_new (const char *const *addresses)
{
  CalendarClient *self = g_new0 (CalendarClient, 1);

  self->addresses = g_strdupv ((char **) addresses);
  self->entries = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, entry_free);
  return self;
}

void
calendar_client_free (CalendarClient *self)
{
  g_strfreev (self->addresses);
  g_hash_table_unref (self->entries);
  g_free (self);
}

CalendarClientEntry *
calendar_client_look_up (CalendarClient *self, const char *uid)
{
  return g_hash_table_lookup (self->entries, uid);
}

static char *
read_text (const char *path)
{
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  return text;
}

/* (transfer full): lines that were folded as one. */
static GStrv
unfold (const char *text)
{
  g_auto (GStrv) at_spaces = g_strsplit (text, "\r\n ", -1);
  g_autofree char *half = g_strjoinv ("", at_spaces);
  g_auto (GStrv) at_tabs = g_strsplit (half, "\r\n\t", -1);
  g_autofree char *whole = g_strjoinv ("", at_tabs);

  return g_strsplit (whole, "\r\n", -1);
}

/* (transfer full): the calendar that a mail brings. */
static char *
extract_calendar (const char *mail)
{
  const char *type = strstr (mail, "Content-Type: text/calendar");
  const char *body, *end;
  g_autofree char *head = NULL, *encoded = NULL;
  gsize size;
  guchar *bytes;

  g_assert_nonnull (type);
  body = strstr (type, "\r\n\r\n");
  g_assert_nonnull (body);
  end = strstr (body, "\r\n--");
  g_assert_nonnull (end);
  head = g_strndup (type, (gsize) (body - type));
  g_assert_nonnull (strstr (head, "Content-Transfer-Encoding: base64"));
  encoded = g_strndup (body, (gsize) (end - body));
  bytes = g_base64_decode (encoded, &size);
  bytes = g_realloc (bytes, size + 1);
  bytes[size] = '\0';
  return (char *) bytes;
}

GStrv
calendar_client_list_recipients (const char *path)
{
  g_autofree char *text = read_text (path);
  g_autoptr (GStrvBuilder) found = g_strv_builder_new ();
  g_autoptr (GRegex) address = g_regex_new ("[a-z0-9.]+@[a-z.]+", G_REGEX_CASELESS, 0, NULL);
  g_auto (GStrv) lines = NULL;

  strstr (text, "\r\n\r\n")[0] = '\0';
  lines = unfold (text);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_autoptr (GMatchInfo) match = NULL;

      g_assert_false (g_str_has_prefix (lines[i], "Bcc:") || g_str_has_prefix (lines[i], "Cc:"));
      if (!g_str_has_prefix (lines[i], "To:"))
        continue;
      for (g_regex_match (address, lines[i], 0, &match); g_match_info_matches (match);
           g_match_info_next (match, NULL))
        {
          g_autofree char *one = g_match_info_fetch (match, 0);

          g_strv_builder_add (found, one);
        }
    }
  return g_strv_builder_end (found);
}

/* A content line (RFC 5545, 3.1). */
typedef struct
{
  char *name;
  char *parameters; /* with the semicolon before each */
  char *value;
} Line;

static void
line_clear (Line *line)
{
  g_free (line->name);
  g_free (line->parameters);
  g_free (line->value);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Line, line_clear)

static void
parse_line (const char *text, Line *line)
{
  gsize name = strcspn (text, ";:");
  gsize colon = name;
  gboolean is_quoted = FALSE;

  for (; text[colon] != '\0' && (is_quoted || text[colon] != ':'); colon++)
    is_quoted = text[colon] == '"' ? !is_quoted : is_quoted;
  g_assert_cmpint (text[colon], ==, ':');
  line->name = g_strndup (text, name);
  line->parameters = g_strndup (text + name, colon - name);
  line->value = g_strdup (text + colon + 1);
}

/* (transfer full) (nullable) */
static char *
get_parameter (const Line *line, const char *name)
{
  g_autofree char *start = g_strdup_printf (";%s=", name);
  const char *found = strstr (line->parameters, start);

  if (found == NULL)
    return NULL;
  found += strlen (start);
  return *found == '"' ? g_strndup (found + 1, strcspn (found + 1, "\""))
                       : g_strndup (found, strcspn (found, ";"));
}

static gint64
parse_time (const Line *line)
{
  g_autofree char *zone_name = get_parameter (line, "TZID");
  gboolean is_utc = g_str_has_suffix (line->value, "Z");
  g_autoptr (GTimeZone) zone = is_utc ? g_time_zone_new_utc ()
                                      : g_time_zone_new_identifier (zone_name);
  g_autoptr (GDateTime) time = NULL;

  g_assert_true (is_utc == (zone_name == NULL));
  g_assert_nonnull (zone);
  time = g_date_time_new_from_iso8601 (line->value, zone);
  g_assert_nonnull (time);
  return g_date_time_to_unix (time);
}

static char *
unescape (const char *value)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (const char *p = value; *p != '\0'; p++)
    if (*p == '\\' && p[1] != '\0')
      g_string_append_c (text, *++p == 'n' || *p == 'N' ? '\n' : *p);
    else
      g_string_append_c (text, *p);
  return g_strdup (text->str);
}

/* Whether somebody who reads this mailbox is invited by that line. */
static void
take_attendee (CalendarClient *self, CalendarClientEntry *entry, const Line *line)
{
  g_autofree char *small = g_utf8_strdown (line->value, -1);
  CalendarClientSelf *who;

  g_assert_true (g_str_has_prefix (small, "mailto:"));
  if (!g_strv_contains ((const char *const *) self->addresses, small + strlen ("mailto:")))
    return;
  who = g_new0 (CalendarClientSelf, 1);
  who->mail = g_strdup (small + strlen ("mailto:"));
  who->name = get_parameter (line, "CN");
  g_ptr_array_add (entry->selfs, who);
}

static void
take_line (CalendarClient *self, CalendarClientEntry *entry, const Line *line)
{
  if (g_str_equal (line->name, "UID"))
    entry->uid = unescape (line->value);
  else if (g_str_equal (line->name, "SEQUENCE"))
    entry->sequence = g_ascii_strtoll (line->value, NULL, 10);
  else if (g_str_equal (line->name, "DTSTAMP"))
    entry->stamp = parse_time (line);
  else if (g_str_equal (line->name, "DTSTART"))
    entry->start = parse_time (line);
  else if (g_str_equal (line->name, "DTEND"))
    entry->end = parse_time (line);
  else if (g_str_equal (line->name, "STATUS"))
    entry->status = g_strdup (line->value);
  else if (g_str_equal (line->name, "ATTENDEE"))
    take_attendee (self, entry, line);
  else if (g_str_equal (line->name, "LOCATION"))
    {
      g_free (entry->place);
      entry->place = unescape (line->value);
    }
}

/* (transfer full): the one event of a calendar, which is held unless it is a cancellation. */
static CalendarClientEntry *
parse (CalendarClient *self, const char *text)
{
  CalendarClientEntry *entry = g_new0 (CalendarClientEntry, 1);
  g_auto (GStrv) lines = unfold (text);
  gboolean is_inside = FALSE;
  g_autofree char *method = NULL;
  guint n_events = 0;

  entry->selfs = g_ptr_array_new_with_free_func (self_free);
  entry->place = g_strdup ("");
  for (guint i = 0; lines[i] != NULL && lines[i][0] != '\0'; i++)
    {
      g_auto (Line) line = { 0 };

      parse_line (lines[i], &line);
      if (g_str_equal (line.name, "METHOD"))
        method = g_strdup (line.value);
      if (g_str_equal (line.value, "VEVENT"))
        is_inside = g_str_equal (line.name, "BEGIN");
      n_events += g_str_equal (lines[i], "BEGIN:VEVENT") ? 1 : 0;
      if (is_inside)
        take_line (self, entry, &line);
    }
  g_assert_cmpuint (n_events, ==, 1);
  g_assert_nonnull (entry->uid);
  entry->is_held = g_strcmp0 (method, "CANCEL") != 0;
  g_assert_cmpstr (method, ==, entry->is_held ? "REQUEST" : "CANCEL");
  g_assert_cmpint (g_strcmp0 (entry->status, "CANCELLED") != 0, ==, entry->is_held);
  return entry;
}

/* RFC 5546, 2.1.5. Two that are as new are one file that came twice. */
static gboolean
is_newer (const CalendarClientEntry *entry, const CalendarClientEntry *than)
{
  return entry->sequence != than->sequence ? entry->sequence > than->sequence
                                           : entry->stamp > than->stamp;
}

void
calendar_client_take (CalendarClient *self, const char *path, const char *address)
{
  g_autofree char *text = read_text (path);
  g_autofree char *small = g_utf8_strdown (address, -1);
  g_autofree char *calendar = g_str_has_suffix (path, ".eml") ? extract_calendar (text)
                                                              : g_strdup (text);
  CalendarClientEntry *entry = parse (self, calendar);
  CalendarClientEntry *before = calendar_client_look_up (self, entry->uid);
  gboolean is_for_them = FALSE;

  g_assert_true (g_strv_contains ((const char *const *) self->addresses, small));
  for (guint i = 0; i < entry->selfs->len; i++)
    is_for_them = is_for_them ||
                  g_str_equal (((CalendarClientSelf *) entry->selfs->pdata[i])->mail, small);
  /* Who is not named gets no buttons to answer with, or is taken for the organiser. */
  g_assert_true (is_for_them);
  self->n_taken++;
  if (before == NULL || is_newer (entry, before))
    g_hash_table_replace (self->entries, entry->uid, entry);
  else
    entry_free (entry);
}

static char *
format_utc (gint64 moment)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (moment);

  return g_date_time_format (time, "%Y%m%dT%H%M%SZ");
}

static char *
format_wall (gint64 moment)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("Europe/Amsterdam");
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (moment);
  g_autoptr (GDateTime) there = g_date_time_to_timezone (time, zone);

  return g_date_time_format (there, "%Y%m%dT%H%M%S");
}

/* The lines that say who answers what, as a program has them. */
static char *
make_attendee (const CalendarClientSelf *who, const CalendarReply *reply)
{
  switch (reply->style)
    {
    case CALENDAR_STYLE_EXCHANGE:
      return g_strdup_printf ("ATTENDEE;PARTSTAT=%s;CN=%s:MAILTO:%s", reply->participation,
                              who->name, who->mail);
    case CALENDAR_STYLE_GOOGLE:
      return g_strdup_printf (
          "ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=%s;CN=%s;\r\n"
          " X-NUM-GUESTS=0:mailto:%s",
          reply->participation, who->name, who->mail);
    case CALENDAR_STYLE_APPLE:
      return g_strdup_printf ("ATTENDEE;CN=\"%s\";CUTYPE=INDIVIDUAL;EMAIL=\"%s\";PARTSTAT=%s;\r\n"
                              " ROLE=REQ-PARTICIPANT:mailto:%s",
                              who->name, who->mail, reply->participation, who->mail);
    case CALENDAR_STYLE_THUNDERBIRD:
    case CALENDAR_N_STYLES:
    default:
      return g_strdup_printf ("ATTENDEE;CN=%s;PARTSTAT=%s;ROLE=REQ-PARTICIPANT%s:mailto:%s",
                              who->name, reply->participation,
                              g_str_equal (reply->participation, "DELEGATED")
                                  ? ";DELEGATED-TO\r\n =\"mailto:els@bedrijf.example\""
                                  : "",
                              who->mail);
    }
}

static const char windows_zone[] =
    "BEGIN:VTIMEZONE\r\nTZID:W. Europe Standard Time\r\nBEGIN:STANDARD\r\n"
    "DTSTART:16010101T030000\r\nTZOFFSETFROM:+0200\r\nTZOFFSETTO:+0100\r\n"
    "RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=10\r\nEND:STANDARD\r\nBEGIN:DAYLIGHT\r\n"
    "DTSTART:16010101T020000\r\nTZOFFSETFROM:+0100\r\nTZOFFSETTO:+0200\r\n"
    "RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=3\r\nEND:DAYLIGHT\r\nEND:VTIMEZONE\r\n";

/* Exchange names no organiser, and means a zone of Windows. */
static char *
make_calendar (const CalendarClientEntry *entry,
               const CalendarClientSelf *who,
               const CalendarReply *reply)
{
  gboolean is_exchange = reply->style == CALENDAR_STYLE_EXCHANGE;
  gint64 start = reply->proposal != 0 ? reply->proposal : entry->start;
  g_autofree char *attendee = make_attendee (who, reply);
  g_autofree char *stamp = format_utc (reply->stamp);
  g_autofree char *from = is_exchange ? format_wall (start) : format_utc (start);
  g_autofree char *until = is_exchange ? format_wall (start + entry->end - entry->start)
                                       : format_utc (start + entry->end - entry->start);
  const char *zone = is_exchange ? ";TZID=W. Europe Standard Time" : "";

  return g_strdup_printf (
      "BEGIN:VCALENDAR\r\nMETHOD:%s\r\nPRODID:-//Iemand//NL\r\nVERSION:2.0\r\n%s"
      "BEGIN:VEVENT\r\n%s%s\r\nUID:%s\r\nSUMMARY;LANGUAGE=nl-NL:Antwoord: Expertteam\r\n"
      "DTSTART%s:%s\r\nDTEND%s:%s\r\nDTSTAMP:%s\r\nSEQUENCE:%d\r\nSTATUS:CONFIRMED\r\n"
      "X-MICROSOFT-CDO-APPT-SEQUENCE:%d\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n",
      reply->proposal != 0 ? "COUNTER" : "REPLY", is_exchange ? windows_zone : "",
      is_exchange ? "" : "ORGANIZER;CN=Secretariaat:mailto:secretariaat@netwerk.example\r\n",
      attendee, entry->uid, zone, from, zone, until, stamp, (int) entry->sequence,
      (int) entry->sequence);
}

/* The calendar once as part of the text and, but for Exchange, once more as a file (rules 72 and 73 of what programs do). */
static char *
make_mail (const CalendarClientSelf *who, const CalendarReply *reply, const char *calendar)
{
  g_autofree char *encoded = g_base64_encode ((const guchar *) calendar, strlen (calendar));
  const char *method = reply->proposal != 0 ? "COUNTER" : "REPLY";
  g_autofree char *again = g_strdup_printf ("--b1\r\nContent-Type: application/ics; "
                                            "name=\"invite.ics\"\r\nContent-Transfer-Encoding: "
                                            "base64\r\n\r\n%s\r\n\r\n",
                                            encoded);

  return g_strdup_printf (
      "From: %s <%s>\r\nTo: Secretariaat <secretariaat@netwerk.example>\r\nSubject: Antwoord\r\n"
      "MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=\"b1\"\r\n\r\n--b1\r\n"
      "Content-Type: multipart/alternative; boundary=\"b2\"\r\n\r\n--b2\r\n"
      "Content-Type: text/plain\r\n\r\nAntwoord.\r\n\r\n--b2\r\n"
      "Content-Type: text/calendar; charset=\"utf-8\"; method=%s\r\n"
      "Content-Transfer-Encoding: base64\r\n\r\n%s\r\n\r\n--b2--\r\n\r\n%s--b1--\r\n",
      who->name, who->mail, method, encoded, reply->style == CALENDAR_STYLE_EXCHANGE ? "" : again);
}

char *
calendar_client_answer (const CalendarClientEntry *entry,
                        const CalendarClientSelf *who,
                        const CalendarReply *reply,
                        const char *stem)
{
  gboolean is_mail = reply->style != CALENDAR_STYLE_APPLE;
  char *path = g_strconcat (stem, is_mail ? ".eml" : ".ics", NULL);
  g_autofree char *calendar = make_calendar (entry, who, reply);
  g_autofree char *mail = is_mail ? make_mail (who, reply, calendar) : NULL;
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, is_mail ? mail : calendar, -1, &error);
  g_assert_no_error (error);
  return path;
}
