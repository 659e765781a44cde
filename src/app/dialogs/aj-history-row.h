/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "aj-store.h"

G_BEGIN_DECLS

#define AJ_TYPE_HISTORY_ROW (aj_history_row_get_type ())

/* One line of history: what was done, by whom and when; opened, what it did to each record, read from the store then. */
G_DECLARE_FINAL_TYPE (AjHistoryRow, aj_history_row, AJ, HISTORY_ROW, AdwExpanderRow)

GtkWidget *aj_history_row_new (AjStore *store, const AjHistoryEntry *entry);

G_END_DECLS
