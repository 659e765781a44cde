/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-record.h"

G_BEGIN_DECLS

/* A municipality in an edition of the action day. The one that is not here does not take part. */
#define AJ_TYPE_PARTICIPATION (aj_participation_get_type ())
AJ_DECLARE_RECORD (AjParticipation, aj_participation, PARTICIPATION)

/* How far it is with the municipality; the codes are stored. */
#define AJ_PARTICIPATION_OPEN       "not-invited"
#define AJ_PARTICIPATION_INVITED    "invited"
#define AJ_PARTICIPATION_REMINDED   "reminded"
#define AJ_PARTICIPATION_REGISTERED "registered"
#define AJ_PARTICIPATION_DECLINED   "declined"
#define AJ_PARTICIPATION_NO_NEED    "no-need"

/* Whether it said something: that it has activities, or that it will have none. */
gboolean aj_participation_has_answered (const AjValues *participation);

G_END_DECLS
