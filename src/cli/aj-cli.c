/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-cli.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

#include "aj-cli-output.h"
#include "aj-data-path.h"
#include "aj-error.h"
#include "aj-text.h"

/* Not G_DEFINE_QUARK: clang-format would set spaces in the name. */
GQuark
aj_cli_error_quark (void)
{
  return g_quark_from_static_string ("aj-cli-error-quark");
}

/* What stands before or after the command alike. */
typedef struct
{
  char *data;
  char *now;
  gboolean json;
  gboolean help;
  gboolean version;
} Globals;

static void
globals_clear (Globals *self)
{
  g_free (self->data);
  g_free (self->now);
}

static void
cli_clear (AjCli *self)
{
  /* Closing folds the log into the file; a process that ends would leave that to the next. */
  if (self->store != NULL)
    aj_store_close (self->store);
  g_clear_object (&self->store);
  g_clear_object (&self->clock);
  g_clear_object (&self->settings);
  g_free (self->data);
  g_free (self->what);
  g_free (self->where);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (AjCli, cli_clear)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Globals, globals_clear)

gboolean
aj_cli_fail_usage (GError **error, const char *format, ...)
{
  g_autofree char *text = NULL;
  va_list arguments;

  va_start (arguments, format);
  text = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_set_error_literal (error, AJ_CLI_ERROR, AJ_CLI_ERROR_USAGE, text);
  return FALSE;
}

void
aj_cli_set_where (AjCli *self, const char *where)
{
  aj_set_string (&self->where, where);
}

AjStore *
aj_cli_open_store (AjCli *self, GError **error)
{
  g_autofree char *path = NULL;
  g_autofree char *shown = NULL;
  g_autofree char *author = NULL;
  g_auto (GStrv) earlier = NULL;

  if (self->store != NULL)
    return self->store;
  earlier = aj_get_earlier_authors (self->settings);
  path = self->data != NULL ? g_strdup (self->data) : aj_get_last_data_path (self->settings);
  shown = g_filename_display_name (path);
  aj_cli_set_where (self, shown);
  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_set_error (error, AJ_STORE_ERROR, AJ_STORE_ERROR_NOT_FOUND,
                   _ ("There is no data file at %s. Make one with: aanjager-cli new FILE"), shown);
      return NULL;
    }
  author = aj_get_author (self->settings);
  self->store = aj_store_open (path, AJ_STORE_OPEN_OR_READ, author, self->clock, error);
  if (self->store != NULL)
    aj_store_set_earlier_authors (self->store, (const char *const *) earlier);
  return self->store;
}

/* FILENAME takes the bytes as they are; STRING would refuse é where the locale is C. */
static GOptionEntry *
make_global_entries (Globals *globals)
{
  const GOptionEntry entries[] = {
    { "data", 0, 0, G_OPTION_ARG_FILENAME, &globals->data,
      N_ ("The data file (default: the one the application opens)"), N_ ("FILE") },
    { "json", 0, 0, G_OPTION_ARG_NONE, &globals->json, N_ ("Print JSON, for scripts"), NULL },
    { "now", 0, 0, G_OPTION_ARG_FILENAME, &globals->now, N_ ("Set the clock, for scripts"),
      N_ ("YYYY-MM-DD[THH:MM]") },
    { "help", 'h', 0, G_OPTION_ARG_NONE, &globals->help, N_ ("Show this text"), NULL },
    { "version", 0, 0, G_OPTION_ARG_NONE, &globals->version, N_ ("Show the version"), NULL },
    { NULL },
  };

  return g_memdup2 (entries, sizeof entries);
}

static GOptionContext *
make_context (const char *parameters, Globals *globals)
{
  GOptionContext *context = g_option_context_new (parameters);
  g_autofree GOptionEntry *entries = make_global_entries (globals);

  g_option_context_set_help_enabled (context, FALSE);
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  return context;
}

static const char *
get_arguments (const AjCliCommand *command)
{
  /* Gettext answers an empty text with the head of the catalogue. */
  return *command->arguments != '\0' ? _ (command->arguments) : "";
}

static void
print_command_help (const AjCliCommand *command)
{
  g_auto (Globals) globals = { 0 };
  g_autofree char *parameters = g_strdup_printf ("%s %s", command->name, get_arguments (command));
  g_autoptr (GOptionContext) context = make_context (parameters, &globals);
  g_autofree char *example = g_strdup_printf ("%s\n  aanjager-cli %s", _ ("Example:"),
                                              command->example);
  g_autofree char *text = NULL;

  g_option_context_set_summary (context, _ (command->summary));
  g_option_context_set_description (context, example);
  if (command->options != NULL)
    g_option_context_add_main_entries (context, command->options, GETTEXT_PACKAGE);
  text = g_option_context_get_help (context, TRUE, NULL);
  g_print ("%s", text);
}

static char *
list_commands (void)
{
  GString *list = g_string_new (_ ("Commands:"));
  int width = 0;

  for (const AjCliCommand *c = aj_cli_commands (); c->name != NULL; c++)
    width = MAX (width, (int) strlen (c->name));
  for (const AjCliCommand *c = aj_cli_commands (); c->name != NULL; c++)
    g_string_append_printf (list, "\n  %-*s  %s", width, c->name, _ (c->summary));
  g_string_append_printf (list, "\n\n%s\n\n%s\n\n%s\n  %s",
                          _ ("A record is named by its id or its name. MEETING may also be a day "
                             "(2027-02-11) or “next”,\nwith the name of the group before it where "
                             "several meet: “Expertteam Cyber 2027-02-11”.\n"
                             "A cycle is named by its group."),
                          _ ("“aanjager-cli COMMAND --help” tells more of one command.\n"
                             "Exit status: 0 done, 1 refused or failed and nothing changed, "
                             "2 wrong usage."),
                          _ ("Example:"),
                          "aanjager-cli new network.aanjager --example oost-nederland-2026");
  return g_string_free (list, FALSE);
}

static void
print_help (void)
{
  g_auto (Globals) globals = { 0 };
  g_autoptr (GOptionContext) context = make_context (_ ("COMMAND …"), &globals);
  g_autofree char *commands = list_commands ();
  g_autofree char *text = NULL;

  g_option_context_set_summary (context,
                                _ ("Plans the meetings of a safety network, without a display."));
  g_option_context_set_description (context, commands);
  text = g_option_context_get_help (context, TRUE, NULL);
  g_print ("%s", text);
}

/* Everything that was said of the clock, the settings and the file. */
static gboolean
take_globals (AjCli *cli, Globals *globals, GError **error)
{
  g_autofree char *zone = NULL;

  cli->settings = aj_open_settings ();
  if (cli->settings != NULL)
    zone = g_settings_get_string (cli->settings, "default-zone");
  cli->data = g_steal_pointer (&globals->data);
  cli->json = globals->json;
  if (globals->now == NULL)
    {
      cli->clock = aj_clock_new (zone);
      return TRUE;
    }
  cli->clock = aj_clock_new_from_string (globals->now, zone);
  if (cli->clock != NULL)
    return TRUE;
  aj_cli_set_where (cli, globals->now);
  return aj_cli_fail_usage (error, _ ("The clock is not set to a time. Write it like --now "
                                      "2026-03-12T10:00."));
}

static int
count_words (char **words)
{
  return (int) g_strv_length (words);
}

/* Options may stand anywhere behind the command; what is left are its arguments. */
static gboolean
parse_options (const AjCliCommand *command, Globals *globals, char ***words, GError **error)
{
  g_autoptr (GOptionContext) context = NULL;
  g_autofree char *data = g_steal_pointer (&globals->data);
  g_autofree char *now = g_steal_pointer (&globals->now);
  gboolean parsed;

  context = make_context (NULL, globals);
  if (command->options != NULL)
    g_option_context_add_main_entries (context, command->options, GETTEXT_PACKAGE);
  parsed = g_option_context_parse_strv (context, words, error);
  /* What stands behind the command counts more than what stands before it. */
  if (globals->data == NULL)
    globals->data = g_steal_pointer (&data);
  if (globals->now == NULL)
    globals->now = g_steal_pointer (&now);
  return parsed;
}

static gboolean
check_arguments (const AjCliCommand *command, int n_arguments, GError **error)
{
  if (n_arguments < command->min_arguments)
    /* Translators: how a command is written, in capitals and signs. */
    return aj_cli_fail_usage (error, _ ("Something is missing. Write it like: aanjager-cli %s %s"),
                              command->name, get_arguments (command));
  if (command->max_arguments >= 0 && n_arguments > command->max_arguments)
    return aj_cli_fail_usage (error, _ ("There is too much. Write it like: aanjager-cli %s %s"),
                              command->name, get_arguments (command));
  return TRUE;
}

/* "- -" ends the options; GLib leaves it among the arguments. */
static void
drop_separator (char **words)
{
  for (guint i = 1; words[i] != NULL; i++)
    if (strcmp (words[i], "--") == 0)
      {
        g_free (words[i]);
        memmove (&words[i], &words[i + 1],
                 g_strv_length (&words[i + 1]) * sizeof (char *) + sizeof (char *));
        return;
      }
}

static gboolean
run_command (
    AjCli *cli, const AjCliCommand *command, Globals *globals, char ***words, GError **error)
{
  if (!parse_options (command, globals, words, error))
    return FALSE;
  if (globals->help)
    {
      print_command_help (command);
      return TRUE;
    }
  drop_separator (*words);
  return check_arguments (command, count_words (*words + 1), error) &&
         take_globals (cli, globals, error) && command->run (cli, *words + 1, error);
}

/* The words from the command on, the name of the program before them. */
static char **
take_command_words (char **words, int n_command)
{
  GPtrArray *left = g_ptr_array_new ();

  g_ptr_array_add (left, g_strdup (words[0]));
  for (int i = 1 + n_command; words[i] != NULL; i++)
    g_ptr_array_add (left, g_strdup (words[i]));
  g_ptr_array_add (left, NULL);
  return (char **) g_ptr_array_free (left, FALSE);
}

static gboolean
run (AjCli *cli, int argc, char **argv, GError **error)
{
  g_auto (Globals) globals = { 0 };
  g_autoptr (GOptionContext) context = make_context (NULL, &globals);
  g_auto (GStrv) words = g_new0 (char *, argc + 1);
  g_auto (GStrv) rest = NULL;
  const AjCliCommand *command;
  int n_command = 0;

  for (int i = 0; i < argc; i++)
    words[i] = g_strdup (argv[i]);
  g_option_context_set_strict_posix (context, TRUE);
  if (!g_option_context_parse_strv (context, &words, error))
    return FALSE;
  if (globals.version)
    {
      g_print ("aanjager-cli %s\n", AJ_VERSION);
      return TRUE;
    }
  if (words[0] == NULL || words[1] == NULL)
    {
      if (!globals.help)
        return aj_cli_fail_usage (error, _ ("There is no command. See: aanjager-cli --help"));
      print_help ();
      return TRUE;
    }
  command = aj_cli_find_command (words + 1, &n_command);
  if (command == NULL)
    {
      aj_cli_set_where (cli, words[1]);
      return aj_cli_fail_usage (error, _ ("There is no such command. See: aanjager-cli --help"));
    }
  aj_set_string (&cli->what, command->name);
  rest = take_command_words (words, n_command);
  return run_command (cli, command, &globals, &rest, error);
}

static int
get_status (const GError *error)
{
  gboolean usage = g_error_matches (error, AJ_CLI_ERROR, AJ_CLI_ERROR_USAGE) ||
                   g_error_matches (error, AJ_MODEL_ERROR, AJ_MODEL_ERROR_UNKNOWN_FIELD) ||
                   g_error_matches (error, AJ_MODEL_ERROR, AJ_MODEL_ERROR_UNKNOWN_TYPE) ||
                   error->domain == G_OPTION_ERROR;

  return usage ? 2 : 1;
}

static char *
explain (AjCli *cli, const GError *error)
{
  g_autofree char *file = NULL;

  if (error->domain == G_OPTION_ERROR)
    {
      g_autofree char *advised =
          /* Translators: GLib's sentence about a wrong option. */
          g_strdup_printf (_ ("%s. See --help."), error->message);
      return aj_cli_format_error (cli->what, advised, cli->where);
    }
  /* A word that is wrong is wrong in any file. */
  if (cli->where == NULL && cli->store != NULL && get_status (error) == 1)
    file = g_filename_display_name (aj_store_get_path (cli->store));
  return aj_cli_format_error (cli->what, error->message, file != NULL ? file : cli->where);
}

int
aj_cli_main (int argc, char **argv)
{
  g_auto (AjCli) cli = { 0 };
  g_autoptr (GError) error = NULL;
  g_autofree char *line = NULL;

  cli.what = g_strdup (_ ("command line"));
  if (!run (&cli, argc, argv, &error))
    {
      line = explain (&cli, error);
      g_printerr ("%s\n", line);
      return get_status (error);
    }
  if (fflush (stdout) != 0 || ferror (stdout))
    {
      line = aj_cli_format_error (cli.what,
                                  _ ("The answer could not be written to standard output. Make "
                                     "room where it goes and ask again."),
                                  g_strerror (errno));
      g_printerr ("%s\n", line);
      return 1;
    }
  return 0;
}
