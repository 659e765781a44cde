/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What is asked; all of it shown, and copied. */
typedef struct
{
  const char *title;
  const char *text;
  const char *label;  /* of the line that is typed in */
  const char *accept; /* the button that does it, with a mnemonic */
} AjReasonQuestion;

/* @reason is not empty. */
typedef void (*AjReasonGiven) (const char *reason, gpointer user_data);

/* Asks why something is done that whoever comes after wants to know the reason of, over the window of @from. @given is called
 * when a reason was given and @from is still there, and then, or when the person thought better of it, @destroy for
 * @user_data. */
void aj_reason_dialog_ask (GtkWidget *from,
                           const AjReasonQuestion *question,
                           AjReasonGiven given,
                           gpointer user_data,
                           GDestroyNotify destroy);

G_END_DECLS
