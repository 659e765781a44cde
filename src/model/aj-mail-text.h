/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-record.h"

G_BEGIN_DECLS

/* The text of a kind of mail, with places such as {date} that are filled in for each. */
#define AJ_TYPE_MAIL_TEXT (aj_mail_text_get_type ())
AJ_DECLARE_RECORD (AjMailText, aj_mail_text, MAIL_TEXT)

#define AJ_MAIL_INVITATION           "invitation"
#define AJ_MAIL_UPDATE               "update"
#define AJ_MAIL_CANCELLATION         "cancellation"
#define AJ_MAIL_SPEAKER              "speaker"
#define AJ_MAIL_SPEAKER_CANCELLATION "speaker-cancellation"
#define AJ_MAIL_AGENDA               "agenda"
#define AJ_MAIL_MINUTES              "minutes"
#define AJ_MAIL_PROPOSAL_DECLINED    "proposal-declined"

/* Of the action day, to municipalities that have not answered; and afterwards, to those where something was done. */
#define AJ_MAIL_ACTION_DAY_INVITATION "action-day-invitation"
#define AJ_MAIL_ACTION_DAY_REMINDER   "action-day-reminder"
#define AJ_MAIL_ACTION_DAY_BOTH       "action-day-both"
#define AJ_MAIL_ACTION_DAY_LATE       "action-day-late"
#define AJ_MAIL_ACTION_DAY_LAST_CALL  "action-day-last-call"
#define AJ_MAIL_ACTION_DAY_LOOK_BACK  "action-day-look-back"

/* The kinds of mail there are texts for; ends with a NULL code. */
extern const AjChoice aj_mail_uses[];
/* Whether a kind of mail is about a meeting, and not about the action day. */
gboolean aj_mail_use_is_about_meeting (const char *use);

G_END_DECLS
