/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-export-job.h"

#include "aj-edit.h"
#include "aj-export-files.h"
#include "aj-export-private.h"

void
aj_export_result_clear (AjExportResult *self)
{
  g_clear_pointer (&self->left_out, g_ptr_array_unref);
  g_clear_pointer (&self->outdated, g_ptr_array_unref);
  self->n_written = 0;
  self->n_repeated = 0;
}

char *
aj_export_job_dup_file_name (const AjValues *meeting, const char *group)
{
  return aj_export_files_dup_name (meeting, group);
}

static gboolean
run_pages (AjExport *self, GError **error)
{
  while (aj_export_start_next_query (self))
    {
      gboolean more = TRUE;

      while (more)
        {
          g_autoptr (GPtrArray) page = aj_reading_next (aj_export_get_reading (self), error);

          if (page == NULL || !aj_export_treat_page (self, page, NULL, error))
            return FALSE;
          aj_export_tell_progress (self);
          more = page->len > 0;
        }
    }
  return TRUE;
}

static GError *
note_all (AjExport *self)
{
  GError *error = NULL;
  AjEdit *note;

  while (error == NULL && (note = aj_export_make_note (self)) != NULL)
    {
      aj_edit_commit (note, &error);
      g_object_unref (note);
    }
  return error;
}

gboolean
aj_export_job_run (AjStore *store,
                   const AjExportRequest *request,
                   const char *path,
                   AjExportProgressFunc progress,
                   gpointer progress_data,
                   AjExportResult *result,
                   GError **error)
{
  g_autoptr (AjExport) self = NULL;
  GError *last;

  g_return_val_if_fail (AJ_IS_STORE (store), FALSE);
  g_return_val_if_fail (path != NULL, FALSE);

  self = aj_export_new (store, request, path, progress, progress_data);
  if (!run_pages (self, error) || !aj_export_place (self, NULL, error))
    return FALSE;
  aj_export_tell_progress (self);
  last = aj_export_conclude (self, note_all (self));
  aj_export_fill_result (self, result);
  if (last == NULL)
    return TRUE;
  g_propagate_error (error, last);
  return FALSE;
}

static void
finish_task (GTask *task, GError *noting)
{
  GError *error = aj_export_conclude (g_task_get_task_data (task), noting);

  if (error == NULL)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void note_next (GTask *task);

static void
noted_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (aj_edit_commit_finish (AJ_EDIT (source), result, &error))
    note_next (g_steal_pointer (&task));
  else
    finish_task (task, error);
}

/* @task is taken, as in all of these. */
static void
note_next (GTask *task)
{
  g_autoptr (AjEdit) note = aj_export_make_note (g_task_get_task_data (task));

  if (note != NULL)
    {
      aj_edit_commit_async (note, NULL, noted_cb, task);
      return;
    }
  finish_task (task, NULL);
  g_object_unref (task);
}

static void
place_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  GError *error = NULL;

  if (aj_export_place (task_data, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
placed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      g_task_return_error (task, error);
      return;
    }
  aj_export_tell_progress (g_task_get_task_data (task));
  /* The file is out: from here on there is nothing left to cancel. */
  g_task_set_check_cancellable (task, FALSE);
  note_next (g_steal_pointer (&task));
}

/* On a thread of its own: what waits for a disk, or for a network, is not for the one that draws. */
static void
run_in_thread (GTask *task, GTaskThreadFunc func, GAsyncReadyCallback done, GPtrArray *page)
{
  GTask *part = g_task_new (NULL, g_task_get_cancellable (task), done, task);

  /* The file may be in its place when cancelling comes; the answer is then that it is. */
  g_task_set_check_cancellable (part, FALSE);
  g_task_set_task_data (part, g_task_get_task_data (task), NULL);
  if (page != NULL)
    g_object_set_data_full (G_OBJECT (part), "page", g_ptr_array_ref (page),
                            (GDestroyNotify) g_ptr_array_unref);
  g_task_run_in_thread (part, func);
  g_object_unref (part);
}

static void ask_page (GTask *task);

static void
ask_query (GTask *task)
{
  if (aj_export_start_next_query (g_task_get_task_data (task)))
    ask_page (task);
  else
    run_in_thread (task, place_in_thread, placed_cb, NULL);
}

static void
treat_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  GError *error = NULL;

  if (aj_export_treat_page (task_data, g_object_get_data (G_OBJECT (task), "page"), cancellable,
                            &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
treated_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GPtrArray *page = g_object_get_data (G_OBJECT (result), "page");
  GError *error = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      g_task_return_error (task, error);
      return;
    }
  aj_export_tell_progress (g_task_get_task_data (task));
  if (page->len > 0)
    ask_page (g_steal_pointer (&task));
  else
    ask_query (g_steal_pointer (&task));
}

static void
page_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  g_autoptr (GPtrArray) page = aj_reading_next_finish (AJ_READING (source), result, &error);

  if (page != NULL)
    run_in_thread (g_steal_pointer (&task), treat_in_thread, treated_cb, page);
  else
    g_task_return_error (task, error);
}

static void
ask_page (GTask *task)
{
  AjExport *self = g_task_get_task_data (task);

  aj_reading_next_async (aj_export_get_reading (self), g_task_get_cancellable (task), page_read_cb,
                         task);
}

void
aj_export_job_run_async (AjStore *store,
                         const AjExportRequest *request,
                         const char *path,
                         AjExportProgressFunc progress,
                         gpointer progress_data,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  GTask *task;

  g_return_if_fail (AJ_IS_STORE (store));
  g_return_if_fail (path != NULL);

  task = g_task_new (store, cancellable, callback, user_data);
  g_task_set_source_tag (task, aj_export_job_run_async);
  g_task_set_task_data (task, aj_export_new (store, request, path, progress, progress_data),
                        (GDestroyNotify) aj_export_free);
  ask_query (task);
}

gboolean
aj_export_job_run_finish (AjStore *store,
                          GAsyncResult *async_result,
                          AjExportResult *result,
                          GError **error)
{
  g_return_val_if_fail (g_task_is_valid (async_result, store), FALSE);

  aj_export_fill_result (g_task_get_task_data (G_TASK (async_result)), result);
  return g_task_propagate_boolean (G_TASK (async_result), error);
}
