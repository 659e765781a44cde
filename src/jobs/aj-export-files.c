/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-export-files.h"

#include <errno.h>
#include <string.h>

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "aj-calendar-error.h"
#include "aj-calendar-writer.h"
#include "aj-output-file.h"
#include "aj-text.h"

#define ENDING ".ics"

/* A file of one appointment is far smaller, and a folder for them holds far fewer. */
#define MAX_SIZE  65536
#define MAX_FILES 10000

struct _AjExportFiles
{
  gint64 stamp;
  guint n_added;
  /* one for all */
  AjOutputFile *file;       /* (owned) (nullable) */
  AjCalendarWriter *writer; /* (owned) (nullable) */
  /* one for each */
  char *folder;      /* (owned) (nullable) */
  GHashTable *taken; /* (owned) (element-type utf8): names, casefolded */
  GHashTable *uids;  /* (owned) (element-type utf8): of what was added */
  GPtrArray *files;  /* (owned) (element-type AjOutputFile): settled */
};

char *
aj_export_files_dup_name (const AjValues *meeting, const char *group)
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

void
aj_export_files_free (AjExportFiles *self)
{
  g_clear_object (&self->writer);
  g_clear_object (&self->file);
  g_clear_pointer (&self->files, g_ptr_array_unref);
  g_clear_pointer (&self->taken, g_hash_table_unref);
  g_clear_pointer (&self->uids, g_hash_table_unref);
  g_free (self->folder);
  g_free (self);
}

AjExportFiles *
aj_export_files_new_together (
    const char *path, const char *name, const char *const *zones, gint64 stamp, GError **error)
{
  AjOutputFile *file = aj_output_file_open (path, AJ_OUTPUT_FILE_DEFAULT, error);
  AjExportFiles *self;

  if (file == NULL)
    return NULL;
  self = g_new0 (AjExportFiles, 1);
  self->stamp = stamp;
  self->file = file;
  self->writer = aj_calendar_writer_new (G_OUTPUT_STREAM (file), name, zones, stamp);
  return self;
}

AjExportFiles *
aj_export_files_new_separate (const char *path, gint64 stamp, GError **error)
{
  AjExportFiles *self;

  if (g_mkdir_with_parents (path, 0777) != 0)
    {
      const char *reason = g_strerror (errno);
      g_autofree char *shown = g_filename_display_name (path);

      g_set_error (error, AJ_OUTPUT_FILE_ERROR, AJ_OUTPUT_FILE_ERROR_NOT_FOUND,
                   /* Translators: a folder, and what the system says of it. */
                   _ ("The folder “%1$s” cannot be made: %2$s. Choose another folder."), shown,
                   reason);
      return NULL;
    }
  self = g_new0 (AjExportFiles, 1);
  self->stamp = stamp;
  self->folder = g_strdup (path);
  self->taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->uids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->files = g_ptr_array_new_with_free_func (g_object_unref);
  return self;
}

/* (transfer full): a name that no other file of this export has, in any case: Windows tells no a from an A. */
static char *
choose_name (AjExportFiles *self, const AjValues *meeting, const char *group)
{
  g_autofree char *name = aj_export_files_dup_name (meeting, group);
  g_autofree char *stem = g_strndup (name, strlen (name) - strlen (ENDING));
  g_autofree char *folded = g_utf8_casefold (name, -1);

  for (guint n = 2; !g_hash_table_add (self->taken, g_steal_pointer (&folded)); n++)
    {
      g_free (name);
      name = g_strdup_printf ("%s (%u)" ENDING, stem, n);
      folded = g_utf8_casefold (name, -1);
    }
  return g_steal_pointer (&name);
}

static gboolean
add_file (AjExportFiles *self,
          const AjValues *meeting,
          const AjCalendarFacts *facts,
          GCancellable *cancellable,
          GError **error)
{
  const char *const zones[] = { aj_values_get_text (meeting, "zone"), NULL };
  g_autofree char *name = choose_name (self, meeting, facts->group);
  g_autofree char *path = g_build_filename (self->folder, name, NULL);
  g_autoptr (AjOutputFile) file = aj_output_file_open (path, AJ_OUTPUT_FILE_DEFAULT, error);
  g_autoptr (AjCalendarWriter) writer = NULL;
  const char *uid = aj_values_get_text (meeting, "uid");

  if (file == NULL)
    return FALSE;
  g_hash_table_add (self->uids, g_strdup (uid != NULL ? uid : aj_values_get_id (meeting)));
  writer = aj_calendar_writer_new (G_OUTPUT_STREAM (file), NULL, zones, self->stamp);
  if (!aj_calendar_writer_add (writer, meeting, facts, cancellable, error) ||
      !aj_calendar_writer_finish (writer, cancellable, error) ||
      !aj_output_file_settle (file, error))
    return FALSE;
  g_ptr_array_add (self->files, g_steal_pointer (&file));
  return TRUE;
}

gboolean
aj_export_files_add (AjExportFiles *self,
                     const AjValues *meeting,
                     const AjCalendarFacts *facts,
                     GCancellable *cancellable,
                     GError **error)
{
  gboolean added = self->writer != NULL
                       ? aj_calendar_writer_add (self->writer, meeting, facts, cancellable, error)
                       : add_file (self, meeting, facts, cancellable, error);

  if (added)
    self->n_added++;
  return added;
}

static gboolean
place_each (AjExportFiles *self, guint *n_placed, GError **error)
{
  for (guint i = 0; i < self->files->len; i++)
    {
      if (!aj_output_file_commit (self->files->pdata[i], error))
        return FALSE;
      *n_placed = i + 1;
    }
  return TRUE;
}

gboolean
aj_export_files_place (AjExportFiles *self,
                       guint *n_placed,
                       GCancellable *cancellable,
                       GError **error)
{
  *n_placed = 0;
  if (self->n_added == 0)
    {
      g_set_error_literal (error, AJ_CALENDAR_ERROR, AJ_CALENDAR_ERROR_EMPTY,
                           _ ("There is no meeting to put in a calendar file."));
      return FALSE;
    }
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  if (self->writer == NULL)
    return place_each (self, n_placed, error);
  if (!aj_calendar_writer_finish (self->writer, cancellable, error) ||
      !aj_output_file_commit (self->file, error))
    return FALSE;
  *n_placed = self->n_added;
  return TRUE;
}

/* Whether this is the file of one appointment, and of one that was written just now. What is in it is not ours to trust:
 * all that follows is that its name is told. */
static gboolean
holds_one_of (const char *path, GHashTable *uids)
{
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  gboolean found = FALSE;
  guint n_events = 0;
  GStatBuf info;

  if (g_stat (path, &info) != 0 || !S_ISREG (info.st_mode) || info.st_size > MAX_SIZE ||
      !g_file_get_contents (path, &text, NULL, NULL))
    return FALSE;
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      const char *line = g_strchomp (lines[i]);

      n_events += g_str_equal (line, "BEGIN:VEVENT");
      found = found || (g_str_has_prefix (line, "UID:") && g_hash_table_contains (uids, line + 4));
    }
  return found && n_events == 1;
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

GPtrArray *
aj_export_files_list_outdated (AjExportFiles *self)
{
  GPtrArray *outdated = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GDir) dir = self->folder != NULL ? g_dir_open (self->folder, 0, NULL) : NULL;
  const char *name;
  guint n_seen = 0;

  while (dir != NULL && n_seen < MAX_FILES && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (self->folder, name, NULL);
      g_autofree char *shown = g_filename_display_name (name);
      g_autofree char *folded = g_utf8_casefold (shown, -1);

      if (!g_str_has_suffix (folded, ENDING) || g_hash_table_contains (self->taken, folded))
        continue;
      n_seen++;
      if (holds_one_of (path, self->uids))
        g_ptr_array_add (outdated, g_steal_pointer (&shown));
    }
  g_ptr_array_sort (outdated, compare_names);
  return outdated;
}
