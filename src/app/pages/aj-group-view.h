/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "aj-roster.h"
#include "aj-services.h"

G_BEGIN_DECLS

#define AJ_TYPE_GROUP_VIEW (aj_group_view_get_type ())

/**
 * AjGroupView:
 *
 * One group, all of it edited in place: what it is for, who sits in it and since when, which seats it has, the rest.
 */
G_DECLARE_FINAL_TYPE (AjGroupView, aj_group_view, AJ, GROUP_VIEW, AdwBin)

void aj_group_view_set_services (AjGroupView *self, AjServices *services);
/* The group is one of the roster's. */
void aj_group_view_show (AjGroupView *self, AjRoster *roster, const AjRosterGroup *group);
/* Opens the row of a membership or an empty place of a seat, and puts the cursor there. */
void aj_group_view_reveal (AjGroupView *self, const char *id);
/* Puts the cursor in the name as soon as it is there. */
void aj_group_view_focus_name (AjGroupView *self);
/* Saves what was typed but not yet saved. */
void aj_group_view_save (AjGroupView *self);

G_END_DECLS
