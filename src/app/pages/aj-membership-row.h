/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-record-row.h"

G_BEGIN_DECLS

#define AJ_TYPE_MEMBERSHIP_ROW (aj_membership_row_get_type ())

/* A membership of a group, seen from the person or organisation: which group it is, the role and its time; opened, these can
 * be changed and the membership given up. */
G_DECLARE_FINAL_TYPE (AjMembershipRow, aj_membership_row, AJ, MEMBERSHIP_ROW, AjRecordRow)

/* @other is the field that it leads to. */
GtkWidget *aj_membership_row_new (AjServices *services, AjRecord *record, const char *other);

G_END_DECLS
