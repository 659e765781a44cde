/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-meeting-facts.h"
#include "aj-record-row.h"

G_BEGIN_DECLS

#define AJ_TYPE_PAPER_ROW (aj_paper_row_get_type ())

/* A paper: its title, beneath it what it is, and behind it a button that opens its file or its link; opened, what is known
 * of it can be changed, it can be moved to another item of the agenda, and it can be removed. */
G_DECLARE_FINAL_TYPE (AjPaperRow, aj_paper_row, AJ, PAPER_ROW, AjRecordRow)

GtkWidget *aj_paper_row_new (AjServices *services, AjRecord *record);
/* The meeting that it is a paper of, with the items that it can go to. */
void aj_paper_row_show_facts (AjPaperRow *self, AjMeetingFacts *facts);

G_END_DECLS
