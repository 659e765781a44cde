/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-cycle-template.h"
#include "aj-meeting-facts.h"

G_BEGIN_DECLS

/**
 * AjMeetingSides:
 *
 * All that the sides of a meeting show: what belongs to it, and what its group's cycle asks for around every meeting. Read
 * once, never changed; the second is of the same moment as the first or a later one.
 */
typedef struct
{
  AjMeetingFacts *facts;     /* (owned) */
  AjCycleTemplate *template; /* (owned) */
} AjMeetingSides;

void aj_meeting_sides_free (AjMeetingSides *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AjMeetingSides, aj_meeting_sides_free)

/* AJ_STORE_ERROR_NOT_FOUND when there is no such meeting. */
void aj_meeting_sides_load_async (AjStore *store,
                                  const char *meeting_id,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);
/* (transfer full) */
AjMeetingSides *aj_meeting_sides_load_finish (AjStore *store, GAsyncResult *result, GError **error);
/* Whether a commit may have made them outdated. */
gboolean aj_meeting_sides_is_concerned (AjMeetingSides *self, AjChanges *changes);

G_END_DECLS
