/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-edit.h"
#include "aj-minutes-book.h"

G_BEGIN_DECLS

/* What is done with the minutes of a meeting. Each gives one edit, still to be committed: (transfer full). */

/* Stores @line, which has no fault, with an agenda item of the book's meeting: a decision under the next number, an action
 * point, a paper with its link, or a note, which is added beneath what @item has. Without one (NULL) a note is the meeting's own. Of two windows
 * that give out the same number, the second gets AJ_STORE_ERROR_NOT_UNIQUE. */
AjEdit *aj_minutes_job_add_line (AjStore *store,
                                 AjMinutesBook *book,
                                 const AjValues *item,
                                 const AjMinuteLine *line);

/* A paper of the meeting, or of an item of its agenda (nullable): a link, or the name of a file in the folder of papers, see
 * aj-paper-folder.h (both nullable). */
AjEdit *aj_minutes_job_add_paper (AjStore *store,
                                  const char *meeting_id,
                                  const char *item_id,
                                  const char *title,
                                  const char *link,
                                  const char *file);

/* @paper belongs to another item of the agenda, or to the meeting as a whole (NULL). */
AjEdit *aj_minutes_job_move_paper (AjStore *store, const AjValues *paper, const AjValues *item);

/* @paper has @file from now on, another one before. */
AjEdit *aj_minutes_job_set_file (AjStore *store, const AjValues *paper, const char *file);

/* The state that comes after the one the minutes are in: (nullable) NULL when they are fixed. */
const char *aj_minutes_job_get_next_state (const AjValues *meeting);
/* The minutes go on to that state, and the step of the preparation that stands for it is done. Not when they are fixed. */
AjEdit *aj_minutes_job_go_on (AjStore *store, AjMinutesBook *book);
/* Fixed minutes are a concept again; @reason says why, and may not be blank. */
AjEdit *aj_minutes_job_reopen (AjStore *store, const AjValues *meeting, const char *reason);

/* A task, as an action point or a step of the preparation, is done, or to be done again. */
AjEdit *aj_minutes_job_set_done (AjStore *store, const AjValues *task, gboolean done);
/* What a decision asked for was done, or it is in force still. */
AjEdit *
aj_minutes_job_set_carried_out (AjStore *store, const AjValues *decision, gboolean carried_out);

G_END_DECLS
