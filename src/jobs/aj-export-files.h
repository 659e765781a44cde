/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "aj-calendar-event.h"

G_BEGIN_DECLS

/**
 * AjExportFiles:
 *
 * The files of one export while they are written: one for all meetings, or one for each. Nothing is in
 * its place before all is on the disk. May be used on any one thread at a time; everything waits for
 * the disk.
 */
typedef struct _AjExportFiles AjExportFiles;

/* One file at @path. @name and @zones as aj_calendar_writer_new(). */
AjExportFiles *aj_export_files_new_together (
    const char *path, const char *name, const char *const *zones, gint64 stamp, GError **error);
/* A file for each in the folder @path, which is made. */
AjExportFiles *aj_export_files_new_separate (const char *path, gint64 stamp, GError **error);
void aj_export_files_free (AjExportFiles *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AjExportFiles, aj_export_files_free)

/* A meeting that aj_calendar_event_check() takes. */
gboolean aj_export_files_add (AjExportFiles *self,
                              const AjValues *meeting,
                              const AjCalendarFacts *facts,
                              GCancellable *cancellable,
                              GError **error);
/* Puts everything in its place. @n_placed receives how many meetings then are, the first that were added: all, or on
 * failure those of the files before the one that failed. */
gboolean aj_export_files_place (AjExportFiles *self,
                                guint *n_placed,
                                GCancellable *cancellable,
                                GError **error);

/* (transfer full, element-type utf8): what else in the folder holds one meeting alone that was put there just now under
 * another name: the file of an earlier date. Sorted; empty for one file together. */
GPtrArray *aj_export_files_list_outdated (AjExportFiles *self);

/* The name of a file of one meeting; see aj_export_job_dup_file_name(). */
char *aj_export_files_dup_name (const AjValues *meeting, const char *group);

G_END_DECLS
