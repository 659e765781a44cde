/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "aj-meeting-mail.h"
#include "aj-services.h"

G_BEGIN_DECLS

/* What is mailed of a meeting, and which letters are out. Where a draft was really made, the letters in it go to the outbox of
 * the services; where it failed, or was called off, they do not. */

/* Writes a mail about a meeting and opens it in the mail program as a draft, with what belongs to it attached. Where no
 * program opens such files, it opens an empty mail to the same people with the same text, and says what is to be attached.
 * @from is where the person is; the stamp of @request is filled in. */
void aj_meeting_mailer_open (GtkWidget *from,
                             AjServices *services,
                             AjMeetingFacts *facts,
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

/* Notes what is in the outbox as sent: of a meeting (its id) or all (NULL), of an item (its id) or all (NULL). When that is
 * nothing, all that is owed by @else_of (element-type AjInvitations) (nullable), for who mails in another way. */
void aj_meeting_mailer_note_sent (GtkWidget *from,
                                  AjServices *services,
                                  const char *meeting,
                                  const char *item,
                                  GPtrArray *else_of);

G_END_DECLS
