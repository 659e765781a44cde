/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "aj-services.h"

G_BEGIN_DECLS

#define AJ_TYPE_ACTIVITIES_GROUP (aj_activities_group_get_type ())

/**
 * AjActivitiesGroup:
 *
 * What is registered in one municipality for an edition of the action day, with a line to type the next in. Follows the
 * store.
 */
G_DECLARE_FINAL_TYPE (
    AjActivitiesGroup, aj_activities_group, AJ, ACTIVITIES_GROUP, AdwPreferencesGroup)

/* Both ids are nullable: nothing. */
void aj_activities_group_show (AjActivitiesGroup *self,
                               AjServices *services,
                               const char *edition,
                               const char *municipality);
/* Puts the cursor in the line to type. */
void aj_activities_group_focus_line (AjActivitiesGroup *self);
/* Opens the activity with this id and puts the cursor on it, as soon as it is there. */
void aj_activities_group_reveal (AjActivitiesGroup *self, const char *id);

G_END_DECLS
