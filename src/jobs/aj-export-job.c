/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-export-job.h"

#include <glib/gi18n-lib.h>

#include "aj-calendar-file.h"
#include "aj-calendar-writer.h"
#include "aj-edit.h"
#include "aj-group.h"
#include "aj-meeting.h"

#define PROGRESS_MILLISECONDS 100

typedef struct
{
  AjStore *store;       /* (owned) */
  GPtrArray *queries;   /* (owned) (element-type AjQuery): of meetings, then one of groups */
  guint n_asked;        /* of those */
  GPtrArray *meetings;  /* (owned) (element-type AjValues) */
  GHashTable *seen;     /* (owned) (element-type utf8): their ids, borrowed from them */
  GHashTable *groups;   /* (owned) (element-type utf8 utf8): name by id */
  char *name;           /* (owned) (nullable) */
  char *organiser_name; /* (owned) (nullable) */
  char *organiser_mail; /* (owned) (nullable) */
  char *path;           /* (owned) */
  gint64 stamp;
  AjExportProgressFunc progress; /* (nullable) */
  gpointer progress_data;        /* (borrowed) */
  GSource *ticking;              /* (owned) (nullable) */
  gint n_done;                   /* atomic: counted on the thread that writes */
} Export;

static void
export_free (gpointer data)
{
  Export *self = data;

  if (self->ticking != NULL)
    g_source_destroy (self->ticking);
  g_clear_pointer (&self->ticking, g_source_unref);
  g_ptr_array_unref (self->queries);
  g_hash_table_unref (self->seen);
  g_ptr_array_unref (self->meetings);
  g_hash_table_unref (self->groups);
  g_object_unref (self->store);
  g_free (self->name);
  g_free (self->organiser_name);
  g_free (self->organiser_mail);
  g_free (self->path);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Export, export_free)

static Export *
export_new (AjStore *store,
            const AjExportRequest *request,
            const char *path,
            AjExportProgressFunc progress,
            gpointer progress_data)
{
  Export *self = g_new0 (Export, 1);

  self->store = g_object_ref (store);
  self->queries = g_ptr_array_new_with_free_func ((GDestroyNotify) aj_query_unref);
  for (guint i = 0; i < request->n_queries; i++)
    g_ptr_array_add (self->queries, aj_query_ref (request->queries[i]));
  g_ptr_array_add (self->queries, aj_query_new (&aj_group_record_type));
  self->meetings = g_ptr_array_new_with_free_func ((GDestroyNotify) aj_values_unref);
  self->seen = g_hash_table_new (g_str_hash, g_str_equal);
  self->groups = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->name = g_strdup (request->name);
  self->organiser_name = g_strdup (request->organiser_name);
  self->organiser_mail = g_strdup (request->organiser_mail);
  self->path = g_strdup (path);
  self->stamp = aj_clock_get_unix (aj_store_get_clock (store));
  self->progress = progress;
  self->progress_data = progress_data;
  return self;
}

/* A meeting that was called off before anybody had it is nobody's business. */
static gboolean
is_wanted (Export *self, const AjValues *meeting)
{
  return self->name == NULL || aj_meeting_is_handed_out (meeting) ||
         g_strcmp0 (aj_values_get_text (meeting, "state"), AJ_MEETING_CANCELLED) != 0;
}

static gboolean
take_values_cb (const AjValues *values, gpointer user_data, GError **error)
{
  Export *self = user_data;
  char *id = (char *) aj_values_get_id (values);

  if (aj_values_get_record_type (values) == &aj_group_record_type)
    g_hash_table_insert (self->groups, g_strdup (id),
                         g_strdup (aj_values_get_text (values, "name")));
  else if (is_wanted (self, values) && !g_hash_table_contains (self->seen, id))
    {
      g_hash_table_add (self->seen, id);
      g_ptr_array_add (self->meetings, aj_values_ref (values));
    }
  return TRUE;
}

static char **
list_zones (Export *self)
{
  g_autoptr (GHashTable) zones = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *names = g_ptr_array_new ();

  for (guint i = 0; i < self->meetings->len; i++)
    {
      char *zone = (char *) aj_values_get_text (self->meetings->pdata[i], "zone");

      if (zone != NULL && g_hash_table_add (zones, zone))
        g_ptr_array_add (names, g_strdup (zone));
    }
  g_ptr_array_add (names, NULL);
  return (char **) g_ptr_array_free (names, FALSE);
}

static gboolean
add_meeting (Export *self,
             AjCalendarWriter *writer,
             const AjValues *meeting,
             GCancellable *cancellable,
             GError **error)
{
  const AjCalendarFacts facts = {
    .group = g_hash_table_lookup (self->groups, aj_values_get_text (meeting, "group")),
    .organiser_name = self->organiser_name,
    .organiser_mail = self->organiser_mail,
  };

  return aj_calendar_writer_add (writer, meeting, &facts, cancellable, error);
}

/* On any thread: reads only what does not change any more. @direct: progress may be told from here. */
static gboolean
write_file (Export *self, gboolean direct, GCancellable *cancellable, GError **error)
{
  g_autoptr (AjCalendarFile) file = aj_calendar_file_open (self->path, error);
  g_autoptr (AjCalendarWriter) writer = NULL;
  g_auto (GStrv) zones = NULL;

  if (file == NULL)
    return FALSE;
  zones = list_zones (self);
  writer = aj_calendar_writer_new (G_OUTPUT_STREAM (file),
                                   self->meetings->len > 1 ? self->name : NULL,
                                   (const char *const *) zones, self->stamp);
  for (guint i = 0; i < self->meetings->len; i++)
    {
      if (!add_meeting (self, writer, self->meetings->pdata[i], cancellable, error))
        return FALSE;
      g_atomic_int_inc (&self->n_done);
      if (direct && self->progress != NULL && i % 256 == 0)
        self->progress ((double) i / self->meetings->len, self->progress_data);
    }
  return aj_calendar_writer_finish (writer, cancellable, error) &&
         aj_calendar_file_commit (file, error);
}

/* What went out is a fact, whoever changed the meeting since: the version is that of the state that was written. */
static AjEdit *
make_note (Export *self)
{
  g_autofree char *label = g_strdup_printf (ngettext ("Write %u meeting to a calendar file",
                                                      "Write %u meetings to a calendar file",
                                                      self->meetings->len),
                                            self->meetings->len);
  AjEdit *edit = aj_edit_new (self->store, label);
  AjWallTime now;

  aj_edit_set_undoable (edit, FALSE);
  aj_edit_set_overwrite (edit, TRUE);
  for (guint i = 0; i < self->meetings->len; i++)
    {
      const AjValues *meeting = self->meetings->pdata[i];
      AjValues *values = aj_edit_change_values (edit, meeting);

      aj_values_set_integer (values, "handed-out-sequence",
                             aj_values_get_integer (meeting, "sequence"));
      if (aj_wall_time_from_unix (self->stamp, "UTC", &now))
        aj_values_set_wall_time (values, "handed-out-at", &now);
    }
  return edit;
}

static void
tell_end (Export *self)
{
  if (self->progress != NULL)
    self->progress (1, self->progress_data);
}

gboolean
aj_export_job_run (AjStore *store,
                   const AjExportRequest *request,
                   const char *path,
                   AjExportProgressFunc progress,
                   gpointer progress_data,
                   guint *n_written,
                   GError **error)
{
  g_autoptr (Export) self = NULL;
  g_autoptr (AjEdit) note = NULL;

  g_return_val_if_fail (AJ_IS_STORE (store), FALSE);
  g_return_val_if_fail (path != NULL, FALSE);

  self = export_new (store, request, path, progress, progress_data);
  for (guint i = 0; i < self->queries->len; i++)
    if (!aj_store_each (store, self->queries->pdata[i], take_values_cb, self, error))
      return FALSE;
  if (!write_file (self, TRUE, NULL, error))
    return FALSE;
  tell_end (self);
  if (n_written != NULL)
    *n_written = self->meetings->len;
  if (aj_store_is_read_only (store))
    return TRUE;
  note = make_note (self);
  return aj_edit_commit (note, error);
}

static void
noted_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (aj_edit_commit_finish (AJ_EDIT (source), result, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
file_written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Export *self = g_task_get_task_data (task);
  g_autoptr (AjEdit) note = NULL;
  GError *error = NULL;

  g_source_destroy (self->ticking);
  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      g_task_return_error (task, error);
      return;
    }
  tell_end (self);
  if (aj_store_is_read_only (self->store))
    {
      g_task_return_boolean (task, TRUE);
      return;
    }
  note = make_note (self);
  /* The file is out: from here on there is nothing left to cancel. */
  g_task_set_check_cancellable (task, FALSE);
  aj_edit_commit_async (note, NULL, noted_cb, g_steal_pointer (&task));
}

static void
write_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  GError *error = NULL;

  if (write_file (task_data, FALSE, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static gboolean
ticked_cb (gpointer user_data)
{
  Export *self = user_data;

  if (self->progress != NULL && self->meetings->len > 0)
    self->progress ((double) g_atomic_int_get (&self->n_done) / self->meetings->len,
                    self->progress_data);
  return G_SOURCE_CONTINUE;
}

/* @task is taken. */
static void
start_writing (GTask *task)
{
  Export *self = g_task_get_task_data (task);
  GTask *writing = g_task_new (NULL, g_task_get_cancellable (task), file_written_cb, task);

  /* The file may be in its place when cancelling comes; the answer is then that it is. */
  g_task_set_check_cancellable (writing, FALSE);
  g_task_set_task_data (writing, self, NULL);
  self->ticking = g_timeout_source_new (PROGRESS_MILLISECONDS);
  g_source_set_callback (self->ticking, ticked_cb, self, NULL);
  g_source_attach (self->ticking, g_task_get_context (task));
  g_task_run_in_thread (writing, write_in_thread);
  g_object_unref (writing);
}

static void ask_next (GTask *task);

static void
fetched_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Export *self = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (GPtrArray) records = aj_store_fetch_finish (self->store, result, &error);

  if (records == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  for (guint i = 0; i < records->len; i++)
    if (aj_record_is_loaded (records->pdata[i]) && !aj_record_is_removed (records->pdata[i]))
      take_values_cb (aj_record_get_values (records->pdata[i]), self, NULL);
  ask_next (g_steal_pointer (&task));
}

/* @task is taken. */
static void
ask_next (GTask *task)
{
  Export *self = g_task_get_task_data (task);

  if (self->n_asked == self->queries->len)
    {
      start_writing (task);
      return;
    }
  aj_store_fetch_async (self->store, self->queries->pdata[self->n_asked++],
                        g_task_get_cancellable (task), fetched_cb, task);
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
  g_task_set_task_data (task, export_new (store, request, path, progress, progress_data),
                        export_free);
  ask_next (task);
}

gboolean
aj_export_job_run_finish (AjStore *store, GAsyncResult *result, guint *n_written, GError **error)
{
  Export *self;

  g_return_val_if_fail (g_task_is_valid (result, store), FALSE);

  self = g_task_get_task_data (G_TASK (result));
  if (!g_task_propagate_boolean (G_TASK (result), error))
    return FALSE;
  if (n_written != NULL)
    *n_written = self->meetings->len;
  return TRUE;
}
