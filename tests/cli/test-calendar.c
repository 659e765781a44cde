/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <string.h>

#include "aj-cli-fixture.h"

static void
calendar_set_up (Cli *self, gconstpointer data)
{
  cli_set_up_example (self, data);
  cli_do (self, "cycle", "plan", "--group", "Expertteam Cyber", "--year", "2027", NULL);
  cli_do (self, "add", "meeting", "group=Werkgroep MKB", "starts-at=2027-02-02T10:00",
          "ends-at=2027-02-02T12:00", "theme=Winkels", NULL);
}

/* (transfer full) */
static char *
read_calendar (Cli *self)
{
  g_autofree char *path = cli_get_path (self, "x.ics");
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_str_has_prefix (text, "BEGIN:VCALENDAR\r\n"));
  g_assert_true (g_str_has_suffix (text, "END:VCALENDAR\r\n"));
  return text;
}

static guint
count (const char *text, const char *part)
{
  guint n = 0;

  for (const char *c = strstr (text, part); c != NULL; c = strstr (c + 1, part))
    n++;
  return n;
}

static void
assert_events (Cli *self, guint expected)
{
  g_autofree char *text = read_calendar (self);

  g_assert_cmpuint (count (text, "BEGIN:VEVENT"), ==, expected);
}

static void
test_what (Cli *self, gconstpointer data)
{
  g_autofree char *id = NULL;
  g_autofree char *meeting = NULL;
  g_autofree char *text = NULL;
  JsonNode *answer;

  answer = cli_ask (self, "calendar", "export", "all", "--output", "x.ics", NULL);
  g_assert_cmpint (json_object_get_int_member (json_node_get_object (answer), "meetings"), ==, 7);
  assert_events (self, 7);
  cli_do (self, "calendar", "export", "group:Expertteam Cyber", "--output", "x.ics", NULL);
  assert_events (self, 6);
  cli_do (self, "calendar", "export", "group:Expertteam Cyber", "group:Werkgroep MKB", "all", "-o",
          "x.ics", NULL);
  assert_events (self, 7);
  id = g_strdup (json_object_get_string_member (
      json_array_get_object_element (
          json_node_get_array (cli_ask (self, "list", "meeting", "--where", "theme=Winkels", NULL)),
          0),
      "id"));
  meeting = g_strdup_printf ("meeting:%s", id);
  cli_do (self, "calendar", "export", meeting, "--output", "x.ics", NULL);
  text = read_calendar (self);
  g_assert_cmpuint (count (text, "BEGIN:VEVENT"), ==, 1);
  g_assert_cmpuint (count (text, "X-WR-CALNAME"), ==, 0);
  g_assert_cmpuint (count (text, "SUMMARY:Werkgroep MKB: Winkels"), ==, 1);
}

/* What went out, and that it went out of date. */
static void
test_versions (Cli *self, gconstpointer data)
{
  JsonObject *meeting;
  g_autofree char *id = NULL;

  cli_do (self, "--now", "2026-12-01T12:00", "calendar", "export", "all", "--output", "x.ics",
          NULL);
  meeting = json_array_get_object_element (
      json_node_get_array (cli_ask (self, "list", "meeting", "--where", "theme=Winkels", NULL)), 0);
  g_assert_cmpint (json_object_get_int_member (meeting, "handed-out-sequence"), ==, 0);
  id = g_strdup (json_object_get_string_member (meeting, "id"));
  cli_do (self, "set", "meeting", id, "place=Zwolle", NULL);
  meeting = json_node_get_object (cli_ask (self, "show", "meeting", id, NULL));
  g_assert_cmpint (json_object_get_int_member (meeting, "sequence"), ==, 1);
  g_assert_cmpint (json_object_get_int_member (meeting, "handed-out-sequence"), ==, 0);
  /* Writing a file is no step of undo: this takes back the place. */
  cli_do (self, "undo", NULL);
  meeting = json_node_get_object (cli_ask (self, "show", "meeting", id, NULL));
  g_assert_true (json_object_get_null_member (meeting, "place"));
}

/* A file that cannot be written leaves the one that was there, and nobody is said to have it. */
static void
test_fails (Cli *self, gconstpointer data)
{
  g_autofree char *path = cli_get_path (self, "x.ics");
  g_autofree char *text = NULL;

  g_assert_true (g_file_set_contents (path, "old", -1, NULL));
  cli_run (self, "calendar", "export", "group:Werkgroep Jeugd", "--output", "x.ics", NULL);
  cli_assert_refused (self, 1, "aanjager-cli: calendar export: *");
  cli_run (self, "calendar", "export", "all", "--output", "none/x.ics", NULL);
  cli_assert_refused (self, 1, "aanjager-cli: calendar export: *none/x.ics*");
  cli_run (self, "calendar", "export", "all", "--output", self->folder, NULL);
  cli_assert_refused (self, 1, "aanjager-cli: calendar export: *");
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, "old");
  g_assert_cmpuint (json_array_get_length (
                        json_node_get_array (cli_ask (self, "list", "meeting", "--where",
                                                      "handed-out-sequence=", NULL))),
                    ==, 7);
}

int
main (int argc, char **argv)
{
  cli_test_init (&argc, &argv);
  g_test_add ("/cli/calendar/what", Cli, NULL, calendar_set_up, test_what, cli_tear_down);
  g_test_add ("/cli/calendar/versions", Cli, NULL, calendar_set_up, test_versions, cli_tear_down);
  g_test_add ("/cli/calendar/fails", Cli, NULL, calendar_set_up, test_fails, cli_tear_down);
  return g_test_run ();
}
