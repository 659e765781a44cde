/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "aj-record.h"
#include "aj-services.h"

G_BEGIN_DECLS

#define AJ_TYPE_INTERVENTION_GROUP (aj_intervention_group_get_type ())

/**
 * AjInterventionGroup:
 *
 * Something that is known of one intervention, a line for each place, live: read while it is to be seen. A row opens the
 * record that it stands for by the action "records.show".
 */
G_DECLARE_FINAL_TYPE (
    AjInterventionGroup, aj_intervention_group, AJ, INTERVENTION_GROUP, AdwPreferencesGroup)

/* Who used it (see aj-intervention-use.h). */
GtkWidget *aj_intervention_group_new_users (AjServices *services, AjRecord *intervention);
/* Which municipalities can do it themselves (see aj-trainer-cover.h). */
GtkWidget *aj_intervention_group_new_trainers (AjServices *services, AjRecord *intervention);

G_END_DECLS
