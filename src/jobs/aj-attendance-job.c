/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-attendance-job.h"

#include <glib/gi18n-lib.h>

#include "aj-attendance.h"
#include "aj-invitation.h"

static gboolean
has (const AjInvitee *invitee, const char *field, const char *code)
{
  return invitee->attendance != NULL &&
         g_strcmp0 (aj_values_get_text (invitee->attendance, field), code) == 0;
}

/* An answer to another version of the meeting is none. */
static gboolean
has_answered (AjMeetingFacts *facts, const AjInvitee *invitee, const char *code)
{
  return has (invitee, "answer", code) &&
         aj_invitation_is_answered (aj_meeting_facts_get_meeting (facts), invitee->attendance);
}

AjAttendanceCounts
aj_attendance_job_count (AjMeetingFacts *facts)
{
  GArray *invitees = aj_meeting_facts_get_invitees (facts);
  AjAttendanceCounts counts = { 0 };

  for (guint i = 0; i < invitees->len; i++)
    {
      const AjInvitee *one = &g_array_index (invitees, AjInvitee, i);

      counts.n_present += has (one, "presence", AJ_PRESENCE_PRESENT) ? 1 : 0;
      if (!one->is_invited)
        continue;
      counts.n_invited++;
      if (has_answered (facts, one, AJ_ANSWER_YES) || has_answered (facts, one, AJ_ANSWER_SENDS))
        counts.n_yes++;
      else if (has_answered (facts, one, AJ_ANSWER_NO))
        counts.n_no++;
      else if (has_answered (facts, one, AJ_ANSWER_MAYBE))
        counts.n_maybe++;
      else
        counts.n_silent++;
    }
  return counts;
}

/* (transfer full): "Anna: yes". */
static char *
describe (const AjInvitee *invitee, const char *field, const char *code)
{
  const AjField *found = aj_record_type_get_field (&aj_attendance_record_type, field, NULL);
  const AjChoice *choice = found->choices;

  while (choice->code != NULL && g_strcmp0 (choice->code, code) != 0)
    choice++;
  if (choice->code == NULL)
    /* Translators: a line of history; whose answer or presence is not known after all. */
    return g_strdup_printf (_ ("%s: not known"), aj_invitee_get_name (invitee));
  /* Translators: a line of history; somebody, and their answer or presence: "Anna: yes". */
  return g_strdup_printf (_ ("%1$s: %2$s"), aj_invitee_get_name (invitee), _ (choice->label));
}

AjEdit *
aj_attendance_job_set (AjStore *store,
                       AjMeetingFacts *facts,
                       const AjInvitee *invitee,
                       const char *field,
                       const char *code)
{
  gboolean is_there = g_str_equal (field, "answer") ? has_answered (facts, invitee, code)
                                                    : has (invitee, field, code);
  g_autofree char *label = describe (invitee, field, is_there ? NULL : code);
  AjEdit *edit = aj_edit_new (store, label);
  AjValues *values = aj_meeting_facts_change_attendance (facts, edit, invitee);

  /* The same answer once more is one to the meeting as it is now. */
  if (!is_there && g_str_equal (field, "answer"))
    aj_values_set_integer (values, "answer-sequence",
                           aj_values_get_integer (aj_meeting_facts_get_meeting (facts),
                                                  "sequence"));
  aj_values_set_text (values, field, is_there ? NULL : code);
  aj_meeting_facts_expect_attendance (facts, invitee, values);
  return edit;
}

static const char *
get_presence (AjMeetingFacts *facts, const AjInvitee *invitee)
{
  if (has_answered (facts, invitee, AJ_ANSWER_YES) ||
      has_answered (facts, invitee, AJ_ANSWER_SENDS))
    return AJ_PRESENCE_PRESENT;
  return has_answered (facts, invitee, AJ_ANSWER_NO) ? AJ_PRESENCE_EXCUSED : NULL;
}

AjEdit *
aj_attendance_job_fill_presence (AjStore *store, AjMeetingFacts *facts)
{
  GArray *invitees = aj_meeting_facts_get_invitees (facts);
  g_autoptr (AjEdit) edit = aj_edit_new (store, _ ("Fill in who was there from the answers"));

  for (guint i = 0; i < invitees->len; i++)
    {
      const AjInvitee *one = &g_array_index (invitees, AjInvitee, i);
      const char *presence = get_presence (facts, one);

      if (presence != NULL && aj_values_is_empty (one->attendance, "presence"))
        aj_values_set_text (aj_meeting_facts_change_attendance (facts, edit, one), "presence",
                            presence);
    }
  return aj_edit_is_empty (edit) ? NULL : g_steal_pointer (&edit);
}

/* (nullable) */
static const AjInvitee *
find_known_among (GArray *invitees, const char *holder_field, const char *holder_id)
{
  gboolean is_person = g_str_equal (holder_field, "person");

  for (guint i = 0; i < invitees->len; i++)
    {
      const AjInvitee *one = &g_array_index (invitees, AjInvitee, i);
      const AjValues *who = is_person || one->person != NULL ? one->person : one->organisation;

      if (who != NULL && one->attendance != NULL && is_person == (one->person != NULL) &&
          g_str_equal (aj_values_get_id (who), holder_id))
        return one;
    }
  return NULL;
}

/* Who is known at the meeting and not invited: who left the group, or speaks. (nullable) */
static const AjInvitee *
find_known (AjMeetingFacts *facts, const char *holder_field, const char *holder_id)
{
  const AjInvitee *known = find_known_among (aj_meeting_facts_get_invitees (facts), holder_field,
                                             holder_id);

  return known != NULL
             ? known
             : find_known_among (aj_meeting_facts_get_speakers (facts), holder_field, holder_id);
}

AjEdit *
aj_attendance_job_add_guest (AjStore *store,
                             AjMeetingFacts *facts,
                             const char *holder_field,
                             const char *holder_id,
                             const char *holder_name)
{
  /* Translators: a line of history; who is invited as well. */
  g_autofree char *label = g_strdup_printf (_ ("Invite %s as a guest"), holder_name);
  AjEdit *edit = aj_edit_new (store, label);
  const AjInvitee *known = find_known (facts, holder_field, holder_id);
  AjValues *values;

  /* What their calendar holds is known there. */
  if (known != NULL)
    {
      if (!known->is_invited)
        aj_values_set_text (aj_edit_change_values (edit, known->attendance), "invited-as",
                            AJ_INVITED_GUEST);
      return edit;
    }
  values = aj_edit_add_once (edit, &aj_attendance_record_type);
  aj_values_set_text (values, "meeting", aj_values_get_id (aj_meeting_facts_get_meeting (facts)));
  aj_values_set_text (values, holder_field, holder_id);
  aj_values_set_text (values, "invited-as", AJ_INVITED_GUEST);
  return edit;
}

gboolean
aj_attendance_job_is_guest (const AjInvitee *invitee)
{
  return invitee->is_invited && invitee->membership == NULL && invitee->attendance != NULL &&
         !has (invitee, "invited-as", AJ_INVITED_SEAT);
}

AjEdit *
aj_attendance_job_remove_guest (AjStore *store, const AjInvitee *invitee)
{
  /* Translators: a line of history; who is not invited any more. */
  g_autofree char *label = g_strdup_printf (_ ("Do not invite %s any more"),
                                            aj_invitee_get_name (invitee));
  AjEdit *edit = aj_edit_new (store, label);

  g_return_val_if_fail (aj_attendance_job_is_guest (invitee), edit);

  if (aj_values_is_empty (invitee->attendance, "sent-method"))
    aj_edit_remove_values (edit, invitee->attendance);
  else
    aj_values_set_text (aj_edit_change_values (edit, invitee->attendance), "invited-as",
                        AJ_INVITED_SEAT);
  return edit;
}
