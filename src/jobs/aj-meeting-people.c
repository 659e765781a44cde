/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-meeting-facts-private.h"

#include "aj-agenda.h"
#include "aj-attendance.h"
#include "aj-composition.h"

/* What is known of somebody before it is stored. */
typedef struct
{
  AjInvitee *invitee;   /* (borrowed): of the facts */
  const AjValues *read; /* (borrowed) (nullable): what was known */
  AjValues *values;     /* (owned) */
} Expected;

static const AjValues *
find_attendance (AjMeetingFacts *self, const AjValues *person, const AjValues *organisation)
{
  GPtrArray *attendance = aj_meeting_facts_list_parts (self, &aj_attendance_record_type);

  for (guint i = 0; i < attendance->len; i++)
    {
      const AjValues *one = attendance->pdata[i];
      const char *person_id = aj_values_get_text (one, "person");

      if (person != NULL ? g_strcmp0 (person_id, aj_values_get_id (person)) == 0
                         : person_id == NULL && organisation != NULL &&
                               g_strcmp0 (aj_values_get_text (one, "organisation"),
                                          aj_values_get_id (organisation)) == 0)
        return one;
    }
  return NULL;
}

/* Somebody who takes two seats is one guest at the table. */
static gboolean
is_seated (AjMeetingFacts *self, const AjSitter *sitter)
{
  for (guint i = 0; i < self->invitees->len; i++)
    {
      const AjInvitee *one = &g_array_index (self->invitees, AjInvitee, i);

      if (one->person == sitter->person &&
          (one->person != NULL || one->organisation == sitter->organisation))
        return TRUE;
    }
  return FALSE;
}

static void
add_sitters (AjMeetingFacts *self)
{
  const char *group = aj_values_get_text (aj_meeting_facts_get_meeting (self), "group");
  g_autoptr (AjComposition) composition = NULL;

  if (aj_group_book_look_up (self->book, group) == NULL)
    return;
  composition = aj_composition_new (self->book, group, aj_meeting_facts_get_date (self));
  for (guint i = 0; i < composition->sitters->len; i++)
    {
      const AjSitter *sitter = &g_array_index (composition->sitters, AjSitter, i);
      AjInvitee invitee = {
        sitter->person, sitter->organisation, sitter->membership, sitter->seat, NULL, TRUE
      };

      if (is_seated (self, sitter))
        continue;
      invitee.attendance = find_attendance (self, sitter->person, sitter->organisation);
      g_array_append_val (self->invitees, invitee);
    }
}

/* A second row about somebody says nothing of the calendar they have. */
static gboolean
is_known (AjMeetingFacts *self, const AjValues *attendance)
{
  const char *person = aj_values_get_text (attendance, "person");
  const char *organisation = aj_values_get_text (attendance, "organisation");

  for (guint i = 0; i < self->invitees->len; i++)
    {
      const AjInvitee *one = &g_array_index (self->invitees, AjInvitee, i);

      if (one->attendance == attendance)
        return TRUE;
      if (one->person != NULL
              ? g_strcmp0 (aj_values_get_id (one->person), person) == 0
              : person == NULL && one->organisation != NULL &&
                    g_strcmp0 (aj_values_get_id (one->organisation), organisation) == 0)
        return TRUE;
    }
  return FALSE;
}

/* Whether that attendance is an invitation to all of the meeting. Of who speaks it is so only where they were sent all of it. */
static gboolean
invites (const AjValues *attendance)
{
  const char *as = aj_values_get_text (attendance, "invited-as");

  return g_strcmp0 (as, AJ_INVITED_GUEST) == 0 ||
         (g_strcmp0 (as, AJ_INVITED_SPEAKER) == 0 &&
          g_strcmp0 (aj_values_get_text (attendance, "sent-method"), AJ_SENT_REQUEST) == 0);
}

/* Whether whoever it is about speaks, and was never told of the meeting as a whole: then they stand with those who speak. */
static gboolean
is_of_speaker (AjMeetingFacts *self, const AjValues *attendance)
{
  const char *person = aj_values_get_text (attendance, "person");

  if (person == NULL || !aj_values_is_empty (attendance, "sent-method"))
    return FALSE;
  for (guint i = 0; i < self->agenda->len; i++)
    if (aj_agenda_is_kept (self->agenda->pdata[i]) &&
        g_strcmp0 (aj_values_get_text (self->agenda->pdata[i], "speaker"), person) == 0)
      return TRUE;
  return FALSE;
}

/* Who is known at this meeting and does not sit in the group on its day: guests, then those who left since. */
static void
add_others (AjMeetingFacts *self, gboolean invited)
{
  GPtrArray *attendance = aj_meeting_facts_list_parts (self, &aj_attendance_record_type);

  for (guint i = 0; i < attendance->len; i++)
    {
      const AjValues *one = attendance->pdata[i];
      AjInvitee invitee = { .attendance = one, .is_invited = invites (one) };

      if (invitee.is_invited != invited || is_known (self, one) ||
          (!invited && is_of_speaker (self, one)))
        continue;
      invitee.person = aj_meeting_facts_get_record (self, one, "person");
      invitee.organisation = aj_meeting_facts_get_record (self, one, "organisation");
      if (invitee.organisation == NULL && invitee.person != NULL)
        invitee.organisation = aj_meeting_facts_get_record (self, invitee.person, "organisation");
      g_array_append_val (self->invitees, invitee);
    }
}

static gboolean
is_among (GArray *all, const AjValues *person)
{
  for (guint i = 0; i < all->len; i++)
    if (g_array_index (all, AjInvitee, i).person != NULL &&
        g_str_equal (aj_values_get_id (g_array_index (all, AjInvitee, i).person),
                     aj_values_get_id (person)))
      return TRUE;
  return FALSE;
}

static void
add_speakers (AjMeetingFacts *self)
{
  for (guint i = 0; i < self->agenda->len; i++)
    {
      AjInvitee speaker = { .is_speaker = TRUE };

      if (!aj_agenda_is_kept (self->agenda->pdata[i]))
        continue;
      speaker.person = aj_meeting_facts_get_record (self, self->agenda->pdata[i], "speaker");
      if (speaker.person == NULL || is_among (self->invitees, speaker.person) ||
          is_among (self->speakers, speaker.person))
        continue;
      speaker.organisation = aj_meeting_facts_get_record (self, speaker.person, "organisation");
      speaker.attendance = find_attendance (self, speaker.person, NULL);
      g_array_append_val (self->speakers, speaker);
    }
}

void
aj_meeting_facts_fill_people (AjMeetingFacts *self)
{
  add_sitters (self);
  add_others (self, TRUE);
  add_others (self, FALSE);
  add_speakers (self);
}

const char *
aj_invitee_get_name (const AjInvitee *self)
{
  const AjValues *who = self->person != NULL ? self->person : self->organisation;
  const char *name = who != NULL ? aj_values_get_text (who, "name") : NULL;

  return name != NULL ? name : "–";
}

const char *
aj_invitee_get_mail (const AjInvitee *self)
{
  const char *mail = self->person != NULL ? aj_values_get_text (self->person, "mail") : NULL;

  return mail != NULL || self->organisation == NULL
             ? mail
             : aj_values_get_text (self->organisation, "mail");
}

const char *
aj_invitee_get_id (const AjInvitee *self)
{
  const AjValues *who = self->person != NULL ? self->person
                        : self->seat != NULL ? self->seat
                                             : self->organisation;

  return who != NULL ? aj_values_get_id (who) : NULL;
}

AjValues *
aj_meeting_facts_change_attendance (AjMeetingFacts *self, AjEdit *edit, const AjInvitee *invitee)
{
  AjValues *values;

  if (invitee->attendance != NULL)
    return aj_edit_change_values (edit, invitee->attendance);
  values = aj_edit_add_once (edit, &aj_attendance_record_type);
  aj_values_set_text (values, "meeting", aj_values_get_id (aj_meeting_facts_get_meeting (self)));
  if (invitee->person != NULL)
    aj_values_set_text (values, "person", aj_values_get_id (invitee->person));
  if (invitee->organisation != NULL)
    aj_values_set_text (values, "organisation", aj_values_get_id (invitee->organisation));
  if (invitee->seat != NULL)
    aj_values_set_text (values, "seat", aj_values_get_id (invitee->seat));
  if (invitee->is_speaker)
    aj_values_set_text (values, "invited-as", AJ_INVITED_SPEAKER);
  return values;
}

static void
expected_clear (gpointer data)
{
  aj_values_unref (((Expected *) data)->values);
}

void
aj_meeting_facts_expect_attendance (AjMeetingFacts *self,
                                    const AjInvitee *invitee,
                                    const AjValues *values)
{
  /* It is of these facts, which nobody else changes. */
  Expected expected = { (AjInvitee *) invitee, invitee->attendance, NULL };

  if (self->expected == NULL)
    {
      self->expected = g_array_new (FALSE, FALSE, sizeof (Expected));
      g_array_set_clear_func (self->expected, expected_clear);
    }
  /* The edit goes on with its own. */
  expected.values = aj_values_copy (values);
  g_array_append_val (self->expected, expected);
  expected.invitee->attendance = expected.values;
}

void
aj_meeting_facts_expect_nothing (AjMeetingFacts *self)
{
  g_return_if_fail (self != NULL);

  for (guint i = self->expected != NULL ? self->expected->len : 0; i > 0; i--)
    {
      const Expected *expected = &g_array_index (self->expected, Expected, i - 1);

      expected->invitee->attendance = expected->read;
    }
  g_clear_pointer (&self->expected, g_array_unref);
}
