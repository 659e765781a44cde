/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-reopen-dialog.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "aj-accessible.h"
#include "aj-dialog.h"
#include "aj-feedback.h"
#include "aj-minutes-job.h"
#include "aj-minutes.h"
#include "aj-text.h"

typedef struct
{
  GtkWidget *from;      /* (nullable): weak */
  AjServices *services; /* (owned) */
  AjRecord *meeting;    /* (owned) */
  GtkEditable *reason;  /* (unowned): in the dialog */
} Reopening;

static void
reopening_free (gpointer data, GClosure *closure)
{
  Reopening *reopening = data;

  g_clear_weak_pointer (&reopening->from);
  g_object_unref (reopening->services);
  g_object_unref (reopening->meeting);
  g_free (reopening);
}

/* Reopened elsewhere meanwhile, they need no reason any more. */
static void
response_cb (AdwMessageDialog *dialog, const char *response, Reopening *reopening)
{
  const AjValues *values = aj_record_get_values (reopening->meeting);
  g_autoptr (AjEdit) edit = NULL;

  if (!g_str_equal (response, "reopen") || reopening->from == NULL || values == NULL ||
      !aj_minutes_are_fixed (values))
    return;
  edit = aj_minutes_job_reopen (aj_services_get_store (reopening->services), values,
                                gtk_editable_get_text (reopening->reason));
  aj_feedback_commit (reopening->from, edit, AJ_COMMIT_OFFER_UNDO, NULL, NULL);
}

static void
reason_changed_cb (GtkEditable *reason, AdwMessageDialog *dialog)
{
  g_autofree char *text = aj_text_clean_line (gtk_editable_get_text (reason));

  adw_message_dialog_set_response_enabled (dialog, "reopen", *text != '\0');
}

static void
reason_activated_cb (GtkEditable *reason, AdwMessageDialog *dialog)
{
  if (adw_message_dialog_get_response_enabled (dialog, "reopen"))
    adw_message_dialog_response (dialog, "reopen");
}

void
aj_reopen_dialog_show (GtkWidget *from, AjServices *services, AjRecord *meeting)
{
  GtkWidget *dialog =
      adw_message_dialog_new (GTK_WINDOW (gtk_widget_get_root (from)), _ ("Reopen the Minutes?"),
                              _ ("Whoever was sent them reads later what was changed, and why."));
  GtkWidget *row = adw_entry_row_new ();
  Reopening *reopening = g_new0 (Reopening, 1);

  g_set_weak_pointer (&reopening->from, from);
  reopening->services = g_object_ref (services);
  reopening->meeting = g_object_ref (meeting);
  reopening->reason = GTK_EDITABLE (row);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Why"));
  aj_accessible_set_name (row, _ ("Why"));
  g_signal_connect (row, "changed", G_CALLBACK (reason_changed_cb), dialog);
  g_signal_connect (row, "entry-activated", G_CALLBACK (reason_activated_cb), dialog);
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog),
                                      aj_dialog_frame_row (row, _ ("Why")));
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("_Cancel"), "reopen",
                                    _ ("_Reopen"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "reopen",
                                              ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_response_enabled (ADW_MESSAGE_DIALOG (dialog), "reopen", FALSE);
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_data (dialog, "response", G_CALLBACK (response_cb), reopening, reopening_free,
                         0);
  gtk_window_present (GTK_WINDOW (dialog));
  gtk_widget_grab_focus (row);
}
