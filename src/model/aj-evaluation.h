/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-record.h"

G_BEGIN_DECLS

/* What was learned from a rollout: the three questions of a process evaluation, and a mark. */
#define AJ_TYPE_EVALUATION (aj_evaluation_get_type ())
AJ_DECLARE_RECORD (AjEvaluation, aj_evaluation, EVALUATION)

G_END_DECLS
