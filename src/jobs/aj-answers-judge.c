/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-answers-private.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "aj-attendance.h"
#include "aj-invitation.h"
#include "aj-meeting-report.h"
#include "aj-meeting.h"
#include "aj-person.h"
#include "aj-text.h"

/* Whose answer it is, and what it is worth. */

static gboolean
is_mail (const char *mail, const char *address)
{
  g_autofree char *small = mail != NULL ? g_utf8_strdown (mail, -1) : NULL;

  return g_strcmp0 (small, address) == 0;
}

/* The address that a line of notes says is theirs, as it is noted when somebody says whose an answer is, in whichever
 * language that was. Any other in the notes may be of whoever: of a secretary. */
static const char *
skip_label (const char *line)
{
  int index = aj_record_type_find (&aj_person_record_type, "mail");
  const char *label = aj_field_get_label (&aj_person_record_type.fields[index]);
  const char *const labels[] = { label, "Mail", "E-mail" };

  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    if (g_str_has_prefix (line, labels[i]) && g_str_has_prefix (line + strlen (labels[i]), ": "))
      return line + strlen (labels[i]) + 2;
  return NULL;
}

gboolean
aj_answers_has_address (const AjValues *person, const char *address)
{
  const char *notes = aj_values_get_text (person, "notes");
  g_auto (GStrv) lines = NULL;

  if (address == NULL || is_mail (aj_values_get_text (person, "mail"), address))
    return address != NULL;
  if (notes == NULL || strchr (notes, '@') == NULL)
    return FALSE;
  lines = g_strsplit (notes, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    if (is_mail (skip_label (g_strstrip (lines[i])), address))
      return TRUE;
  return FALSE;
}

/* Also the address that the invitation went to, for that is what a calendar answers from. */
static gboolean
has_address (const AjInvitee *invitee, const char *address)
{
  return (invitee->attendance != NULL &&
          is_mail (aj_values_get_text (invitee->attendance, "sent-mail"), address)) ||
         is_mail (aj_invitee_get_mail (invitee), address) ||
         (invitee->person != NULL && aj_answers_has_address (invitee->person, address));
}

static gboolean
has_name (const AjInvitee *invitee, const char *name)
{
  g_autofree char *left = name != NULL ? aj_text_fold (name) : NULL;
  g_autofree char *right = aj_text_fold (aj_invitee_get_name (invitee));

  return g_strcmp0 (left, right) == 0;
}

/* Of several with one address, the name may tell which. */
static const AjInvitee *
choose (GArray *owners, const char *name)
{
  const AjInvitee *chosen = owners->len == 1 ? g_array_index (owners, const AjInvitee *, 0) : NULL;

  for (guint i = 0; owners->len > 1 && i < owners->len; i++)
    {
      const AjInvitee *one = g_array_index (owners, const AjInvitee *, i);

      if (has_name (one, name))
        {
          if (chosen != NULL)
            return NULL;
          chosen = one;
        }
    }
  return chosen;
}

static void
match (AjAnswers *self, AjAnswerRow *row)
{
  const char *address = aj_answer_row_get_address (row);
  GArray *invitees = aj_meeting_facts_get_invitees (row->facts);
  g_autoptr (GArray) owners = g_array_new (FALSE, FALSE, sizeof (const AjInvitee *));
  g_autoptr (GArray) invited = g_array_new (FALSE, FALSE, sizeof (const AjInvitee *));

  for (guint i = 0; i < invitees->len; i++)
    {
      const AjInvitee *one = &g_array_index (invitees, AjInvitee, i);

      if (address != NULL && has_address (one, address))
        g_array_append_val (owners, one);
      if (one->is_invited)
        g_array_append_val (invited, one);
    }
  row->invitee = choose (owners, aj_answer_row_get_own_name (row));
  if (row->invitee != NULL || address == NULL)
    return;
  row->is_ambiguous = owners->len > 1;
  row->candidates = g_array_ref (row->is_ambiguous ? owners : invited);
  if (!row->is_ambiguous && !g_hash_table_contains (self->people, address))
    g_hash_table_insert (self->people, g_strdup (address), NULL);
}

/* On whose agenda it stands; of one that stands on none, the meeting that was sent. */
static AjMeetingFacts *
find_meeting_of_item (AjAnswers *self, const AjValues *item)
{
  const char *id = aj_answers_get_meeting_of_item (item);
  GHashTableIter iter;
  gpointer facts;

  g_hash_table_iter_init (&iter, self->meetings);
  while (g_hash_table_iter_next (&iter, NULL, &facts))
    if (g_strcmp0 (aj_values_get_id (aj_meeting_facts_get_meeting (facts)), id) == 0)
      return facts;
  return NULL;
}

void
aj_answers_match (AjAnswers *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      AjAnswerRow *row = self->rows->pdata[i];
      AjValues *item = g_hash_table_lookup (self->items, row->found->answer->uid);
      AjMeetingFacts *facts = item != NULL
                                  ? find_meeting_of_item (self, item)
                                  : g_hash_table_lookup (self->meetings, row->found->answer->uid);

      if (facts == NULL)
        continue;
      row->facts = aj_meeting_facts_ref (facts);
      if (item != NULL)
        row->item = aj_values_ref (item);
      else
        match (self, row);
    }
}

void
aj_answer_row_add_reason (AjAnswerRow *row, const char *format, ...)
{
  g_autofree char *sentence = NULL;
  char *longer;
  va_list arguments;

  va_start (arguments, format);
  sentence = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  longer = row->reason != NULL ? g_strdup_printf ("%s\n%s", row->reason, sentence)
                               : g_steal_pointer (&sentence);
  g_free (row->reason);
  row->reason = longer;
}

static const AjInvitee *
get_invitee (AjAnswerRow *row)
{
  if (row->candidates == NULL)
    return row->invitee;
  return row->person >= 0 && row->person < (int) row->candidates->len
             ? g_array_index (row->candidates, const AjInvitee *, row->person)
             : NULL;
}

static const AjValues *
get_attendance (AjAnswerRow *row)
{
  const AjInvitee *invitee = get_invitee (row);

  return invitee != NULL ? invitee->attendance : NULL;
}

static char *
describe_who (AjAnswerRow *row)
{
  const AjInvitee *invitee = get_invitee (row);
  const AjValues *holder = row->item != NULL ? aj_answer_row_get_holder (row) : NULL;
  const char *name = row->known != NULL ? aj_values_get_text (row->known, "name")
                                        : aj_answer_row_get_own_name (row);
  const char *address = aj_answer_row_get_address (row);

  if (invitee != NULL)
    return g_strdup (aj_invitee_get_name (invitee));
  if (holder != NULL)
    return g_strdup (aj_values_get_text (holder, "name"));
  if (name != NULL || address != NULL)
    return g_strdup (name != NULL ? name : address);
  /* Translators: who answered an invitation, when it does not say. */
  return g_strdup (_ ("Nobody named"));
}

/* When a meeting would be at those times. */
static char *
describe_when (AjAnswerRow *row, const AjWallTime *start, const AjWallTime *end)
{
  g_autoptr (AjValues) moved = aj_values_copy (aj_answer_row_get_meeting (row));

  aj_values_set_wall_time (moved, "starts-at", start);
  aj_values_set_wall_time (moved, "ends-at", end);
  return aj_meeting_report_format_when (moved);
}

static char *
describe_answer (AjAnswerRow *row)
{
  const AjCalendarAnswer *answer = row->found->answer;
  const char *substitute = answer->substitute_name != NULL ? answer->substitute_name
                                                           : answer->substitute_mail;
  g_autofree char *when = NULL;
  AjWallTime start, end;

  if (aj_answer_row_get_proposal (row, &start, &end))
    {
      when = describe_when (row, &start, &end);
      /* Translators: what somebody answers; a day with its hours. */
      return g_strdup_printf (_ ("Proposes %s"), when);
    }
  switch (answer->participation)
    {
    case AJ_PARTICIPATION_ACCEPTED:
      /* Translators: what somebody answers to an invitation; so are those that follow. */
      return g_strdup (_ ("Comes"));
    case AJ_PARTICIPATION_DECLINED:
      return g_strdup (_ ("Does not come"));
    case AJ_PARTICIPATION_TENTATIVE:
      return g_strdup (_ ("Comes perhaps"));
    case AJ_PARTICIPATION_DELEGATED:
      /* Translators: somebody else, by name or mail address. */
      return substitute != NULL ? g_strdup_printf (_ ("Sends %s"), substitute)
                                : g_strdup (_ ("Sends somebody else"));
    case AJ_PARTICIPATION_UNKNOWN:
    default:
      return g_strdup (_ ("Says neither yes nor no"));
    }
}

static char *
describe_meeting (AjAnswerRow *row)
{
  const AjValues *group = aj_meeting_facts_get_group (row->facts);
  const char *name = group != NULL ? aj_values_get_text (group, "name") : NULL;
  g_autofree char *when = aj_meeting_report_format_when (aj_answer_row_get_meeting (row));
  /* Translators: a group, and when it meets. */
  g_autofree char *title = g_strdup_printf (_ ("%1$s, %2$s"), name != NULL ? name : _ ("Meeting"),
                                            when);

  return row->item != NULL ? aj_answer_row_describe_item (row, title) : g_steal_pointer (&title);
}

static gint64
get_meeting_sequence (AjAnswerRow *row)
{
  return aj_values_get_integer (aj_answer_row_get_meeting (row), "sequence");
}

/* The version it answers, as far as it is one of this meeting, or of the appointment of who speaks. */
static gint64
get_sequence (AjAnswerRow *row)
{
  gint64 sequence = row->found->answer->sequence;
  gint64 present = row->item != NULL ? aj_values_get_integer (row->item, "sent-sequence")
                                     : get_meeting_sequence (row);

  return sequence < 0 ? present : MIN (sequence, present);
}

static gboolean
begins_at (const AjValues *values, const char *field, const char *zone, gint64 moment)
{
  AjWallTime time;
  gint64 unix_time;

  return values != NULL && aj_values_get_wall_time (values, field, &time) &&
         aj_wall_time_to_unix (&time, zone, &unix_time) && unix_time == moment;
}

/* No series is ever sent out, so one meeting of a series is this one only if it began when this one does, or did when
 * somebody was told. */
static gboolean
is_this_meeting (AjAnswerRow *row)
{
  const AjValues *meeting = aj_answer_row_get_meeting (row);
  GArray *invitees = aj_meeting_facts_get_invitees (row->facts);
  const char *zone = aj_values_get_text (meeting, "zone");
  gint64 moment = row->found->answer->instance;

  if (!row->found->answer->is_instance || begins_at (meeting, "starts-at", zone, moment))
    return TRUE;
  for (guint i = 0; i < invitees->len; i++)
    if (begins_at (g_array_index (invitees, AjInvitee, i).attendance, "sent-starts-at", zone,
                   moment))
      return TRUE;
  return FALSE;
}

/* Without a version, an answer from before the present version was sent is to an older one. */
static gboolean
is_to_older_version (AjAnswerRow *row)
{
  const AjCalendarAnswer *answer = row->found->answer;
  const AjValues *attendance = get_attendance (row);
  AjWallTime sent;
  gint64 moment;

  if (answer->sequence >= 0)
    return answer->sequence < get_meeting_sequence (row);
  return answer->stamp > 0 && attendance != NULL && aj_invitation_is_held (attendance) &&
         aj_values_get_integer (attendance, "sent-sequence") == get_meeting_sequence (row) &&
         aj_values_get_wall_time (attendance, "sent-at", &sent) &&
         aj_wall_time_to_unix (&sent, aj_values_get_text (aj_answer_row_get_meeting (row), "zone"),
                               &moment) &&
         answer->stamp < moment;
}

static void
explain_older_version (AjAnswerRow *row)
{
  const AjValues *attendance = get_attendance (row);
  AjWallTime sent, start;
  g_autofree char *day = NULL;

  if (attendance != NULL && aj_values_get_wall_time (attendance, "sent-starts-at", &sent) &&
      aj_values_get_wall_time (aj_answer_row_get_meeting (row), "starts-at", &start) &&
      sent.date != start.date)
    {
      day = aj_date_format_short (sent.date);
      aj_answer_row_add_reason (row,
                                _ ("It answers the old date (%s); the meeting has moved since."),
                                day);
    }
  else
    aj_answer_row_add_reason (
        row, _ ("It answers an older version of the meeting, which has changed since."));
}

/* Whether two answers are of one person to one meeting. */
static gboolean
are_rivals (AjAnswerRow *a, AjAnswerRow *b)
{
  const AjInvitee *invitee = get_invitee (a);

  if (a->facts != b->facts || (a->item != NULL) != (b->item != NULL))
    return FALSE;
  /* Who writes from another address may be another. */
  if (a->item != NULL)
    return g_str_equal (aj_values_get_id (a->item), aj_values_get_id (b->item)) &&
           g_strcmp0 (aj_answer_row_get_address (a), aj_answer_row_get_address (b)) == 0;
  if (invitee != NULL || get_invitee (b) != NULL)
    return invitee == get_invitee (b);
  /* Somebody who is known may write from two addresses. */
  if (a->known != NULL && b->known != NULL)
    return g_str_equal (aj_values_get_id (a->known), aj_values_get_id (b->known));
  return g_strcmp0 (aj_answer_row_get_address (a), aj_answer_row_get_address (b)) == 0;
}

/* What says nothing, or is about another meeting of a series, takes nobody's place. */
static gboolean
can_be_rival (AjAnswerRow *row)
{
  const AjCalendarAnswer *answer = row->found->answer;

  return row->facts != NULL &&
         (row->item != NULL ? aj_answer_row_is_this_appointment (row) : is_this_meeting (row)) &&
         (answer->participation != AJ_PARTICIPATION_UNKNOWN || answer->has_proposal);
}

static gboolean
has_newer_rival (AjAnswers *self, AjAnswerRow *row)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      AjAnswerRow *other = self->rows->pdata[i];
      gint64 ahead, later;

      if (other == row || !are_rivals (row, other) || !can_be_rival (other))
        continue;
      ahead = get_sequence (other) - get_sequence (row);
      later = other->found->answer->stamp - row->found->answer->stamp;
      if (ahead > 0 || (ahead == 0 && (later > 0 || (later == 0 && other->order > row->order))))
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_known_version (AjAnswerRow *row, const AjValues *attendance)
{
  return !aj_values_is_empty (attendance, "answer") &&
         aj_values_get_integer (attendance, "answer-sequence") >= get_meeting_sequence (row);
}

/* Whether what is stored was said after it. */
static gboolean
is_before_stored (AjAnswerRow *row)
{
  const AjValues *attendance = get_attendance (row);
  gint64 stamp = row->found->answer->stamp;

  return attendance != NULL && is_known_version (row, attendance) && stamp > 0 &&
         !aj_values_is_empty (attendance, "answer-stamp") &&
         stamp < aj_values_get_integer (attendance, "answer-stamp");
}

static AjAnswerVerdict
judge_stranger (AjAnswerRow *row)
{
  const char *address = aj_answer_row_get_address (row);

  if (row->is_ambiguous)
    aj_answer_row_add_reason (row,
                              _ ("Several who are invited have the address %s. Choose who it is."),
                              address);
  else if (row->known != NULL)
    aj_answer_row_add_reason (row, _ ("They are not invited to this meeting."));
  else
    aj_answer_row_add_reason (row,
                              _ ("Nobody who is invited has the address %s. Choose who it is."),
                              address);
  return AJ_ANSWER_VERDICT_STRANGER;
}

/* Said once more: from then on, what was said in between is outdated. */
static gboolean
is_later (AjAnswerRow *row, const AjValues *attendance)
{
  gint64 stamp = row->found->answer->stamp;

  return stamp > 0 && (aj_values_is_empty (attendance, "answer-stamp") ||
                       stamp > aj_values_get_integer (attendance, "answer-stamp"));
}

/* Anybody can write a calendar that answers for somebody else. */
static gboolean
is_from_other (AjAnswerRow *row)
{
  const AjCalendarAnswer *answer = row->found->answer;
  const AjInvitee *invitee = get_invitee (row);
  const char *sender = row->found->sender_mail;

  return sender != NULL && answer->mail != NULL && !is_mail (answer->mail, sender) &&
         !is_mail (answer->sent_by, sender) && !is_mail (answer->substitute_mail, sender) &&
         !(invitee != NULL && has_address (invitee, sender));
}

/* What should be known before it is stored. */
static void
add_notes (AjAnswerRow *row)
{
  const AjCalendarAnswer *answer = row->found->answer;
  const AjInvitee *invitee = get_invitee (row);

  if (answer->mail == NULL)
    {
      row->is_doubtful = TRUE;
      aj_answer_row_add_reason (row,
                                _ ("The answer does not say whose it is; the mail is from %s."),
                                row->found->sender_mail);
    }
  if (is_from_other (row))
    {
      row->is_doubtful = TRUE;
      aj_answer_row_add_reason (row, _ ("The mail is from %s."), row->found->sender_mail);
    }
  if (answer->sent_by != NULL && g_strcmp0 (answer->sent_by, answer->mail) != 0)
    aj_answer_row_add_reason (row, _ ("%s answered for them."), answer->sent_by);
  if (invitee != NULL && !invitee->is_invited)
    {
      row->is_doubtful = TRUE;
      aj_answer_row_add_reason (row, _ ("They are not invited any more."));
    }
  if (aj_answer_row_is_guest (row) && row->known == NULL)
    aj_answer_row_add_reason (row,
                              _ ("They are added to the people of the network, and as a guest."));
  else if (aj_answer_row_is_guest (row))
    aj_answer_row_add_reason (row, _ ("They are added as a guest."));
}

static AjAnswerVerdict
judge_change (AjAnswerRow *row)
{
  const AjValues *attendance = get_attendance (row);
  g_autofree char *before = NULL;
  AjWallTime start, end;
  gboolean is_proposal;

  is_proposal = aj_answer_row_get_proposal (row, &start, &end);
  if (!is_proposal && aj_answer_row_get_answer (row) == NULL)
    {
      add_notes (row);
      return AJ_ANSWER_VERDICT_UNCLEAR;
    }
  if (attendance != NULL && !aj_answer_row_changes (row, attendance) &&
      row->decision != AJ_ANSWER_DECISION_ACCEPT && row->decision != AJ_ANSWER_DECISION_DECLINE)
    {
      row->is_repeated = is_later (row, attendance);
      if (row->is_repeated)
        {
          aj_answer_row_add_reason (row, _ ("They said so once more."));
          add_notes (row);
        }
      return AJ_ANSWER_VERDICT_SAME;
    }
  add_notes (row);
  if (is_proposal)
    {
      aj_answer_row_add_reason (
          row,
          _ ("If you move the meeting, everybody is owed the new time. If you do not, tell them by "
             "mail: their calendar is not told."));
      return AJ_ANSWER_VERDICT_PROPOSAL;
    }
  if (attendance == NULL || aj_values_is_empty (attendance, "answer"))
    return AJ_ANSWER_VERDICT_NEW;
  before = aj_values_display (attendance, "answer");
  if (is_known_version (row, attendance))
    aj_answer_row_add_reason (row, _ ("The answer before this was: %s."), before);
  else
    aj_answer_row_add_reason (row, _ ("The answer to an older version was: %s."), before);
  return AJ_ANSWER_VERDICT_CHANGED;
}

static AjAnswerVerdict
judge (AjAnswers *self, AjAnswerRow *row)
{
  if (row->item != NULL)
    return aj_answers_judge_speaker (row, has_newer_rival (self, row));
  if (row->facts == NULL || !is_this_meeting (row))
    {
      aj_answer_row_add_reason (
          row, row->facts == NULL ? _ ("No meeting here has this calendar identity: it was sent by "
                                       "somebody else, or removed.")
                                  : _ ("It answers one meeting of a series that is not here."));
      return AJ_ANSWER_VERDICT_ELSEWHERE;
    }
  if (g_strcmp0 (aj_values_get_text (aj_answer_row_get_meeting (row), "state"),
                 AJ_MEETING_CANCELLED) == 0)
    {
      aj_answer_row_add_reason (row, _ ("The meeting is cancelled, so nobody need answer."));
      return AJ_ANSWER_VERDICT_STALE;
    }
  if (row->found->answer->has_proposal && !aj_meeting_is_open (aj_answer_row_get_meeting (row)))
    {
      aj_answer_row_add_reason (row, _ ("The meeting is over, so it cannot be moved."));
      return AJ_ANSWER_VERDICT_STALE;
    }
  if (is_to_older_version (row))
    {
      explain_older_version (row);
      return AJ_ANSWER_VERDICT_STALE;
    }
  if (aj_answer_row_get_address (row) == NULL)
    {
      aj_answer_row_add_reason (row, _ ("The answer does not say whose it is. Enter it by hand."));
      return AJ_ANSWER_VERDICT_ELSEWHERE;
    }
  if (has_newer_rival (self, row))
    {
      aj_answer_row_add_reason (row, _ ("A newer answer of theirs is among these."));
      return AJ_ANSWER_VERDICT_STALE;
    }
  if (get_invitee (row) == NULL && !aj_answer_row_is_guest (row))
    return judge_stranger (row);
  if (is_before_stored (row))
    {
      aj_answer_row_add_reason (row, _ ("A newer answer of theirs is here already."));
      return AJ_ANSWER_VERDICT_STALE;
    }
  return judge_change (row);
}

/* All, for what somebody says of one row may make another outdated. */
void
aj_answers_judge (AjAnswers *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      AjAnswerRow *row = self->rows->pdata[i];
      const char *address = aj_answer_row_get_address (row);
      const AjValues *known = address != NULL ? g_hash_table_lookup (self->people, address) : NULL;

      if (row->known == NULL && known != NULL && aj_answer_row_is_stranger (row))
        row->known = aj_values_ref (known);
      g_clear_pointer (&row->who, g_free);
      g_clear_pointer (&row->meeting_title, g_free);
      g_clear_pointer (&row->text, g_free);
      g_clear_pointer (&row->reason, g_free);
      row->is_doubtful = FALSE;
      row->is_repeated = FALSE;
      row->who = describe_who (row);
      row->text = describe_answer (row);
      row->meeting_title = row->facts != NULL ? describe_meeting (row) : NULL;
      row->verdict = judge (self, row);
    }
}
