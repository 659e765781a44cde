/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-schema.h"

#include <string.h>

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "aj-db-private.h"
#include "aj-store-resources.h"

/* How often the file is copied anew because another window wrote meanwhile. */
#define MAX_TRIES 5
#define STEP_PATH "/nl/veiligheidsnetwerkon/Aanjager/store/schema/%04u.sql"

static GBytes *
load_step (guint number)
{
  g_autofree char *path = g_strdup_printf (STEP_PATH, number);

  /* Asked of our own resource: in a static library nothing else would pull it into the program. */
  return g_resource_lookup_data (aj_store_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE,
                                 NULL);
}

guint
aj_schema_get_head (void)
{
  static gsize head = 0;

  if (g_once_init_enter (&head))
    {
      gsize n = 0;

      for (;;)
        {
          g_autoptr (GBytes) step = load_step ((guint) n + 1);

          if (step == NULL)
            break;
          n++;
        }
      g_once_init_leave (&head, n);
    }
  return (guint) head;
}

GStrv
aj_schema_load_steps (void)
{
  g_autoptr (GStrvBuilder) steps = g_strv_builder_new ();

  for (guint i = 1; i <= aj_schema_get_head (); i++)
    {
      g_autoptr (GBytes) step = load_step (i);
      gsize size;
      const char *data = g_bytes_get_data (step, &size);
      g_autofree char *sql = g_strndup (data, size);

      g_strv_builder_add (steps, sql);
    }
  return g_strv_builder_end (steps);
}

/* "network.aanjager" to "network.before-schema-2.aanjager", or the first such name with a counter that is free. */
static char *
make_copy_path (AjDb *db, guint number)
{
  const char *base = strrchr (db->file, G_DIR_SEPARATOR) + 1;
  const char *dot = strrchr (base, '.');
  g_autofree char *stem = NULL;

  if (dot == NULL || dot == base)
    dot = base + strlen (base);
  stem = g_strndup (db->file, (gsize) (dot - db->file));
  for (guint i = 1;; i++)
    {
      g_autofree char *counter = i == 1 ? g_strdup ("") : g_strdup_printf ("-%u", i);
      g_autofree char *path = g_strdup_printf ("%s.before-schema-%u%s%s", stem, number, counter,
                                               dot);

      if (!g_file_test (path, G_FILE_TEST_EXISTS))
        return g_steal_pointer (&path);
    }
}

static gboolean
check_references (AjDb *db, GError **error)
{
  g_autofree char *name = aj_db_display_name (db->path);
  g_autofree char *table = NULL;

  if (!aj_db_query_text (db, "PRAGMA foreign_key_check", "check the references", &table, error))
    return FALSE;
  if (table == NULL)
    return TRUE;
  g_set_error (
      error, AJ_STORE_ERROR, AJ_STORE_ERROR_DAMAGED,
      /* Translators: the name of a file, and that of a table. */
      _ ("“%s” could not be brought up to date: a record in “%s” refers to one that is not "
         "there. Nothing was changed. Open your latest backup copy."),
      name, table);
  return FALSE;
}

/* Others may have been quicker while this connection waited for its turn. */
static gboolean
find_out_whether_done (AjDb *db, guint number, gboolean *done, GError **error)
{
  gint64 schema;

  if (!aj_db_query_integer (db, "PRAGMA user_version", "read the schema", &schema, error))
    return FALSE;
  *done = schema >= (gint64) number;
  return TRUE;
}

/* Bringing a file from one number to the next. */
typedef struct
{
  const char *sql;
  guint number;
  gint64
      copied_version; /* the state of the file that was copied, as aj_db_get_data_version() tells it; -1: no copy */
  gboolean copy_is_old; /* set when another has written since */
} Step;

static gboolean
check_copy (AjDb *db, Step *step, GError **error)
{
  gint64 version = -1;

  if (step->copied_version < 0)
    return TRUE;
  if (!aj_db_get_data_version (db, &version, error))
    return FALSE;
  if (version == step->copied_version)
    return TRUE;
  step->copy_is_old = TRUE;
  return aj_db_fail (db, SQLITE_BUSY, "copy the file", error);
}

/* Inside the transaction. */
static gboolean
run_step_body (AjDb *db, gpointer user_data, GError **error)
{
  Step *step = user_data;
  g_autofree char *numbers = g_strdup_printf (
      "PRAGMA application_id = %d; PRAGMA user_version = %u", AJ_DB_APPLICATION_ID, step->number);
  gboolean done;

  if (!check_copy (db, step, error) || !find_out_whether_done (db, step->number, &done, error))
    return FALSE;
  if (done)
    return TRUE;
  return aj_db_exec_raw (db, step->sql, "bring the file up to date", error) &&
         check_references (db, error) && aj_db_exec_raw (db, numbers, "number the schema", error);
}

/* Inside a transaction SQLite does not hear of it, hence around it. */
static gboolean
set_foreign_keys (AjDb *db, gboolean on, GError **error)
{
  gint64 answer;

  if (!aj_db_exec_raw (db, on ? "PRAGMA foreign_keys = ON" : "PRAGMA foreign_keys = OFF",
                       "set the foreign keys", error) ||
      !aj_db_query_integer (db, "PRAGMA foreign_keys", "set the foreign keys", &answer, error))
    return FALSE;
  return (answer != 0) == on || aj_db_fail (db, SQLITE_ERROR, "set the foreign keys", error);
}

static gboolean
run_step (AjDb *db, Step *step, GError **error)
{
  gboolean done;

  if (!set_foreign_keys (db, FALSE, error))
    return FALSE;
  done = aj_db_write (db, run_step_body, step, error);
  /* An error of its own would hide the first; without keys the connection is given up anyway. */
  return set_foreign_keys (db, TRUE, done ? error : NULL) && done;
}

/* @copied_version as in Step; @copy_is_old likewise. */
static gboolean
run_steps (AjDb *db,
           const char *const *steps,
           gint64 copied_version,
           gboolean *copy_is_old,
           GError **error)
{
  guint from = db->schema;
  guint head = g_strv_length ((GStrv) steps);

  /* Another connection may be at the same work, and further. */
  db->schema = head;
  for (guint i = from; i < head; i++)
    {
      Step step = { steps[i], i + 1, i == from ? copied_version : -1, FALSE };

      if (!run_step (db, &step, error))
        {
          *copy_is_old = step.copy_is_old;
          db->schema = i;
          return FALSE;
        }
    }
  return TRUE;
}

/* SQLite copies nothing while the connection writes, so the copy comes first and is looked at again once nobody else can
 * write any more. */
static gboolean
copy_and_run_steps (AjDb *db, const char *const *steps, gboolean *copy_is_old, GError **error)
{
  g_autofree char *copy = make_copy_path (db, db->schema + 1);
  gint64 version;

  if (!aj_db_get_data_version (db, &version, error) ||
      !aj_db_backup (db, copy, TRUE, NULL, NULL, NULL, error))
    return FALSE;
  if (run_steps (db, steps, version, copy_is_old, error))
    return TRUE;
  if (*copy_is_old)
    g_unlink (copy);
  return FALSE;
}

gboolean
aj_schema_upgrade (AjDb *db, const char *const *steps, gboolean fresh, GError **error)
{
  guint head = g_strv_length ((GStrv) steps);
  gboolean copy_is_old = FALSE;

  if (fresh)
    return run_steps (db, steps, -1, &copy_is_old, error);
  for (guint n_tries = 1;; n_tries++)
    {
      g_autoptr (GError) local_error = NULL;

      if (!aj_db_check_identity (db, head, error))
        return FALSE;
      if (db->schema >= head || copy_and_run_steps (db, steps, &copy_is_old, &local_error))
        return TRUE;
      if (!copy_is_old || n_tries == MAX_TRIES)
        {
          g_propagate_error (error, g_steal_pointer (&local_error));
          return FALSE;
        }
    }
}
