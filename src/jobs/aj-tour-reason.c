/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-tour-reason.h"

#include <glib/gi18n-lib.h>

#include "aj-loan.h"
#include "aj-public-holidays.h"
#include "aj-tour-job-private.h"
#include "aj-week.h"

/* School holidays are longer, and one that begins on a public one is told as such. */
static gboolean
find_public (const AjTourLeg *leg, AjPublicHoliday *holiday)
{
  return leg->obstacle.first == leg->obstacle.last &&
         aj_public_holiday_find (leg->obstacle.first, holiday);
}

static char *
describe_holiday (AjRolloutFacts *facts,
                  AjHolidays *holidays,
                  const char *municipality,
                  const AjTourLeg *leg)
{
  AjPublicHoliday public;
  g_autofree char *name = NULL;

  if (find_public (leg, &public))
    {
      name = aj_public_holiday_to_text (public.name);
      /* Translators: the name of a public holiday. */
      return g_strdup_printf (_ ("Not on a public holiday: %s"), name);
    }
  name = aj_holidays_describe_school (holidays, leg->obstacle.first,
                                      aj_tour_problem_get_region (facts, municipality), NULL);
  /* Translators: the name of a school holiday. */
  return g_strdup_printf (_ ("Not in a school holiday: %s"), name != NULL ? name : "");
}

/* (nullable): what the thing is elsewhere for. */
static const AjValues *
find_loan (AjRolloutFacts *facts, const char *material, const AjDateRange *days)
{
  GPtrArray *loans = aj_rollout_facts_get_loans (facts);

  for (guint i = 0; i < loans->len; i++)
    {
      AjDate from = aj_values_get_date (loans->pdata[i], "from");

      if (aj_tour_is (loans->pdata[i], "material", material) && aj_loan_counts (loans->pdata[i]) &&
          aj_date_range_contains (days, from) &&
          aj_date_range_contains (days, aj_loan_get_last_day (loans->pdata[i])))
        return loans->pdata[i];
    }
  return NULL;
}

static char *
describe_taken (AjRolloutFacts *facts, const char *material, const AjTourLeg *leg)
{
  const AjValues *loan = find_loan (facts, material, &leg->obstacle);
  g_autofree char *day = NULL;

  if (loan == NULL)
    {
      day = aj_date_format_plain (leg->obstacle.last + 1);
      /* Translators: a date; of a thing on loan. */
      return g_strdup_printf (_ ("Not there before %s"), day);
    }
  day = aj_date_format_day_month (aj_loan_get_last_day (loan));
  if (aj_tour_is (loan, "kind", AJ_LOAN_AWAY))
    /* Translators: a day; of a thing on loan. */
    return g_strdup_printf (_ ("Damaged or away until %s"), day);
  /* Translators: who has a thing on loan, and until which day. */
  return g_strdup_printf (_ ("With %1$s until %2$s"), aj_rollout_facts_get_place (facts, loan),
                          day);
}

static char *
describe_wait (AjRolloutFacts *facts,
               AjHolidays *holidays,
               const char *material,
               const AjTourWish *wish,
               const AjTourLeg *leg)
{
  g_autofree char *weeks = NULL;

  switch (leg->wait)
    {
    case AJ_TOUR_WAIT_ASKED:
      weeks = aj_weeks_format (&wish->asked);
      /* Translators: "week 41" or "weeks 41–43", in which somebody asked for a thing on loan. */
      return g_strdup_printf (_ ("Waits for %s, as asked"), weeks);
    case AJ_TOUR_WAIT_AVOIDED:
      return describe_holiday (facts, holidays, wish->municipality, leg);
    case AJ_TOUR_WAIT_TAKEN:
      return describe_taken (facts, material, leg);
    case AJ_TOUR_WAIT_NONE:
    default:
      return NULL;
    }
}

char *
aj_tour_reason_describe (AjRolloutFacts *facts,
                         AjHolidays *holidays,
                         const char *material,
                         const AjTourWish *wish,
                         const AjTourLeg *leg)
{
  g_autofree char *wait = describe_wait (facts, holidays, material, wish, leg);
  g_autofree char *weeks = NULL;
  g_autofree char *missed = NULL;

  if (leg->as_asked)
    return g_steal_pointer (&wait);
  weeks = aj_weeks_format (&wish->asked);
  /* Translators: "week 41" or "weeks 41–43", in which somebody asked for a thing on loan. */
  missed = g_strdup_printf (_ ("Not in the time asked for: %s"), weeks);
  return wait == NULL ? g_steal_pointer (&missed) : g_strdup_printf ("%s · %s", missed, wait);
}

const char *
aj_tour_reason_get_code (const AjTourLeg *leg)
{
  AjPublicHoliday public;

  switch (leg->wait)
    {
    case AJ_TOUR_WAIT_ASKED:
      return "asked-week";
    case AJ_TOUR_WAIT_AVOIDED:
      return find_public (leg, &public) ? "public-holiday" : "school-holiday";
    case AJ_TOUR_WAIT_TAKEN:
      return "taken";
    case AJ_TOUR_WAIT_NONE:
    default:
      return NULL;
    }
}

char *
aj_tour_reason_sum_up (const AjTourPlan *plan)
{
  const AjTourLeg *first = &g_array_index (plan->legs, AjTourLeg, 0);
  const AjTourLeg *last = &g_array_index (plan->legs, AjTourLeg, plan->legs->len - 1);
  g_autofree char *from = aj_date_format_short (first->days.first);
  g_autofree char *until = aj_date_format_short (last->days.last);
  g_autofree char *missed = NULL;
  g_autofree char *line = g_strdup_printf (
      /* Translators: a number of stops, two dates, and a number of kilometres. */
      ngettext ("%1$u stop, %2$s – %3$s, %4$.0f km in all as the crow flies.",
                "%1$u stops, %2$s – %3$s, %4$.0f km in all as the crow flies.", plan->legs->len),
      plan->legs->len, from, until, plan->kilometres);

  if (plan->n_missed == 0)
    return g_steal_pointer (&line);
  missed = g_strdup_printf (ngettext ("%u is not in the week that was asked for.",
                                      "%u are not in the week that was asked for.", plan->n_missed),
                            plan->n_missed);
  return g_strdup_printf ("%s %s", line, missed);
}
