/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-answers-private.h"

#include <glib/gi18n-lib.h>

#include "aj-agenda-item.h"
#include "aj-agenda.h"
#include "aj-attendance.h"
#include "aj-invitation.h"
#include "aj-meeting.h"
#include "aj-person.h"
#include "aj-text.h"

/* An answer to the appointment of who speaks about an item (aj-appointment.h). What they say of coming is the briefing of the
 * item; what that has no word for, a remark or another time, is a line in the notes of whoever said it. */

/* What a line takes of those notes at most, in UTF-16 units. */
#define MAX_LINE 1000

static gboolean
has (const AjValues *values, const char *field, const char *text)
{
  return g_strcmp0 (aj_values_get_text (values, field), text) == 0;
}

const AjValues *
aj_answer_row_get_holder (AjAnswerRow *self)
{
  return aj_meeting_facts_look_up (self->facts, &aj_person_record_type,
                                   aj_values_get_text (self->item, "sent-to"));
}

char *
aj_answer_row_describe_item (AjAnswerRow *self, const char *meeting)
{
  /* Translators: an item of an agenda, and the meeting: "Expertteam Cyber, Thursday 12 March 2026, 10:00–12:00". */
  return g_strdup_printf (_ ("“%1$s” at %2$s"), aj_values_get_text (self->item, "name"), meeting);
}

static gboolean
is_holder_mail (AjAnswerRow *row, const char *address)
{
  const AjValues *holder = aj_answer_row_get_holder (row);
  const char *sent_mail = aj_values_get_text (row->item, "sent-mail");

  return (sent_mail != NULL && aj_invitation_is_same_mail (sent_mail, address)) ||
         (holder != NULL && aj_answers_has_address (holder, address));
}

static gboolean
get_moment (AjAnswerRow *row, const char *field, const char *zone_field, gint64 *moment)
{
  const AjValues *zoned = zone_field != NULL ? row->item : aj_answer_row_get_meeting (row);
  const char *zone = aj_values_get_text (zoned, zone_field != NULL ? zone_field : "zone");
  AjWallTime time;

  return zone != NULL && aj_values_get_wall_time (row->item, field, &time) &&
         aj_wall_time_to_unix (&time, zone, moment);
}

gboolean
aj_answer_row_is_this_appointment (AjAnswerRow *self)
{
  gint64 start;

  return !self->found->answer->is_instance ||
         (get_moment (self, "sent-starts-at", "sent-zone", &start) &&
          start == self->found->answer->instance);
}

/* Without a version, an answer from before the appointment was sent is to an older one. */
static gboolean
is_to_older_version (AjAnswerRow *row)
{
  const AjCalendarAnswer *answer = row->found->answer;
  gint64 sent;

  if (answer->sequence >= 0)
    return answer->sequence < aj_values_get_integer (row->item, "sent-sequence");
  return answer->stamp > 0 && get_moment (row, "sent-at", NULL, &sent) && answer->stamp < sent;
}

/* (nullable): why nobody need answer any more. */
static const char *
get_end (AjAnswerRow *row)
{
  const AjValues *meeting = aj_answer_row_get_meeting (row);

  if (has (meeting, "state", AJ_MEETING_CANCELLED))
    return _ ("The meeting is cancelled, so nobody need answer.");
  if (!aj_agenda_item_is_held (row->item))
    return _ ("The appointment is cancelled, so nobody need answer.");
  if (aj_values_is_empty (row->item, "meeting") || !aj_agenda_is_kept (row->item))
    return _ ("The item is off the agenda, so nobody need answer.");
  if (!has (row->item, "speaker", aj_values_get_text (row->item, "sent-to")))
    return _ ("They do not speak about it any more, so nobody need answer.");
  if (row->found->answer->has_proposal && !aj_meeting_is_open (meeting))
    return _ ("The meeting is over, so it cannot be moved.");
  if (is_to_older_version (row))
    return _ ("It answers an older version of the appointment, which has changed since.");
  return NULL;
}

/* (nullable): what the briefing becomes; NULL where it stays as it is. */
static const char *
get_briefing (AjAnswerRow *row)
{
  const char *said = aj_answer_row_get_answer (row);
  AjWallTime start, end;

  if (said == NULL || aj_answer_row_get_proposal (row, &start, &end))
    return NULL;
  if (g_str_equal (said, AJ_ANSWER_YES))
    return has (row->item, "briefing", AJ_BRIEFING_BRIEFED) ? NULL : AJ_BRIEFING_AGREED;
  if (g_str_equal (said, AJ_ANSWER_NO))
    return AJ_BRIEFING_DECLINED;
  return g_str_equal (said, AJ_ANSWER_MAYBE) ? AJ_BRIEFING_ASKED : NULL;
}

/* (transfer full) (nullable): what is noted with the speaker; NULL where the briefing says it all. */
static char *
make_line (AjAnswerRow *row)
{
  const AjCalendarAnswer *answer = row->found->answer;
  const char *said = aj_answer_row_get_answer (row);
  const char *name = aj_values_get_text (row->item, "name");
  g_autofree char *remark = answer->comment != NULL
                                ? g_strdelimit (g_strdup (answer->comment), "\r\n", ' ')
                                : NULL;
  g_autofree char *day = NULL;
  g_autofree char *what = NULL;
  g_autofree char *line = NULL;
  AjWallTime now, start, end;

  if (remark == NULL && !aj_answer_row_get_proposal (row, &start, &end) &&
      (g_strcmp0 (said, AJ_ANSWER_YES) == 0 || g_strcmp0 (said, AJ_ANSWER_NO) == 0))
    return NULL;
  if (answer->stamp > 0 &&
      aj_wall_time_from_unix (answer->stamp,
                              aj_values_get_text (aj_answer_row_get_meeting (row), "zone"), &now))
    day = aj_date_format_short (now.date);
  /* Translators: what a speaker answered, and the remark with it. */
  what = remark != NULL ? g_strdup_printf (_ ("%1$s: “%2$s”"), row->text, remark)
                        : g_strdup (row->text);
  line = day != NULL
             /* Translators: a day, an item of an agenda, and what its speaker answered. */
             ? g_strdup_printf (_ ("%1$s, “%2$s”: %3$s"), day, name, what)
             /* Translators: an item of an agenda, and what its speaker answered. */
             : g_strdup_printf (_ ("“%1$s”: %2$s"), name, what);
  return aj_text_truncate_utf16 (line, MAX_LINE);
}

static gboolean
has_line (const AjValues *person, const char *line)
{
  const char *notes = aj_values_get_text (person, "notes");
  g_auto (GStrv) lines = g_strsplit (notes != NULL ? notes : "", "\n", -1);

  return g_strv_contains ((const char *const *) lines, line);
}

static gboolean
would_change (AjAnswerRow *row)
{
  const char *briefing = get_briefing (row);
  const AjValues *holder = aj_answer_row_get_holder (row);
  g_autofree char *line = make_line (row);

  return (briefing != NULL && !has (row->item, "briefing", briefing)) ||
         (line != NULL && holder != NULL && !has_line (holder, line));
}

/* Anybody can write a calendar that answers for somebody else; who answers from another address is asked about too. */
static void
add_notes (AjAnswerRow *row)
{
  const AjCalendarAnswer *answer = row->found->answer;
  const char *sender = row->found->sender_mail;
  const char *address = aj_answer_row_get_address (row);

  if (!is_holder_mail (row, address))
    {
      row->is_doubtful = TRUE;
      aj_answer_row_add_reason (
          row,
          /* Translators: two mail addresses. */
          _ ("The appointment went to %1$s, and this is from %2$s. Take it in if it is theirs."),
          aj_values_get_text (row->item, "sent-mail"), address);
    }
  if (answer->mail == NULL)
    {
      row->is_doubtful = TRUE;
      aj_answer_row_add_reason (row,
                                _ ("The answer does not say whose it is; the mail is from %s."),
                                sender);
    }
  else if (sender != NULL && !aj_invitation_is_same_mail (answer->mail, sender) &&
           g_strcmp0 (answer->sent_by, sender) != 0 && !is_holder_mail (row, sender))
    {
      row->is_doubtful = TRUE;
      aj_answer_row_add_reason (row, _ ("The mail is from %s."), sender);
    }
  if (answer->sent_by != NULL && g_strcmp0 (answer->sent_by, answer->mail) != 0)
    aj_answer_row_add_reason (row, _ ("%s answered for them."), answer->sent_by);
}

/* What is noted does not say when it was said, so of an answer from before it was noted somebody is to say whether it holds. */
static void
compare_with_noted (AjAnswerRow *row)
{
  g_autofree char *before = aj_values_display (row->item, "briefing");
  g_autofree char *day = NULL;
  AjWallTime noted;

  if (row->found->answer->stamp <= 0 || row->noted_at <= row->found->answer->stamp ||
      !aj_wall_time_from_unix (row->noted_at,
                               aj_values_get_text (aj_answer_row_get_meeting (row), "zone"),
                               &noted))
    {
      aj_answer_row_add_reason (row, _ ("The answer before this was: %s."), before);
      return;
    }
  day = aj_date_format_short (noted.date);
  row->is_doubtful = TRUE;
  aj_answer_row_add_reason (
      row,
      /* Translators: a state of the briefing ("said no"), and a day. */
      _ ("It is older than “%1$s”, which was noted on %2$s. Take it in if it still holds."), before,
      day);
}

static void
explain_answer (AjAnswerRow *row)
{
  const char *said = aj_answer_row_get_answer (row);

  if (g_str_equal (said, AJ_ANSWER_NO))
    aj_answer_row_add_reason (row,
                              _ ("They stay the speaker of the item until you choose another. A "
                                 "cancellation is owed."));
  else if (g_str_equal (said, AJ_ANSWER_SENDS))
    aj_answer_row_add_reason (row, _ ("The speaker of the item stays as it is: choose who "
                                      "speaks there. The answer is noted with the speaker."));
  else if (g_str_equal (said, AJ_ANSWER_MAYBE))
    aj_answer_row_add_reason (row, _ ("The item says “asked” until they say yes or no. The answer "
                                      "is noted with the speaker."));
}

static AjAnswerVerdict
judge_change (AjAnswerRow *row)
{
  const char *briefing = get_briefing (row);
  AjWallTime start, end;
  gboolean is_proposal = aj_answer_row_get_proposal (row, &start, &end);

  if (!is_proposal && aj_answer_row_get_answer (row) == NULL)
    {
      add_notes (row);
      return AJ_ANSWER_VERDICT_UNCLEAR;
    }
  if (!would_change (row))
    return AJ_ANSWER_VERDICT_SAME;
  add_notes (row);
  if (is_proposal)
    {
      aj_answer_row_add_reason (
          row, _ ("The time follows from the agenda: change its order or lengths to move it. The "
                  "proposal is noted with the speaker, or left as it is; tell them by mail."));
      return AJ_ANSWER_VERDICT_PROPOSAL;
    }
  explain_answer (row);
  if (briefing == NULL || has (row->item, "briefing", briefing) ||
      aj_values_is_empty (row->item, "briefing") || has (row->item, "briefing", AJ_BRIEFING_ASKED))
    return AJ_ANSWER_VERDICT_NEW;
  compare_with_noted (row);
  return AJ_ANSWER_VERDICT_CHANGED;
}

AjAnswerVerdict
aj_answers_judge_speaker (AjAnswerRow *row, gboolean has_newer)
{
  const char *end;

  if (aj_values_is_empty (row->item, "sent-method") || !aj_answer_row_is_this_appointment (row))
    {
      aj_answer_row_add_reason (row, _ ("No such appointment was sent from here."));
      return AJ_ANSWER_VERDICT_ELSEWHERE;
    }
  end = get_end (row);
  if (end != NULL)
    {
      aj_answer_row_add_reason (row, "%s", end);
      return AJ_ANSWER_VERDICT_STALE;
    }
  if (aj_answer_row_get_address (row) == NULL)
    {
      aj_answer_row_add_reason (row, _ ("The answer does not say whose it is. Enter it by hand."));
      return AJ_ANSWER_VERDICT_ELSEWHERE;
    }
  if (has_newer)
    {
      aj_answer_row_add_reason (row, _ ("A newer answer of theirs is among these."));
      return AJ_ANSWER_VERDICT_STALE;
    }
  return judge_change (row);
}

void
aj_answers_take_speaker (AjEdit *edit, AjAnswerRow *row)
{
  const char *briefing = get_briefing (row);
  const AjValues *holder = aj_answer_row_get_holder (row);
  g_autofree char *line = make_line (row);

  if (briefing != NULL)
    aj_values_set_text (aj_edit_change_values (edit, row->item), "briefing", briefing);
  if (holder == NULL)
    return;
  if (line != NULL && !has_line (holder, line))
    aj_answers_add_line (aj_edit_change_values (edit, holder), line);
  if (!is_holder_mail (row, aj_answer_row_get_address (row)))
    aj_answers_add_address (aj_edit_change_values (edit, holder), aj_answer_row_get_address (row));
}
