/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-form-leaving.h"

#include <glib/gi18n.h>

#include "aj-dialog.h"

GtkWidget *
aj_form_leaving_new (GtkWindow *window, const char *reason)
{
  GtkWidget *dialog = adw_message_dialog_new (NULL, _ ("The Form Is Not Saved"), reason);

  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("_Cancel"), "leave",
                                    _ ("_Close Without Saving"), "save", _ ("_Save a Copy…"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "leave",
                                              ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "save",
                                              ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "save");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  aj_dialog_set_parent (GTK_WINDOW (dialog), window);
  return dialog;
}
