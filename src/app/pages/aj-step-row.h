/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-record-row.h"

G_BEGIN_DECLS

#define AJ_TYPE_STEP_ROW (aj_step_row_get_type ())

/**
 * AjStepRow:
 *
 * A step of what a cycle asks for around every meeting: what, and how long before or after it.
 */
G_DECLARE_FINAL_TYPE (AjStepRow, aj_step_row, AJ, STEP_ROW, AjRecordRow)

GtkWidget *aj_step_row_new (AjServices *services, AjRecord *step);

G_END_DECLS
