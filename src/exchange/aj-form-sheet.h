/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-form-head.h"

G_BEGIN_DECLS

/* A form as a spreadsheet (.xlsx), for who has no more than a mail program and Excel, in the language of the program.
 *
 * The first sheet says in a few steps what to do, and asks whether they take part and who they are. The second has a line for
 * each activity beneath a line of headings, with drop-down lists, what a cell may hold, and help. The third is hidden: what the
 * form is about, one name and value a line, and the choices of the lists.
 *
 * Wherever a cell says what an AjFormHead is called (its name, or its label), the value stands in the cell to its right: on the
 * first sheet, on the hidden one, and above the headings of the second. Behind the columns of an activity stand hidden ones
 * with the headings AJ_FORM_SHEET_ID, AJ_FORM_SHEET_PREVIOUS, and the names of the code of the municipality and of the edition:
 * filled in on each line that the form came with. */

#define AJ_FORM_SHEET_TYPE     "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
#define AJ_FORM_SHEET_SUFFIX   ".xlsx"
#define AJ_FORM_SHEET_ID       "id"
#define AJ_FORM_SHEET_PREVIOUS "previous"

/* (transfer full): no text in it is ever a formula or a link. NULL with AJ_OUTPUT_FILE_ERROR when it could not be made. Waits
 * for the disk. */
GBytes *aj_form_sheet_write (const AjForm *form, GError **error);

G_END_DECLS
