/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-backend.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "aj-history-private.h"
#include "aj-search-index.h"

/* More of one kind say nothing more. */
#define MAX_PROBLEMS 100

typedef struct
{
  AjBackend *backend;
  const AjRecordType *type;
  GPtrArray *problems;
  guint n_problems; /* of this type */
} AjCheck;

G_GNUC_PRINTF (3, 4)
static void
add_problem (AjCheck *self, const AjValues *values, const char *format, ...)
{
  const char *title = self->type->title_field != NULL
                          ? aj_values_get_text (values, self->type->title_field)
                          : NULL;
  g_autofree char *what = NULL;
  va_list arguments;

  if (self->n_problems++ >= MAX_PROBLEMS)
    return;
  va_start (arguments, format);
  what = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_ptr_array_add (
      self->problems,
      /* Translators: the kind of a record, its title or identity, and what is wrong with it. */
      g_strdup_printf (_ ("%s “%s”: %s"), aj_record_type_get_label (self->type),
                       title != NULL ? title : aj_values_get_id (values), what));
}

/* The newest line of history about the record; FALSE without an error when there is none. */
static gboolean
read_newest_line (
    AjCheck *self, const AjValues *values, gint64 *revision, char **after, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (AjStatement) statement =
      aj_db_prepare (self->backend->db,
                     "SELECT \"revision\", \"after\" FROM \"change\""
                     " WHERE \"record\" = ?1 AND \"type\" = ?2 ORDER BY \"revision\" DESC LIMIT 1",
                     "check the history", error);

  if (statement == NULL)
    return FALSE;
  aj_statement_bind_text (statement, 1, aj_values_get_id (values));
  aj_statement_bind_text (statement, 2, self->type->name);
  if (aj_statement_step (statement, &local_error))
    {
      *revision = aj_statement_get_integer (statement, 0);
      *after = g_strdup (aj_statement_get_text (statement, 1));
      return TRUE;
    }
  if (local_error != NULL)
    g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

/* The record must be what the newest line of its history says it became. */
static gboolean
check_history (AjCheck *self, const AjValues *values, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (AjValues) partial = NULL;
  g_autofree char *after = NULL;
  gint64 revision = 0;
  guint64 fields = 0;

  if (!read_newest_line (self, values, &revision, &after, &local_error) && local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  /* What was there from the beginning has none before it is changed first. */
  if (after == NULL && self->type->single_id != NULL && aj_values_get_revision (values) == 0)
    return TRUE;
  if (after == NULL || revision != aj_values_get_revision (values))
    {
      add_problem (self, values, "%s", _ ("it is not as its history says."));
      return TRUE;
    }
  partial = aj_history_from_json (self->type, aj_values_get_id (values), revision, after, &fields,
                                  &local_error);
  if (partial == NULL)
    add_problem (self, values, "%s", local_error->message);
  else if ((aj_values_diff (partial, values) & fields) != 0)
    add_problem (self, values, "%s", _ ("it is not as its history says."));
  return TRUE;
}

static gboolean
check_records (AjCheck *self, GError **error)
{
  g_autofree char *table = aj_db_quote_name (self->type->name);
  g_autofree char *sql = g_strdup_printf ("SELECT %s FROM %s ORDER BY \"id\"",
                                          aj_rows_get_columns (self->backend->rows, self->type),
                                          table);
  g_autoptr (GError) local_error = NULL;
  g_autoptr (AjStatement) statement = aj_db_prepare (self->backend->db, sql, "check the records",
                                                     error);

  if (statement == NULL)
    return FALSE;
  while (local_error == NULL && aj_statement_step (statement, &local_error))
    {
      g_autoptr (AjValues) values = aj_rows_read (statement, self->type);
      g_autoptr (GError) wrong = NULL;

      if (!aj_values_check (values, NULL, &wrong))
        add_problem (self, values, "%s", wrong->message);
      check_history (self, values, &local_error);
    }
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

/* What history added and never removed must be there. */
static gboolean
check_missing (AjCheck *self, GError **error)
{
  g_autofree char *table = aj_db_quote_name (self->type->name);
  g_autofree char *sql = g_strdup_printf (
      "SELECT c.\"record\", c.\"revision\" FROM \"change\" c WHERE c.\"type\" = ?1"
      " AND c.\"after\" IS NOT NULL"
      " AND NOT EXISTS (SELECT 1 FROM %s t WHERE t.\"id\" = c.\"record\")"
      " AND NOT EXISTS (SELECT 1 FROM \"change\" d WHERE d.\"record\" = c.\"record\""
      " AND d.\"type\" = c.\"type\" AND d.\"revision\" > c.\"revision\")",
      table);
  g_autoptr (GError) local_error = NULL;
  g_autoptr (AjStatement) statement = aj_db_prepare (self->backend->db, sql, "check the history",
                                                     error);

  if (statement == NULL)
    return FALSE;
  aj_statement_bind_text (statement, 1, self->type->name);
  while (aj_statement_step (statement, &local_error))
    {
      g_autoptr (AjValues) lost = aj_values_new_empty (self->type,
                                                       aj_statement_get_text (statement, 0), 0);

      add_problem (self, lost, "%s", _ ("it is gone, but its history does not say so."));
    }
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

static gboolean
check_body (AjDb *db, gpointer user_data, GError **error)
{
  gpointer *context = user_data;
  gboolean *index_sound = context[2];
  const AjRecordType *const *types = aj_record_types_all ();

  for (guint i = 0; types[i] != NULL; i++)
    {
      AjCheck check = { .backend = context[0], .type = types[i], .problems = context[1] };

      if (!check_records (&check, error) || !check_missing (&check, error))
        return FALSE;
    }
  return aj_search_index_check (db, index_sound, error);
}

static gboolean
rebuild_body (AjDb *db, gpointer user_data, GError **error)
{
  return aj_search_index_rebuild (db, error);
}

/* It follows from the rows, so it is put right at once where that may be. */
static void
repair_search_index (AjBackend *self, GPtrArray *problems)
{
  if (!aj_db_is_read_only (self->db) && aj_db_write (self->db, rebuild_body, NULL, NULL))
    g_ptr_array_add (problems, g_strdup (_ ("Search did not find everything as it is now. That has "
                                            "been put right; nothing else was changed.")));
  else
    g_ptr_array_add (problems, g_strdup (_ ("Search does not find everything as it is now. Check "
                                            "the file again when it can be written.")));
}

gboolean
aj_backend_check (AjBackend *self, gpointer problems, GError **error)
{
  /* Pages and references are the driver's. */
  g_autoptr (GPtrArray) found = aj_db_check_integrity (self->db, error);
  gboolean index_sound = FALSE;
  gpointer context[] = { self, found, &index_sound };

  if (found == NULL || !aj_db_read (self->db, check_body, context, error))
    return FALSE;
  if (!index_sound)
    repair_search_index (self, found);
  *(GPtrArray **) problems = g_steal_pointer (&found);
  return TRUE;
}
