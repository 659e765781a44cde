/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Tours moved and cancelled, each as one edit. */
#include <string.h>

#include "aj-field.h"
#include "aj-loan.h"
#include "aj-store-error.h"
#include "aj-tour-doubt.h"
#include "aj-tour-world.h"

static AjEdit *
move (TourWorld *self,
      const char *tour,
      const char *from,
      AjDate day,
      AjDate *proposal,
      GError **error)
{
  g_autoptr (AjRolloutFacts) facts = tour_load (self);
  g_autoptr (AjTourPlan) thought_out = aj_tour_job_plan_move (facts, self->holidays, tour, from,
                                                              day, proposal, error);

  return thought_out != NULL ? aj_tour_job_move (self->base.store, facts, tour, from, thought_out)
                             : NULL;
}

/* A day later, past itself; over the spring holiday backwards; undo brings it back whole. */
static void
test_move (TourWorld *self, gconstpointer data)
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

  tour_wish (self, self->deventer, NULL);
  tour_wish (self, self->rijssen, NULL);
  tour_wish (self, self->hengelo, NULL);
  self->request.as_given = TRUE;
  tour = tour_make (self);
  tour_assert_stored (self, tour, planned);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      AjDate day = aj_date_new (2026, cases[i].month, cases[i].day);
      g_autoptr (GError) error = NULL;
      g_autoptr (AjEdit) edit = move (self, tour, NULL, day, NULL, &error);
      g_autoptr (AjRecord) record = NULL;

      g_assert_no_error (error);
      tour_commit (edit);
      tour_assert_stored (self, tour, cases[i].expected);
      record = fixture_find (&self->base, "tour", "material", self->bike);
      g_assert_cmpint (aj_values_get_date (aj_record_get_values (record), "starts-on"), ==, day);
      g_assert_true (aj_store_undo (self->base.store, NULL, &error));
      g_assert_no_error (error);
      tour_assert_stored (self, tour, planned);
    }
}

/* Appointments go along, at the same time on the wall, over the change of the clocks. */
static void
test_move_appointments (TourWorld *self, gconstpointer data)
{
  g_autofree char *tour = NULL;
  g_autoptr (AjRecord) stop = NULL;
  g_autoptr (AjEdit) edit = NULL;
  g_autoptr (GError) error = NULL;

  tour_wish (self, self->deventer, NULL);
  tour = tour_make (self);
  stop = fixture_find (&self->base, "loan", "tour", tour);
  fixture_set (&self->base, "loan", aj_record_get_id (stop), "handover-at", "2026-03-02T09:00",
               "return-at", "2026-03-04T16:30", NULL);
  edit = move (self, tour, NULL, aj_date_new (2026, 3, 30), NULL, &error);
  g_assert_no_error (error);
  tour_commit (edit);
  g_clear_object (&stop);
  stop = fixture_find (&self->base, "loan", "tour", tour);
  g_assert_cmpstr (aj_record_get_text (stop, "handover-at"), ==, "2026-03-30T09:00");
  g_assert_cmpstr (aj_record_get_text (stop, "return-at"), ==, "2026-04-01T16:30");
}

static void
test_move_refused (TourWorld *self, gconstpointer data)
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

  tour_wish (self, self->deventer, NULL);
  tour = tour_make (self);
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
assert_moves (TourWorld *self, const char *tour, int month, int day, const char *expected)
{
  g_autoptr (AjRolloutFacts) facts = tour_load (self);
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

static void
set_asked (TourWorld *self, const char *municipality, const char *week)
{
  g_autoptr (AjRecord) stop = fixture_find (&self->base, "loan", "municipality", municipality);

  fixture_set (&self->base, "loan", aj_record_get_id (stop), "asked-week", week, NULL);
}

/* A time between that nobody asked for is kept, whichever way it moves. */
static void
test_move_gap (TourWorld *self, gconstpointer data)
{
  g_autofree char *tour = NULL;

  self->request.starts_on = aj_date_new (2026, 8, 31);
  tour_wish (self, self->deventer, NULL);
  tour_wish (self, self->hengelo, "2026-11-02");
  tour = tour_make (self);
  tour_assert_stored (self, tour, "Deventer 2026-08-31, Hengelo 2026-11-02");
  set_asked (self, self->hengelo, NULL);
  assert_moves (self, tour, 9, 1, "2026-09-01 2026-11-03");
  /* From Monday to Thursday before it. */
  assert_moves (self, tour, 8, 27, "2026-08-27 2026-10-29");
}

/* What stands in the week it asked for stays there if it can; one that would come past it waits there; one that somebody put
 * elsewhere keeps its distance. The first goes where it is told to. */
static void
test_move_asked (TourWorld *self, gconstpointer data)
{
  static const struct
  {
    const char *asked; /* by the second, of three days from Monday 16 March 2026 */
    int day;           /* in March, for the first, which is there from the 2nd */
    const char *first, *second;
    gboolean as_asked;
  } cases[] = {
    { NULL, 9, "2026-03-09", "2026-03-23", TRUE },
    /* A day later fits in the week, a week later does not. */
    { "2026-W12", 3, "2026-03-03", "2026-03-17", TRUE },
    { "2026-W12", 9, "2026-03-09", "2026-03-16", TRUE },
    { "2026-W12", 11, "2026-03-11", "2026-03-17", TRUE },
    { "2026-W12", 16, "2026-03-16", "2026-03-20", TRUE },
    /* Now there is no time left for it: it comes where its distance brings it. */
    { "2026-W12", 17, "2026-03-17", "2026-03-31", FALSE },
    { "2026-W12/2026-W13", 9, "2026-03-09", "2026-03-23", TRUE },
    /* Put elsewhere. */
    { "2026-W11", 2, "2026-03-02", "2026-03-16", FALSE },
    { "2026-W11", 3, "2026-03-03", "2026-03-17", FALSE },
    { "2026-W14", 3, "2026-03-03", "2026-03-17", FALSE },
    /* It would come past its week on the way. */
    { "2026-W13", 23, "2026-03-23", "2026-03-27", TRUE },
    { "2026-W13", 24, "2026-03-24", "2026-04-08", FALSE },
    { "2026-W14", 23, "2026-03-23", "2026-03-30", TRUE },
  };
  g_autofree char *tour = NULL;

  tour_wish (self, self->deventer, "2026-03-02");
  tour_wish (self, self->hengelo, "2026-03-16");
  tour = tour_make (self);
  set_asked (self, self->deventer, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *expected = g_strdup_printf ("%s %s", cases[i].first, cases[i].second);
      g_autoptr (AjRolloutFacts) facts = NULL;
      g_autoptr (AjTourPlan) moved = NULL;

      g_test_message ("%s, %d March", cases[i].asked, cases[i].day);
      set_asked (self, self->hengelo, cases[i].asked);
      assert_moves (self, tour, 3, cases[i].day, expected);
      facts = tour_load (self);
      moved = aj_tour_job_plan_move (facts, self->holidays, tour, NULL,
                                     aj_date_new (2026, 3, cases[i].day), NULL, NULL);
      g_assert_cmpint (g_array_index (moved->legs, AjTourLeg, 1).as_asked, ==, cases[i].as_asked);
    }
}

/* The first day is what somebody chose: it is kept to, and told when it is not in its week. */
static void
test_move_first_asked (TourWorld *self, gconstpointer data)
{
  g_autofree char *tour = NULL;
  g_autoptr (AjRolloutFacts) facts = NULL;
  static const int days[] = { 4, 9 };

  tour_wish (self, self->deventer, "2026-03-02");
  tour = tour_make (self);
  facts = tour_load (self);
  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      AjDate day = aj_date_new (2026, 3, days[i]);
      g_autoptr (AjTourPlan) moved = aj_tour_job_plan_move (facts, self->holidays, tour, NULL, day,
                                                            NULL, NULL);
      const AjTourLeg *leg = &g_array_index (moved->legs, AjTourLeg, 0);

      g_assert_cmpint (leg->days.first, ==, day);
      g_assert_cmpint (leg->as_asked, ==, i == 0);
      g_assert_cmpuint (moved->n_missed, ==, i);
    }
}

/* What stands in the past already may be seen there; it is not moved there without being asked. */
static void
test_doubt_move (TourWorld *self, gconstpointer data)
{
  g_autofree char *tour = NULL;
  g_autoptr (AjRolloutFacts) facts = NULL;
  static const struct
  {
    int day;
    const char *doubt, *proposal;
  } cases[] = {
    { 2, NULL, NULL },
    { 3, "It would begin in the past, on 3 March 2026.", "2026-03-09" },
    { 9, NULL, NULL },
  };

  tour_wish (self, self->deventer, NULL);
  tour = tour_make (self);
  facts = tour_load (self);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (AjTourPlan) moved = aj_tour_job_plan_move (facts, self->holidays, tour, NULL,
                                                            aj_date_new (2026, 3, cases[i].day),
                                                            NULL, NULL);
      AjDate proposal = AJ_DATE_NONE;
      g_autofree char *doubt = aj_tour_doubt_move (facts, tour, moved, aj_date_new (2026, 3, 7),
                                                   &proposal);
      g_autofree char *day = aj_date_to_iso (proposal);

      g_assert_cmpstr (doubt, ==, cases[i].doubt);
      g_assert_cmpstr (day, ==, cases[i].proposal);
    }
}

/* Over a weekend it stays until Monday; back again it is as long as it was. */
static void
test_move_length (TourWorld *self, gconstpointer data)
{
  g_autofree char *tour = NULL;

  self->request.days = 5;
  tour_wish (self, self->deventer, NULL);
  tour = tour_make (self);
  for (int day = 3; day >= 2; day--)
    {
      g_autoptr (AjEdit) edit = move (self, tour, NULL, aj_date_new (2026, 3, day), NULL, NULL);
      g_autoptr (AjRecord) stop = NULL;

      tour_commit (edit);
      stop = fixture_find (&self->base, "loan", "tour", tour);
      g_assert_cmpstr (aj_record_get_text (stop, "until"), ==,
                       day == 3 ? "2026-03-09" : "2026-03-06");
    }
}

/* Planned in the summer, it moves within the summer. */
static void
test_move_in_holidays (TourWorld *self, gconstpointer data)
{
  g_autofree char *tour = NULL;

  self->request.starts_on = aj_date_new (2026, 7, 20);
  self->request.in_holidays = TRUE;
  tour_wish (self, self->deventer, NULL);
  tour = tour_make (self);
  tour_assert_stored (self, tour, "Deventer 2026-07-20");
  assert_moves (self, tour, 7, 21, "2026-07-21");
}

/* Of no length, it does not move; that is said, and not that it is in its own way. */
static void
test_move_endless (TourWorld *self, gconstpointer data)
{
  g_autofree char *tour = NULL;
  g_autoptr (AjRecord) stop = NULL;
  g_autoptr (AjRolloutFacts) facts = NULL;
  g_autoptr (GError) error = NULL;

  tour_wish (self, self->deventer, NULL);
  tour = tour_make (self);
  facts = tour_load (self);
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
test_move_rest (TourWorld *self, gconstpointer data)
{
  g_autofree char *tour = NULL;
  g_autoptr (AjRecord) first = NULL;
  g_autoptr (AjRecord) second = NULL;
  g_autoptr (AjRecord) record = NULL;
  g_autoptr (AjEdit) edit = NULL;
  g_autoptr (AjEdit) rest = NULL;
  g_autoptr (GError) error = NULL;
  AjDate proposal;

  tour_wish (self, self->deventer, NULL);
  tour_wish (self, self->rijssen, NULL);
  tour_wish (self, self->hengelo, NULL);
  self->request.as_given = TRUE;
  tour = tour_make (self);
  first = fixture_find (&self->base, "loan", "municipality", self->deventer);
  fixture_set (&self->base, "loan", aj_record_get_id (first), "state", "out", NULL);
  g_assert_null (move (self, tour, NULL, aj_date_new (2026, 3, 4), &proposal, &error));
  g_assert_cmpint (proposal, ==, aj_date_new (2026, 3, 6));
  g_clear_error (&error);
  edit = move (self, tour, NULL, aj_date_new (2026, 3, 9), NULL, &error);
  g_assert_no_error (error);
  tour_commit (edit);
  tour_assert_stored (self, tour,
                      "Deventer 2026-03-02, Rijssen-Holten 2026-03-09, Hengelo 2026-03-13");
  record = fixture_find (&self->base, "tour", "material", self->bike);
  g_assert_cmpstr (aj_record_get_text (record, "starts-on"), ==, "2026-03-02");
  second = fixture_find (&self->base, "loan", "municipality", self->hengelo);
  rest = move (self, tour, aj_record_get_id (second), aj_date_new (2026, 3, 16), NULL, &error);
  g_assert_no_error (error);
  tour_commit (rest);
  tour_assert_stored (self, tour,
                      "Deventer 2026-03-02, Rijssen-Holten 2026-03-09, Hengelo 2026-03-16");
}

/* Handed over while somebody else was moving the tour: that is told, and nothing moves. */
static void
test_move_meanwhile (TourWorld *self, gconstpointer data)
{
  g_autofree char *tour = NULL;
  g_autoptr (AjRecord) first = NULL;
  g_autoptr (AjEdit) edit = NULL;
  g_autoptr (GError) error = NULL;

  tour_wish (self, self->deventer, NULL);
  tour_wish (self, self->hengelo, NULL);
  tour = tour_make (self);
  edit = move (self, tour, NULL, aj_date_new (2026, 3, 9), NULL, &error);
  g_assert_no_error (error);
  first = fixture_find (&self->base, "loan", "municipality", self->deventer);
  fixture_set (&self->base, "loan", aj_record_get_id (first), "state", "out", NULL);
  g_assert_false (aj_edit_commit (edit, &error));
  g_assert_error (error, AJ_STORE_ERROR, AJ_STORE_ERROR_CONFLICT);
  tour_assert_stored (self, tour, "Deventer 2026-03-02, Hengelo 2026-03-06");
}

static void
test_cancel (TourWorld *self, gconstpointer data)
{
  g_autofree char *tour = NULL;
  g_autoptr (AjRolloutFacts) facts = NULL;
  g_autoptr (AjRolloutFacts) later = NULL;
  g_autoptr (AjRecord) first = NULL;
  g_autoptr (AjEdit) edit = NULL;
  g_autoptr (GError) error = NULL;

  tour_wish (self, self->deventer, NULL);
  tour_wish (self, self->rijssen, NULL);
  tour_wish (self, self->hengelo, NULL);
  self->request.as_given = TRUE;
  tour = tour_make (self);
  first = fixture_find (&self->base, "loan", "municipality", self->deventer);
  fixture_set (&self->base, "loan", aj_record_get_id (first), "state", "returned", NULL);
  facts = tour_load (self);
  edit = aj_tour_job_cancel (self->base.store, facts, tour);
  tour_commit (edit);
  tour_assert_stored (self, tour, "Deventer 2026-03-02");
  later = tour_load (self);
  g_assert_null (aj_tour_job_cancel (self->base.store, later, tour));
  g_assert_null (aj_tour_job_plan_move (later, self->holidays, tour, NULL, aj_date_new (2026, 3, 9),
                                        NULL, &error));
  g_assert_error (error, AJ_MODEL_ERROR, AJ_MODEL_ERROR_RULE);
}

#define ADD(name, test)                                                                            \
  g_test_add ("/tour-move/" name, TourWorld, NULL, tour_set_up, test, tour_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("move", test_move);
  ADD ("move-appointments", test_move_appointments);
  ADD ("move-refused", test_move_refused);
  ADD ("move-gap", test_move_gap);
  ADD ("move-asked", test_move_asked);
  ADD ("move-first-asked", test_move_first_asked);
  ADD ("doubt-move", test_doubt_move);
  ADD ("move-length", test_move_length);
  ADD ("move-in-holidays", test_move_in_holidays);
  ADD ("move-endless", test_move_endless);
  ADD ("move-rest", test_move_rest);
  ADD ("move-meanwhile", test_move_meanwhile);
  ADD ("cancel", test_cancel);
  return g_test_run ();
}
