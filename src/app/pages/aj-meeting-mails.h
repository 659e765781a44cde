/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "aj-invitations.h"

G_BEGIN_DECLS

#define AJ_TYPE_MEETING_MAILS (aj_meeting_mails_get_type ())

/**
 * AjMeetingMails:
 *
 * What else may be mailed about a meeting, a row for each: whoever speaks, the agenda, the minutes. A row activates the
 * action "invitations.mail" with the kind of mail, the item of the agenda and the attendance that it is about, each a text
 * that may be empty. Invisible when there is nothing.
 */
G_DECLARE_FINAL_TYPE (AjMeetingMails, aj_meeting_mails, AJ, MEETING_MAILS, AdwPreferencesGroup)

/* @invitations: (nullable): read, not kept. */
void aj_meeting_mails_show (AjMeetingMails *self, AjInvitations *invitations, AjDate today);

G_END_DECLS
