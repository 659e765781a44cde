/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-invitation.h"

#include "aj-attendance.h"
#include "aj-meeting.h"

static gboolean
has (const AjValues *values, const char *field, const char *text)
{
  return values != NULL && g_strcmp0 (aj_values_get_text (values, field), text) == 0;
}

gboolean
aj_invitation_is_held (const AjValues *attendance)
{
  return has (attendance, "sent-method", AJ_SENT_REQUEST);
}

gboolean
aj_invitation_is_old (const AjValues *meeting, const AjValues *attendance)
{
  return aj_invitation_is_held (attendance) && aj_values_get_integer (attendance, "sent-sequence") <
                                                   aj_values_get_integer (meeting, "sequence");
}

gboolean
aj_invitation_is_same_mail (const char *a, const char *b)
{
  g_autofree char *left = a != NULL ? g_utf8_casefold (a, -1) : NULL;
  g_autofree char *right = b != NULL ? g_utf8_casefold (b, -1) : NULL;

  return g_strcmp0 (left, right) == 0;
}

gboolean
aj_invitation_is_expected (const AjValues *meeting, const AjValues *attendance, gboolean is_invited)
{
  if (!is_invited || has (meeting, "state", AJ_MEETING_CANCELLED))
    return FALSE;
  return !has (meeting, "state", AJ_MEETING_CONCEPT) || aj_invitation_is_held (attendance);
}

gboolean
aj_invitation_is_stuck (const AjValues *meeting,
                        const AjValues *attendance,
                        const char *mail,
                        gboolean is_invited)
{
  return mail == NULL && !has (meeting, "state", AJ_MEETING_HELD) &&
         aj_invitation_is_expected (meeting, attendance, is_invited) &&
         (!aj_invitation_is_held (attendance) || aj_invitation_is_old (meeting, attendance));
}

guint
aj_invitation_list_owed (const AjValues *meeting,
                         const AjValues *attendance,
                         const char *mail,
                         gboolean is_invited,
                         AjLetter letters[AJ_INVITATION_MAX_LETTERS])
{
  gboolean is_held = aj_invitation_is_held (attendance);
  const char *sent_mail = is_held ? aj_values_get_text (attendance, "sent-mail") : NULL;
  gboolean expected = aj_invitation_is_expected (meeting, attendance, is_invited);
  gboolean moved = mail != NULL && sent_mail != NULL &&
                   !aj_invitation_is_same_mail (mail, sent_mail);
  guint n = 0;

  if (has (meeting, "state", AJ_MEETING_HELD))
    return 0;
  if (sent_mail != NULL && (!expected || moved))
    letters[n++] = (AjLetter){ AJ_LETTER_CANCEL, sent_mail };
  if (!expected || mail == NULL)
    return n;
  if (!is_held || moved)
    letters[n++] = (AjLetter){ AJ_LETTER_REQUEST, mail };
  else if (aj_invitation_is_old (meeting, attendance))
    letters[n++] = (AjLetter){ AJ_LETTER_UPDATE, mail };
  return n;
}

gint64
aj_invitation_get_sequence (const AjValues *meeting, const AjValues *attendance)
{
  gint64 sequence = aj_values_get_integer (meeting, "sequence");

  return attendance != NULL ? MAX (sequence, aj_values_get_integer (attendance, "sent-sequence"))
                            : sequence;
}

gint64
aj_invitation_get_next_stamp (const AjValues *meeting, const AjValues *attendance)
{
  AjWallTime sent;
  gint64 moment;

  /* It is kept to the minute. */
  if (attendance == NULL || !aj_values_get_wall_time (attendance, "sent-at", &sent) ||
      !aj_wall_time_to_unix (&sent, aj_values_get_text (meeting, "zone"), &moment))
    return 0;
  return moment + 60;
}

/* An answer is to the version that it names; a later one asks anew (RFC 5546, 2.1.4). */
gboolean
aj_invitation_is_answered (const AjValues *meeting, const AjValues *attendance)
{
  if (attendance == NULL || aj_values_is_empty (attendance, "answer"))
    return FALSE;
  return aj_values_is_empty (attendance, "answer-sequence") ||
         aj_values_get_integer (attendance, "answer-sequence") >=
             aj_values_get_integer (meeting, "sequence");
}

const char *
aj_invitation_get_answer (const AjValues *meeting, const AjValues *attendance)
{
  static const struct
  {
    const char *answer;
    const char *participation;
  } answers[] = {
    { AJ_ANSWER_YES, "ACCEPTED" },
    { AJ_ANSWER_NO, "DECLINED" },
    { AJ_ANSWER_MAYBE, "TENTATIVE" },
  };

  if (!aj_invitation_is_answered (meeting, attendance))
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (answers); i++)
    if (has (attendance, "answer", answers[i].answer))
      return answers[i].participation;
  return NULL;
}
