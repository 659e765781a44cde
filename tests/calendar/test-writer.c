/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include <glib/gstdio.h>

#include "aj-calendar-writer.h"
#include "aj-facts.h"
#include "aj-meeting.h"
#include "aj-text.h"

#define STAMP     G_GINT64_CONSTANT (1767603600) /* 2026-01-05T09:00:00Z */
#define ORGANISER "secretariaat@netwerk.example"

static const char *const written_zones[] = { "America/St_Johns", "Asia/Kolkata",
                                             "Europe/Amsterdam" };
static const char *const zones[] = { "Europe/Amsterdam", "America/St_Johns", "Asia/Kolkata",
                                     "Asia/Gaza",        "Europe/Amsterdam", NULL };

/* As it would be if it came from a file that somebody else wrote: not cleaned. */
static void
set_raw (AjValues *meeting, const char *field, const char *text)
{
  AjValue value = AJ_VALUE_INIT;

  aj_value_set_text (&value, text);
  aj_values_set (meeting, (guint) aj_record_type_find (&aj_meeting_record_type, field), &value);
  aj_value_clear (&value);
}

static AjValues *
new_meeting (const char *uid, const char *start, const char *end, const char *zone)
{
  AjValues *meeting = aj_values_new (&aj_meeting_record_type, uid);

  aj_values_set_text (meeting, "uid", uid);
  aj_values_set_text (meeting, "starts-at", start);
  aj_values_set_text (meeting, "ends-at", end);
  aj_values_set_text (meeting, "zone", zone);
  return meeting;
}

typedef struct
{
  GOutputStream *stream;
  AjCalendarWriter *writer;
  JsonBuilder *expected;
  AjCalendarFacts facts;
  guint n_events;
} Fixture;

static void
set_up (Fixture *fixture, const char *name, const char *shown_name)
{
  fixture->facts = (AjCalendarFacts){ .organiser_name = "Secretariaat; \"Oost\", ^Zoë",
                                      .organiser_mail = ORGANISER };
  fixture->stream = g_memory_output_stream_new_resizable ();
  fixture->writer = aj_calendar_writer_new (fixture->stream, name, zones, STAMP);
  fixture->expected = json_builder_new ();
  json_builder_begin_object (fixture->expected);
  json_builder_set_member_name (fixture->expected, "method");
  json_builder_add_string_value (fixture->expected, "PUBLISH");
  json_builder_set_member_name (fixture->expected, "name");
  json_builder_add_string_value (fixture->expected, shown_name);
  json_builder_set_member_name (fixture->expected, "zones");
  json_builder_begin_array (fixture->expected);
  for (guint i = 0; i < G_N_ELEMENTS (written_zones); i++)
    json_builder_add_string_value (fixture->expected, written_zones[i]);
  json_builder_end_array (fixture->expected);
  json_builder_set_member_name (fixture->expected, "events");
  json_builder_begin_array (fixture->expected);
}

static void
tear_down (Fixture *fixture)
{
  g_object_unref (fixture->expected);
  g_object_unref (fixture->writer);
  g_object_unref (fixture->stream);
}

/* Writes the meeting; expects it with these facts, then those that the caller adds before end_event(). */
static void
begin_event (Fixture *fixture, const AjValues *meeting, const char *start, const char *end)
{
  g_autoptr (GDateTime) from = g_date_time_new_from_iso8601 (start, NULL);
  g_autoptr (GDateTime) until = g_date_time_new_from_iso8601 (end, NULL);
  g_autoptr (GError) error = NULL;

  aj_calendar_writer_add (fixture->writer, meeting, &fixture->facts, NULL, &error);
  g_assert_no_error (error);
  fixture->n_events++;

  json_builder_begin_object (fixture->expected);
  json_builder_set_member_name (fixture->expected, "uid");
  json_builder_add_string_value (fixture->expected, aj_values_get_text (meeting, "uid"));
  json_builder_set_member_name (fixture->expected, "sequence");
  json_builder_add_int_value (fixture->expected, aj_values_get_integer (meeting, "sequence"));
  json_builder_set_member_name (fixture->expected, "stamp");
  json_builder_add_int_value (fixture->expected, STAMP);
  json_builder_set_member_name (fixture->expected, "start");
  json_builder_add_int_value (fixture->expected, g_date_time_to_unix (from));
  json_builder_set_member_name (fixture->expected, "end");
  json_builder_add_int_value (fixture->expected, g_date_time_to_unix (until));
  json_builder_set_member_name (fixture->expected, "organiser");
  json_builder_add_string_value (fixture->expected, "mailto:" ORGANISER);
  json_builder_set_member_name (fixture->expected, "organiser-name");
  json_builder_add_string_value (fixture->expected, "Secretariaat; Oost, Zoë");
}

static void
expect (Fixture *fixture, const char *fact, const char *text)
{
  json_builder_set_member_name (fixture->expected, fact);
  if (g_str_equal (fact, "categories"))
    {
      json_builder_begin_array (fixture->expected);
      if (*text != '\0')
        json_builder_add_string_value (fixture->expected, text);
      json_builder_end_array (fixture->expected);
    }
  else
    {
      json_builder_add_string_value (fixture->expected, text);
    }
}

static void
end_event (Fixture *fixture)
{
  json_builder_end_object (fixture->expected);
}

static guint
count (const char *text, const char *part)
{
  guint n = 0;

  for (const char *p = strstr (text, part); p != NULL; p = strstr (p + 1, part))
    n++;
  return n;
}

/* What RFC 5545 and Outlook say of the bytes themselves. */
static void
check_bytes (const char *text, gsize length, guint n_events)
{
  const char *p = text;

  g_assert_cmpuint (strlen (text), ==, length);
  g_assert_true (g_str_has_prefix (text, "BEGIN:VCALENDAR\r\n"));
  g_assert_true (g_str_has_suffix (text, "\r\nEND:VCALENDAR\r\n"));
  while (*p != '\0')
    {
      const char *end = strstr (p, "\r\n");

      g_assert_nonnull (end);
      g_assert_cmpint (end - p, >, 1);
      g_assert_cmpint (end - p, <=, 75);
      g_assert_true (g_utf8_validate (p, end - p, NULL));
      for (const char *c = p; c < end; c++)
        g_assert_true ((guchar) *c >= 0x20 || *c == '\t');
      g_assert_true (*p == ' ' || g_ascii_isalpha (*p));
      p = end + 2;
    }
  g_assert_cmpuint (count (text, "\r\nBEGIN:VEVENT\r\n"), ==, n_events);
  g_assert_cmpuint (count (text, "\r\nEND:VEVENT\r\n"), ==, n_events);
  g_assert_cmpuint (count (text, "\r\nATTENDEE"), ==, 0);
  g_assert_cmpuint (count (text, "\r\nRRULE"), ==, 2 * 2);
  g_assert_cmpuint (count (text, "\r\nBEGIN:VALARM"), ==, 0);
}

/* Ends the calendar, looks at its bytes, and asks three programs what they understand. Gives the text. */
static char *
finish (Fixture *fixture)
{
  const struct
  {
    const char *name;
    JsonNode *(*read) (const char *path);
  } readers[] = { { "libical", aj_facts_read_libical },
                  { "python3-icalendar", aj_facts_read_icalendar },
                  { "ical.js", aj_facts_read_icaljs } };
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) expected = NULL;
  g_autofree char *path = NULL;
  char *text;
  gsize length;

  aj_calendar_writer_finish (fixture->writer, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (aj_calendar_writer_get_n_events (fixture->writer), ==, fixture->n_events);
  g_output_stream_write_all (fixture->stream, "", 1, NULL, NULL, &error);
  g_assert_no_error (error);
  g_output_stream_close (fixture->stream, NULL, NULL);
  length = g_memory_output_stream_get_data_size (G_MEMORY_OUTPUT_STREAM (fixture->stream)) - 1;
  text = g_memory_output_stream_steal_data (G_MEMORY_OUTPUT_STREAM (fixture->stream));
  check_bytes (text, length, fixture->n_events);

  g_close (g_file_open_tmp ("aj-calendar-XXXXXX.ics", &path, &error), NULL);
  g_assert_no_error (error);
  g_file_set_contents (path, text, (gssize) length, &error);
  g_assert_no_error (error);
  json_builder_end_array (fixture->expected);
  json_builder_end_object (fixture->expected);
  expected = json_builder_get_root (fixture->expected);
  for (guint i = 0; i < G_N_ELEMENTS (readers); i++)
    {
      g_autoptr (JsonNode) facts = readers[i].read (path);
      aj_facts_assert_equal (readers[i].name, facts, expected);
    }
  g_unlink (path);
  return text;
}

/* Winter and summer, both nights on which the clock changes, other zones, and a zone that no calendar can hold. */
static void
test_times (void)
{
  const struct
  {
    const char *start;
    const char *end;
    const char *zone;
    const char *utc_start;
    const char *utc_end;
    const char *written;
  } cases[] = {
    { "2026-01-08T10:00", "2026-01-08T12:00", "Europe/Amsterdam", "2026-01-08T09:00:00Z",
      "2026-01-08T11:00:00Z", "DTSTART;TZID=Europe/Amsterdam:20260108T100000" },
    { "2026-07-09T10:00", "2026-07-09T12:00", "Europe/Amsterdam", "2026-07-09T08:00:00Z",
      "2026-07-09T10:00:00Z", "DTSTART;TZID=Europe/Amsterdam:20260709T100000" },
    { "2026-03-29T10:00", "2026-03-29T12:00", "Europe/Amsterdam", "2026-03-29T08:00:00Z",
      "2026-03-29T10:00:00Z", "DTSTART;TZID=Europe/Amsterdam:20260329T100000" },
    { "2026-10-25T10:00", "2026-10-25T12:00", "Europe/Amsterdam", "2026-10-25T09:00:00Z",
      "2026-10-25T11:00:00Z", "DTSTART;TZID=Europe/Amsterdam:20261025T100000" },
    /* Over the change itself: an hour shorter, an hour longer. */
    { "2026-03-28T23:00", "2026-03-29T05:00", "Europe/Amsterdam", "2026-03-28T22:00:00Z",
      "2026-03-29T03:00:00Z", "DTSTART;TZID=Europe/Amsterdam:20260328T230000" },
    { "2026-10-24T23:00", "2026-10-25T05:00", "Europe/Amsterdam", "2026-10-24T21:00:00Z",
      "2026-10-25T04:00:00Z", "DTSTART;TZID=Europe/Amsterdam:20261024T230000" },
    /* In the hour that does not come, or comes twice: readers differ, so the moment itself is written. */
    { "2026-03-29T02:30", "2026-03-29T04:00", "Europe/Amsterdam", "2026-03-29T01:30:00Z",
      "2026-03-29T02:00:00Z", "DTSTART:20260329T013000Z" },
    { "2026-03-29T02:30", "2026-03-29T03:00", "Europe/Amsterdam", "2026-03-29T01:30:00Z",
      "2026-03-29T02:00:00Z", "DTEND:20260329T020000Z" },
    { "2026-10-25T02:30", "2026-10-25T04:00", "Europe/Amsterdam", "2026-10-25T00:30:00Z",
      "2026-10-25T03:00:00Z", "DTSTART:20261025T003000Z" },
    { "2026-10-25T01:00", "2026-10-25T02:30", "Europe/Amsterdam", "2026-10-24T23:00:00Z",
      "2026-10-25T00:30:00Z", "DTSTART:20261024T230000Z" },
    { "2026-01-08T10:00", "2026-01-08T12:00", "America/St_Johns", "2026-01-08T13:30:00Z",
      "2026-01-08T15:30:00Z", "DTSTART;TZID=America/St_Johns:20260108T100000" },
    { "2026-07-09T10:00", "2026-07-09T12:00", "America/St_Johns", "2026-07-09T12:30:00Z",
      "2026-07-09T14:30:00Z", "DTSTART;TZID=America/St_Johns:20260709T100000" },
    { "2026-07-09T10:00", "2026-07-09T12:00", "Asia/Kolkata", "2026-07-09T04:30:00Z",
      "2026-07-09T06:30:00Z", "DTSTART;TZID=Asia/Kolkata:20260709T100000" },
    /* No yearly rule; not declared. */
    { "2026-01-08T10:00", "2026-01-08T12:00", "Asia/Gaza", "2026-01-08T08:00:00Z",
      "2026-01-08T10:00:00Z", "DTSTART:20260108T080000Z" },
    { "2026-07-09T10:00", "2026-07-09T12:00", "Europe/London", "2026-07-09T09:00:00Z",
      "2026-07-09T11:00:00Z", "DTSTART:20260709T090000Z" },
    /* Before the rule of today held. */
    { "1990-07-09T10:00", "1990-07-09T12:00", "Europe/Amsterdam", "1990-07-09T08:00:00Z",
      "1990-07-09T10:00:00Z", "DTSTART:19900709T080000Z" },
    { "2026-12-31T23:30", "2027-01-01T00:30", "Europe/Amsterdam", "2026-12-31T22:30:00Z",
      "2026-12-31T23:30:00Z", "DTEND;TZID=Europe/Amsterdam:20270101T003000" },
  };
  Fixture fixture = { 0 };
  g_autofree char *text = NULL;

  set_up (&fixture, "Alle tijden", "Alle tijden");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *uid = g_strdup_printf ("case-%u-%s", i, cases[i].start);
      g_autoptr (AjValues) meeting = new_meeting (uid, cases[i].start, cases[i].end, cases[i].zone);

      begin_event (&fixture, meeting, cases[i].utc_start, cases[i].utc_end);
      end_event (&fixture);
    }
  text = finish (&fixture);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    if (strstr (text, cases[i].written) == NULL)
      g_error ("“%s” is not written", cases[i].written);
  tear_down (&fixture);
}

static void
test_states (void)
{
  const struct
  {
    const char *state;
    const char *status;
    const char *transparency;
    const char *busy;
    const char *summary;
  } cases[] = {
    { "concept", "TENTATIVE", "OPAQUE", "TENTATIVE", "Expertteam Cyber: Preventie bij jeugd" },
    { "planned", "TENTATIVE", "OPAQUE", "BUSY", "Expertteam Cyber: Preventie bij jeugd" },
    { "confirmed", "CONFIRMED", "OPAQUE", "BUSY", "Expertteam Cyber: Preventie bij jeugd" },
    { "held", "CONFIRMED", "OPAQUE", "BUSY", "Expertteam Cyber: Preventie bij jeugd" },
    { "cancelled", "CANCELLED", "TRANSPARENT", "FREE",
      "CANCELLED: Expertteam Cyber: Preventie bij jeugd" },
  };
  Fixture fixture = { 0 };
  g_autofree char *text = NULL;

  set_up (&fixture, "Expertteam Cyber 2026", "Expertteam Cyber 2026");
  fixture.facts.group = "Expertteam Cyber";
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (AjValues) meeting = new_meeting (cases[i].state, "2026-03-12T10:00",
                                                  "2026-03-12T12:00", "Europe/Amsterdam");

      aj_values_set_text (meeting, "state", cases[i].state);
      aj_values_set_integer (meeting, "sequence", i * 7);
      aj_values_set_text (meeting, "theme", "Preventie bij jeugd");
      aj_values_set_text (meeting, "place", "Stadhuis, Zwolle; zaal 3");
      aj_values_set_text (meeting, "online-link", "https://meet.example/a,b;c?d=é&e=%20#f");
      aj_values_set_text (meeting, "description", "Eerste regel\nTweede: \\n is geen regeleinde");
      begin_event (&fixture, meeting, "2026-03-12T09:00:00Z", "2026-03-12T11:00:00Z");
      expect (&fixture, "status", cases[i].status);
      expect (&fixture, "transparency", cases[i].transparency);
      expect (&fixture, "busy", cases[i].busy);
      expect (&fixture, "summary", cases[i].summary);
      expect (&fixture, "location", "Stadhuis, Zwolle; zaal 3");
      expect (&fixture, "url", "https://meet.example/a,b;c?d=%C3%A9&e=%20#f");
      expect (&fixture, "categories", "Expertteam Cyber");
      expect (&fixture, "description",
              "Theme: Preventie bij jeugd\n\nEerste regel\nTweede: \\n is geen regeleinde\n\n"
              "Join online: https://meet.example/a,b;c?d=é&e=%20#f");
      end_event (&fixture);
    }
  text = finish (&fixture);
  g_assert_nonnull (strstr (text, "\r\nX-PUBLISHED-TTL:PT12H\r\n"));
  g_assert_nonnull (strstr (text, "\r\nREFRESH-INTERVAL;VALUE=DURATION:PT12H\r\n"));
  g_assert_nonnull (strstr (text, "\r\nX-WR-CALNAME:Expertteam Cyber 2026\r\n"));
  g_assert_null (strstr (text, "X-MS-OLK-FORCEINSPECTOROPEN"));
  tear_down (&fixture);
}

/* One meeting, and as little as a meeting can have. */
static void
test_single (void)
{
  g_autoptr (AjValues) meeting = new_meeting ("bare", "2026-03-12T10:00", "2026-03-12T12:00",
                                              "Europe/Amsterdam");
  Fixture fixture = { 0 };
  g_autofree char *text = NULL;

  set_up (&fixture, NULL, "");
  begin_event (&fixture, meeting, "2026-03-12T09:00:00Z", "2026-03-12T11:00:00Z");
  expect (&fixture, "summary", "Meeting");
  expect (&fixture, "location", "");
  expect (&fixture, "description", "");
  expect (&fixture, "url", "");
  expect (&fixture, "categories", "");
  end_event (&fixture);
  text = finish (&fixture);
  g_assert_null (strstr (text, "X-WR-CALNAME"));
  g_assert_null (strstr (text, "X-PUBLISHED-TTL"));
  g_assert_nonnull (strstr (text, "\r\nX-MS-OLK-FORCEINSPECTOROPEN:TRUE\r\n"));
  tear_down (&fixture);
}

static char *
repeat (const char *text, guint times)
{
  GString *repeated = g_string_new (NULL);

  while (times-- > 0)
    g_string_append (repeated, text);
  return g_string_free (repeated, FALSE);
}

/* Readers differ over escapes in a category, so there is nothing in it to escape. */
static char *
plain_category (const char *line)
{
  g_auto (GStrv) parts = NULL;
  g_autofree char *slashed = NULL;
  g_autofree char *plain = g_strdelimit (g_strdup (line), ";\\", ',');

  parts = g_strsplit (plain, ",", -1);
  slashed = g_strjoinv (" / ", parts);
  return aj_text_clean_line (slashed);
}

/* Text that would like to be structure, in every field at once, and as cleaned as the field asks. */
static void
test_hostile (void)
{
  g_autofree char *long_ascii = repeat ("abcdefghi ", 2000);
  g_autofree char *long_emoji = repeat ("👩‍👩‍👧", 300);
  g_autofree char *long_commas = repeat (",;\\", 1000);
  g_autofree char *blanks = repeat ("a                                        ", 40);
  const char *const texts[] = {
    "line\nbreak\r\nBEGIN:VEVENT\r\nUID:injected\r\nEND:VEVENT",
    "END:VEVENT\nEND:VCALENDAR",
    ";,:\"\\\\n \\, \\; ^n ^' ^^",
    "=HYPERLINK(\"http://evil.example\";\"klik\")",
    "\xE2\x80\xAE"
    "gnitteeb\xE2\x80\xAC \xE2\x80\x8F שלום \xE2\x81\xA6x\xE2\x81\xA9",
    "Zoë Müller-Šarić 😀🇳🇱 Ｆｕｌｌ",
    "bell\x07 escape\x1b[31m del\x7f vt\x0b ff\x0c nel\xC2\x85 ls\xE2\x80\xA8 ps\xE2\x80\xA9 end",
    "latin-1: \xE9\xE8 and a lone \xC3",
    "\xEF\xBB\xBF"
    "byte order mark",
    "\ttab\tin\tthe middle\t",
    "https://evil.example/\r\nATTENDEE:mailto:x@evil.example",
    "javascript:alert(1)",
    "   ",
    long_ascii,
    long_emoji,
    long_commas,
    blanks,
  };
  Fixture fixture = { 0 };
  g_autofree char *text = NULL;

  set_up (&fixture, "Vijandig, \\ ;\r\n \"tekst\" 😀", "Vijandig \"tekst\" 😀");
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *uid = g_strdup_printf ("hostile-%u", i);
      g_autofree char *line = aj_text_clean_line (texts[i]);
      g_autofree char *block = aj_text_clean_block (texts[i]);
      g_autofree char *category = plain_category (line);
      const gboolean blank = *line == '\0';
      g_autofree char *named = g_strdup_printf ("%s: %s", line, line);
      g_autofree char *summary = aj_text_truncate_utf16 (blank ? "Meeting" : named, 255);
      g_autofree char *place = aj_text_truncate_utf16 (line, 255);
      g_autofree char *description = g_strdup_printf ("Theme: %s\n\n%s\n\nJoin online: %s", line,
                                                      block, line);
      g_autoptr (AjValues) meeting = new_meeting (uid, "2026-03-12T10:00", "2026-03-12T12:00",
                                                  "Europe/Amsterdam");

      set_raw (meeting, "theme", texts[i]);
      set_raw (meeting, "place", texts[i]);
      set_raw (meeting, "description", texts[i]);
      set_raw (meeting, "online-link", texts[i]);
      fixture.facts.group = texts[i];
      begin_event (&fixture, meeting, "2026-03-12T09:00:00Z", "2026-03-12T11:00:00Z");
      expect (&fixture, "summary", summary);
      expect (&fixture, "location", place);
      expect (&fixture, "description", blank ? "" : description);
      expect (&fixture, "categories", category);
      expect (&fixture, "url", "");
      end_event (&fixture);
    }
  text = finish (&fixture);
  g_assert_cmpuint (count (text, "\r\nUID:"), ==, G_N_ELEMENTS (texts));
  tear_down (&fixture);
}

/* Every kind of sign at every place of a line: characters of one to four bytes, escapes, blanks in a row. */
static void
test_folds (void)
{
  const char *const tails[] = { "ë, é", "😀😀;", "\\\\,,", "a    b", "\nc\n\nd", "€ “x”" };
  Fixture fixture = { 0 };
  g_autofree char *text = NULL;

  set_up (&fixture, "Vouwen", "Vouwen");
  for (guint before = 40; before < 80; before++)
    {
      g_autofree char *uid = g_strdup_printf ("fold-%u", before);
      g_autoptr (GString) description = g_string_new (NULL);
      g_autoptr (AjValues) meeting = new_meeting (uid, "2026-03-12T10:00", "2026-03-12T12:00",
                                                  "Europe/Amsterdam");

      for (guint i = 0; i < G_N_ELEMENTS (tails); i++)
        {
          for (guint n = 0; n < before; n++)
            g_string_append_c (description, (char) ('a' + n % 26));
          g_string_append (description, tails[i]);
        }
      set_raw (meeting, "description", description->str);
      begin_event (&fixture, meeting, "2026-03-12T09:00:00Z", "2026-03-12T11:00:00Z");
      expect (&fixture, "description", description->str);
      end_event (&fixture);
    }
  text = finish (&fixture);
  tear_down (&fixture);
}

/* An organiser that cannot be written is left out; so is a name of nothing but signs that may not be in it. */
static void
test_organiser (void)
{
  const struct
  {
    const char *name;
    const char *mail;
    const char *written;
  } cases[] = {
    { "Vries, A. de", "a@b.example", "\r\nORGANIZER;CN=\"Vries, A. de\":mailto:a@b.example\r\n" },
    { "x\r\nATTENDEE:mailto:y@z.example", "a@b.example",
      "\r\nORGANIZER;CN=\"x ATTENDEE:mailto:y@z.example\":mailto:a@b.example\r\n" },
    { NULL, "o'neill+x@b.example", "\r\nORGANIZER:mailto:o'neill+x@b.example\r\n" },
    { "x", "zoë@b.example", "\r\nORGANIZER;CN=x:mailto:zo%C3%AB@b.example\r\n" },
    { "x", "a?subject=b@b.example", "\r\nORGANIZER;CN=x:mailto:a%3Fsubject=b@b.example\r\n" },
    { "x", "a@b.example\r\nATTENDEE:mailto:y@z.example", NULL },
    { "x", "not an address", NULL },
    { "x", "", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const AjCalendarFacts facts = { .organiser_name = cases[i].name,
                                      .organiser_mail = cases[i].mail };
      g_autoptr (AjValues) meeting = new_meeting ("x", "2026-03-12T10:00", "2026-03-12T12:00",
                                                  "Europe/Amsterdam");
      g_autoptr (GString) lines = g_string_new (NULL);
      g_autoptr (GError) error = NULL;

      aj_calendar_event_append (lines, meeting, &facts, NULL, STAMP, &error);
      g_assert_no_error (error);
      if (cases[i].written != NULL && strstr (lines->str, cases[i].written) == NULL)
        g_error ("“%s” is not in %s", cases[i].written, lines->str);
      g_assert_cmpuint (count (lines->str, "\r\nORGANIZER"), ==, cases[i].written != NULL ? 1 : 0);
      g_assert_null (strstr (lines->str, "\r\nATTENDEE"));
    }
}

/* A meeting that no calendar can hold is refused and leaves no trace; the others follow. */
static void
test_refused (void)
{
  const struct
  {
    const char *start;
    const char *end;
    const char *zone;
    AjCalendarErrorCode code;
  } cases[] = {
    { NULL, "2026-03-12T12:00", "Europe/Amsterdam", AJ_CALENDAR_ERROR_TIME },
    { "2026-03-12T10:00", NULL, "Europe/Amsterdam", AJ_CALENDAR_ERROR_TIME },
    { "2026-03-12T10:00", "2026-03-12T10:00", "Europe/Amsterdam", AJ_CALENDAR_ERROR_TIME },
    { "2026-03-12T10:00", "2026-03-12T12:00", "Mars/Olympus", AJ_CALENDAR_ERROR_ZONE },
    { "2026-03-12T10:00", "2026-03-12T12:00", NULL, AJ_CALENDAR_ERROR_ZONE },
  };
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (AjCalendarWriter) writer = aj_calendar_writer_new (stream, NULL, zones, STAMP);
  const AjCalendarFacts facts = { 0 };
  g_autoptr (GError) empty = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (AjValues) meeting = new_meeting ("x", cases[i].start, cases[i].end, cases[i].zone);
      g_autoptr (GError) error = NULL;

      g_assert_false (aj_calendar_writer_add (writer, meeting, &facts, NULL, &error));
      g_assert_error (error, AJ_CALENDAR_ERROR, (int) cases[i].code);
    }
  g_assert_cmpuint (aj_calendar_writer_get_n_events (writer), ==, 0);
  g_assert_false (aj_calendar_writer_finish (writer, NULL, &empty));
  g_assert_error (empty, AJ_CALENDAR_ERROR, AJ_CALENDAR_ERROR_EMPTY);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/writer/times", test_times);
  g_test_add_func ("/writer/states", test_states);
  g_test_add_func ("/writer/single", test_single);
  g_test_add_func ("/writer/hostile", test_hostile);
  g_test_add_func ("/writer/folds", test_folds);
  g_test_add_func ("/writer/organiser", test_organiser);
  g_test_add_func ("/writer/refused", test_refused);
  return g_test_run ();
}
