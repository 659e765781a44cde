/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-invitations-private.h"

#include <glib/gi18n-lib.h>

#include "aj-attendance.h"
#include "aj-meeting.h"

const char *
aj_letter_kind_get_label (AjLetterKind kind)
{
  switch (kind)
    {
    case AJ_LETTER_CANCEL:
      return _ ("cancellation");
    case AJ_LETTER_UPDATE:
      return _ ("change of an invitation");
    case AJ_LETTER_REQUEST:
    default:
      return _ ("invitation");
    }
}

/* The day that an old version names, when it is another than that of the meeting; AJ_DATE_NONE when it is the same. */
static AjDate
get_old_date (AjInvitations *self, const AjValues *attendance)
{
  AjWallTime sent;

  return aj_values_get_wall_time (attendance, "sent-starts-at", &sent) &&
                 sent.date != aj_meeting_facts_get_date (self->facts)
             ? sent.date
             : AJ_DATE_NONE;
}

char *
aj_invitations_describe_held (AjInvitations *self, const AjInvitee *invitee)
{
  g_autofree char *day = NULL;
  AjDate date;

  if (!aj_invitation_is_held (invitee->attendance))
    return g_strdup (g_strcmp0 (invitee->attendance != NULL
                                    ? aj_values_get_text (invitee->attendance, "sent-method")
                                    : NULL,
                                AJ_SENT_CANCEL) == 0
                         ? _ ("cancelled")
                         : _ ("nothing"));
  if (!aj_invitation_is_old (aj_meeting_facts_get_meeting (self->facts), invitee->attendance))
    return g_strdup (_ ("the meeting as it is"));
  date = get_old_date (self, invitee->attendance);
  if (date == AJ_DATE_NONE)
    return g_strdup (_ ("an older version"));
  day = aj_date_format_short (date);
  /* Translators: what somebody's calendar holds; a day. */
  return g_strdup_printf (_ ("the old date (%s)"), day);
}

AjDate
aj_invitations_get_old_date (AjInvitations *self)
{
  GArray *invitees = aj_meeting_facts_get_invitees (self->facts);
  AjDate common = AJ_DATE_NONE;

  for (guint i = 0; i < invitees->len; i++)
    {
      const AjInvitee *invitee = &g_array_index (invitees, AjInvitee, i);
      AjDate date;

      if (!invitee->is_invited ||
          !aj_invitation_is_old (aj_meeting_facts_get_meeting (self->facts), invitee->attendance))
        continue;
      date = get_old_date (self, invitee->attendance);
      if (date == AJ_DATE_NONE || (common != AJ_DATE_NONE && date != common))
        return AJ_DATE_NONE;
      common = date;
    }
  return common;
}

static char *
describe_old (AjInvitations *self)
{
  const AjInvitationCounts *counts = &self->counts;
  AjDate date = aj_invitations_get_old_date (self);
  g_autofree char *day = date != AJ_DATE_NONE ? aj_date_format_short (date) : NULL;

  if (day != NULL)
    /* Translators: how many of how many, and a day. */
    return g_strdup_printf (ngettext ("%1$u of %2$u still holds the old date (%3$s).",
                                      "%1$u of %2$u still hold the old date (%3$s).",
                                      counts->n_old),
                            counts->n_old, counts->n_invited, day);
  /* Translators: how many of how many. */
  return g_strdup_printf (ngettext ("%1$u of %2$u still holds an older version.",
                                    "%1$u of %2$u still hold an older version.", counts->n_old),
                          counts->n_old, counts->n_invited);
}

/* (transfer full) (nullable): of those who are invited to the whole meeting. */
static char *
describe_invited (AjInvitations *self)
{
  guint n_cancel = aj_invitations_count_owed (self, AJ_LETTER_CANCEL);
  guint n_request = aj_invitations_count_owed (self, AJ_LETTER_REQUEST);

  if (self->owed->len == 0)
    return NULL;
  if (g_strcmp0 (aj_values_get_text (aj_meeting_facts_get_meeting (self->facts), "state"),
                 AJ_MEETING_CANCELLED) == 0)
    return g_strdup_printf (ngettext ("%u person does not know yet that it is cancelled.",
                                      "%u people do not know yet that it is cancelled.", n_cancel),
                            n_cancel);
  if (self->counts.n_old > 0)
    return describe_old (self);
  if (n_request > 0)
    return g_strdup_printf (ngettext ("%1$u of %2$u is not invited yet.",
                                      "%1$u of %2$u are not invited yet.", n_request),
                            n_request, self->counts.n_invited);
  return g_strdup_printf (ngettext ("%u person who is not invited any more still holds it.",
                                    "%u people who are not invited any more still hold it.",
                                    n_cancel),
                          n_cancel);
}

char *
aj_invitations_describe (AjInvitations *self)
{
  g_autofree char *invited = describe_invited (self);
  g_autofree char *speakers = aj_speakers_describe (self->speakers);

  if (invited != NULL && speakers != NULL)
    return g_strconcat (invited, " ", speakers, NULL);
  return invited != NULL ? g_steal_pointer (&invited) : g_steal_pointer (&speakers);
}
