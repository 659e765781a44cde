/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The checklist of a cycle from the command line: begun, brought to the coming meetings, refused. */
#include <string.h>

#include "aj-cli-fixture.h"

#define NOW "2026-02-01"

static gint64
count (Cli *cli, const char *type)
{
  return json_array_get_length (json_node_get_array (cli_ask (cli, "list", type, NULL)));
}

static gint64
ask_behind (Cli *cli, const char *option)
{
  JsonObject *answer = json_node_get_object (
      cli_ask (cli, "--now", NOW, "cycle", "checklist", "--group", "Expertteam", option, NULL));

  return json_object_get_int_member (answer, "behind");
}

static void
add_team (Cli *cli)
{
  cli_do (cli, "add", "group", "name=Expertteam", NULL);
  cli_do (cli, "add", "meeting", "group=Expertteam", "starts-at=2026-03-12T10:00",
          "ends-at=2026-03-12T12:00", NULL);
}

/* Nothing is stored by looking; one command gives the meeting all that is usual, and undo takes it. */
static void
test_begin (Cli *cli, gconstpointer data)
{
  add_team (cli);
  cli_do (cli, "add", "cycle", "group=Expertteam", NULL);
  cli_do (cli, "--now", NOW, "cycle", "checklist", "--group", "Expertteam", "--begin", "--dry-run",
          NULL);
  g_assert_cmpint (count (cli, "task"), ==, 0);
  g_assert_cmpint (ask_behind (cli, "--begin"), ==, 0);
  g_assert_cmpint (count (cli, "task"), ==, 9);
  g_assert_cmpint (count (cli, "agenda-item"), ==, 4);
  cli_do (cli, "undo", NULL);
  g_assert_cmpint (count (cli, "task"), ==, 0);
  g_assert_cmpint (count (cli, "preparation-step"), ==, 0);
}

/* A step that is asked for later is brought to the meeting by the same command. */
static void
test_catch_up (Cli *cli, gconstpointer data)
{
  g_autofree char *cycle = NULL;
  g_autofree char *reference = NULL;

  add_team (cli);
  cli_do (cli, "add", "cycle", "group=Expertteam", NULL);
  cycle = cli_get_added_id (cli);
  reference = g_strconcat ("cycle=", cycle, NULL);
  cli_do (cli, "add", "preparation-step", reference, "name=Order lunch", "days=-7", NULL);
  g_assert_cmpint (ask_behind (cli, "--dry-run"), ==, 1);
  cli_do (cli, "--now", NOW, "cycle", "checklist", "--group", "Expertteam", NULL);
  g_assert_nonnull (strstr (cli->out, "7 days before"));
  g_assert_cmpint (count (cli, "task"), ==, 1);
  cli_do (cli, "--now", NOW, "cycle", "checklist", "--group", "Expertteam", NULL);
  g_assert_nonnull (strstr (cli->out, "Every coming meeting has what the cycle asks for."));
}

static void
test_refused (Cli *cli, gconstpointer data)
{
  add_team (cli);
  cli_run (cli, "cycle", "checklist", "--group", "Expertteam", NULL);
  cli_assert_refused (cli, 1, "*This group has no cycle yet*");
  cli_run (cli, "cycle", "checklist", NULL);
  cli_assert_refused (cli, 2, "*The group is missing*");
}

/* How many tasks are done. */
static gint64
count_done (Cli *cli)
{
  return json_array_get_length (
      json_node_get_array (cli_ask (cli, "list", "task", "--where", "state=done", NULL)));
}

static void
set_step (Cli *cli, const char *name, const char *assignment)
{
  cli_do (cli, "set", "preparation-step", name, assignment, NULL);
}

/* What was done by command is ticked off as in the window, whatever the step is called, and undo takes it back. */
static void
test_ticked (Cli *cli, gconstpointer data)
{
  g_autofree char *folder = cli_get_path (cli, "mails");

  add_team (cli);
  cli_do (cli, "set", "network", "organiser-mail=secretariaat@netwerk.example", NULL);
  cli_do (cli, "add", "person", "name=Anna", "mail=anna@school.example", NULL);
  cli_do (cli, "add", "membership", "group=Expertteam", "person=Anna", NULL);
  cli_do (cli, "add", "cycle", "group=Expertteam", NULL);
  cli_do (cli, "--now", NOW, "cycle", "checklist", "--group", "Expertteam", "--begin", NULL);
  set_step (cli, "Send the invitation", "name=Everybody knows");
  set_step (cli, "Send the agenda and papers", "name=Papers are on their way");
  set_step (cli, "Fix the minutes", "name=Minutes in the archive");
  /* A step that somebody made up does what they say. */
  set_step (cli, "Collect agenda items", "done-when=minutes-comment");
  set_step (cli, "Send the minutes for comment", "done-when=");
  g_assert_cmpint (ask_behind (cli, NULL), ==, 0);

  cli_do (cli, "--now", NOW, "mail", "agenda", "--meeting", "Expertteam next", "--output",
          "agenda.eml", NULL);
  g_assert_nonnull (strstr (cli->out, "Papers are on their way"));
  g_assert_cmpint (count_done (cli), ==, 1);
  cli_do (cli, "undo", NULL);
  g_assert_cmpint (count_done (cli), ==, 0);
  cli_do (cli, "--now", NOW, "invitations", "write", "--output", folder, "--mark-sent", NULL);
  g_assert_cmpint (count_done (cli), ==, 1);
  cli_do (cli, "set", "meeting", "2026-03-12", "minutes-state=comment", NULL);
  g_assert_cmpint (count_done (cli), ==, 2);
  cli_do (cli, "set", "meeting", "2026-03-12", "minutes-state=fixed", NULL);
  g_assert_cmpint (count_done (cli), ==, 3);
  cli_do (cli, "undo", NULL);
  g_assert_cmpint (count_done (cli), ==, 2);
}

/* Who says that a step is not done by itself means that of the next meetings too. */
static void
test_emptied (Cli *cli, gconstpointer data)
{
  add_team (cli);
  cli_do (cli, "add", "cycle", "group=Expertteam", NULL);
  cli_do (cli, "--now", NOW, "cycle", "checklist", "--group", "Expertteam", "--begin", NULL);
  set_step (cli, "Send the agenda and papers", "done-when=");
  cli_do (cli, "add", "meeting", "group=Expertteam", "starts-at=2026-06-11T10:00",
          "ends-at=2026-06-11T12:00", NULL);
  g_assert_cmpint (ask_behind (cli, NULL), ==, 0);
  g_assert_cmpint (count (cli, "task"), ==, 18);
  cli_do (cli, "list", "task", "--where", "done-when=agenda", NULL);
  g_assert_null (strstr (cli->out, "Send the agenda and papers"));
  cli_do (cli, "list", "task", "--where", "done-when=invitation", NULL);
  g_assert_nonnull (strstr (cli->out, "Send the invitation"));
}

int
main (int argc, char **argv)
{
  cli_test_init (&argc, &argv);
#define ADD(path, test) g_test_add (path, Cli, NULL, cli_set_up_empty, test, cli_tear_down)
  ADD ("/cli/checklist/begin", test_begin);
  ADD ("/cli/checklist/catch-up", test_catch_up);
  ADD ("/cli/checklist/refused", test_refused);
  ADD ("/cli/checklist/ticked", test_ticked);
  ADD ("/cli/checklist/emptied", test_emptied);
  return g_test_run ();
}
