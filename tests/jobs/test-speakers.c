/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the calendar of a speaker holds, which takes what it is sent as RFC 5546 says, is the item as it is on the agenda. */
#include "aj-speakers.h"

#include <string.h>

#include "aj-agenda-item.h"
#include "aj-agenda-job.h"
#include "aj-attendance-job.h"
#include "aj-attendance.h"
#include "aj-calendar-reading.h"
#include "aj-invitations.h"
#include "aj-jobs-fixture.h"
#include "aj-meeting.h"

static const AjOrganiser organiser = { "Secretariaat", "secretariaat@netwerk.example" };

/* What one mailbox holds of one item. */
typedef struct
{
  char *mail;
  char *uid;
  gboolean is_held;
  gint64 sequence;
  gint64 start, end;
  char *summary, *location, *description;
} Held;

typedef struct
{
  Fixture base;
  const char *group, *meeting, *next;
  const char *carla, *dirk, *member;
  const char *opening, *item;
  GPtrArray *held; /* (element-type Held) */
  gint64 now;
} World;

static void
held_free (gpointer data)
{
  Held *held = data;

  g_free (held->mail);
  g_free (held->uid);
  g_free (held->summary);
  g_free (held->location);
  g_free (held->description);
  g_free (held);
}

static const char *
add_item (World *self, const char *name, const char *position, const char *minutes)
{
  return fixture_add (&self->base, "agenda-item", "group", self->group, "meeting", self->meeting,
                      "name", name, "position", position, "minutes", minutes, NULL);
}

static void
set_up (World *self, gconstpointer data)
{
  Fixture *base = &self->base;

  fixture_set_up (base, data);
  self->now = aj_clock_get_unix (base->clock);
  self->held = g_ptr_array_new_with_free_func (held_free);
  self->group = fixture_add (base, "group", "name", "Expertteam", NULL);
  self->member = fixture_add (base, "person", "name", "Anna", "mail", "anna@stad.example", NULL);
  self->carla = fixture_add (base, "person", "name", "Carla", "mail", "carla@saxion.example", NULL);
  self->dirk = fixture_add (base, "person", "name", "Dirk", "mail", "dirk@stad.example", NULL);
  fixture_add (base, "membership", "group", self->group, "person", self->member, NULL);
  self->meeting = fixture_add (base, "meeting", "group", self->group, "theme", "Jeugd", "starts-at",
                               "2026-03-12T10:00", "ends-at", "2026-03-12T12:00", "place",
                               "Deventer", NULL);
  self->next = fixture_add (base, "meeting", "group", self->group, "starts-at", "2026-05-14T13:00",
                            "ends-at", "2026-05-14T15:00", NULL);
  self->opening = add_item (self, "Opening", "1", "15");
  self->item = add_item (self, "Phishing", "2", "30");
  fixture_set (base, "agenda-item", self->item, "speaker", self->carla, NULL);
}

static void
tear_down (World *self, gconstpointer data)
{
  g_ptr_array_unref (self->held);
  fixture_tear_down (&self->base, data);
}

static AjInvitations *
load (World *self, const char *meeting)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AjMeetingFacts) facts = aj_meeting_facts_load (self->base.store, NULL, meeting,
                                                            &error);

  g_assert_no_error (error);
  return aj_invitations_new (facts);
}

static Held *
find_held (World *self, const char *mail)
{
  Held *held;

  for (guint i = 0; i < self->held->len; i++)
    if (g_str_equal (((Held *) self->held->pdata[i])->mail, mail))
      return self->held->pdata[i];
  held = g_new0 (Held, 1);
  held->mail = g_strdup (mail);
  held->sequence = -1;
  g_ptr_array_add (self->held, held);
  return held;
}

static void
replace (char **text, const char *with)
{
  g_free (*text);
  *text = g_strdup (with);
}

/* What says the same, or comes later with a lower number, is nothing new. */
static void
take (Held *held, const AjCalendarEntry *entry, gboolean is_cancel)
{
  g_assert_true (held->uid == NULL || g_str_equal (held->uid, entry->uid));
  g_assert_cmpint (entry->sequence, >, held->sequence);
  replace (&held->uid, entry->uid);
  replace (&held->summary, entry->summary);
  replace (&held->location, entry->location);
  replace (&held->description, entry->description);
  held->sequence = entry->sequence;
  held->start = entry->start;
  held->end = entry->end;
  held->is_held = !is_cancel;
}

static void
deliver (World *self, AjSpeakers *speakers, const AjSpeakerLetter *letter)
{
  gboolean is_cancel = letter->letter.kind == AJ_LETTER_CANCEL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = aj_speakers_write (speakers, letter, &organiser, self->now, &error);
  g_autoptr (AjCalendarReading) reading = NULL;
  g_autofree char *text = NULL;
  g_autofree char *mailto = g_strconcat ("mailto:", letter->letter.mail, NULL);

  g_assert_no_error (error);
  reading = aj_calendar_reading_new (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes),
                                     &error);
  g_assert_no_error (error);
  g_assert_cmpuint (reading->problems->len, ==, 0);
  g_assert_cmpuint (reading->entries->len, ==, 1);
  g_assert_cmpstr (reading->method, ==, is_cancel ? "CANCEL" : "REQUEST");
  text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  /* It goes to one, and shows nobody else. */
  g_assert_nonnull (strstr (text, mailto));
  g_assert_null (strstr (text, "anna@stad.example"));
  take (find_held (self, letter->letter.mail), reading->entries->pdata[0], is_cancel);
}

/* Sends all that is owed to speakers of a meeting, and notes it; how many letters. */
static guint
send_all (World *self, const char *meeting)
{
  g_autoptr (AjInvitations) invitations = load (self, meeting);
  g_autoptr (AjInvitations) after = NULL;
  AjSpeakers *speakers = aj_invitations_get_speakers (invitations);
  GArray *owed = aj_speakers_get_owed (speakers);
  g_autoptr (AjEdit) note = NULL;
  g_autoptr (GError) error = NULL;
  guint n = owed->len;

  self->now += 60;
  for (guint i = 0; i < n; i++)
    deliver (self, speakers, &g_array_index (owed, AjSpeakerLetter, i));
  note = aj_invitations_note_sent (invitations, self->base.store, self->now);
  if (note != NULL)
    aj_edit_commit (note, &error);
  g_assert_no_error (error);
  after = load (self, meeting);
  g_assert_false (aj_invitations_is_any_owed (after));
  g_assert_null (aj_invitations_describe (after));
  return n;
}

/* @start, @end: by the clock; NULL: nothing is held. */
static void
assert_held (World *self, const char *mail, const char *start, const char *end)
{
  const Held *held = find_held (self, mail);
  AjWallTime from, until;
  gint64 first, last;

  g_assert_cmpint (held->is_held, ==, start != NULL);
  if (start == NULL)
    return;
  g_assert_true (aj_wall_time_parse (start, &from));
  g_assert_true (aj_wall_time_parse (end, &until));
  g_assert_true (aj_wall_time_to_unix (&from, "Europe/Amsterdam", &first));
  g_assert_true (aj_wall_time_to_unix (&until, "Europe/Amsterdam", &last));
  g_assert_cmpint (held->start, ==, first);
  g_assert_cmpint (held->end, ==, last);
}

#define CARLA "carla@saxion.example"
#define DIRK  "dirk@stad.example"

/* Just the time of the item, and what all of it is about; what is called otherwise is not sent anew. */
static void
test_first (World *self, gconstpointer data)
{
  const Held *held;

  fixture_set (&self->base, "agenda-item", self->item, "description", "Hoe herken je het?", NULL);
  fixture_set (&self->base, "meeting", self->meeting, "description", "Over jongeren.", NULL);
  g_assert_cmpuint (send_all (self, self->meeting), ==, 1);
  assert_held (self, CARLA, "2026-03-12T10:15", "2026-03-12T10:45");
  held = find_held (self, CARLA);
  g_assert_cmpstr (held->uid, ==, self->item);
  g_assert_cmpint (held->sequence, ==, 0);
  g_assert_cmpstr (held->summary, ==, "Expertteam: Phishing");
  g_assert_cmpstr (held->location, ==, "Deventer");
  g_assert_cmpstr (held->description, ==,
                   "Your contribution: Phishing\n\n"
                   "Part of: Expertteam: Jeugd, Thursday 12 March 2026, 10:00–12:00\n\n"
                   "Hoe herken je het?\n\nOver jongeren.");
  fixture_set (&self->base, "agenda-item", self->item, "name", "Smishing", NULL);
  g_assert_cmpuint (send_all (self, self->meeting), ==, 0);
}

/* Whether the speaker of the item may be sent what they hold once more. */
static void
assert_can_send_again (World *self, gboolean expected)
{
  g_autoptr (AjInvitations) invitations = load (self, self->meeting);

  g_assert_cmpint (aj_speaker_can_send_again (
                       aj_speakers_find (aj_invitations_get_speakers (invitations), self->item)),
                   ==, expected);
}

/* The meeting moves, to a day on which the clock does, and the agenda within it. */
static void
test_moved (World *self, gconstpointer data)
{
  g_autoptr (AjInvitations) invitations = NULL;
  g_autoptr (AjEdit) move = NULL;
  g_autofree char *sentence = NULL;
  g_autofree char *held = NULL;
  g_autofree char *one = NULL;
  const AjSpeaker *speaker;

  send_all (self, self->meeting);
  fixture_set (&self->base, "meeting", self->meeting, "starts-at", "2026-03-29T01:00", "ends-at",
               "2026-03-29T05:00", NULL);
  fixture_set (&self->base, "agenda-item", self->opening, "minutes", "135", NULL);
  invitations = load (self, self->meeting);
  sentence = aj_invitations_describe (invitations);
  g_assert_nonnull (strstr (sentence, "1 speaker still holds the old time or place."));
  assert_can_send_again (self, FALSE);
  speaker = aj_speakers_find (aj_invitations_get_speakers (invitations), self->item);
  one = aj_speaker_describe (speaker);
  g_assert_cmpstr (one, ==, "Holds the old time");
  held = aj_speaker_describe_held (speaker);
  g_assert_cmpstr (held, ==, "an older appointment (Thu 12 Mar 2026, 10:15)");
  g_assert_cmpuint (send_all (self, self->meeting), ==, 1);
  assert_held (self, CARLA, "2026-03-29T03:15", "2026-03-29T03:45");
  assert_can_send_again (self, TRUE);
  g_assert_cmpint (find_held (self, CARLA)->sequence, ==, 1);

  g_clear_pointer (&invitations, aj_invitations_free);
  invitations = load (self, self->meeting);
  move = aj_agenda_job_move (self->base.store,
                             aj_meeting_facts_get_agenda (aj_invitations_get_facts (invitations)),
                             1, 0);
  g_assert_true (aj_edit_commit (move, NULL));
  g_assert_cmpuint (send_all (self, self->meeting), ==, 1);
  assert_held (self, CARLA, "2026-03-29T01:00", "2026-03-29T01:30");
  g_assert_cmpint (find_held (self, CARLA)->sequence, ==, 2);
}

static void
test_cancelled (World *self, gconstpointer data)
{
  send_all (self, self->meeting);
  fixture_set (&self->base, "meeting", self->meeting, "state", AJ_MEETING_CANCELLED, NULL);
  g_assert_cmpuint (send_all (self, self->meeting), ==, 1);
  assert_held (self, CARLA, NULL, NULL);
  g_assert_true (g_str_has_prefix (find_held (self, CARLA)->summary, "CANCELLED: "));
  /* On again: an invitation with a number that the cancellation does not outdo. */
  fixture_set (&self->base, "meeting", self->meeting, "state", AJ_MEETING_PLANNED, NULL);
  g_assert_cmpuint (send_all (self, self->meeting), ==, 1);
  assert_held (self, CARLA, "2026-03-12T10:15", "2026-03-12T10:45");
}

static void
test_replaced (World *self, gconstpointer data)
{
  g_autoptr (AjInvitations) invitations = NULL;
  g_autofree char *one = NULL;

  send_all (self, self->meeting);
  fixture_set (&self->base, "agenda-item", self->item, "speaker", self->dirk, NULL);
  invitations = load (self, self->meeting);
  one = aj_speaker_describe (
      aj_speakers_find (aj_invitations_get_speakers (invitations), self->item));
  g_assert_cmpstr (one, ==, "Carla still holds the appointment");
  g_assert_cmpuint (send_all (self, self->meeting), ==, 2);
  assert_held (self, CARLA, NULL, NULL);
  assert_held (self, DIRK, "2026-03-12T10:15", "2026-03-12T10:45");
  /* Nobody any more. */
  fixture_set (&self->base, "agenda-item", self->item, "speaker", NULL, NULL);
  g_assert_cmpuint (send_all (self, self->meeting), ==, 1);
  assert_held (self, DIRK, NULL, NULL);
}

static void
test_other_address (World *self, gconstpointer data)
{
  send_all (self, self->meeting);
  fixture_set (&self->base, "person", self->carla, "mail", "c@saxion.example", NULL);
  g_assert_cmpuint (send_all (self, self->meeting), ==, 2);
  assert_held (self, CARLA, NULL, NULL);
  assert_held (self, "c@saxion.example", "2026-03-12T10:15", "2026-03-12T10:45");
}

/* Who is invited to all of it holds that; who was told of a part and is invited since, no longer needs the part. */
static void
test_invited (World *self, gconstpointer data)
{
  fixture_set (&self->base, "agenda-item", self->opening, "speaker", self->member, NULL);
  g_assert_cmpuint (send_all (self, self->meeting), ==, 1);
  fixture_add (&self->base, "attendance", "meeting", self->meeting, "person", self->carla,
               "invited-as", AJ_INVITED_GUEST, NULL);
  g_assert_cmpuint (send_all (self, self->meeting), ==, 1);
  assert_held (self, CARLA, NULL, NULL);
}

/* Who speaks and was there is noted as that: not invited to the meeting, and their appointment stays. */
static void
test_present (World *self, gconstpointer data)
{
  g_autoptr (AjInvitations) before = NULL;
  g_autoptr (AjInvitations) after = NULL;
  g_autoptr (AjEdit) edit = NULL;
  AjMeetingFacts *facts;
  GArray *speakers;

  send_all (self, self->meeting);
  before = load (self, self->meeting);
  facts = aj_invitations_get_facts (before);
  speakers = aj_meeting_facts_get_speakers (facts);
  g_assert_cmpuint (speakers->len, ==, 1);
  edit = aj_attendance_job_set (self->base.store, facts, &g_array_index (speakers, AjInvitee, 0),
                                "presence", AJ_PRESENCE_PRESENT);
  g_assert_nonnull (g_array_index (speakers, AjInvitee, 0).attendance);
  g_assert_true (aj_edit_commit (edit, NULL));
  after = load (self, self->meeting);
  facts = aj_invitations_get_facts (after);
  g_assert_false (aj_invitations_is_any_owed (after));
  g_assert_cmpuint (aj_meeting_facts_get_invitees (facts)->len, ==,
                    aj_meeting_facts_get_invitees (aj_invitations_get_facts (before))->len);
  g_assert_cmpuint (aj_meeting_facts_get_speakers (facts)->len, ==, 1);
  g_assert_cmpstr (aj_values_get_text (g_array_index (aj_meeting_facts_get_speakers (facts),
                                                      AjInvitee, 0)
                                           .attendance,
                                       "presence"),
                   ==, AJ_PRESENCE_PRESENT);
}

static void
put_off (World *self)
{
  g_autoptr (AjInvitations) invitations = load (self, self->meeting);
  AjMeetingFacts *facts = aj_invitations_get_facts (invitations);
  g_autoptr (AjEdit) edit = aj_agenda_job_put_off (self->base.store,
                                                   aj_meeting_facts_get_meeting (facts),
                                                   aj_meeting_facts_get_agenda (facts)->pdata[1],
                                                   aj_meeting_facts_get_papers (facts));

  g_assert_true (aj_edit_commit (edit, NULL));
}

/* Off the agenda, back in the backlog: the meeting that it was of still owes the cancellation. */
static void
test_put_off (World *self, gconstpointer data)
{
  send_all (self, self->meeting);
  put_off (self);
  g_assert_cmpuint (send_all (self, self->meeting), ==, 1);
  assert_held (self, CARLA, NULL, NULL);
  fixture_set (&self->base, "agenda-item", self->item, "meeting", self->next, NULL);
  g_assert_cmpuint (send_all (self, self->next), ==, 1);
  assert_held (self, CARLA, "2026-05-14T13:00", "2026-05-14T13:30");
}

/* Onto another agenda at once: the appointment moves there, and is not the first meeting's any more. */
static void
test_next_meeting (World *self, gconstpointer data)
{
  send_all (self, self->meeting);
  fixture_set (&self->base, "agenda-item", self->item, "meeting", self->next, NULL);
  g_assert_cmpuint (send_all (self, self->meeting), ==, 0);
  g_assert_cmpuint (send_all (self, self->next), ==, 1);
  assert_held (self, CARLA, "2026-05-14T13:00", "2026-05-14T13:30");
  g_assert_cmpint (find_held (self, CARLA)->sequence, ==, 1);
}

/* What is held cannot go; dropped and told, it can. */
static void
test_removal (World *self, gconstpointer data)
{
  g_autoptr (AjEdit) edit = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (AjInvitations) invitations = NULL;

  send_all (self, self->meeting);
  invitations = load (self, self->meeting);
  edit = aj_edit_new (self->base.store, "Remove");
  aj_edit_remove_values (
      edit, aj_speakers_find (aj_invitations_get_speakers (invitations), self->item)->item);
  g_assert_false (aj_edit_commit (edit, &error));
  g_assert_error (error, AJ_MODEL_ERROR, AJ_MODEL_ERROR_RULE);
  g_assert_nonnull (strstr (error->message, "“Phishing” is in the calendar of a speaker"));
  fixture_set (&self->base, "agenda-item", self->item, "state", AJ_AGENDA_DROPPED, NULL);
  g_assert_cmpuint (send_all (self, self->meeting), ==, 1);
  assert_held (self, CARLA, NULL, NULL);
  fixture_remove (&self->base, "agenda-item", self->item);
}

/* One speaker alone is noted, and nobody else. */
static void
test_one (World *self, gconstpointer data)
{
  const char *other = add_item (self, "Wachtwoorden", "3", "20");
  g_autoptr (GArray) letters = g_array_new (FALSE, FALSE, sizeof (AjWrittenLetter));
  g_autoptr (AjInvitations) invitations = NULL;
  g_autoptr (AjInvitations) after = NULL;
  g_autoptr (AjEdit) note = NULL;
  AjWrittenLetter letter = { NULL };
  GArray *owed;

  fixture_set (&self->base, "agenda-item", other, "speaker", self->dirk, NULL);
  invitations = load (self, self->meeting);
  owed = aj_speakers_get_owed (aj_invitations_get_speakers (invitations));
  g_assert_cmpuint (owed->len, ==, 2);
  letter.invitations = invitations;
  letter.to_speaker = &g_array_index (owed, AjSpeakerLetter, 1);
  g_assert_cmpstr (aj_values_get_id (letter.to_speaker->speaker->item), ==, other);
  g_array_append_val (letters, letter);
  note = aj_invitations_note_letters (letters, self->base.store, self->now);
  g_assert_true (aj_edit_commit (note, NULL));
  after = load (self, self->meeting);
  g_assert_cmpuint (aj_speakers_get_owed (aj_invitations_get_speakers (after))->len, ==, 1);
  g_assert_cmpuint (aj_invitations_get_owed (after)->len, ==, 1);
}

static void
test_refused (World *self, gconstpointer data)
{
  const AjOrganiser nobody = { "Secretariaat", NULL };
  g_autoptr (AjInvitations) invitations = load (self, self->meeting);
  AjSpeakers *speakers = aj_invitations_get_speakers (invitations);
  AjSpeakerLetter letter = g_array_index (aj_speakers_get_owed (speakers), AjSpeakerLetter, 0);
  g_autoptr (GError) error = NULL;

  g_assert_null (aj_speakers_write (speakers, &letter, &nobody, self->now, &error));
  g_assert_error (error, AJ_CALENDAR_ERROR, AJ_CALENDAR_ERROR_ORGANISER);
  g_clear_error (&error);
  letter.letter.kind = AJ_LETTER_CANCEL;
  g_assert_null (aj_speakers_write (speakers, &letter, &organiser, self->now, &error));
  g_assert_error (error, AJ_CALENDAR_ERROR, AJ_CALENDAR_ERROR_EMPTY);
}

#define ADD(name, function)                                                                        \
  g_test_add ("/jobs/speakers/" name, World, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("first", test_first);
  ADD ("moved", test_moved);
  ADD ("cancelled", test_cancelled);
  ADD ("replaced", test_replaced);
  ADD ("other-address", test_other_address);
  ADD ("invited", test_invited);
  ADD ("present", test_present);
  ADD ("put-off", test_put_off);
  ADD ("next-meeting", test_next_meeting);
  ADD ("removal", test_removal);
  ADD ("one", test_one);
  ADD ("refused", test_refused);
  return g_test_run ();
}
