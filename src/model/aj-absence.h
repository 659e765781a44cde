/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-record.h"

G_BEGIN_DECLS

/* Days on which somebody cannot chair or host, or come at all. */
#define AJ_TYPE_ABSENCE (aj_absence_get_type ())
AJ_DECLARE_RECORD (AjAbsence, aj_absence, ABSENCE)

G_END_DECLS
