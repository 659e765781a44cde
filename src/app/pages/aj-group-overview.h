/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "aj-roster.h"
#include "aj-services.h"

G_BEGIN_DECLS

#define AJ_TYPE_GROUP_OVERVIEW (aj_group_overview_get_type ())

/**
 * AjGroupOverview:
 *
 * Who sits where, over all groups: who fits what is searched, the seats that nobody takes, and who leads which district;
 * beside each gap the one button that fills it.
 *
 * Signal: "opened" (the id of a group, and that of the membership or seat in it that was meant).
 */
G_DECLARE_FINAL_TYPE (AjGroupOverview, aj_group_overview, AJ, GROUP_OVERVIEW, AdwBin)

void aj_group_overview_set_services (AjGroupOverview *self, AjServices *services);
/* What fits @words; without words there is no list of who does. */
void aj_group_overview_show (AjGroupOverview *self, AjRoster *roster, const char *const *words);

G_END_DECLS
