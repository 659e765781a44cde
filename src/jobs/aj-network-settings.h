/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-store.h"

G_BEGIN_DECLS

/* Who invites: a role, so that a handover changes nothing in anybody's calendar. */
typedef struct
{
  const char *name; /* (nullable) */
  const char *mail; /* (nullable) */
} AjOrganiser;

/* Whether there is a mailbox that can invite; AJ_CALENDAR_ERROR_ORGANISER, with where to fill it in, when there is none. */
gboolean aj_organiser_check (const AjOrganiser *self, GError **error);

#define AJ_TYPE_NETWORK_SETTINGS (aj_network_settings_get_type ())

/**
 * AjNetworkSettings:
 *
 * What holds for the whole network, as its data file has it: in the file and not in the settings of a computer, so that
 * whoever takes over finds it. Follows what is changed in the store.
 *
 * Until it is known, it is as in a new file: nobody invites, and people are kept for as long as the table of fields says.
 *
 * Signal "changed": when it is known first, and whenever it becomes another.
 */
G_DECLARE_FINAL_TYPE (AjNetworkSettings, aj_network_settings, AJ, NETWORK_SETTINGS, GObject)

/* Reads without waiting. */
AjNetworkSettings *aj_network_settings_new (AjStore *store);
/* (transfer full): known at once. Waits. */
AjNetworkSettings *aj_network_settings_load (AjStore *store, GError **error);

gboolean aj_network_settings_is_known (AjNetworkSettings *self);
/* (nullable): what the network is called. */
const char *aj_network_settings_get_name (AjNetworkSettings *self);
/* Both borrowed, until the next change. */
AjOrganiser aj_network_settings_get_organiser (AjNetworkSettings *self);
/* How long people are kept without use. */
int aj_network_settings_get_retention_months (AjNetworkSettings *self);

G_END_DECLS
