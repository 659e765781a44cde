/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "aj-roster.h"
#include "aj-services.h"

G_BEGIN_DECLS

#define AJ_TYPE_COMPOSITION_GROUP (aj_composition_group_get_type ())

/**
 * AjCompositionGroup:
 *
 * Who sits in a group on the day of a roster: the seats with who takes them, the empty ones with a button to choose
 * somebody, the members without a seat; then who left and who is still to come.
 */
G_DECLARE_FINAL_TYPE (AjCompositionGroup, aj_composition_group, AJ, COMPOSITION_GROUP, GtkBox)

GtkWidget *aj_composition_group_new (AjServices *services);
/* The group is one of the roster's. */
void
aj_composition_group_show (AjCompositionGroup *self, AjRoster *roster, const AjRosterGroup *group);
/* Opens the row of a membership, or puts the cursor on the first empty place of a seat; FALSE when there is none. */
gboolean aj_composition_group_reveal (AjCompositionGroup *self, const char *id);

G_END_DECLS
