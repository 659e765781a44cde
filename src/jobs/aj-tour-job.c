/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-tour-job.h"

#include <glib/gi18n-lib.h>

#include "aj-loan.h"
#include "aj-public-holidays.h"
#include "aj-rollout.h"
#include "aj-tour.h"
#include "aj-working-days.h"

/* Holidays are looked up for as long as a tour may last. */
#define DAYS_BEFORE 14
#define DAYS_AFTER  1100

/* What is given to the planner, and owns what that borrows. */
typedef struct
{
  AjRolloutFacts *facts; /* (unowned) */
  AjHolidays *holidays;  /* (unowned) */
  AjTourTerms terms;
  GArray *stops; /* (owned) (element-type AjTourStop) */
  GArray
      *avoid[AJ_SCHOOL_REGION_ALL + 1]; /* (owned) (nullable): by school region, once asked for */
} Problem;

static void
problem_clear (Problem *self)
{
  g_clear_pointer (&self->terms.taken, g_array_unref);
  g_clear_pointer (&self->stops, g_array_unref);
  for (guint i = 0; i < G_N_ELEMENTS (self->avoid); i++)
    g_clear_pointer (&self->avoid[i], g_array_unref);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Problem, problem_clear)

static gboolean
is (const AjValues *values, const char *field, const char *text)
{
  return g_strcmp0 (aj_values_get_text (values, field), text) == 0;
}

static AjTourPlace
get_place (AjRolloutFacts *facts, const char *municipality)
{
  const AjValues *town = aj_rollout_facts_get (facts, municipality);
  AjTourPlace place = { FALSE, 0, 0 };

  if (town == NULL || aj_values_is_empty (town, "latitude") ||
      aj_values_is_empty (town, "longitude"))
    return place;
  return (AjTourPlace){ TRUE, aj_values_get_real (town, "latitude"),
                        aj_values_get_real (town, "longitude") };
}

/* Of a municipality that does not say, every region counts. */
static AjSchoolRegion
get_region (AjRolloutFacts *facts, const char *municipality)
{
  const AjValues *town = aj_rollout_facts_get (facts, municipality);
  AjSchoolRegion region;

  return town != NULL &&
                 aj_school_region_parse (aj_values_get_text (town, "school-region"), &region)
             ? region
             : AJ_SCHOOL_REGION_ALL;
}

static void
add_days (GArray *ranges, AjDate first, AjDate last)
{
  AjDateRange range = { first, last };

  g_array_append_val (ranges, range);
}

static void
add_public_holidays (GArray *ranges, const AjDateRange *time)
{
  for (int year = aj_date_get_year (time->first); year <= aj_date_get_year (time->last); year++)
    {
      AjPublicHoliday holidays[AJ_PUBLIC_HOLIDAYS_A_YEAR];
      guint n_holidays = aj_public_holidays_of_year (year, holidays);

      for (guint i = 0; i < n_holidays; i++)
        if (holidays[i].kind == AJ_PUBLIC_HOLIDAY_FREE)
          add_days (ranges, holidays[i].date, holidays[i].date);
    }
}

/* (transfer none) */
static GArray *
get_avoid (Problem *self, AjSchoolRegion region)
{
  AjDateRange time = { self->terms.starts_on - DAYS_BEFORE, self->terms.starts_on + DAYS_AFTER };
  g_autoptr (GPtrArray) school = NULL;

  if (self->avoid[region] != NULL)
    return self->avoid[region];
  self->avoid[region] = g_array_new (FALSE, FALSE, sizeof (AjDateRange));
  school = aj_holidays_list_school (self->holidays, &time, region);
  for (guint i = 0; i < school->len; i++)
    g_array_append_val (self->avoid[region], ((const AjSchoolHoliday *) school->pdata[i])->days);
  add_public_holidays (self->avoid[region], &time);
  return self->avoid[region];
}

/* The planner asks for its own transport on either side. Two loans need as much time between them as the one that asks for
 * more: so what this one asks for beyond that is in the way as well. */
static void
add_taken (Problem *self, const AjValues *loan)
{
  int own = self->terms.transport_days;
  int before = (int) aj_values_get_integer (loan, "transport-before") - own;
  int after = (int) aj_values_get_integer (loan, "transport-after") - own;
  AjDate last = aj_loan_get_last_day (loan);

  add_days (self->terms.taken,
            aj_date_add_working_days (aj_values_get_date (loan, "from"), -MAX (before, 0)),
            last != AJ_DATE_NONE ? aj_date_add_working_days (last, MAX (after, 0)) : last);
}

/* @moving (nullable) (element-type AjValues): those that are not in the way, for they move themselves. */
static void
problem_init (Problem *self,
              AjRolloutFacts *facts,
              AjHolidays *holidays,
              const AjValues *material,
              AjDate starts_on,
              int transport_days,
              GPtrArray *moving)
{
  GPtrArray *loans = aj_rollout_facts_get_loans (facts);
  AjDate from = aj_values_get_date (material, "from");
  AjDate until = aj_values_get_date (material, "until");

  *self = (Problem){ .facts = facts, .holidays = holidays };
  self->terms = (AjTourTerms){
    .starts_on = starts_on,
    .days = 1,
    .transport_days = transport_days,
    .home = get_place (facts, aj_values_get_text (material, "municipality")),
    .taken = g_array_new (FALSE, FALSE, sizeof (AjDateRange)),
  };
  self->stops = g_array_new (FALSE, TRUE, sizeof (AjTourStop));
  for (guint i = 0; i < loans->len; i++)
    if (is (loans->pdata[i], "material", aj_values_get_id (material)) &&
        aj_loan_counts (loans->pdata[i]) &&
        (moving == NULL || !g_ptr_array_find (moving, loans->pdata[i], NULL)))
      add_taken (self, loans->pdata[i]);
  if (from != AJ_DATE_NONE)
    add_days (self->terms.taken, AJ_DATE_NONE, from - 1);
  if (until != AJ_DATE_NONE)
    add_days (self->terms.taken, until + 1, AJ_DATE_NONE);
}

static void
add_stop (
    Problem *self, const char *municipality, AjDateRange asked, int days, gboolean in_holidays)
{
  AjTourStop stop = {
    .place = get_place (self->facts, municipality),
    .asked = asked,
    .days = days,
    .avoid = in_holidays ? NULL : get_avoid (self, get_region (self->facts, municipality)),
  };

  g_array_append_val (self->stops, stop);
}

static const AjTourStop *
get_stops (const Problem *self)
{
  return (const AjTourStop *) (gpointer) self->stops->data;
}

/* (nullable): what keeps the thing away for good. */
static const AjValues *
find_endless (AjRolloutFacts *facts, const AjValues *material)
{
  GPtrArray *loans = aj_rollout_facts_get_loans (facts);

  for (guint i = 0; i < loans->len; i++)
    if (is (loans->pdata[i], "material", aj_values_get_id (material)) &&
        aj_loan_counts (loans->pdata[i]) && aj_loan_get_last_day (loans->pdata[i]) == AJ_DATE_NONE)
      return loans->pdata[i];
  return NULL;
}

static void
explain_no_days (AjRolloutFacts *facts, const AjValues *material, GError **error)
{
  const char *name = aj_values_get_text (material, "name");
  const AjValues *endless = find_endless (facts, material);
  g_autofree char *day = NULL;

  if (endless != NULL)
    {
      day = aj_date_format_plain (aj_values_get_date (endless, "from"));
      g_set_error (error, AJ_MODEL_ERROR, AJ_MODEL_ERROR_RULE,
                   /* Translators: the name of a thing, and a date. */
                   _ ("“%1$s” is away from %2$s until further notice. Say there until when, or "
                      "choose an earlier day."),
                   name, day);
    }
  else if (!aj_values_is_empty (material, "until"))
    {
      day = aj_date_format_plain (aj_values_get_date (material, "until"));
      g_set_error (error, AJ_MODEL_ERROR, AJ_MODEL_ERROR_RULE,
                   /* Translators: the name of a thing, and a date. */
                   _ ("“%1$s” is there until %2$s. Choose fewer places, fewer days or an earlier "
                      "first day."),
                   name, day);
    }
  else
    g_set_error (
        error, AJ_MODEL_ERROR, AJ_MODEL_ERROR_RULE,
        /* Translators: the name of a thing. */
        _ ("There are not enough free days for “%s” within two years. Choose fewer days at "
           "each place, or do not avoid the holidays."),
        name);
}

static int
get_transport_days (const AjValues *material)
{
  return (int) aj_values_get_integer (material, "transport-days");
}

AjTourPlan *
aj_tour_job_plan (AjRolloutFacts *facts,
                  AjHolidays *holidays,
                  const AjTourRequest *request,
                  GError **error)
{
  const AjValues *material = aj_rollout_facts_get (facts, request->material);
  g_auto (Problem) problem = { NULL };
  AjTourPlan *plan;

  g_return_val_if_fail (material != NULL && request->n_wishes > 0 &&
                            request->n_wishes <= AJ_TOUR_MAX_STOPS && request->days > 0 &&
                            request->starts_on != AJ_DATE_NONE,
                        NULL);

  problem_init (&problem, facts, holidays, material, request->starts_on,
                get_transport_days (material), NULL);
  for (guint i = 0; i < request->n_wishes; i++)
    add_stop (&problem, request->wishes[i].municipality, request->wishes[i].asked, request->days,
              request->in_holidays);
  plan = request->as_given
             ? aj_tour_plan_in_order (&problem.terms, get_stops (&problem), request->n_wishes)
             : aj_tour_plan_make (&problem.terms, get_stops (&problem), request->n_wishes);
  if (plan == NULL)
    explain_no_days (facts, material, error);
  return plan;
}

gboolean
aj_tour_job_knows_holidays (AjRolloutFacts *facts,
                            AjHolidays *holidays,
                            const AjTourRequest *request,
                            const AjTourPlan *plan)
{
  for (guint i = 0; i < plan->legs->len; i++)
    {
      const AjTourLeg *leg = &g_array_index (plan->legs, AjTourLeg, i);
      AjSchoolRegion region = get_region (facts, request->wishes[leg->stop].municipality);

      if (!aj_holidays_covers (holidays, leg->days.first, region) ||
          !aj_holidays_covers (holidays, leg->days.last, region))
        return FALSE;
    }
  return TRUE;
}

/* (nullable): the last loan there of which it is known where it stood, or with whom that was agreed; of the same thing before
 * that of another. */
static const AjValues *
find_before (AjRolloutFacts *facts, const AjTourRequest *request, const char *municipality)
{
  GPtrArray *loans = aj_rollout_facts_get_loans (facts);
  const AjValues *found = NULL;

  for (guint i = 0; i < loans->len; i++)
    {
      const AjValues *loan = loans->pdata[i];
      gboolean is_own = is (loan, "material", request->material);

      if (!is (loan, "municipality", municipality) || !aj_loan_counts (loan) ||
          (aj_values_is_empty (loan, "place") && aj_values_is_empty (loan, "contact")))
        continue;
      if (found == NULL || (is_own && !is (found, "material", request->material)) ||
          (is_own == is (found, "material", request->material) &&
           aj_values_get_date (loan, "from") > aj_values_get_date (found, "from")))
        found = loan;
    }
  return found;
}

/* (nullable): what it is for there, when that can be one thing only. */
static const char *
find_rollout (AjRolloutFacts *facts, const AjTourRequest *request, const char *municipality)
{
  GPtrArray *rollouts = aj_rollout_facts_get_rollouts (facts);
  const char *intervention = aj_values_get_text (aj_rollout_facts_get (facts, request->material),
                                                 "intervention");
  const char *found = NULL;

  for (guint i = 0; intervention != NULL && i < rollouts->len; i++)
    {
      const AjValues *rollout = rollouts->pdata[i];

      if (!aj_rollout_is_open (rollout) || !is (rollout, "intervention", intervention) ||
          !is (rollout, "municipality", municipality))
        continue;
      if (found != NULL)
        return NULL;
      found = aj_values_get_id (rollout);
    }
  return found;
}

static void
add_loan (AjEdit *edit,
          AjRolloutFacts *facts,
          const AjTourRequest *request,
          const char *tour,
          const AjTourLeg *leg)
{
  const char *municipality = request->wishes[leg->stop].municipality;
  const AjValues *before = find_before (facts, request, municipality);
  AjValues *loan = aj_edit_add (edit, &aj_loan_record_type);

  aj_values_set_text (loan, "material", request->material);
  aj_values_set_text (loan, "municipality", municipality);
  aj_values_set_text (loan, "tour", tour);
  aj_values_set_text (loan, "rollout", find_rollout (facts, request, municipality));
  aj_values_set_date (loan, "from", leg->days.first);
  aj_values_set_date (loan, "until", leg->days.last);
  if (before != NULL)
    {
      aj_values_set_text (loan, "place", aj_values_get_text (before, "place"));
      aj_values_set_text (loan, "contact", aj_values_get_text (before, "contact"));
    }
}

AjEdit *
aj_tour_job_make (AjStore *store,
                  AjRolloutFacts *facts,
                  const AjTourRequest *request,
                  const AjTourPlan *plan)
{
  const char *thing = aj_rollout_facts_get_name (facts, request->material);
  AjDate first = g_array_index (plan->legs, AjTourLeg, 0).days.first;
  g_autofree char *day = aj_date_format_plain (first);
  /* Translators: the name of a thing, and a date: what a tour of it is called. */
  g_autofree char *name = g_strdup_printf (_ ("%1$s from %2$s"), thing, day);
  g_autofree char *label = g_strdup_printf (
      /* Translators: the name of a thing, and a number. */
      ngettext ("Tour of %1$s along %2$u municipality", "Tour of %1$s along %2$u municipalities",
                plan->legs->len),
      thing, plan->legs->len);
  AjEdit *edit = aj_edit_new (store, label);
  AjValues *tour = aj_edit_add (edit, &aj_tour_record_type);

  aj_values_set_text (tour, "material", request->material);
  aj_values_set_text (tour, "name", request->name);
  if (aj_values_is_empty (tour, "name"))
    aj_values_set_text (tour, "name", name);
  aj_values_set_date (tour, "starts-on", first);
  for (guint i = 0; i < plan->legs->len; i++)
    add_loan (edit, facts, request, aj_values_get_id (tour),
              &g_array_index (plan->legs, AjTourLeg, i));
  return edit;
}

static GPtrArray *
list_stops (AjRolloutFacts *facts, const char *tour, gboolean only_open, const char *from)
{
  GPtrArray *loans = aj_rollout_facts_get_loans (facts);
  GPtrArray *stops = g_ptr_array_new ();
  gboolean begun = from == NULL;

  /* All are of one thing, and so in order of day. */
  for (guint i = 0; i < loans->len; i++)
    {
      begun = begun || g_strcmp0 (aj_values_get_id (loans->pdata[i]), from) == 0;
      if (begun && is (loans->pdata[i], "tour", tour) && aj_loan_counts (loans->pdata[i]) &&
          (!only_open || is (loans->pdata[i], "state", AJ_LOAN_PLANNED)))
        g_ptr_array_add (stops, loans->pdata[i]);
    }
  return stops;
}

GPtrArray *
aj_tour_job_list_stops (AjRolloutFacts *facts, const char *tour)
{
  return list_stops (facts, tour, FALSE, NULL);
}

GPtrArray *
aj_tour_job_list_open (AjRolloutFacts *facts, const char *tour)
{
  return list_stops (facts, tour, TRUE, NULL);
}

/* What is in the way of @days, as a sentence; NULL: it is none of what can be named. */
static char *
describe_obstacle (const Problem *self,
                   const AjValues *material,
                   const AjTourStop *stop,
                   AjDate day)
{
  AjDateRange days = { day, day + stop->days - 1 };
  AjDateRange whole = { aj_date_add_working_days (days.first, -self->terms.transport_days),
                        aj_date_add_working_days (days.last, self->terms.transport_days) };
  g_autofree char *first = aj_date_format_long (day);

  if (!aj_date_is_working_day (day))
    /* Translators: a date, with its weekday. */
    return g_strdup_printf (_ ("%s is no working day."), first);
  for (guint i = 0; i < self->terms.taken->len; i++)
    if (aj_date_range_overlaps (&g_array_index (self->terms.taken, AjDateRange, i), &whole))
      /* Translators: the name of a thing, and a date. */
      return g_strdup_printf (_ ("“%1$s” is somewhere else then, or on its way: on %2$s it "
                                 "cannot begin."),
                              aj_values_get_text (material, "name"), first);
  for (guint i = 0; i < stop->avoid->len; i++)
    if (aj_date_range_overlaps (&g_array_index (stop->avoid, AjDateRange, i), &days))
      /* Translators: a date. */
      return g_strdup_printf (_ ("From %s it would run into a holiday."), first);
  return NULL;
}

/* Whether the plan begins when it was asked to; says why not, and from when it could. */
static gboolean
begins_as_asked (const Problem *self,
                 const AjValues *material,
                 const AjTourPlan *plan,
                 AjDate first_day,
                 AjDate *proposal,
                 GError **error)
{
  AjDate first = g_array_index (plan->legs, AjTourLeg, 0).days.first;
  g_autofree char *reason = NULL;
  g_autofree char *day = NULL;

  if (first == first_day)
    return TRUE;
  *proposal = first;
  reason = describe_obstacle (self, material, get_stops (self), first_day);
  day = aj_date_format_long (first);
  g_set_error (error, AJ_MODEL_ERROR, AJ_MODEL_ERROR_RULE,
               /* Translators: a sentence, and a date. */
               _ ("%1$s It can begin on %2$s."), reason != NULL ? reason : "", day);
  return FALSE;
}

static int
get_most_transport (GPtrArray *loans)
{
  gint64 most = 0;

  for (guint i = 0; i < loans->len; i++)
    most = MAX (most, MAX (aj_values_get_integer (loans->pdata[i], "transport-before"),
                           aj_values_get_integer (loans->pdata[i], "transport-after")));
  return (int) most;
}

AjTourPlan *
aj_tour_job_plan_move (AjRolloutFacts *facts,
                       AjHolidays *holidays,
                       const char *tour,
                       const char *from,
                       AjDate first_day,
                       AjDate *proposal,
                       GError **error)
{
  const AjValues *record = aj_rollout_facts_get (facts, tour);
  const AjValues *material;
  g_autoptr (GPtrArray) moving = list_stops (facts, tour, TRUE, from);
  g_auto (Problem) problem = { NULL };
  g_autoptr (AjTourPlan) plan = NULL;
  AjDate ignored;

  g_return_val_if_fail (record != NULL && first_day != AJ_DATE_NONE, NULL);

  proposal = proposal != NULL ? proposal : &ignored;
  *proposal = AJ_DATE_NONE;
  if (moving->len == 0 || moving->len > AJ_TOUR_MAX_STOPS)
    {
      g_set_error_literal (error, AJ_MODEL_ERROR, AJ_MODEL_ERROR_RULE,
                           moving->len == 0
                               ? _ ("Every stop of the tour was handed over or cancelled, so "
                                    "nothing is left to move.")
                               : _ ("The tour has too many stops to move at once."));
      return NULL;
    }
  material = aj_rollout_facts_get (facts, aj_values_get_text (record, "material"));
  problem_init (&problem, facts, holidays, material, first_day, get_most_transport (moving),
                moving);
  for (guint i = 0; i < moving->len; i++)
    {
      const AjValues *loan = moving->pdata[i];
      AjDate until = aj_values_get_date (loan, "until");

      add_stop (&problem, aj_values_get_text (loan, "municipality"),
                (AjDateRange){ AJ_DATE_NONE, AJ_DATE_NONE },
                (int) (until - aj_values_get_date (loan, "from")) + 1, FALSE);
    }
  plan = aj_tour_plan_in_order (&problem.terms, get_stops (&problem), moving->len);
  if (plan == NULL)
    explain_no_days (facts, material, error);
  else if (!begins_as_asked (&problem, material, plan, first_day, proposal, error))
    return NULL;
  return g_steal_pointer (&plan);
}

static void
move_loan (AjEdit *edit, const AjValues *before, const AjDateRange *days)
{
  guint64 both = G_GUINT64_CONSTANT (1) << aj_record_type_find (&aj_loan_record_type, "from") |
                 G_GUINT64_CONSTANT (1) << aj_record_type_find (&aj_loan_record_type, "until");
  AjValues *after = aj_edit_change_values (edit, before);

  aj_values_set_date (after, "from", days->first);
  aj_values_set_date (after, "until", days->last);
  aj_values_follow (before, after, both);
  /* One that was handed over meanwhile stays where it is. */
  aj_edit_guard (edit, before);
}

AjEdit *
aj_tour_job_move (AjStore *store,
                  AjRolloutFacts *facts,
                  const char *tour,
                  const char *from,
                  const AjTourPlan *plan)
{
  const AjValues *record = aj_rollout_facts_get (facts, tour);
  g_autoptr (GPtrArray) all = aj_tour_job_list_stops (facts, tour);
  g_autoptr (GPtrArray) moving = list_stops (facts, tour, TRUE, from);
  AjDate first = g_array_index (plan->legs, AjTourLeg, 0).days.first;
  g_autofree char *day = aj_date_format_day_month (first);
  g_autofree char *label = NULL;
  AjEdit *edit;

  g_return_val_if_fail (plan->legs->len == moving->len, NULL);

  /* Translators: the name of a tour, and a day. */
  label = g_strdup_printf (_ ("Move tour %1$s to %2$s"), aj_values_get_text (record, "name"), day);
  edit = aj_edit_new (store, label);
  for (guint i = 0; i < plan->legs->len; i++)
    {
      const AjTourLeg *leg = &g_array_index (plan->legs, AjTourLeg, i);

      move_loan (edit, moving->pdata[leg->stop], &leg->days);
    }
  if (all->pdata[0] == moving->pdata[0])
    aj_values_set_date (aj_edit_change_values (edit, record), "starts-on", first);
  return edit;
}

AjEdit *
aj_tour_job_cancel (AjStore *store, AjRolloutFacts *facts, const char *tour)
{
  g_autoptr (GPtrArray) open = aj_tour_job_list_open (facts, tour);
  /* Translators: the name of a tour. */
  g_autofree char *label = g_strdup_printf (_ ("Cancel the rest of tour %s"),
                                            aj_rollout_facts_get_name (facts, tour));
  AjEdit *edit;

  if (open->len == 0)
    return NULL;
  edit = aj_edit_new (store, label);
  for (guint i = 0; i < open->len; i++)
    {
      aj_values_set_text (aj_edit_change_values (edit, open->pdata[i]), "state", AJ_LOAN_CANCELLED);
      aj_edit_guard (edit, open->pdata[i]);
    }
  return edit;
}
