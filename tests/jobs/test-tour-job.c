/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Tours of a thing along municipalities: planned, stored, moved and cancelled, each as one edit. */
#include <string.h>

#include "aj-field.h"
#include "aj-jobs-fixture.h"
#include "aj-loan.h"
#include "aj-reference.h"
#include "aj-store-error.h"
#include "aj-tour-job.h"
#include "aj-tour.h"

typedef struct
{
  Fixture base;
  AjHolidays *holidays;
  /* From west to east on one line; the bike stands in the first. */
  const char *apeldoorn, *deventer, *rijssen, *hengelo;
  const char *bike;
  GArray *wishes;
  AjTourRequest request;
} World;

static const char *
add_town (World *self, const char *name, const char *code, const char *longitude)
{
  return fixture_add (&self->base, "municipality", "name", name, "code", code, "latitude", "52.25",
                      "longitude", longitude, "school-region", "noord", NULL);
}

static void
set_up (World *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture_set_up (&self->base, data);
  self->holidays = aj_reference_load_holidays (&error);
  g_assert_no_error (error);
  self->apeldoorn = add_town (self, "Apeldoorn", "GM0200", "5.97");
  self->deventer = add_town (self, "Deventer", "GM0150", "6.16");
  self->rijssen = add_town (self, "Rijssen-Holten", "GM1742", "6.42");
  self->hengelo = add_town (self, "Hengelo", "GM0164", "6.79");
  self->bike = fixture_add (&self->base, "material", "name", "Cargo bike", "municipality",
                            self->apeldoorn, "transport-days", "1", NULL);
  self->wishes = g_array_new (FALSE, FALSE, sizeof (AjTourWish));
  /* Monday 2 March 2026: no holiday until Good Friday, 3 April. */
  self->request = (AjTourRequest){ .material = self->bike,
                                   .starts_on = aj_date_new (2026, 3, 2),
                                   .days = 3 };
}

static void
tear_down (World *self, gconstpointer data)
{
  g_array_unref (self->wishes);
  g_object_unref (self->holidays);
  fixture_tear_down (&self->base, data);
}

/* @week: a Monday in 2026, or NULL. */
static void
wish (World *self, const char *municipality, const char *week)
{
  AjTourWish wish = { municipality, { AJ_DATE_NONE, AJ_DATE_NONE } };

  if (week != NULL)
    {
      g_assert_true (aj_date_parse_iso (week, &wish.asked.first));
      wish.asked.last = wish.asked.first + 6;
    }
  g_array_append_val (self->wishes, wish);
  self->request.wishes = (const AjTourWish *) (gpointer) self->wishes->data;
  self->request.n_wishes = self->wishes->len;
}

static AjRolloutFacts *
load (World *self)
{
  g_autoptr (GError) error = NULL;
  AjRolloutFacts *facts = aj_rollout_facts_load (self->base.store, &error);

  g_assert_no_error (error);
  return facts;
}

static AjTourPlan *
plan (World *self, AjRolloutFacts *facts)
{
  g_autoptr (GError) error = NULL;
  AjTourPlan *plan = aj_tour_job_plan (facts, self->holidays, &self->request, &error);

  g_assert_no_error (error);
  g_assert_nonnull (plan);
  return plan;
}

/* "Deventer 2026-03-03, …" of a plan. */
static void
assert_plan (World *self, AjRolloutFacts *facts, const AjTourPlan *plan, const char *expected)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < plan->legs->len; i++)
    {
      const AjTourLeg *leg = &g_array_index (plan->legs, AjTourLeg, i);
      g_autofree char *first = aj_date_to_iso (leg->days.first);

      g_string_append_printf (
          text, "%s%s %s", i > 0 ? ", " : "",
          aj_rollout_facts_get_name (facts, self->request.wishes[leg->stop].municipality), first);
    }
  g_assert_cmpstr (text->str, ==, expected);
}

/* The same of what is stored. */
static void
assert_stored (World *self, const char *tour, const char *expected)
{
  g_autoptr (AjRolloutFacts) facts = load (self);
  g_autoptr (GPtrArray) stops = aj_tour_job_list_stops (facts, tour);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < stops->len; i++)
    g_string_append_printf (text, "%s%s %s", i > 0 ? ", " : "",
                            aj_rollout_facts_get_place (facts, stops->pdata[i]),
                            aj_values_get_text (stops->pdata[i], "from"));
  g_assert_cmpstr (text->str, ==, expected);
}

static void
commit (AjEdit *edit)
{
  g_autoptr (GError) error = NULL;

  aj_edit_commit (edit, &error);
  g_assert_no_error (error);
}

/* (transfer full): the id of a tour along all wishes. */
static char *
make (World *self)
{
  g_autoptr (AjRolloutFacts) facts = load (self);
  g_autoptr (AjTourPlan) thought_out = plan (self, facts);
  g_autoptr (AjEdit) edit = aj_tour_job_make (self->base.store, facts, &self->request, thought_out,
                                              NULL);
  g_autoptr (AjRecord) tour = NULL;

  commit (edit);
  tour = fixture_find (&self->base, "tour", "material", self->bike);
  return g_strdup (aj_record_get_id (tour));
}

static void
test_plan (World *self, gconstpointer data)
{
  g_autoptr (AjRolloutFacts) facts = load (self);
  g_autoptr (AjTourPlan) best = NULL;
  g_autoptr (AjTourPlan) given = NULL;

  wish (self, self->hengelo, NULL);
  wish (self, self->deventer, NULL);
  wish (self, self->rijssen, NULL);
  best = plan (self, facts);
  /* There along the line, and back as far: either way round is as short, and so done as early. */
  g_assert_cmpfloat_with_epsilon (best->kilometres, 111.6, 0.5);
  g_assert_cmpuint (best->n_missed, ==, 0);
  self->request.as_given = TRUE;
  given = plan (self, facts);
  /* Monday to Wednesday, a day on the way, Friday; the weekend is in its days, and it is fetched on a working day. */
  g_assert_cmpint (g_array_index (given->legs, AjTourLeg, 1).days.last, ==,
                   aj_date_new (2026, 3, 9));
  assert_plan (self, facts, given,
               "Hengelo 2026-03-02, Deventer 2026-03-06, Rijssen-Holten 2026-03-11");
  g_assert_cmpfloat (given->kilometres, >, best->kilometres);
  g_assert_true (aj_tour_job_knows_holidays (facts, self->holidays, &self->request, given));
}

static void
test_wishes (World *self, gconstpointer data)
{
  g_autoptr (AjRolloutFacts) facts = load (self);
  g_autoptr (AjTourPlan) thought_out = NULL;

  wish (self, self->hengelo, "2026-03-16");
  wish (self, self->deventer, "2026-03-02");
  wish (self, self->rijssen, "2026-01-05"); /* over by then */
  thought_out = plan (self, facts);
  g_assert_cmpuint (thought_out->n_missed, ==, 1);
  assert_plan (self, facts, thought_out,
               "Deventer 2026-03-02, Rijssen-Holten 2026-03-06, Hengelo 2026-03-16");
}

/* The school holidays of where it stands, the public ones everywhere, and over the end of a year. */
static void
test_holidays (World *self, gconstpointer data)
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

  wish (self, self->deventer, NULL);
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
      facts = load (self);
      thought_out = plan (self, facts);
      assert_plan (self, facts, thought_out, expected);
    }
}

/* As much as the one that asks for more lies between two, and no more: what is planned is what the store takes. */
static void
test_taken (World *self, gconstpointer data)
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

  wish (self, self->deventer, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const char *other = fixture_add (&self->base, "loan", "material", self->bike, "municipality",
                                       self->hengelo, "from", "2026-03-05", "until", "2026-03-06",
                                       "transport-before", cases[i].transport_of_other,
                                       "transport-after", cases[i].transport_of_other, NULL);
      g_autofree char *expected = g_strconcat ("Deventer ", cases[i].expected, NULL);
      g_autofree char *tour = make (self);

      assert_stored (self, tour, expected);
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
test_never (World *self, gconstpointer data)
{
  const char *away = fixture_add (&self->base, "loan", "material", self->bike, "kind", "away",
                                  "from", "2026-02-01", NULL);

  wish (self, self->deventer, NULL);
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (AjRolloutFacts) facts = load (self);
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
assert_refused (World *self, const char *reason)
{
  g_autoptr (AjRolloutFacts) facts = load (self);
  g_autoptr (GError) error = NULL;

  g_assert_null (aj_tour_job_plan (facts, self->holidays, &self->request, &error));
  g_assert_error (error, AJ_MODEL_ERROR, AJ_MODEL_ERROR_RULE);
  g_assert_nonnull (strstr (error->message, reason));
}

/* What was asked about is not there any more; and no thing is brought before there are days. */
static void
test_refused (World *self, gconstpointer data)
{
  static const char *const days[] = { "0001-01-01", "1899-12-31", "9991-01-01", "9999-12-30" };

  wish (self, self->deventer, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      g_assert_true (aj_date_parse_iso (days[i], &self->request.starts_on));
      assert_refused (self, "between 1900 and 9990");
    }
  self->request.starts_on = aj_date_new (2026, 3, 2);
  wish (self, "nowhere", NULL);
  assert_refused (self, "A municipality that it goes to is not there any more.");
  self->request.material = "nothing";
  assert_refused (self, "What goes round is not there any more.");
}

static void
test_make (World *self, gconstpointer data)
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
  wish (self, self->deventer, NULL);
  wish (self, self->hengelo, NULL);
  tour = make (self);
  record = fixture_find (&self->base, "tour", "material", self->bike);
  g_assert_cmpstr (aj_record_get_text (record, "name"), ==, "Cargo bike from 2 March 2026");
  g_assert_cmpstr (aj_record_get_text (record, "starts-on"), ==, "2026-03-02");
  g_assert_cmpint (fixture_count (&self->base, "loan"), ==, 3);
  assert_stored (self, tour, "Deventer 2026-03-02, Hengelo 2026-03-06");
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
test_two_writers (World *self, gconstpointer data)
{
  g_autoptr (AjRolloutFacts) facts = load (self);
  g_autoptr (AjTourPlan) thought_out = NULL;
  g_autoptr (AjEdit) first = NULL;
  g_autoptr (AjEdit) second = NULL;
  g_autoptr (GError) error = NULL;

  wish (self, self->deventer, NULL);
  wish (self, self->hengelo, NULL);
  thought_out = plan (self, facts);
  first = aj_tour_job_make (self->base.store, facts, &self->request, thought_out, NULL);
  second = aj_tour_job_make (self->base.store, facts, &self->request, thought_out, NULL);
  commit (first);
  g_assert_false (aj_edit_commit (second, &error));
  g_assert_error (error, AJ_MODEL_ERROR, AJ_MODEL_ERROR_RULE);
  g_test_message ("%s", error->message);
  g_assert_nonnull (strstr (error->message, "is taken from "));
  g_assert_cmpint (fixture_count (&self->base, "tour"), ==, 1);
  g_assert_cmpint (fixture_count (&self->base, "loan"), ==, 2);
}

static AjEdit *
move (World *self, const char *tour, const char *from, AjDate day, AjDate *proposal, GError **error)
{
  g_autoptr (AjRolloutFacts) facts = load (self);
  g_autoptr (AjTourPlan) thought_out = aj_tour_job_plan_move (facts, self->holidays, tour, from,
                                                              day, proposal, error);

  return thought_out != NULL ? aj_tour_job_move (self->base.store, facts, tour, from, thought_out)
                             : NULL;
}

/* A day later, past itself; over the spring holiday backwards; undo brings it back whole. */
static void
test_move (World *self, gconstpointer data)
{
  static const char planned[] = "Deventer 2026-03-02, Rijssen-Holten 2026-03-06, "
                                "Hengelo 2026-03-11";
  static const struct
  {
    int month, day;
    const char *expected;
  } cases[] = {
    { 3, 3, "Deventer 2026-03-03, Rijssen-Holten 2026-03-09, Hengelo 2026-03-13" },
    { 2, 12, "Deventer 2026-02-12, Rijssen-Holten 2026-02-18, Hengelo 2026-03-02" },
    /* Good Friday is worked on, Easter Monday is not. */
    { 3, 31, "Deventer 2026-03-31, Rijssen-Holten 2026-04-07, Hengelo 2026-04-13" },
  };
  g_autofree char *tour = NULL;

  wish (self, self->deventer, NULL);
  wish (self, self->rijssen, NULL);
  wish (self, self->hengelo, NULL);
  self->request.as_given = TRUE;
  tour = make (self);
  assert_stored (self, tour, planned);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      AjDate day = aj_date_new (2026, cases[i].month, cases[i].day);
      g_autoptr (GError) error = NULL;
      g_autoptr (AjEdit) edit = move (self, tour, NULL, day, NULL, &error);
      g_autoptr (AjRecord) record = NULL;

      g_assert_no_error (error);
      commit (edit);
      assert_stored (self, tour, cases[i].expected);
      record = fixture_find (&self->base, "tour", "material", self->bike);
      g_assert_cmpint (aj_values_get_date (aj_record_get_values (record), "starts-on"), ==, day);
      g_assert_true (aj_store_undo (self->base.store, NULL, &error));
      g_assert_no_error (error);
      assert_stored (self, tour, planned);
    }
}

/* Appointments go along, at the same time on the wall, over the change of the clocks. */
static void
test_move_appointments (World *self, gconstpointer data)
{
  g_autofree char *tour = NULL;
  g_autoptr (AjRecord) stop = NULL;
  g_autoptr (AjEdit) edit = NULL;
  g_autoptr (GError) error = NULL;

  wish (self, self->deventer, NULL);
  tour = make (self);
  stop = fixture_find (&self->base, "loan", "tour", tour);
  fixture_set (&self->base, "loan", aj_record_get_id (stop), "handover-at", "2026-03-02T09:00",
               "return-at", "2026-03-04T16:30", NULL);
  edit = move (self, tour, NULL, aj_date_new (2026, 3, 30), NULL, &error);
  g_assert_no_error (error);
  commit (edit);
  g_clear_object (&stop);
  stop = fixture_find (&self->base, "loan", "tour", tour);
  g_assert_cmpstr (aj_record_get_text (stop, "handover-at"), ==, "2026-03-30T09:00");
  g_assert_cmpstr (aj_record_get_text (stop, "return-at"), ==, "2026-04-01T16:30");
}

static void
test_move_refused (World *self, gconstpointer data)
{
  static const struct
  {
    int month, day;
    const char *reason, *proposal;
  } cases[] = {
    { 3, 7, "Saturday 7 March 2026 is no working day", "2026-03-09" },
    { 2, 20, "it would run into a holiday", "2026-03-02" },
    { 3, 16, "is somewhere else then", "2026-03-24" },
  };
  g_autofree char *tour = NULL;

  wish (self, self->deventer, NULL);
  tour = make (self);
  fixture_add (&self->base, "loan", "material", self->bike, "municipality", self->hengelo, "from",
               "2026-03-16", "until", "2026-03-20", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      AjDate day = aj_date_new (2026, cases[i].month, cases[i].day);
      AjDate proposal;
      g_autoptr (GError) error = NULL;
      g_autofree char *proposed = NULL;

      g_assert_null (move (self, tour, NULL, day, &proposal, &error));
      g_assert_error (error, AJ_MODEL_ERROR, AJ_MODEL_ERROR_RULE);
      g_assert_nonnull (strstr (error->message, cases[i].reason));
      proposed = aj_date_to_iso (proposal);
      g_assert_cmpstr (proposed, ==, cases[i].proposal);
    }
}

/* The first days of what it would be, "2026-09-01 2026-11-02"; or why it does not move. */
static void
assert_moves (World *self, const char *tour, int month, int day, const char *expected)
{
  g_autoptr (AjRolloutFacts) facts = load (self);
  g_autoptr (GError) error = NULL;
  g_autoptr (AjTourPlan) moved = aj_tour_job_plan_move (facts, self->holidays, tour, NULL,
                                                        aj_date_new (2026, month, day), NULL,
                                                        &error);
  g_autoptr (GString) text = g_string_new (NULL);

  if (moved == NULL)
    g_string_append (text, error->message);
  for (guint i = 0; moved != NULL && i < moved->legs->len; i++)
    {
      g_autofree char *first = aj_date_to_iso (
          g_array_index (moved->legs, AjTourLeg, i).days.first);

      g_string_append_printf (text, "%s%s", i > 0 ? " " : "", first);
    }
  g_assert_cmpstr (text->str, ==, expected);
}

/* Who asked for a later week keeps the time between, whichever way it moves. */
static void
test_move_gap (World *self, gconstpointer data)
{
  g_autofree char *tour = NULL;

  self->request.starts_on = aj_date_new (2026, 8, 31);
  wish (self, self->deventer, "2026-08-31");
  wish (self, self->hengelo, "2026-11-02");
  tour = make (self);
  assert_stored (self, tour, "Deventer 2026-08-31, Hengelo 2026-11-02");
  assert_moves (self, tour, 9, 1, "2026-09-01 2026-11-03");
  /* From Monday to Thursday before it. */
  assert_moves (self, tour, 8, 27, "2026-08-27 2026-10-29");
}

/* Over a weekend it stays until Monday; back again it is as long as it was. */
static void
test_move_length (World *self, gconstpointer data)
{
  g_autofree char *tour = NULL;

  self->request.days = 5;
  wish (self, self->deventer, NULL);
  tour = make (self);
  for (int day = 3; day >= 2; day--)
    {
      g_autoptr (AjEdit) edit = move (self, tour, NULL, aj_date_new (2026, 3, day), NULL, NULL);
      g_autoptr (AjRecord) stop = NULL;

      commit (edit);
      stop = fixture_find (&self->base, "loan", "tour", tour);
      g_assert_cmpstr (aj_record_get_text (stop, "until"), ==,
                       day == 3 ? "2026-03-09" : "2026-03-06");
    }
}

/* Planned in the summer, it moves within the summer. */
static void
test_move_in_holidays (World *self, gconstpointer data)
{
  g_autofree char *tour = NULL;

  self->request.starts_on = aj_date_new (2026, 7, 20);
  self->request.in_holidays = TRUE;
  wish (self, self->deventer, NULL);
  tour = make (self);
  assert_stored (self, tour, "Deventer 2026-07-20");
  assert_moves (self, tour, 7, 21, "2026-07-21");
}

/* Of no length, it does not move; that is said, and not that it is in its own way. */
static void
test_move_endless (World *self, gconstpointer data)
{
  g_autofree char *tour = NULL;
  g_autoptr (AjRecord) stop = NULL;
  g_autoptr (AjRolloutFacts) facts = NULL;
  g_autoptr (GError) error = NULL;

  wish (self, self->deventer, NULL);
  tour = make (self);
  facts = load (self);
  g_assert_null (aj_tour_job_plan_move (facts, self->holidays, tour, NULL, aj_date_new (1, 1, 1),
                                        NULL, &error));
  g_assert_error (error, AJ_MODEL_ERROR, AJ_MODEL_ERROR_RULE);
  stop = fixture_find (&self->base, "loan", "tour", tour);
  fixture_set (&self->base, "loan", aj_record_get_id (stop), "kind", "away", NULL);
  fixture_set (&self->base, "loan", aj_record_get_id (stop), "until", NULL, NULL);
  assert_moves (self, tour, 3, 3,
                "What begins on 2 March 2026 has no last day. Fill that in first.");
}

/* What was handed over stays; the rest is planned from there. */
static void
test_move_rest (World *self, gconstpointer data)
{
  g_autofree char *tour = NULL;
  g_autoptr (AjRecord) first = NULL;
  g_autoptr (AjRecord) second = NULL;
  g_autoptr (AjRecord) record = NULL;
  g_autoptr (AjEdit) edit = NULL;
  g_autoptr (AjEdit) rest = NULL;
  g_autoptr (GError) error = NULL;
  AjDate proposal;

  wish (self, self->deventer, NULL);
  wish (self, self->rijssen, NULL);
  wish (self, self->hengelo, NULL);
  self->request.as_given = TRUE;
  tour = make (self);
  first = fixture_find (&self->base, "loan", "municipality", self->deventer);
  fixture_set (&self->base, "loan", aj_record_get_id (first), "state", "out", NULL);
  g_assert_null (move (self, tour, NULL, aj_date_new (2026, 3, 4), &proposal, &error));
  g_assert_cmpint (proposal, ==, aj_date_new (2026, 3, 6));
  g_clear_error (&error);
  edit = move (self, tour, NULL, aj_date_new (2026, 3, 9), NULL, &error);
  g_assert_no_error (error);
  commit (edit);
  assert_stored (self, tour, "Deventer 2026-03-02, Rijssen-Holten 2026-03-09, Hengelo 2026-03-13");
  record = fixture_find (&self->base, "tour", "material", self->bike);
  g_assert_cmpstr (aj_record_get_text (record, "starts-on"), ==, "2026-03-02");
  second = fixture_find (&self->base, "loan", "municipality", self->hengelo);
  rest = move (self, tour, aj_record_get_id (second), aj_date_new (2026, 3, 16), NULL, &error);
  g_assert_no_error (error);
  commit (rest);
  assert_stored (self, tour, "Deventer 2026-03-02, Rijssen-Holten 2026-03-09, Hengelo 2026-03-16");
}

/* Handed over while somebody else was moving the tour: that is told, and nothing moves. */
static void
test_move_meanwhile (World *self, gconstpointer data)
{
  g_autofree char *tour = NULL;
  g_autoptr (AjRecord) first = NULL;
  g_autoptr (AjEdit) edit = NULL;
  g_autoptr (GError) error = NULL;

  wish (self, self->deventer, NULL);
  wish (self, self->hengelo, NULL);
  tour = make (self);
  edit = move (self, tour, NULL, aj_date_new (2026, 3, 9), NULL, &error);
  g_assert_no_error (error);
  first = fixture_find (&self->base, "loan", "municipality", self->deventer);
  fixture_set (&self->base, "loan", aj_record_get_id (first), "state", "out", NULL);
  g_assert_false (aj_edit_commit (edit, &error));
  g_assert_error (error, AJ_STORE_ERROR, AJ_STORE_ERROR_CONFLICT);
  assert_stored (self, tour, "Deventer 2026-03-02, Hengelo 2026-03-06");
}

static void
test_cancel (World *self, gconstpointer data)
{
  g_autofree char *tour = NULL;
  g_autoptr (AjRolloutFacts) facts = NULL;
  g_autoptr (AjRolloutFacts) later = NULL;
  g_autoptr (AjRecord) first = NULL;
  g_autoptr (AjEdit) edit = NULL;
  g_autoptr (GError) error = NULL;

  wish (self, self->deventer, NULL);
  wish (self, self->rijssen, NULL);
  wish (self, self->hengelo, NULL);
  self->request.as_given = TRUE;
  tour = make (self);
  first = fixture_find (&self->base, "loan", "municipality", self->deventer);
  fixture_set (&self->base, "loan", aj_record_get_id (first), "state", "returned", NULL);
  facts = load (self);
  edit = aj_tour_job_cancel (self->base.store, facts, tour);
  commit (edit);
  assert_stored (self, tour, "Deventer 2026-03-02");
  later = load (self);
  g_assert_null (aj_tour_job_cancel (self->base.store, later, tour));
  g_assert_null (aj_tour_job_plan_move (later, self->holidays, tour, NULL, aj_date_new (2026, 3, 9),
                                        NULL, &error));
  g_assert_error (error, AJ_MODEL_ERROR, AJ_MODEL_ERROR_RULE);
}

#define ADD(name, test) g_test_add ("/tour-job/" name, World, NULL, set_up, test, tear_down)

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
  ADD ("move", test_move);
  ADD ("move-appointments", test_move_appointments);
  ADD ("move-refused", test_move_refused);
  ADD ("move-gap", test_move_gap);
  ADD ("move-length", test_move_length);
  ADD ("move-in-holidays", test_move_in_holidays);
  ADD ("move-endless", test_move_endless);
  ADD ("move-rest", test_move_rest);
  ADD ("move-meanwhile", test_move_meanwhile);
  ADD ("cancel", test_cancel);
  return g_test_run ();
}
