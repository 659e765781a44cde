/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-export-job.h"

#include <errno.h>
#include <string.h>

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "aj-calendar-file.h"
#include "aj-calendar-writer.h"
#include "aj-edit.h"
#include "aj-group.h"
#include "aj-meeting.h"
#include "aj-text.h"

#define ENDING                ".ics"
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
  gboolean separate;
  gboolean mark;
  gint64 stamp;
  GPtrArray *left_out;           /* (owned) (element-type utf8) */
  AjExportProgressFunc progress; /* (nullable) */
  gpointer progress_data;        /* (borrowed) */
  GSource *ticking;              /* (owned) (nullable) */
  guint n_found;                 /* meetings, before any was left out */
  gint n_done;                   /* atomic: counted on the thread that writes */
} Export;

void
aj_export_result_clear (AjExportResult *self)
{
  g_clear_pointer (&self->left_out, g_ptr_array_unref);
  self->n_written = 0;
}

char *
aj_export_job_dup_file_name (const AjValues *meeting, const char *group)
{
  g_autofree char *summary = aj_calendar_event_dup_summary (meeting, group);
  g_autofree char *day = NULL;
  g_autofree char *text = NULL;
  g_autofree char *base = NULL;
  AjWallTime start;

  if (!aj_values_get_wall_time (meeting, "starts-at", &start))
    start.date = AJ_DATE_NONE;
  day = aj_date_to_iso (start.date);
  text = g_strdup_printf ("%s %s", day != NULL ? day : "", summary);
  base = aj_text_to_file_name (text);
  return g_strconcat (base, ENDING, NULL);
}

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
  g_ptr_array_unref (self->left_out);
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
  self->separate = request->separate;
  self->mark = request->mark;
  self->left_out = g_ptr_array_new_with_free_func (g_free);
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

static const char *
get_group_name (Export *self, const AjValues *meeting)
{
  const char *group = aj_values_get_text (meeting, "group");

  return group != NULL ? g_hash_table_lookup (self->groups, group) : NULL;
}

/* "Expertteam Cyber: Preventie, 12 March 2026", or what there is of it. */
static char *
describe (Export *self, const AjValues *meeting)
{
  g_autofree char *summary = aj_calendar_event_dup_summary (meeting,
                                                            get_group_name (self, meeting));
  g_autofree char *day = NULL;
  AjWallTime start;

  if (!aj_values_get_wall_time (meeting, "starts-at", &start))
    return g_steal_pointer (&summary);
  day = aj_date_format_short (start.date);
  /* Translators: how a meeting is called, and its date. */
  return g_strdup_printf (C_ ("meeting", "%1$s, %2$s"), summary, day);
}

/* What no calendar can hold leaves @self->meetings, with a sentence. FALSE when nothing is left. */
static gboolean
leave_out (Export *self, GError **error)
{
  g_autoptr (GError) first = NULL;

  for (guint i = 0; i < self->meetings->len;)
    {
      const AjValues *meeting = self->meetings->pdata[i];
      g_autoptr (GError) reason = NULL;
      g_autofree char *described = NULL;

      if (aj_calendar_event_check (meeting, &reason))
        {
          i++;
          continue;
        }
      described = describe (self, meeting);
      g_ptr_array_add (
          self->left_out,
          /* Translators: how a meeting is called, and a whole sentence that says why. */
          g_strdup_printf (_ ("“%1$s” was left out. %2$s"), described, reason->message));
      if (first == NULL)
        first = g_steal_pointer (&reason);
      g_hash_table_remove (self->seen, aj_values_get_id (meeting));
      g_ptr_array_remove_index (self->meetings, i);
    }
  if (self->meetings->len > 0 || first == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&first));
  return FALSE;
}

static gboolean
add_meeting (Export *self,
             AjCalendarWriter *writer,
             const AjValues *meeting,
             GCancellable *cancellable,
             GError **error)
{
  const AjCalendarFacts facts = {
    .group = get_group_name (self, meeting),
    .organiser_name = self->organiser_name,
    .organiser_mail = self->organiser_mail,
  };

  return aj_calendar_writer_add (writer, meeting, &facts, cancellable, error);
}

/* @direct: progress may be told from here. */
static void
count_done (Export *self, gboolean direct)
{
  int n_done = g_atomic_int_add (&self->n_done, 1);

  if (direct && self->progress != NULL && n_done % 256 == 0)
    self->progress ((double) n_done / self->n_found, self->progress_data);
}

static gboolean
write_together (Export *self, gboolean direct, GCancellable *cancellable, GError **error)
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
      count_done (self, direct);
    }
  return aj_calendar_writer_finish (writer, cancellable, error) &&
         aj_calendar_file_commit (file, error);
}

static gboolean
write_one (Export *self,
           const AjValues *meeting,
           const char *path,
           GCancellable *cancellable,
           GError **error)
{
  const char *const zones[] = { aj_values_get_text (meeting, "zone"), NULL };
  g_autoptr (AjCalendarFile) file = aj_calendar_file_open (path, error);
  g_autoptr (AjCalendarWriter) writer = NULL;

  if (file == NULL)
    return FALSE;
  writer = aj_calendar_writer_new (G_OUTPUT_STREAM (file), NULL, zones, self->stamp);
  return add_meeting (self, writer, meeting, cancellable, error) &&
         aj_calendar_writer_finish (writer, cancellable, error) &&
         aj_calendar_file_commit (file, error);
}

/* (transfer full): a name that no other file of this export has, in any case: Windows tells no a from an A. */
static char *
choose_name (Export *self, const AjValues *meeting, GHashTable *taken)
{
  g_autofree char *name = aj_export_job_dup_file_name (meeting, get_group_name (self, meeting));
  g_autofree char *stem = g_strndup (name, strlen (name) - strlen (ENDING));
  g_autofree char *folded = g_utf8_casefold (name, -1);

  for (guint n = 2; !g_hash_table_add (taken, g_steal_pointer (&folded)); n++)
    {
      g_free (name);
      name = g_strdup_printf ("%s (%u)" ENDING, stem, n);
      folded = g_utf8_casefold (name, -1);
    }
  return g_steal_pointer (&name);
}

static gboolean
write_separately (Export *self, gboolean direct, GCancellable *cancellable, GError **error)
{
  g_autoptr (GHashTable) taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  if (self->meetings->len > 0 && g_mkdir_with_parents (self->path, 0777) != 0)
    {
      g_autofree char *shown = g_filename_display_name (self->path);

      g_set_error (error, AJ_CALENDAR_ERROR, AJ_CALENDAR_ERROR_NOT_FOUND,
                   /* Translators: a folder, and what the system says of it. */
                   _ ("The folder “%1$s” cannot be made: %2$s. Choose another folder."), shown,
                   g_strerror (errno));
      return FALSE;
    }
  for (guint i = 0; i < self->meetings->len; i++)
    {
      const AjValues *meeting = self->meetings->pdata[i];
      g_autofree char *name = choose_name (self, meeting, taken);
      g_autofree char *path = g_build_filename (self->path, name, NULL);

      if (!write_one (self, meeting, path, cancellable, error))
        return FALSE;
      count_done (self, direct);
    }
  if (self->meetings->len == 0)
    g_set_error_literal (error, AJ_CALENDAR_ERROR, AJ_CALENDAR_ERROR_EMPTY,
                         _ ("There is no meeting to put in a calendar file."));
  return self->meetings->len > 0;
}

/* On any thread: nobody else reads or changes @self meanwhile, but for the number of what is done. */
static gboolean
write_files (Export *self, gboolean direct, GCancellable *cancellable, GError **error)
{
  if (!leave_out (self, error))
    return FALSE;
  return self->separate ? write_separately (self, direct, cancellable, error)
                        : write_together (self, direct, cancellable, error);
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

static gboolean
is_to_be_noted (Export *self)
{
  return self->mark && !aj_store_is_read_only (self->store);
}

static void
fill_result (Export *self, AjExportResult *result)
{
  if (result == NULL)
    return;
  aj_export_result_clear (result);
  result->n_written = self->meetings->len;
  result->left_out = g_ptr_array_ref (self->left_out);
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
                   AjExportResult *result,
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
  self->n_found = self->meetings->len;
  if (!write_files (self, TRUE, NULL, error))
    return FALSE;
  tell_end (self);
  fill_result (self, result);
  if (!is_to_be_noted (self))
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
  if (!is_to_be_noted (self))
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

  if (write_files (task_data, FALSE, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static gboolean
ticked_cb (gpointer user_data)
{
  Export *self = user_data;

  if (self->progress != NULL && self->n_found > 0)
    self->progress ((double) g_atomic_int_get (&self->n_done) / self->n_found, self->progress_data);
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
  self->n_found = self->meetings->len;
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
aj_export_job_run_finish (AjStore *store,
                          GAsyncResult *async_result,
                          AjExportResult *result,
                          GError **error)
{
  g_return_val_if_fail (g_task_is_valid (async_result, store), FALSE);

  if (!g_task_propagate_boolean (G_TASK (async_result), error))
    return FALSE;
  fill_result (g_task_get_task_data (G_TASK (async_result)), result);
  return TRUE;
}
