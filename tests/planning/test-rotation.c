/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Who chairs and hosts which meeting: single cases, and what must hold of every proposal, tried on many small years. */
#include "aj-rotation.h"

#include <string.h>

#define N_MOST     6
#define DAY(month) (aj_date_new (2027, month, 11))
#define ALWAYS                                                                                     \
  {                                                                                                \
    AJ_DATE_NONE, AJ_DATE_NONE                                                                     \
  }
#define NEVER                                                                                      \
  {                                                                                                \
    AJ_DATE_NONE, AJ_DATE_NONE                                                                     \
  }

typedef AjRotationProposal Proposals[N_MOST * 2][AJ_N_DUTIES];

static const char *const ids[N_MOST] = { "a", "b", "c", "d", "e", "f" };

/* A small year, to be filled in. */
typedef struct
{
  AjRotationPerson persons[N_MOST];
  AjRotationAbsence absences[N_MOST];
  AjRotationMeeting meetings[N_MOST * 2];
  AjRotation rotation;
} Year;

static void
year_set_up (Year *self, guint n_persons, guint n_meetings)
{
  memset (self, 0, sizeof *self);
  for (guint i = 0; i < n_persons; i++)
    self->persons[i] = (AjRotationPerson){ ids[i], ids[i], ALWAYS, NEVER };
  for (guint i = 0; i < n_meetings; i++)
    self->meetings[i] = (AjRotationMeeting){ .date = DAY ((int) i + 1), .is_open = TRUE };
  self->rotation = (AjRotation){
    self->persons, n_persons, self->absences, 0, self->meetings, n_meetings,
  };
}

/* The days of whole months, both included. */
static void
year_add_absence (Year *self, const char *person, int first, int last)
{
  self->absences[self->rotation.n_absences++] = (AjRotationAbsence){
    person, { aj_date_new (2027, first, 1), aj_date_new (2027, last, 28) }
  };
}

/* One letter a meeting: who is proposed, in capitals who is there already, "-" for nobody. */
static void
assert_proposed (Year *self, AjDuty duty, const char *expected)
{
  Proposals proposals;
  g_autoptr (GString) text = g_string_new (NULL);

  aj_rotation_propose (&self->rotation, proposals);
  for (guint i = 0; i < self->rotation.n_meetings; i++)
    {
      const char *taken = self->meetings[i].taken[duty];
      int person = proposals[i][duty].person;

      if (taken != NULL)
        g_string_append_c (text, g_ascii_toupper (*taken));
      else
        g_string_append_c (text, person >= 0 ? *self->persons[person].id : '-');
    }
  g_assert_cmpstr (text->str, ==, expected);
}

static void
test_least_recent (void)
{
  Year year;

  year_set_up (&year, 4, 6);
  year.persons[0].last[AJ_DUTY_CHAIR] = aj_date_new (2026, 11, 12);
  year.persons[1].last[AJ_DUTY_CHAIR] = aj_date_new (2024, 3, 14);
  year.persons[2].last[AJ_DUTY_CHAIR] = aj_date_new (2026, 9, 10);
  assert_proposed (&year, AJ_DUTY_CHAIR, "dbcadb");
}

static void
test_ties (void)
{
  Year year;

  year_set_up (&year, 3, 6);
  assert_proposed (&year, AJ_DUTY_CHAIR, "abcabc");
  /* Nobody hosts where they chair, and everybody comes twice all the same. */
  assert_proposed (&year, AJ_DUTY_HOST, "bcabca");
  year.persons[0].name = "z";
  assert_proposed (&year, AJ_DUTY_CHAIR, "bcabca");
}

static void
test_taken (void)
{
  Year year;

  year_set_up (&year, 3, 6);
  year.meetings[1].taken[AJ_DUTY_CHAIR] = "a";
  year.meetings[2].taken[AJ_DUTY_CHAIR] = "somebody else";
  assert_proposed (&year, AJ_DUTY_CHAIR, "bAScba");
  /* What is taken later in the year is a turn already. */
  year.meetings[1].taken[AJ_DUTY_CHAIR] = NULL;
  year.meetings[2].taken[AJ_DUTY_CHAIR] = NULL;
  year.meetings[5].taken[AJ_DUTY_CHAIR] = "a";
  assert_proposed (&year, AJ_DUTY_CHAIR, "bcbcaA");
}

static void
test_away (void)
{
  Year year;

  year_set_up (&year, 3, 3);
  year_add_absence (&year, "a", 1, 1);
  assert_proposed (&year, AJ_DUTY_CHAIR, "bac");
  /* Who is away on the last day of the round makes way for it earlier. */
  year_set_up (&year, 3, 3);
  year_add_absence (&year, "c", 3, 3);
  assert_proposed (&year, AJ_DUTY_CHAIR, "acb");
}

static void
test_nobody (void)
{
  Proposals proposals;
  Year year;

  year_set_up (&year, 2, 4);
  year.persons[0].days.last = DAY (3);
  year.persons[1].days.last = DAY (3);
  year.meetings[0].is_open = FALSE;
  year_add_absence (&year, "a", 2, 2);
  year_add_absence (&year, "b", 2, 3);
  aj_rotation_propose (&year.rotation, proposals);
  for (AjDuty duty = 0; duty < AJ_N_DUTIES; duty++)
    {
      static const AjRotationVerdict expected[] = { AJ_ROTATION_CLOSED, AJ_ROTATION_ALL_AWAY,
                                                    AJ_ROTATION_PROPOSED, AJ_ROTATION_NOBODY };

      for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
        {
          g_assert_cmpint (proposals[i][duty].verdict, ==, expected[i]);
          g_assert_cmpint (proposals[i][duty].person, ==,
                           expected[i] == AJ_ROTATION_PROPOSED ? 0 : AJ_ROTATION_NO_PERSON);
        }
    }
}

static void
test_empty (void)
{
  Year year;

  year_set_up (&year, 0, 2);
  assert_proposed (&year, AJ_DUTY_CHAIR, "--");
  year_set_up (&year, 2, 0);
  assert_proposed (&year, AJ_DUTY_HOST, "");
}

static void
test_rank (void)
{
  AjRotationRank ranks[N_MOST];
  Year year;

  year_set_up (&year, 4, 3);
  year.persons[0].last[AJ_DUTY_HOST] = aj_date_new (2026, 1, 8);
  year.persons[1].last[AJ_DUTY_HOST] = aj_date_new (2025, 1, 9);
  year.persons[3].days.last = DAY (1);
  year.meetings[2].taken[AJ_DUTY_HOST] = "b";
  year_add_absence (&year, "c", 2, 2);
  g_assert_cmpuint (aj_rotation_rank (&year.rotation, 1, AJ_DUTY_HOST, ranks), ==, 3);
  g_assert_cmpuint (ranks[0].person, ==, 0);
  g_assert_cmpint (ranks[0].last, ==, aj_date_new (2026, 1, 8));
  g_assert_cmpuint (ranks[1].person, ==, 1);
  g_assert_cmpint (ranks[1].last, ==, DAY (3));
  g_assert_cmpuint (ranks[2].person, ==, 2);
  g_assert_true (ranks[2].is_away);
  g_assert_cmpint (ranks[2].last, ==, AJ_DATE_NONE);
  /* The meeting itself does not count. */
  aj_rotation_rank (&year.rotation, 2, AJ_DUTY_HOST, ranks);
  g_assert_cmpuint (ranks[1].person, ==, 1);
  g_assert_cmpint (ranks[1].last, ==, aj_date_new (2025, 1, 9));
}

static void
test_swap (void)
{
  Year year;

  year_set_up (&year, 3, 4);
  year.meetings[0].taken[AJ_DUTY_CHAIR] = "a";
  year.meetings[1].taken[AJ_DUTY_CHAIR] = "b";
  year.meetings[3].taken[AJ_DUTY_CHAIR] = "a";
  year.meetings[3].is_open = FALSE;
#define CHECK(first, second) aj_rotation_check_swap (&year.rotation, AJ_DUTY_CHAIR, first, second)
  g_assert_cmpint (CHECK (0, 1), ==, AJ_SWAP_FINE);
  g_assert_cmpint (CHECK (0, 2), ==, AJ_SWAP_FINE);
  g_assert_cmpint (CHECK (2, 2), ==, AJ_SWAP_NOTHING);
  g_assert_cmpint (CHECK (0, 3), ==, AJ_SWAP_NOTHING);
  g_assert_cmpint (CHECK (1, 3), ==, AJ_SWAP_CLOSED);
  g_assert_cmpint (aj_rotation_check_swap (&year.rotation, AJ_DUTY_HOST, 0, 1), ==,
                   AJ_SWAP_NOTHING);
  year_add_absence (&year, "b", 1, 1);
  g_assert_cmpint (CHECK (0, 1), ==, AJ_SWAP_SECOND_AWAY);
  g_assert_cmpint (CHECK (1, 0), ==, AJ_SWAP_FIRST_AWAY);
  g_assert_cmpint (CHECK (1, 2), ==, AJ_SWAP_FINE);
#undef CHECK
}

static gboolean
can (const Year *self, guint meeting, guint person)
{
  return aj_date_range_contains (&self->persons[person].days, self->meetings[meeting].date) &&
         !aj_rotation_is_away (&self->rotation, self->persons[person].id,
                               self->meetings[meeting].date);
}

static guint
count_who_can (const Year *self, guint meeting)
{
  guint count = 0;

  for (guint i = 0; i < self->rotation.n_persons; i++)
    count += can (self, meeting, i) ? 1 : 0;
  return count;
}

/* What holds of every proposal, whatever the year is. */
static void
assert_sound (const Year *self, Proposals proposals)
{
  for (guint i = 0; i < self->rotation.n_meetings; i++)
    {
      const AjRotationMeeting *meeting = &self->meetings[i];
      guint n = count_who_can (self, i);
      const char *who[AJ_N_DUTIES];

      for (AjDuty duty = 0; duty < AJ_N_DUTIES; duty++)
        {
          const AjRotationProposal *one = &proposals[i][duty];

          g_assert_cmpint (one->verdict == AJ_ROTATION_TAKEN, ==, meeting->taken[duty] != NULL);
          g_assert_cmpint (one->verdict == AJ_ROTATION_PROPOSED, ==, one->person >= 0);
          g_assert_cmpint (one->person >= 0, ==,
                           meeting->taken[duty] == NULL && meeting->is_open && n > 0);
          if (one->person >= 0)
            g_assert_true (can (self, i, (guint) one->person));
          who[duty] = one->person >= 0 ? self->persons[one->person].id : meeting->taken[duty];
        }
      if (n > 1 &&
          (proposals[i][AJ_DUTY_CHAIR].person >= 0 || proposals[i][AJ_DUTY_HOST].person >= 0))
        g_assert_cmpstr (who[AJ_DUTY_CHAIR], !=, who[AJ_DUTY_HOST]);
    }
}

/* How often who does it most does it more often than who does it least. */
static guint
measure_spread (const Year *self, Proposals proposals, AjDuty duty)
{
  guint least = G_MAXUINT, most = 0;

  for (guint i = 0; i < self->rotation.n_persons; i++)
    {
      guint count = 0;

      for (guint j = 0; j < self->rotation.n_meetings; j++)
        count += proposals[j][duty].person == (int) i ? 1 : 0;
      least = MIN (least, count);
      most = MAX (most, count);
    }
  return most - least;
}

static void
shake_history (Year *self, GRand *random)
{
  for (guint i = 0; i < self->rotation.n_persons; i++)
    for (AjDuty duty = 0; duty < AJ_N_DUTIES; duty++)
      if (g_rand_boolean (random))
        self->persons[i].last[duty] = aj_date_new (2026, g_rand_int_range (random, 1, 13), 10);
}

/* When nobody is away and nothing is taken, everybody comes equally often, and who did it longest ago comes first. */
static void
test_fair (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (20261127);

  for (guint n_persons = 1; n_persons <= N_MOST; n_persons++)
    for (guint n_meetings = 1; n_meetings <= N_MOST * 2; n_meetings++)
      for (guint turn = 0; turn < 40; turn++)
        {
          Proposals proposals;
          Year year;

          year_set_up (&year, n_persons, n_meetings);
          shake_history (&year, random);
          aj_rotation_propose (&year.rotation, proposals);
          assert_sound (&year, proposals);
          g_assert_cmpuint (measure_spread (&year, proposals, AJ_DUTY_CHAIR), <=, 1);
          g_assert_cmpuint (measure_spread (&year, proposals, AJ_DUTY_HOST), <=, 1);
          for (guint i = 1; i < MIN (n_persons, n_meetings); i++)
            g_assert_cmpint (
                year.persons[proposals[i - 1][AJ_DUTY_CHAIR].person].last[AJ_DUTY_CHAIR], <=,
                year.persons[proposals[i][AJ_DUTY_CHAIR].person].last[AJ_DUTY_CHAIR]);
        }
}

static void
shake (Year *self, GRand *random)
{
  shake_history (self, random);
  for (guint i = 0; i < self->rotation.n_meetings; i++)
    {
      self->meetings[i].is_open = g_rand_int_range (random, 0, 5) > 0;
      for (AjDuty duty = 0; duty < AJ_N_DUTIES; duty++)
        if (g_rand_int_range (random, 0, 4) == 0)
          self->meetings[i].taken[duty] = ids[g_rand_int_range (random, 0, N_MOST)];
    }
  for (int i = g_rand_int_range (random, 0, N_MOST); i > 0; i--)
    {
      int first = g_rand_int_range (random, 1, 13);

      year_add_absence (self, ids[g_rand_int_range (random, 0, N_MOST)], first,
                        g_rand_int_range (random, first, 13));
    }
  for (guint i = 0; i < self->rotation.n_persons; i++)
    if (g_rand_int_range (random, 0, 4) == 0)
      self->persons[i].days.last = DAY (g_rand_int_range (random, 1, 13));
}

static void
reverse_persons (Year *self)
{
  guint n = self->rotation.n_persons;

  for (guint i = 0; i < n / 2; i++)
    {
      AjRotationPerson other = self->persons[i];

      self->persons[i] = self->persons[n - 1 - i];
      self->persons[n - 1 - i] = other;
    }
}

static void
assert_same (const Year *year, Proposals proposals, const Year *other, Proposals others)
{
  for (guint i = 0; i < year->rotation.n_meetings; i++)
    for (AjDuty duty = 0; duty < AJ_N_DUTIES; duty++)
      {
        int a = proposals[i][duty].person;
        int b = others[i][duty].person;

        g_assert_cmpint (proposals[i][duty].verdict, ==, others[i][duty].verdict);
        g_assert_cmpstr (a >= 0 ? year->persons[a].id : NULL, ==,
                         b >= 0 ? other->persons[b].id : NULL);
      }
}

/* Years with everything in them: each proposal is possible, and does not hang on the order of the persons. */
static void
test_any_year (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (20270101);

  for (guint turn = 0; turn < 4000; turn++)
    {
      Proposals proposals, again;
      Year year, other;

      year_set_up (&year, (guint) g_rand_int_range (random, 0, N_MOST + 1),
                   (guint) g_rand_int_range (random, 0, N_MOST * 2 + 1));
      shake (&year, random);
      aj_rotation_propose (&year.rotation, proposals);
      assert_sound (&year, proposals);
      other = year;
      other.rotation.persons = other.persons;
      other.rotation.absences = other.absences;
      other.rotation.meetings = other.meetings;
      reverse_persons (&other);
      aj_rotation_propose (&other.rotation, again);
      assert_same (&year, proposals, &other, again);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/planning/rotation/least-recent", test_least_recent);
  g_test_add_func ("/planning/rotation/ties", test_ties);
  g_test_add_func ("/planning/rotation/taken", test_taken);
  g_test_add_func ("/planning/rotation/away", test_away);
  g_test_add_func ("/planning/rotation/nobody", test_nobody);
  g_test_add_func ("/planning/rotation/empty", test_empty);
  g_test_add_func ("/planning/rotation/rank", test_rank);
  g_test_add_func ("/planning/rotation/swap", test_swap);
  g_test_add_func ("/planning/rotation/fair", test_fair);
  g_test_add_func ("/planning/rotation/any-year", test_any_year);
  return g_test_run ();
}
