/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "aj-edit.h"

G_BEGIN_DECLS

/* What the dialogs of a window have in common when they wait for something. */

/* Until it is released, the dialog does not close: something is being stored, and what comes of that is told there. */
void aj_dialog_hold (GtkWindow *dialog);
/* Does nothing to one that was destroyed meanwhile. */
void aj_dialog_release (GtkWindow *dialog);
/* Stores what a dialog makes; until aj_dialog_conclude() the dialog is held. @stored gets a reference to it as its data. */
void aj_dialog_commit (GtkWindow *dialog, AjEdit *edit, GAsyncReadyCallback stored);
/* For @stored, with what that was given. TRUE: it is stored, and the dialog is closed after Undo was offered at @origin (nullable),
 * the widget that asked for it; or it was closed together with its window, and nobody is left to be told. FALSE: @error says why
 * not, to be shown in the dialog. */
gboolean aj_dialog_conclude (
    GtkWindow *dialog, GtkWidget *origin, GObject *edit, GAsyncResult *result, GError **error);
/* Before it is shown: the window it belongs to, until it is closed. An answer that is still on its way keeps the object a
 * while, and when that goes after its parent did, GTK 4.8 would turn to the parent once more. */
void aj_dialog_set_parent (GtkWindow *dialog, GtkWindow *parent);

/* (transfer floating): the one row of a dialog that asks a single thing, framed as rows are; @name is for screen readers. */
GtkWidget *aj_dialog_frame_row (GtkWidget *row, const char *name);

G_END_DECLS
