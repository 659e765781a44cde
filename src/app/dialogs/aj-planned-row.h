/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "aj-cycle-job.h"

G_BEGIN_DECLS

#define AJ_TYPE_PLANNED_ROW (aj_planned_row_get_type ())

/**
 * AjPlannedRow:
 *
 * One date of a plan: where it stands and why, and what a person may decide about it. Renders what it
 * is given; every decision is told by a signal, after which the dialog plans again.
 *
 * Signal "adjusted" (AjPlanAdjustment *): what the person decided about this date.
 */
G_DECLARE_FINAL_TYPE (AjPlannedRow, aj_planned_row, AJ, PLANNED_ROW, AdwPreferencesRow)

GtkWidget *aj_planned_row_new (void);
/* @step (nullable): what applying the plan does with it; NULL when nothing is made of the date. Both are read, not kept. */
void
aj_planned_row_set_date (AjPlannedRow *self, const AjPlannedDate *date, const AjCycleStep *step);
/* Why the date stands where it stands, as the row says it. */
const char *aj_planned_row_get_reason (AjPlannedRow *self);

G_END_DECLS
