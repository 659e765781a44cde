/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-seating.h"

#define TODAY (aj_date_new (2026, 3, 1))
#define ALWAYS                                                                                     \
  {                                                                                                \
    AJ_DATE_NONE, AJ_DATE_NONE                                                                     \
  }
#define N_MOST 5

static void
test_fits (void)
{
  static const struct
  {
    AjSeatingSeat seat;
    AjSeatingMember member;
    gboolean fits;
  } cases[] = {
    { { .kind = "education" }, { .kind = "education" }, TRUE },
    { { .kind = "education" }, { .kind = "police" }, FALSE },
    { { .kind = "education" }, { 0 }, FALSE },
    { { .kind = "education", .district = "t" }, { .kind = "education" }, FALSE },
    { { .kind = "education", .district = "t" }, { .kind = "education", .district = "t" }, TRUE },
    { { .organisation = "o" }, { .organisation = "o", .kind = "police" }, TRUE },
    { { .organisation = "o" }, { .organisation = "p" }, FALSE },
    { { .role = "chair" }, { .role = "chair" }, TRUE },
    { { .role = "chair", .kind = "police" }, { .role = "member", .kind = "police" }, FALSE },
    /* A seat with a name only is given by hand. */
    { { .id = "s" }, { .organisation = "o" }, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (aj_seating_fits (&cases[i].seat, &cases[i].member), ==, cases[i].fits);
}

/* Who could sit anywhere does not take the only place of another. */
static void
test_makes_way (void)
{
  const AjSeatingSeat seats[] = {
    { .id = "any", .kind = "education", .places = 1, .days = ALWAYS },
    { .id = "twente", .kind = "education", .district = "t", .places = 1, .days = ALWAYS },
  };
  const AjSeatingMember members[] = {
    { .kind = "education", .district = "t", .days = ALWAYS },
    { .kind = "education", .district = "t", .seat = NULL, .days = ALWAYS },
    { .kind = "education", .district = "z", .days = ALWAYS },
  };
  int taken[3];

  aj_seating_plan (seats, 2, members, 1, TODAY, taken);
  g_assert_cmpint (taken[0], ==, 1); /* what asks most comes first */
  aj_seating_plan (seats, 2, members, 2, TODAY, taken);
  g_assert_cmpint (taken[0], ==, 0);
  g_assert_cmpint (taken[1], ==, 1);
  aj_seating_plan (seats, 2, members, 3, TODAY, taken);
  g_assert_cmpint (taken[0] + taken[1], ==, 1);
  g_assert_cmpint (taken[2], ==, AJ_SEATING_NO_SEAT);
}

static void
test_given (void)
{
  const AjSeatingSeat seats[] = {
    { .id = "police", .kind = "police", .places = 1, .days = ALWAYS },
    { .id = "named", .places = 1, .days = ALWAYS },
    { .id = "past", .kind = "police", .places = 1, .days = { AJ_DATE_NONE, 0 } },
  };
  const AjSeatingMember members[] = {
    { .kind = "police", .days = ALWAYS },
    { .seat = "police", .kind = "education", .days = ALWAYS },
    { .seat = "police", .days = ALWAYS },
    { .seat = "named", .days = ALWAYS },
    { .seat = "past", .kind = "police", .days = ALWAYS },
    { .seat = "of another group", .days = ALWAYS },
  };
  static const int expected[] = { AJ_SEATING_NO_SEAT, 0, 0, 1, AJ_SEATING_NO_SEAT,
                                  AJ_SEATING_NO_SEAT };
  int taken[6];

  aj_seating_plan (seats, 3, members, 6, TODAY, taken);
  for (guint i = 0; i < 6; i++)
    g_assert_cmpint (taken[i], ==, expected[i]);
  for (guint i = 0; i < 3; i++)
    g_assert_cmpuint (aj_seating_count_empty (seats, i, taken, 6, TODAY), ==, 0);
}

/* The first and the last day count. */
static void
test_edges (void)
{
  AjDate first = aj_date_new (2026, 3, 1), last = aj_date_new (2026, 3, 31);
  const AjSeatingSeat seat = { .id = "s", .kind = "police", .places = 2, .days = { first, last } };
  const AjSeatingMember member = { .kind = "police", .days = { first, last } };
  const AjSeatingMember one_day = { .kind = "police", .days = { first, first } };
  const struct
  {
    const AjSeatingMember *member;
    AjDate date;
    int taken;
    guint n_empty;
  } cases[] = {
    { &member, first - 1, AJ_SEATING_AWAY, 0 },
    { &member, first, 0, 1 },
    { &member, last, 0, 1 },
    { &member, last + 1, AJ_SEATING_AWAY, 0 },
    { &one_day, first, 0, 1 },
    { &one_day, first + 1, AJ_SEATING_AWAY, 2 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      int taken;

      aj_seating_plan (&seat, 1, cases[i].member, 1, cases[i].date, &taken);
      g_assert_cmpint (taken, ==, cases[i].taken);
      g_assert_cmpuint (aj_seating_count_empty (&seat, 0, &taken, 1, cases[i].date), ==,
                        cases[i].n_empty);
    }
}

static void
test_nothing (void)
{
  const AjSeatingSeat seat = { .id = "s", .kind = "police", .places = 3, .days = ALWAYS };
  const AjSeatingMember member = { .days = ALWAYS };
  int taken = 7;

  aj_seating_plan (NULL, 0, NULL, 0, TODAY, NULL);
  aj_seating_plan (NULL, 0, &member, 1, TODAY, &taken);
  g_assert_cmpint (taken, ==, AJ_SEATING_NO_SEAT);
  g_assert_cmpuint (aj_seating_count_empty (&seat, 0, NULL, 0, TODAY), ==, 3);
}

/* The most members that any way of placing them seats. */
static guint
count_best (const AjSeatingSeat *seats,
            guint n_seats,
            const AjSeatingMember *members,
            guint n_members,
            guint member,
            guint *left)
{
  guint best;

  if (member == n_members)
    return 0;
  best = count_best (seats, n_seats, members, n_members, member + 1, left);
  for (guint i = 0; i < n_seats; i++)
    if (left[i] > 0 && aj_seating_fits (&seats[i], &members[member]))
      {
        guint found;

        left[i]--;
        found = 1 + count_best (seats, n_seats, members, n_members, member + 1, left);
        left[i]++;
        best = MAX (best, found);
      }
  return best;
}

static const char *
pick (GRand *rand, const char *const *words)
{
  return words[g_rand_int_range (rand, 0, 3)];
}

static void
check_case (GRand *rand)
{
  static const char *const kinds[] = { NULL, "police", "education" };
  static const char *const districts[] = { NULL, "t", "z" };
  static const char *const organisations[] = { NULL, "saxion", "unit" };
  AjSeatingSeat seats[N_MOST] = { 0 };
  AjSeatingMember members[N_MOST + 1] = { 0 };
  guint left[N_MOST], n_seats = (guint) g_rand_int_range (rand, 0, N_MOST);
  guint n_members = (guint) g_rand_int_range (rand, 0, N_MOST + 1), seated = 0;
  int taken[N_MOST + 1], again[N_MOST + 1];

  for (guint i = 0; i < n_seats; i++)
    {
      seats[i] = (AjSeatingSeat){ .kind = pick (rand, kinds),
                                  .district = pick (rand, districts),
                                  .organisation = pick (rand, organisations),
                                  .places = left[i] = (guint) g_rand_int_range (rand, 1, 3),
                                  .days = ALWAYS };
    }
  for (guint i = 0; i < n_members; i++)
    members[i] = (AjSeatingMember){ .kind = pick (rand, kinds),
                                    .district = pick (rand, districts),
                                    .organisation = pick (rand, organisations),
                                    .days = ALWAYS };
  aj_seating_plan (seats, n_seats, members, n_members, TODAY, taken);
  aj_seating_plan (seats, n_seats, members, n_members, TODAY, again);
  for (guint i = 0; i < n_members; i++)
    {
      g_assert_cmpint (taken[i], ==, again[i]);
      if (taken[i] < 0)
        continue;
      g_assert_true (aj_seating_fits (&seats[taken[i]], &members[i]));
      seated++;
    }
  for (guint i = 0; i < n_seats; i++)
    {
      guint n_here = 0;

      for (guint j = 0; j < n_members; j++)
        n_here += taken[j] == (int) i ? 1 : 0;
      g_assert_cmpuint (n_here, <=, seats[i].places);
      g_assert_cmpuint (aj_seating_count_empty (seats, i, taken, n_members, TODAY), ==,
                        seats[i].places - n_here);
    }
  g_assert_cmpuint (seated, ==, count_best (seats, n_seats, members, n_members, 0, left));
}

static void
test_against_every_way (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (20260301);

  for (guint i = 0; i < 3000; i++)
    check_case (rand);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/seating/fits", test_fits);
  g_test_add_func ("/seating/makes-way", test_makes_way);
  g_test_add_func ("/seating/given", test_given);
  g_test_add_func ("/seating/edges", test_edges);
  g_test_add_func ("/seating/nothing", test_nothing);
  g_test_add_func ("/seating/against-every-way", test_against_every_way);
  return g_test_run ();
}
