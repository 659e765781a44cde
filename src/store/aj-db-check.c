/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-db-private.h"

#include <glib/gi18n-lib.h>

#include "aj-record-type.h"

/* More of them say nothing more. */
#define MAX_PROBLEMS 100

/* The name people know a table by. */
static const char *
get_table_label (const char *table)
{
  const AjRecordType *type = aj_record_type_lookup (table);

  return type == NULL ? table : aj_record_type_get_plural_label (type);
}

static gboolean
check_pages (AjDb *self, GPtrArray *problems, GError **error)
{
  g_autofree char *sql = g_strdup_printf ("PRAGMA integrity_check (%d)", MAX_PROBLEMS);
  g_autoptr (AjStatement) statement = aj_db_prepare (self, sql, "check the file", error);
  g_autoptr (GError) local_error = NULL;

  if (statement == NULL)
    return FALSE;
  while (aj_statement_step (statement, &local_error))
    {
      const char *words = aj_statement_get_text (statement, 0);

      if (g_strcmp0 (words, "ok") != 0)
        g_ptr_array_add (problems,
                         /* Translators: what SQLite says is wrong, in English. */
                         g_strdup_printf (_ ("The file is damaged: %s"), words));
    }
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

/* Columns of the pragma: table, rowid, table referred to, which of the references. */
static gboolean
check_references (AjDb *self, GPtrArray *problems, GError **error)
{
  g_autoptr (AjStatement) statement = aj_db_prepare (self, "PRAGMA foreign_key_check",
                                                     "check the references", error);
  g_autoptr (GError) local_error = NULL;
  guint n = 0;

  if (statement == NULL)
    return FALSE;
  while (n++ < MAX_PROBLEMS && aj_statement_step (statement, &local_error))
    g_ptr_array_add (
        problems,
        g_strdup_printf (
            /* Translators: two kinds of records in the plural, "Meetings" and "Groups". */
            _ ("%s: one refers to something in %s that is not there."),
            get_table_label (aj_statement_get_text (statement, 0)),
            get_table_label (aj_statement_get_text (statement, 2))));
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

static gboolean
check_body (AjDb *self, gpointer user_data, GError **error)
{
  GPtrArray *problems = user_data;

  return check_pages (self, problems, error) && check_references (self, problems, error);
}

GPtrArray *
aj_db_check_integrity (AjDb *self, GError **error)
{
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);

  return aj_db_read (self, check_body, problems, error) ? g_steal_pointer (&problems) : NULL;
}
