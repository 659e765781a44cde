/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-forget-plan.h"
#include "aj-surroundings.h"

G_BEGIN_DECLS

struct _AjForgetPlan
{
  gatomicrefcount references;
  GStrv ids; /* (owned) */
  GPtrArray
      *people; /* (owned) (element-type AjSurroundings): with history, in the order of the ids */
  GPtrArray *mentions; /* (owned) (nullable) (element-type AjMention) */
  GPtrArray *copies;   /* (owned) (element-type utf8) */
  AjDate today;
};

/* What the forgotten are called. */
const char *forget_plan_get_neutral_name (void);

G_END_DECLS
