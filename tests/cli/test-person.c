/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is held on somebody, told and wiped from the command line. */
#include <glib/gstdio.h>
#include <string.h>

#include "aj-cli-fixture.h"

static const char *const traces[] = { "Quirina Vos", "quirina", "vos@halt.example", "98765432" };

/* (transfer full): the id of Quirina, who sits in a group, and of whom another record speaks. */
static char *
make_world (Cli *self)
{
  char *id;

  cli_do (self, "--now", "2024-03-12", "add", "person", "name=Quirina Vos", "mail=vos@halt.example",
          "mobile=06-98765432", NULL);
  id = cli_get_added_id (self);
  cli_do (self, "--now", "2024-03-12", "add", "group", "name=Team", "kind=platform",
          "notes=Call Quirina Vos", NULL);
  cli_do (self, "--now", "2024-03-12", "add", "membership", "group=Team", "person=Quirina Vos",
          "until=2024-06-30", NULL);
  return id;
}

static JsonObject *
ask_object (Cli *self, const char *first, const char *second, const char *third, const char *option)
{
  return json_node_get_object (cli_ask (self, first, second, third, option, NULL));
}

static void
test_report (Cli *self, gconstpointer data)
{
  g_autofree char *id = make_world (self);
  JsonObject *report;

  cli_do (self, "--now", "2026-01-01", "person", "report", "Quirina Vos", NULL);
  g_assert_true (g_str_has_prefix (self->out, "What we hold on Quirina Vos\n====="));
  g_assert_nonnull (strstr (self->out, "Thursday 1 January 2026"));
  g_assert_nonnull (strstr (self->out, "06-98765432"));
  g_assert_nonnull (strstr (self->out, "for 24 months"));
  report = ask_object (self, "person", "report", id, NULL);
  g_assert_cmpstr (json_object_get_string_member (json_object_get_object_member (report, "person"),
                                                  "mobile"),
                   ==, "06-98765432");
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (report, "references")), ==,
                    1);
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (report, "mentions")), ==,
                    1);
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (report, "history")), ==,
                    2);
  g_assert_false (json_object_get_boolean_member (report, "removed"));
  g_assert_cmpint (json_object_get_int_member (report, "term-months"), ==, 24);
}

/* Files of which nobody else reads anything. */
static void
test_report_files (Cli *self, gconstpointer data)
{
  static const struct
  {
    const char *name, *beginning;
  } files[] = { { "report.pdf", "%PDF-" },
                { "report.txt", "What we hold on" },
                { "R.PDF", "%PDF-" } };
  g_autofree char *id = make_world (self);

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *path = cli_get_path (self, files[i].name);
      g_autofree char *content = NULL;
      GStatBuf status;

      cli_do (self, "person", "report", id, "--output", path, NULL);
      g_assert_true (g_str_has_prefix (self->out, "Written to "));
      g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
      g_assert_true (g_str_has_prefix (content, files[i].beginning));
      g_assert_cmpint (g_stat (path, &status), ==, 0);
      g_assert_cmpuint (status.st_mode & 0777, ==, 0600);
    }
}

static void
test_report_refused (Cli *self, gconstpointer data)
{
  g_autofree char *id = make_world (self);

  cli_run (self, "person", "report", id, "--output", "report.doc", NULL);
  cli_assert_refused (self, 2, "aanjager-cli: person report: Choose a file*");
  cli_run (self, "person", "report", id, "--output", "nowhere/report.pdf", NULL);
  cli_assert_refused (self, 1, "aanjager-cli: person report: *");
  cli_run (self, "person", "report", "Nobody", NULL);
  cli_assert_refused (self, 1, "aanjager-cli: person report: *there is none*");
  cli_run (self, "person", "report", NULL);
  cli_assert_refused (self, 2, "aanjager-cli: person report: *");
  cli_do (self, "add", "person", "name=Quirina Vos", NULL);
  cli_run (self, "person", "report", "Quirina Vos", NULL);
  cli_assert_refused (self, 1, "aanjager-cli: person report: *more than one*");
}

static gboolean
contains (const char *bytes, gsize size, const char *text)
{
  gsize length = strlen (text);

  for (gsize i = 0; i + length <= size; i++)
    if (memcmp (bytes + i, text, length) == 0)
      return TRUE;
  return FALSE;
}

/* The first of the traces that stands in the closed file. */
static const char *
find_trace (Cli *self)
{
  static const char *const endings[] = { "", "-wal", "-journal" };

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      g_autofree char *path = g_strconcat (self->file, endings[i], NULL);
      g_autofree char *content = NULL;
      gsize size = 0;

      if (!g_file_get_contents (path, &content, &size, NULL))
        continue;
      for (guint j = 0; j < G_N_ELEMENTS (traces); j++)
        if (contains (content, size, traces[j]))
          return traces[j];
    }
  return NULL;
}

static void
test_forget (Cli *self, gconstpointer data)
{
  g_autofree char *id = make_world (self);
  JsonObject *answer;

  cli_do (self, "person", "forget", id, "--dry-run", NULL);
  g_assert_true (g_str_has_prefix (self->out, "Forget Quirina Vos?\n"));
  answer = ask_object (self, "person", "forget", id, "--dry-run");
  g_assert_false (json_object_get_boolean_member (answer, "forgotten"));
  g_assert_cmpint (json_object_get_int_member (answer, "mentions"), ==, 1);
  g_assert_nonnull (find_trace (self));

  cli_do (self, "--now", "2026-03-12", "person", "forget", "Quirina Vos", NULL);
  g_assert_cmpstr (
      self->out, ==,
      "1 person forgotten. Nothing recognisable of this person is left in the data file.\n");
  g_assert_cmpstr (find_trace (self), ==, NULL);
  cli_do (self, "show", "person", id, NULL);
  g_assert_nonnull (strstr (self->out, "Forgotten person"));
  cli_do (self, "show", "group", "Team", NULL);
  g_assert_nonnull (strstr (self->out, "Call […]"));
  cli_run (self, "person", "forget", id, NULL);
  cli_assert_refused (self, 1, "aanjager-cli: person forget: *already*");
  cli_do (self, "check", NULL);
}

/* Nobody who was forgotten stands in a mail that is on its way to the mail program. */
static void
test_forget_mails (Cli *self, gconstpointer data)
{
  g_autofree char *id = make_world (self);
  g_autofree char *folder = cli_get_path (self, "aanjager-mail");
  g_autofree char *draft = g_build_filename (folder, "draft.eml", NULL);

  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (draft, "Quirina Vos", -1, NULL));
  cli_do (self, "person", "forget", id, "--dry-run", NULL);
  g_assert_true (g_file_test (draft, G_FILE_TEST_EXISTS));
  cli_do (self, "person", "forget", id, NULL);
  g_assert_false (g_file_test (draft, G_FILE_TEST_EXISTS));
}

static void
test_keep_mentions (Cli *self, gconstpointer data)
{
  g_autofree char *id = make_world (self);
  g_autofree char *copy = cli_get_path (self, "network.old");
  JsonObject *answer;

  g_assert_true (g_file_set_contents (copy, "x", 1, NULL));
  answer = ask_object (self, "person", "forget", id, "--keep-mentions");
  g_assert_true (json_object_get_boolean_member (answer, "forgotten"));
  g_assert_true (json_object_get_boolean_member (answer, "wiped"));
  g_assert_true (json_object_get_boolean_member (answer, "mentions-kept"));
  g_assert_cmpstr (json_array_get_string_element (json_object_get_array_member (answer, "copies"),
                                                  0),
                   ==, "network.old");
  cli_do (self, "show", "group", "Team", NULL);
  g_assert_nonnull (strstr (self->out, "Call Quirina Vos"));
}

/* Who was removed is still in history, is due in their turn, and can be shown and forgotten by the id. */
static void
test_removed (Cli *self, gconstpointer data)
{
  g_autofree char *id = NULL;

  cli_do (self, "--now", "2024-03-12", "add", "person", "name=Quirina Vos", "mail=vos@halt.example",
          NULL);
  id = cli_get_added_id (self);
  cli_do (self, "--now", "2024-03-13", "remove", "person", id, NULL);
  g_assert_nonnull (find_trace (self));
  cli_do (self, "person", "report", id, NULL);
  g_assert_nonnull (strstr (self->out, "The person was removed"));
  cli_do (self, "--now", "2026-03-13", "person", "due", NULL);
  g_assert_nonnull (strstr (self->out, "Removed on Wed 13 Mar 2024"));
  cli_do (self, "person", "forget", id, NULL);
  g_assert_cmpstr (find_trace (self), ==, NULL);
  cli_do (self, "--now", "2026-03-13", "person", "due", NULL);
  g_assert_cmpstr (self->out, ==, "Nobody is due to be looked over.\n");
}

static JsonArray *
ask_due (Cli *self, const char *now, const char *months)
{
  return json_node_get_array (
      cli_ask (self, "--now", now, "person", "due", "--months", months, NULL));
}

static void
test_due (Cli *self, gconstpointer data)
{
  g_autofree char *id = make_world (self);
  JsonArray *due;
  JsonObject *first;

  g_assert_cmpuint (json_array_get_length (ask_due (self, "2026-06-29", "24")), ==, 0);
  due = ask_due (self, "2026-06-30", "24");
  g_assert_cmpuint (json_array_get_length (due), ==, 1);
  first = json_array_get_object_element (due, 0);
  g_assert_cmpstr (json_object_get_string_member (first, "id"), ==, id);
  g_assert_cmpstr (json_object_get_string_member (first, "last-use"), ==, "2024-06-30");
  g_assert_cmpstr (json_object_get_string_member (first, "use"), ==, "seat");
  g_assert_cmpstr (json_object_get_string_member (first, "why"), ==,
                   "In Team until Sun 30 Jun 2024");
  g_assert_cmpuint (json_array_get_length (ask_due (self, "2026-06-30", "25")), ==, 0);
  cli_do (self, "--now", "2026-06-30", "person", "due", NULL);
  g_assert_nonnull (strstr (self->out, "Quirina Vos  In Team until"));
  cli_run (self, "person", "due", "--months=-1", NULL);
  cli_assert_refused (self, 2, "aanjager-cli: person due: The term is*");
  cli_run (self, "person", "due", "--months", "many", NULL);
  cli_assert_refused (self, 2, "aanjager-cli: *");
}

#define ADD(name, function)                                                                        \
  g_test_add ("/cli/person/" name, Cli, NULL, cli_set_up_empty, function, cli_tear_down)

int
main (int argc, char **argv)
{
  cli_test_init (&argc, &argv);
  ADD ("report", test_report);
  ADD ("report-files", test_report_files);
  ADD ("report-refused", test_report_refused);
  ADD ("forget", test_forget);
  ADD ("forget-mails", test_forget_mails);
  ADD ("keep-mentions", test_keep_mentions);
  ADD ("removed", test_removed);
  ADD ("due", test_due);
  return g_test_run ();
}
