/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-record-row.h"

G_BEGIN_DECLS

#define AJ_TYPE_ACTION_ROW (aj_action_row_get_type ())

/* An action point: what, beneath it who and by when, and before it a box to tick once it is done; opened, all of it can be
 * changed and it can be removed. */
G_DECLARE_FINAL_TYPE (AjActionRow, aj_action_row, AJ, ACTION_ROW, AjRecordRow)

/* @agreed_on is told as the day of the meeting that it comes from, where those of several stand together; AJ_DATE_NONE:
 * it is not told. */
GtkWidget *aj_action_row_new (AjServices *services, AjRecord *record, AjDate agreed_on);

G_END_DECLS
