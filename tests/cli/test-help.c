/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <glob.h>
#include <string.h>

#include "aj-cli-fixture.h"
#include "aj-cli.h"

static void
test_overview (Cli *self, gconstpointer data)
{
  cli_run_bare (self, "--help", NULL);
  g_assert_cmpint (self->status, ==, 0);
  for (const AjCliCommand *command = aj_cli_commands (); command->name != NULL; command++)
    {
      g_assert_nonnull (strstr (self->out, command->name));
      g_assert_nonnull (strstr (self->out, command->summary));
    }
}

/* Before or behind the command, whatever else is missing, and without a data file. */
static void
test_every_command (Cli *self, gconstpointer data)
{
  for (const AjCliCommand *command = aj_cli_commands (); command->name != NULL; command++)
    {
      g_auto (GStrv) words = g_strsplit (command->name, " ", -1);
      g_autofree char *behind = NULL;

      if (words[1] != NULL)
        cli_run_bare (self, words[0], words[1], "--help", NULL);
      else
        cli_run_bare (self, words[0], "--help", NULL);
      g_assert_cmpint (self->status, ==, 0);
      g_assert_cmpstr (self->err, ==, "");
      g_assert_nonnull (strstr (self->out, command->summary));
      g_assert_nonnull (strstr (self->out, command->example));
      behind = g_strdup (self->out);
      cli_run_bare (self, "--help", words[0], words[1], NULL);
      g_assert_cmpstr (self->out, ==, behind);
    }
}

/* (transfer full): the words with a pattern of files taken for the files, as a shell does. */
static GStrv
expand (Cli *self, char **words)
{
  GStrvBuilder *expanded = g_strv_builder_new ();
  GStrv result;

  for (char **word = words; *word != NULL; word++)
    {
      g_autofree char *pattern = cli_get_path (self, *word);
      glob_t found;

      if (strchr (*word, '*') != NULL && glob (pattern, 0, NULL, &found) == 0)
        {
          g_strv_builder_addv (expanded, (const char **) found.gl_pathv);
          globfree (&found);
        }
      else
        g_strv_builder_add (expanded, *word);
    }
  result = g_strv_builder_end (expanded);
  g_strv_builder_unref (expanded);
  return result;
}

/* A form that came back. */
static void
return_form (Cli *self)
{
  g_autofree char *written = cli_get_path (self, "forms/Echt Niet Vandaag 2027 - Zwolle.xlsx");
  g_autofree char *returned = cli_get_path (self, "Zwolle.xlsx");

  g_assert_no_errno (g_rename (written, returned));
}

/* Every example does what it says, one after the other, on a day on which what they plan is still to come. */
static void
test_examples (Cli *self, gconstpointer data)
{
  g_autofree char *sample_path = g_test_build_filename (G_TEST_DIST, "data", "answers",
                                                        "apple-tentative.ics", NULL);
  g_autofree char *answer_path = cli_get_path (self, "answer.ics");
  g_autoptr (GFile) sample = g_file_new_for_path (sample_path);
  g_autoptr (GFile) answer = g_file_new_for_path (answer_path);
  g_autofree char *paper_path = cli_get_path (self, "handreiking.pdf");

  for (const AjCliCommand *command = aj_cli_commands (); command->name != NULL; command++)
    {
      g_autofree char *line = g_strdup_printf ("--data network.aanjager --now 2026-11-01 %s",
                                               command->example);
      g_auto (GStrv) words = NULL;
      g_auto (GStrv) expanded = NULL;
      g_autoptr (GError) error = NULL;

      /* What was handed out by then is not taken back any more; there is to be something that can be. */
      if (strcmp (command->name, "undo") == 0)
        cli_do (self, "set", "group", "Expertteam Cyber", "purpose=Digitaal", NULL);
      /* An answer comes from elsewhere. */
      if (strcmp (command->name, "answers import") == 0)
        g_assert_true (g_file_copy (sample, answer, G_FILE_COPY_NONE, NULL, NULL, NULL, &error));
      /* What is attached lies somewhere, and is attached to something. */
      if (strcmp (command->name, "document attach") == 0)
        {
          cli_do (self, "add", "document", "name=Handreiking", NULL);
          g_assert_true (g_file_set_contents (paper_path, "%PDF-1.4", -1, NULL));
        }
      if (strcmp (command->name, "forms import") == 0)
        return_form (self);
      g_assert_true (g_shell_parse_argv (line, NULL, &words, &error));
      g_test_message ("%s", line);
      expanded = expand (self, words);
      cli_run_words (self, (const char *const *) expanded);
      g_assert_cmpstr (self->err, ==, "");
      g_assert_cmpint (self->status, ==, 0);
      g_assert_cmpstr (self->out, !=, "");
    }
}

static void
test_version (Cli *self, gconstpointer data)
{
  cli_run_bare (self, "--version", NULL);
  g_assert_cmpint (self->status, ==, 0);
  g_assert_cmpstr (self->out, ==, "aanjager-cli " AJ_VERSION "\n");
}

int
main (int argc, char **argv)
{
  cli_test_init (&argc, &argv);
  g_test_add ("/cli/help/overview", Cli, NULL, cli_set_up, test_overview, cli_tear_down);
  g_test_add ("/cli/help/every-command", Cli, NULL, cli_set_up, test_every_command, cli_tear_down);
  g_test_add ("/cli/help/examples", Cli, NULL, cli_set_up, test_examples, cli_tear_down);
  g_test_add ("/cli/help/version", Cli, NULL, cli_set_up, test_version, cli_tear_down);
  return g_test_run ();
}
