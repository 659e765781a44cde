/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-meeting-drag.h"

#include <glib/gi18n.h>

#include "aj-output-file.h"
#include "aj-calendar-writer.h"
#include "aj-export-job.h"
#include "aj-feedback.h"

static gboolean
write_meeting (
    AjServices *services, AjRecord *meeting, const char *group, const char *path, GError **error)
{
  const AjOrganiser organiser = aj_network_settings_get_organiser (
      aj_services_get_network (services));
  const char *zones[] = { aj_record_get_text (meeting, "zone"), NULL };
  AjCalendarFacts facts = { .group = group,
                            .organiser_name = organiser.name,
                            .organiser_mail = organiser.mail };
  g_autoptr (AjOutputFile) file = aj_output_file_open (path, AJ_OUTPUT_FILE_PASSING, error);
  g_autoptr (AjCalendarWriter) writer = NULL;

  if (file == NULL)
    return FALSE;
  writer = aj_calendar_writer_new (G_OUTPUT_STREAM (file), NULL, zones,
                                   aj_clock_get_unix (aj_services_get_clock (services)));
  return aj_calendar_writer_add (writer, aj_record_get_values (meeting), &facts, NULL, error) &&
         aj_calendar_writer_finish (writer, NULL, error) && aj_output_file_commit (file, error);
}

GdkContentProvider *
aj_meeting_drag_new_content (AjServices *services,
                             AjRecord *meeting,
                             const char *group,
                             GError **error)
{
  g_autofree char *folder = g_build_filename (g_get_user_runtime_dir (), "aanjager-drag", NULL);
  g_autofree char *file_name = aj_export_job_dup_file_name (aj_record_get_values (meeting), group);
  g_autofree char *path = g_build_filename (folder, file_name, NULL);
  g_autoptr (GFile) file = NULL;

  /* Where this fails, writing tells why. */
  g_mkdir_with_parents (folder, 0700);
  if (!write_meeting (services, meeting, group, path, error))
    return NULL;
  file = g_file_new_for_path (path);
  return gdk_content_provider_new_typed (G_TYPE_FILE, file);
}

void
aj_meeting_drag_note (GtkWidget *from, AjServices *services, AjRecord *meeting)
{
  g_autoptr (AjEdit) edit = NULL;
  AjValues *values;
  AjWallTime now;

  if (!aj_record_is_loaded (meeting) || aj_store_is_read_only (aj_services_get_store (services)) ||
      !aj_wall_time_from_unix (aj_clock_get_unix (aj_services_get_clock (services)),
                               aj_record_get_text (meeting, "zone"), &now))
    return;
  edit = aj_edit_new (aj_services_get_store (services), _ ("Calendar file handed out"));
  aj_edit_set_undoable (edit, FALSE);
  values = aj_edit_change (edit, meeting);
  aj_values_set_wall_time (values, "handed-out-at", &now);
  aj_values_set_integer (values, "handed-out-sequence",
                         aj_record_get_integer (meeting, "sequence"));
  aj_feedback_commit (from, edit, AJ_COMMIT_QUIET, NULL, NULL);
}
