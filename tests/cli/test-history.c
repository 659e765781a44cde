/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "aj-cli-fixture.h"

static JsonArray *
ask_history (Cli *self, const char *option, const char *value)
{
  return json_node_get_array (cli_ask (self, "history", option, value, NULL));
}

/* Three changes on three days: a group added, changed, and a district added. (transfer full): the group's id. */
static char *
make_changes (Cli *self)
{
  char *id;

  cli_do (self, "--now", "2026-03-10T09:00", "add", "group", "name=A", "kind=platform", NULL);
  id = cli_get_added_id (self);
  cli_do (self, "--now", "2026-03-11T09:00", "set", "group", id, "name=B", NULL);
  cli_do (self, "--now", "2026-03-12T09:00", "add", "district", "name=Twente", NULL);
  return id;
}

static void
test_filters (Cli *self, gconstpointer data)
{
  g_autofree char *id = make_changes (self);
  JsonArray *entries;
  JsonObject *change;

  entries = ask_history (self, NULL, NULL);
  g_assert_cmpuint (json_array_get_length (entries), ==, 3);
  g_assert_cmpstr (json_object_get_string_member (json_array_get_object_element (entries, 0),
                                                  "label"),
                   ==, "Add District ‘Twente’");
  g_assert_true (
      g_str_has_prefix (json_object_get_string_member (json_array_get_object_element (entries, 0),
                                                       "at"),
                        "2026-03-12T0"));
  g_assert_cmpuint (json_array_get_length (ask_history (self, "--since", "2026-03-11")), ==, 2);
  g_assert_cmpuint (json_array_get_length (ask_history (self, "--since", "12-3-2026")), ==, 1);
  g_assert_cmpuint (json_array_get_length (ask_history (self, "--since", "2026-03-13")), ==, 0);
  g_assert_cmpuint (json_array_get_length (ask_history (self, "--type", "group")), ==, 2);
  g_assert_cmpuint (json_array_get_length (ask_history (self, "--type", "meeting")), ==, 0);
  entries = ask_history (self, "--id", id);
  g_assert_cmpuint (json_array_get_length (entries), ==, 2);
  change = json_array_get_object_element (
      json_object_get_array_member (json_array_get_object_element (entries, 0), "changes"), 0);
  g_assert_cmpstr (json_object_get_string_member (json_object_get_object_member (change, "before"),
                                                  "name"),
                   ==, "A");
  g_assert_cmpstr (json_object_get_string_member (json_object_get_object_member (change, "after"),
                                                  "name"),
                   ==, "B");
  g_assert_cmpuint (json_object_get_size (json_object_get_object_member (change, "after")), ==, 1);
}

static void
test_text (Cli *self, gconstpointer data)
{
  g_autofree char *id = make_changes (self);

  cli_do (self, "history", NULL);
  g_assert_cmpuint (cli_count_lines (self->out), ==, 4);
  g_assert_nonnull (strstr (self->out, "Thu 12 Mar 2026"));
  cli_do (self, "history", "--id", id, NULL);
  g_assert_nonnull (strstr (self->out, "from A to B"));
  cli_do (self, "history", "--since", "2027-01-01", NULL);
  g_assert_cmpstr (self->out, !=, "");
}

/* Each command is a process of its own; the steps are in the file. */
static void
test_undo_and_redo (Cli *self, gconstpointer data)
{
  JsonNode *answer;

  g_free (make_changes (self));
  answer = cli_ask (self, "undo", NULL);
  g_assert_cmpstr (json_object_get_string_member (json_node_get_object (answer), "undone"), ==,
                   "Add District ‘Twente’");
  cli_do (self, "undo", NULL);
  g_assert_nonnull (strstr (self->out, "Change Group ‘A’"));
  cli_do (self, "show", "group", "A", NULL);
  answer = cli_ask (self, "redo", NULL);
  g_assert_cmpstr (json_object_get_string_member (json_node_get_object (answer), "redone"), ==,
                   "Change Group ‘A’");
  cli_do (self, "show", "group", "B", NULL);
  cli_do (self, "redo", NULL);
  cli_run (self, "redo", NULL);
  cli_assert_refused (self, 1, "aanjager-cli: redo: *");
  cli_do (self, "undo", NULL);
  cli_do (self, "undo", NULL);
  cli_do (self, "undo", NULL);
  cli_run (self, "undo", NULL);
  cli_assert_refused (self, 1, "aanjager-cli: undo: *");
  cli_do (self, "add", "group", "name=C", "kind=platform", NULL);
  cli_run (self, "redo", NULL);
  cli_assert_refused (self, 1, "aanjager-cli: redo: *");
}

/* A meeting that was handed out is not taken back; each command is a process of its own, and the first one that was refused
 * barred the way to all before it for good. */
static void
test_passes_over_refused (Cli *self, gconstpointer data)
{
  JsonNode *answer;

  g_free (make_changes (self));
  cli_do (self, "add", "meeting", "group=B", "starts-at=2027-02-02T10:00",
          "ends-at=2027-02-02T12:00", NULL);
  cli_do (self, "calendar", "export", "all", "--output", "x.ics", NULL);
  for (guint i = 0; i < 2; i++)
    {
      cli_run (self, "undo", NULL);
      cli_assert_refused (self, 1,
                          "aanjager-cli: undo: *handed out*--pass-over*“Add District ‘Twente’”*");
    }
  answer = cli_ask (self, "undo", "--pass-over", NULL);
  g_assert_cmpstr (json_object_get_string_member (json_node_get_object (answer), "undone"), ==,
                   "Add District ‘Twente’");
  cli_do (self, "undo", "--pass-over", NULL);
  cli_do (self, "show", "group", "A", NULL);
  /* The meeting needs its group: now nothing is left, and no other step is named. */
  cli_run (self, "undo", "--pass-over", NULL);
  cli_assert_refused (self, 1, "aanjager-cli: undo: *handed out*");
  g_assert_null (strstr (self->err, "--pass-over"));
  cli_run (self, "undo", NULL);
  cli_assert_refused (self, 1, "aanjager-cli: undo: *--pass-over*“Add Group ‘A’”*");
  g_assert_cmpuint (json_array_get_length (
                        json_node_get_array (cli_ask (self, "list", "meeting", NULL))),
                    ==, 1);
}

static void
test_marks_undone (Cli *self, gconstpointer data)
{
  JsonArray *entries;

  g_free (make_changes (self));
  cli_do (self, "undo", NULL);
  entries = ask_history (self, NULL, NULL);
  g_assert_cmpuint (json_array_get_length (entries), ==, 4);
  g_assert_cmpstr (json_object_get_string_member (json_array_get_object_element (entries, 0),
                                                  "kind"),
                   ==, "undo");
  g_assert_true (
      json_object_get_boolean_member (json_array_get_object_element (entries, 1), "undone"));
  cli_do (self, "history", NULL);
  g_assert_nonnull (strstr (self->out, "(undone)"));
}

#define ADD(name, function)                                                                        \
  g_test_add ("/cli/history/" name, Cli, NULL, cli_set_up_empty, function, cli_tear_down)

int
main (int argc, char **argv)
{
  cli_test_init (&argc, &argv);
  ADD ("filters", test_filters);
  ADD ("text", test_text);
  ADD ("undo-and-redo", test_undo_and_redo);
  ADD ("passes-over-refused", test_passes_over_refused);
  ADD ("marks-undone", test_marks_undone);
  return g_test_run ();
}
