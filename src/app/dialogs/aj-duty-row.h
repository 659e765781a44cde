/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-duty-button.h"

G_BEGIN_DECLS

#define AJ_TYPE_DUTY_ROW (aj_duty_row_get_type ())

/* A meeting of the roster: its day and theme, who chairs and who hosts. */
G_DECLARE_FINAL_TYPE (AjDutyRow, aj_duty_row, AJ, DUTY_ROW, GtkListBoxRow)

/* @widths: makes the places of all rows equally wide. */
GtkWidget *aj_duty_row_new (GtkSizeGroup *widths);
/* @line is of @roster, which is kept. */
void
aj_duty_row_show (AjDutyRow *self, AjDutyRoster *roster, const AjDutyLine *line, gboolean writable);
/* (transfer none) */
AjDutyButton *aj_duty_row_get_button (AjDutyRow *self, AjDuty duty);

G_END_DECLS
