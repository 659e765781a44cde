/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-dialog.h"

#include "aj-accessible.h"
#include "aj-feedback.h"

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

void
aj_dialog_commit (GtkWindow *dialog, AjEdit *edit, GAsyncReadyCallback stored)
{
  g_return_if_fail (GTK_IS_WINDOW (dialog));

  aj_dialog_hold (dialog);
  aj_edit_commit_async (edit, NULL, stored, g_object_ref (dialog));
}

gboolean
aj_dialog_conclude (
    GtkWindow *dialog, GtkWidget *origin, GObject *edit, GAsyncResult *result, GError **error)
{
  g_autoptr (GError) refusal = NULL;

  g_return_val_if_fail (GTK_IS_WINDOW (dialog), FALSE);

  aj_dialog_release (dialog);
  if (!aj_edit_commit_finish (AJ_EDIT (edit), result, &refusal))
    {
      if (!gtk_widget_get_realized (GTK_WIDGET (dialog)))
        return TRUE;
      g_propagate_error (error, g_steal_pointer (&refusal));
      return FALSE;
    }
  if (origin != NULL)
    aj_feedback_offer_undo (origin, aj_edit_get_label (AJ_EDIT (edit)));
  gtk_window_destroy (dialog);
  return TRUE;
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
