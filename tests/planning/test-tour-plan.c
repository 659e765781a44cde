/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "aj-tour-plan.h"
#include "aj-working-days.h"

#define SEED     20270104
#define N_RANDOM 60

/* Towns of the register, about. */
static const AjTourStop towns[] = {
  { { TRUE, 52.255, 6.160 },
    { AJ_DATE_NONE, AJ_DATE_NONE },
    NULL,
    0,
    AJ_DATE_NONE,
    AJ_DATE_NONE,
    FALSE }, /* Deventer */
  { { TRUE, 52.222, 6.894 },
    { AJ_DATE_NONE, AJ_DATE_NONE },
    NULL,
    0,
    AJ_DATE_NONE,
    AJ_DATE_NONE,
    FALSE }, /* Enschede */
  { { TRUE, 52.512, 6.094 },
    { AJ_DATE_NONE, AJ_DATE_NONE },
    NULL,
    0,
    AJ_DATE_NONE,
    AJ_DATE_NONE,
    FALSE }, /* Zwolle */
  { { TRUE, 51.984, 5.899 },
    { AJ_DATE_NONE, AJ_DATE_NONE },
    NULL,
    0,
    AJ_DATE_NONE,
    AJ_DATE_NONE,
    FALSE }, /* Arnhem */
  { { TRUE, 51.843, 5.855 },
    { AJ_DATE_NONE, AJ_DATE_NONE },
    NULL,
    0,
    AJ_DATE_NONE,
    AJ_DATE_NONE,
    FALSE }, /* Nijmegen */
  { { TRUE, 52.211, 5.970 },
    { AJ_DATE_NONE, AJ_DATE_NONE },
    NULL,
    0,
    AJ_DATE_NONE,
    AJ_DATE_NONE,
    FALSE }, /* Apeldoorn */
  { { TRUE, 52.357, 6.664 },
    { AJ_DATE_NONE, AJ_DATE_NONE },
    NULL,
    0,
    AJ_DATE_NONE,
    AJ_DATE_NONE,
    FALSE }, /* Almelo */
};

static const AjTourTerms plain = {
  .days = 5,
  .transport_days = 1,
  .home = { TRUE, 52.255, 6.160 },
};

static AjTourTerms
make_terms (int year, int month, int day)
{
  AjTourTerms terms = plain;

  terms.starts_on = aj_date_new (year, month, day);
  return terms;
}

static void
test_distance (void)
{
  AjTourPlace nowhere = { FALSE, 0, 0 };
  double deventer_zwolle = aj_tour_distance (&towns[0].place, &towns[2].place);

  /* 29 km as the crow flies. */
  g_assert_cmpfloat_with_epsilon (deventer_zwolle, 29, 1);
  g_assert_cmpfloat (deventer_zwolle, ==, aj_tour_distance (&towns[2].place, &towns[0].place));
  g_assert_cmpfloat (aj_tour_distance (&towns[0].place, &towns[0].place), ==, 0);
  g_assert_cmpfloat (aj_tour_distance (&towns[0].place, &nowhere), ==, 0);
}

/* Each stop from a working day on, transport between, free days and wishes kept. */
static void
assert_plan_holds (const AjTourPlan *plan,
                   const AjTourTerms *terms,
                   const AjTourStop *stops,
                   guint n_stops)
{
  g_autofree gboolean *seen = g_new0 (gboolean, n_stops);
  AjDate earliest = terms->starts_on;
  guint n_missed = 0;

  g_assert_cmpuint (plan->legs->len, ==, n_stops);
  for (guint i = 0; i < n_stops; i++)
    {
      const AjTourLeg *leg = &g_array_index (plan->legs, AjTourLeg, i);
      const AjTourStop *stop = &stops[leg->stop];

      g_assert_false (seen[leg->stop]);
      seen[leg->stop] = TRUE;
      g_assert_true (aj_date_is_working_day (leg->days.first));
      g_assert_cmpint (leg->days.last, ==,
                       aj_date_next_working_day (leg->days.first + terms->days - 1));
      g_assert_cmpint (leg->days.first, >=, earliest);
      for (guint k = 0; stop->avoid != NULL && k < stop->avoid->len; k++)
        g_assert_false (
            aj_date_range_overlaps (&g_array_index (stop->avoid, AjDateRange, k), &leg->days));
      if (leg->as_asked)
        {
          g_assert_true (stop->asked.first == AJ_DATE_NONE || leg->days.first >= stop->asked.first);
          g_assert_true (stop->asked.last == AJ_DATE_NONE ||
                         leg->days.first + terms->days - 1 <= stop->asked.last);
        }
      n_missed += leg->as_asked ? 0 : 1;
      earliest = aj_date_add_working_days (leg->days.last, terms->transport_days) + 1;
    }
  g_assert_cmpuint (plan->n_missed, ==, n_missed);
}

static gboolean
is_better (const AjTourPlan *a, const AjTourPlan *b)
{
  if (a->n_missed != b->n_missed)
    return a->n_missed < b->n_missed;
  return a->kilometres < b->kilometres - 1e-6;
}

/* The best of all orders, each made by itself. (transfer full) (nullable) */
static AjTourPlan *
try_all (const AjTourTerms *terms, AjTourStop *stops, guint n_stops, guint fixed)
{
  AjTourPlan *best = NULL;

  if (fixed == n_stops)
    return aj_tour_plan_in_order (terms, stops, n_stops);
  for (guint i = fixed; i < n_stops; i++)
    {
      AjTourStop kept = stops[fixed];
      AjTourPlan *plan;

      stops[fixed] = stops[i];
      stops[i] = kept;
      plan = try_all (terms, stops, n_stops, fixed + 1);
      stops[i] = stops[fixed];
      stops[fixed] = kept;
      if (plan != NULL && (best == NULL || is_better (plan, best)))
        {
          g_clear_pointer (&best, aj_tour_plan_free);
          best = plan;
        }
      else
        g_clear_pointer (&plan, aj_tour_plan_free);
    }
  return best;
}

static void
fill_random (GRand *random, const AjTourTerms *terms, AjTourStop *stops, guint n_stops)
{
  for (guint i = 0; i < n_stops; i++)
    {
      stops[i] = (AjTourStop){ { g_rand_int_range (random, 0, 10) > 0,
                                 g_rand_double_range (random, 51.7, 52.9),
                                 g_rand_double_range (random, 5.0, 7.1) },
                               { AJ_DATE_NONE, AJ_DATE_NONE },
                               NULL,
                               0,
                               AJ_DATE_NONE,
                               AJ_DATE_NONE,
                               FALSE };
      if (g_rand_int_range (random, 0, 3) == 0)
        {
          stops[i].asked.first = terms->starts_on + g_rand_int_range (random, 0, 60);
          stops[i].asked.last = stops[i].asked.first + g_rand_int_range (random, 0, 21);
        }
    }
}

static void
test_brute_force (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (SEED);
  g_autoptr (GArray) summer = g_array_new (FALSE, FALSE, sizeof (AjDateRange));
  AjDateRange holiday = { aj_date_new (2027, 2, 20), aj_date_new (2027, 2, 28) };
  AjTourTerms terms = make_terms (2027, 1, 4);

  g_array_append_val (summer, holiday);
  for (guint i = 0; i < N_RANDOM; i++)
    {
      guint n_stops = (guint) g_rand_int_range (random, 1, 6);
      AjTourStop stops[6];
      g_autoptr (AjTourPlan) plan = NULL;
      g_autoptr (AjTourPlan) best = NULL;

      fill_random (random, &terms, stops, n_stops);
      for (guint k = 0; k < n_stops; k++)
        stops[k].avoid = k % 2 == 0 ? summer : NULL;
      plan = aj_tour_plan_make (&terms, stops, n_stops);
      g_assert_nonnull (plan);
      assert_plan_holds (plan, &terms, stops, n_stops);
      best = try_all (&terms, stops, n_stops, 0);
      g_assert_cmpuint (plan->n_missed, ==, best->n_missed);
      g_assert_cmpfloat_with_epsilon (plan->kilometres, best->kilometres, 1e-6);
    }
}

/* Of many there is no looking at every order; what comes out holds, and no exchange of two makes it better. */
static void
test_many (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (SEED + 1);
  AjTourTerms terms = make_terms (2027, 1, 4);
  AjTourStop stops[14];
  AjTourStop ordered[14];
  g_autoptr (AjTourPlan) plan = NULL;

  fill_random (random, &terms, stops, G_N_ELEMENTS (stops));
  plan = aj_tour_plan_make (&terms, stops, G_N_ELEMENTS (stops));
  g_assert_nonnull (plan);
  assert_plan_holds (plan, &terms, stops, G_N_ELEMENTS (stops));
  for (guint i = 0; i < G_N_ELEMENTS (stops); i++)
    ordered[i] = stops[g_array_index (plan->legs, AjTourLeg, i).stop];
  for (guint i = 0; i + 1 < G_N_ELEMENTS (stops); i++)
    {
      AjTourStop kept = ordered[i];
      g_autoptr (AjTourPlan) other = NULL;

      ordered[i] = ordered[i + 1];
      ordered[i + 1] = kept;
      other = aj_tour_plan_in_order (&terms, ordered, G_N_ELEMENTS (stops));
      g_assert_false (other != NULL && is_better (other, plan));
      ordered[i + 1] = ordered[i];
      ordered[i] = kept;
    }
}

/* Round by the short way: not to and fro. */
static void
test_short_way (void)
{
  AjTourTerms terms = make_terms (2027, 1, 4);
  g_autoptr (AjTourPlan) plan = aj_tour_plan_make (&terms, towns, G_N_ELEMENTS (towns));
  g_autoptr (AjTourPlan) as_given = aj_tour_plan_in_order (&terms, towns, G_N_ELEMENTS (towns));

  g_assert_cmpfloat (plan->kilometres, <, as_given->kilometres * 0.8);
  assert_plan_holds (plan, &terms, towns, G_N_ELEMENTS (towns));
}

static void
test_dates (void)
{
  /* From Thursday before Easter: five days from Thursday on, a working day for the van, and on. */
  AjTourTerms terms = make_terms (2027, 3, 25);
  g_autoptr (AjTourPlan) plan = aj_tour_plan_in_order (&terms, towns, 3);
  static const char *const expected[] = { "2027-03-25", "2027-04-01", "2027-04-07" };

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_autofree char *first = aj_date_to_iso (g_array_index (plan->legs, AjTourLeg, i).days.first);

      g_assert_cmpstr (first, ==, expected[i]);
    }
}

static void
test_wishes (void)
{
  AjTourTerms terms = make_terms (2027, 1, 4);
  AjTourStop stops[2] = { towns[0], towns[1] };
  g_autoptr (AjTourPlan) plan = NULL;
  g_autoptr (AjTourPlan) impossible = NULL;

  /* Enschede asked for the first week, Deventer for week 5: they wait for their turn. */
  stops[1].asked = (AjDateRange){ aj_date_new (2027, 1, 4), aj_date_new (2027, 1, 8) };
  stops[0].asked = (AjDateRange){ aj_date_new (2027, 2, 1), aj_date_new (2027, 2, 7) };
  plan = aj_tour_plan_make (&terms, stops, 2);
  g_assert_cmpuint (plan->n_missed, ==, 0);
  g_assert_cmpuint (g_array_index (plan->legs, AjTourLeg, 0).stop, ==, 1);
  g_assert_cmpint (g_array_index (plan->legs, AjTourLeg, 1).days.first, ==,
                   aj_date_new (2027, 2, 1));

  /* Both want the same week: one of them cannot have it, and is not sent away. */
  stops[0].asked = stops[1].asked;
  impossible = aj_tour_plan_make (&terms, stops, 2);
  g_assert_cmpuint (impossible->n_missed, ==, 1);
  g_assert_cmpint (g_array_index (impossible->legs, AjTourLeg, 1).days.first, ==,
                   aj_date_new (2027, 1, 12));
}

/* Days on which it is lent are gone, with the journey; broken until further notice, no tour can be made. */
static void
test_taken (void)
{
  AjTourTerms terms = make_terms (2027, 1, 4);
  g_autoptr (GArray) taken = g_array_new (FALSE, FALSE, sizeof (AjDateRange));
  AjDateRange lent = { aj_date_new (2027, 1, 6), aj_date_new (2027, 1, 13) };
  AjDateRange broken = { aj_date_new (2027, 1, 1), AJ_DATE_NONE };
  g_autoptr (AjTourPlan) plan = NULL;

  terms.taken = taken;
  g_array_append_val (taken, lent);
  plan = aj_tour_plan_make (&terms, towns, 1);
  /* The day after it is back it is brought, and then it is there. */
  g_assert_cmpint (g_array_index (plan->legs, AjTourLeg, 0).days.first, ==,
                   aj_date_new (2027, 1, 15));
  g_array_append_val (taken, broken);
  g_assert_null (aj_tour_plan_make (&terms, towns, 1));
}

static void
add_range (GArray *ranges, AjDate first, AjDate last)
{
  AjDateRange range = { first, last };

  g_array_append_val (ranges, range);
}

/* Each says why it is no sooner, and nothing when it is as soon as it was brought there. */
static void
test_waits (void)
{
  AjTourTerms terms = make_terms (2027, 1, 4);
  g_autoptr (GArray) taken = g_array_new (FALSE, FALSE, sizeof (AjDateRange));
  g_autoptr (GArray) holidays = g_array_new (FALSE, FALSE, sizeof (AjDateRange));
  AjTourStop stops[4] = { towns[0], towns[1], towns[2], towns[3] };
  static const struct
  {
    AjTourWait wait;
    const char *first, *obstacle;
    gboolean as_asked;
  } expected[] = {
    { AJ_TOUR_WAIT_NONE, "2027-01-04", NULL, TRUE },
    { AJ_TOUR_WAIT_TAKEN, "2027-01-22", "2027-01-12", TRUE },
    { AJ_TOUR_WAIT_ASKED, "2027-02-08", "2027-02-08", TRUE },
    /* That week is a holiday there: this, and not what comes of it, is why it is not then. */
    { AJ_TOUR_WAIT_AVOIDED, "2027-03-01", "2027-02-20", FALSE },
  };
  g_autoptr (AjTourPlan) plan = NULL;

  add_range (taken, aj_date_new (2027, 1, 12), aj_date_new (2027, 1, 20));
  add_range (holidays, aj_date_new (2027, 2, 20), aj_date_new (2027, 2, 28));
  terms.taken = taken;
  stops[2].asked = (AjDateRange){ aj_date_new (2027, 2, 8), aj_date_new (2027, 2, 14) };
  stops[3].asked = (AjDateRange){ aj_date_new (2027, 2, 22), aj_date_new (2027, 2, 28) };
  stops[3].avoid = holidays;
  plan = aj_tour_plan_in_order (&terms, stops, G_N_ELEMENTS (stops));
  g_assert_nonnull (plan);
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      const AjTourLeg *leg = &g_array_index (plan->legs, AjTourLeg, i);
      g_autofree char *first = aj_date_to_iso (leg->days.first);
      g_autofree char *obstacle = leg->wait != AJ_TOUR_WAIT_NONE
                                      ? aj_date_to_iso (leg->obstacle.first)
                                      : NULL;

      g_test_message ("stop %u", i);
      g_assert_cmpint (leg->wait, ==, expected[i].wait);
      g_assert_cmpstr (first, ==, expected[i].first);
      g_assert_cmpstr (obstacle, ==, expected[i].obstacle);
      g_assert_cmpint (leg->as_asked, ==, expected[i].as_asked);
    }
}

/* What is not waited for is told to be missed; a day that is preferred within the week counts only there. */
static void
test_at_once (void)
{
  AjTourTerms terms = make_terms (2027, 1, 4);
  AjTourStop stop = towns[0];
  static const struct
  {
    gboolean at_once;
    int prefers; /* of January; 0: none */
    const char *first;
    gboolean as_asked;
  } cases[] = {
    { FALSE, 0, "2027-01-11", TRUE },
    { FALSE, 12, "2027-01-12", TRUE },
    /* From there on it would not be done in that week, and before it it may not. */
    { FALSE, 14, "2027-01-06", FALSE },
    { TRUE, 0, "2027-01-06", FALSE },
  };

  stop.asked = (AjDateRange){ aj_date_new (2027, 1, 11), aj_date_new (2027, 1, 17) };
  stop.not_before = aj_date_new (2027, 1, 6);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (AjTourPlan) plan = NULL;
      g_autofree char *first = NULL;

      stop.at_once = cases[i].at_once;
      stop.prefers = cases[i].prefers > 0 ? aj_date_new (2027, 1, cases[i].prefers) : AJ_DATE_NONE;
      plan = aj_tour_plan_in_order (&terms, &stop, 1);
      first = aj_date_to_iso (g_array_index (plan->legs, AjTourLeg, 0).days.first);
      g_assert_cmpstr (first, ==, cases[i].first);
      g_assert_cmpint (g_array_index (plan->legs, AjTourLeg, 0).as_asked, ==, cases[i].as_asked);
      g_assert_cmpuint (plan->n_missed, ==, cases[i].as_asked ? 0 : 1);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/tour-plan/distance", test_distance);
  g_test_add_func ("/tour-plan/brute-force", test_brute_force);
  g_test_add_func ("/tour-plan/many", test_many);
  g_test_add_func ("/tour-plan/short-way", test_short_way);
  g_test_add_func ("/tour-plan/dates", test_dates);
  g_test_add_func ("/tour-plan/wishes", test_wishes);
  g_test_add_func ("/tour-plan/taken", test_taken);
  g_test_add_func ("/tour-plan/waits", test_waits);
  g_test_add_func ("/tour-plan/at-once", test_at_once);
  return g_test_run ();
}
