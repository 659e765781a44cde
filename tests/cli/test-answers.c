/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Taking in answers to invitations from the command line. */
#include <string.h>

#include "aj-cli-fixture.h"

typedef struct
{
  Cli cli;
  char *meeting;
} World;

static char *
add (World *self, const char *type, const char *a, const char *b, const char *c)
{
  cli_do (&self->cli, "add", type, a, b, c, NULL);
  return cli_get_added_id (&self->cli);
}

static void
set_up (World *self, gconstpointer data)
{
  cli_set_up_empty (&self->cli, data);
  g_free (add (self, "group", "name=Expertteam", NULL, NULL));
  g_free (add (self, "person", "name=Anna", "mail=anna@stad.example", NULL));
  g_free (add (self, "membership", "group=Expertteam", "person=Anna", NULL));
  self->meeting = add (self, "meeting", "group=Expertteam", "starts-at=2026-03-12T10:00",
                       "ends-at=2026-03-12T12:00");
}

static void
tear_down (World *self, gconstpointer data)
{
  g_free (self->meeting);
  cli_tear_down (&self->cli, data);
}

/* (transfer full): the path. */
static char *
write_answer (World *self, const char *name, const char *method, const char *lines)
{
  char *path = cli_get_path (&self->cli, name);
  g_autofree char *text =
      g_strdup_printf ("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nMETHOD:%s\r\nBEGIN:VEVENT\r\nUID:%s\r\n%s"
                       "END:VEVENT\r\nEND:VCALENDAR\r\n",
                       method, self->meeting, lines);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  return path;
}

static JsonObject *
ask_attendance (World *self)
{
  JsonArray *all = json_node_get_array (cli_ask (&self->cli, "list", "attendance", NULL));

  return json_array_get_length (all) == 1 ? json_array_get_object_element (all, 0) : NULL;
}

static void
test_import (World *self, gconstpointer data)
{
  g_autofree char *path = write_answer (self, "a.ics", "REPLY",
                                        "ATTENDEE;PARTSTAT=ACCEPTED:mailto:ANNA@stad.example\r\n");
  JsonObject *answer, *row;

  cli_do (&self->cli, "answers", "import", path, "--dry-run", NULL);
  g_assert_nonnull (strstr (self->cli.out, "Would be stored: 1 new."));
  g_assert_null (ask_attendance (self));
  answer = json_node_get_object (cli_ask (&self->cli, "answers", "import", path, NULL));
  g_assert_true (json_object_get_boolean_member (answer, "stored"));
  g_assert_cmpint (json_object_get_int_member (answer, "new"), ==, 1);
  row = json_array_get_object_element (json_object_get_array_member (answer, "rows"), 0);
  g_assert_cmpstr (json_object_get_string_member (row, "who"), ==, "Anna");
  g_assert_cmpstr (json_object_get_string_member (row, "meeting"), ==, self->meeting);
  g_assert_cmpstr (json_object_get_string_member (ask_attendance (self), "answer"), ==, "yes");
  cli_do (&self->cli, "answers", "import", path, NULL);
  g_assert_nonnull (strstr (self->cli.out, "Nothing was stored.\n"
                                           "Left as they are: 1 known already.\n"));
  cli_do (&self->cli, "undo", NULL);
  g_assert_nonnull (strstr (self->cli.out, "Take in the answer of Anna"));
}

static void
test_decide (World *self, gconstpointer data)
{
  g_autofree char *stranger = write_answer (
      self, "a.ics", "REPLY", "ATTENDEE;PARTSTAT=DECLINED:mailto:anna@thuis.example\r\n");
  g_autofree char *counter =
      write_answer (self, "b.ics", "COUNTER",
                    "ATTENDEE;PARTSTAT=TENTATIVE:mailto:anna@stad.example\r\nSEQUENCE:0\r\n"
                    "DTSTART:20260313T090000Z\r\nDTEND:20260313T110000Z\r\n");
  JsonObject *meeting;

  cli_do (&self->cli, "answers", "import", stranger, NULL);
  g_assert_nonnull (strstr (self->cli.out, "unknown person"));
  g_assert_null (ask_attendance (self));
  cli_do (&self->cli, "answers", "import", stranger, "--as", "Anna@thuis.example=Anna", NULL);
  g_assert_cmpstr (json_object_get_string_member (ask_attendance (self), "answer"), ==, "no");
  cli_do (&self->cli, "undo", NULL);
  cli_do (&self->cli, "answers", "import", stranger, "--guests", NULL);
  g_assert_cmpstr (json_object_get_string_member (ask_attendance (self), "invited-as"), ==,
                   "guest");
  cli_do (&self->cli, "undo", NULL);
  cli_do (&self->cli, "answers", "import", counter, NULL);
  g_assert_nonnull (strstr (self->cli.out, "Stored: 1 proposal noted, to decide.\n"));
  cli_do (&self->cli, "undo", NULL);
  cli_do (&self->cli, "answers", "import", counter, "--accept", "--dry-run", NULL);
  g_assert_nonnull (strstr (self->cli.out, "Would be stored: 1 accepted: the meeting moves.\n"));
  cli_do (&self->cli, "answers", "import", counter, "--accept", NULL);
  g_assert_nonnull (strstr (self->cli.out, ", accepted"));
  g_assert_nonnull (strstr (self->cli.out, "Stored: 1 accepted: the meeting moves.\n"));
  g_assert_null (strstr (self->cli.out, "to decide"));
  meeting = json_node_get_object (cli_ask (&self->cli, "show", "meeting", self->meeting, NULL));
  g_assert_cmpstr (json_object_get_string_member (meeting, "starts-at"), ==, "2026-03-13T10:00");
}

/* Who speaks about an item answers for that item, and what they propose moves no meeting. */
static void
test_speaker (World *self, gconstpointer data)
{
  g_autofree char *carla = add (self, "person", "name=Carla", "mail=carla@saxion.example", NULL);
  g_autofree char *folder = cli_get_path (&self->cli, "out");
  g_autofree char *item = NULL;
  g_autofree char *yes = NULL;
  g_autofree char *counter = NULL;
  g_autofree char *of_meeting = NULL;
  JsonObject *row, *stored;

  cli_do (&self->cli, "add", "agenda-item", "group=Expertteam", "meeting=2026-03-12",
          "name=Phishing", "speaker=Carla", NULL);
  item = cli_get_added_id (&self->cli);
  cli_do (&self->cli, "invitations", "write", self->meeting, "--output", folder, "--mark-sent",
          "--organiser", "team@netwerk.example", NULL);
  of_meeting = g_steal_pointer (&self->meeting);
  self->meeting = g_strdup (item);
  yes = write_answer (self, "a.ics", "REPLY",
                      "SEQUENCE:0\r\nATTENDEE;PARTSTAT=ACCEPTED:mailto:carla@saxion.example\r\n");
  counter =
      write_answer (self, "b.ics", "COUNTER",
                    "ATTENDEE;PARTSTAT=TENTATIVE:mailto:carla@saxion.example\r\nSEQUENCE:0\r\n"
                    "DTSTART:20260312T103000Z\r\nDTEND:20260312T104500Z\r\n");
  row = json_array_get_object_element (
      json_object_get_array_member (
          json_node_get_object (cli_ask (&self->cli, "answers", "import", yes, NULL)), "rows"),
      0);
  g_assert_cmpstr (json_object_get_string_member (row, "verdict"), ==, "new");
  g_assert_cmpstr (json_object_get_string_member (row, "who"), ==, "Carla");
  g_assert_cmpstr (json_object_get_string_member (row, "item"), ==, item);
  g_assert_cmpstr (json_object_get_string_member (row, "meeting"), ==, of_meeting);
  stored = json_node_get_object (cli_ask (&self->cli, "show", "agenda-item", item, NULL));
  g_assert_cmpstr (json_object_get_string_member (stored, "briefing"), ==, "agreed");
  cli_do (&self->cli, "answers", "import", counter, "--accept", NULL);
  stored = json_node_get_object (cli_ask (&self->cli, "show", "meeting", of_meeting, NULL));
  g_assert_cmpstr (json_object_get_string_member (stored, "starts-at"), ==, "2026-03-12T10:00");
  stored = json_node_get_object (cli_ask (&self->cli, "show", "person", carla, NULL));
  g_assert_nonnull (strstr (json_object_get_string_member (stored, "notes"),
                            "“Phishing”: Proposes Thursday 12 March 2026, 11:30–11:45"));
}

static void
test_refused (World *self, gconstpointer data)
{
  g_autofree char *msg = g_test_build_filename (G_TEST_DIST, "data", "answers", "outlook.msg",
                                                NULL);
  g_autofree char *answer = write_answer (
      self, "a.ics", "REPLY", "ATTENDEE;PARTSTAT=DECLINED:mailto:anna@thuis.example\r\n");

  g_free (add (self, "person", "name=Bert", NULL, NULL));
  cli_run (&self->cli, "answers", "import", msg, NULL);
  cli_assert_refused (&self->cli, 1,
                      "aanjager-cli: answers import: outlook.msg: Outlook saved this*");
  cli_run (&self->cli, "answers", "import", "never.eml", NULL);
  cli_assert_refused (&self->cli, 1, "aanjager-cli: answers import: never.eml cannot be read*");
  cli_run (&self->cli, "answers", "import", answer, "--as", "anna", NULL);
  cli_assert_refused (&self->cli, 2, "aanjager-cli: answers import: “anna” is not written*");
  cli_run (&self->cli, "answers", "import", answer, "--as", "anna@thuis.example=Bert", NULL);
  cli_assert_refused (&self->cli, 1, "aanjager-cli: answers import: Bert is not invited*");
  /* One that is read and one that is not: the one is taken, the other told. */
  cli_run (&self->cli, "answers", "import", answer, msg, "--guests", NULL);
  g_assert_cmpint (self->cli.status, ==, 0);
  g_assert_nonnull (strstr (self->cli.err, "outlook.msg: Outlook saved this"));
  g_assert_nonnull (ask_attendance (self));
}

int
main (int argc, char **argv)
{
  cli_test_init (&argc, &argv);
  g_test_add ("/cli/answers/import", World, NULL, set_up, test_import, tear_down);
  g_test_add ("/cli/answers/decide", World, NULL, set_up, test_decide, tear_down);
  g_test_add ("/cli/answers/speaker", World, NULL, set_up, test_speaker, tear_down);
  g_test_add ("/cli/answers/refused", World, NULL, set_up, test_refused, tear_down);
  return g_test_run ();
}
