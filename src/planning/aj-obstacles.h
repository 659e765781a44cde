/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-cycle-plan.h"

G_BEGIN_DECLS

/* What stands in the way of one date. */
typedef struct
{
  AjObstacles obstacles;
  AjReason reason;      /* for moving away from it: that of the first obstacle */
  guint weight;         /* to compare dates that all have something in the way; 0 is nothing */
  gboolean not_checked; /* the school holidays on that day are not known */
  char *detail;         /* all of it, joined; NULL when there is nothing */
} AjFindings;

/* @same_day: another date of the plan stands there already. */
void aj_findings_init (AjFindings *findings,
                       const AjCyclePlanRequest *request,
                       AjHolidays *holidays,
                       AjDate date,
                       gboolean same_day);
void aj_findings_clear (AjFindings *findings);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (AjFindings, aj_findings_clear)

gboolean aj_findings_are_hard (const AjFindings *findings);

G_END_DECLS
