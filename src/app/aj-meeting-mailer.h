/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "aj-meeting-mail.h"
#include "aj-services.h"

G_BEGIN_DECLS

/* Writes a mail about a meeting and opens it in the mail program as a draft, with what belongs to it attached. Where no
 * program opens such files, it opens an empty mail to the same people with the same text, and says what is to be attached.
 * @from is where the person is; @invitations is taken; the stamp of @request is filled in. */
void aj_meeting_mailer_open (GtkWidget *from,
                             AjServices *services,
                             AjInvitations *invitations,
                             const AjMeetingMailRequest *request);
/* The same for a meeting that has to be read first. */
void aj_meeting_mailer_open_for (GtkWidget *from,
                                 AjServices *services,
                                 const char *meeting_id,
                                 const AjMeetingMailRequest *request);

/* A draft for each letter that is owed to those who come to speak: about one item (its id), or about all (NULL). How many.
 * @invitations is not taken. */
guint aj_meeting_mailer_open_for_speakers (GtkWidget *from,
                                           AjServices *services,
                                           AjInvitations *invitations,
                                           const char *item,
                                           gboolean with_agenda);

G_END_DECLS
