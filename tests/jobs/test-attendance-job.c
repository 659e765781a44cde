/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Who comes and who was there. */
#include "aj-attendance-job.h"

#include "aj-attendance.h"
#include "aj-invitations.h"
#include "aj-jobs-fixture.h"

typedef struct
{
  Fixture base;
  const char *meeting;
} World;

static void
set_up (World *self, gconstpointer data)
{
  static const char *const names[] = { "Anna", "Bert", "Cor" };
  const char *group;

  fixture_set_up (&self->base, data);
  group = fixture_add (&self->base, "group", "name", "Expertteam", NULL);
  self->meeting = fixture_add (&self->base, "meeting", "group", group, "starts-at",
                               "2026-03-12T10:00", "ends-at", "2026-03-12T12:00", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    fixture_add (&self->base, "membership", "group", group, "person",
                 fixture_add (&self->base, "person", "name", names[i], NULL), NULL);
}

static void
tear_down (World *self, gconstpointer data)
{
  fixture_tear_down (&self->base, data);
}

static AjMeetingFacts *
load (World *self)
{
  g_autoptr (GError) error = NULL;
  AjMeetingFacts *facts = aj_meeting_facts_load (self->base.store, NULL, self->meeting, &error);

  g_assert_no_error (error);
  return facts;
}

/* Takes it. */
static void
commit (AjEdit *edit)
{
  g_autoptr (AjEdit) owned = edit;
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (edit);
  aj_edit_commit (edit, &error);
  g_assert_no_error (error);
}

static void
set (World *self, guint index, const char *field, const char *code)
{
  g_autoptr (AjMeetingFacts) facts = load (self);

  commit (aj_attendance_job_set (self->base.store, facts,
                                 &g_array_index (aj_meeting_facts_get_invitees (facts), AjInvitee,
                                                 index),
                                 field, code));
}

/* "yes no maybe silent, present". */
static void
assert_counts (World *self, const char *expected)
{
  g_autoptr (AjMeetingFacts) facts = load (self);
  AjAttendanceCounts counts = aj_attendance_job_count (facts);
  g_autofree char *text = g_strdup_printf ("%u: %u %u %u %u, %u", counts.n_invited, counts.n_yes,
                                           counts.n_no, counts.n_maybe, counts.n_silent,
                                           counts.n_present);

  g_assert_cmpstr (text, ==, expected);
}

/* Once says it, twice takes it back, and another one replaces it. */
static void
test_answers (World *self, gconstpointer data)
{
  assert_counts (self, "3: 0 0 0 3, 0");
  set (self, 0, "answer", AJ_ANSWER_YES);
  set (self, 1, "answer", AJ_ANSWER_NO);
  assert_counts (self, "3: 1 1 0 1, 0");
  set (self, 1, "answer", AJ_ANSWER_MAYBE);
  assert_counts (self, "3: 1 0 1 1, 0");
  set (self, 0, "answer", AJ_ANSWER_YES);
  assert_counts (self, "3: 0 0 1 2, 0");
  g_assert_cmpint (fixture_count (&self->base, "attendance"), ==, 2);
}

/* Who said yes to another day has to be asked again; the same answer again is one to this day. */
static void
test_moved (World *self, gconstpointer data)
{
  set (self, 0, "answer", AJ_ANSWER_YES);
  fixture_set (&self->base, "meeting", self->meeting, "ends-at", "2026-03-19T12:00", "starts-at",
               "2026-03-19T10:00", NULL);
  assert_counts (self, "3: 0 0 0 3, 0");
  set (self, 0, "answer", AJ_ANSWER_YES);
  assert_counts (self, "3: 1 0 0 2, 0");
}

/* That the meeting is certain, or was held, takes nobody's answer away: then they are needed most. */
static void
test_held (World *self, gconstpointer data)
{
  g_autoptr (AjMeetingFacts) facts = NULL;

  set (self, 0, "answer", AJ_ANSWER_YES);
  set (self, 1, "answer", AJ_ANSWER_NO);
  fixture_set (&self->base, "meeting", self->meeting, "state", "confirmed", NULL);
  fixture_set (&self->base, "meeting", self->meeting, "state", "held", NULL);
  assert_counts (self, "3: 1 1 0 1, 0");
  facts = load (self);
  commit (aj_attendance_job_fill_presence (self->base.store, facts));
  assert_counts (self, "3: 1 1 0 1, 1");
}

/* Only of those of whom nothing is known, and only what follows from their answer. */
static void
test_fill (World *self, gconstpointer data)
{
  g_autoptr (AjMeetingFacts) before = NULL;
  g_autoptr (AjMeetingFacts) after = NULL;
  AjEdit *nothing;

  set (self, 0, "answer", AJ_ANSWER_YES);
  set (self, 0, "presence", AJ_PRESENCE_ABSENT);
  set (self, 1, "answer", AJ_ANSWER_SENDS);
  before = load (self);
  commit (aj_attendance_job_fill_presence (self->base.store, before));
  assert_counts (self, "3: 2 0 0 1, 1");
  after = load (self);
  nothing = aj_attendance_job_fill_presence (self->base.store, after);
  g_assert_null (nothing);
}

static void
test_guest (World *self, gconstpointer data)
{
  g_autoptr (AjMeetingFacts) facts = load (self);
  const char *guest = fixture_add (&self->base, "person", "name", "Gast", NULL);

  commit (aj_attendance_job_add_guest (self->base.store, facts, "person", guest, "Gast"));
  assert_counts (self, "4: 0 0 0 4, 0");
}

/* (transfer none): the last, who is a guest or was one. */
static const AjInvitee *
get_last (AjMeetingFacts *facts)
{
  GArray *invitees = aj_meeting_facts_get_invitees (facts);

  return &g_array_index (invitees, AjInvitee, invitees->len - 1);
}

static void
remove_guest (World *self)
{
  g_autoptr (AjMeetingFacts) facts = load (self);

  g_assert_true (aj_attendance_job_is_guest (get_last (facts)));
  commit (aj_attendance_job_remove_guest (self->base.store, get_last (facts)));
}

static void
add_guest (World *self, const char *guest)
{
  g_autoptr (AjMeetingFacts) facts = load (self);

  commit (aj_attendance_job_add_guest (self->base.store, facts, "person", guest, "Gast"));
}

/* (transfer full): what is owed, to be sent. */
static AjInvitations *
load_invitations (World *self)
{
  g_autoptr (AjMeetingFacts) facts = load (self);

  return aj_invitations_new (facts);
}

static void
assert_owed (World *self, AjLetterKind kind)
{
  g_autoptr (AjInvitations) invitations = load_invitations (self);
  GArray *owed = aj_invitations_get_owed (invitations);

  g_assert_cmpuint (owed->len, ==, 1);
  g_assert_cmpint (g_array_index (owed, AjOwedLetter, 0).kind, ==, kind);
}

static void
note_sent (World *self)
{
  g_autoptr (AjInvitations) invitations = load_invitations (self);

  commit (aj_invitations_note_sent (invitations, self->base.store,
                                    aj_clock_get_unix (self->base.clock)));
}

/* A guest who was told nothing is gone; one who was is owed a cancellation, whatever is taken away or back. */
static void
test_no_guest (World *self, gconstpointer data)
{
  const char *guest = fixture_add (&self->base, "person", "name", "Gast", "mail",
                                   "gast@school.example", NULL);
  g_autoptr (AjEdit) removal = NULL;
  g_autoptr (AjRecord) record = NULL;
  g_autoptr (GError) error = NULL;

  add_guest (self, guest);
  remove_guest (self);
  g_assert_cmpint (fixture_count (&self->base, "attendance"), ==, 0);
  add_guest (self, guest);
  note_sent (self);

  /* That they were invited cannot be taken back any more, nor the line be removed. */
  g_assert_false (aj_store_undo (self->base.store, NULL, &error));
  g_assert_error (error, AJ_MODEL_ERROR, AJ_MODEL_ERROR_RULE);
  g_clear_error (&error);
  record = fixture_find (&self->base, "attendance", "person", guest);
  removal = aj_edit_new (self->base.store, "Remove");
  aj_edit_remove (removal, &aj_attendance_record_type, aj_record_get_id (record));
  g_assert_false (aj_edit_commit (removal, &error));
  g_assert_error (error, AJ_MODEL_ERROR, AJ_MODEL_ERROR_RULE);
  assert_counts (self, "4: 0 0 0 4, 0");

  remove_guest (self);
  assert_counts (self, "3: 0 0 0 3, 0");
  assert_owed (self, AJ_LETTER_CANCEL);
  note_sent (self);
  /* Invited once more, they are the one who was. */
  add_guest (self, guest);
  assert_counts (self, "4: 0 0 0 4, 0");
  assert_owed (self, AJ_LETTER_REQUEST);
  g_assert_cmpint (fixture_count (&self->base, "attendance"), ==, 1);
}

/* Keys come faster than what they did is read again: each is to what the one before it left. */
static void
test_keys_in_a_row (World *self, gconstpointer data)
{
  static const struct
  {
    const char *field;
    const char *code;
  } keys[] = { { "answer", AJ_ANSWER_NO },
               { "answer", AJ_ANSWER_YES },
               { "presence", AJ_PRESENCE_PRESENT },
               { "presence", AJ_PRESENCE_PRESENT } };
  g_autoptr (AjMeetingFacts) facts = load (self);
  const AjInvitee *anna = &g_array_index (aj_meeting_facts_get_invitees (facts), AjInvitee, 0);

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    commit (aj_attendance_job_set (self->base.store, facts, anna, keys[i].field, keys[i].code));
  assert_counts (self, "3: 1 0 0 2, 0");
  g_assert_cmpint (fixture_count (&self->base, "attendance"), ==, 1);
}

/* What was not stored is not known either. */
static void
test_not_stored (World *self, gconstpointer data)
{
  g_autoptr (AjMeetingFacts) facts = load (self);
  const AjInvitee *anna = &g_array_index (aj_meeting_facts_get_invitees (facts), AjInvitee, 0);
  g_autoptr (AjEdit) first = aj_attendance_job_set (self->base.store, facts, anna, "answer",
                                                    AJ_ANSWER_YES);
  g_autoptr (AjEdit) second = aj_attendance_job_set (self->base.store, facts, anna, "answer",
                                                     AJ_ANSWER_NO);

  aj_meeting_facts_expect_nothing (facts);
  g_assert_null (anna->attendance);
  commit (aj_attendance_job_set (self->base.store, facts, anna, "answer", AJ_ANSWER_MAYBE));
  assert_counts (self, "3: 0 0 1 2, 0");
}

/* What two windows note of somebody before either sees the other: what was said, what was sent, a guest, is of one attendance. */
static void
test_two_windows (World *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AjStore) other = aj_store_open (self->base.path, AJ_STORE_OPEN_DEFAULT, "Bart",
                                             self->base.clock, &error);
  const char *guest = fixture_add (&self->base, "person", "name", "Gast", NULL);
  g_autoptr (AjRecord) anna = fixture_find (&self->base, "person", "name", "Anna");
  g_autoptr (AjMeetingFacts) mine = NULL, theirs = NULL;
  g_autoptr (AjInvitations) first = NULL, second = NULL;
  gint64 now = aj_clock_get_unix (self->base.clock);

  g_assert_no_error (error);
  fixture_set (&self->base, "person", aj_record_get_id (anna), "mail", "anna@school.example", NULL);
  mine = load (self);
  theirs = load (self);
  first = load_invitations (self);
  second = load_invitations (self);
  commit (
      aj_attendance_job_set (self->base.store, mine,
                             &g_array_index (aj_meeting_facts_get_invitees (mine), AjInvitee, 0),
                             "answer", AJ_ANSWER_YES));
  commit (
      aj_attendance_job_set (other, theirs,
                             &g_array_index (aj_meeting_facts_get_invitees (theirs), AjInvitee, 0),
                             "presence", AJ_PRESENCE_PRESENT));
  commit (aj_attendance_job_add_guest (self->base.store, mine, "person", guest, "Gast"));
  commit (aj_attendance_job_add_guest (other, theirs, "person", guest, "Gast"));
  commit (aj_invitations_note_sent (first, self->base.store, now));
  commit (aj_invitations_note_sent (second, other, now + 3600));
  assert_counts (self, "4: 1 0 0 3, 1");
  /* Of Anna and of the guest. */
  g_assert_cmpint (fixture_count (&self->base, "attendance"), ==, 2);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, test) g_test_add (path, World, NULL, set_up, test, tear_down)
  ADD ("/jobs/attendance-job/answers", test_answers);
  ADD ("/jobs/attendance-job/moved", test_moved);
  ADD ("/jobs/attendance-job/held", test_held);
  ADD ("/jobs/attendance-job/fill", test_fill);
  ADD ("/jobs/attendance-job/guest", test_guest);
  ADD ("/jobs/attendance-job/no-guest", test_no_guest);
  ADD ("/jobs/attendance-job/keys-in-a-row", test_keys_in_a_row);
  ADD ("/jobs/attendance-job/not-stored", test_not_stored);
  ADD ("/jobs/attendance-job/two-windows", test_two_windows);
  return g_test_run ();
}
