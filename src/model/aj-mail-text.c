/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-mail-text.h"

#include <glib/gi18n-lib.h>

const AjChoice aj_mail_uses[] = {
  { AJ_MAIL_INVITATION, N_ ("invitation") },
  { AJ_MAIL_UPDATE, N_ ("change of an invitation") },
  { AJ_MAIL_CANCELLATION, N_ ("cancellation") },
  { AJ_MAIL_SPEAKER, N_ ("invitation of a speaker") },
  { AJ_MAIL_SPEAKER_CANCELLATION, N_ ("cancellation for a speaker") },
  { AJ_MAIL_AGENDA, N_ ("agenda") },
  { AJ_MAIL_MINUTES, N_ ("minutes for comment") },
  { AJ_MAIL_PROPOSAL_DECLINED, N_ ("proposal of another time declined") },
  { AJ_MAIL_ACTION_DAY_INVITATION, N_ ("action day: invitation") },
  { AJ_MAIL_ACTION_DAY_REMINDER, N_ ("action day: first reminder") },
  { AJ_MAIL_ACTION_DAY_BOTH, N_ ("action day: reminder to both contacts") },
  { AJ_MAIL_ACTION_DAY_LATE, N_ ("action day: reminder after the deadline") },
  { AJ_MAIL_ACTION_DAY_LAST_CALL, N_ ("action day: last call to the district lead") },
  { AJ_MAIL_ACTION_DAY_LOOK_BACK, N_ ("action day: looking back") },
  { NULL },
};

static const AjField fields[] = {
  { "use", AJ_FIELD_CHOICE, N_ ("For"), .choices = aj_mail_uses, .required = TRUE, .unique = TRUE },
  { "subject", AJ_FIELD_TEXT, N_ ("Subject"), .required = TRUE },
  { "body", AJ_FIELD_TEXT, N_ ("Text"), .multiline = TRUE },
};

static const char *const identity[] = { "use", NULL };

const AjRecordType aj_mail_text_record_type = {
  .name = "mail-text",
  .label = N_ ("Mail text"),
  .plural_label = N_ ("Mail texts"),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .title_field = "subject",
  .order_field = "use",
  .identity = identity,
  .get_type = aj_mail_text_get_type,
};

gboolean
aj_mail_use_is_about_meeting (const char *use)
{
  return !g_str_has_prefix (use, "action-day-");
}

AJ_DEFINE_RECORD (AjMailText, aj_mail_text)
