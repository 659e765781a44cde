/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "aj-record.h"
#include "aj-services.h"

G_BEGIN_DECLS

#define AJ_TYPE_MEMBERSHIP_ROW (aj_membership_row_get_type ())

/* A seat in a group, seen from one of its sides: who or which group it is, the role and its time; opened, these can be
 * changed and the seat given up. */
G_DECLARE_FINAL_TYPE (AjMembershipRow, aj_membership_row, AJ, MEMBERSHIP_ROW, AdwExpanderRow)

/* @others are the fields that name the other side, the first that is filled counts; ends with NULL. */
GtkWidget *
aj_membership_row_new (AjServices *services, AjRecord *record, const char *const *others);

G_END_DECLS
