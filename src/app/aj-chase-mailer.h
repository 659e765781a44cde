/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "aj-chase-mail.h"

G_BEGIN_DECLS

/* Mails to who has not answered, on their way to the mail program or a folder. */

/* A draft of @mail was really made. */
typedef void (*AjChaseMailWritten) (const AjChaseMail *mail, gpointer user_data);

/* Opens each of @mails (element-type AjChaseMail; taken) in the mail program as a draft, one after another, and tells what came
 * of it. Where no program opens such files, just one mail with nothing attached is opened as an address; others are to be saved. @from
 * is where the person is. @written is called for each draft that was made, as long as @owner is there. */
void aj_chase_mailer_open (GtkWidget *from,
                           GPtrArray *mails,
                           AjChaseMailWritten written,
                           GObject *owner);
/* The same as files in a folder, which is asked for. */
void aj_chase_mailer_save (GtkWidget *from,
                           GPtrArray *mails,
                           AjChaseMailWritten written,
                           GObject *owner);

G_END_DECLS
