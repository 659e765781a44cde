/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>
#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* A folder of its own as home and working folder of the program, and the answer to the last command. */
typedef struct
{
  char *folder;
  char *file; /* the data file that every command is given; made by the test */
  char *locale;
  int status;
  char *out;
  char *err;
  JsonParser *parser;
} Cli;

/* Takes the path of the program from the arguments; then as g_test_init(). */
void cli_test_init (int *argc, char ***argv);
const char *cli_get_program (void);

/* The folder is empty. */
void cli_set_up (Cli *self, gconstpointer data);
/* The file holds the example network. */
void cli_set_up_example (Cli *self, gconstpointer data);
/* The file holds two groups with a member of both, and the cycle of the first of them, with nothing planned yet. */
void cli_set_up_team (Cli *self, gconstpointer data);
/* The file holds nothing. */
void cli_set_up_empty (Cli *self, gconstpointer data);
void cli_tear_down (Cli *self, gconstpointer data);

/* Runs the program with these words and keeps what it answered. The last is NULL. */
void cli_run_words (Cli *self, const char *const *words);
void cli_run_bare (Cli *self, ...) G_GNUC_NULL_TERMINATED;
/* With --data FILE before the words. */
void cli_run (Cli *self, ...) G_GNUC_NULL_TERMINATED;
/* The same, and it must be done: status 0, and nothing said on standard error. */
void cli_do (Cli *self, ...) G_GNUC_NULL_TERMINATED;
/* With --json as well: the answer is one JSON value. (transfer none), until the next. */
JsonNode *cli_ask (Cli *self, ...) G_GNUC_NULL_TERMINATED;
/* It was refused with this status, with one line on standard error that matches, and nothing on standard output. */
void cli_assert_refused (Cli *self, int status, const char *pattern);
/* The id in an answer of `add`. (transfer full) */
char *cli_get_added_id (Cli *self);
/* (transfer full): a path in the folder. */
char *cli_get_path (Cli *self, const char *name);
guint cli_count_lines (const char *text);

G_END_DECLS
