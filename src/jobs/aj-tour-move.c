/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-tour-job-private.h"

#include <glib/gi18n-lib.h>

#include "aj-loan.h"
#include "aj-working-days.h"

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
      if (begun && aj_tour_is (loans->pdata[i], "tour", tour) && aj_loan_counts (loans->pdata[i]) &&
          (!only_open || aj_tour_is (loans->pdata[i], "state", AJ_LOAN_PLANNED)))
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

AjTourWish
aj_tour_job_get_wish (const AjValues *loan)
{
  return (AjTourWish){ aj_values_get_text (loan, "municipality"), aj_loan_get_asked (loan) };
}

/* What is in the way of @days, as a sentence; NULL: it is none of what can be named. */
static char *
describe_obstacle (const AjTourProblem *self,
                   const AjValues *material,
                   const AjTourStop *stop,
                   AjDate day)
{
  AjDateRange days = { day, aj_date_next_working_day (day + stop->days - 1) };
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
  for (guint i = 0; stop->avoid != NULL && i < stop->avoid->len; i++)
    if (aj_date_range_overlaps (&g_array_index (stop->avoid, AjDateRange, i), &days))
      /* Translators: a date. */
      return g_strdup_printf (_ ("From %s it would run into a holiday."), first);
  return NULL;
}

/* Whether the plan begins when it was asked to; says why not, and from when it could. */
static gboolean
begins_as_asked (const AjTourProblem *self,
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
  reason = describe_obstacle (self, material, aj_tour_problem_get_stops (self), first_day);
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

/* What was planned within holidays may be moved within them. */
static gboolean
are_in_holidays (const AjTourProblem *problem, GPtrArray *loans)
{
  for (guint i = 0; i < loans->len; i++)
    if (aj_tour_problem_is_in_holidays (problem, loans->pdata[i]))
      return TRUE;
  return FALSE;
}

/* By how many working days, backwards when negative. */
static int
count_shift (AjDate before, AjDate after)
{
  int n_days = 0;

  for (AjDate day = MIN (before, after) + 1; day <= MAX (before, after); day++)
    n_days += aj_date_is_working_day (day) ? 1 : 0;
  return before <= after ? n_days : -n_days;
}

/* How long a loan was to be at least: it may have got days more so that it could be fetched on a working day. */
static int
get_least_days (const AjValues *loan)
{
  AjDate from = aj_values_get_date (loan, "from");
  AjDate until = aj_values_get_date (loan, "until");
  AjDate last = until;

  if (!aj_date_is_working_day (until))
    return (int) (until - from) + 1;
  while (last > from && !aj_date_is_working_day (last - 1))
    last--;
  return (int) (last - from) + 1;
}

/* As long as all stops of a tour were to be, if that explains this one. */
static int
get_days (const AjValues *loan, int least)
{
  int most = (int) (aj_values_get_date (loan, "until") - aj_values_get_date (loan, "from")) + 1;

  return CLAMP (least, get_least_days (loan), most);
}

/* Whether from @day on all of it lies within what was asked. */
static gboolean
fits (const AjTourStop *stop, AjDate day)
{
  return day >= stop->asked.first && day + stop->days - 1 <= stop->asked.last;
}

/* What stands in the weeks it asked for stays there, and what comes past them waits there; what somebody put elsewhere is not
 * fetched back. @now: its first day; where it goes when it keeps its distance is in the stop. */
static void
keep_to_asked (AjTourStop *stop, AjDate now)
{
  if (fits (stop, stop->not_before))
    stop->prefers = stop->not_before;
  else if (fits (stop, now))
    stop->prefers = now;
  else
    stop->at_once = (now < stop->asked.first) == (stop->not_before < stop->asked.first);
}

/* Each stop no earlier than its own days and the shift say: a time between two of them was meant. The first begins when it is
 * told to, whatever it asked for. */
static void
add_stops (AjTourProblem *problem, GPtrArray *moving, AjDate first_day)
{
  gboolean in_holidays = are_in_holidays (problem, moving);
  int least = 1;
  int shift = count_shift (aj_values_get_date (moving->pdata[0], "from"), first_day);

  for (guint i = 0; i < moving->len; i++)
    least = MAX (least, get_least_days (moving->pdata[i]));
  for (guint i = 0; i < moving->len; i++)
    {
      const AjValues *loan = moving->pdata[i];
      AjDate from = aj_values_get_date (loan, "from");
      AjTourStop stop = { .asked = aj_loan_get_asked (loan),
                          .days = get_days (loan, least),
                          .not_before = i > 0 ? aj_date_add_working_days (from, shift) : first_day,
                          .prefers = AJ_DATE_NONE,
                          .at_once = i == 0 };

      if (i > 0 && stop.asked.last != AJ_DATE_NONE)
        keep_to_asked (&stop, from);
      aj_tour_problem_add_stop (problem, aj_values_get_text (loan, "municipality"), &stop,
                                in_holidays);
    }
}

/* One without a last day, as what is away until further notice, is of no length. */
static gboolean
can_move (GPtrArray *moving, GError **error)
{
  g_autofree char *sentence = NULL;

  if (moving->len == 0)
    sentence = g_strdup (_ ("Every stop of the tour was handed over or cancelled, so nothing is "
                            "left to move."));
  else if (moving->len > AJ_TOUR_MAX_STOPS)
    sentence = g_strdup (_ ("The tour has too many stops to move at once."));
  for (guint i = 0; sentence == NULL && i < moving->len; i++)
    if (aj_values_is_empty (moving->pdata[i], "until"))
      {
        g_autofree char *day = aj_date_format_plain (aj_values_get_date (moving->pdata[i], "from"));

        /* Translators: a date. */
        sentence = g_strdup_printf (_ ("What begins on %s has no last day. Fill that in first."),
                                    day);
      }
  if (sentence != NULL)
    g_set_error_literal (error, AJ_MODEL_ERROR, AJ_MODEL_ERROR_RULE, sentence);
  return sentence == NULL;
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
  g_auto (AjTourProblem) problem = { NULL };
  g_autoptr (AjTourPlan) plan = NULL;
  AjDate ignored;

  g_return_val_if_fail (record != NULL && first_day != AJ_DATE_NONE, NULL);

  proposal = proposal != NULL ? proposal : &ignored;
  *proposal = AJ_DATE_NONE;
  if (!can_move (moving, error) || !aj_tour_problem_check_day (first_day, error))
    return NULL;
  material = aj_rollout_facts_get (facts, aj_values_get_text (record, "material"));
  aj_tour_problem_init (&problem, facts, holidays, material, first_day, get_most_transport (moving),
                        moving);
  add_stops (&problem, moving, first_day);
  plan = aj_tour_plan_in_order (&problem.terms, aj_tour_problem_get_stops (&problem), moving->len);
  if (plan == NULL)
    aj_tour_problem_explain (facts, material, error);
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

/* A name that only says from when the thing goes round, says it of the new day; one that somebody gave it stays. */
static void
begin_on (AjValues *after, AjRolloutFacts *facts, const AjValues *before, AjDate first)
{
  const char *material = aj_values_get_text (before, "material");
  g_autofree char *old = aj_tour_job_dup_name (facts, material,
                                               aj_values_get_date (before, "starts-on"));
  g_autofree char *name = aj_tour_job_dup_name (facts, material, first);

  if (g_str_equal (aj_values_get_text (before, "name"), old))
    aj_values_set_text (after, "name", name);
  aj_values_set_date (after, "starts-on", first);
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
    begin_on (aj_edit_change_values (edit, record), facts, record, first);
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
