/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Shows in @label, under @row, what is wrong with its text, and tells it to screen readers; @sentence NULL: nothing. */
void aj_row_fault_show (AdwEntryRow *row, GtkLabel *label, const char *sentence);

G_END_DECLS
