/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "aj-record.h"
#include "aj-services.h"

G_BEGIN_DECLS

#define AJ_TYPE_ROLLOUT_TIMELINE (aj_rollout_timeline_get_type ())

/**
 * AjRolloutTimeline:
 *
 * Rollouts by municipality, or loans by thing, as bars in time. They are moved and stretched where they stand, each time as one edit.
 *
 * Signal: "opened" (AjRecord *): the one that was chosen.
 */
G_DECLARE_FINAL_TYPE (AjRolloutTimeline, aj_rollout_timeline, AJ, ROLLOUT_TIMELINE, AdwBin)

AjRolloutTimeline *aj_rollout_timeline_new (AjServices *services);
/* That of rollouts or of loans. */
void aj_rollout_timeline_set_record_type (AjRolloutTimeline *self, const AjRecordType *type);
/* Whether anybody looks; at first nobody does. Nothing is read while nobody does. */
void aj_rollout_timeline_set_active (AjRolloutTimeline *self, gboolean active);
/* Marks the record with this id. NULL: none. */
void aj_rollout_timeline_select (AjRolloutTimeline *self, const char *id);
/* Puts a widget in the line above it. */
void aj_rollout_timeline_add_above (AjRolloutTimeline *self, GtkWidget *widget);

G_END_DECLS
