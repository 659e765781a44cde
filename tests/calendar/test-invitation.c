/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What somebody is invited by, and told that they are not, read back by three programs. */
#include <string.h>

#include <glib/gstdio.h>

#include "aj-calendar-writer.h"
#include "aj-facts.h"
#include "aj-meeting.h"

#define STAMP G_GINT64_CONSTANT (1767603600) /* 2026-01-05T09:00:00Z */

static const AjCalendarAttendee attendees[] = {
  { .mail = "a.devries@gemeente.example", .name = "Vries, Anna de; \"Annie\" ^n", .answer = NULL },
  { .mail = "zoe@saxion.example", .name = "Zoë Ökumenisch", .answer = "ACCEPTED" },
  { .mail = "geen adres\r\nATTENDEE:mailto:kwaad@kwaad.example", .name = "Kwaad" },
  { .mail = "naamloos@politie.example", .answer = "DECLINED" },
};

/* (transfer full): the file, as text. */
static char *
write_event (AjCalendarMethod method,
             const AjValues *event,
             const AjCalendarFacts *facts,
             char **path)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (AjCalendarWriter) writer = NULL;
  g_autoptr (GError) error = NULL;
  char *text;

  writer = aj_calendar_writer_new_invitation (stream, method, "Europe/Amsterdam", STAMP);
  aj_calendar_writer_add (writer, event, facts, NULL, &error);
  g_assert_no_error (error);
  aj_calendar_writer_finish (writer, NULL, &error);
  g_assert_no_error (error);
  g_output_stream_write_all (stream, "", 1, NULL, NULL, &error);
  g_assert_no_error (error);
  g_output_stream_close (stream, NULL, NULL);
  text = g_memory_output_stream_steal_data (G_MEMORY_OUTPUT_STREAM (stream));
  g_close (g_file_open_tmp ("aj-invitation-XXXXXX.ics", path, &error), NULL);
  g_assert_no_error (error);
  g_assert_true (g_file_set_contents (*path, text, -1, NULL));
  return text;
}

static AjValues *
make_event (const char *uid, const char *start, const char *end)
{
  AjValues *event = aj_values_new (&aj_meeting_record_type, uid);

  aj_values_set_text (event, "uid", uid);
  aj_values_set_text (event, "starts-at", start);
  aj_values_set_text (event, "ends-at", end);
  return event;
}

static char *
write_invitation (AjCalendarMethod method, const char *state, char **path)
{
  g_autoptr (AjValues) meeting = make_event ("een-meeting", "2026-03-29T10:00", "2026-03-29T12:00");
  const AjCalendarFacts facts = { .group = "Expertteam",
                                  .organiser_name = "Secretariaat",
                                  .organiser_mail = "secretariaat@netwerk.example",
                                  .attendees = attendees,
                                  .n_attendees = G_N_ELEMENTS (attendees) };

  aj_values_set_text (meeting, "state", state);
  aj_values_set_integer (meeting, "sequence", 3);
  return write_event (method, meeting, &facts, path);
}

static char *
write_part (const char *start, const char *end, char **path)
{
  g_autoptr (AjValues) part = make_event ("een-agendapunt", start, end);
  const AjCalendarFacts facts = { .group = "Expertteam",
                                  .part_of = "Expertteam: Jeugd, zondag",
                                  .organiser_mail = "secretariaat@netwerk.example",
                                  .attendees = attendees,
                                  .n_attendees = 1 };

  aj_values_set_text (part, "theme", "Phishing");
  return write_event (AJ_CALENDAR_REQUEST, part, &facts, path);
}

static void
assert_text (JsonObject *object, const char *member, const char *expected)
{
  g_assert_cmpstr (json_object_get_string_member (object, member), ==, expected);
}

/* Two libraries that know nothing of each other or of libical. */
static void
check_read (const char *path, const char *method, const char *status)
{
  JsonNode *(*const readers[]) (const char *path) = { aj_facts_read_icalendar,
                                                      aj_facts_read_icaljs };
  static const struct
  {
    const char *mail;
    const char *name;
    const char *answer;
  } expected[] = {
    { "mailto:a.devries@gemeente.example", "Vries, Anna de; Annie n", "NEEDS-ACTION" },
    { "mailto:zoe@saxion.example", "Zoë Ökumenisch", "ACCEPTED" },
    { "mailto:naamloos@politie.example", "", "DECLINED" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (readers); i++)
    {
      g_autoptr (JsonNode) read = readers[i](path);
      JsonObject *calendar, *event;
      JsonArray *found;

      calendar = json_node_get_object (read);
      assert_text (calendar, "method", method);
      assert_text (calendar, "name", "");
      g_assert_cmpuint (json_array_get_length (json_object_get_array_member (calendar, "events")),
                        ==, 1);
      event = json_array_get_object_element (json_object_get_array_member (calendar, "events"), 0);
      assert_text (event, "uid", "een-meeting");
      assert_text (event, "status", status);
      assert_text (event, "organiser", "mailto:secretariaat@netwerk.example");
      g_assert_cmpint (json_object_get_int_member (event, "sequence"), ==, 3);
      g_assert_cmpint (json_object_get_int_member (event, "stamp"), ==, STAMP);
      found = json_object_get_array_member (event, "attendees");
      g_assert_cmpuint (json_array_get_length (found), ==, G_N_ELEMENTS (expected));
      for (guint j = 0; j < G_N_ELEMENTS (expected); j++)
        {
          JsonObject *one = json_array_get_object_element (found, j);

          assert_text (one, "mail", expected[j].mail);
          assert_text (one, "name", expected[j].name);
          assert_text (one, "answer", expected[j].answer);
          assert_text (one, "asked", "TRUE");
        }
    }
}

static void
test_request (void)
{
  g_autofree char *path = NULL;
  g_autofree char *text = write_invitation (AJ_CALENDAR_REQUEST, AJ_MEETING_CONFIRMED, &path);

  /* One appointment must not become a calendar of its own, nor be kept without a look at it. */
  g_assert_null (strstr (text, "X-WR-"));
  g_assert_null (strstr (text, "REFRESH-INTERVAL"));
  g_assert_null (strstr (text, "FORCEINSPECTOROPEN"));
  g_assert_null (strstr (text, "kwaad.example"));
  check_read (path, "REQUEST", "CONFIRMED");
  g_remove (path);
}

static void
test_cancel (void)
{
  g_autofree char *path = NULL;
  g_autofree char *text = write_invitation (AJ_CALENDAR_CANCEL, AJ_MEETING_CANCELLED, &path);

  check_read (path, "CANCEL", "CANCELLED");
  g_remove (path);
}

/* A part of a meeting, on the day on which the clock skips an hour: by the clock, unless that says nothing. */
static void
test_part (void)
{
  static const struct
  {
    const char *start, *end;
    gint64 from, until; /* 2026-03-29 */
  } cases[] = {
    { "2026-03-29T01:15", "2026-03-29T01:45", 1774743300, 1774745100 },
    { "2026-03-29T01:45", "2026-03-29T03:15", 1774745100, 1774746900 },
    { "2026-03-29T03:15", "2026-03-29T03:45", 1774746900, 1774748700 },
  };
  JsonNode *(*const readers[]) (
      const char *path) = { aj_facts_read_libical, aj_facts_read_icalendar, aj_facts_read_icaljs };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = NULL;
      g_autofree char *text = write_part (cases[i].start, cases[i].end, &path);

      for (guint j = 0; j < G_N_ELEMENTS (readers); j++)
        {
          g_autoptr (JsonNode) read = readers[j](path);
          JsonObject *calendar = json_node_get_object (read);
          JsonObject *event =
              json_array_get_object_element (json_object_get_array_member (calendar, "events"), 0);

          assert_text (calendar, "method", "REQUEST");
          assert_text (event, "uid", "een-agendapunt");
          assert_text (event, "summary", "Expertteam: Phishing");
          assert_text (event, "description",
                       "Your contribution: Phishing\n\nPart of: Expertteam: Jeugd, zondag");
          g_assert_cmpint (json_object_get_int_member (event, "start"), ==, cases[i].from);
          g_assert_cmpint (json_object_get_int_member (event, "end"), ==, cases[i].until);
        }
      g_remove (path);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/invitation/request", test_request);
  g_test_add_func ("/invitation/cancel", test_cancel);
  g_test_add_func ("/invitation/part", test_part);
  return g_test_run ();
}
