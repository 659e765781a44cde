/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "aj-db.h"

G_BEGIN_DECLS

/* A folder of its own for every test, and a look at files by SQLite itself, past the driver. */
typedef struct
{
  char *folder;
  char *path; /* of a file in it that is not there yet; its name has what trips up paths and URIs */
} Fixture;

void fixture_set_up (Fixture *self, gconstpointer data);
void fixture_tear_down (Fixture *self, gconstpointer data);
/* Adds a test that has a Fixture. */
#define fixture_add(path, function)                                                                \
  g_test_add (path, Fixture, NULL, fixture_set_up, function, fixture_tear_down)

/* (transfer full): a file in the folder, and one beside the fixture's own. */
char *fixture_get_path (Fixture *self, const char *name);
char *fixture_get_beside (Fixture *self, const char *ending);

/* Opens; must succeed. */
AjDb *db_open (const char *path, AjDbOpenFlags flags);
/* Opening must fail with @code, in a sentence that tells the name of the file and leaves no word of SQL. */
void db_open_fails (const char *path, AjDbOpenFlags flags, int code);
/* Runs SQL in a transaction. */
gboolean db_try (AjDb *db, const char *sql, GError **error);
void db_run (AjDb *db, const char *sql);
/* The first column of the first row, as the driver reads it. */
gint64 db_get_integer (AjDb *db, const char *sql);
void db_add_district (AjDb *db, const char *id);
gint64 db_count_districts (AjDb *db);

/* The same past the driver: all rows, columns joined with "|", rows with a line end. */
char *raw_query (const char *path, const char *sql);
gint64 raw_get_integer (const char *path, const char *sql);
void raw_exec (const char *path, const char *sql);
/* A file of this program and schema @schema that holds nothing else. */
void raw_assert_whole (const char *path);

/* Everything in the file, to see that nothing touched it. */
GBytes *read_bytes (const char *path);
guint get_mode (const char *path);

/* This same program with other arguments, its standard output read; the work of another process. */
GSubprocess *spawn_self (const char *const *arguments);
/* A line that it printed, without its end; NULL at the end. */
char *read_line (GSubprocess *process);
void wait_for (GSubprocess *process);
/* Called first in main(): TRUE when this is such another process, whose work is @mode. */
gboolean is_other_process (int argc, char **argv, const char *mode);

/* Whether this machine lets a process mount file systems that only it sees. */
gboolean can_mount (void);
/* Runs the program's own @mode in such a process. */
void run_mounted (const char *mode, const char *folder);

G_END_DECLS
