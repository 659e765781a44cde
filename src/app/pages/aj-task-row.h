/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-record-row.h"

G_BEGIN_DECLS

#define AJ_TYPE_TASK_ROW (aj_task_row_get_type ())

/**
 * AjTaskRow:
 *
 * Something that is to be done, with a box to tick when it is: when, how long before or after its meeting, by whom, and
 * whether it is late.
 */
G_DECLARE_FINAL_TYPE (AjTaskRow, aj_task_row, AJ, TASK_ROW, AjRecordRow)

GtkWidget *aj_task_row_new (AjServices *services, AjRecord *task);

G_END_DECLS
