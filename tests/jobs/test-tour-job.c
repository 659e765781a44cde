/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Tours of a thing along municipalities: planned, with why each stop stands where it stands, and stored as one edit. */
#include <string.h>

#include "aj-field.h"
#include "aj-reference.h"
#include "aj-tour-doubt.h"
#include "aj-tour-reason.h"
#include "aj-tour-world.h"

static void
test_plan (TourWorld *self, gconstpointer data)
{
  g_autoptr (AjRolloutFacts) facts = tour_load (self);
  g_autoptr (AjTourPlan) best = NULL;
  g_autoptr (AjTourPlan) given = NULL;

  tour_wish (self, self->hengelo, NULL);
  tour_wish (self, self->deventer, NULL);
  tour_wish (self, self->rijssen, NULL);
  best = tour_plan (self, facts);
  /* There along the line, and back as far: either way round is as short, and so done as early. */
  g_assert_cmpfloat_with_epsilon (best->kilometres, 111.6, 0.5);
  g_assert_cmpuint (best->n_missed, ==, 0);
  self->request.as_given = TRUE;
  given = tour_plan (self, facts);
  /* Monday to Wednesday, a day on the way, Friday; the weekend is in its days, and it is fetched on a working day. */
  g_assert_cmpint (g_array_index (given->legs, AjTourLeg, 1).days.last, ==,
                   aj_date_new (2026, 3, 9));
  tour_assert_plan (self, facts, given,
                    "Hengelo 2026-03-02, Deventer 2026-03-06, Rijssen-Holten 2026-03-11");
  g_assert_cmpfloat (given->kilometres, >, best->kilometres);
  g_assert_true (aj_tour_job_knows_holidays (facts, self->holidays, &self->request, given));
}

static void
test_wishes (TourWorld *self, gconstpointer data)
{
  g_autoptr (AjRolloutFacts) facts = tour_load (self);
  g_autoptr (AjTourPlan) thought_out = NULL;

  tour_wish (self, self->hengelo, "2026-03-16");
  tour_wish (self, self->deventer, "2026-03-02");
  tour_wish (self, self->rijssen, "2026-01-05"); /* over by then */
  thought_out = tour_plan (self, facts);
  g_assert_cmpuint (thought_out->n_missed, ==, 1);
  tour_assert_plan (self, facts, thought_out,
                    "Deventer 2026-03-02, Rijssen-Holten 2026-03-06, Hengelo 2026-03-16");
}

/* The school holidays of where it stands, the public ones everywhere, and over the end of a year. */
static void
test_holidays (TourWorld *self, gconstpointer data)
{
  static const struct
  {
    const char *region, *starts_on;
    int days;
    gboolean in_holidays;
    const char *expected;
  } cases[] = {
    /* The spring holiday of the north is from 21 February to 1 March 2026, of the south from the 14th to the 22nd. */
    { "noord", "2026-02-16", 5, FALSE, "2026-02-16" },
    { "noord", "2026-02-17", 5, FALSE, "2026-03-02" },
    { "noord", "2026-02-17", 5, TRUE, "2026-02-17" },
    { "zuid", "2026-02-16", 5, FALSE, "2026-02-23" },
    /* Who does not say where it belongs counts for all. */
    { NULL, "2026-02-16", 5, FALSE, "2026-03-02" },
    /* Easter Monday is 6 April. */
    { "noord", "2026-04-02", 5, FALSE, "2026-04-07" },
    /* Christmas until 3 January 2027. */
    { "noord", "2026-12-17", 3, FALSE, "2027-01-04" },
    /* The clocks change on 29 March and on 25 October: days stay days. */
    { "noord", "2026-03-27", 5, FALSE, "2026-03-27" },
    { "noord", "2026-10-23", 4, FALSE, "2026-10-23" },
  };

  tour_wish (self, self->deventer, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (AjRolloutFacts) facts = NULL;
      g_autoptr (AjTourPlan) thought_out = NULL;
      g_autofree char *expected = g_strconcat ("Deventer ", cases[i].expected, NULL);

      fixture_set (&self->base, "municipality", self->deventer, "school-region", cases[i].region,
                   NULL);
      g_assert_true (aj_date_parse_iso (cases[i].starts_on, &self->request.starts_on));
      self->request.days = cases[i].days;
      self->request.in_holidays = cases[i].in_holidays;
      facts = tour_load (self);
      thought_out = tour_plan (self, facts);
      tour_assert_plan (self, facts, thought_out, expected);
    }
}

/* As much as the one that asks for more lies between two, and no more: what is planned is what the store takes. */
static void
test_taken (TourWorld *self, gconstpointer data)
{
  static const struct
  {
    const char *transport_of_other, *expected;
  } cases[] = {
    /* The other is there from Thursday 5 to Friday 6 March, so Monday to Wednesday would leave no day to bring it. */
    { "0", "2026-03-10" },
    { "1", "2026-03-10" },
    { "2", "2026-03-11" },
  };

  tour_wish (self, self->deventer, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const char *other = fixture_add (&self->base, "loan", "material", self->bike, "municipality",
                                       self->hengelo, "from", "2026-03-05", "until", "2026-03-06",
                                       "transport-before", cases[i].transport_of_other,
                                       "transport-after", cases[i].transport_of_other, NULL);
      g_autofree char *expected = g_strconcat ("Deventer ", cases[i].expected, NULL);
      g_autofree char *tour = tour_make (self);

      tour_assert_stored (self, tour, expected);
      while (fixture_count (&self->base, "loan") > 1)
        {
          g_autoptr (AjRecord) loan = fixture_find (&self->base, "loan", "tour", tour);

          fixture_remove (&self->base, "loan", aj_record_get_id (loan));
        }
      fixture_remove (&self->base, "tour", tour);
      fixture_remove (&self->base, "loan", other);
    }
}

/* For repair until further notice, or gone for good: said which, and nothing planned. */
static void
test_never (TourWorld *self, gconstpointer data)
{
  const char *away = fixture_add (&self->base, "loan", "material", self->bike, "kind", "away",
                                  "from", "2026-02-01", NULL);

  tour_wish (self, self->deventer, NULL);
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (AjRolloutFacts) facts = tour_load (self);
      g_autoptr (GError) error = NULL;

      g_assert_null (aj_tour_job_plan (facts, self->holidays, &self->request, &error));
      g_assert_error (error, AJ_MODEL_ERROR, AJ_MODEL_ERROR_RULE);
      g_assert_nonnull (strstr (error->message, i == 0 ? "is away from 1 February 2026"
                                                       : "is there until 28 February 2026"));
      fixture_set (&self->base, "loan", away, "state", "cancelled", NULL);
      fixture_set (&self->base, "material", self->bike, "until", "2026-02-28", NULL);
    }
}

static void
assert_refused (TourWorld *self, const char *reason)
{
  g_autoptr (AjRolloutFacts) facts = tour_load (self);
  g_autoptr (GError) error = NULL;

  g_assert_null (aj_tour_job_plan (facts, self->holidays, &self->request, &error));
  g_assert_error (error, AJ_MODEL_ERROR, AJ_MODEL_ERROR_RULE);
  g_assert_nonnull (strstr (error->message, reason));
}

/* What was asked about is not there any more; and no thing is brought before there are days. */
static void
test_refused (TourWorld *self, gconstpointer data)
{
  static const char *const days[] = { "0001-01-01", "1899-12-31", "9991-01-01", "9999-12-30" };

  tour_wish (self, self->deventer, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      g_assert_true (aj_date_parse_iso (days[i], &self->request.starts_on));
      assert_refused (self, "between 1900 and 9990");
    }
  self->request.starts_on = aj_date_new (2026, 3, 2);
  tour_wish (self, "nowhere", NULL);
  assert_refused (self, "A municipality that it goes to is not there any more.");
  self->request.material = "nothing";
  assert_refused (self, "What goes round is not there any more.");
}

static void
test_make (TourWorld *self, gconstpointer data)
{
  g_autofree char *tour = NULL;
  g_autoptr (AjRecord) record = NULL;
  g_autoptr (AjRecord) stop = NULL;
  g_autoptr (GError) error = NULL;
  const char *person = fixture_add (&self->base, "person", "name", "Anna Smit", NULL);
  const char *game = fixture_add (&self->base, "intervention", "name", "Game", NULL);
  const char *rollout = fixture_add (&self->base, "rollout", "intervention", game, "municipality",
                                     self->deventer, NULL);

  fixture_set (&self->base, "material", self->bike, "intervention", game, NULL);
  fixture_add (&self->base, "loan", "material", self->bike, "municipality", self->deventer, "from",
               "2026-02-02", "until", "2026-02-03", "place", "Library", "contact", person, NULL);
  tour_wish (self, self->deventer, NULL);
  tour_wish (self, self->hengelo, NULL);
  tour = tour_make (self);
  record = fixture_find (&self->base, "tour", "material", self->bike);
  g_assert_cmpstr (aj_record_get_text (record, "name"), ==, "Cargo bike from 2 March 2026");
  g_assert_cmpstr (aj_record_get_text (record, "starts-on"), ==, "2026-03-02");
  g_assert_cmpint (fixture_count (&self->base, "loan"), ==, 3);
  tour_assert_stored (self, tour, "Deventer 2026-03-02, Hengelo 2026-03-06");
  stop = fixture_find (&self->base, "loan", "tour", tour);
  g_assert_cmpstr (aj_record_get_text (stop, "place"), ==, "Library");
  g_assert_cmpstr (aj_record_get_text (stop, "contact"), ==, person);
  g_assert_cmpstr (aj_record_get_text (stop, "rollout"), ==, rollout);
  g_assert_true (aj_store_undo (self->base.store, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpint (fixture_count (&self->base, "loan"), ==, 1);
  g_assert_cmpint (fixture_count (&self->base, "tour"), ==, 0);
}

/* Two who plan at once: the second is told, and nothing of theirs is stored. */
static void
test_two_writers (TourWorld *self, gconstpointer data)
{
  g_autoptr (AjRolloutFacts) facts = tour_load (self);
  g_autoptr (AjTourPlan) thought_out = NULL;
  g_autoptr (AjEdit) first = NULL;
  g_autoptr (AjEdit) second = NULL;
  g_autoptr (GError) error = NULL;

  tour_wish (self, self->deventer, NULL);
  tour_wish (self, self->hengelo, NULL);
  thought_out = tour_plan (self, facts);
  first = aj_tour_job_make (self->base.store, facts, &self->request, thought_out, NULL);
  second = aj_tour_job_make (self->base.store, facts, &self->request, thought_out, NULL);
  tour_commit (first);
  g_assert_false (aj_edit_commit (second, &error));
  g_assert_error (error, AJ_MODEL_ERROR, AJ_MODEL_ERROR_RULE);
  g_test_message ("%s", error->message);
  g_assert_nonnull (strstr (error->message, "is taken from "));
  g_assert_cmpint (fixture_count (&self->base, "tour"), ==, 1);
  g_assert_cmpint (fixture_count (&self->base, "loan"), ==, 2);
}

/* What was asked is kept of a tour, and undone with it. */
static void
test_asked (TourWorld *self, gconstpointer data)
{
  g_autofree char *tour = NULL;
  g_autoptr (AjRecord) asked = NULL;
  g_autoptr (AjRecord) open = NULL;

  tour_wish (self, self->deventer, NULL);
  tour_wish (self, self->hengelo, "2026-03-16");
  g_array_index (self->wishes, AjTourWish, 1).asked.last += 7;
  tour = tour_make (self);
  asked = fixture_find (&self->base, "loan", "municipality", self->hengelo);
  open = fixture_find (&self->base, "loan", "municipality", self->deventer);
  g_assert_cmpstr (aj_record_get_text (asked, "asked-week"), ==, "2026-W12/2026-W13");
  g_assert_cmpstr (aj_record_get_text (open, "asked-week"), ==, NULL);
}

/* Each stop says why it is no sooner. */
static void
test_reasons (TourWorld *self, gconstpointer data)
{
  static const struct
  {
    const char *starts_on, *week;
    const char *reason; /* NULL: nothing is in the way */
    const char *code;
  } cases[] = {
    { "2026-03-02", NULL, NULL, NULL },
    { "2026-03-02", "2026-03-02", NULL, NULL },
    { "2026-03-02", "2026-03-16", "Waits for week 12, as asked", "asked-week" },
    { "2026-02-19", NULL, "Not in a school holiday: voorjaarsvakantie Noord", "school-holiday" },
    { "2026-02-12", "2026-02-23",
      "Not in the time asked for: week 9 · Not in a school holiday: voorjaarsvakantie Noord",
      "school-holiday" },
    { "2026-04-02", NULL, "Not on a public holiday: Easter Monday", "public-holiday" },
    { "2026-05-11", NULL, "With Hengelo until 15 May", "taken" },
    { "2026-06-01", NULL, "Damaged or away until 5 June", "taken" },
    { "2026-03-02", "2026-01-05", "Not in the time asked for: week 2", NULL },
    { "2025-12-01", NULL, "Not there before 10 January 2026", "taken" },
  };

  fixture_set (&self->base, "material", self->bike, "from", "2026-01-10", NULL);
  fixture_add (&self->base, "loan", "material", self->bike, "municipality", self->hengelo, "from",
               "2026-05-11", "until", "2026-05-15", NULL);
  fixture_add (&self->base, "loan", "material", self->bike, "kind", "away", "from", "2026-06-01",
               "until", "2026-06-05", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (AjRolloutFacts) facts = tour_load (self);
      g_autoptr (AjTourPlan) thought_out = NULL;
      g_autofree char *reason = NULL;
      const AjTourLeg *leg;

      g_array_set_size (self->wishes, 0);
      tour_wish (self, self->deventer, cases[i].week);
      g_assert_true (aj_date_parse_iso (cases[i].starts_on, &self->request.starts_on));
      thought_out = tour_plan (self, facts);
      leg = &g_array_index (thought_out->legs, AjTourLeg, 0);
      reason = aj_tour_reason_describe (facts, self->holidays, self->bike, self->request.wishes,
                                        leg);
      g_assert_cmpstr (reason, ==, cases[i].reason);
      g_assert_cmpstr (aj_tour_reason_get_code (leg), ==, cases[i].code);
    }
}

static void
assert_doubt (TourWorld *self, const char *expected, const char *expected_proposal)
{
  g_autoptr (AjRolloutFacts) facts = tour_load (self);
  g_autoptr (AjTourPlan) thought_out = tour_plan (self, facts);
  AjDate proposal = AJ_DATE_NONE;
  g_autofree char *doubt = aj_tour_doubt_plan (facts, &self->request, thought_out,
                                               aj_date_new (2026, 2, 28), &proposal);
  g_autofree char *day = aj_date_to_iso (proposal);

  g_assert_cmpstr (doubt, ==, expected);
  g_assert_cmpstr (day, ==, expected_proposal);
}

/* The same once more, or in the past, is asked about; the same later in the year is not. */
static void
test_doubt (TourWorld *self, gconstpointer data)
{
  g_autofree char *tour = NULL;
  g_autoptr (AjRecord) stop = NULL;

  tour_wish (self, self->deventer, NULL);
  tour_wish (self, self->hengelo, NULL);
  assert_doubt (self, NULL, NULL);
  self->request.starts_on = aj_date_new (2026, 2, 12);
  assert_doubt (self, "It would begin in the past, on 12 February 2026.", "2026-03-02");
  self->request.starts_on = aj_date_new (2026, 3, 2);
  tour = tour_make (self);
  tour_assert_stored (self, tour, "Deventer 2026-03-02, Hengelo 2026-03-06");
  assert_doubt (self,
                "The tour “Cargo bike from 2 March 2026” goes to all of these in the same time "
                "already.",
                "2026-03-11");
  self->request.starts_on = aj_date_new (2026, 3, 11);
  assert_doubt (self, NULL, NULL);
  /* Who asked for another week asked for another time. */
  self->request.starts_on = aj_date_new (2026, 3, 2);
  g_array_set_size (self->wishes, 0);
  tour_wish (self, self->deventer, "2026-04-13");
  assert_doubt (self, NULL, NULL);
  g_array_set_size (self->wishes, 0);
  tour_wish (self, self->deventer, "2026-03-02");
  assert_doubt (self,
                "The tour “Cargo bike from 2 March 2026” goes to all of these in the same time "
                "already.",
                "2026-03-06");
  /* One that it does not go to makes it another tour. */
  tour_wish (self, self->rijssen, NULL);
  assert_doubt (self, NULL, NULL);
  /* What was lent by itself counts as well, what was cancelled does not. */
  fixture_add (&self->base, "loan", "material", self->bike, "municipality", self->rijssen, "from",
               "2026-03-23", "until", "2026-03-24", NULL);
  self->request.days = 8;
  assert_doubt (self,
                "“Cargo bike” goes to all of these from 2 March 2026 until 24 March 2026 already.",
                "2026-03-26");
  stop = fixture_find (&self->base, "loan", "municipality", self->deventer);
  fixture_set (&self->base, "loan", aj_record_get_id (stop), "state", "cancelled", NULL);
  assert_doubt (self, NULL, NULL);
}

#define ADD(name, test)                                                                            \
  g_test_add ("/tour-job/" name, TourWorld, NULL, tour_set_up, test, tour_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("plan", test_plan);
  ADD ("wishes", test_wishes);
  ADD ("holidays", test_holidays);
  ADD ("taken", test_taken);
  ADD ("never", test_never);
  ADD ("refused", test_refused);
  ADD ("make", test_make);
  ADD ("two-writers", test_two_writers);
  ADD ("asked", test_asked);
  ADD ("reasons", test_reasons);
  ADD ("doubt", test_doubt);
  return g_test_run ();
}
