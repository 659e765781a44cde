/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-calendar-error.h"
#include "aj-store.h"

G_BEGIN_DECLS

/* What a calendar file is to hold. Borrowed for the call only. */
typedef struct
{
  AjQuery *const *queries; /* of meetings; one that is in several is written once */
  guint n_queries;
  /* What a calendar program calls the calendar; NULL for one meeting that is to be one appointment. Left out as well when
   * there turns out to be one meeting (a file of one appointment with a name opens as a calendar of its own). */
  const char *name;
  const char *organiser_name; /* (nullable): a role */
  const char *organiser_mail; /* (nullable): its mailbox */
  /* The path is a folder, made when it is not there, and each meeting gets a file of its own in it, as one appointment: a
   * file of several opens in Outlook as a calendar beside one's own. A file of the same name is replaced. */
  gboolean separate;
  /* Notes in the store which version of each went out. FALSE for what nobody is handed. */
  gboolean mark;
} AjExportRequest;

/* Called on the caller's thread, from 0 to 1. */
typedef void (*AjExportProgressFunc) (double fraction, gpointer user_data);

/* What became of it. */
typedef struct
{
  guint n_written;
  guint
      n_repeated; /* of those, handed out before: a calendar that imports them again may show them twice */
  GPtrArray *
      left_out; /* (owned) (element-type utf8): a sentence for each meeting that no calendar can hold: which, why */
  GPtrArray *
      outdated; /* (owned) (element-type utf8): names of files beside those of now, with an earlier state of the same
                          meetings: left as they are */
} AjExportResult;

void aj_export_result_clear (AjExportResult *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (AjExportResult, aj_export_result_clear)

/* Writes the meetings of the store to a calendar file (METHOD:PUBLISH), whole or not at all; of a folder of files none is in
 * its place before all are on the disk, and should the disk then still refuse one, those before it stay. The meetings are
 * read a page at a time, so memory holds one page, and an id and a version of each.
 *
 * What was handed out is noted in edits that are no steps of undo, also when only some files are out; a meeting that was
 * removed meanwhile stays removed. Cancelled meetings that nobody was ever given are left out of a calendar with a name.
 *
 * @result (nullable, zeroed by the caller) says what is out, on failure too. Fails with AJ_CALENDAR_ERROR:
 * AJ_CALENDAR_ERROR_EMPTY when there is nothing to write, the reason of the first when there is nothing that can be written;
 * or with AJ_OUTPUT_FILE_ERROR or AJ_STORE_ERROR. The sentence says so when files are out all the same. Waits. */
gboolean aj_export_job_run (AjStore *store,
                            const AjExportRequest *request,
                            const char *path,
                            AjExportProgressFunc progress,
                            gpointer progress_data,
                            AjExportResult *result,
                            GError **error);
/* The same without waiting; cancelling leaves what was at @path. */
void aj_export_job_run_async (AjStore *store,
                              const AjExportRequest *request,
                              const char *path,
                              AjExportProgressFunc progress,
                              gpointer progress_data,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data);
gboolean aj_export_job_run_finish (AjStore *store,
                                   GAsyncResult *async_result,
                                   AjExportResult *result,
                                   GError **error);

/* The name of a file of one meeting: "2026-03-12 Expertteam Cyber- Preventie bij jeugd.ics". @group is nullable. */
char *aj_export_job_dup_file_name (const AjValues *meeting, const char *group);

G_END_DECLS
