/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-dialog.h"

#include "aj-accessible.h"

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

GtkWidget *
aj_dialog_frame_row (GtkWidget *row, const char *name)
{
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  aj_accessible_set_name (list, name);
  gtk_list_box_append (GTK_LIST_BOX (list), row);
  return list;
}
