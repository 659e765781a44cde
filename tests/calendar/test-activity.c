/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Activities of an action day in a calendar, as python3-icalendar and ical.js read them. */
#include <string.h>

#include <glib/gstdio.h>

#include "aj-activity.h"
#include "aj-calendar-reading.h"
#include "aj-calendar-writer.h"
#include "aj-facts.h"

#define STAMP G_GINT64_CONSTANT (1767603600) /* 2026-01-05T09:00:00Z */

static const char *const zones[] = { "Europe/Amsterdam", NULL };

static AjValues *
new_activity (const char *id, const char *date, const char *from, const char *until)
{
  AjValues *activity = aj_values_new (&aj_activity_record_type, id);

  aj_values_set_text (activity, "name", "Escape box");
  aj_values_set_text (activity, "date", date);
  aj_values_set_text (activity, "from", from);
  aj_values_set_text (activity, "until", until);
  return activity;
}

typedef struct
{
  GOutputStream *stream;
  AjCalendarWriter *writer;
  JsonBuilder *expected;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  self->stream = g_memory_output_stream_new_resizable ();
  self->writer = aj_calendar_writer_new (self->stream, "Actiedag", zones, STAMP);
  self->expected = json_builder_new ();
  json_builder_begin_object (self->expected);
  json_builder_set_member_name (self->expected, "method");
  json_builder_add_string_value (self->expected, "PUBLISH");
  json_builder_set_member_name (self->expected, "name");
  json_builder_add_string_value (self->expected, "Actiedag");
  json_builder_set_member_name (self->expected, "events");
  json_builder_begin_array (self->expected);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_object_unref (self->expected);
  g_object_unref (self->writer);
  g_object_unref (self->stream);
}

static void
begin_event (Fixture *self, const AjValues *activity, const AjActivityFacts *facts)
{
  g_autoptr (GError) error = NULL;

  aj_calendar_writer_add_activity (self->writer, activity, facts, NULL, &error);
  g_assert_no_error (error);
  json_builder_begin_object (self->expected);
  json_builder_set_member_name (self->expected, "uid");
  json_builder_add_string_value (self->expected, aj_values_get_id (activity));
}

static void
expect (Fixture *self, const char *fact, const char *text)
{
  json_builder_set_member_name (self->expected, fact);
  json_builder_add_string_value (self->expected, text);
}

/* @moment: "2026-10-08T08:00:00Z", a day, or "". */
static void
expect_moment (Fixture *self, const char *fact, const char *moment)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_iso8601 (moment, NULL);

  json_builder_set_member_name (self->expected, fact);
  if (time != NULL)
    json_builder_add_int_value (self->expected, g_date_time_to_unix (time));
  else
    json_builder_add_string_value (self->expected, moment);
}

static void
expect_categories (Fixture *self, const char *const *categories)
{
  json_builder_set_member_name (self->expected, "categories");
  json_builder_begin_array (self->expected);
  for (guint i = 0; categories[i] != NULL; i++)
    json_builder_add_string_value (self->expected, categories[i]);
  json_builder_end_array (self->expected);
}

/* Gives the text, which two programs have read as expected and ours without a problem. */
static char *
finish (Fixture *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) expected = NULL;
  g_autoptr (JsonNode) by_icalendar = NULL;
  g_autoptr (JsonNode) by_icaljs = NULL;
  g_autoptr (AjCalendarReading) reading = NULL;
  g_autofree char *path = NULL;
  char *text;

  aj_calendar_writer_finish (self->writer, NULL, &error);
  g_assert_no_error (error);
  g_output_stream_write_all (self->stream, "", 1, NULL, NULL, NULL);
  g_output_stream_close (self->stream, NULL, NULL);
  text = g_memory_output_stream_steal_data (G_MEMORY_OUTPUT_STREAM (self->stream));
  g_close (g_file_open_tmp ("aj-activity-XXXXXX.ics", &path, &error), NULL);
  g_assert_no_error (error);
  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  json_builder_end_array (self->expected);
  json_builder_end_object (self->expected);
  expected = json_builder_get_root (self->expected);
  by_icalendar = aj_facts_read_icalendar (path);
  aj_facts_assert_equal ("python3-icalendar", by_icalendar, expected);
  by_icaljs = aj_facts_read_icaljs (path);
  aj_facts_assert_equal ("ical.js", by_icaljs, expected);
  reading = aj_calendar_reading_load (path, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (reading->problems->len, ==, 0);
  g_unlink (path);
  return text;
}

/* A day, an hour of it, no end, both nights on which the clock changes and the hours that do not come or come twice. */
static void
test_times (Fixture *self, gconstpointer data)
{
  static const struct
  {
    const char *date;
    const char *from;
    const char *until;
    const char *start;
    const char *end;
    const char *written;
  } cases[] = {
    { "2026-10-08", NULL, NULL, "2026-10-08", "2026-10-09", "DTSTART;VALUE=DATE:20261008\r\n" },
    { "2026-12-31", NULL, NULL, "2026-12-31", "2027-01-01", "DTEND;VALUE=DATE:20270101\r\n" },
    { "2026-10-08", "10:00", "12:00", "2026-10-08T08:00:00Z", "2026-10-08T10:00:00Z",
      "DTSTART;TZID=Europe/Amsterdam:20261008T100000\r\n" },
    { "2026-10-08", "19:30", NULL, "2026-10-08T17:30:00Z", "",
      "DTSTART;TZID=Europe/Amsterdam:20261008T193000\r\n" },
    { "2026-03-29", NULL, NULL, "2026-03-29", "2026-03-30", "DTEND;VALUE=DATE:20260330\r\n" },
    { "2026-10-25", NULL, NULL, "2026-10-25", "2026-10-26", "DTEND;VALUE=DATE:20261026\r\n" },
    { "2026-03-29", "10:00", "11:00", "2026-03-29T08:00:00Z", "2026-03-29T09:00:00Z",
      "DTSTART;TZID=Europe/Amsterdam:20260329T100000\r\n" },
    { "2026-10-25", "00:30", "04:00", "2026-10-24T22:30:00Z", "2026-10-25T03:00:00Z",
      "DTEND;TZID=Europe/Amsterdam:20261025T040000\r\n" },
    { "2026-03-29", "02:30", "03:00", "2026-03-29T01:30:00Z", "2026-03-29T02:00:00Z",
      "DTSTART:20260329T013000Z\r\n" },
    { "2026-10-25", "02:30", NULL, "2026-10-25T00:30:00Z", "", "DTSTART:20261025T003000Z\r\n" },
  };
  const AjActivityFacts facts = { NULL };
  g_autofree char *text = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *id = g_strdup_printf ("case-%u", i);
      g_autoptr (AjValues) activity = new_activity (id, cases[i].date, cases[i].from,
                                                    cases[i].until);

      begin_event (self, activity, &facts);
      expect_moment (self, "start", cases[i].start);
      expect_moment (self, "end", cases[i].end);
      expect (self, "transparency", cases[i].from == NULL ? "TRANSPARENT" : "OPAQUE");
      expect (self, "busy", cases[i].from == NULL ? "FREE" : "BUSY");
      json_builder_end_object (self->expected);
    }
  text = finish (self);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    if (strstr (text, cases[i].written) == NULL)
      g_error ("“%s” is not written", cases[i].written);
}

/* All that is told, and what is cancelled; text stays text. */
static void
test_texts (Fixture *self, gconstpointer data)
{
  static const char *const categories[] = { "youth", "elderly and less digitally skilled", NULL };
  static const char *const none[] = { NULL };
  const AjActivityFacts facts = { "Zwolle", "Bibliotheek; \"Zwolle\"" };
  const AjActivityFacts bare = { NULL };
  g_autoptr (AjValues) whole = new_activity ("whole", "2026-10-08", "10:00", "12:00");
  g_autoptr (AjValues) cancelled = new_activity ("cancelled", "2026-10-08", "10:00", "12:00");
  g_autofree char *text = NULL;

  aj_values_set_text (whole, "name", "Escape, box; \\n");
  aj_values_set_text (whole, "place", "Stadkamer");
  aj_values_set_text (whole, "address", "Zeven Alleetjes 1");
  aj_values_set_text (whole, "partners", "Politie, Windesheim");
  aj_values_set_text (whole, "link", "https://voorbeeld.example/a,b?c=é");
  aj_values_set_text (whole, "remarks", "Bel Anna");
  aj_values_set_boolean (whole, "for-youth", TRUE);
  aj_values_set_boolean (whole, "for-elderly", TRUE);
  aj_values_set_integer (whole, "sequence", 4);
  begin_event (self, whole, &facts);
  json_builder_set_member_name (self->expected, "sequence");
  json_builder_add_int_value (self->expected, 4);
  expect (self, "summary", "Zwolle: Escape, box; \\n");
  expect (self, "location", "Stadkamer, Zeven Alleetjes 1, Zwolle");
  expect (self, "description",
          "By Bibliotheek; \"Zwolle\", with Politie, Windesheim\n"
          "For youth, elderly and less digitally skilled\nhttps://voorbeeld.example/a,b?c=é");
  expect (self, "url", "https://voorbeeld.example/a,b?c=%C3%A9");
  expect (self, "status", "CONFIRMED");
  expect (self, "organiser", "");
  expect_categories (self, categories);
  json_builder_end_object (self->expected);

  aj_values_set_text (cancelled, "state", AJ_ACTIVITY_CANCELLED);
  aj_values_set_text (cancelled, "link", "javascript:alert(1)");
  begin_event (self, cancelled, &bare);
  expect (self, "summary", "CANCELLED: Escape box");
  expect (self, "location", "");
  expect (self, "url", "");
  expect (self, "status", "CANCELLED");
  expect (self, "transparency", "TRANSPARENT");
  expect (self, "busy", "FREE");
  expect_categories (self, none);
  json_builder_end_object (self->expected);
  text = finish (self);
  g_assert_null (strstr (text, "Anna"));
  g_assert_null (strstr (text, "ATTENDEE"));
}

/* What no calendar can hold is said, and the calendar is as before. */
static void
test_refused (Fixture *self, gconstpointer data)
{
  const AjActivityFacts facts = { NULL };
  g_autoptr (AjValues) undated = new_activity ("undated", NULL, NULL, NULL);
  g_autoptr (AjValues) lost = new_activity ("lost", "2026-10-08", "10:00", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_false (aj_calendar_writer_add_activity (self->writer, undated, &facts, NULL, &error));
  g_assert_error (error, AJ_CALENDAR_ERROR, AJ_CALENDAR_ERROR_TIME);
  g_clear_error (&error);
  aj_values_set_text (lost, "zone", "Europe/Zwolle");
  g_assert_false (aj_calendar_writer_add_activity (self->writer, lost, &facts, NULL, &error));
  g_assert_error (error, AJ_CALENDAR_ERROR, AJ_CALENDAR_ERROR_ZONE);
  g_assert_cmpuint (aj_calendar_writer_get_n_events (self->writer), ==, 0);
  /* Without a time a zone is of no matter. */
  aj_values_set_text (lost, "from", NULL);
  g_assert_true (aj_calendar_activity_check (lost, NULL));
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/calendar/activity/times", test_times);
  ADD ("/calendar/activity/texts", test_texts);
  ADD ("/calendar/activity/refused", test_refused);
  return g_test_run ();
}
