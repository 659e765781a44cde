/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Rollouts and loans in a calendar, as python3-icalendar and ical.js read them: whole days and appointments about them. */
#include <string.h>

#include <glib/gstdio.h>

#include "aj-calendar-error.h"
#include "aj-calendar-reading.h"
#include "aj-calendar-writer.h"
#include "aj-facts.h"

#define STAMP G_GINT64_CONSTANT (1767603600) /* 2026-01-05T09:00:00Z */
#define ZONE  "Europe/Amsterdam"

static const char *const zones[] = { ZONE, NULL };

typedef struct
{
  GOutputStream *stream;
  AjCalendarWriter *writer;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  self->stream = g_memory_output_stream_new_resizable ();
  self->writer = aj_calendar_writer_new (self->stream, "Loans", zones, STAMP);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_object_unref (self->writer);
  g_object_unref (self->stream);
}

static void
add (Fixture *self, const AjCalendarSpan *span)
{
  g_autoptr (GError) error = NULL;

  aj_calendar_writer_add_span (self->writer, span, NULL, &error);
  g_assert_no_error (error);
}

static AjDateRange
days (const char *first, const char *last)
{
  AjDateRange range = { AJ_DATE_NONE, AJ_DATE_NONE };

  g_assert_true (aj_date_parse_iso (first, &range.first));
  if (last != NULL)
    g_assert_true (aj_date_parse_iso (last, &range.last));
  return range;
}

/* Gives the text, which two programs have read as @expected (of "events", as JSON) and ours without a problem. */
static char *
finish (Fixture *self, const char *expected)
{
  g_autofree char *whole = g_strdup_printf (
      "{\"method\": \"PUBLISH\", \"name\": \"Loans\", \"events\": [%s]}", expected);
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) facts = json_from_string (whole, &error);
  g_autoptr (JsonNode) by_icalendar = NULL;
  g_autoptr (JsonNode) by_icaljs = NULL;
  g_autoptr (AjCalendarReading) reading = NULL;
  g_autofree char *path = NULL;
  char *text;

  g_assert_no_error (error);
  aj_calendar_writer_finish (self->writer, NULL, &error);
  g_assert_no_error (error);
  g_output_stream_write_all (self->stream, "", 1, NULL, NULL, NULL);
  g_output_stream_close (self->stream, NULL, NULL);
  text = g_memory_output_stream_steal_data (G_MEMORY_OUTPUT_STREAM (self->stream));
  g_close (g_file_open_tmp ("aj-span-XXXXXX.ics", &path, &error), NULL);
  g_assert_no_error (error);
  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  by_icalendar = aj_facts_read_icalendar (path);
  aj_facts_assert_equal ("python3-icalendar", by_icalendar, facts);
  by_icaljs = aj_facts_read_icaljs (path);
  aj_facts_assert_equal ("ical.js", by_icaljs, facts);
  reading = aj_calendar_reading_load (path, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (reading->problems->len, ==, 0);
  g_unlink (path);
  return text;
}

/* Both days are included, over the end of a year and both nights on which the clock changes; an open end is a day. */
static void
test_days (Fixture *self, gconstpointer data)
{
  g_autofree char *text = NULL;

  add (self, &(AjCalendarSpan){ .uid = "week",
                                .summary = "Cargo bike in Deventer",
                                .sequence = 3,
                                .place = "Deventer",
                                .days = days ("2026-12-28", "2027-01-01") });
  add (self, &(AjCalendarSpan){
                 .uid = "spring", .summary = "a", .days = days ("2026-03-28", "2026-03-29") });
  add (self, &(AjCalendarSpan){
                 .uid = "autumn", .summary = "b", .days = days ("2026-10-25", "2026-10-26") });
  add (self, &(AjCalendarSpan){ .uid = "open", .summary = "c", .days = days ("2026-05-04", NULL) });
  text = finish (self, "{\"uid\": \"week\", \"sequence\": 3, \"start\": \"2026-12-28\","
                       " \"end\": \"2027-01-02\", \"summary\": \"Cargo bike in Deventer\","
                       " \"location\": \"Deventer\", \"transparency\": \"TRANSPARENT\","
                       " \"busy\": \"FREE\", \"status\": \"CONFIRMED\"},"
                       "{\"uid\": \"spring\", \"start\": \"2026-03-28\", \"end\": \"2026-03-30\"},"
                       "{\"uid\": \"autumn\", \"start\": \"2026-10-25\", \"end\": \"2026-10-27\"},"
                       "{\"uid\": \"open\", \"start\": \"2026-05-04\", \"end\": \"2026-05-05\"}");
  g_assert_nonnull (strstr (text, "DTSTART;VALUE=DATE:20261228\r\n"));
}

/* Handing over makes one busy; text stays text; what was called off says so. */
static void
test_appointments (Fixture *self, gconstpointer data)
{
  AjWallTime at;
  g_autofree char *text = NULL;

  g_assert_true (aj_wall_time_parse ("2026-10-26T09:00", &at));
  add (self, &(AjCalendarSpan){ .uid = "x-handover-at",
                                .summary = "Hand over: Cargo, bike; \\n",
                                .place = "Town hall; door 2",
                                .at = &at,
                                .minutes = 30,
                                .zone = ZONE });
  add (self,
       &(AjCalendarSpan){
           .uid = "x-off", .summary = "Hand over", .at = &at, .zone = ZONE, .is_cancelled = TRUE });
  text = finish (self, "{\"uid\": \"x-handover-at\", \"start\": 1793001600, \"end\": 1793003400,"
                       " \"summary\": \"Hand over: Cargo, bike; \\\\n\","
                       " \"location\": \"Town hall; door 2\", \"transparency\": \"OPAQUE\","
                       " \"busy\": \"BUSY\"},"
                       "{\"uid\": \"x-off\", \"start\": 1793001600, \"end\": \"\","
                       " \"summary\": \"CANCELLED: Hand over\", \"status\": \"CANCELLED\","
                       " \"transparency\": \"TRANSPARENT\", \"busy\": \"FREE\"}");
  g_assert_nonnull (strstr (text, "DTSTART;TZID=Europe/Amsterdam:20261026T090000\r\n"));
}

/* One reminder that every reader takes, before the start; none of whole days, and none of what was called off. */
static void
test_alarm (Fixture *self, gconstpointer data)
{
  static const char expected[] = "BEGIN:VALARM\r\n"
                                 "ACTION:DISPLAY\r\n"
                                 "DESCRIPTION:Hand over\r\n"
                                 "TRIGGER:-P1D\r\n"
                                 "END:VALARM\r\n"
                                 "END:VEVENT\r\n";
  AjCalendarSpan span = { .uid = "a", .summary = "Hand over", .alarm_minutes = 24 * 60 };
  AjWallTime at;
  g_autofree char *text = NULL;
  const char *alarm;

  g_assert_true (aj_wall_time_parse ("2026-10-26T09:00", &at));
  span.days = days ("2026-10-26", "2026-10-26");
  add (self, &span);
  span.uid = "b";
  span.at = &at;
  span.zone = ZONE;
  add (self, &span);
  span.uid = "c";
  span.is_cancelled = TRUE;
  add (self, &span);
  text = finish (self, "{\"uid\": \"a\"}, {\"uid\": \"b\"}, {\"uid\": \"c\"}");
  alarm = strstr (text, expected);
  g_assert_nonnull (alarm);
  g_assert_cmpstr (g_strrstr (text, "BEGIN:VALARM"), ==, alarm);
  g_assert_true (strstr (text, "UID:b") < alarm && alarm < strstr (text, "UID:c"));
}

static void
test_refused (Fixture *self, gconstpointer data)
{
  AjWallTime at;
  AjCalendarSpan span = { .uid = "x", .summary = "x", .days = { AJ_DATE_NONE, AJ_DATE_NONE } };
  g_autoptr (GError) error = NULL;

  g_assert_false (aj_calendar_writer_add_span (self->writer, &span, NULL, &error));
  g_assert_error (error, AJ_CALENDAR_ERROR, AJ_CALENDAR_ERROR_TIME);
  g_clear_error (&error);
  g_assert_true (aj_wall_time_parse ("2026-10-26T09:00", &at));
  span.at = &at;
  span.zone = "Europe/Zwolle";
  g_assert_false (aj_calendar_writer_add_span (self->writer, &span, NULL, &error));
  g_assert_error (error, AJ_CALENDAR_ERROR, AJ_CALENDAR_ERROR_ZONE);
  g_assert_cmpuint (aj_calendar_writer_get_n_events (self->writer), ==, 0);
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/calendar/span/days", test_days);
  ADD ("/calendar/span/appointments", test_appointments);
  ADD ("/calendar/span/alarm", test_alarm);
  ADD ("/calendar/span/refused", test_refused);
  return g_test_run ();
}
