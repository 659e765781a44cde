/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "aj-date.h"
#include "aj-store.h"

G_BEGIN_DECLS

/* The place in @meetings (AjRecord, in order of time) of the first that is still to come as of @today: neither held nor
 * cancelled. G_MAXUINT (GTK_INVALID_LIST_POSITION) when there is none, or when it is not known yet because a record that
 * has to be looked at is not loaded: asking loads it, and asking again then tells. Looks at a handful of records however
 * long the list is. */
guint aj_meeting_next_find (GListModel *meetings, AjDate today);

/* The one to look at first: the next, and when all are over the last that was. G_MAXUINT as above. */
guint aj_meeting_next_choose (GListModel *meetings, AjDate today);

/* Finds the day of the next meeting as of @today, of all groups or of one: what is still to come, neither held nor
 * cancelled. */
void aj_meeting_next_fetch_async (AjStore *store,
                                  const char *group,
                                  AjDate today,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);
/* AJ_DATE_NONE when there is none, or with @error set. */
AjDate aj_meeting_next_fetch_finish (AjStore *store, GAsyncResult *result, GError **error);

G_END_DECLS
