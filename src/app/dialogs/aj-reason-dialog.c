/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-reason-dialog.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "aj-accessible.h"
#include "aj-dialog.h"
#include "aj-text.h"

typedef struct
{
  GtkWidget *from;     /* (nullable): weak */
  GtkEditable *reason; /* (unowned): in the dialog */
  AjReasonGiven given;
  gpointer user_data;
  GDestroyNotify destroy;
} Asking;

static void
asking_free (gpointer data, GClosure *closure)
{
  Asking *asking = data;

  g_clear_weak_pointer (&asking->from);
  asking->destroy (asking->user_data);
  g_free (asking);
}

static void
response_cb (AdwMessageDialog *dialog, const char *response, Asking *asking)
{
  g_autofree char *reason = aj_text_clean_line (gtk_editable_get_text (asking->reason));

  if (g_str_equal (response, "accept") && asking->from != NULL && *reason != '\0')
    asking->given (reason, asking->user_data);
}

static void
reason_changed_cb (GtkEditable *reason, AdwMessageDialog *dialog)
{
  g_autofree char *text = aj_text_clean_line (gtk_editable_get_text (reason));

  adw_message_dialog_set_response_enabled (dialog, "accept", *text != '\0');
}

static void
reason_activated_cb (GtkEditable *reason, AdwMessageDialog *dialog)
{
  if (!adw_message_dialog_get_response_enabled (dialog, "accept"))
    return;
  /* To respond is only to say so: what is pressed closes the dialog, and Enter has to do that itself. */
  adw_message_dialog_response (dialog, "accept");
  gtk_window_destroy (GTK_WINDOW (dialog));
}

void
aj_reason_dialog_ask (GtkWidget *from,
                      const AjReasonQuestion *question,
                      AjReasonGiven given,
                      gpointer user_data,
                      GDestroyNotify destroy)
{
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (gtk_widget_get_root (from)),
                                              question->title, question->text);
  GtkWidget *row = adw_entry_row_new ();
  Asking *asking = g_new0 (Asking, 1);

  g_set_weak_pointer (&asking->from, from);
  asking->reason = GTK_EDITABLE (row);
  asking->given = given;
  asking->user_data = user_data;
  asking->destroy = destroy;
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), question->label);
  aj_accessible_set_name (row, question->label);
  g_signal_connect (row, "changed", G_CALLBACK (reason_changed_cb), dialog);
  g_signal_connect (row, "entry-activated", G_CALLBACK (reason_activated_cb), dialog);
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog),
                                      aj_dialog_frame_row (row, question->label));
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("_Cancel"), "accept",
                                    question->accept, NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "accept",
                                              ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_response_enabled (ADW_MESSAGE_DIALOG (dialog), "accept", FALSE);
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_data (dialog, "response", G_CALLBACK (response_cb), asking, asking_free, 0);
  gtk_window_present (GTK_WINDOW (dialog));
  gtk_widget_grab_focus (row);
}
