/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Who is owed what, what the files say, and what the calendars hold that take them as RFC 5546 says. */
#include "aj-invitations.h"

#include <string.h>

#include "aj-calendar-reading.h"
#include "aj-jobs-fixture.h"
#include "aj-meeting.h"

#define N_PEOPLE   5
#define N_MEETINGS 3

static const AjOrganiser organiser = { "Secretariaat", "secretariaat@netwerk.example" };

/* What one calendar holds of one meeting. */
typedef struct
{
  gboolean is_held;
  gint64 sequence; /* of the newest that was taken, -1 for none */
  gint64 stamp;
  gint64 start;
} Held;

typedef struct
{
  Fixture base;
  const char *group;
  const char *people[N_PEOPLE];
  const char *memberships[N_PEOPLE]; /* NULL: not a member now */
  const char *meetings[N_MEETINGS];
  Held held[N_PEOPLE][N_MEETINGS];
  gint64 now;
} World;

static char *
make_mail (guint person)
{
  return g_strdup_printf ("p%u@stad.example", person);
}

static void
set_up (World *self, gconstpointer data)
{
  fixture_set_up (&self->base, data);
  self->now = aj_clock_get_unix (self->base.clock);
  self->group = fixture_add (&self->base, "group", "name", "Expertteam", NULL);
  for (guint i = 0; i < N_PEOPLE; i++)
    {
      g_autofree char *name = g_strdup_printf ("Persoon %u", i);
      g_autofree char *mail = make_mail (i);

      self->people[i] = fixture_add (&self->base, "person", "name", name, "mail", mail, NULL);
      for (guint j = 0; j < N_MEETINGS; j++)
        self->held[i][j].sequence = -1;
    }
  for (guint j = 0; j < N_MEETINGS; j++)
    {
      g_autofree char *start = g_strdup_printf ("2026-%02u-12T10:00", 3 + 2 * j);
      g_autofree char *end = g_strdup_printf ("2026-%02u-12T12:00", 3 + 2 * j);

      self->meetings[j] = fixture_add (&self->base, "meeting", "group", self->group, "starts-at",
                                       start, "ends-at", end, NULL);
    }
}

static void
tear_down (World *self, gconstpointer data)
{
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

/* RFC 5546, 2.1.5: a lower SEQUENCE is old, and of equal ones the earlier DTSTAMP is. */
static void
take (Held *held, const AjCalendarEntry *entry, gboolean is_cancel)
{
  if (entry->sequence < held->sequence ||
      (entry->sequence == held->sequence && entry->stamp < held->stamp))
    return;
  held->sequence = entry->sequence;
  held->stamp = entry->stamp;
  held->start = entry->start;
  held->is_held = !is_cancel;
}

static guint
find_person (const char *mail)
{
  return (guint) (mail[1] - '0');
}

static void
deliver (World *self, guint meeting, AjInvitations *invitations, AjCalendarMethod method)
{
  GArray *owed = aj_invitations_get_owed (invitations);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (AjCalendarReading) reading = NULL;
  g_autoptr (GError) error = NULL;

  if (!aj_invitations_needs (invitations, method))
    return;
  bytes = aj_invitations_write (invitations, method, &organiser, self->now, &error);
  g_assert_no_error (error);
  reading = aj_calendar_reading_new (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes),
                                     &error);
  g_assert_no_error (error);
  g_assert_cmpuint (reading->problems->len, ==, 0);
  g_assert_cmpuint (reading->entries->len, ==, 1);
  g_assert_cmpstr (reading->method, ==, method == AJ_CALENDAR_CANCEL ? "CANCEL" : "REQUEST");
  for (guint i = 0; i < owed->len; i++)
    {
      const AjOwedLetter *letter = &g_array_index (owed, AjOwedLetter, i);

      if ((letter->kind == AJ_LETTER_CANCEL) == (method == AJ_CALENDAR_CANCEL))
        take (&self->held[find_person (letter->mail)][meeting], reading->entries->pdata[0],
              method == AJ_CALENDAR_CANCEL);
    }
}

/* Sends all that is owed, and notes it. */
static void
send_all (World *self)
{
  self->now += 60;
  for (guint j = 0; j < N_MEETINGS; j++)
    {
      g_autoptr (AjInvitations) invitations = load (self, self->meetings[j]);
      g_autoptr (AjEdit) note = NULL;
      g_autoptr (GError) error = NULL;

      deliver (self, j, invitations, AJ_CALENDAR_CANCEL);
      deliver (self, j, invitations, AJ_CALENDAR_REQUEST);
      note = aj_invitations_note_sent (invitations, self->base.store, self->now);
      if (note != NULL)
        aj_edit_commit (note, &error);
      g_assert_no_error (error);
    }
}

static void
join_or_leave (World *self, guint person)
{
  if (self->memberships[person] == NULL)
    {
      self->memberships[person] = fixture_add (&self->base, "membership", "group", self->group,
                                               "person", self->people[person], NULL);
      return;
    }
  fixture_remove (&self->base, "membership", self->memberships[person]);
  self->memberships[person] = NULL;
}

static void
test_sentences (World *self, gconstpointer data)
{
  g_autoptr (AjInvitations) invitations = NULL;
  g_autofree char *sentence = NULL;

  join_or_leave (self, 0);
  join_or_leave (self, 1);
  invitations = load (self, self->meetings[0]);
  sentence = aj_invitations_describe (invitations);
  g_assert_cmpstr (sentence, ==, "2 of 2 are not invited yet.");
  send_all (self);
  fixture_set (&self->base, "meeting", self->meetings[0], "starts-at", "2026-03-19T10:00",
               "ends-at", "2026-03-19T12:00", NULL);
  join_or_leave (self, 2);
  g_clear_pointer (&invitations, aj_invitations_free);
  g_clear_pointer (&sentence, g_free);
  invitations = load (self, self->meetings[0]);
  sentence = aj_invitations_describe (invitations);
  g_assert_cmpstr (sentence, ==, "2 of 3 still hold the old date (Thu 12 Mar 2026).");
  g_assert_cmpuint (aj_invitations_get_counts (invitations)->n_without, ==, 1);
}

/* What went out went out: undo leaves the note. */
static void
test_no_undo (World *self, gconstpointer data)
{
  g_autoptr (AjInvitations) invitations = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *label = NULL;

  join_or_leave (self, 0);
  send_all (self);
  g_assert_true (aj_store_undo (self->base.store, &label, &error));
  g_assert_no_error (error);
  invitations = load (self, self->meetings[0]);
  /* The membership is gone, and the calendar still holds the meeting. */
  g_assert_cmpuint (aj_invitations_get_counts (invitations)->n_gone, ==, 1);
  g_assert_cmpuint (aj_invitations_get_owed (invitations)->len, ==, 1);
}

/* (transfer full): what the file says that is owed. */
static AjCalendarReading *
read_back (World *self, AjCalendarMethod method)
{
  g_autoptr (AjInvitations) invitations = load (self, self->meetings[0]);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = aj_invitations_write (invitations, method, &organiser, self->now,
                                                   &error);
  AjCalendarReading *reading;

  g_assert_no_error (error);
  reading = aj_calendar_reading_new (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes),
                                     &error);
  g_assert_no_error (error);
  return reading;
}

/* Who has both addresses in one calendar ends up with the meeting, however long it took to write the two files and whichever
 * came first: the invitation at the new address is newer than the cancellation at the old one. That one is newer than what
 * it cancels. */
static void
test_other_address (World *self, gconstpointer data)
{
  const AjCalendarEntry *first, *cancelled, *invited;
  g_autoptr (AjCalendarReading) before = NULL;

  join_or_leave (self, 0);
  before = read_back (self, AJ_CALENDAR_REQUEST);
  first = before->entries->pdata[0];
  send_all (self);
  fixture_set (&self->base, "person", self->people[0], "mail", "p0@elders.example", NULL);
  for (guint order = 0; order < 2; order++)
    {
      g_autoptr (AjCalendarReading) one = NULL;
      g_autoptr (AjCalendarReading) other = NULL;

      one = read_back (self, order == 0 ? AJ_CALENDAR_REQUEST : AJ_CALENDAR_CANCEL);
      self->now += order * 24 * 60 * 60;
      other = read_back (self, order == 0 ? AJ_CALENDAR_CANCEL : AJ_CALENDAR_REQUEST);
      invited = (order == 0 ? one : other)->entries->pdata[0];
      cancelled = (order == 0 ? other : one)->entries->pdata[0];
      g_assert_cmpint (invited->sequence, ==, first->sequence);
      g_assert_cmpint (cancelled->sequence, ==, first->sequence);
      g_assert_cmpint (cancelled->stamp, >, first->stamp);
      g_assert_cmpint (invited->stamp, >, cancelled->stamp);
    }
  send_all (self);
  g_assert_true (self->held[0][0].is_held);
}

/* What is sent within one minute still is each newer than the one before it. */
static void
test_one_minute (World *self, gconstpointer data)
{
  gint64 stamp = 0;

  for (guint i = 0; i < 4; i++)
    {
      g_autoptr (AjCalendarReading) reading = NULL;
      const AjCalendarEntry *entry;

      join_or_leave (self, 0);
      reading = read_back (self, i % 2 == 0 ? AJ_CALENDAR_REQUEST : AJ_CALENDAR_CANCEL);
      entry = reading->entries->pdata[0];
      g_assert_cmpint (entry->stamp, >, stamp);
      stamp = entry->stamp;
      self->now -= 60;
      send_all (self);
    }
}

/* Of two who read one mailbox, one leaves: the other keeps the meeting in it. */
static void
test_shared_mailbox (World *self, gconstpointer data)
{
  g_autoptr (AjInvitations) invitations = NULL;

  fixture_set (&self->base, "person", self->people[1], "mail", "P0@stad.example", NULL);
  join_or_leave (self, 0);
  join_or_leave (self, 1);
  send_all (self);
  join_or_leave (self, 0);
  invitations = load (self, self->meetings[0]);
  g_assert_cmpuint (aj_invitations_get_owed (invitations)->len, ==, 0);
  g_assert_cmpuint (aj_invitations_get_counts (invitations)->n_gone, ==, 0);
  /* Nobody is left who reads it. */
  join_or_leave (self, 1);
  g_clear_pointer (&invitations, aj_invitations_free);
  invitations = load (self, self->meetings[0]);
  g_assert_cmpuint (aj_invitations_get_owed (invitations)->len, ==, 2);
  g_assert_cmpuint (aj_invitations_get_counts (invitations)->n_gone, ==, 2);
}

static void
test_refused (World *self, gconstpointer data)
{
  const AjOrganiser nobody = { "Secretariaat", NULL };
  g_autoptr (AjInvitations) invitations = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  join_or_leave (self, 0);
  invitations = load (self, self->meetings[0]);
  bytes = aj_invitations_write (invitations, AJ_CALENDAR_REQUEST, &nobody, self->now, &error);
  g_assert_error (error, AJ_CALENDAR_ERROR, AJ_CALENDAR_ERROR_ORGANISER);
  g_clear_error (&error);
  bytes = aj_invitations_write (invitations, AJ_CALENDAR_CANCEL, &organiser, self->now, &error);
  g_assert_error (error, AJ_CALENDAR_ERROR, AJ_CALENDAR_ERROR_EMPTY);
  g_assert_null (bytes);
}

#define ADD(name, function)                                                                        \
  g_test_add ("/jobs/invitations/" name, World, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("sentences", test_sentences);
  ADD ("no-undo", test_no_undo);
  ADD ("other-address", test_other_address);
  ADD ("one-minute", test_one_minute);
  ADD ("shared-mailbox", test_shared_mailbox);
  ADD ("refused", test_refused);
  return g_test_run ();
}
