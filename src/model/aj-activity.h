/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-record.h"
#include "aj-target.h"

G_BEGIN_DECLS

/* What an organisation does in a municipality for an edition of the action day. */
#define AJ_TYPE_ACTIVITY (aj_activity_get_type ())
AJ_DECLARE_RECORD (AjActivity, aj_activity, ACTIVITY)

/* The states an activity goes through; the codes are stored. */
#define AJ_ACTIVITY_DRAFT     "draft"
#define AJ_ACTIVITY_SUBMITTED "submitted"
#define AJ_ACTIVITY_ACCEPTED  "accepted"
#define AJ_ACTIVITY_CHANGED   "changed"
#define AJ_ACTIVITY_CANCELLED "cancelled"
#define AJ_ACTIVITY_HELD      "held"

/* Whether it is among what was registered: not a draft, not cancelled. */
gboolean aj_activity_counts (const AjValues *activity);
/* Whether it takes the whole day: it says no time. */
gboolean aj_activity_is_all_day (const AjValues *activity);

G_END_DECLS
