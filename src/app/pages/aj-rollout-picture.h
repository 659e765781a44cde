/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "aj-record.h"
#include "aj-services.h"

G_BEGIN_DECLS

#define AJ_TYPE_ROLLOUT_PICTURE (aj_rollout_picture_get_type ())

/**
 * AjRolloutPicture:
 *
 * Rollouts by municipality, or loans by thing, as bars in time, where they are moved and stretched, each time as one edit; and
 * rollouts of all interventions or of one by how far they are: on the map of tiles, and on a board, where they get to another
 * phase.
 *
 * Signal: "opened" (AjRecord *): the one that was chosen.
 */
G_DECLARE_FINAL_TYPE (AjRolloutPicture, aj_rollout_picture, AJ, ROLLOUT_PICTURE, AdwBin)

AjRolloutPicture *aj_rollout_picture_new (AjServices *services);
/* Of rollouts or of loans; @view: "timeline", and of rollouts also "map" or "board". */
void aj_rollout_picture_show (AjRolloutPicture *self, const AjRecordType *type, const char *view);
/* The days that are to be seen on the timeline; both AJ_DATE_NONE while it is not. */
AjDateRange aj_rollout_picture_get_days (AjRolloutPicture *self);
/* Whether anybody looks; at first nobody does. Nothing is read while nobody does. */
void aj_rollout_picture_set_active (AjRolloutPicture *self, gboolean active);
/* Marks the record with this id. NULL: none. */
void aj_rollout_picture_select (AjRolloutPicture *self, const char *id);
/* Puts a widget in the line above it. */
void aj_rollout_picture_add_above (AjRolloutPicture *self, GtkWidget *widget);

G_END_DECLS
