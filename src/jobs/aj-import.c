/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-import-private.h"

#include <glib/gi18n-lib.h>

#include "aj-headings.h"
#include "aj-pass.h"

/* How many rows are judged between two looks at whether it is to go on. */
#define JUDGED_AT_ONCE 2000

static void aj_import_list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (AjImport,
                               aj_import,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, aj_import_list_model_init))

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static GType
aj_import_get_item_type (GListModel *model)
{
  return AJ_TYPE_IMPORT_ROW;
}

static guint
aj_import_get_n_items (GListModel *model)
{
  return AJ_IMPORT (model)->rows->len;
}

static gpointer
aj_import_get_item (GListModel *model, guint position)
{
  AjImport *self = AJ_IMPORT (model);

  return position < self->rows->len ? g_object_ref (self->rows->pdata[position]) : NULL;
}

static void
aj_import_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = aj_import_get_item_type;
  iface->get_n_items = aj_import_get_n_items;
  iface->get_item = aj_import_get_item;
}

static void
missing_free (gpointer data)
{
  AjImportMissing *missing = data;

  aj_values_unref (missing->values);
  g_free (missing->name);
  g_free (missing);
}

static void
aj_import_finalize (GObject *object)
{
  AjImport *self = AJ_IMPORT (object);

  /* A row may still be in view. */
  for (guint i = 0; i < self->rows->len; i++)
    ((AjImportRow *) self->rows->pdata[i])->import = NULL;
  g_clear_pointer (&self->by_id, g_hash_table_unref);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->missing, g_hash_table_unref);
  g_clear_pointer (&self->coming, g_hash_table_unref);
  g_clear_pointer (&self->claims, g_hash_table_unref);
  g_clear_pointer (&self->index, aj_import_index_free);
  g_clear_pointer (&self->ignored, g_ptr_array_unref);
  g_clear_pointer (&self->fields, g_array_unref);
  g_clear_object (&self->store);
  g_free (self->name);
  G_OBJECT_CLASS (aj_import_parent_class)->finalize (object);
}

static void
aj_import_class_init (AjImportClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = aj_import_finalize;
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
aj_import_init (AjImport *self)
{
  self->make_missing = TRUE;
  self->fields = g_array_new (FALSE, FALSE, sizeof (int));
  self->rows = g_ptr_array_new_with_free_func (g_object_unref);
  self->claims = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->coming = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->missing = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, missing_free);
}

/* @table is taken. */
static AjImport *
import_new (AjStore *store, AjImportTable *table)
{
  AjImport *self = g_object_new (AJ_TYPE_IMPORT, NULL);

  self->store = g_object_ref (store);
  self->type = aj_import_table_get_record_type (table);
  self->name = g_strdup (aj_import_table_get_name (table));
  self->ignored = g_ptr_array_ref (aj_import_table_get_ignored (table));
  for (guint i = 0; i < aj_import_table_get_n_columns (table); i++)
    {
      int field = aj_import_table_get_field (table, i);

      g_array_append_val (self->fields, field);
      if (field >= 0)
        self->present |= G_GUINT64_CONSTANT (1) << field;
    }
  for (guint i = 0; i < aj_import_table_get_n_rows (table); i++)
    {
      AjImportRow *row = aj_import_row_new (aj_import_table_get_line (table, i),
                                            aj_import_table_get_fault (table, i),
                                            aj_import_table_steal_cells (table, i));

      row->import = self;
      g_ptr_array_add (self->rows, row);
    }
  self->index = aj_import_index_new (self->type, self->present);
  aj_import_table_free (table);
  return self;
}

static gboolean
add_to_index (const AjValues *values, gpointer import, GError **error)
{
  aj_import_index_add (((AjImport *) import)->index, values);
  return TRUE;
}

/* FALSE when all are judged. At first all are enlisted, for a row may refer to a later one. */
static gboolean
judge_some (AjImport *self, guint n_rows)
{
  guint end = MIN (self->n_judged + n_rows, self->rows->len);

  for (guint i = 0; self->n_judged == 0 && i < self->rows->len; i++)
    aj_import_enlist (self, self->rows->pdata[i], TRUE);
  for (; self->n_judged < end; self->n_judged++)
    aj_import_judge (self, self->rows->pdata[self->n_judged]);
  return end < self->rows->len;
}

static AjImportGroup
choose_group (AjImportRow *row)
{
  if (aj_import_row_is_doubtful (row))
    return AJ_IMPORT_GROUP_DOUBTFUL;
  switch (row->verdict)
    {
    case AJ_IMPORT_CHANGED:
      return AJ_IMPORT_GROUP_CHANGED;
    case AJ_IMPORT_NEW:
      return AJ_IMPORT_GROUP_NEW;
    case AJ_IMPORT_SAME:
    case AJ_IMPORT_REFUSED:
    case AJ_IMPORT_N_VERDICTS:
    default:
      return AJ_IMPORT_GROUP_SAME;
    }
}

/* In groups, and in each as they stand in the file. */
static void
put_in_order (AjImport *self)
{
  GPtrArray *ordered = g_ptr_array_new_full (self->rows->len, g_object_unref);

  for (guint group = 0; group < AJ_IMPORT_N_GROUPS; group++)
    {
      self->firsts[group] = ordered->len;
      for (guint i = 0; i < self->rows->len; i++)
        {
          AjImportRow *row = self->rows->pdata[i];

          if (choose_group (row) == group)
            g_ptr_array_add (ordered, g_object_ref (row));
        }
    }
  self->firsts[AJ_IMPORT_N_GROUPS] = ordered->len;
  g_ptr_array_unref (self->rows);
  self->rows = ordered;
}

AjImport *
aj_import_load (AjStore *store, AjImportTable *table, GError **error)
{
  g_autoptr (AjImport) self = NULL;
  g_autoptr (GPtrArray) queries = NULL;

  g_return_val_if_fail (AJ_IS_STORE (store), NULL);

  self = import_new (store, table);
  queries = aj_import_index_list_queries (self->index);
  if (!aj_pass_run (store, queries, add_to_index, self, error))
    return NULL;
  judge_some (self, self->rows->len);
  put_in_order (self);
  return g_steal_pointer (&self);
}

/* What is read and compared without waiting. */
typedef struct
{
  const AjRecordType *type;
  char *path;       /* (owned) */
  AjImport *import; /* (owned) (nullable): once the file is read */
  AjImportProgressFunc progress;
  gpointer progress_data;
} Loading;

static void
loading_free (gpointer data)
{
  Loading *loading = data;

  g_clear_object (&loading->import);
  g_free (loading->path);
  g_free (loading);
}

static void
tell_progress (Loading *loading, double fraction)
{
  if (loading->progress != NULL)
    loading->progress (fraction, loading->progress_data);
}

/* A piece of work of @task in a thread; @task is taken. */
static void
run_piece (GTask *task, GTaskThreadFunc func, GAsyncReadyCallback done)
{
  g_autoptr (GTask) piece = g_task_new (g_task_get_source_object (task),
                                        g_task_get_cancellable (task), done, task);

  g_task_set_task_data (piece, g_task_get_task_data (task), NULL);
  g_task_run_in_thread (piece, func);
}

static void
judge_in_thread (GTask *piece, gpointer store, gpointer task_data, GCancellable *cancellable)
{
  Loading *loading = task_data;
  gboolean goes_on = judge_some (loading->import, JUDGED_AT_ONCE);

  if (!goes_on)
    put_in_order (loading->import);
  g_task_return_boolean (piece, goes_on);
}

static void
judged_cb (GObject *store, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Loading *loading = g_task_get_task_data (task);
  GError *error = NULL;
  gboolean goes_on = g_task_propagate_boolean (G_TASK (result), &error);

  if (error != NULL)
    g_task_return_error (task, error);
  else if (goes_on)
    {
      tell_progress (loading, (double) loading->import->n_judged / loading->import->rows->len);
      run_piece (g_steal_pointer (&task), judge_in_thread, judged_cb);
    }
  else
    {
      tell_progress (loading, 1);
      g_task_return_pointer (task, g_steal_pointer (&loading->import), g_object_unref);
    }
}

static void
indexed_cb (GObject *store, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (aj_pass_run_finish (AJ_STORE (store), result, &error))
    run_piece (g_steal_pointer (&task), judge_in_thread, judged_cb);
  else
    g_task_return_error (task, error);
}

static void
read_in_thread (GTask *piece, gpointer store, gpointer task_data, GCancellable *cancellable)
{
  Loading *loading = task_data;
  GError *error = NULL;
  AjImportTable *table = aj_import_table_read_file (loading->type, loading->path, &error);

  if (table != NULL)
    {
      loading->import = import_new (store, table);
      g_task_return_boolean (piece, TRUE);
    }
  else
    g_task_return_error (piece, error);
}

static void
read_cb (GObject *store, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Loading *loading = g_task_get_task_data (task);
  GCancellable *cancellable = g_task_get_cancellable (task);
  GError *error = NULL;
  g_autoptr (GPtrArray) queries = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      g_task_return_error (task, error);
      return;
    }
  queries = aj_import_index_list_queries (loading->import->index);
  aj_pass_run_async (AJ_STORE (store), queries, add_to_index, loading->import, cancellable,
                     indexed_cb, g_steal_pointer (&task));
}

void
aj_import_load_async (AjStore *store,
                      const AjRecordType *type,
                      const char *path,
                      AjImportProgressFunc progress,
                      gpointer progress_data,
                      GCancellable *cancellable,
                      GAsyncReadyCallback callback,
                      gpointer user_data)
{
  Loading *loading;
  GTask *task;

  g_return_if_fail (AJ_IS_STORE (store));

  loading = g_new0 (Loading, 1);
  loading->type = type;
  loading->path = g_strdup (path);
  loading->progress = progress;
  loading->progress_data = progress_data;
  task = g_task_new (store, cancellable, callback, user_data);
  g_task_set_source_tag (task, aj_import_load_async);
  g_task_set_task_data (task, loading, loading_free);
  tell_progress (loading, -1);
  run_piece (task, read_in_thread, read_cb);
}

AjImport *
aj_import_load_finish (AjStore *store, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, store), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

const AjRecordType *
aj_import_get_record_type (AjImport *self)
{
  g_return_val_if_fail (AJ_IS_IMPORT (self), NULL);

  return self->type;
}

const char *
aj_import_get_name (AjImport *self)
{
  g_return_val_if_fail (AJ_IS_IMPORT (self), NULL);

  return self->name;
}

GPtrArray *
aj_import_get_ignored (AjImport *self)
{
  g_return_val_if_fail (AJ_IS_IMPORT (self), NULL);

  return self->ignored;
}

guint
aj_import_get_n_columns (AjImport *self)
{
  g_return_val_if_fail (AJ_IS_IMPORT (self), 0);

  return self->fields->len;
}

const AjField *
aj_import_get_column_field (AjImport *self, guint column)
{
  int field;

  g_return_val_if_fail (AJ_IS_IMPORT (self), NULL);
  g_return_val_if_fail (column < self->fields->len, NULL);

  field = g_array_index (self->fields, int, column);
  return field >= 0 ? &self->type->fields[field] : NULL;
}

const char *
aj_import_get_column_label (AjImport *self, guint column)
{
  const AjField *field = aj_import_get_column_field (self, column);

  /* Translators: the identity of a record, a long code. */
  return field != NULL ? aj_field_get_label (field) : _ ("Id");
}

int
aj_import_find_column (AjImport *self, int field)
{
  for (guint i = 0; i < self->fields->len; i++)
    if (g_array_index (self->fields, int, i) == field)
      return (int) i;
  return -1;
}

guint
aj_import_count (AjImport *self, AjImportVerdict verdict)
{
  guint count = 0;

  g_return_val_if_fail (AJ_IS_IMPORT (self), 0);

  for (guint i = 0; i < self->rows->len; i++)
    count += ((AjImportRow *) self->rows->pdata[i])->verdict == verdict;
  return count;
}

guint
aj_import_count_wanted (AjImport *self)
{
  guint count = 0;

  g_return_val_if_fail (AJ_IS_IMPORT (self), 0);

  for (guint i = 0; i < self->rows->len; i++)
    count += ((AjImportRow *) self->rows->pdata[i])->wanted;
  return count;
}

guint
aj_import_get_group (AjImport *self, AjImportGroup group, guint *n_rows)
{
  g_return_val_if_fail (AJ_IS_IMPORT (self), 0);
  g_return_val_if_fail (group < AJ_IMPORT_N_GROUPS, 0);

  *n_rows = self->firsts[group + 1] - self->firsts[group];
  return self->firsts[group];
}
