/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "aj-duty-roster.h"
#include "aj-services.h"

G_BEGIN_DECLS

#define AJ_TYPE_ABSENCE_GROUP (aj_absence_group_get_type ())

/**
 * AjAbsenceGroup:
 *
 * When those who lead a district are away: listed, each to be taken away again, and one line to add another.
 */
G_DECLARE_FINAL_TYPE (AjAbsenceGroup, aj_absence_group, AJ, ABSENCE_GROUP, AdwPreferencesGroup)

/* Before all else. */
void aj_absence_group_set_services (AjAbsenceGroup *self, AjServices *services);
/* What was typed and not added stays. */
void aj_absence_group_show (AjAbsenceGroup *self, AjDutyRoster *roster);

G_END_DECLS
