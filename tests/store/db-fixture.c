/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "db-fixture.h"

#include <string.h>
#include <sys/stat.h>

#include <glib/gstdio.h>
#include <sqlite3.h>

#define FILE_NAME "Café 100%41 #1? & co.aanjager"

void
fixture_set_up (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  self->folder = g_dir_make_tmp ("aanjager-test-XXXXXX", &error);
  g_assert_no_error (error);
  self->path = fixture_get_path (self, FILE_NAME);
}

static void
remove_tree (const char *path)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      remove_tree (child);
    }
  g_remove (path);
}

void
fixture_tear_down (Fixture *self, gconstpointer data)
{
  remove_tree (self->folder);
  g_free (self->folder);
  g_free (self->path);
}

char *
fixture_get_path (Fixture *self, const char *name)
{
  return g_build_filename (self->folder, name, NULL);
}

char *
fixture_get_beside (Fixture *self, const char *ending)
{
  return g_strconcat (self->path, ending, NULL);
}

AjDb *
db_open (const char *path, AjDbOpenFlags flags)
{
  g_autoptr (GError) error = NULL;
  AjDb *db = aj_db_open (path, flags, "Anna Test", &error);

  g_assert_no_error (error);
  g_assert_nonnull (db);
  return db;
}

void
db_open_fails (const char *path, AjDbOpenFlags flags, int code)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_filename_display_basename (path);
  AjDb *db = aj_db_open (path, flags, "Anna Test", &error);

  g_assert_null (db);
  g_assert_error (error, AJ_STORE_ERROR, code);
  g_assert_nonnull (strstr (error->message, name));
  g_assert_null (strstr (error->message, "PRAGMA"));
  g_assert_true (g_str_has_suffix (error->message, "."));
}

static gboolean
run_body (AjDb *db, gpointer user_data, GError **error)
{
  return aj_db_exec (db, user_data, "test", error);
}

gboolean
db_try (AjDb *db, const char *sql, GError **error)
{
  return aj_db_write (db, run_body, (gpointer) sql, error);
}

void
db_run (AjDb *db, const char *sql)
{
  g_autoptr (GError) error = NULL;

  db_try (db, sql, &error);
  g_assert_no_error (error);
}

gint64
db_get_integer (AjDb *db, const char *sql)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AjStatement) statement = aj_db_prepare (db, sql, "test", &error);
  gboolean row;

  g_assert_no_error (error);
  row = aj_statement_step (statement, &error);
  g_assert_no_error (error);
  g_assert_true (row);
  return aj_statement_get_integer (statement, 0);
}

void
db_add_district (AjDb *db, const char *id)
{
  g_autofree char *sql = g_strdup_printf (
      "INSERT INTO district (id, revision, name) VALUES ('%s', 1, 'District %s')", id, id);

  db_run (db, sql);
}

gint64
db_count_districts (AjDb *db)
{
  return db_get_integer (db, "SELECT count (*) FROM district");
}

static sqlite3 *
raw_open (const char *path)
{
  sqlite3 *handle = NULL;

  g_assert_cmpint (sqlite3_open_v2 (path, &handle, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE,
                                    NULL),
                   ==, SQLITE_OK);
  sqlite3_busy_timeout (handle, 10000);
  return handle;
}

char *
raw_query (const char *path, const char *sql)
{
  sqlite3 *handle = raw_open (path);
  sqlite3_stmt *stmt = NULL;
  g_autoptr (GString) rows = g_string_new (NULL);
  int rc;

  g_assert_cmpint (sqlite3_prepare_v2 (handle, sql, -1, &stmt, NULL), ==, SQLITE_OK);
  while ((rc = sqlite3_step (stmt)) == SQLITE_ROW)
    {
      if (rows->len > 0)
        g_string_append_c (rows, '\n');
      for (int i = 0; i < sqlite3_column_count (stmt); i++)
        {
          const char *text = (const char *) sqlite3_column_text (stmt, i);

          g_string_append_printf (rows, "%s%s", i == 0 ? "" : "|", text == NULL ? "" : text);
        }
    }
  g_assert_cmpint (rc, ==, SQLITE_DONE);
  sqlite3_finalize (stmt);
  g_assert_cmpint (sqlite3_close (handle), ==, SQLITE_OK);
  return g_string_free (g_steal_pointer (&rows), FALSE);
}

gint64
raw_get_integer (const char *path, const char *sql)
{
  g_autofree char *text = raw_query (path, sql);

  return g_ascii_strtoll (text, NULL, 10);
}

void
raw_exec (const char *path, const char *sql)
{
  sqlite3 *handle = raw_open (path);
  int rc = sqlite3_exec (handle, sql, NULL, NULL, NULL);

  if (rc != SQLITE_OK)
    g_test_message ("%s: %s", sql, sqlite3_errmsg (handle));
  g_assert_cmpint (rc, ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_close (handle), ==, SQLITE_OK);
}

void
raw_assert_whole (const char *path)
{
  g_autofree char *integrity = raw_query (path, "PRAGMA integrity_check");
  g_autofree char *references = raw_query (path, "PRAGMA foreign_key_check");

  g_assert_cmpstr (integrity, ==, "ok");
  g_assert_cmpstr (references, ==, "");
  g_assert_cmpint (raw_get_integer (path, "PRAGMA application_id"), ==, 0x414A4752);
}

GBytes *
read_bytes (const char *path)
{
  g_autoptr (GError) error = NULL;
  char *data;
  gsize size;

  g_file_get_contents (path, &data, &size, &error);
  g_assert_no_error (error);
  return g_bytes_new_take (data, size);
}

guint
get_mode (const char *path)
{
  GStatBuf info;

  g_assert_cmpint (g_stat (path, &info), ==, 0);
  return info.st_mode & 07777;
}

static GSubprocess *
spawn (const char *const *words)
{
  g_autoptr (GError) error = NULL;
  GSubprocess *process = g_subprocess_newv (
      words, G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDIN_PIPE, &error);

  g_assert_no_error (error);
  return process;
}

GSubprocess *
spawn_self (const char *const *arguments)
{
  g_autofree char *self = g_file_read_link ("/proc/self/exe", NULL);
  g_autoptr (GPtrArray) words = g_ptr_array_new ();

  g_ptr_array_add (words, self);
  for (; *arguments != NULL; arguments++)
    g_ptr_array_add (words, (gpointer) *arguments);
  g_ptr_array_add (words, NULL);
  return spawn ((const char *const *) words->pdata);
}

/* A byte at a time: the pipe holds lines of several moments, and nothing may be taken that is not asked for. */
char *
read_line (GSubprocess *process)
{
  GInputStream *stream = g_subprocess_get_stdout_pipe (process);
  g_autoptr (GString) line = g_string_new (NULL);
  char c;

  while (g_input_stream_read (stream, &c, 1, NULL, NULL) == 1)
    {
      if (c == '\n')
        return g_string_free (g_steal_pointer (&line), FALSE);
      g_string_append_c (line, c);
    }
  return NULL;
}

void
wait_for (GSubprocess *process)
{
  g_autoptr (GError) error = NULL;

  g_output_stream_close (g_subprocess_get_stdin_pipe (process), NULL, NULL);
  g_subprocess_wait_check (process, NULL, &error);
  g_assert_no_error (error);
}

gboolean
is_other_process (int argc, char **argv, const char *mode)
{
  return argc > 1 && strcmp (argv[1], mode) == 0;
}

gboolean
can_mount (void)
{
  const char *const words[] = { "unshare", "--user", "--map-root-user", "--mount",
                                "mount",   "-t",     "tmpfs",           "none",
                                "/tmp",    NULL };
  g_autoptr (GSubprocess) process = g_subprocess_newv (
      words, G_SUBPROCESS_FLAGS_STDERR_SILENCE | G_SUBPROCESS_FLAGS_STDOUT_SILENCE, NULL);

  return process != NULL && g_subprocess_wait_check (process, NULL, NULL);
}

void
run_mounted (const char *mode, const char *folder)
{
  g_autofree char *self = g_file_read_link ("/proc/self/exe", NULL);
  const char *const words[] = { "unshare", "--user", "--map-root-user", "--mount", self, mode,
                                folder,    NULL };
  g_autoptr (GSubprocess) process = spawn (words);

  wait_for (process);
}
