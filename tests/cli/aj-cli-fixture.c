/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-cli-fixture.h"

#include <glib/gstdio.h>
#include <string.h>

static char *program;

void
cli_test_init (int *argc, char ***argv)
{
  g_assert_cmpint (*argc, >=, 2);
  /* It is run from another folder. */
  program = g_canonicalize_filename ((*argv)[--*argc], NULL);
  (*argv)[*argc] = NULL;
  g_test_init (argc, argv, NULL);
}

const char *
cli_get_program (void)
{
  return program;
}

void
cli_set_up (Cli *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  self->folder = g_dir_make_tmp ("aj-cli-XXXXXX", &error);
  g_assert_no_error (error);
  self->file = g_build_filename (self->folder, "network.aanjager", NULL);
  self->parser = json_parser_new ();
}

void
cli_set_up_example (Cli *self, gconstpointer data)
{
  cli_set_up (self, data);
  cli_run_bare (self, "new", self->file, "--example", "oost-nederland-2026", NULL);
  g_assert_cmpint (self->status, ==, 0);
}

void
cli_set_up_empty (Cli *self, gconstpointer data)
{
  cli_set_up (self, data);
  cli_run_bare (self, "new", self->file, "--example", "empty", NULL);
  g_assert_cmpint (self->status, ==, 0);
}

void
cli_set_up_team (Cli *self, gconstpointer data)
{
  cli_set_up_empty (self, data);
  cli_do (self, "add", "group", "name=Expertteam Cyber", "kind=expert-team", NULL);
  cli_do (self, "add", "group", "name=Werkgroep MKB", "kind=working-group", NULL);
  cli_do (self, "add", "person", "name=Districtstrekker Twente", NULL);
  cli_do (self, "add", "membership", "group=Expertteam Cyber", "person=Districtstrekker Twente",
          NULL);
  cli_do (self, "add", "membership", "group=Werkgroep MKB", "person=Districtstrekker Twente", NULL);
  cli_do (self, "add", "cycle", "group=Expertteam Cyber", "every-months=2", "first-month=1",
          "count=6", "weekday=thursday", "nth=2", "start=10:00", "minutes=120",
          "zone=Europe/Amsterdam", "place=Stadhuis Apeldoorn", "avoid-school-holidays=yes",
          "avoid-clashes=yes", NULL);
}

static void
remove_tree (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *inner = g_build_filename (path, name, NULL);

      remove_tree (inner);
    }
  g_assert_cmpint (g_remove (path), ==, 0);
}

void
cli_tear_down (Cli *self, gconstpointer data)
{
  remove_tree (self->folder);
  g_object_unref (self->parser);
  g_free (self->folder);
  g_free (self->file);
  g_free (self->locale);
  g_free (self->out);
  g_free (self->err);
}

void
cli_run_words (Cli *self, const char *const *words)
{
  g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (
      G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_PIPE);
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GPtrArray) command = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (command, program);
  for (guint i = 0; words[i] != NULL; i++)
    g_ptr_array_add (command, (char *) words[i]);
  g_ptr_array_add (command, NULL);
  g_clear_pointer (&self->out, g_free);
  g_clear_pointer (&self->err, g_free);
  g_subprocess_launcher_set_cwd (launcher, self->folder);
  g_subprocess_launcher_setenv (launcher, "HOME", self->folder, TRUE);
  g_subprocess_launcher_setenv (launcher, "XDG_DATA_HOME", self->folder, TRUE);
  g_subprocess_launcher_setenv (launcher, "XDG_RUNTIME_DIR", self->folder, TRUE);
  if (self->locale != NULL)
    g_subprocess_launcher_setenv (launcher, "LC_ALL", self->locale, TRUE);
  process = g_subprocess_launcher_spawnv (launcher, (const char *const *) command->pdata, &error);
  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (process, NULL, NULL, &self->out, &self->err, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_if_exited (process));
  self->status = g_subprocess_get_exit_status (process);
}

static void
run_list (Cli *self, gboolean with_file, gboolean json, va_list arguments)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new ();
  char *word;

  if (with_file)
    {
      g_ptr_array_add (words, (char *) "--data");
      g_ptr_array_add (words, self->file);
    }
  if (json)
    g_ptr_array_add (words, (char *) "--json");
  while ((word = va_arg (arguments, char *)) != NULL)
    g_ptr_array_add (words, word);
  g_ptr_array_add (words, NULL);
  cli_run_words (self, (const char *const *) words->pdata);
}

static void
assert_done (Cli *self)
{
  g_assert_cmpstr (self->err, ==, "");
  g_assert_cmpint (self->status, ==, 0);
}

void
cli_run_bare (Cli *self, ...)
{
  va_list arguments;

  va_start (arguments, self);
  run_list (self, FALSE, FALSE, arguments);
  va_end (arguments);
}

void
cli_run (Cli *self, ...)
{
  va_list arguments;

  va_start (arguments, self);
  run_list (self, TRUE, FALSE, arguments);
  va_end (arguments);
}

void
cli_do (Cli *self, ...)
{
  va_list arguments;

  va_start (arguments, self);
  run_list (self, TRUE, FALSE, arguments);
  va_end (arguments);
  assert_done (self);
}

JsonNode *
cli_ask (Cli *self, ...)
{
  g_autoptr (GError) error = NULL;
  va_list arguments;

  va_start (arguments, self);
  run_list (self, TRUE, TRUE, arguments);
  va_end (arguments);
  assert_done (self);
  g_assert_true (g_utf8_validate (self->out, -1, NULL));
  json_parser_load_from_data (self->parser, self->out, -1, &error);
  g_assert_no_error (error);
  return json_parser_get_root (self->parser);
}

void
cli_assert_refused (Cli *self, int status, const char *pattern)
{
  g_assert_cmpstr (self->out, ==, "");
  g_assert_true (g_str_has_prefix (self->err, "aanjager-cli: "));
  g_assert_cmpuint (cli_count_lines (self->err), ==, 1);
  if (!g_pattern_match_simple (pattern, g_strchomp (self->err)))
    g_assert_cmpstr (self->err, ==, pattern);
  g_assert_cmpint (self->status, ==, status);
}

char *
cli_get_added_id (Cli *self)
{
  char *id = g_strdup (self->out);

  g_assert_cmpuint (cli_count_lines (id), ==, 1);
  return g_strchomp (id);
}

char *
cli_get_path (Cli *self, const char *name)
{
  return g_build_filename (self->folder, name, NULL);
}

guint
cli_count_lines (const char *text)
{
  guint n = 0;

  for (const char *c = strchr (text, '\n'); c != NULL; c = strchr (c + 1, '\n'))
    n++;
  return n;
}
