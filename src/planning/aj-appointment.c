/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-appointment.h"

#include "aj-agenda-item.h"
#include "aj-attendance.h"
#include "aj-meeting.h"

void
aj_appointment_get_slot (const AjAgendaSlot *time, AjAgendaSlot *slot)
{
  *slot = *time;
  if (aj_wall_time_compare (&time->start, &time->end) >= 0)
    slot->end = aj_wall_time_add_minutes (&time->start, AJ_APPOINTMENT_MINUTES);
}

static gboolean
has (const AjValues *values, const char *field, const char *text)
{
  return g_strcmp0 (aj_values_get_text (values, field), text) == 0;
}

static gboolean
is_held (const AjAppointment *self)
{
  return aj_agenda_item_is_held (self->item);
}

/* Whether the calendar that holds it is that of who speaks now: a mailbox may be shared. */
static gboolean
is_same_mailbox (const AjAppointment *self)
{
  return self->mail != NULL &&
         aj_invitation_is_same_mail (self->mail, aj_values_get_text (self->item, "sent-mail"));
}

static gboolean
is_same_speaker (const AjAppointment *self)
{
  return has (self->item, "sent-to", aj_values_get_text (self->item, "speaker"));
}

gboolean
aj_appointment_is_expected (const AjAppointment *self)
{
  gboolean holds = is_held (self) && is_same_speaker (self);

  if (self->slot == NULL || self->is_invited || aj_values_is_empty (self->item, "speaker") ||
      !aj_agenda_is_kept (self->item) || has (self->meeting, "state", AJ_MEETING_CANCELLED) ||
      has (self->item, "briefing", AJ_BRIEFING_DECLINED))
    return FALSE;
  return holds || (!has (self->meeting, "state", AJ_MEETING_CONCEPT) &&
                   !has (self->item, "briefing", AJ_BRIEFING_ASKED));
}

static gboolean
is_time (const AjValues *item, const char *field, const AjWallTime *time)
{
  AjWallTime sent;

  return aj_values_get_wall_time (item, field, &sent) && aj_wall_time_compare (&sent, time) == 0;
}

/* What the calendar shows is what counts; what it is called is not worth another answer, as with a meeting. */
static gboolean
is_as_sent (const AjAppointment *self)
{
  return is_time (self->item, "sent-starts-at", &self->slot->start) &&
         is_time (self->item, "sent-ends-at", &self->slot->end) &&
         has (self->item, "sent-zone", aj_values_get_text (self->meeting, "zone")) &&
         has (self->item, "sent-place", aj_values_get_text (self->meeting, "place")) &&
         has (self->item, "sent-link", aj_values_get_text (self->meeting, "online-link"));
}

gboolean
aj_appointment_is_old (const AjAppointment *self)
{
  return is_held (self) && is_same_speaker (self) && aj_appointment_is_expected (self) &&
         !is_as_sent (self);
}

gboolean
aj_appointment_is_stuck (const AjAppointment *self)
{
  return self->mail == NULL && !has (self->meeting, "state", AJ_MEETING_HELD) &&
         aj_appointment_is_expected (self) &&
         (!is_held (self) || !is_same_speaker (self) || !is_as_sent (self));
}

guint
aj_appointment_list_owed (const AjAppointment *self, AjLetter letters[AJ_INVITATION_MAX_LETTERS])
{
  gboolean expected = aj_appointment_is_expected (self);
  const char *sent_mail = is_held (self) ? aj_values_get_text (self->item, "sent-mail") : NULL;
  gboolean moved = self->mail != NULL ? !is_same_mailbox (self) : !is_same_speaker (self);
  guint n = 0;

  if (has (self->meeting, "state", AJ_MEETING_HELD))
    return 0;
  if (sent_mail != NULL && (!expected || moved))
    letters[n++] = (AjLetter){ AJ_LETTER_CANCEL, sent_mail };
  if (!expected || self->mail == NULL)
    return n;
  if (!is_held (self) || moved)
    letters[n++] = (AjLetter){ AJ_LETTER_REQUEST, self->mail };
  else if (!is_same_speaker (self) || !is_as_sent (self))
    letters[n++] = (AjLetter){ AJ_LETTER_UPDATE, self->mail };
  return n;
}

/* Whether the calendar of who speaks holds just what there is to tell. */
static gboolean
is_current (const AjAppointment *self)
{
  return is_held (self) && is_same_speaker (self) && is_same_mailbox (self) &&
         aj_appointment_is_expected (self) && is_as_sent (self);
}

gint64
aj_appointment_get_sequence (const AjAppointment *self, AjLetterKind kind)
{
  gint64 sent = aj_values_get_integer (self->item, "sent-sequence");
  AjLetter letters[AJ_INVITATION_MAX_LETTERS];
  gint64 step = 1;

  if (aj_values_is_empty (self->item, "sent-sequence"))
    return 0;
  if (is_current (self))
    return sent;
  /* Who reads both mailboxes is to end up with the invitation, in whichever order they come. */
  if (kind != AJ_LETTER_CANCEL && aj_appointment_list_owed (self, letters) == 2)
    step++;
  return MIN (sent + step, G_MAXINT32);
}

static void
note_request (const AjAppointment *self, AjValues *item)
{
  static const struct
  {
    const char *of_item;
    const char *of_meeting;
  } copies[] = {
    { "sent-zone", "zone" },
    { "sent-place", "place" },
    { "sent-link", "online-link" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (copies); i++)
    {
      const char *text = aj_values_get_text (self->meeting, copies[i].of_meeting);

      if (text != NULL)
        aj_values_set_text (item, copies[i].of_item, text);
      else
        aj_values_clear (item, copies[i].of_item);
    }
  aj_values_set_text (item, "sent-to", aj_values_get_text (self->item, "speaker"));
  aj_values_set_text (item, "sent-meeting", aj_values_get_id (self->meeting));
  aj_values_set_wall_time (item, "sent-starts-at", &self->slot->start);
  aj_values_set_wall_time (item, "sent-ends-at", &self->slot->end);
}

void
aj_appointment_note (const AjAppointment *self,
                     const AjLetter *letter,
                     gint64 stamp,
                     AjValues *item)
{
  gboolean is_cancel = letter->kind == AJ_LETTER_CANCEL;
  AjWallTime now;

  aj_values_set_text (item, "sent-method", is_cancel ? AJ_SENT_CANCEL : AJ_SENT_REQUEST);
  aj_values_set_integer (item, "sent-sequence", aj_appointment_get_sequence (self, letter->kind));
  aj_values_set_text (item, "sent-mail", letter->mail);
  if (aj_wall_time_from_unix (stamp, aj_values_get_text (self->meeting, "zone"), &now))
    aj_values_set_wall_time (item, "sent-at", &now);
  if (!is_cancel)
    note_request (self, item);
}
