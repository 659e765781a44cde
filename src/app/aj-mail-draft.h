/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "aj-group-mail.h"
#include "aj-mailto.h"

G_BEGIN_DECLS

/* Opens a mail to several people in the mail program, as a draft that nobody has sent. When they are too many for that, or
 * there is no mail program, their addresses go to the clipboard. Either way it says where they are now, and who has no
 * address. @from is where the person is; @subject is nullable. */
void aj_mail_draft_open (GtkWidget *from,
                         const AjGroupMail *mail,
                         AjMailtoField field,
                         const char *subject);
/* The same with a text, unless it gets too long for that. @remark is a sentence that is said along with where they are, or "". */
void aj_mail_draft_open_with_text (GtkWidget *from,
                                   const AjGroupMail *mail,
                                   AjMailtoField field,
                                   const char *subject,
                                   const char *body,
                                   const char *remark);

G_END_DECLS
