/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-record-row.h"

G_BEGIN_DECLS

#define AJ_TYPE_PAPER_ROW (aj_paper_row_get_type ())

/* A paper: its title, beneath it what it is, and behind it a button that opens its file or its link; opened, what is known
 * of it can be changed and it can be removed. */
G_DECLARE_FINAL_TYPE (AjPaperRow, aj_paper_row, AJ, PAPER_ROW, AjRecordRow)

GtkWidget *aj_paper_row_new (AjServices *services, AjRecord *record);

G_END_DECLS
