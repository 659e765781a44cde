/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What was written of what is owed, and noted once it is out: just that, and as it was then. */
#include "aj-outbox.h"

#include "aj-agenda-item.h"
#include "aj-attendance.h"
#include "aj-jobs-fixture.h"

typedef struct
{
  Fixture base;
  AjOutbox *outbox;
  const char *meeting, *item;
  const char *anna, *speaker;
} World;

static void
set_up (World *self, gconstpointer data)
{
  const char *group, *bert;

  fixture_set_up (&self->base, data);
  self->outbox = aj_outbox_new ();
  group = fixture_add (&self->base, "group", "name", "Expertteam", NULL);
  self->anna = fixture_add (&self->base, "person", "name", "Anna", "mail", "anna@stad.example",
                            NULL);
  bert = fixture_add (&self->base, "person", "name", "Bert", "mail", "bert@stad.example", NULL);
  self->speaker = fixture_add (&self->base, "person", "name", "Carla", "mail",
                               "carla@saxion.example", NULL);
  fixture_add (&self->base, "membership", "group", group, "person", self->anna, NULL);
  fixture_add (&self->base, "membership", "group", group, "person", bert, NULL);
  self->meeting = fixture_add (&self->base, "meeting", "group", group, "starts-at",
                               "2026-03-12T10:00", "ends-at", "2026-03-12T12:00", NULL);
  self->item = fixture_add (&self->base, "agenda-item", "group", group, "meeting", self->meeting,
                            "position", "2", "name", "Wat jongeren zien", "minutes", "30",
                            "speaker", self->speaker, NULL);
}

static void
tear_down (World *self, gconstpointer data)
{
  g_object_unref (self->outbox);
  fixture_tear_down (&self->base, data);
}

static AjInvitations *
load (World *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AjMeetingFacts) facts = aj_meeting_facts_load (self->base.store, NULL, self->meeting,
                                                            &error);

  g_assert_no_error (error);
  return aj_invitations_new (facts);
}

static void
write_letter (World *self, const char *use, const char *item)
{
  const AjMeetingMailRequest request = { .use = use, .item = item };

  aj_outbox_add (self->outbox, load (self), &request);
}

static void
note (World *self)
{
  g_autoptr (AjEdit) edit = aj_outbox_note (self->outbox, self->meeting, NULL, self->base.store,
                                            aj_clock_get_unix (self->base.clock));
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (edit);
  g_assert_true (aj_outbox_is_noting (self->outbox));
  aj_edit_commit (edit, &error);
  g_assert_no_error (error);
  aj_outbox_settle (self->outbox, TRUE);
  g_assert_false (aj_outbox_is_noting (self->outbox));
}

/* "request anna@stad.example; cancel carla@saxion.example" */
static void
assert_owed (World *self, const char *expected)
{
  static const char *const kinds[] = { "request", "update", "cancel" };
  g_autoptr (AjInvitations) invitations = load (self);
  GArray *owed = aj_invitations_get_owed (invitations);
  GArray *to_speakers = aj_speakers_get_owed (aj_invitations_get_speakers (invitations));
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < owed->len; i++)
    g_string_append_printf (text, "%s%s %s", text->len > 0 ? "; " : "",
                            kinds[g_array_index (owed, AjOwedLetter, i).kind],
                            g_array_index (owed, AjOwedLetter, i).mail);
  for (guint i = 0; i < to_speakers->len; i++)
    g_string_append_printf (text, "%s%s %s", text->len > 0 ? "; " : "",
                            kinds[g_array_index (to_speakers, AjSpeakerLetter, i).letter.kind],
                            g_array_index (to_speakers, AjSpeakerLetter, i).letter.mail);
  g_assert_cmpstr (text->str, ==, expected);
}

/* Only the speaker was mailed, and the agenda moves before that is noted: the old time is. */
static void
test_speaker_as_written (World *self, gconstpointer data)
{
  g_autoptr (AjRecord) item = NULL;

  write_letter (self, AJ_MAIL_SPEAKER, self->item);
  g_assert_true (aj_outbox_has (self->outbox, NULL, self->item));
  fixture_set (&self->base, "meeting", self->meeting, "starts-at", "2026-03-12T10:30", NULL);
  note (self);
  item = fixture_find (&self->base, "agenda-item", "speaker", self->speaker);
  g_assert_cmpstr (aj_record_get_text (item, "sent-starts-at"), ==, "2026-03-12T10:00");
  assert_owed (self, "request anna@stad.example; request bert@stad.example; "
                     "update carla@saxion.example");
  g_assert_false (aj_outbox_has_any (self->outbox, NULL));
}

/* The invitation, then another time, then only the speaker: each holds what it was told. */
static void
test_each_its_own (World *self, gconstpointer data)
{
  write_letter (self, AJ_MAIL_INVITATION, NULL);
  note (self);
  fixture_set (&self->base, "meeting", self->meeting, "starts-at", "2026-03-12T10:30", NULL);
  write_letter (self, AJ_MAIL_SPEAKER, self->item);
  note (self);
  assert_owed (self, "update anna@stad.example; update bert@stad.example");
}

/* The same, noted in one go: those who were invited hold what they were sent. */
static void
test_in_one_go (World *self, gconstpointer data)
{
  g_autoptr (AjRecord) attendance = NULL;

  write_letter (self, AJ_MAIL_INVITATION, NULL);
  fixture_set (&self->base, "meeting", self->meeting, "starts-at", "2026-03-12T10:30", NULL);
  write_letter (self, AJ_MAIL_SPEAKER, self->item);
  note (self);
  attendance = fixture_find (&self->base, "attendance", "person", self->anna);
  g_assert_cmpstr (aj_record_get_text (attendance, "sent-starts-at"), ==, "2026-03-12T10:00");
  g_assert_cmpint (fixture_count (&self->base, "attendance"), ==, 2);
}

/* Written twice, it is noted once, as it was last. */
static void
test_written_twice (World *self, gconstpointer data)
{
  write_letter (self, AJ_MAIL_INVITATION, NULL);
  fixture_set (&self->base, "meeting", self->meeting, "starts-at", "2026-03-12T10:30", NULL);
  write_letter (self, AJ_MAIL_INVITATION, NULL);
  note (self);
  g_assert_cmpint (fixture_count (&self->base, "attendance"), ==, 2);
  assert_owed (self, "request carla@saxion.example");
}

/* Only who is not invited any more was told. */
static void
test_cancellation_only (World *self, gconstpointer data)
{
  g_autoptr (AjRecord) membership = fixture_find (&self->base, "membership", "person", self->anna);

  write_letter (self, AJ_MAIL_INVITATION, NULL);
  note (self);
  fixture_remove (&self->base, "membership", aj_record_get_id (membership));
  fixture_set (&self->base, "meeting", self->meeting, "starts-at", "2026-03-12T10:30", NULL);
  write_letter (self, AJ_MAIL_CANCELLATION, NULL);
  note (self);
  assert_owed (self, "update bert@stad.example; request carla@saxion.example");
}

/* Another speaks: that the first need not come is not lost, whichever is written first. */
static void
test_another_speaker (World *self, gconstpointer data)
{
  const char *dirk = fixture_add (&self->base, "person", "name", "Dirk", "mail",
                                  "dirk@saxion.example", NULL);

  aj_outbox_add_all (self->outbox, load (self));
  note (self);
  assert_owed (self, "");
  fixture_set (&self->base, "agenda-item", self->item, "speaker", dirk, NULL);
  write_letter (self, AJ_MAIL_SPEAKER, self->item);
  g_assert_false (aj_outbox_has (self->outbox, self->meeting, NULL));
  g_assert_true (aj_outbox_has_any (self->outbox, self->meeting));
  write_letter (self, AJ_MAIL_SPEAKER_CANCELLATION, self->item);
  note (self);
  assert_owed (self, "");
}

/* Somebody who has another address by now: both are told of, or neither is noted. */
static void
test_another_address (World *self, gconstpointer data)
{
  aj_outbox_add_all (self->outbox, load (self));
  note (self);
  fixture_set (&self->base, "person", self->anna, "mail", "anna@dorp.example", NULL);
  write_letter (self, AJ_MAIL_CANCELLATION, NULL);
  g_assert_false (aj_outbox_has (self->outbox, NULL, NULL));
  write_letter (self, AJ_MAIL_INVITATION, NULL);
  note (self);
  assert_owed (self, "");
  g_assert_false (aj_outbox_has_any (self->outbox, NULL));
}

/* What could not be noted is there still; a mail that brings nobody anything adds nothing. */
static void
test_kept (World *self, gconstpointer data)
{
  g_autoptr (AjEdit) edit = NULL;

  write_letter (self, AJ_MAIL_AGENDA, NULL);
  g_assert_false (aj_outbox_has_any (self->outbox, NULL));
  write_letter (self, AJ_MAIL_INVITATION, NULL);
  edit = aj_outbox_note (self->outbox, NULL, NULL, self->base.store, 0);
  g_assert_nonnull (edit);
  aj_outbox_settle (self->outbox, FALSE);
  g_assert_true (aj_outbox_has (self->outbox, self->meeting, NULL));
  g_assert_false (aj_outbox_has (self->outbox, "another", NULL));
}

/* The newest version of @text, as the file of a mail to Anna has it: "SEQUENCE:0", "DTSTAMP:20260101T090000Z". */
static char *
dup_line (World *self, const char *use, const char *name, gint64 stamp)
{
  static const AjOrganiser organiser = { "Secretariaat", "secretariaat@netwerk.example" };
  const AjMeetingMailRequest request = { .use = use, .invitee = self->anna };
  g_autoptr (AjInvitations) all = load (self);
  g_autoptr (AjInvitations) one = aj_meeting_mail_prepare (aj_invitations_get_facts (all),
                                                           &request);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = aj_invitations_write (one,
                                                   g_str_equal (use, AJ_MAIL_CANCELLATION)
                                                       ? AJ_CALENDAR_CANCEL
                                                       : AJ_CALENDAR_REQUEST,
                                                   &organiser, stamp, &error);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;

  g_assert_no_error (error);
  g_assert_cmpuint (aj_invitations_get_owed (one)->len, ==, 1);
  text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  lines = g_strsplit (text, "\r\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    if (g_str_has_prefix (lines[i], name))
      return g_strdup (lines[i]);
  g_assert_not_reached ();
}

static void
write_again (World *self, const char *use)
{
  const AjMeetingMailRequest request = { .use = use, .invitee = self->anna };
  g_autoptr (AjInvitations) all = load (self);

  aj_outbox_add (self->outbox, aj_meeting_mail_prepare (aj_invitations_get_facts (all), &request),
                 &request);
}

/* Who holds the meeting as it is, is sent just that once more: the same version, of a later moment; and so is who was told
 * that it is off. */
static void
test_again (World *self, gconstpointer data)
{
  gint64 now = aj_clock_get_unix (self->base.clock);
  g_autofree char *sequence = NULL, *before = NULL, *after = NULL, *off = NULL;
  g_autoptr (AjRecord) attendance = NULL;
  AjLetterKind kind;

  write_letter (self, AJ_MAIL_INVITATION, NULL);
  note (self);
  write_letter (self, AJ_MAIL_SPEAKER, self->item);
  note (self);
  assert_owed (self, "");
  sequence = dup_line (self, AJ_MAIL_INVITATION, "SEQUENCE:", now);
  g_assert_cmpstr (sequence, ==, "SEQUENCE:0");
  before = dup_line (self, AJ_MAIL_INVITATION, "DTSTAMP:", now);
  write_again (self, AJ_MAIL_INVITATION);
  g_assert_true (aj_outbox_has (self->outbox, self->meeting, NULL));
  note (self);
  assert_owed (self, "");
  after = dup_line (self, AJ_MAIL_UPDATE, "DTSTAMP:", now);
  g_assert_cmpstr (before, <, after);
  attendance = fixture_find (&self->base, "attendance", "person", self->anna);
  g_assert_cmpint (aj_values_get_integer (aj_record_get_values (attendance), "sent-sequence"), ==,
                   0);

  fixture_set (&self->base, "meeting", self->meeting, "state", "cancelled", NULL);
  write_letter (self, AJ_MAIL_CANCELLATION, NULL);
  note (self);
  off = dup_line (self, AJ_MAIL_CANCELLATION, "DTSTAMP:", now);
  g_assert_cmpstr (after, <, off);
  {
    g_autoptr (AjInvitations) all = load (self);
    GArray *invitees = aj_meeting_facts_get_invitees (aj_invitations_get_facts (all));

    g_assert_true (
        aj_invitations_can_send_again (all, &g_array_index (invitees, AjInvitee, 0), &kind));
    g_assert_cmpint (kind, ==, AJ_LETTER_CANCEL);
  }
}

/* What is not for somebody is not sent to them, and who is owed something is sent that, alone. */
static void
test_again_refused (World *self, gconstpointer data)
{
  static const char *const uses[] = { AJ_MAIL_INVITATION, AJ_MAIL_UPDATE, AJ_MAIL_CANCELLATION };
  const gboolean expected[] = { TRUE, TRUE, FALSE };

  for (guint i = 0; i < G_N_ELEMENTS (uses); i++)
    {
      const AjMeetingMailRequest request = { .use = uses[i], .invitee = self->anna };
      g_autoptr (AjInvitations) all = load (self);
      g_autoptr (AjInvitations) one = aj_meeting_mail_prepare (aj_invitations_get_facts (all),
                                                               &request);

      g_assert_cmpint (aj_meeting_mail_is_owed (one, uses[i]), ==, expected[i]);
    }
  fixture_set (&self->base, "meeting", self->meeting, "state", "cancelled", NULL);
  write_again (self, AJ_MAIL_INVITATION);
  g_assert_false (aj_outbox_has_any (self->outbox, NULL));
}

static void
assert_state (World *self, const char *name, const char *state)
{
  g_autoptr (AjRecord) task = fixture_find (&self->base, "task", "name", name);

  g_assert_cmpstr (aj_record_get_text (task, "state"), ==, state);
}

/* Sending the invitation is done on the checklist once everybody has it, and not by what goes to a speaker. */
static void
test_step (World *self, gconstpointer data)
{
  fixture_add (&self->base, "task", "kind", "preparation", "name", "Send the invitation", "meeting",
               self->meeting, NULL);
  fixture_add (&self->base, "task", "kind", "preparation", "name", "Fix the minutes", "meeting",
               self->meeting, NULL);
  write_letter (self, AJ_MAIL_SPEAKER, self->item);
  note (self);
  assert_state (self, "Send the invitation", "open");
  write_again (self, AJ_MAIL_INVITATION);
  note (self);
  assert_state (self, "Send the invitation", "open");
  write_letter (self, AJ_MAIL_INVITATION, NULL);
  note (self);
  assert_state (self, "Send the invitation", "done");
  assert_state (self, "Fix the minutes", "open");
}

#define ADD(name, test) g_test_add ("/jobs/outbox/" name, World, NULL, set_up, test, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("speaker-as-written", test_speaker_as_written);
  ADD ("each-its-own", test_each_its_own);
  ADD ("in-one-go", test_in_one_go);
  ADD ("written-twice", test_written_twice);
  ADD ("cancellation-only", test_cancellation_only);
  ADD ("another-speaker", test_another_speaker);
  ADD ("another-address", test_another_address);
  ADD ("kept", test_kept);
  ADD ("again", test_again);
  ADD ("step", test_step);
  ADD ("again-refused", test_again_refused);
  return g_test_run ();
}
