/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-record.h"

G_BEGIN_DECLS

/* An expert team, working group, district group, platform or learning community. */
#define AJ_TYPE_GROUP (aj_group_get_type ())
AJ_DECLARE_RECORD (AjGroup, aj_group, GROUP)

/* Whom the work is for, of a group or a document; ends with a NULL code. */
extern const AjChoice aj_target_groups[];

G_END_DECLS
