/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-record.h"

G_BEGIN_DECLS

/* What a meeting decided, numbered within its group and year. */
#define AJ_TYPE_DECISION (aj_decision_get_type ())
AJ_DECLARE_RECORD (AjDecision, aj_decision, DECISION)

#define AJ_DECISION_IN_FORCE    "in-force"
#define AJ_DECISION_CARRIED_OUT "carried-out"

/* (transfer full): "2026-7"; NULL for one without a number. */
char *aj_decision_dup_number (const AjValues *decision);

G_END_DECLS
