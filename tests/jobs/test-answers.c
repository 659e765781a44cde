/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Answers that come in: whose they are, what they are worth, and what storing them does. */
#include "aj-answers.h"

#include <glib/gstdio.h>
#include <string.h>

#include "aj-attendance.h"
#include "aj-jobs-fixture.h"
#include "aj-meeting.h"
#include "aj-proposal.h"

/* Of the samples. */
#define UID "7d1f3c52-0c1e-4b6a-9f57-2a3b4c5d6e70"

typedef struct
{
  Fixture base;
  const char *meeting;
  const char *anna;
  const char *bert;
  const char *chloe;
  const char *dirk;
  AjAnswers *answers;
} World;

static const char *
add_member (World *self, const char *group, const char *name, const char *mail, const char *notes)
{
  const char *person = fixture_add (&self->base, "person", "name", name, "mail", mail, "notes",
                                    notes, NULL);

  fixture_add (&self->base, "membership", "group", group, "person", person, NULL);
  return person;
}

static void
set_up (World *self, gconstpointer data)
{
  const char *group;

  fixture_set_up (&self->base, data);
  group = fixture_add (&self->base, "group", "name", "Expertteam", NULL);
  self->anna = add_member (self, group, "Anna Bakker", "Anna.Bakker@stad.example", "");
  self->bert = add_member (self, group, "Bert de Vries", "bert.de.vries@dorp.example", "");
  self->chloe = add_member (self, group, "Chloë Öztürk", "chloe.o@school.example",
                            "Privé bereikbaar\nMail: Chloe@School.example");
  self->dirk = add_member (self, group, "Dirk Jansen", "dirk@bedrijf.example", "");
  self->meeting = fixture_add (&self->base, "meeting", "uid", UID, "group", group, "starts-at",
                               "2026-03-12T10:00", "ends-at", "2026-03-12T12:00", NULL);
}

static void
tear_down (World *self, gconstpointer data)
{
  g_clear_object (&self->answers);
  fixture_tear_down (&self->base, data);
}

/* @names: of samples, or of files in the folder of the test. */
static void
load (World *self, const char *const *names)
{
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autofree char *own = g_build_filename (self->base.folder, names[i], NULL);

      g_ptr_array_add (paths, g_file_test (own, G_FILE_TEST_EXISTS)
                                  ? g_steal_pointer (&own)
                                  : g_test_build_filename (G_TEST_DIST, "data", "answers", names[i],
                                                           NULL));
    }
  g_ptr_array_add (paths, NULL);
  g_clear_object (&self->answers);
  self->answers = aj_answers_load (self->base.store, (const char *const *) paths->pdata, &error);
  g_assert_no_error (error);
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
assert_row (World *self, guint index, const char *verdict, const char *who, const char *text)
{
  AjAnswerRow *row = get_row (self, index);

  g_assert_cmpstr (aj_answer_verdict_get_code (aj_answer_row_get_verdict (row)), ==, verdict);
  g_assert_cmpstr (aj_answer_row_get_who (row), ==, who);
  g_assert_cmpstr (aj_answer_row_get_text (row), ==, text);
}

static AjAnswerRow *
load_one (World *self, const char *name, const char *verdict)
{
  load (self, (const char *const[]){ name, NULL });
  g_assert_cmpuint (aj_answers_get_problems (self->answers)->len, ==, 0);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (self->answers)), ==, 1);
  g_assert_cmpstr (aj_answer_verdict_get_code (aj_answer_row_get_verdict (get_row (self, 0))), ==,
                   verdict);
  return get_row (self, 0);
}

static void
write_answer (World *self, const char *name, const char *method, const char *lines)
{
  g_autofree char *path = g_build_filename (self->base.folder, name, NULL);
  g_autofree char *text = g_strconcat ("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nMETHOD:", method,
                                       "\r\nBEGIN:VEVENT\r\n", lines,
                                       "END:VEVENT\r\nEND:VCALENDAR\r\n", NULL);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
}

static void
assert_reason (AjAnswerRow *row, const char *pattern)
{
  const char *reason = aj_answer_row_get_reason (row);

  g_test_message ("%s", reason != NULL ? reason : "–");
  g_assert_true (g_pattern_match_simple (pattern, reason != NULL ? reason : ""));
}

static void
commit (World *self, const char *label)
{
  g_autoptr (AjEdit) edit = aj_answers_make_edit (self->answers);
  g_autoptr (GError) error = NULL;

  g_assert_cmpstr (aj_edit_get_label (edit), ==, label);
  aj_edit_commit (edit, &error);
  g_assert_no_error (error);
}

static void
assert_field (World *self, const char *person, const char *field, const char *expected)
{
  g_autoptr (AjRecord) record = fixture_find (&self->base, "attendance", "person", person);

  g_assert_cmpstr (aj_values_get_text (aj_record_get_values (record), field), ==, expected);
}

static void
assert_meeting (World *self, const char *starts_at, gint64 sequence)
{
  g_autoptr (AjRecord) record = fixture_find (&self->base, "meeting", "uid", UID);
  const AjValues *values = aj_record_get_values (record);

  g_assert_cmpstr (aj_values_get_text (values, "starts-at"), ==, starts_at);
  g_assert_cmpint (aj_values_get_integer (values, "sequence"), ==, sequence);
}

/* All programs at once, what cannot be read beside them; one edit, one undo. */
static void
test_programs (World *self, gconstpointer data)
{
  const char *const names[] = { "exchange-accept.eml",
                                "google-decline.eml",
                                "apple-tentative.eml",
                                "thunderbird-delegated.eml",
                                "winmail.dat",
                                "forwarded.eml",
                                NULL };
  g_autofree char *sum = NULL;
  g_autofree char *label = NULL;
  g_autoptr (GError) error = NULL;

  load (self, names);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (self->answers)), ==, 4);
  assert_row (self, 0, "new", "Anna Bakker", "Comes");
  assert_row (self, 1, "new", "Bert de Vries", "Does not come");
  assert_row (self, 2, "new", "Chloë Öztürk", "Comes perhaps");
  assert_row (self, 3, "new", "Dirk Jansen", "Sends Els Willems");
  g_assert_cmpstr (aj_answer_row_get_meeting_title (get_row (self, 0)), ==,
                   "Expertteam, Thursday 12 March 2026, 10:00–12:00");
  g_assert_cmpstr (aj_answer_row_get_comment (get_row (self, 0)), ==,
                   "Ik kom, maar tien minuten later.");
  g_assert_cmpuint (aj_answers_get_problems (self->answers)->len, ==, 1);
  sum = aj_answers_dup_sum (self->answers);
  g_assert_cmpstr (sum, ==, "4 new");
  commit (self, "Take in 4 answers");
  assert_field (self, self->anna, "answer", AJ_ANSWER_YES);
  assert_field (self, self->anna, "comment", "Ik kom, maar tien minuten later.");
  assert_field (self, self->bert, "answer", AJ_ANSWER_NO);
  assert_field (self, self->chloe, "answer", AJ_ANSWER_MAYBE);
  assert_field (self, self->dirk, "answer", AJ_ANSWER_SENDS);
  assert_field (self, self->dirk, "substitute", "Els Willems");
  assert_meeting (self, "2026-03-12T10:00", 0);
  /* The same files once more change nothing. */
  load (self, names);
  g_assert_cmpuint (aj_answers_count (self->answers, AJ_ANSWER_VERDICT_SAME), ==, 4);
  g_assert_cmpuint (aj_answers_count_wanted (self->answers), ==, 0);
  g_assert_true (aj_store_undo (self->base.store, &label, &error));
  g_assert_no_error (error);
  g_assert_cmpint (fixture_count (&self->base, "attendance"), ==, 0);
}

#define EVENT(version, stamp, what)                                                                \
  "UID:" UID "\r\nSEQUENCE:" version "\r\nDTSTAMP:" stamp "\r\nATTENDEE;PARTSTAT=" what            \
  ":mailto:anna.bakker@stad.example\r\n"

#define STRANGER                                                                                   \
  "UID:" UID "\r\nATTENDEE;CN=Bert thuis;PARTSTAT=ACCEPTED:mailto:bert@thuis.example\r\n"

/* By version and moment the newest counts, here and among those that come in. */
static void
test_order (World *self, gconstpointer data)
{
  AjAnswerRow *row;

  write_answer (self, "a.ics", "REPLY", EVENT ("0", "20260301T080000Z", "ACCEPTED"));
  write_answer (self, "b.ics", "REPLY", EVENT ("0", "20260302T080000Z", "DECLINED"));
  load (self, (const char *const[]){ "b.ics", "a.ics", NULL });
  assert_row (self, 0, "new", "Anna Bakker", "Does not come");
  assert_row (self, 1, "stale", "Anna Bakker", "Comes");
  assert_reason (get_row (self, 1), "A newer answer of theirs is among these.");
  commit (self, "Take in the answer of Anna Bakker");
  row = load_one (self, "a.ics", "stale");
  assert_reason (row, "A newer answer of theirs is here already.");
  g_assert_false (aj_answer_row_can_be_wanted (row));
  write_answer (self, "c.ics", "REPLY", EVENT ("0", "20260303T080000Z", "ACCEPTED"));
  row = load_one (self, "c.ics", "changed");
  assert_reason (row, "The answer before this was: no.");
  commit (self, "Take in the answer of Anna Bakker");

  /* Of the same moment the last counts, whatever is decided meanwhile. */
  write_answer (self, "x.ics", "REPLY", EVENT ("0", "20260304T080000Z", "DECLINED"));
  write_answer (self, "y.ics", "REPLY", EVENT ("0", "20260304T080000Z", "TENTATIVE"));
  write_answer (self, "z.ics", "REPLY", STRANGER);
  load (self, (const char *const[]){ "x.ics", "y.ics", "z.ics", NULL });
  aj_answers_set_guest (self->answers, get_row (self, 0));
  assert_row (self, 1, "changed", "Anna Bakker", "Comes perhaps");
  assert_row (self, 2, "stale", "Anna Bakker", "Does not come");

  /* What says nothing, or is about another meeting, makes nothing outdated. */
  write_answer (self, "v.ics", "REPLY", EVENT ("0", "20260305T080000Z", "NEEDS-ACTION"));
  write_answer (self, "w.ics", "REPLY",
                EVENT ("0", "20260305T080000Z", "DECLINED") "RECURRENCE-ID:20260319T090000Z\r\n");
  load (self, (const char *const[]){ "y.ics", "v.ics", "w.ics", NULL });
  assert_row (self, 0, "unclear", "Anna Bakker", "Says neither yes nor no");
  assert_row (self, 1, "changed", "Anna Bakker", "Comes perhaps");
  assert_row (self, 2, "unknown-meeting", "Anna Bakker", "Does not come");

  /* The meeting moves: what was said is to the old version. */
  fixture_set (&self->base, "meeting", self->meeting, "starts-at", "2026-03-19T10:00", "ends-at",
               "2026-03-19T12:00", NULL);
  write_answer (self, "d.ics", "REPLY", EVENT ("0", "20260304T080000Z", "DECLINED"));
  row = load_one (self, "d.ics", "stale");
  assert_reason (row, "It answers an older version*");
  write_answer (self, "e.ics", "REPLY", EVENT ("1", "20260304T080000Z", "ACCEPTED"));
  row = load_one (self, "e.ics", "changed");
  assert_reason (row, "The answer to an older version was: yes.");
  commit (self, "Take in the answer of Anna Bakker");
  load_one (self, "e.ics", "same");
  fixture_set (&self->base, "meeting", self->meeting, "state", AJ_MEETING_CANCELLED, NULL);
  row = load_one (self, "e.ics", "stale");
  assert_reason (row, "The meeting is cancelled*");
}

/* The old date is named when it is known. */
static void
test_old_date (World *self, gconstpointer data)
{
  fixture_add (&self->base, "attendance", "meeting", self->meeting, "person", self->anna,
               "sent-method", AJ_SENT_REQUEST, "sent-starts-at", "2026-03-05T10:00", NULL);
  fixture_set (&self->base, "meeting", self->meeting, "place", "Almelo", NULL);
  assert_reason (load_one (self, "exchange-accept.eml", "stale"),
                 "It answers the old date (Thu 5 Mar 2026); the meeting has moved since.");
}

static void
test_elsewhere (World *self, gconstpointer data)
{
  write_answer (self, "a.ics", "REPLY",
                "UID:other\r\nATTENDEE;PARTSTAT=ACCEPTED:mailto:anna.bakker@stad.example\r\n");
  assert_reason (load_one (self, "a.ics", "unknown-meeting"), "No meeting here*");
  write_answer (self, "b.ics", "REPLY",
                EVENT ("0", "20260302T080000Z", "ACCEPTED") "RECURRENCE-ID:20260319T090000Z\r\n");
  assert_reason (load_one (self, "b.ics", "unknown-meeting"),
                 "It answers one meeting of a series*");
  /* The same moment by another clock is the same meeting. */
  write_answer (self, "c.ics", "REPLY",
                EVENT ("0", "20260302T080000Z", "ACCEPTED") "RECURRENCE-ID:20260312T090000Z\r\n");
  load_one (self, "c.ics", "new");
  write_answer (self, "d.ics", "REPLY", "UID:" UID "\r\nATTENDEE;PARTSTAT=ACCEPTED:x\r\n");
  load_one (self, "d.ics", "unknown-meeting");
}

/* Somebody unknown: left out until somebody says who it is, which is remembered. */
static void
test_stranger (World *self, gconstpointer data)
{
  g_auto (GStrv) people = NULL;
  g_autoptr (AjRecord) bert = NULL;
  AjAnswerRow *row;

  write_answer (self, "a.ics", "REPLY", STRANGER);
  row = load_one (self, "a.ics", "unknown-person");
  assert_reason (row, "Nobody who is invited has the address bert@thuis.example*");
  g_assert_cmpstr (aj_answer_row_get_who (row), ==, "Bert thuis");
  g_assert_cmpuint (aj_answers_count_wanted (self->answers), ==, 0);
  people = aj_answers_list_people (self->answers, row);
  g_assert_cmpuint (g_strv_length (people), ==, 5);
  g_assert_cmpstr (people[4], ==, "Add Bert thuis as a guest");
  g_assert_true (aj_answers_set_person_id (self->answers, row, self->bert));
  assert_row (self, 0, "new", "Bert de Vries", "Comes");
  g_assert_true (aj_answer_row_get_wanted (row));
  aj_answers_set_person (self->answers, row, -1);
  assert_row (self, 0, "unknown-person", "Bert thuis", "Comes");
  aj_answers_set_person_id (self->answers, row, self->bert);
  commit (self, "Take in the answer of Bert de Vries");
  assert_field (self, self->bert, "answer", AJ_ANSWER_YES);
  bert = fixture_find (&self->base, "person", "name", "Bert de Vries");
  g_assert_cmpstr (aj_values_get_text (aj_record_get_values (bert), "notes"), ==,
                   "Mail: bert@thuis.example");
  load_one (self, "a.ics", "same");
}

static void
test_guest (World *self, gconstpointer data)
{
  const char *els;
  AjAnswerRow *row;

  /* Twice, so that one person is made, and the newest answer counts. */
  write_answer (self, "a.ics", "REPLY", STRANGER "DTSTAMP:20260302T080000Z\r\n");
  write_answer (self, "b.ics", "REPLY",
                "UID:" UID "\r\nATTENDEE;PARTSTAT=DECLINED:mailto:bert@thuis.example\r\n");
  load (self, (const char *const[]){ "a.ics", "b.ics", NULL });
  row = get_row (self, 0);
  aj_answers_set_guest (self->answers, row);
  assert_row (self, 0, "new", "Bert thuis", "Comes");
  assert_reason (row, "They are added to the people of the network, and as a guest.");
  commit (self, "Take in the answer of Bert thuis");
  g_assert_cmpint (fixture_count (&self->base, "person"), ==, 5);
  load_one (self, "a.ics", "same");

  els = fixture_add (&self->base, "person", "name", "Els Willems", "mail", "ELS@bedrijf.example",
                     NULL);
  write_answer (self, "c.ics", "REPLY",
                "UID:" UID "\r\nATTENDEE;PARTSTAT=ACCEPTED:mailto:els@bedrijf.example\r\n");
  row = load_one (self, "c.ics", "unknown-person");
  g_assert_cmpstr (aj_answer_row_get_who (row), ==, "Els Willems");
  assert_reason (row, "They are not invited to this meeting.");
  aj_answers_set_guest (self->answers, row);
  commit (self, "Take in the answer of Els Willems");
  g_assert_cmpint (fixture_count (&self->base, "person"), ==, 6);
  assert_field (self, els, "invited-as", AJ_INVITED_GUEST);
}

/* Of two with one mailbox the name tells which, or somebody does. */
/* Somebody of the network who answers from two addresses is one guest, with the answer that was given last. */
static void
test_two_addresses (World *self, gconstpointer data)
{
  const char *kees = fixture_add (&self->base, "person", "name", "Kees Jansen", "mail",
                                  "kees@elders.example", "notes", "Mail: kees2@elders.example",
                                  NULL);

  write_answer (self, "a.ics", "REPLY",
                "UID:" UID "\r\nDTSTAMP:20260114T090000Z\r\n"
                "ATTENDEE;PARTSTAT=ACCEPTED:mailto:kees@elders.example\r\n");
  write_answer (self, "b.ics", "REPLY",
                "UID:" UID "\r\nDTSTAMP:20260114T100000Z\r\n"
                "ATTENDEE;PARTSTAT=DECLINED:mailto:kees2@elders.example\r\n");
  load (self, (const char *const[]){ "a.ics", "b.ics", NULL });
  for (guint i = 0; i < 2; i++)
    aj_answers_set_guest (self->answers, get_row (self, i));
  commit (self, "Take in the answer of Kees Jansen");
  g_assert_cmpint (fixture_count (&self->base, "attendance"), ==, 1);
  assert_field (self, kees, "answer", AJ_ANSWER_NO);
}

static void
test_shared (World *self, gconstpointer data)
{
  AjAnswerRow *row;

  fixture_set (&self->base, "person", self->bert, "mail", "anna.bakker@stad.example", NULL);
  row = load_one (self, "exchange-accept.eml", "new");
  g_assert_cmpstr (aj_answer_row_get_who (row), ==, "Anna Bakker");
  write_answer (self, "a.ics", "REPLY", EVENT ("0", "20260301T080000Z", "ACCEPTED"));
  row = load_one (self, "a.ics", "unknown-person");
  assert_reason (row, "Several who are invited have the address*");
  aj_answers_set_person (self->answers, row, 1);
  assert_row (self, 0, "new", "Bert de Vries", "Comes");
}

/* Who is still to be told that it stays as it was. */
static void
assert_declined (World *self, const char *start)
{
  g_autoptr (GArray) declined = aj_answers_list_declined (self->answers);
  const AjDeclinedProposal *one = &g_array_index (declined, AjDeclinedProposal, 0);
  g_autofree char *text = NULL;

  g_assert_cmpuint (declined->len, ==, 1);
  text = aj_wall_time_to_string (&one->start);
  g_assert_cmpstr (text, ==, start);
  g_assert_cmpstr (one->meeting, ==, self->meeting);
  g_assert_nonnull (one->attendance);
}

/* A proposal is noted, or moves the meeting in the same edit, or is declined. */
static void
test_proposal (World *self, gconstpointer data)
{
  g_autoptr (GArray) decisions = NULL;
  g_autofree char *label = NULL;
  g_autoptr (GError) error = NULL;
  AjAnswerRow *row = load_one (self, "exchange-counter.eml", "proposal");

  g_assert_cmpstr (aj_answer_row_get_text (row), ==,
                   "Proposes Thursday 12 March 2026, 11:00–13:00");
  decisions = aj_answers_list_decisions (self->answers, row);
  g_assert_cmpuint (decisions->len, ==, 3);
  commit (self, "Take in the answer of Anna Bakker");
  assert_field (self, self->anna, "proposed-starts-at", "2026-03-12T11:00");
  assert_field (self, self->anna, "answer", AJ_ANSWER_MAYBE);
  assert_meeting (self, "2026-03-12T10:00", 0);
  load_one (self, "exchange-counter.eml", "same");

  g_assert_true (aj_store_undo (self->base.store, &label, &error));
  row = load_one (self, "exchange-counter.eml", "proposal");
  aj_answers_set_decision (self->answers, row, AJ_ANSWER_DECISION_DECLINE);
  commit (self, "Take in the answer of Anna Bakker");
  assert_declined (self, "2026-03-12T11:00");
  assert_field (self, self->anna, "proposed-starts-at", NULL);
  assert_meeting (self, "2026-03-12T10:00", 0);
  g_clear_pointer (&label, g_free);
  g_assert_true (aj_store_undo (self->base.store, &label, &error));

  load (self, (const char *const[]){ "exchange-counter.eml", "google-decline.eml", NULL });
  aj_answers_set_decision (self->answers, get_row (self, 0), AJ_ANSWER_DECISION_ACCEPT);
  commit (self, "Take in 2 answers: move the meeting to 12 March");
  assert_meeting (self, "2026-03-12T11:00", 1);
  assert_field (self, self->anna, "proposed-starts-at", NULL);
  /* What Bert said was to the version before. */
  assert_reason (load_one (self, "google-decline.eml", "stale"), "*older version*");
  g_clear_pointer (&label, g_free);
  g_assert_true (aj_store_undo (self->base.store, &label, &error));
  g_assert_cmpint (fixture_count (&self->base, "attendance"), ==, 0);
  assert_meeting (self, "2026-03-12T10:00", 2);
}

/* One that was noted is settled later, until the meeting changes otherwise. */
static void
test_settle (World *self, gconstpointer data)
{
  g_autoptr (AjMeetingFacts) facts = NULL;
  g_autoptr (AjEdit) edit = NULL;
  g_autoptr (GError) error = NULL;
  const AjInvitee *anna;
  AjWallTime start, end;

  load_one (self, "exchange-counter.eml", "proposal");
  commit (self, "Take in the answer of Anna Bakker");
  facts = aj_meeting_facts_load (self->base.store, NULL, self->meeting, &error);
  g_assert_no_error (error);
  anna = &g_array_index (aj_meeting_facts_get_invitees (facts), AjInvitee, 0);
  g_assert_true (aj_proposal_get (facts, anna, &start, &end));
  edit = aj_proposal_accept (self->base.store, facts, anna);
  g_assert_cmpstr (aj_edit_get_label (edit), ==,
                   "Move the meeting to 12 March, as Anna Bakker proposed");
  g_assert_true (aj_edit_commit (edit, &error));
  assert_meeting (self, "2026-03-12T11:00", 1);
  assert_field (self, self->anna, "proposed-starts-at", NULL);
}

/* An answer to one version says nothing of the one that accepting a proposal makes. */
static void
test_version_before_move (World *self, gconstpointer data)
{
  g_autoptr (AjRecord) record = NULL;

  load (self, (const char *const[]){ "google-decline.eml", "exchange-counter.eml", NULL });
  aj_answers_set_decision (self->answers, get_row (self, 0), AJ_ANSWER_DECISION_ACCEPT);
  commit (self, "Take in 2 answers: move the meeting to 12 March");
  record = fixture_find (&self->base, "attendance", "person", self->bert);
  g_assert_cmpint (aj_values_get_integer (aj_record_get_values (record), "answer-sequence"), ==, 0);
}

static void
test_two_proposals (World *self, gconstpointer data)
{
  write_answer (self, "a.ics", "COUNTER",
                "UID:" UID "\r\nATTENDEE;PARTSTAT=TENTATIVE:mailto:dirk@bedrijf.example\r\n"
                "DTSTART:20260313T090000Z\r\nDTEND:20260313T110000Z\r\n");
  load (self, (const char *const[]){ "exchange-counter.eml", "a.ics", NULL });
  aj_answers_set_decision (self->answers, get_row (self, 0), AJ_ANSWER_DECISION_ACCEPT);
  aj_answers_set_decision (self->answers, get_row (self, 1), AJ_ANSWER_DECISION_ACCEPT);
  g_assert_cmpint (aj_answers_get_decision (self->answers, get_row (self, 0)), ==,
                   AJ_ANSWER_DECISION_NOTE);
  commit (self, "Take in 2 answers: move the meeting to 13 March");
  assert_meeting (self, "2026-03-13T10:00", 1);
}

/* It says neither who nor what: somebody says so, with the mail to go by. */
static void
test_unclear (World *self, gconstpointer data)
{
  AjAnswerRow *row = load_one (self, "nobody.eml", "unclear");

  g_assert_cmpstr (aj_answer_row_get_who (row), ==, "Anna Bakker");
  assert_reason (row, "The answer does not say whose it is; the mail is from anna.bakker@*");
  g_assert_false (aj_answer_row_get_wanted (row));
  aj_answers_set_decision (self->answers, row, AJ_ANSWER_DECISION_NO);
  g_assert_true (aj_answer_row_get_wanted (row));
  aj_answers_set_wanted (self->answers, row, FALSE);
  g_assert_cmpuint (aj_answers_count_wanted (self->answers), ==, 0);
  aj_answers_set_wanted (self->answers, row, TRUE);
  commit (self, "Take in the answer of Anna Bakker");
  assert_field (self, self->anna, "answer", AJ_ANSWER_NO);
}

static void
test_async (World *self, gconstpointer data)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "answers",
                                                 "exchange-accept.eml", NULL);
  g_autofree char *stranger = g_build_filename (self->base.folder, "a.ics", NULL);
  const char *const paths[] = { path, stranger, "/nowhere.eml", NULL };
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  Waiter waiter = { 0 };

  write_answer (self, "a.ics", "REPLY", STRANGER);
  aj_answers_load_async (self->base.store, paths, NULL, waiter_ready_cb, &waiter);
  self->answers = aj_answers_load_finish (self->base.store, waiter_wait (&waiter), &error);
  g_assert_no_error (error);
  assert_row (self, 0, "unknown-person", "Bert thuis", "Comes");
  assert_row (self, 1, "new", "Anna Bakker", "Comes");
  g_assert_cmpuint (aj_answers_get_problems (self->answers)->len, ==, 1);
  g_clear_object (&waiter.result);
  g_clear_object (&self->answers);

  aj_answers_load_async (self->base.store, paths, cancellable, waiter_ready_cb, &waiter);
  g_cancellable_cancel (cancellable);
  self->answers = aj_answers_load_finish (self->base.store, waiter_wait (&waiter), &error);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_object (&waiter.result);
}

/* What is built to do harm is a sentence, and keeps nothing else from being read. */
static void
test_hostile (World *self, gconstpointer data)
{
  g_autofree char *line = g_strnfill (1024 * 1024, 'x');
  g_autofree char *remark = g_strconcat (EVENT ("0", "20260301T080000Z", "ACCEPTED") "COMMENT:",
                                         line, "\r\n", NULL);
  g_autoptr (GString) deep = g_string_new (EVENT ("0", "20260301T080000Z", "ACCEPTED"));
  GPtrArray *problems;

  for (guint i = 0; i < 20000; i++)
    g_string_append (deep, "BEGIN:VEVENT\r\n");
  write_answer (self, "a-line.ics", "REPLY", remark);
  write_answer (self, "b-deep.ics", "REPLY", deep->str);
  write_answer (self, "c-seconds.ics", "REPLY",
                EVENT ("0", "20260301T080000Z", "ACCEPTED") "RRULE:FREQ=SECONDLY\r\n");
  write_answer (
      self, "d-zone.ics", "REPLY",
      EVENT (
          "0", "20260301T080000Z",
          "ACCEPTED") "END:VEVENT\r\nBEGIN:VTIMEZONE\r\n"
                      "TZID:x\r\nBEGIN:STANDARD\r\nDTSTART:16010101T000000\r\nTZOFFSETFROM:+"
                      "0200\r\n"
                      "TZOFFSETTO:+0100\r\nRRULE:FREQ=HOURLY\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n"
                      "BEGIN:VEVENT\r\nUID:y\r\n");
  write_answer (self, "e-request.ics", "REQUEST", EVENT ("0", "20260301T080000Z", "ACCEPTED"));
  /* Not UTF-8: read as Windows wrote it. */
  write_answer (self, "f-latin.ics", "REPLY",
                EVENT ("0", "20260301T080000Z", "ACCEPTED") "COMMENT:caf\xe9\r\n");
  load (self, (const char *const[]){ "a-line.ics", "b-deep.ics", "c-seconds.ics", "d-zone.ics",
                                     "e-request.ics", "outlook.msg", "winmail.dat", "f-latin.ics",
                                     NULL });
  problems = aj_answers_get_problems (self->answers);
  g_assert_cmpuint (problems->len, ==, 7);
  g_assert_true (g_str_has_prefix (problems->pdata[0], "a-line.ics: This calendar is larger"));
  g_assert_true (g_str_has_prefix (problems->pdata[1], "b-deep.ics: This calendar is larger"));
  g_assert_true (g_str_has_prefix (problems->pdata[2], "c-seconds.ics: This calendar repeats"));
  g_assert_true (g_str_has_prefix (problems->pdata[3], "d-zone.ics: This calendar repeats"));
  g_assert_true (g_str_has_prefix (problems->pdata[4], "e-request.ics: This is an invitation"));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (self->answers)), ==, 1);
  g_assert_cmpstr (aj_answer_row_get_comment (get_row (self, 0)), ==, "café");
}

/* A remark of any length and a name of any kind fit, and what was written by hand stays. */
static void
test_fits (World *self, gconstpointer data)
{
  g_autofree char *remark = g_strnfill (30000, 'x');
  g_autofree char *name = g_strnfill (3000, 'n');
  g_autofree char *lines = g_strconcat (EVENT ("0", "20260301T080000Z", "ACCEPTED") "COMMENT:",
                                        remark, "\r\n", NULL);
  g_autofree char *guest = g_strconcat ("UID:" UID "\r\nATTENDEE;PARTSTAT=ACCEPTED;CN=", name,
                                        ":mailto:n@n.example\r\n", NULL);

  fixture_add (&self->base, "attendance", "meeting", self->meeting, "person", self->bert, "comment",
               "belt nog", NULL);
  write_answer (self, "a.ics", "REPLY", lines);
  write_answer (self, "b.ics", "REPLY", guest);
  load (self, (const char *const[]){ "a.ics", "b.ics", "google-decline.eml", NULL });
  aj_answers_set_guest (self->answers, get_row (self, 0));
  commit (self, "Take in 3 answers");
  assert_field (self, self->bert, "comment", "belt nog");
  assert_field (self, self->bert, "answer", AJ_ANSWER_NO);
}

/* What was held stays where it was, whatever version is answered. */
static void
test_over (World *self, gconstpointer data)
{
  AjAnswerRow *row;

  fixture_set (&self->base, "meeting", self->meeting, "state", AJ_MEETING_HELD, NULL);
  write_answer (self, "a.ics", "COUNTER",
                "UID:" UID "\r\nDTSTART:20260313T090000Z\r\nDTEND:20260313T110000Z\r\n"
                "ATTENDEE:mailto:bert.de.vries@dorp.example\r\n");
  row = load_one (self, "a.ics", "stale");
  assert_reason (row, "The meeting is over*");
  aj_answers_set_decision (self->answers, row, AJ_ANSWER_DECISION_ACCEPT);
  g_assert_cmpuint (aj_answers_count_wanted (self->answers), ==, 0);
}

/* An address in the notes is theirs only on a line of its own that says so. */
static void
test_notes (World *self, gconstpointer data)
{
  fixture_set (&self->base, "person", self->dirk, "notes", "Secretaresse: bob@x.example", NULL);
  write_answer (self, "a.ics", "REPLY",
                "UID:" UID "\r\nATTENDEE;PARTSTAT=DECLINED:mailto:bob@x.example\r\n");
  load_one (self, "a.ics", "unknown-person");
  fixture_set (&self->base, "person", self->dirk, "notes", "Komt graag\nMail: bob@x.example", NULL);
  load_one (self, "a.ics", "new");
  assert_row (self, 0, "new", "Dirk Jansen", "Does not come");
}

/* A mail from somebody else is not believed by itself. */
static void
test_other_sender (World *self, gconstpointer data)
{
  g_autofree char *path = g_build_filename (self->base.folder, "a.eml", NULL);
  AjAnswerRow *row;

  g_assert_true (g_file_set_contents (
      path,
      "From: Mallory <mallory@x.example>\r\nMIME-Version: 1.0\r\n"
      "Content-Type: text/calendar; method=REPLY; charset=utf-8\r\n\r\n"
      "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nMETHOD:REPLY\r\nBEGIN:VEVENT\r\nUID:" UID "\r\n"
      "ATTENDEE;PARTSTAT=DECLINED:mailto:bert.de.vries@dorp.example\r\n"
      "END:VEVENT\r\nEND:VCALENDAR\r\n",
      -1, NULL));
  row = load_one (self, "a.eml", "new");
  assert_reason (row, "The mail is from mallory@x.example.");
  g_assert_false (aj_answer_row_get_wanted (row));
}

#define ADD(name, function)                                                                        \
  g_test_add ("/jobs/answers/" name, World, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("programs", test_programs);
  ADD ("order", test_order);
  ADD ("old-date", test_old_date);
  ADD ("elsewhere", test_elsewhere);
  ADD ("stranger", test_stranger);
  ADD ("guest", test_guest);
  ADD ("two-addresses", test_two_addresses);
  ADD ("shared", test_shared);
  ADD ("proposal", test_proposal);
  ADD ("settle", test_settle);
  ADD ("version-before-move", test_version_before_move);
  ADD ("two-proposals", test_two_proposals);
  ADD ("unclear", test_unclear);
  ADD ("async", test_async);
  ADD ("hostile", test_hostile);
  ADD ("fits", test_fits);
  ADD ("over", test_over);
  ADD ("notes", test_notes);
  ADD ("other-sender", test_other_sender);
  return g_test_run ();
}
