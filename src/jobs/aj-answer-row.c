/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-answers-private.h"

#include <glib/gi18n-lib.h>

#include "aj-attendance.h"
#include "aj-text.h"

G_DEFINE_FINAL_TYPE (AjAnswerRow, aj_answer_row, G_TYPE_OBJECT)

static const struct
{
  const char *code;
  const char *label;
} verdicts[AJ_ANSWER_N_VERDICTS] = {
  /* Translators: these say what becomes of an answer to an invitation. */
  [AJ_ANSWER_VERDICT_NEW] = { "new", N_ ("new answer") },
  [AJ_ANSWER_VERDICT_CHANGED] = { "changed", N_ ("another answer") },
  [AJ_ANSWER_VERDICT_PROPOSAL] = { "proposal", N_ ("proposes another time") },
  [AJ_ANSWER_VERDICT_STRANGER] = { "unknown-person", N_ ("unknown person") },
  [AJ_ANSWER_VERDICT_UNCLEAR] = { "unclear", N_ ("unclear") },
  [AJ_ANSWER_VERDICT_SAME] = { "same", N_ ("known already") },
  [AJ_ANSWER_VERDICT_STALE] = { "stale", N_ ("outdated") },
  [AJ_ANSWER_VERDICT_ELSEWHERE] = { "unknown-meeting", N_ ("unknown meeting") },
};

const char *
aj_answer_verdict_get_code (AjAnswerVerdict verdict)
{
  g_return_val_if_fail (verdict < AJ_ANSWER_N_VERDICTS, NULL);

  return verdicts[verdict].code;
}

const char *
aj_answer_verdict_get_label (AjAnswerVerdict verdict)
{
  g_return_val_if_fail (verdict < AJ_ANSWER_N_VERDICTS, NULL);

  return _ (verdicts[verdict].label);
}

static void
aj_answer_row_finalize (GObject *object)
{
  AjAnswerRow *self = AJ_ANSWER_ROW (object);

  aj_found_answer_free (self->found);
  g_clear_pointer (&self->facts, aj_meeting_facts_unref);
  g_clear_pointer (&self->item, aj_values_unref);
  g_clear_pointer (&self->candidates, g_array_unref);
  g_clear_pointer (&self->known, aj_values_unref);
  g_free (self->attendance);
  g_free (self->who);
  g_free (self->meeting_title);
  g_free (self->text);
  g_free (self->reason);
  G_OBJECT_CLASS (aj_answer_row_parent_class)->finalize (object);
}

static void
aj_answer_row_class_init (AjAnswerRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = aj_answer_row_finalize;
  g_signal_new ("judged", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                G_TYPE_NONE, 0);
}

static void
aj_answer_row_init (AjAnswerRow *self)
{
  self->person = -1;
}

AjAnswerRow *
aj_answer_row_new (AjFoundAnswer *found)
{
  AjAnswerRow *self = g_object_new (AJ_TYPE_ANSWER_ROW, NULL);

  self->found = found;
  return self;
}

const char *
aj_answer_row_get_address (AjAnswerRow *self)
{
  return self->found->answer->mail != NULL ? self->found->answer->mail : self->found->sender_mail;
}

const char *
aj_answer_row_get_own_name (AjAnswerRow *self)
{
  return self->found->answer->mail != NULL ? self->found->answer->name : self->found->sender_name;
}

gboolean
aj_answer_row_is_stranger (AjAnswerRow *self)
{
  return self->candidates != NULL;
}

gboolean
aj_answer_row_is_guest (AjAnswerRow *self)
{
  return self->candidates != NULL && self->person == (int) self->candidates->len;
}

gboolean
aj_answer_row_get_proposal (AjAnswerRow *self, AjWallTime *start, AjWallTime *end)
{
  const AjCalendarAnswer *answer = self->found->answer;
  const AjValues *meeting = aj_answer_row_get_meeting (self);
  const char *zone = meeting != NULL ? aj_values_get_text (meeting, "zone") : NULL;
  const AjValues *present = self->item != NULL ? self->item : meeting;
  AjWallTime is_start, is_end;

  return answer->has_proposal && zone != NULL &&
         aj_wall_time_from_unix (answer->start, zone, start) &&
         aj_wall_time_from_unix (answer->end, zone, end) && aj_wall_time_compare (start, end) < 0 &&
         !(aj_values_get_wall_time (present, self->item != NULL ? "sent-starts-at" : "starts-at",
                                    &is_start) &&
           aj_values_get_wall_time (present, self->item != NULL ? "sent-ends-at" : "ends-at",
                                    &is_end) &&
           aj_wall_time_compare (start, &is_start) == 0 &&
           aj_wall_time_compare (end, &is_end) == 0);
}

const char *
aj_answer_row_get_answer (AjAnswerRow *self)
{
  switch (self->found->answer->participation)
    {
    case AJ_PARTICIPATION_ACCEPTED:
      return AJ_ANSWER_YES;
    case AJ_PARTICIPATION_DECLINED:
      return AJ_ANSWER_NO;
    case AJ_PARTICIPATION_TENTATIVE:
      return AJ_ANSWER_MAYBE;
    case AJ_PARTICIPATION_DELEGATED:
      return AJ_ANSWER_SENDS;
    case AJ_PARTICIPATION_UNKNOWN:
    default:
      break;
    }
  switch (self->decision)
    {
    case AJ_ANSWER_DECISION_YES:
      return AJ_ANSWER_YES;
    case AJ_ANSWER_DECISION_NO:
      return AJ_ANSWER_NO;
    case AJ_ANSWER_DECISION_MAYBE:
      return AJ_ANSWER_MAYBE;
    case AJ_ANSWER_DECISION_NOTE:
    case AJ_ANSWER_DECISION_ACCEPT:
    case AJ_ANSWER_DECISION_DECLINE:
    default:
      return NULL;
    }
}

/* As much of a text as the field takes. */
static void
set_cut (AjValues *values, const char *field, const char *text)
{
  const AjRecordType *type = aj_values_get_record_type (values);
  gsize max = aj_field_get_max_length (&type->fields[aj_record_type_find (type, field)]);
  g_autofree char *cut = text != NULL ? aj_text_truncate_utf16 (text, max) : NULL;

  aj_values_set_text (values, field, cut);
}

static void
fill_proposal (AjAnswerRow *self, AjValues *values)
{
  AjWallTime start, end;

  if (aj_answer_row_get_proposal (self, &start, &end) && self->decision == AJ_ANSWER_DECISION_NOTE)
    {
      aj_values_set_wall_time (values, "proposed-starts-at", &start);
      aj_values_set_wall_time (values, "proposed-ends-at", &end);
      return;
    }
  aj_values_clear (values, "proposed-starts-at");
  aj_values_clear (values, "proposed-ends-at");
}

/* An answer takes the place of the one before it whole. Only a remark that was written down by hand stays. */
void
aj_answer_row_fill (AjAnswerRow *self, AjValues *values)
{
  const AjCalendarAnswer *answer = self->found->answer;
  const AjValues *meeting = aj_answer_row_get_meeting (self);
  const char *said = aj_answer_row_get_answer (self);
  gboolean is_by_hand = aj_values_is_empty (values, "answer-stamp");

  if (said != NULL)
    {
      aj_values_set_text (values, "answer", said);
      aj_values_set_integer (values, "answer-sequence",
                             aj_values_get_integer (meeting, "sequence"));
      set_cut (values, "substitute",
               answer->substitute_name != NULL ? answer->substitute_name : answer->substitute_mail);
    }
  if (answer->comment != NULL || !is_by_hand)
    set_cut (values, "comment", answer->comment);
  if (answer->stamp > 0)
    aj_values_set_integer (values, "answer-stamp", answer->stamp);
  fill_proposal (self, values);
}

gboolean
aj_answer_row_changes (AjAnswerRow *self, const AjValues *values)
{
  g_autoptr (AjValues) after = aj_values_copy (values);

  aj_answer_row_fill (self, after);
  if (aj_values_is_empty (values, "answer-stamp"))
    aj_values_clear (after, "answer-stamp");
  else
    aj_values_set_integer (after, "answer-stamp", aj_values_get_integer (values, "answer-stamp"));
  return aj_values_diff (values, after) != 0;
}

AjAnswerVerdict
aj_answer_row_get_verdict (AjAnswerRow *self)
{
  g_return_val_if_fail (AJ_IS_ANSWER_ROW (self), AJ_ANSWER_VERDICT_ELSEWHERE);

  return self->verdict;
}

const char *
aj_answer_row_get_file (AjAnswerRow *self)
{
  g_return_val_if_fail (AJ_IS_ANSWER_ROW (self), NULL);

  return self->found->file;
}

const char *
aj_answer_row_get_who (AjAnswerRow *self)
{
  g_return_val_if_fail (AJ_IS_ANSWER_ROW (self), NULL);

  return self->who;
}

const char *
aj_answer_row_get_mail (AjAnswerRow *self)
{
  g_return_val_if_fail (AJ_IS_ANSWER_ROW (self), NULL);

  return aj_answer_row_get_address (self);
}

const AjValues *
aj_answer_row_get_meeting (AjAnswerRow *self)
{
  g_return_val_if_fail (AJ_IS_ANSWER_ROW (self), NULL);

  return self->facts != NULL ? aj_meeting_facts_get_meeting (self->facts) : NULL;
}

const AjValues *
aj_answer_row_get_item (AjAnswerRow *self)
{
  g_return_val_if_fail (AJ_IS_ANSWER_ROW (self), NULL);

  return self->item;
}

const char *
aj_answer_row_get_meeting_title (AjAnswerRow *self)
{
  g_return_val_if_fail (AJ_IS_ANSWER_ROW (self), NULL);

  return self->meeting_title;
}

const char *
aj_answer_row_get_text (AjAnswerRow *self)
{
  g_return_val_if_fail (AJ_IS_ANSWER_ROW (self), NULL);

  return self->text;
}

const char *
aj_answer_row_get_comment (AjAnswerRow *self)
{
  g_return_val_if_fail (AJ_IS_ANSWER_ROW (self), NULL);

  return self->found->answer->comment;
}

const char *
aj_answer_row_get_reason (AjAnswerRow *self)
{
  g_return_val_if_fail (AJ_IS_ANSWER_ROW (self), NULL);

  return self->reason;
}

gboolean
aj_answer_row_can_be_wanted (AjAnswerRow *self)
{
  g_return_val_if_fail (AJ_IS_ANSWER_ROW (self), FALSE);

  /* What a speaker proposes is noted, or it is as if it never came. */
  if (self->item != NULL && self->decision == AJ_ANSWER_DECISION_DECLINE)
    return FALSE;
  return self->verdict == AJ_ANSWER_VERDICT_NEW || self->verdict == AJ_ANSWER_VERDICT_CHANGED ||
         self->verdict == AJ_ANSWER_VERDICT_PROPOSAL || self->is_repeated;
}

gboolean
aj_answer_row_get_wanted (AjAnswerRow *self)
{
  g_return_val_if_fail (AJ_IS_ANSWER_ROW (self), FALSE);

  return aj_answer_row_can_be_wanted (self) && self->wish != AJ_ANSWER_LEFT_OUT &&
         (self->wish == AJ_ANSWER_TAKEN || !self->is_doubtful);
}
