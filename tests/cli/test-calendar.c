/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <string.h>

#include "aj-cli-fixture.h"

static void
calendar_set_up (Cli *self, gconstpointer data)
{
  cli_set_up_team (self, data);
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

  answer = cli_ask (self, "calendar", "export", "all", "--no-mark", "--output", "x.ics", NULL);
  g_assert_cmpint (json_object_get_int_member (json_node_get_object (answer), "meetings"), ==, 7);
  assert_events (self, 7);
  cli_do (self, "calendar", "export", "group:Expertteam Cyber", "--no-mark", "--output", "x.ics",
          NULL);
  assert_events (self, 6);
  cli_do (self, "calendar", "export", "group:Expertteam Cyber", "group:Werkgroep MKB", "all",
          "--no-mark", "-o", "x.ics", NULL);
  assert_events (self, 7);
  cli_do (self, "add", "meeting", "group=Werkgroep MKB", "starts-at=2026-12-17T10:00",
          "ends-at=2026-12-17T12:00", NULL);
  cli_do (self, "calendar", "export", "all", "--year", "2026", "--no-mark", "-o", "x.ics", NULL);
  assert_events (self, 1);
  cli_do (self, "calendar", "export", "all", "--year", "2027", "--no-mark", "-o", "x.ics", NULL);
  assert_events (self, 7);
  id = g_strdup (json_object_get_string_member (
      json_array_get_object_element (
          json_node_get_array (cli_ask (self, "list", "meeting", "--where", "theme=Winkels", NULL)),
          0),
      "id"));
  meeting = g_strdup_printf ("meeting:%s", id);
  cli_do (self, "calendar", "export", meeting, "--no-mark", "--output", "x.ics", NULL);
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

/* That Outlook makes doubles is said before somebody imports them, and only then. */
static void
test_repeated (Cli *self, gconstpointer data)
{
  JsonNode *answer;

  cli_run (self, "calendar", "export", "group:Werkgroep MKB", "--output", "x.ics", NULL);
  g_assert_cmpstr (self->err, ==, "");
  cli_run (self, "calendar", "export", "all", "--output", "x.ics", NULL);
  g_assert_cmpint (self->status, ==, 0);
  g_assert_cmpuint (cli_count_lines (self->err), ==, 1);
  g_assert_nonnull (strstr (self->err, "1 meeting in it was handed out before."));
  answer = cli_ask (self, "calendar", "export", "all", "--output", "x.ics", NULL);
  g_assert_cmpint (json_object_get_int_member (json_node_get_object (answer), "handed-out-before"),
                   ==, 7);
  cli_run_bare (self, "calendar", "export", "--help", NULL);
  g_assert_nonnull (strstr (self->out, "twice"));
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

/* One file for each meeting, in a folder that is made. */
static void
test_separate (Cli *self, gconstpointer data)
{
  g_autofree char *folder = cli_get_path (self, "afspraken");
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) dir = NULL;
  const char *name;
  guint n_files = 0;
  JsonNode *answer;

  answer = cli_ask (self, "calendar", "export", "all", "--separate", "--output", "afspraken/",
                    NULL);
  g_assert_cmpint (json_object_get_int_member (json_node_get_object (answer), "meetings"), ==, 7);
  dir = g_dir_open (folder, 0, &error);
  g_assert_no_error (error);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *text = NULL;

      g_assert_true (g_str_has_suffix (name, ".ics"));
      g_file_get_contents (path, &text, NULL, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (count (text, "BEGIN:VEVENT"), ==, 1);
      g_assert_cmpuint (count (text, "X-WR-CALNAME"), ==, 0);
      n_files++;
    }
  g_assert_cmpuint (n_files, ==, 7);
}

/* The older file of a meeting that moved is named, and left to whoever put it there. */
static void
test_separate_moved (Cli *self, gconstpointer data)
{
  JsonArray *outdated;
  g_autofree char *id = NULL;

  cli_do (self, "add", "meeting", "group=Werkgroep MKB", "starts-at=2027-03-02T10:00",
          "ends-at=2027-03-02T12:00", "theme=Kassa", NULL);
  id = cli_get_added_id (self);
  cli_do (self, "calendar", "export", "all", "--separate", "--output", "afspraken", NULL);
  cli_run (self, "set", "meeting", id, "starts-at=2027-03-09T10:00", NULL);
  g_assert_cmpint (self->status, ==, 0);
  cli_run (self, "--json", "calendar", "export", "all", "--separate", "--output", "afspraken",
           NULL);
  g_assert_cmpint (self->status, ==, 0);
  g_assert_nonnull (strstr (self->err, "2027-03-02 Werkgroep MKB- Kassa.ics"));
  g_assert_true (json_parser_load_from_data (self->parser, self->out, -1, NULL));
  outdated = json_object_get_array_member (json_node_get_object (
                                               json_parser_get_root (self->parser)),
                                           "outdated");
  g_assert_cmpuint (json_array_get_length (outdated), ==, 1);
  g_assert_cmpstr (json_array_get_string_element (outdated, 0), ==,
                   "2027-03-02 Werkgroep MKB- Kassa.ics");
}

static guint
count_unmarked (Cli *self)
{
  return json_array_get_length (json_node_get_array (
      cli_ask (self, "list", "meeting", "--where", "handed-out-sequence=", NULL)));
}

static void
test_no_mark (Cli *self, gconstpointer data)
{
  cli_do (self, "calendar", "export", "all", "--no-mark", "--output", "x.ics", NULL);
  assert_events (self, 7);
  g_assert_cmpuint (count_unmarked (self), ==, 7);
  cli_do (self, "calendar", "export", "all", "--output", "x.ics", NULL);
  g_assert_cmpuint (count_unmarked (self), ==, 0);
}

/* As it is when the file comes from a machine that knows another zone: the others go out, and it is said. */
static void
test_left_out (Cli *self, gconstpointer data)
{
  const char *script = "import sqlite3, sys\n"
                       "file = sqlite3.connect (sys.argv[1], timeout=10)\n"
                       "file.execute (\"UPDATE meeting SET zone = 'Mars/Olympus' WHERE theme = "
                       "'Winkels'\")\n"
                       "file.commit ()\n";
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) other = NULL;

  other = g_subprocess_new (G_SUBPROCESS_FLAGS_NONE, &error, "python3", "-c", script, self->file,
                            NULL);
  g_assert_no_error (error);
  g_subprocess_wait_check (other, NULL, &error);
  g_assert_no_error (error);
  cli_run (self, "calendar", "export", "all", "--output", "x.ics", NULL);
  g_assert_cmpint (self->status, ==, 0);
  g_assert_cmpuint (cli_count_lines (self->err), ==, 1);
  g_assert_true (
      g_pattern_match_simple ("aanjager-cli: calendar export: *Winkels*Mars/Olympus*", self->err));
  g_assert_true (g_str_has_prefix (self->out, "6 meetings written to x.ics."));
  assert_events (self, 6);
}

/* What went out comes back in. */
static void
test_read (Cli *self, gconstpointer data)
{
  JsonObject *answer, *event;

  cli_do (self, "calendar", "export", "group:Werkgroep MKB", "--output", "x.ics", NULL);
  answer = json_node_get_object (cli_ask (self, "calendar", "read", "x.ics", NULL));
  g_assert_cmpstr (json_object_get_string_member (answer, "method"), ==, "PUBLISH");
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (answer, "problems")), ==,
                    0);
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (answer, "events")), ==, 1);
  event = json_array_get_object_element (json_object_get_array_member (answer, "events"), 0);
  g_assert_cmpstr (json_object_get_string_member (event, "summary"), ==, "Werkgroep MKB: Winkels");
  g_assert_cmpstr (json_object_get_string_member (event, "start"), ==, "2027-02-02T09:00:00Z");
  g_assert_cmpstr (json_object_get_string_member (event, "end"), ==, "2027-02-02T11:00:00Z");
  g_assert_false (json_object_get_boolean_member (event, "all-day"));
  cli_run_bare (self, "calendar", "read", "x.ics", NULL);
  g_assert_cmpint (self->status, ==, 0);
  g_assert_nonnull (strstr (self->out, "Werkgroep MKB: Winkels"));
  g_assert_null (strstr (self->out, "problem"));
}

/* Every problem, with its line and its event; what is well beside it is still read. */
static void
test_read_problems (Cli *self, gconstpointer data)
{
  const char *text = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\n"
                     "BEGIN:VEVENT\r\nUID:mars\r\nDTSTART;TZID=Mars/Olympus:20260312T100000\r\n"
                     "END:VEVENT\r\n"
                     "BEGIN:VEVENT\r\nUID:uitrol\r\nDTSTART;VALUE=DATE:20260901\r\n"
                     "DTEND;VALUE=DATE:20260912\r\nSUMMARY:Uitrol\r\nEND:VEVENT\r\n"
                     "END:VCALENDAR\r\n";
  g_autofree char *path = cli_get_path (self, "y.ics");
  JsonObject *answer, *event, *problem;

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  answer = json_node_get_object (cli_ask (self, "calendar", "read", "y.ics", NULL));
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (answer, "events")), ==, 1);
  event = json_array_get_object_element (json_object_get_array_member (answer, "events"), 0);
  g_assert_cmpstr (json_object_get_string_member (event, "start"), ==, "2026-09-01");
  g_assert_cmpstr (json_object_get_string_member (event, "end"), ==, "2026-09-12");
  g_assert_true (json_object_get_boolean_member (event, "all-day"));
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (answer, "problems")), ==,
                    1);
  problem = json_array_get_object_element (json_object_get_array_member (answer, "problems"), 0);
  g_assert_cmpint (json_object_get_int_member (problem, "line"), ==, 4);
  g_assert_cmpstr (json_object_get_string_member (problem, "uid"), ==, "mars");
  cli_run_bare (self, "calendar", "read", "y.ics", NULL);
  g_assert_cmpint (self->status, ==, 0);
  g_assert_nonnull (strstr (self->out, "\nLine 4, UID mars: "));
  g_assert_nonnull (strstr (self->out, "11 Sep"));
}

static void
test_read_fails (Cli *self, gconstpointer data)
{
  g_autofree char *path = cli_get_path (self, "z.ics");

  g_assert_true (g_file_set_contents (path, "hello", -1, NULL));
  cli_run (self, "calendar", "read", "z.ics", NULL);
  cli_assert_refused (self, 1, "aanjager-cli: calendar read: *z.ics*");
  cli_run (self, "calendar", "read", "none.ics", NULL);
  cli_assert_refused (self, 1, "aanjager-cli: calendar read: *none.ics*");
  cli_run (self, "calendar", "read", "z.ics/x.ics", NULL);
  cli_assert_refused (self, 1, "aanjager-cli: calendar read: *");
  cli_run (self, "calendar", "read", "/dev/zero", NULL);
  cli_assert_refused (self, 1, "aanjager-cli: calendar read: */dev/zero*");
  cli_run (self, "calendar", "read", NULL);
  cli_assert_refused (self, 2, "aanjager-cli: calendar read: *FILE.ics*");
}

/* The calendar took the place of the data file, of another one, or of what the database keeps beside it. */
static void
test_data_file (Cli *self, gconstpointer data)
{
  static const char *const names[] = { "network.aanjager", "network.aanjager-wal",
                                       "other.aanjager" };
  g_autofree char *other = cli_get_path (self, "other.aanjager");

  cli_run_bare (self, "new", other, "--example", "empty", NULL);
  g_assert_cmpint (self->status, ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      cli_run (self, "calendar", "export", "all", "--output", names[i], NULL);
      cli_assert_refused (self, 1, "aanjager-cli: calendar export: *data file*");
    }
  cli_do (self, "check", NULL);
  cli_do (self, "show", "group", "Expertteam Cyber", NULL);
  cli_run_bare (self, "--data", other, "check", NULL);
  g_assert_cmpint (self->status, ==, 0);
}

int
main (int argc, char **argv)
{
  cli_test_init (&argc, &argv);
  g_test_add ("/cli/calendar/what", Cli, NULL, calendar_set_up, test_what, cli_tear_down);
  g_test_add ("/cli/calendar/versions", Cli, NULL, calendar_set_up, test_versions, cli_tear_down);
  g_test_add ("/cli/calendar/repeated", Cli, NULL, calendar_set_up, test_repeated, cli_tear_down);
  g_test_add ("/cli/calendar/fails", Cli, NULL, calendar_set_up, test_fails, cli_tear_down);
  g_test_add ("/cli/calendar/data-file", Cli, NULL, calendar_set_up, test_data_file, cli_tear_down);
  g_test_add ("/cli/calendar/separate-moved", Cli, NULL, calendar_set_up, test_separate_moved,
              cli_tear_down);
  g_test_add ("/cli/calendar/separate", Cli, NULL, calendar_set_up, test_separate, cli_tear_down);
  g_test_add ("/cli/calendar/no-mark", Cli, NULL, calendar_set_up, test_no_mark, cli_tear_down);
  g_test_add ("/cli/calendar/left-out", Cli, NULL, calendar_set_up, test_left_out, cli_tear_down);
  g_test_add ("/cli/calendar/read", Cli, NULL, calendar_set_up, test_read, cli_tear_down);
  g_test_add ("/cli/calendar/read-problems", Cli, NULL, calendar_set_up, test_read_problems,
              cli_tear_down);
  g_test_add ("/cli/calendar/read-fails", Cli, NULL, calendar_set_up, test_read_fails,
              cli_tear_down);
  return g_test_run ();
}
