/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-record-row.h"

G_BEGIN_DECLS

#define AJ_TYPE_STANDING_ROW (aj_standing_row_get_type ())

/**
 * AjStandingRow:
 *
 * An item that stands on the agenda of every meeting of a cycle: what, how long, and whether it comes at the end.
 */
G_DECLARE_FINAL_TYPE (AjStandingRow, aj_standing_row, AJ, STANDING_ROW, AjRecordRow)

GtkWidget *aj_standing_row_new (AjServices *services, AjRecord *item);

G_END_DECLS
