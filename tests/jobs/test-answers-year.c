/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Through years of moves, cancellations, joins and leaves, people answer what their calendars hold, and the answers come in
 * late, in any order and more than once: what is stored is what each said last of the version that is. */
#include "aj-answers.h"

#include "aj-attendance.h"
#include "aj-invitations.h"
#include "aj-jobs-fixture.h"
#include "aj-meeting.h"

#define N_PEOPLE   4
#define N_MEETINGS 3
#define N_STEPS    150

typedef struct
{
  gboolean is_held;
  gint64 sequence;
} Held;

typedef struct
{
  guint person;
  guint meeting;
  gint64 sequence;
  gint64 stamp;
  const char *answer; /* as the field has it */
  char *path;         /* (owned) */
} Reply;

typedef struct
{
  Fixture base;
  GRand *random;
  const char *group;
  const char *people[N_PEOPLE];
  const char *memberships[N_PEOPLE]; /* NULL: not a member now */
  const char *meetings[N_MEETINGS];
  Held held[N_PEOPLE][N_MEETINGS];
  Reply known[N_PEOPLE][N_MEETINGS]; /* what should be stored; no answer: nothing */
  GPtrArray *sent;                   /* (element-type Reply) */
  gint64 now;
} World;

static void
reply_free (gpointer data)
{
  Reply *reply = data;

  g_free (reply->path);
  g_free (reply);
}

static void
set_up (World *self, gconstpointer data)
{
  fixture_set_up (&self->base, data);
  self->random = g_rand_new_with_seed (GPOINTER_TO_UINT (data));
  self->sent = g_ptr_array_new_with_free_func (reply_free);
  self->now = aj_clock_get_unix (self->base.clock);
  self->group = fixture_add (&self->base, "group", "name", "Expertteam", NULL);
  for (guint i = 0; i < N_PEOPLE; i++)
    {
      g_autofree char *name = g_strdup_printf ("Persoon %u", i);
      g_autofree char *mail = g_strdup_printf ("p%u@stad.example", i);

      self->people[i] = fixture_add (&self->base, "person", "name", name, "mail", mail, NULL);
      self->memberships[i] = fixture_add (&self->base, "membership", "group", self->group, "person",
                                          self->people[i], NULL);
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
  g_ptr_array_unref (self->sent);
  g_rand_free (self->random);
  fixture_tear_down (&self->base, data);
}

static AjInvitations *
load (World *self, guint meeting)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AjMeetingFacts) facts = aj_meeting_facts_load (self->base.store, NULL,
                                                            self->meetings[meeting], &error);

  g_assert_no_error (error);
  return aj_invitations_new (facts);
}

static guint
pick (World *self, guint n)
{
  return (guint) g_rand_int_range (self->random, 0, (gint32) n);
}

/* What is owed arrives, and is noted. */
static void
invite (World *self, guint meeting)
{
  g_autoptr (AjInvitations) invitations = load (self, meeting);
  const AjValues *values = aj_meeting_facts_get_meeting (aj_invitations_get_facts (invitations));
  GArray *owed = aj_invitations_get_owed (invitations);
  g_autoptr (AjEdit) note = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < owed->len; i++)
    {
      const AjOwedLetter *letter = &g_array_index (owed, AjOwedLetter, i);
      Held *held = &self->held[letter->mail[1] - '0'][meeting];

      held->is_held = letter->kind != AJ_LETTER_CANCEL;
      held->sequence = aj_values_get_integer (values, "sequence");
    }
  note = aj_invitations_note_sent (invitations, self->base.store, self->now);
  if (note != NULL)
    aj_edit_commit (note, &error);
  g_assert_no_error (error);
}

/* Somebody answers the version that their calendar holds. */
static void
answer (World *self)
{
  static const struct
  {
    const char *participation;
    const char *answer;
  } answers[] = { { "ACCEPTED", AJ_ANSWER_YES },
                  { "DECLINED", AJ_ANSWER_NO },
                  { "TENTATIVE", AJ_ANSWER_MAYBE } };
  guint person = pick (self, N_PEOPLE);
  guint meeting = pick (self, N_MEETINGS);
  const Held *held = &self->held[person][meeting];
  guint said = pick (self, G_N_ELEMENTS (answers));
  g_autoptr (GDateTime) moment = g_date_time_new_from_unix_utc (self->now);
  g_autofree char *stamp = g_date_time_format (moment, "%Y%m%dT%H%M%SZ");
  g_autofree char *text = NULL;
  g_autofree char *name = NULL;
  Reply *reply;

  if (!held->is_held)
    return;
  text = g_strdup_printf ("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nMETHOD:REPLY\r\nBEGIN:VEVENT\r\n"
                          "UID:%s\r\nSEQUENCE:%d\r\nDTSTAMP:%s\r\nATTENDEE;PARTSTAT=%s:MAILTO:"
                          "P%u@Stad.example\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n",
                          self->meetings[meeting], (int) held->sequence, stamp,
                          answers[said].participation, person);
  name = g_strdup_printf ("%u.ics", self->sent->len);
  reply = g_new0 (Reply, 1);
  reply->person = person;
  reply->meeting = meeting;
  reply->sequence = held->sequence;
  reply->stamp = self->now;
  reply->answer = answers[said].answer;
  reply->path = g_build_filename (self->base.folder, name, NULL);
  g_assert_true (g_file_set_contents (reply->path, text, -1, NULL));
  g_ptr_array_add (self->sent, reply);
}

static const AjValues *
get_meeting (AjInvitations *invitations)
{
  return aj_meeting_facts_get_meeting (aj_invitations_get_facts (invitations));
}

/* RFC 5546, 2.1.5, said once more: only of the version that is, and of those the last. */
static void
expect (World *self, const Reply *reply)
{
  g_autoptr (AjInvitations) invitations = load (self, reply->meeting);
  const AjValues *meeting = get_meeting (invitations);
  Reply *known = &self->known[reply->person][reply->meeting];
  gint64 sequence = aj_values_get_integer (meeting, "sequence");

  if (g_strcmp0 (aj_values_get_text (meeting, "state"), AJ_MEETING_CANCELLED) == 0 ||
      self->memberships[reply->person] == NULL || reply->sequence != sequence)
    return;
  if (known->answer == NULL || known->sequence < sequence || known->stamp < reply->stamp)
    *known = *reply;
}

/* Some of what was ever sent comes in, in any order, and is stored as it stands. */
static void
take_in (World *self)
{
  g_autoptr (GPtrArray) paths = g_ptr_array_new ();
  g_autoptr (AjAnswers) answers = NULL;
  g_autoptr (AjEdit) edit = NULL;
  g_autoptr (GError) error = NULL;

  for (guint n = pick (self, 6); n > 0 && self->sent->len > 0; n--)
    {
      /* The newest most of the time. */
      guint back = pick (self, 3) == 0 ? pick (self, self->sent->len) : pick (self, 4);
      const Reply *reply = self->sent->pdata[self->sent->len - 1 - MIN (back, self->sent->len - 1)];

      g_ptr_array_add (paths, reply->path);
      expect (self, reply);
    }
  g_ptr_array_add (paths, NULL);
  answers = aj_answers_load (self->base.store, (const char *const *) paths->pdata, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (aj_answers_get_problems (answers)->len, ==, 0);
  edit = aj_answers_make_edit (answers);
  aj_edit_commit (edit, &error);
  g_assert_no_error (error);
}

static const char *
get_answer (AjInvitations *invitations, const char *person)
{
  GArray *invitees = aj_meeting_facts_get_invitees (aj_invitations_get_facts (invitations));

  for (guint i = 0; i < invitees->len; i++)
    {
      const AjInvitee *invitee = &g_array_index (invitees, AjInvitee, i);

      if (invitee->person != NULL && invitee->attendance != NULL &&
          g_strcmp0 (aj_values_get_id (invitee->person), person) == 0)
        return aj_values_get_text (invitee->attendance, "answer");
    }
  return NULL;
}

static void
check (World *self)
{
  for (guint j = 0; j < N_MEETINGS; j++)
    {
      g_autoptr (AjInvitations) invitations = load (self, j);
      const AjValues *meeting = get_meeting (invitations);
      gboolean is_on = g_strcmp0 (aj_values_get_text (meeting, "state"), AJ_MEETING_CANCELLED) != 0;

      for (guint i = 0; i < N_PEOPLE; i++)
        {
          g_assert_cmpstr (get_answer (invitations, self->people[i]), ==, self->known[i][j].answer);
          if (aj_invitations_get_owed (invitations)->len > 0)
            continue;
          g_assert_cmpint (self->held[i][j].is_held, ==, is_on && self->memberships[i] != NULL);
          if (self->held[i][j].is_held)
            g_assert_cmpint (self->held[i][j].sequence, ==,
                             aj_values_get_integer (meeting, "sequence"));
        }
    }
}

static void
change_meeting (World *self, guint meeting)
{
  g_autofree char *start = g_strdup_printf ("2026-%02u-%02uT10:00", 2 + pick (self, 10),
                                            1 + pick (self, 28));

  switch (pick (self, 4))
    {
    case 0:
      fixture_set (&self->base, "meeting", self->meetings[meeting], "state", AJ_MEETING_CANCELLED,
                   NULL);
      break;
    case 1:
      fixture_set (&self->base, "meeting", self->meetings[meeting], "state", AJ_MEETING_PLANNED,
                   NULL);
      break;
    default:
      fixture_set (&self->base, "meeting", self->meetings[meeting], "starts-at", start, "ends-at",
                   "2026-12-31T12:00", NULL);
      break;
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
test_year (World *self, gconstpointer data)
{
  for (guint i = 0; i < N_STEPS; i++)
    {
      self->now += 60;
      switch (pick (self, 10))
        {
        case 0:
          change_meeting (self, pick (self, N_MEETINGS));
          break;
        case 1:
          join_or_leave (self, pick (self, N_PEOPLE));
          break;
        case 2:
        case 3:
          for (guint j = 0; j < N_MEETINGS; j++)
            invite (self, j);
          break;
        case 4:
        case 5:
          take_in (self);
          check (self);
          break;
        default:
          answer (self);
          break;
        }
    }
  g_assert_cmpuint (self->sent->len, >, 10);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint seed = 1; seed <= 4; seed++)
    {
      g_autofree char *path = g_strdup_printf ("/jobs/answers/year-%u", seed);

      g_test_add (path, World, GUINT_TO_POINTER (seed), set_up, test_year, tear_down);
    }
  return g_test_run ();
}
