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
} AjExportRequest;

/* Called on the caller's thread, from 0 to 1. */
typedef void (*AjExportProgressFunc) (double fraction, gpointer user_data);

/* Writes the meetings of the store to a calendar file (METHOD:PUBLISH), whole or not at all, and notes in the store
 * which version of each went out, as an edit that is not a step of undo. Cancelled meetings that nobody was ever given
 * are left out of a calendar with a name. @n_written (nullable) receives the number of meetings. Fails with
 * AJ_CALENDAR_ERROR, with AJ_CALENDAR_ERROR_EMPTY when there is nothing to write, or AJ_STORE_ERROR. Waits. */
gboolean aj_export_job_run (AjStore *store,
                            const AjExportRequest *request,
                            const char *path,
                            AjExportProgressFunc progress,
                            gpointer progress_data,
                            guint *n_written,
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
gboolean
aj_export_job_run_finish (AjStore *store, GAsyncResult *result, guint *n_written, GError **error);

G_END_DECLS
