/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Whether a widget has typing of its own for Ctrl+Z to take back. */
typedef gboolean (*AjUndoKeysOwn) (GtkWidget *widget);

/* The toolkit's entries keep Ctrl+Z and Ctrl+Shift+Z for themselves, also when nothing was typed. With this the keys go
 * to the window (win.undo, win.redo) unless @own says that @widget, or what is in it, has a use for them. */
void aj_undo_keys_let_through (GtkWidget *widget, AjUndoKeysOwn own);
/* The same for an entry with text that is not stored: the keys go to the window when they change nothing in it. */
void aj_undo_keys_let_through_entry (GtkEditable *entry);

G_END_DECLS
