/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-record-row.h"

G_BEGIN_DECLS

#define AJ_TYPE_POSITION_ROW (aj_position_row_get_type ())

/* A function that somebody had or has besides their own, seen from the person or from the organisation; opened, it can be
 * changed and removed. */
G_DECLARE_FINAL_TYPE (AjPositionRow, aj_position_row, AJ, POSITION_ROW, AjRecordRow)

/* @from is the field of the record it is seen from, "person" or "organisation". */
GtkWidget *aj_position_row_new (AjServices *services, AjRecord *position, const char *from);

G_END_DECLS
