/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "aj-roster.h"

G_BEGIN_DECLS

/* What the commands about groups say to scripts. All (transfer full). */

/* Who sits where: of one group, or, when @group is NULL, of all, with the districts and who leads them. */
JsonObject *
aj_cli_group_seats_to_json (AjRoster *roster, const AjRosterGroup *group, gboolean only_empty);
/* Who sits, sat and will sit in a group. */
JsonObject *aj_cli_group_members_to_json (AjRoster *roster, const AjRosterGroup *group);

G_END_DECLS
