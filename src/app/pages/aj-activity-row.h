/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-record-row.h"

G_BEGIN_DECLS

#define AJ_TYPE_ACTIVITY_ROW (aj_activity_row_get_type ())

/**
 * AjActivityRow:
 *
 * An activity of an action day: what, when, where, for whom; opened, all of it can be changed.
 */
G_DECLARE_FINAL_TYPE (AjActivityRow, aj_activity_row, AJ, ACTIVITY_ROW, AjRecordRow)

GtkWidget *aj_activity_row_new (AjServices *services, AjRecord *activity);

G_END_DECLS
