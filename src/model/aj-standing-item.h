/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-record.h"

G_BEGIN_DECLS

/* A line of the agenda that every meeting of a cycle begins with. */
#define AJ_TYPE_STANDING_ITEM (aj_standing_item_get_type ())
AJ_DECLARE_RECORD (AjStandingItem, aj_standing_item, STANDING_ITEM)

G_END_DECLS
