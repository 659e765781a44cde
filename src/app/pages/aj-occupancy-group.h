/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "aj-services.h"

G_BEGIN_DECLS

#define AJ_TYPE_OCCUPANCY_GROUP (aj_occupancy_group_get_type ())

/**
 * AjOccupancyGroup:
 *
 * Who was in the seats of a group at the meetings of a year: a picture with a row for each organisation and a column for each
 * meeting, the same in words, and which seat stayed empty too often. Not visible while there was no meeting.
 */
G_DECLARE_FINAL_TYPE (
    AjOccupancyGroup, aj_occupancy_group, AJ, OCCUPANCY_GROUP, AdwPreferencesGroup)

GtkWidget *aj_occupancy_group_new (AjServices *services);
/* The year of @date, up to that day, or today when that is earlier. */
void aj_occupancy_group_show (AjOccupancyGroup *self, const char *group_id, AjDate date);
/* Whether anybody looks; at first nobody does. Nothing is read while nobody does. */
void aj_occupancy_group_set_active (AjOccupancyGroup *self, gboolean active);

G_END_DECLS
