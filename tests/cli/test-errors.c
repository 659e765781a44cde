/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>

#include "aj-cli-fixture.h"

#define MAX_WORDS 12

typedef struct
{
  const char *words[MAX_WORDS];
  int status;
  const char *pattern; /* behind "aanjager-cli: " */
} Case;

static void
run_cases (Cli *self, const Case *cases, guint n_cases)
{
  for (guint i = 0; i < n_cases; i++)
    {
      const char *words[MAX_WORDS + 3] = { "--data", self->file };
      g_autofree char *pattern = g_strconcat ("aanjager-cli: ", cases[i].pattern, NULL);
      g_autofree char *line = g_strjoinv (" ", (char **) cases[i].words);

      for (guint j = 0; cases[i].words[j] != NULL; j++)
        words[j + 2] = cases[i].words[j];
      g_test_message ("%s", line);
      cli_run_words (self, words);
      cli_assert_refused (self, cases[i].status, pattern);
    }
}

static void
test_usage (Cli *self, gconstpointer data)
{
  static const Case cases[] = {
    { { NULL }, 2, "command line: *--help" },
    { { "frobnicate" }, 2, "command line: *(frobnicate)*--help" },
    { { "cycle" }, 2, "command line: *(cycle)*" },
    { { "cycle", "frobnicate" }, 2, "command line: *(cycle)*" },
    { { "--frobnicate" }, 2, "command line: *--frobnicate*" },
    { { "list", "--frobnicate" }, 2, "list: *--frobnicate*" },
    { { "list" }, 2, "list: *aanjager-cli list TYPE*" },
    { { "list", "group", "group" }, 2, "list: *aanjager-cli list TYPE*" },
    { { "types", "group" }, 2, "types: *" },
    { { "list", "unicorn" }, 2, "list: *“unicorn”*" },
    { { "fields", "unicorn" }, 2, "fields: *“unicorn”*" },
    { { "list", "group", "--where" }, 2, "list: *--where*" },
    { { "list", "group", "--where", "name" }, 2, "list: *(name)*" },
    { { "list", "group", "--where", "horn=1" }, 2, "list: *“horn”*(horn=1)*fields group" },
    { { "list", "group", "--sort", "horn" }, 2, "list: *“horn”*fields group" },
    { { "list", "group", "--limit", "many" }, 2, "list: *many*" },
    { { "list", "group", "--limit", "-1" }, 2, "list: *--limit 20*" },
    { { "show", "group" }, 2, "show: *" },
    { { "add", "group" }, 2, "add: *" },
    { { "add", "group", "name" }, 2, "add: *(name)*" },
    { { "add", "group", "horn=1" }, 2, "add: *fields group" },
    { { "add", "group", "name=a", "name=b" }, 2, "add: *twice (name=b)*" },
    { { "add", "meeting", "uid=a" }, 2, "add: *(uid=a)*" },
    { { "set", "group", "Expertteam Cyber" }, 2, "set: *" },
    { { "set", "group", "Expertteam Cyber", "horn=1" }, 2, "set: *fields group" },
    { { "search", "" }, 2, "search: *" },
    { { "search" }, 2, "search: *" },
    { { "search", "zuid", "--limit", "-1" }, 2, "search: *--limit 20*" },
    { { "search", "zuid", "--type", "unicorn" }, 2, "search: *“unicorn”*" },
    { { "history", "--since", "gisterenmorgen" }, 2, "history: *(gisterenmorgen)*2026-03-12*" },
    { { "history", "--type", "unicorn" }, 2, "history: *“unicorn”*" },
    { { "cycle", "plan" }, 2, "cycle plan: *--group NAME --year 2027" },
    { { "cycle", "plan", "--group", "Expertteam Cyber" }, 2, "cycle plan: *" },
    { { "cycle", "plan", "--group", "Expertteam Cyber", "--year", "soon" },
      2,
      "cycle plan: *(soon)*--year 2027." },
    { { "cycle", "plan", "--group", "Expertteam Cyber", "--year", "2027", "--avoid", "mondays" },
      2,
      "cycle plan: *(mondays)*" },
    { { "calendar", "export" }, 2, "calendar export: *" },
    { { "calendar", "export", "rollouts", "--year", "2027", "--output", "x.ics" },
      2,
      "calendar export: *--year is for meetings.*" },
    { { "calendar", "export", "all", "--year", "soon", "--output", "x.ics" },
      2,
      "calendar export: *(soon)*" },
    { { "calendar", "export", "all" }, 2, "calendar export: *--output FILE.ics" },
    { { "calendar", "export", "everything", "--output", "x.ics" },
      2,
      "calendar export: *(everything)*group:NAME*" },
    { { "--now", "gisteren", "list", "group" }, 2, "list: *(gisteren)*--now 2026-03-12T10:00." },
    { { "--now", "2026-02-30", "list", "group" }, 2, "list: *(2026-02-30)*" },
    { { "new" }, 2, "new: *" },
    { { "backup" }, 2, "backup: *" },
  };

  run_cases (self, cases, G_N_ELEMENTS (cases));
}

static void
test_refused (Cli *self, gconstpointer data)
{
  static const Case cases[] = {
    { { "show", "group", "Nobody" }, 1, "show: *“Nobody”*aanjager-cli list group" },
    { { "set", "group", "Nobody", "name=A" }, 1, "set: *“Nobody”*" },
    { { "remove", "group", "Nobody" }, 1, "remove: *“Nobody”*" },
    { { "remove", "group", "Expertteam Cyber" }, 1, "remove: *Expertteam Cyber*" },
    { { "add", "group", "name=A", "kind=tea" }, 1, "add: *“tea”*(kind=tea)." },
    { { "add", "group", "name=Expertteam Cyber" }, 1, "add: *Expertteam Cyber*" },
    { { "add", "person", "name=A", "mail=nowhere" }, 1, "add: *“nowhere”*" },
    { { "add", "membership", "group=Nobody" }, 1, "add: *“Nobody”*" },
    { { "add", "membership", "group=Expertteam Cyber" }, 1, "add: *" },
    { { "add", "meeting", "group=Expertteam Cyber", "starts-at=soon" }, 1, "add: *“soon”*" },
    { { "add", "meeting", "group=Expertteam Cyber", "starts-at=2026-02-30T10:00" },
      1,
      "add: *2026-02-30*" },
    { { "set", "group", "Expertteam Cyber", "name=" }, 1, "set: *" },
    { { "list", "meeting", "--where", "group=Nobody" }, 1, "list: *“Nobody”*" },
    { { "cycle", "plan", "--group", "Nobody", "--year", "2027" }, 1, "cycle plan: *“Nobody”*" },
    { { "cycle", "plan", "--group", "Expertteam Cyber", "--year", "1066" },
      1,
      "cycle plan: *1066*" },
    { { "cycle", "plan", "--group", "Expertteam Cyber", "--year", "2027", "--count", "99" },
      1,
      "cycle plan: *(99)*" },
    { { "cycle", "plan", "--group", "Expertteam Cyber", "--year", "2027", "--weekday", "friyay" },
      2,
      "cycle plan: *“friyay”*" },
    { { "cycle", "plan", "--group", "Expertteam Cyber", "--year", "2027", "--start", "25:00" },
      2,
      "cycle plan: *“25:00”*" },
    { { "calendar", "export", "group:Nobody", "--output", "x.ics" },
      1,
      "calendar export: *“Nobody”*" },
    { { "calendar", "export", "group:Werkgroep Jeugd", "--output", "x.ics" },
      1,
      "calendar export: *" },
    { { "undo" }, 1, "undo: *" },
    { { "redo" }, 1, "redo: *" },
    { { "new", "other.aanjager", "--example", "atlantis" },
      1,
      "new: *“atlantis”*oost-nederland-2026, midden-nederland-2025, empty." },
    { { "new", "none/other.aanjager" }, 1, "new: *" },
  };
  g_autofree char *other = cli_get_path (self, "other.aanjager");
  g_autofree char *calendar = cli_get_path (self, "x.ics");

  run_cases (self, cases, G_N_ELEMENTS (cases));
  g_assert_false (g_file_test (other, G_FILE_TEST_EXISTS));
  g_assert_false (g_file_test (calendar, G_FILE_TEST_EXISTS));
  /* None of it left a trace. */
  g_assert_cmpuint (json_array_get_length (json_node_get_array (cli_ask (self, "history", NULL))),
                    ==, 1);
}

static void
test_full_output (Cli *self, gconstpointer data)
{
  g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (
      G_SUBPROCESS_FLAGS_STDERR_PIPE);
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;

  if (!g_file_test ("/dev/full", G_FILE_TEST_EXISTS))
    {
      g_test_skip ("there is no /dev/full here");
      return;
    }
  g_subprocess_launcher_set_stdout_file_path (launcher, "/dev/full");
  g_clear_pointer (&self->err, g_free);
  process = g_subprocess_launcher_spawn (launcher, &error, cli_get_program (), "--data", self->file,
                                         "--json", "list", "municipality", NULL);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_communicate_utf8 (process, NULL, NULL, NULL, &self->err, &error));
  g_assert_cmpint (g_subprocess_get_exit_status (process), ==, 1);
  g_assert_cmpuint (cli_count_lines (self->err), ==, 1);
  g_assert_true (g_str_has_prefix (self->err, "aanjager-cli: list: "));
}

int
main (int argc, char **argv)
{
  cli_test_init (&argc, &argv);
  g_test_add ("/cli/errors/usage", Cli, NULL, cli_set_up_example, test_usage, cli_tear_down);
  g_test_add ("/cli/errors/refused", Cli, NULL, cli_set_up_example, test_refused, cli_tear_down);
  g_test_add ("/cli/errors/full-output", Cli, NULL, cli_set_up_example, test_full_output,
              cli_tear_down);
  return g_test_run ();
}
