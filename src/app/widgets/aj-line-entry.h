/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "aj-edit.h"

G_BEGIN_DECLS

#define AJ_TYPE_LINE_ENTRY (aj_line_entry_get_type ())

/**
 * AjLineEntry:
 *
 * One line to type something in, with how it will be stored beneath it. It knows nothing of what is typed: whoever made it
 * reads the line and says how.
 *
 * Signals: "changed" (the line), "accepted" (Enter was pressed), "entered" (the cursor came).
 */
G_DECLARE_FINAL_TYPE (AjLineEntry, aj_line_entry, AJ, LINE_ENTRY, GtkBox)

AjLineEntry *aj_line_entry_new (const char *title);
const char *aj_line_entry_get_text (AjLineEntry *self);
/* The cursor goes to its end. */
void aj_line_entry_set_text (AjLineEntry *self, const char *text);
/* Stores what the line became, and is empty for the next at once: so Enter twice stores it once. What could not be stored
 * comes back, unless something else was typed by then. @from is where it is told. */
void aj_line_entry_commit (AjLineEntry *self, GtkWidget *from, AjEdit *edit);
/* How the line is read; @is_wrong: why it cannot be stored. */
void aj_line_entry_show_hint (AjLineEntry *self, const char *text, gboolean is_wrong);
/* Whether there is a line to type at all; TRUE at first. The rows above it stay. */
void aj_line_entry_set_open (AjLineEntry *self, gboolean open);
/* A row that stands above the line, in the same list. */
void aj_line_entry_add_row_before (AjLineEntry *self, GtkWidget *row);

G_END_DECLS
