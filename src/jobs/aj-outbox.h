/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-meeting-mail.h"

G_BEGIN_DECLS

#define AJ_TYPE_OUTBOX (aj_outbox_get_type ())

/**
 * AjOutbox:
 *
 * The letters that were written, as a draft or as a file, and of which nobody said yet that they are out: each as it was when
 * it was written, for the meeting may move while the mails are sent. So just those are noted, and what was never written stays
 * owed. Kept for as long as the program runs.
 *
 * Signal "changed": when there is another, and when some were noted.
 */
G_DECLARE_FINAL_TYPE (AjOutbox, aj_outbox, AJ, OUTBOX, GObject)

AjOutbox *aj_outbox_new (void);

/* That a mail was written, once it really was: of @invitations (taken), as aj_meeting_mail_write() was asked with @request. A
 * mail that brings nobody what they are owed adds nothing. A letter that is there to the same person and address is replaced;
 * while one to another address is there, it is left out, so that both are known of: it is owed still once that is noted. */
void
aj_outbox_add (AjOutbox *self, AjInvitations *invitations, const AjMeetingMailRequest *request);
/* That files with all that is owed were written. @invitations is taken. */
void aj_outbox_add_all (AjOutbox *self, AjInvitations *invitations);

/* Whether there is anything to note: of one meeting (its id) or any (NULL); of one item (its id) or any (NULL). Of two
 * letters to one person, of which only one is here, a note could not tell, so it waits for the other; only a speaker can be
 * noted as told that it is off. */
gboolean aj_outbox_has (AjOutbox *self, const char *meeting, const char *item);
/* Whether anything was written of a meeting (its id) or any (NULL), also what waits. */
gboolean aj_outbox_has_any (AjOutbox *self, const char *meeting);
/* (transfer full) (nullable): that those letters went out at @stamp, in seconds since 1970; NULL when there are none. To be
 * committed at once, and followed by aj_outbox_settle(). */
AjEdit *aj_outbox_note (
    AjOutbox *self, const char *meeting, const char *item, AjStore *store, gint64 stamp);
/* Whether such a commit is under way: its letters are listed still, and would be noted twice. */
gboolean aj_outbox_is_noting (AjOutbox *self);
/* How that ended: what was noted goes, or is there still. */
void aj_outbox_settle (AjOutbox *self, gboolean is_noted);

G_END_DECLS
