/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-answers-private.h"

#include <glib/gi18n-lib.h>

#include "aj-attendance.h"
#include "aj-person.h"
#include "aj-proposal.h"
#include "aj-text.h"

/* What is done with a preview once it is there: decided, told of, accepted. */

/* While the edit is made. */
typedef struct
{
  AjAnswers *self;
  AjEdit *edit;
  GHashTable *
      guests; /* (owned) (element-type utf8 utf8): ids of people that are made, by their addresses */
  guint n_answers;
  guint n_moved;
  AjDate moved_to; /* of the last that moves */
  const char *who; /* (borrowed): of the last answer */
} Taking;

static void
tell (AjAnswers *self)
{
  aj_answers_judge (self);
  for (guint i = 0; i < self->rows->len; i++)
    g_signal_emit_by_name (self->rows->pdata[i], "judged");
  g_signal_emit_by_name (self, "changed");
}

/* "3 new, 1 changed": without what there is none of. */
static void
append_count (GString *sum, guint count, const char *text)
{
  g_autofree char *before = NULL;

  if (count == 0)
    return;
  if (sum->len == 0)
    {
      g_string_append (sum, text);
      return;
    }
  before = g_strdup (sum->str);
  g_string_printf (sum, C_ ("list", "%1$s, %2$s"), before, text);
}

/* What rows are counted as. */
typedef enum
{
  SUM_NEW,
  SUM_CHANGED,
  SUM_MOVED,    /* a proposal that is accepted */
  SUM_DECLINED, /* one that is declined */
  SUM_NOTED,    /* one that is noted, for another day; only of what is stored */
  SUM_OPEN,     /* somebody is still to say */
  SUM_LEFT_OUT,
  SUM_SAME,
  SUM_STALE,
  SUM_ELSEWHERE,
  N_SUMS,
} Sum;

static Sum
sum_of_row (AjAnswerRow *row)
{
  gboolean is_decided = row->decision != AJ_ANSWER_DECISION_NOTE && aj_answer_row_get_wanted (row);

  switch (row->verdict)
    {
    case AJ_ANSWER_VERDICT_NEW:
      return SUM_NEW;
    case AJ_ANSWER_VERDICT_CHANGED:
      return SUM_CHANGED;
    case AJ_ANSWER_VERDICT_PROPOSAL:
      if (!is_decided)
        return SUM_OPEN;
      return row->decision == AJ_ANSWER_DECISION_ACCEPT ? SUM_MOVED : SUM_DECLINED;
    case AJ_ANSWER_VERDICT_UNCLEAR:
      return is_decided ? SUM_NEW : SUM_OPEN;
    case AJ_ANSWER_VERDICT_SAME:
      return SUM_SAME;
    case AJ_ANSWER_VERDICT_STALE:
      return SUM_STALE;
    case AJ_ANSWER_VERDICT_ELSEWHERE:
      return SUM_ELSEWHERE;
    case AJ_ANSWER_VERDICT_STRANGER:
    case AJ_ANSWER_N_VERDICTS:
    default:
      return SUM_OPEN;
    }
}

/* (transfer full): "3 new, 1 changed": how many answers to an invitation. */
static char *
describe_sums (const guint n[N_SUMS])
{
  GString *sum = g_string_new (NULL);
  char *texts[N_SUMS];

  texts[SUM_NEW] = g_strdup_printf (ngettext ("%u new", "%u new", n[SUM_NEW]), n[SUM_NEW]);
  texts[SUM_CHANGED] = g_strdup_printf (ngettext ("%u changed", "%u changed", n[SUM_CHANGED]),
                                        n[SUM_CHANGED]);
  /* Translators: how many proposals of another time; so is the next. */
  texts[SUM_MOVED] = g_strdup_printf (ngettext ("%u accepted: the meeting moves",
                                                "%u accepted: the meetings move", n[SUM_MOVED]),
                                      n[SUM_MOVED]);
  texts[SUM_DECLINED] = g_strdup_printf (ngettext ("%u declined", "%u declined", n[SUM_DECLINED]),
                                         n[SUM_DECLINED]);
  texts[SUM_NOTED] = g_strdup_printf (ngettext ("%u proposal noted, to decide",
                                                "%u proposals noted, to decide", n[SUM_NOTED]),
                                      n[SUM_NOTED]);
  /* Translators: how many answers to an invitation; so are the next. */
  texts[SUM_OPEN] = g_strdup_printf (ngettext ("%u to decide", "%u to decide", n[SUM_OPEN]),
                                     n[SUM_OPEN]);
  texts[SUM_LEFT_OUT] = g_strdup_printf (ngettext ("%u left out", "%u left out", n[SUM_LEFT_OUT]),
                                         n[SUM_LEFT_OUT]);
  texts[SUM_SAME] = g_strdup_printf (ngettext ("%u known already", "%u known already", n[SUM_SAME]),
                                     n[SUM_SAME]);
  texts[SUM_STALE] = g_strdup_printf (ngettext ("%u outdated", "%u outdated", n[SUM_STALE]),
                                      n[SUM_STALE]);
  texts[SUM_ELSEWHERE] = g_strdup_printf (ngettext ("%u to an unknown meeting",
                                                    "%u to unknown meetings", n[SUM_ELSEWHERE]),
                                          n[SUM_ELSEWHERE]);
  for (guint i = 0; i < N_SUMS; i++)
    {
      append_count (sum, n[i], texts[i]);
      g_free (texts[i]);
    }
  return g_string_free (sum, FALSE);
}

char *
aj_answers_dup_sum (AjAnswers *self)
{
  guint n[N_SUMS] = { 0 };

  g_return_val_if_fail (AJ_IS_ANSWERS (self), NULL);

  for (guint i = 0; i < self->rows->len; i++)
    n[sum_of_row (self->rows->pdata[i])]++;
  return describe_sums (n);
}

char *
aj_answers_dup_part_sum (AjAnswers *self, gboolean stored)
{
  guint n[N_SUMS] = { 0 };
  g_autofree char *sum = NULL;

  g_return_val_if_fail (AJ_IS_ANSWERS (self), NULL);

  for (guint i = 0; i < self->rows->len; i++)
    {
      AjAnswerRow *row = self->rows->pdata[i];
      gboolean is_wanted = aj_answer_row_get_wanted (row);
      Sum kind = sum_of_row (row);
      gboolean is_stored;

      if (is_wanted && kind == SUM_OPEN && row->verdict == AJ_ANSWER_VERDICT_PROPOSAL)
        kind = SUM_NOTED;
      is_stored = is_wanted && kind != SUM_OPEN && kind != SUM_SAME;

      if (is_stored == stored)
        n[!stored && (kind == SUM_NEW || kind == SUM_CHANGED) ? SUM_LEFT_OUT : kind]++;
    }
  sum = describe_sums (n);
  return *sum != '\0' ? g_steal_pointer (&sum) : NULL;
}

void
aj_answers_set_wanted (AjAnswers *self, AjAnswerRow *row, gboolean wanted)
{
  g_return_if_fail (AJ_IS_ANSWERS (self));
  g_return_if_fail (AJ_IS_ANSWER_ROW (row));

  if (aj_answer_row_get_wanted (row) == wanted)
    return;
  row->wish = wanted ? AJ_ANSWER_TAKEN : AJ_ANSWER_LEFT_OUT;
  g_signal_emit_by_name (row, "judged");
  g_signal_emit_by_name (self, "changed");
}

GStrv
aj_answers_list_people (AjAnswers *self, AjAnswerRow *row)
{
  g_autoptr (GStrvBuilder) names = NULL;
  g_autofree char *guest = NULL;
  const char *name;

  g_return_val_if_fail (AJ_IS_ANSWERS (self), NULL);
  g_return_val_if_fail (AJ_IS_ANSWER_ROW (row), NULL);

  if (!aj_answer_row_is_stranger (row))
    return NULL;
  names = g_strv_builder_new ();
  for (guint i = 0; i < row->candidates->len; i++)
    g_strv_builder_add (names, aj_invitee_get_name (
                                   g_array_index (row->candidates, const AjInvitee *, i)));
  name = row->known != NULL ? aj_values_get_text (row->known, "name")
                            : aj_answer_row_get_own_name (row);
  /* Translators: a choice; who comes to a meeting without being invited, by name or mail address. */
  guest = g_strdup_printf (_ ("Add %s as a guest"),
                           name != NULL ? name : aj_answer_row_get_address (row));
  g_strv_builder_add (names, guest);
  return g_strv_builder_end (names);
}

void
aj_answers_set_person (AjAnswers *self, AjAnswerRow *row, int index)
{
  g_return_if_fail (AJ_IS_ANSWERS (self));
  g_return_if_fail (AJ_IS_ANSWER_ROW (row));
  g_return_if_fail (row->candidates != NULL);
  g_return_if_fail (index >= -1 && index <= (int) row->candidates->len);

  if (row->person == index)
    return;
  row->person = index;
  if (index < 0)
    row->decision = AJ_ANSWER_DECISION_NOTE;
  /* Whoever says who it is wants it. */
  row->wish = AJ_ANSWER_LEFT_ALONE;
  tell (self);
}

int
aj_answers_get_person (AjAnswers *self, AjAnswerRow *row)
{
  g_return_val_if_fail (AJ_IS_ANSWER_ROW (row), -1);

  return row->person;
}

gboolean
aj_answers_set_person_id (AjAnswers *self, AjAnswerRow *row, const char *person_id)
{
  if (row->item != NULL && g_strcmp0 (aj_values_get_text (row->item, "sent-to"), person_id) == 0)
    {
      aj_answers_set_wanted (self, row, TRUE);
      return TRUE;
    }
  for (guint i = 0; row->candidates != NULL && i < row->candidates->len; i++)
    {
      const AjInvitee *invitee = g_array_index (row->candidates, const AjInvitee *, i);

      if (invitee->person == NULL || g_strcmp0 (aj_values_get_id (invitee->person), person_id) != 0)
        continue;
      aj_answers_set_person (self, row, (int) i);
      return TRUE;
    }
  return FALSE;
}

void
aj_answers_set_guest (AjAnswers *self, AjAnswerRow *row)
{
  g_return_if_fail (row->candidates != NULL);

  aj_answers_set_person (self, row, (int) row->candidates->len);
}

GArray *
aj_answers_list_decisions (AjAnswers *self, AjAnswerRow *row)
{
  static const AjAnswerDecision proposal[] = { AJ_ANSWER_DECISION_NOTE, AJ_ANSWER_DECISION_ACCEPT,
                                               AJ_ANSWER_DECISION_DECLINE };
  static const AjAnswerDecision unclear[] = { AJ_ANSWER_DECISION_NOTE, AJ_ANSWER_DECISION_YES,
                                              AJ_ANSWER_DECISION_NO, AJ_ANSWER_DECISION_MAYBE };
  static const AjAnswerDecision of_speaker[] = { AJ_ANSWER_DECISION_NOTE,
                                                 AJ_ANSWER_DECISION_DECLINE };
  GArray *decisions;

  g_return_val_if_fail (AJ_IS_ANSWERS (self), NULL);
  g_return_val_if_fail (AJ_IS_ANSWER_ROW (row), NULL);

  if (row->verdict != AJ_ANSWER_VERDICT_PROPOSAL && row->verdict != AJ_ANSWER_VERDICT_UNCLEAR &&
      row->decision == AJ_ANSWER_DECISION_NOTE)
    return NULL;
  decisions = g_array_new (FALSE, FALSE, sizeof (AjAnswerDecision));
  if (row->item != NULL && row->verdict == AJ_ANSWER_VERDICT_PROPOSAL)
    g_array_append_vals (decisions, of_speaker, G_N_ELEMENTS (of_speaker));
  else if (row->verdict == AJ_ANSWER_VERDICT_PROPOSAL)
    g_array_append_vals (decisions, proposal, G_N_ELEMENTS (proposal));
  else
    g_array_append_vals (decisions, unclear, G_N_ELEMENTS (unclear));
  return decisions;
}

const char *
aj_answer_decision_get_label (AjAnswerDecision decision, AjAnswerVerdict verdict)
{
  switch (decision)
    {
    case AJ_ANSWER_DECISION_ACCEPT:
      /* Translators: a choice, of a proposal for another time. */
      return _ ("Move the meeting");
    case AJ_ANSWER_DECISION_DECLINE:
      /* Translators: a choice, of a proposal for another time. */
      return _ ("Leave it as it is");
    case AJ_ANSWER_DECISION_YES:
      /* Translators: a choice: what somebody meant; so are the next two. */
      return _ ("They come");
    case AJ_ANSWER_DECISION_NO:
      return _ ("They do not come");
    case AJ_ANSWER_DECISION_MAYBE:
      return _ ("They come perhaps");
    case AJ_ANSWER_DECISION_NOTE:
    default:
      /* Translators: a choice, of a proposal for another time, or of an answer that is not clear. */
      return verdict == AJ_ANSWER_VERDICT_PROPOSAL ? _ ("Decide later") : _ ("Leave out");
    }
}

void
aj_answers_set_decision (AjAnswers *self, AjAnswerRow *row, AjAnswerDecision decision)
{
  g_return_if_fail (AJ_IS_ANSWERS (self));
  g_return_if_fail (AJ_IS_ANSWER_ROW (row));

  /* When an item is follows from the agenda. */
  if (row->decision == decision || (row->item != NULL && decision == AJ_ANSWER_DECISION_ACCEPT))
    return;
  for (guint i = 0; decision == AJ_ANSWER_DECISION_ACCEPT && i < self->rows->len; i++)
    {
      AjAnswerRow *other = self->rows->pdata[i];

      if (other->facts == row->facts && other->decision == AJ_ANSWER_DECISION_ACCEPT)
        other->decision = AJ_ANSWER_DECISION_NOTE;
    }
  row->decision = decision;
  row->wish = decision == AJ_ANSWER_DECISION_NOTE ? AJ_ANSWER_LEFT_ALONE : AJ_ANSWER_TAKEN;
  tell (self);
}

AjAnswerDecision
aj_answers_get_decision (AjAnswers *self, AjAnswerRow *row)
{
  g_return_val_if_fail (AJ_IS_ANSWER_ROW (row), AJ_ANSWER_DECISION_NOTE);

  return row->decision;
}

/* (transfer none): the person that a guest is or becomes. */
static const char *
get_guest (Taking *taking, AjAnswerRow *row)
{
  const char *address = aj_answer_row_get_address (row);
  const char *name = aj_answer_row_get_own_name (row);
  const char *id = row->known != NULL ? aj_values_get_id (row->known)
                                      : g_hash_table_lookup (taking->guests, address);
  g_autofree char *cut = NULL;
  AjValues *person;

  if (id != NULL)
    return id;
  person = aj_edit_add (taking->edit, &aj_person_record_type);
  cut = aj_text_truncate_utf16 (name != NULL ? name : address, 200);
  aj_values_set_text (person, "name", cut);
  aj_values_set_text (person, "mail", address);
  g_hash_table_insert (taking->guests, g_strdup (address), g_strdup (aj_values_get_id (person)));
  return aj_values_get_id (person);
}

static AjValues *
get_attendance (Taking *taking, AjAnswerRow *row)
{
  const AjInvitee *invitee = row->invitee;
  AjValues *values;

  if (row->candidates != NULL && !aj_answer_row_is_guest (row))
    invitee = g_array_index (row->candidates, const AjInvitee *, row->person);
  if (invitee != NULL)
    return aj_meeting_facts_change_attendance (row->facts, taking->edit, invitee);
  values = aj_edit_add_once (taking->edit, &aj_attendance_record_type);
  aj_values_set_text (values, "meeting", aj_values_get_id (aj_answer_row_get_meeting (row)));
  aj_values_set_text (values, "person", get_guest (taking, row));
  aj_values_set_text (values, "invited-as", AJ_INVITED_GUEST);
  return values;
}

void
aj_answers_add_line (AjValues *person, const char *line)
{
  const char *notes = aj_text_or_null (aj_values_get_text (person, "notes"));
  g_autofree char *longer = notes != NULL ? g_strdup_printf ("%s\n%s", notes, line)
                                          : g_strdup (line);

  aj_values_set_text (person, "notes", longer);
}

void
aj_answers_add_address (AjValues *person, const char *address)
{
  int index = aj_record_type_find (&aj_person_record_type, "mail");
  g_autofree char *line = NULL;

  if (aj_answers_has_address (person, address))
    return;
  line = g_strdup_printf ("%s: %s", aj_field_get_label (&aj_person_record_type.fields[index]),
                          address);
  aj_answers_add_line (person, line);
}

/* Whose address it is was told once, and is known from then on. */
static void
note_address (Taking *taking, AjAnswerRow *row)
{
  const AjInvitee *invitee;

  if (row->candidates == NULL || aj_answer_row_is_guest (row) || row->is_ambiguous)
    return;
  invitee = g_array_index (row->candidates, const AjInvitee *, row->person);
  if (invitee->person != NULL)
    aj_answers_add_address (aj_edit_change_values (taking->edit, invitee->person),
                            aj_answer_row_get_address (row));
}

static void
take_row (Taking *taking, AjAnswerRow *row)
{
  AjValues *attendance;

  taking->n_answers++;
  taking->who = row->who;
  if (row->item != NULL)
    {
      aj_answers_take_speaker (taking->edit, row);
      return;
    }
  attendance = get_attendance (taking, row);
  aj_answer_row_fill (row, attendance);
  g_free (row->attendance);
  row->attendance = g_strdup (aj_values_get_id (attendance));
  note_address (taking, row);
}

/* After the answers, for those are to the meeting as it was. */
static void
move_meeting (Taking *taking, AjAnswerRow *row)
{
  AjWallTime start, end;

  if (row->decision != AJ_ANSWER_DECISION_ACCEPT || !aj_answer_row_get_proposal (row, &start, &end))
    return;
  aj_proposal_move (taking->edit, aj_answer_row_get_meeting (row), &start, &end);
  taking->n_moved++;
  taking->moved_to = start.date;
}

static char *
make_label (const Taking *taking)
{
  g_autofree char *day = aj_date_format_day_month (taking->moved_to);

  if (taking->n_answers == 1 && taking->n_moved == 1)
    /* Translators: names a change in the history; who answers, and a day. */
    return g_strdup_printf (_ ("Take in the answer of %1$s: move the meeting to %2$s"), taking->who,
                            day);
  if (taking->n_answers == 1)
    /* Translators: names a change in the history. */
    return g_strdup_printf (_ ("Take in the answer of %s"), taking->who);
  if (taking->n_moved == 1)
    return g_strdup_printf (ngettext ("Take in %1$u answer: move the meeting to %2$s",
                                      "Take in %1$u answers: move the meeting to %2$s",
                                      taking->n_answers),
                            taking->n_answers, day);
  return g_strdup_printf (ngettext ("Take in %u answer", "Take in %u answers", taking->n_answers),
                          taking->n_answers);
}

AjEdit *
aj_answers_make_edit (AjAnswers *self)
{
  g_autoptr (GHashTable) guests = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  Taking taking = { .self = self, .guests = guests };
  g_autofree char *label = NULL;

  g_return_val_if_fail (AJ_IS_ANSWERS (self), NULL);

  taking.edit = aj_edit_new (self->store, "");
  for (guint i = 0; i < self->rows->len; i++)
    if (aj_answer_row_get_wanted (self->rows->pdata[i]))
      take_row (&taking, self->rows->pdata[i]);
  for (guint i = 0; i < self->rows->len; i++)
    if (aj_answer_row_get_wanted (self->rows->pdata[i]))
      move_meeting (&taking, self->rows->pdata[i]);
  label = make_label (&taking);
  aj_edit_set_label (taking.edit, label);
  return taking.edit;
}

GArray *
aj_answers_list_declined (AjAnswers *self)
{
  GArray *declined = g_array_new (FALSE, FALSE, sizeof (AjDeclinedProposal));

  g_return_val_if_fail (AJ_IS_ANSWERS (self), declined);

  for (guint i = 0; i < self->rows->len; i++)
    {
      AjAnswerRow *row = self->rows->pdata[i];
      AjDeclinedProposal one = { .attendance = row->attendance };
      AjWallTime end;

      if (row->attendance == NULL || !aj_answer_row_get_wanted (row) ||
          row->decision != AJ_ANSWER_DECISION_DECLINE ||
          !aj_answer_row_get_proposal (row, &one.start, &end))
        continue;
      one.meeting = aj_values_get_id (aj_answer_row_get_meeting (row));
      g_array_append_val (declined, one);
    }
  return declined;
}
