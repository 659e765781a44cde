/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-record-row.h"

G_BEGIN_DECLS

#define AJ_TYPE_DECISION_ROW (aj_decision_row_get_type ())

/* A decision: what, beneath it its number and what became of it, and before it a box to tick once it is carried out;
 * opened, its text can be changed and it can be removed. */
G_DECLARE_FINAL_TYPE (AjDecisionRow, aj_decision_row, AJ, DECISION_ROW, AjRecordRow)

GtkWidget *aj_decision_row_new (AjServices *services, AjRecord *record);

G_END_DECLS
