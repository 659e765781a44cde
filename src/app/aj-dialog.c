/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-dialog.h"

static gboolean
refuse_cb (GtkWindow *dialog, gpointer user_data)
{
  return TRUE;
}

void
aj_dialog_hold (GtkWindow *dialog)
{
  g_return_if_fail (GTK_IS_WINDOW (dialog));

  g_signal_connect (dialog, "close-request", G_CALLBACK (refuse_cb), NULL);
}

void
aj_dialog_release (GtkWindow *dialog)
{
  g_return_if_fail (GTK_IS_WINDOW (dialog));

  g_signal_handlers_disconnect_by_func (dialog, refuse_cb, NULL);
}

static void
closed_cb (GtkWindow *dialog, gpointer user_data)
{
  gtk_window_set_transient_for (dialog, NULL);
}

void
aj_dialog_set_parent (GtkWindow *dialog, GtkWindow *parent)
{
  g_return_if_fail (GTK_IS_WINDOW (dialog));

  gtk_window_set_transient_for (dialog, parent);
  g_signal_connect (dialog, "unrealize", G_CALLBACK (closed_cb), NULL);
}
