/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-map-state.h"
#include "aj-network-facts.h"

G_BEGIN_DECLS

/* The municipalities that exist on @date as a map of tiles, settled: which of what the facts were loaded for each of them
 * is. @group is the id of a group and only used for AJ_NETWORK_GROUP; of one that is not there, nobody sits in it. Pure;
 * the texts are in the language of the messages. (transfer full) */
AjMapState *aj_network_map_draw (AjNetworkFacts *facts, const char *group, AjDate date);

G_END_DECLS
