/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Answers of who speaks about an item to the appointment for just that item. */
#include "aj-answers.h"

#include "aj-agenda-item.h"
#include "aj-invitations.h"
#include "aj-jobs-fixture.h"
#include "aj-meeting.h"

/* What follows the id of the item; it was sent at nine o'clock (UTC) on 15 January. */
#define REPLY(version, stamp, what)                                                                \
  "SEQUENCE:" version "\r\nDTSTAMP:" stamp "\r\nATTENDEE;PARTSTAT=" what                           \
  ":mailto:Carla@saxion.example\r\n"

typedef struct
{
  Fixture base;
  const char *group, *meeting, *item;
  const char *carla, *dirk;
  AjAnswers *answers;
} World;

/* What is owed to speakers is noted as sent. */
static void
send_all (World *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AjMeetingFacts) facts = aj_meeting_facts_load (self->base.store, NULL, self->meeting,
                                                            &error);
  g_autoptr (AjSpeakers) speakers = aj_speakers_new (facts);
  g_autoptr (AjEdit) edit = aj_edit_new (self->base.store, "Sent");

  g_assert_cmpuint (aj_speakers_note_sent (speakers, edit, aj_clock_get_unix (self->base.clock)), >,
                    0);
  aj_edit_commit (edit, &error);
  g_assert_no_error (error);
}

static void
set_up (World *self, gconstpointer data)
{
  Fixture *base = &self->base;

  fixture_set_up (base, data);
  self->group = fixture_add (base, "group", "name", "Expertteam", NULL);
  self->carla = fixture_add (base, "person", "name", "Carla", "mail", "carla@saxion.example", NULL);
  self->dirk = fixture_add (base, "person", "name", "Dirk", "mail", "dirk@stad.example", NULL);
  fixture_add (base, "membership", "group", self->group, "person", self->dirk, NULL);
  self->meeting = fixture_add (base, "meeting", "group", self->group, "starts-at",
                               "2026-03-12T10:00", "ends-at", "2026-03-12T12:00", NULL);
  self->item = fixture_add (base, "agenda-item", "group", self->group, "meeting", self->meeting,
                            "name", "Phishing", "position", "1", "minutes", "30", "speaker",
                            self->carla, NULL);
  send_all (self);
}

static void
tear_down (World *self, gconstpointer data)
{
  g_clear_object (&self->answers);
  fixture_tear_down (&self->base, data);
}

static void
write_answer (World *self, const char *name, const char *method, const char *uid, const char *lines)
{
  g_autofree char *path = g_build_filename (self->base.folder, name, NULL);
  g_autofree char *text = g_strconcat ("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nMETHOD:", method,
                                       "\r\nBEGIN:VEVENT\r\nUID:", uid, "\r\n", lines,
                                       "END:VEVENT\r\nEND:VCALENDAR\r\n", NULL);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
}

/* Reads files of the folder of the test, as the command and as the window do, which see the same. */
static void
load (World *self, const char *first, const char *second)
{
  g_autofree char *a = g_build_filename (self->base.folder, first, NULL);
  g_autofree char *b = g_build_filename (self->base.folder, second != NULL ? second : "", NULL);
  const char *const paths[] = { a, second != NULL ? b : NULL, NULL };
  g_autoptr (AjAnswers) other = NULL;
  g_autofree char *sum = NULL;
  g_autofree char *other_sum = NULL;
  g_autoptr (GError) error = NULL;
  Waiter waiter = { NULL };

  g_clear_object (&self->answers);
  self->answers = aj_answers_load (self->base.store, paths, &error);
  g_assert_no_error (error);
  aj_answers_load_async (self->base.store, paths, NULL, waiter_ready_cb, &waiter);
  other = aj_answers_load_finish (self->base.store, waiter_wait (&waiter), &error);
  g_assert_no_error (error);
  sum = aj_answers_dup_sum (self->answers);
  other_sum = aj_answers_dup_sum (other);
  g_assert_cmpstr (sum, ==, other_sum);
  g_assert_cmpuint (aj_answers_count_wanted (self->answers), ==, aj_answers_count_wanted (other));
}

/* (transfer none) */
static AjAnswerRow *
get_row (World *self, guint index)
{
  g_autoptr (AjAnswerRow) row = g_list_model_get_item (G_LIST_MODEL (self->answers), index);

  g_assert_nonnull (row);
  return row;
}

static void
assert_row (AjAnswerRow *row, const char *verdict, const char *text, const char *pattern)
{
  const char *reason = aj_answer_row_get_reason (row);

  g_test_message ("%s", reason != NULL ? reason : "–");
  g_assert_cmpstr (aj_answer_verdict_get_code (aj_answer_row_get_verdict (row)), ==, verdict);
  g_assert_cmpstr (aj_answer_row_get_text (row), ==, text);
  g_assert_true (g_pattern_match_simple (pattern, reason != NULL ? reason : ""));
}

/* One answer to the item comes in. */
static AjAnswerRow *
load_one (World *self, const char *method, const char *lines)
{
  write_answer (self, "answer.ics", method, self->item, lines);
  load (self, "answer.ics", NULL);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (self->answers)), ==, 1);
  return get_row (self, 0);
}

static void
commit (World *self)
{
  g_autoptr (AjEdit) edit = aj_answers_make_edit (self->answers);
  g_autoptr (GError) error = NULL;

  aj_edit_commit (edit, &error);
  g_assert_no_error (error);
}

static void
assert_stored (World *self, const char *briefing, const char *notes)
{
  g_autoptr (AjRecord) item = fixture_find (&self->base, "agenda-item", "id", self->item);
  g_autoptr (AjRecord) carla = fixture_find (&self->base, "person", "id", self->carla);

  g_assert_cmpstr (aj_values_get_text (aj_record_get_values (item), "briefing"), ==, briefing);
  g_assert_cmpstr (aj_values_get_text (aj_record_get_values (item), "speaker"), ==, self->carla);
  g_assert_cmpstr (aj_values_get_text (aj_record_get_values (carla), "notes"), ==, notes);
}

/* Yes is what the briefing says then, and no takes its place; said once more it is known. Undo takes back all of it. */
static void
test_yes_and_no (World *self, gconstpointer data)
{
  AjAnswerRow *row = load_one (self, "REPLY", REPLY ("0", "20260116T080000Z", "ACCEPTED"));
  g_autofree char *label = NULL;
  g_autoptr (GError) error = NULL;

  assert_row (row, "new", "Comes", "");
  g_assert_cmpstr (aj_answer_row_get_who (row), ==, "Carla");
  g_assert_cmpstr (aj_answer_row_get_meeting_title (row), ==,
                   "“Phishing” at Expertteam, Thursday 12 March 2026, 10:00–12:00");
  g_assert_cmpstr (aj_values_get_id (aj_answer_row_get_item (row)), ==, self->item);
  commit (self);
  assert_stored (self, AJ_BRIEFING_AGREED, NULL);
  g_assert_cmpint (fixture_count (&self->base, "attendance"), ==, 0);
  assert_row (load_one (self, "REPLY", REPLY ("0", "20260116T080000Z", "ACCEPTED")), "same",
              "Comes", "");
  row = load_one (self, "REPLY", REPLY ("0", "20260117T080000Z", "DECLINED"));
  assert_row (row, "changed", "Does not come",
              "They stay the speaker of the item until you choose another.*A cancellation is "
              "owed.\nThe answer before this was: said yes.");
  commit (self);
  assert_stored (self, AJ_BRIEFING_DECLINED, NULL);
  g_assert_true (aj_store_undo (self->base.store, &label, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (label, ==, "Take in the answer of Carla");
  assert_stored (self, AJ_BRIEFING_AGREED, NULL);
}

/* Who was briefed, and says yes, is still briefed. */
static void
test_briefed (World *self, gconstpointer data)
{
  fixture_set (&self->base, "agenda-item", self->item, "briefing", AJ_BRIEFING_BRIEFED, NULL);
  assert_row (load_one (self, "REPLY", REPLY ("0", "20260116T080000Z", "ACCEPTED")), "same",
              "Comes", "");
}

/* What the briefing has no word for is noted with the speaker, once. */
static void
test_perhaps (World *self, gconstpointer data)
{
  const char *answer = "COMMENT:Ik hoor het\\nmaandag.\r\n" REPLY ("0", "20260116T080000Z",
                                                                   "TENTATIVE");

  assert_row (load_one (self, "REPLY", answer), "new", "Comes perhaps", "The item says “asked”*");
  commit (self);
  assert_stored (self, AJ_BRIEFING_ASKED,
                 "Fri 16 Jan 2026, “Phishing”: Comes perhaps: “Ik hoor het maandag.”");
  assert_row (load_one (self, "REPLY", answer), "same", "Comes perhaps", "");
  g_assert_cmpuint (aj_answers_count_wanted (self->answers), ==, 0);
}

/* Who sends somebody else says no word about the item that could be stored there. */
static void
test_sends (World *self, gconstpointer data)
{
  AjAnswerRow *row = load_one (
      self, "REPLY",
      "SEQUENCE:0\r\nDTSTAMP:20260116T080000Z\r\nATTENDEE;PARTSTAT=DELEGATED;DELEGATED-TO="
      "\"mailto:els@saxion.example\":mailto:carla@saxion.example\r\n");

  assert_row (row, "new", "Sends els@saxion.example", "The speaker of the item stays as it is*");
  commit (self);
  assert_stored (self, NULL, "Fri 16 Jan 2026, “Phishing”: Sends els@saxion.example");
}

/* When an item is follows from the agenda: another time is noted or left, never taken over. */
static void
test_counter (World *self, gconstpointer data)
{
  AjAnswerRow *row = load_one (self, "COUNTER",
                               "DTSTART:20260312T100000Z\r\nDTEND:20260312T103000Z\r\n" REPLY (
                                   "0", "20260116T080000Z", "TENTATIVE"));
  g_autoptr (GArray) decisions = aj_answers_list_decisions (self->answers, row);

  assert_row (row, "proposal", "Proposes Thursday 12 March 2026, 11:00–11:30",
              "The time follows from the agenda*");
  g_assert_cmpuint (decisions->len, ==, 2);
  g_assert_cmpint (g_array_index (decisions, AjAnswerDecision, 0), ==, AJ_ANSWER_DECISION_NOTE);
  g_assert_cmpint (g_array_index (decisions, AjAnswerDecision, 1), ==, AJ_ANSWER_DECISION_DECLINE);
  aj_answers_set_decision (self->answers, row, AJ_ANSWER_DECISION_ACCEPT);
  g_assert_cmpint (aj_answers_get_decision (self->answers, row), ==, AJ_ANSWER_DECISION_NOTE);
  aj_answers_set_decision (self->answers, row, AJ_ANSWER_DECISION_DECLINE);
  g_assert_cmpuint (aj_answers_count_wanted (self->answers), ==, 0);
  assert_row (row, "proposal", "Proposes Thursday 12 March 2026, 11:00–11:30", "*");
  aj_answers_set_decision (self->answers, row, AJ_ANSWER_DECISION_NOTE);
  g_assert_cmpuint (aj_answers_count_wanted (self->answers), ==, 1);
  commit (self);
  assert_stored (self, NULL,
                 "Fri 16 Jan 2026, “Phishing”: Proposes Thursday 12 March 2026, 11:00–11:30");
}

/* By version and moment, and when there is nothing to answer any more. */
static void
test_stale (World *self, gconstpointer data)
{
  Fixture *base = &self->base;

  assert_row (load_one (self, "REPLY",
                        "DTSTAMP:20260115T080000Z\r\n"
                        "ATTENDEE;PARTSTAT=ACCEPTED:mailto:carla@saxion.example\r\n"),
              "stale", "Comes", "It answers an older version of the appointment*");
  write_answer (self, "a.ics", "REPLY", self->item, REPLY ("0", "20260116T080000Z", "ACCEPTED"));
  write_answer (self, "b.ics", "REPLY", self->item, REPLY ("0", "20260117T080000Z", "DECLINED"));
  load (self, "b.ics", "a.ics");
  assert_row (get_row (self, 0), "new", "Does not come", "*");
  assert_row (get_row (self, 1), "stale", "Comes", "A newer answer of theirs is among these.");

  fixture_set (base, "meeting", self->meeting, "place", "Deventer", NULL);
  send_all (self);
  load (self, "a.ics", NULL);
  assert_row (get_row (self, 0), "stale", "Comes",
              "It answers an older version of the appointment, which has changed since.");
  write_answer (self, "a.ics", "REPLY", self->item, REPLY ("1", "20260116T080000Z", "ACCEPTED"));
  load (self, "a.ics", NULL);
  assert_row (get_row (self, 0), "new", "Comes", "");

  fixture_set (base, "agenda-item", self->item, "speaker", self->dirk, NULL);
  load (self, "a.ics", NULL);
  assert_row (get_row (self, 0), "stale", "Comes", "They do not speak about it any more*");
  fixture_set (base, "agenda-item", self->item, "speaker", self->carla, "state", AJ_AGENDA_DROPPED,
               NULL);
  load (self, "a.ics", NULL);
  assert_row (get_row (self, 0), "stale", "Comes", "The item is off the agenda*");
  send_all (self);
  load (self, "a.ics", NULL);
  assert_row (get_row (self, 0), "stale", "Comes", "The appointment is cancelled*");
  fixture_set (base, "meeting", self->meeting, "state", AJ_MEETING_CANCELLED, NULL);
  load (self, "a.ics", NULL);
  assert_row (get_row (self, 0), "stale", "Comes", "The meeting is cancelled*");
}

/* An item that waits for another agenda is off this one, and its speaker's answer is still known for what it is. */
static void
test_waiting (World *self, gconstpointer data)
{
  fixture_set (&self->base, "agenda-item", self->item, "meeting", "", NULL);
  assert_row (load_one (self, "REPLY", REPLY ("0", "20260116T080000Z", "ACCEPTED")), "stale",
              "Comes", "The item is off the agenda*");
  g_assert_cmpstr (aj_answer_row_get_who (get_row (self, 0)), ==, "Carla");
}

/* An answer from before what is noted may be older than what that was about: somebody is to say so. */
static void
test_older_than_noted (World *self, gconstpointer data)
{
  const char *answer = REPLY ("0", "20260115T085900Z", "ACCEPTED");

  fixture_set (&self->base, "agenda-item", self->item, "briefing", AJ_BRIEFING_DECLINED, NULL);
  assert_row (load_one (self, "REPLY", answer), "changed", "Comes",
              "It is older than “said no”, which was noted on Thu 15 Jan 2026.*");
  g_assert_cmpuint (aj_answers_count_wanted (self->answers), ==, 0);
  aj_answers_set_wanted (self->answers, get_row (self, 0), TRUE);
  commit (self);
  assert_stored (self, AJ_BRIEFING_AGREED, NULL);
}

/* From an address that is not known as theirs it is stored when somebody says so, and the address is known from then on. */
static void
test_other_address (World *self, gconstpointer data)
{
  const char *answer = "SEQUENCE:0\r\nDTSTAMP:20260116T080000Z\r\n"
                       "ATTENDEE;PARTSTAT=ACCEPTED:mailto:carla@thuis.example\r\n";

  assert_row (load_one (self, "REPLY", answer), "new", "Comes",
              "The appointment went to carla@saxion.example, and this is from "
              "carla@thuis.example.*");
  g_assert_cmpuint (aj_answers_count_wanted (self->answers), ==, 0);
  g_assert_false (aj_answers_set_person_id (self->answers, get_row (self, 0), self->dirk));
  g_assert_true (aj_answers_set_person_id (self->answers, get_row (self, 0), self->carla));
  commit (self);
  assert_stored (self, AJ_BRIEFING_AGREED, "Mail: carla@thuis.example");
  assert_row (load_one (self, "REPLY",
                        "SEQUENCE:0\r\nDTSTAMP:20260117T080000Z\r\n"
                        "ATTENDEE;PARTSTAT=DECLINED:mailto:carla@thuis.example\r\n"),
              "changed", "Does not come", "*");
  g_assert_cmpuint (aj_answers_count_wanted (self->answers), ==, 1);
}

/* Answers to the item and to the meeting are one edit. */
static void
test_both (World *self, gconstpointer data)
{
  g_autoptr (AjRecord) meeting = fixture_find (&self->base, "meeting", "id", self->meeting);
  g_autofree char *label = NULL;
  g_autoptr (GError) error = NULL;

  write_answer (self, "a.ics", "REPLY", self->item, REPLY ("0", "20260116T080000Z", "ACCEPTED"));
  write_answer (self, "b.ics", "REPLY", aj_values_get_text (aj_record_get_values (meeting), "uid"),
                "SEQUENCE:0\r\nDTSTAMP:20260116T080000Z\r\n"
                "ATTENDEE;PARTSTAT=ACCEPTED:mailto:dirk@stad.example\r\n");
  load (self, "a.ics", "b.ics");
  g_assert_cmpuint (aj_answers_count_wanted (self->answers), ==, 2);
  commit (self);
  assert_stored (self, AJ_BRIEFING_AGREED, NULL);
  g_assert_cmpint (fixture_count (&self->base, "attendance"), ==, 1);
  g_assert_true (aj_store_undo (self->base.store, &label, &error));
  g_assert_cmpstr (label, ==, "Take in 2 answers");
  assert_stored (self, NULL, NULL);
  g_assert_cmpint (fixture_count (&self->base, "attendance"), ==, 0);
}

#define ADD(name, function)                                                                        \
  g_test_add ("/jobs/answers-speaker/" name, World, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("yes-and-no", test_yes_and_no);
  ADD ("briefed", test_briefed);
  ADD ("perhaps", test_perhaps);
  ADD ("sends", test_sends);
  ADD ("counter", test_counter);
  ADD ("stale", test_stale);
  ADD ("waiting", test_waiting);
  ADD ("older-than-noted", test_older_than_noted);
  ADD ("other-address", test_other_address);
  ADD ("both", test_both);
  return g_test_run ();
}
