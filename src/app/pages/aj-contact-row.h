/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-record-row.h"

G_BEGIN_DECLS

#define AJ_TYPE_CONTACT_ROW (aj_contact_row_get_type ())

/* A line in the log of contact: what, and beneath it when, how, with whom and by whom; opened, these can be changed and the
 * line removed. */
G_DECLARE_FINAL_TYPE (AjContactRow, aj_contact_row, AJ, CONTACT_ROW, AjRecordRow)

/* @seen_from is the record on which the log is shown, which the row does not name. */
GtkWidget *aj_contact_row_new (AjServices *services, AjRecord *record, AjRecord *seen_from);

G_END_DECLS
