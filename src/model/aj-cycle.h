/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-record.h"

G_BEGIN_DECLS

/* The rhythm of a group's meetings: every so many months, on which weekday of the month. */
#define AJ_TYPE_CYCLE (aj_cycle_get_type ())
AJ_DECLARE_RECORD (AjCycle, aj_cycle, CYCLE)

G_END_DECLS
