/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-date.h"
#include "aj-field-editor.h"

G_BEGIN_DECLS

/* What the editors with a line to type in share. */

/* Reads what was typed as a date, a missing year by the day it is now; blank text is AJ_DATE_NONE. */
gboolean
aj_field_entry_read_date (AjFieldEditor *editor, const char *text, AjDate *date, GError **error);
/* A frameless entry of the editor: what is typed in it touches the editor, Enter finishes. */
GtkWidget *aj_field_entry_new (AjFieldEditor *editor);
void aj_field_entry_show (GtkEditable *entry, const char *text);
void aj_field_entry_forget (GtkEditable *entry);

G_END_DECLS
