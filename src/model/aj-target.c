/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-target.h"

#include <glib/gi18n-lib.h>

static const struct
{
  const char *field;
  const char *goal;
  const char *reach;
  const char *label;
} targets[AJ_N_TARGETS] = {
  [AJ_TARGET_BUSINESS] = { "for-business", "goal-business", "reach-business", N_ ("business") },
  [AJ_TARGET_YOUTH] = { "for-youth", "goal-youth", "reach-youth", N_ ("youth") },
  [AJ_TARGET_ELDERLY] = { "for-elderly", "goal-elderly", "reach-elderly",
                          N_ ("elderly and less digitally skilled") },
  [AJ_TARGET_RESIDENTS] = { "for-residents", "goal-residents", "reach-residents",
                            N_ ("residents") },
};

const char *
aj_target_get_field (AjTarget self)
{
  g_return_val_if_fail (self < AJ_N_TARGETS, NULL);

  return targets[self].field;
}

const char *
aj_target_get_goal_field (AjTarget self)
{
  g_return_val_if_fail (self < AJ_N_TARGETS, NULL);

  return targets[self].goal;
}

const char *
aj_target_get_reach_field (AjTarget self)
{
  g_return_val_if_fail (self < AJ_N_TARGETS, NULL);

  return targets[self].reach;
}

const char *
aj_target_get_label (AjTarget self)
{
  g_return_val_if_fail (self < AJ_N_TARGETS, NULL);

  return _ (targets[self].label);
}
