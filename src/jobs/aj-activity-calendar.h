/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-calendar-error.h"
#include "aj-store.h"

G_BEGIN_DECLS

/* Calendars of the activities of an action day, for whoever wants to come. */

/* Borrowed for the call only. */
typedef struct
{
  const char *edition; /* its id */
  /* (nullable): ids, ends with NULL, at most AJ_QUERY_MAX_TEXTS; only what is in these. */
  const char *const *municipalities;
  gboolean with_closed; /* also what only who is invited may come to */
  /* The path is a folder, made when it is not there, and each municipality in which there is something gets a file of its own
   * in it. A file of the same name is replaced. */
  gboolean separate;
} AjActivityCalendarRequest;

typedef struct
{
  guint n_written; /* activities */
  guint n_files;
  GPtrArray *
      left_out; /* (owned) (element-type utf8): a sentence for each that no calendar can hold: which, why */
} AjActivityCalendarResult;

void aj_activity_calendar_result_clear (AjActivityCalendarResult *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (AjActivityCalendarResult, aj_activity_calendar_result_clear)

/* Writes them to a calendar file (METHOD:PUBLISH), whole or not at all; of a folder of files none is in its place before all
 * are on the disk. Drafts are left out; what was cancelled says so, for who had it already. The activities are read a page
 * at a time, twice, so any number takes no more memory than the names that they refer to.
 *
 * @result (zeroed by the caller) says what is out. Fails with AJ_CALENDAR_ERROR_EMPTY when there is nothing to write, or with
 * AJ_OUTPUT_FILE_ERROR or AJ_STORE_ERROR. Waits. */
gboolean aj_activity_calendar_run (AjStore *store,
                                   const AjActivityCalendarRequest *request,
                                   const char *path,
                                   AjActivityCalendarResult *result,
                                   GError **error);
/* The same without waiting; cancelling leaves what was at @path. */
void aj_activity_calendar_run_async (AjStore *store,
                                     const AjActivityCalendarRequest *request,
                                     const char *path,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data);
gboolean aj_activity_calendar_run_finish (AjStore *store,
                                          GAsyncResult *async_result,
                                          AjActivityCalendarResult *result,
                                          GError **error);

G_END_DECLS
