/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Answers that are given more than once, that are taken back, and of which the reading stops. */
#include "aj-answers.h"

#include "aj-answers-private.h"
#include "aj-attendance-job.h"
#include "aj-attendance.h"
#include "aj-jobs-fixture.h"
#include "aj-proposal.h"

#define UID "7d1f3c52-0c1e-4b6a-9f57-2a3b4c5d6e70"

typedef struct
{
  Fixture base;
  const char *meeting;
  const char *anna;
} World;

static void
set_up (World *self, gconstpointer data)
{
  const char *group;

  fixture_set_up (&self->base, data);
  group = fixture_add (&self->base, "group", "name", "Expertteam", NULL);
  self->anna = fixture_add (&self->base, "person", "name", "Anna", "mail", "anna@stad.example",
                            NULL);
  fixture_add (&self->base, "membership", "group", group, "person", self->anna, NULL);
  self->meeting = fixture_add (&self->base, "meeting", "uid", UID, "group", group, "starts-at",
                               "2026-03-12T10:00", "ends-at", "2026-03-12T12:00", NULL);
}

static void
tear_down (World *self, gconstpointer data)
{
  fixture_tear_down (&self->base, data);
}

/* Anna's answer of some minute to a version comes in, and is stored as it stands. */
static void
take_in (World *self, int sequence, int minute, const char *participation, const char *verdict)
{
  g_autofree char *path = g_build_filename (self->base.folder, "answer.ics", NULL);
  g_autofree char *text = g_strdup_printf (
      "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nMETHOD:REPLY\r\nBEGIN:VEVENT\r\nUID:" UID "\r\n"
      "SEQUENCE:%d\r\nDTSTAMP:20260201T10%02d00Z\r\n"
      "ATTENDEE;PARTSTAT=%s:mailto:anna@stad.example\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n",
      sequence, minute, participation);
  const char *const paths[] = { path, NULL };
  g_autoptr (AjAnswers) answers = NULL;
  g_autoptr (AjAnswerRow) row = NULL;
  g_autoptr (AjEdit) edit = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  answers = aj_answers_load (self->base.store, paths, &error);
  g_assert_no_error (error);
  row = g_list_model_get_item (G_LIST_MODEL (answers), 0);
  g_assert_cmpstr (aj_answer_verdict_get_code (aj_answer_row_get_verdict (row)), ==, verdict);
  edit = aj_answers_make_edit (answers);
  aj_edit_commit (edit, &error);
  g_assert_no_error (error);
}

/* @expected: "yes to 0". */
static void
assert_answer (World *self, const char *expected)
{
  g_autoptr (AjRecord) record = fixture_find (&self->base, "attendance", "person", self->anna);
  const AjValues *values = aj_record_get_values (record);
  g_autofree char *text = g_strdup_printf ("%s to %d", aj_values_get_text (values, "answer"),
                                           (int) aj_values_get_integer (values, "answer-sequence"));

  g_assert_cmpstr (text, ==, expected);
}

static void
undo (World *self)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (aj_store_undo (self->base.store, NULL, &error));
  g_assert_no_error (error);
}

/* No, yes, and no again: the yes comes in last, and is outdated all the same. */
static void
test_repeated (World *self, gconstpointer data)
{
  take_in (self, 0, 1, "DECLINED", "new");
  take_in (self, 0, 3, "DECLINED", "same");
  take_in (self, 0, 2, "ACCEPTED", "stale");
  assert_answer (self, "no to 0");
  take_in (self, 0, 3, "DECLINED", "same");
  take_in (self, 0, 4, "ACCEPTED", "changed");
  assert_answer (self, "yes to 0");
}

/* What was noted by hand, and is said in so many words then, is from that moment. */
static void
test_by_hand (World *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AjMeetingFacts) facts = aj_meeting_facts_load (self->base.store, NULL, self->meeting,
                                                            &error);
  g_autoptr (AjEdit) edit = aj_attendance_job_set (
      self->base.store, facts, &g_array_index (aj_meeting_facts_get_invitees (facts), AjInvitee, 0),
      "answer", AJ_ANSWER_NO);

  aj_edit_commit (edit, &error);
  g_assert_no_error (error);
  take_in (self, 0, 3, "DECLINED", "same");
  take_in (self, 0, 2, "ACCEPTED", "stale");
  assert_answer (self, "no to 0");
}

/* An answer that is brought back is to the version that it was to, not to the one that is. */
static void
test_taken_back (World *self, gconstpointer data)
{
  take_in (self, 0, 1, "ACCEPTED", "new");
  fixture_set (&self->base, "meeting", self->meeting, "place", "Almelo", NULL);
  take_in (self, 1, 2, "DECLINED", "changed");
  assert_answer (self, "no to 1");
  undo (self);
  assert_answer (self, "yes to 0");
  /* And of two to one version, of which the meeting is no longer. */
  take_in (self, 1, 3, "TENTATIVE", "changed");
  take_in (self, 1, 4, "DECLINED", "changed");
  fixture_set (&self->base, "meeting", self->meeting, "place", "Zwolle", NULL);
  undo (self);
  undo (self);
  assert_answer (self, "maybe to 1");
}

/* A zone of which no rule ever comes true, beside an answer: a sentence, and the answer. */
static void
test_hostile_zone (World *self, gconstpointer data)
{
  g_autofree char *path = g_build_filename (self->base.folder, "zone.ics", NULL);
  g_autofree char *sample = g_test_build_filename (G_TEST_DIST, "data", "answers",
                                                   "exchange-accept.eml", NULL);
  const char *const paths[] = { path, sample, NULL };
  g_autoptr (GString) text = g_string_new (
      "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nMETHOD:REPLY\r\nBEGIN:VTIMEZONE\r\nTZID:x\r\n"
      "BEGIN:STANDARD\r\nDTSTART:16010101T000000\r\nTZOFFSETFROM:+0200\r\nTZOFFSETTO:+0100\r\n");
  g_autoptr (AjAnswers) answers = NULL;
  g_autoptr (GError) error = NULL;
  GPtrArray *problems;

  for (guint i = 0; i < 500; i++)
    g_string_append (text, "RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30\r\n");
  g_string_append (text, "END:STANDARD\r\nEND:VTIMEZONE\r\nBEGIN:VEVENT\r\nUID:" UID "\r\n"
                         "RECURRENCE-ID;TZID=x:20260312T100000\r\n"
                         "ATTENDEE;PARTSTAT=ACCEPTED:mailto:anna@stad.example\r\nEND:VEVENT\r\n"
                         "END:VCALENDAR\r\n");
  g_assert_true (g_file_set_contents (path, text->str, -1, NULL));
  answers = aj_answers_load (self->base.store, paths, &error);
  g_assert_no_error (error);
  problems = aj_answers_get_problems (answers);
  g_assert_cmpuint (problems->len, ==, 1);
  g_assert_true (g_str_has_prefix (problems->pdata[0], "zone.ics: This calendar repeats"));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (answers)), ==, 1);
}

/* Nothing more is read for whoever gave up. */
static void
test_cancelled (World *self, gconstpointer data)
{
  g_autofree char *sample = g_test_build_filename (G_TEST_DIST, "data", "answers",
                                                   "exchange-accept.eml", NULL);
  const char *const paths[] = { sample, "/nowhere.eml", NULL };
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) found = aj_answer_files_read (paths, problems, cancellable);
  g_autoptr (GPtrArray) nothing = NULL;

  g_assert_cmpuint (found->len, ==, 1);
  g_assert_cmpuint (problems->len, ==, 1);
  g_cancellable_cancel (cancellable);
  nothing = aj_answer_files_read (paths, problems, cancellable);
  g_assert_cmpuint (nothing->len, ==, 0);
  g_assert_cmpuint (problems->len, ==, 1);
}

/* Whoever proposes a time and says neither yes nor no, did so of the meeting as it was: once it has moved, that is over. */
static void
test_proposal_alone (World *self, gconstpointer data)
{
  g_autofree char *path = g_build_filename (self->base.folder, "counter.ics", NULL);
  const char *const paths[] = { path, NULL };
  g_autoptr (AjAnswers) answers = NULL;
  g_autoptr (AjEdit) edit = NULL;
  g_autoptr (GError) error = NULL;
  AjWallTime start, end;

  g_assert_true (g_file_set_contents (
      path,
      "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nMETHOD:COUNTER\r\nBEGIN:VEVENT\r\nUID:" UID "\r\n"
      "DTSTAMP:20260201T090000Z\r\nSEQUENCE:0\r\nDTSTART:20260313T090000Z\r\n"
      "DTEND:20260313T110000Z\r\nATTENDEE;PARTSTAT=NEEDS-ACTION:mailto:anna@stad.example\r\n"
      "END:VEVENT\r\nEND:VCALENDAR\r\n",
      -1, NULL));
  answers = aj_answers_load (self->base.store, paths, &error);
  g_assert_no_error (error);
  edit = aj_answers_make_edit (answers);
  aj_edit_commit (edit, &error);
  g_assert_no_error (error);
  for (guint round = 0; round < 2; round++)
    {
      g_autoptr (AjMeetingFacts) facts = NULL;

      if (round > 0)
        fixture_set (&self->base, "meeting", self->meeting, "starts-at", "2026-03-19T10:00", NULL);
      facts = aj_meeting_facts_load (self->base.store, NULL, self->meeting, &error);
      g_assert_no_error (error);
      g_assert_cmpint (aj_proposal_get (facts,
                                        &g_array_index (aj_meeting_facts_get_invitees (facts),
                                                        AjInvitee, 0),
                                        &start, &end),
                       ==, round == 0);
    }
}

#define ADD(name, function)                                                                        \
  g_test_add ("/jobs/answers-again/" name, World, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("repeated", test_repeated);
  ADD ("by-hand", test_by_hand);
  ADD ("taken-back", test_taken_back);
  ADD ("hostile-zone", test_hostile_zone);
  ADD ("cancelled", test_cancelled);
  ADD ("proposal-alone", test_proposal_alone);
  return g_test_run ();
}
