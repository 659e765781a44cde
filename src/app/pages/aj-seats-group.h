/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "aj-roster.h"
#include "aj-services.h"

G_BEGIN_DECLS

#define AJ_TYPE_SEATS_GROUP (aj_seats_group_get_type ())

/**
 * AjSeatsGroup:
 *
 * Who should sit in a group: its seats, each of which opens to be changed in place, and a button for a new one.
 */
G_DECLARE_FINAL_TYPE (AjSeatsGroup, aj_seats_group, AJ, SEATS_GROUP, AdwPreferencesGroup)

GtkWidget *aj_seats_group_new (AjServices *services);
/* All seats of the group, also those of other times. */
void aj_seats_group_show (AjSeatsGroup *self, AjRoster *roster, const AjRosterGroup *group);

G_END_DECLS
