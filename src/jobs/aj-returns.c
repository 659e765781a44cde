/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-returns-private.h"

#include <glib/gi18n-lib.h>

#include "aj-activity.h"
#include "aj-latest.h"
#include "aj-pass.h"
#include "aj-store-error.h"

/* How many rows are judged between two looks at whether it is to go on. */
#define JUDGED_AT_ONCE 2000
/* How much of the work reading the files is. */
#define PART_OF_READING 0.7

static void aj_returns_list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (AjReturns,
                               aj_returns,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL,
                                                      aj_returns_list_model_init))

static GType
aj_returns_get_item_type (GListModel *model)
{
  return AJ_TYPE_RETURN_ROW;
}

static guint
aj_returns_get_n_items (GListModel *model)
{
  return AJ_RETURNS (model)->rows->len;
}

static gpointer
aj_returns_get_item (GListModel *model, guint position)
{
  AjReturns *self = AJ_RETURNS (model);

  return position < self->rows->len ? g_object_ref (self->rows->pdata[position]) : NULL;
}

static void
aj_returns_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = aj_returns_get_item_type;
  iface->get_n_items = aj_returns_get_n_items;
  iface->get_item = aj_returns_get_item;
}

static void
aj_returns_finalize (GObject *object)
{
  AjReturns *self = AJ_RETURNS (object);

  /* A row may still be in view. */
  for (guint i = 0; i < self->rows->len; i++)
    ((AjReturnRow *) self->rows->pdata[i])->returns = NULL;
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->claims, g_hash_table_unref);
  g_clear_pointer (&self->meant, g_hash_table_unref);
  for (guint i = 0; i < AJ_N_FORM_COLUMNS; i++)
    g_clear_pointer (&self->parsed[i], g_hash_table_unref);
  g_clear_pointer (&self->made_names, g_array_unref);
  g_clear_pointer (&self->made_of, g_hash_table_unref);
  g_clear_pointer (&self->made_for, g_hash_table_unref);
  g_clear_pointer (&self->made, g_hash_table_unref);
  g_clear_pointer (&self->ignored, g_ptr_array_unref);
  g_clear_pointer (&self->problems, g_ptr_array_unref);
  g_clear_pointer (&self->forms, g_ptr_array_unref);
  g_clear_pointer (&self->last_edits, g_hash_table_unref);
  g_clear_pointer (&self->book, aj_returns_book_free);
  g_clear_object (&self->store);
  g_free (self->author);
  G_OBJECT_CLASS (aj_returns_parent_class)->finalize (object);
}

static void
aj_returns_class_init (AjReturnsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = aj_returns_finalize;
  g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                G_TYPE_NONE, 0);
}

static void
name_clear (gpointer data)
{
  aj_likeness_free (((AjReturnName *) data)->likeness);
}

static void
aj_returns_init (AjReturns *self)
{
  self->forms = g_ptr_array_new_with_free_func ((GDestroyNotify) aj_return_form_free);
  self->problems = g_ptr_array_new_with_free_func (g_free);
  self->ignored = g_ptr_array_new_with_free_func (g_free);
  self->rows = g_ptr_array_new_with_free_func (g_object_unref);
  self->made = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                      (GDestroyNotify) aj_values_unref);
  self->made_names = g_array_new (FALSE, FALSE, sizeof (AjReturnName));
  g_array_set_clear_func (self->made_names, name_clear);
  self->made_for = g_hash_table_new (NULL, NULL);
  self->made_of = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->claims = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                        (GDestroyNotify) g_ptr_array_unref);
  self->meant = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

static AjReturns *
returns_new (AjStore *store, const char *edition_id, AjDate today, const char *author)
{
  AjReturns *self = g_object_new (AJ_TYPE_RETURNS, NULL);

  self->store = g_object_ref (store);
  self->book = aj_returns_book_new (edition_id);
  self->today = today;
  self->author = g_strdup (author);
  return self;
}

static void
note_ignored (AjReturns *self, AjReturnForm *form)
{
  for (guint i = 0; i < form->ignored->len; i++)
    if (!g_ptr_array_find_with_equal_func (self->ignored, form->ignored->pdata[i], g_str_equal,
                                           NULL))
      g_ptr_array_add (self->ignored, g_strdup (form->ignored->pdata[i]));
}

static gboolean
check_room (AjReturns *self)
{
  guint n_rows = 0;

  for (guint i = 0; i < self->forms->len; i++)
    n_rows += ((AjReturnForm *) self->forms->pdata[i])->form->rows->len;
  return n_rows <= AJ_RETURN_MAX_ROWS;
}

/* FALSE when it is cancelled. */
static gboolean
read_file (AjReturns *self, const char *path, GCancellable *cancellable, GError **error)
{
  const AjValues *edition = aj_returns_book_get_edition (self->book);
  g_autofree char *name = g_filename_display_basename (path);
  guint n_before = self->forms->len;
  g_autoptr (GError) failure = NULL;

  if (aj_return_files_read (path, aj_values_get_date (edition, "starts-on"),
                            aj_values_get_date (edition, "ends-on"), self->forms, cancellable,
                            &failure))
    {
      if (check_room (self))
        {
          for (guint i = n_before; i < self->forms->len; i++)
            note_ignored (self, self->forms->pdata[i]);
          return TRUE;
        }
      g_ptr_array_set_size (self->forms, (int) n_before);
      g_ptr_array_add (self->problems,
                       g_strdup_printf (_ ("%s was not read: with it there are more than %d "
                                           "activities. Take it in on its own."),
                                        name, AJ_RETURN_MAX_ROWS));
      return TRUE;
    }
  if (g_error_matches (failure, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  g_ptr_array_add (self->problems, g_strdup (failure->message));
  return TRUE;
}

static void
claim (AjReturns *self, AjReturnRow *row)
{
  GPtrArray *others;

  if (row->key == NULL)
    return;
  others = g_hash_table_lookup (self->claims, row->key);
  if (others == NULL)
    {
      others = g_ptr_array_new ();
      g_hash_table_insert (self->claims, g_strdup (row->key), others);
    }
  g_ptr_array_add (others, row);
}

static AjImportGroup
choose_group (AjReturnRow *row)
{
  if (row->is_doubtful)
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

/* An activity of last time of which nobody said whether it is there again. */
static gboolean
only_wants_answer (const AjReturnRow *row)
{
  return row->typed != NULL && aj_form_row_is_open (row->typed) && row->faults->len == 1 &&
         !row->is_unsure;
}

static void
add_group (AjReturns *self, AjImportGroup group, gboolean wants_answer, GPtrArray *ordered)
{
  for (guint i = 0; i < self->rows->len; i++)
    if (choose_group (self->rows->pdata[i]) == group &&
        only_wants_answer (self->rows->pdata[i]) == wants_answer)
      g_ptr_array_add (ordered, g_object_ref (self->rows->pdata[i]));
}

/* In groups, and in each as they came; but what is a mistake comes before what was only not answered, of which there may be
 * many. */
static void
put_in_order (AjReturns *self)
{
  GPtrArray *ordered = g_ptr_array_new_full (self->rows->len, g_object_unref);

  for (guint group = 0; group < AJ_IMPORT_N_GROUPS; group++)
    {
      self->firsts[group] = ordered->len;
      add_group (self, group, FALSE, ordered);
      add_group (self, group, TRUE, ordered);
    }
  self->firsts[AJ_IMPORT_N_GROUPS] = ordered->len;
  g_ptr_array_unref (self->rows);
  self->rows = ordered;
}

/* FALSE when all are judged. */
static gboolean
judge_some (AjReturns *self, guint n_rows)
{
  guint end;

  if (self->n_judged == 0)
    {
      aj_returns_find_owners (self);
      aj_returns_list_rows (self);
    }
  end = MIN (self->n_judged + n_rows, self->rows->len);
  for (; self->n_judged < end; self->n_judged++)
    {
      aj_returns_understand (self, self->rows->pdata[self->n_judged]);
      claim (self, self->rows->pdata[self->n_judged]);
    }
  if (end < self->rows->len)
    return TRUE;
  for (guint i = 0; i < end; i++)
    aj_returns_settle (self, self->rows->pdata[i]);
  aj_returns_list_left_out (self);
  put_in_order (self);
  return FALSE;
}

static gboolean
check_edition (AjReturns *self, GError **error)
{
  if (aj_returns_book_get_edition (self->book) != NULL)
    return TRUE;
  g_set_error_literal (error, AJ_STORE_ERROR, AJ_STORE_ERROR_NOT_FOUND,
                       _ ("There is no action day that these forms could be of. "
                          "Begin one on the page Action Day."));
  return FALSE;
}

static guint
count_paths (const char *const *paths)
{
  return MIN (g_strv_length ((GStrv) paths), AJ_RETURN_MAX_FILES);
}

static void
note_too_many (AjReturns *self, const char *const *paths)
{
  if (g_strv_length ((GStrv) paths) > AJ_RETURN_MAX_FILES)
    g_ptr_array_add (self->problems, g_strdup_printf (_ ("Only the first %d files were read."),
                                                      AJ_RETURN_MAX_FILES));
}

AjReturns *
aj_returns_load (AjStore *store,
                 const char *edition_id,
                 const char *const *paths,
                 AjDate today,
                 const char *author,
                 GError **error)
{
  g_autoptr (AjReturns) self = NULL;

  g_return_val_if_fail (AJ_IS_STORE (store), NULL);

  self = returns_new (store, edition_id, today, author);
  if (!aj_pass_run_chain (store, aj_returns_book_next, aj_returns_book_add, self->book, error) ||
      !check_edition (self, error))
    return NULL;
  self->last_edits = aj_store_find_last_edits (store, &aj_activity_record_type, error);
  if (self->last_edits == NULL)
    return NULL;
  for (guint i = 0; i < count_paths (paths); i++)
    if (!read_file (self, paths[i], NULL, error))
      return NULL;
  note_too_many (self, paths);
  judge_some (self, G_MAXINT);
  return g_steal_pointer (&self);
}

/* What is read and compared without waiting. */
typedef struct
{
  char **paths; /* (owned) */
  guint n_paths;
  guint n_read;
  AjReturns *returns; /* (owned) (nullable) */
  AjReturnsProgress progress;
  gpointer progress_data;
} Loading;

static void
loading_free (gpointer data)
{
  Loading *loading = data;

  g_clear_object (&loading->returns);
  g_strfreev (loading->paths);
  g_free (loading);
}

static void
tell_progress (Loading *loading, double fraction)
{
  if (loading->progress != NULL)
    loading->progress (fraction, loading->n_read, loading->n_paths, loading->progress_data);
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

  g_task_return_boolean (piece, judge_some (loading->returns, JUDGED_AT_ONCE));
}

static void
judged_cb (GObject *store, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Loading *loading = g_task_get_task_data (task);
  AjReturns *returns = loading->returns;
  GError *error = NULL;
  gboolean goes_on = g_task_propagate_boolean (G_TASK (result), &error);

  if (error != NULL)
    g_task_return_error (task, error);
  else if (goes_on)
    {
      tell_progress (loading, PART_OF_READING +
                                  (1 - PART_OF_READING) * returns->n_judged / returns->rows->len);
      run_piece (g_steal_pointer (&task), judge_in_thread, judged_cb);
    }
  else
    {
      tell_progress (loading, 1);
      g_task_return_pointer (task, g_steal_pointer (&loading->returns), g_object_unref);
    }
}

static void
read_in_thread (GTask *piece, gpointer store, gpointer task_data, GCancellable *cancellable)
{
  Loading *loading = task_data;
  GError *error = NULL;

  if (loading->n_read == loading->n_paths)
    {
      note_too_many (loading->returns, (const char *const *) loading->paths);
      g_task_return_boolean (piece, FALSE);
    }
  else if (read_file (loading->returns, loading->paths[loading->n_read], cancellable, &error))
    {
      loading->n_read++;
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
  GError *error = NULL;
  gboolean goes_on = g_task_propagate_boolean (G_TASK (result), &error);

  if (error != NULL)
    g_task_return_error (task, error);
  else if (goes_on)
    {
      tell_progress (loading, PART_OF_READING * loading->n_read / loading->n_paths);
      run_piece (g_steal_pointer (&task), read_in_thread, read_cb);
    }
  else
    run_piece (g_steal_pointer (&task), judge_in_thread, judged_cb);
}

static void
edits_found_cb (GObject *store, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Loading *loading = g_task_get_task_data (task);
  GError *error = NULL;

  loading->returns->last_edits = aj_store_find_last_edits_finish (AJ_STORE (store), result, &error);
  if (error != NULL)
    g_task_return_error (task, error);
  else
    run_piece (g_steal_pointer (&task), read_in_thread, read_cb);
}

static void
booked_cb (GObject *store, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Loading *loading = g_task_get_task_data (task);
  GError *error = NULL;

  if (aj_pass_run_finish (AJ_STORE (store), result, &error) &&
      check_edition (loading->returns, &error))
    {
      GCancellable *cancellable = g_task_get_cancellable (task);

      aj_store_find_last_edits_async (AJ_STORE (store), &aj_activity_record_type, cancellable,
                                      edits_found_cb, g_steal_pointer (&task));
    }
  else
    g_task_return_error (task, error);
}

void
aj_returns_load_async (AjStore *store,
                       const char *edition_id,
                       const char *const *paths,
                       AjDate today,
                       const char *author,
                       AjReturnsProgress progress,
                       gpointer progress_data,
                       GCancellable *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer user_data)
{
  Loading *loading;
  GTask *task;

  g_return_if_fail (AJ_IS_STORE (store));

  loading = g_new0 (Loading, 1);
  loading->paths = g_strdupv ((GStrv) paths);
  loading->n_paths = count_paths (paths);
  loading->returns = returns_new (store, edition_id, today, author);
  loading->progress = progress;
  loading->progress_data = progress_data;
  task = g_task_new (store, cancellable, callback, user_data);
  g_task_set_source_tag (task, aj_returns_load_async);
  g_task_set_task_data (task, loading, loading_free);
  tell_progress (loading, -1);
  aj_pass_run_chain_async (store, aj_returns_book_next, aj_returns_book_add, loading->returns->book,
                           cancellable, booked_cb, task);
}

AjReturns *
aj_returns_load_finish (AjStore *store, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, store), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
