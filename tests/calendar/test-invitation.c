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
write_invitation (AjCalendarMethod method, const char *state, char **path)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (AjCalendarWriter) writer = NULL;
  g_autoptr (AjValues) meeting = aj_values_new (&aj_meeting_record_type, "een-meeting");
  g_autoptr (GError) error = NULL;
  const AjCalendarFacts facts = { .group = "Expertteam",
                                  .organiser_name = "Secretariaat",
                                  .organiser_mail = "secretariaat@netwerk.example",
                                  .attendees = attendees,
                                  .n_attendees = G_N_ELEMENTS (attendees) };
  char *text;

  aj_values_set_text (meeting, "uid", "een-meeting");
  aj_values_set_text (meeting, "starts-at", "2026-03-29T10:00");
  aj_values_set_text (meeting, "ends-at", "2026-03-29T12:00");
  aj_values_set_text (meeting, "state", state);
  aj_values_set_integer (meeting, "sequence", 3);
  writer = aj_calendar_writer_new_invitation (stream, method, "Europe/Amsterdam", STAMP);
  aj_calendar_writer_add (writer, meeting, &facts, NULL, &error);
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

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/invitation/request", test_request);
  g_test_add_func ("/invitation/cancel", test_cancel);
  return g_test_run ();
}
