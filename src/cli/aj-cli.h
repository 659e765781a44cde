/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>
#include <json-glib/json-glib.h>

#include "aj-edit.h"
#include "aj-store.h"

G_BEGIN_DECLS

#define AJ_CLI_ERROR (aj_cli_error_quark ())
GQuark aj_cli_error_quark (void);

typedef enum
{
  AJ_CLI_ERROR_USAGE,  /* the words are wrong: exit status 2 */
  AJ_CLI_ERROR_REFUSED /* what was asked cannot be: exit status 1 */
} AjCliErrorCode;

/* What every command is handed. */
typedef struct
{
  char *data;          /* (owned) (nullable): --data */
  gboolean json;       /* --json */
  gboolean help;       /* --help */
  AjClock *clock;      /* (owned): the system's, or --now */
  GSettings *settings; /* (owned) (nullable) */
  AjStore *store;      /* (owned) (nullable): once a command has asked for it */
  char *what;          /* (owned): the command in words, for the error line */
  char *where;         /* (owned) (nullable): what it is busy with, for the error line */
} AjCli;

/* A row of the table of commands. */
typedef struct
{
  const char *name;            /* "list", "cycle plan" */
  const char *arguments;       /* "TYPE ID"; shown, translated with gettext; may be empty */
  const char *summary;         /* shown, translated with gettext */
  const char *example;         /* what stands after "aanjager-cli " */
  const GOptionEntry *options; /* (nullable): end with a NULL name */
  int min_arguments;
  int max_arguments; /* -1: any number */
  /* @arguments ends with NULL. TRUE: done. */
  gboolean (*run) (AjCli *cli, char **arguments, GError **error);
} AjCliCommand;

/* Every command there is; ends with a NULL name. */
const AjCliCommand *aj_cli_commands (void);
/* The command the words begin with, one word or two; @n_words receives how many. NULL when there is none. */
const AjCliCommand *aj_cli_find_command (char **words, int *n_words);

/* Runs the program: returns its exit status. */
int aj_cli_main (int argc, char **argv);

/* (transfer none): opens the data file at the first call. */
AjStore *aj_cli_open_store (AjCli *self, GError **error);
/* Notes what the command is busy with; an error that follows names it. NULL: nothing in particular. */
void aj_cli_set_where (AjCli *self, const char *where);
/* FALSE, with AJ_CLI_ERROR_USAGE. */
gboolean aj_cli_fail_usage (GError **error, const char *format, ...) G_GNUC_PRINTF (2, 3);

G_END_DECLS
