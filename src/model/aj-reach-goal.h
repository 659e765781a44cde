/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-record.h"

G_BEGIN_DECLS

/* How many people of a target group are to be reached within a time, by one intervention or by all. */
#define AJ_TYPE_REACH_GOAL (aj_reach_goal_get_type ())
AJ_DECLARE_RECORD (AjReachGoal, aj_reach_goal, REACH_GOAL)

G_END_DECLS
