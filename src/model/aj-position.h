/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-record.h"

G_BEGIN_DECLS

/* What a person was or is somewhere, besides what the record of the person says: an earlier function, or a second one. */
#define AJ_TYPE_POSITION (aj_position_get_type ())
AJ_DECLARE_RECORD (AjPosition, aj_position, POSITION)

G_END_DECLS
