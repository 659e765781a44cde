/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-values.h"

G_BEGIN_DECLS

/* The target groups of the network: for whom an activity or an intervention is, and who was reached. Each is a field of its
 * own, for much is for more than one. */
typedef enum
{
  AJ_TARGET_BUSINESS,
  AJ_TARGET_YOUTH,
  AJ_TARGET_ELDERLY, /* and those who are less at home with computers */
  AJ_TARGET_RESIDENTS,
  AJ_N_TARGETS,
} AjTarget;

/* The field that says that something is for them: "for-youth". */
const char *aj_target_get_field (AjTarget self);
/* The fields of how many are to be reached, and were: "goal-youth", "reach-youth". */
const char *aj_target_get_goal_field (AjTarget self);
const char *aj_target_get_reach_field (AjTarget self);
/* What they are called, translated: "youth". */
const char *aj_target_get_label (AjTarget self);

/* Most people that a number of reach may say: more than live here. */
#define AJ_TARGET_MAX_REACH 20000000

G_END_DECLS
