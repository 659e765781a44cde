/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-tour-doubt.h"

#include <glib/gi18n-lib.h>

#include "aj-loan.h"
#include "aj-tour-job-private.h"
#include "aj-working-days.h"

static const AjTourLeg *
get_leg (const AjTourPlan *plan, guint index)
{
  return &g_array_index (plan->legs, AjTourLeg, index);
}

static char *
describe_past (AjDate first, AjDate today, AjDate *proposal)
{
  g_autofree char *day = NULL;

  if (first >= today)
    return NULL;
  *proposal = aj_date_next_working_day (today);
  day = aj_date_format_plain (first);
  /* Translators: a date. */
  return g_strdup_printf (_ ("It would begin in the past, on %s."), day);
}

/* When a place is to have it: in the weeks it asked for and those it got, or any time from the beginning on. */
static AjDateRange
get_time (const AjTourRequest *request, const AjTourPlan *plan, const AjTourLeg *leg)
{
  const AjDateRange *asked = &request->wishes[leg->stop].asked;

  if (asked->last != AJ_DATE_NONE)
    return (AjDateRange){ MIN (asked->first, leg->days.first), MAX (asked->last, leg->days.last) };
  return (AjDateRange){ request->starts_on, get_leg (plan, plan->legs->len - 1)->days.last };
}

/* (nullable): the loan of it to @municipality in @time. */
static const AjValues *
find_loan (AjRolloutFacts *facts,
           const char *material,
           const char *municipality,
           const AjDateRange *time)
{
  GPtrArray *loans = aj_rollout_facts_get_loans (facts);

  for (guint i = 0; i < loans->len; i++)
    {
      AjDateRange days = { aj_values_get_date (loans->pdata[i], "from"),
                           aj_loan_get_last_day (loans->pdata[i]) };

      if (aj_tour_is (loans->pdata[i], "material", material) &&
          aj_tour_is (loans->pdata[i], "municipality", municipality) &&
          aj_loan_counts (loans->pdata[i]) && aj_date_range_overlaps (&days, time))
        return loans->pdata[i];
    }
  return NULL;
}

/* What goes to every place of a plan already. */
typedef struct
{
  const char *tour; /* (borrowed) (nullable): of which all of it is part */
  AjDateRange days;
} Same;

static gboolean
find_same (AjRolloutFacts *facts, const AjTourRequest *request, const AjTourPlan *plan, Same *same)
{
  for (guint i = 0; i < plan->legs->len; i++)
    {
      const AjTourLeg *leg = get_leg (plan, i);
      AjDateRange time = get_time (request, plan, leg);
      const AjValues *loan = find_loan (facts, request->material,
                                        request->wishes[leg->stop].municipality, &time);
      const char *tour;

      if (loan == NULL)
        return FALSE;
      tour = aj_values_get_text (loan, "tour");
      if (i == 0)
        *same = (Same){ tour, { aj_values_get_date (loan, "from"), aj_loan_get_last_day (loan) } };
      if (g_strcmp0 (tour, same->tour) != 0)
        same->tour = NULL;
      same->days.first = MIN (same->days.first, aj_values_get_date (loan, "from"));
      same->days.last = MAX (same->days.last, aj_loan_get_last_day (loan));
    }
  return TRUE;
}

static char *
describe_same (AjRolloutFacts *facts, const AjTourRequest *request, const Same *same)
{
  const char *tour = aj_rollout_facts_get_name (facts, same->tour);
  g_autofree char *first = aj_date_format_plain (same->days.first);
  g_autofree char *last = aj_date_format_plain (same->days.last);

  if (tour != NULL)
    /* Translators: the name of a tour. */
    return g_strdup_printf (_ ("The tour “%s” goes to all of these in the same time already."),
                            tour);
  /* Translators: the name of a thing, and two dates. */
  return g_strdup_printf (_ ("“%1$s” goes to all of these from %2$s until %3$s already."),
                          aj_rollout_facts_get_name (facts, request->material), first, last);
}

char *
aj_tour_doubt_plan (AjRolloutFacts *facts,
                    const AjTourRequest *request,
                    const AjTourPlan *plan,
                    AjDate today,
                    AjDate *proposal)
{
  const AjValues *material = aj_rollout_facts_get (facts, request->material);
  char *past = describe_past (get_leg (plan, 0)->days.first, today, proposal);
  Same same = { NULL, { AJ_DATE_NONE, AJ_DATE_NONE } };

  if (past != NULL || !find_same (facts, request, plan, &same))
    return past;
  *proposal = aj_date_next_working_day (
      aj_date_add_working_days (same.days.last,
                                (int) aj_values_get_integer (material, "transport-days")) +
      1);
  return describe_same (facts, request, &same);
}

char *
aj_tour_doubt_move (
    AjRolloutFacts *facts, const char *tour, const AjTourPlan *plan, AjDate today, AjDate *proposal)
{
  g_autoptr (GPtrArray) moving = aj_tour_job_list_open (facts, tour);
  AjDate first = get_leg (plan, 0)->days.first;

  /* It stands there already. */
  if (aj_values_get_date (moving->pdata[0], "from") == first)
    return NULL;
  return describe_past (first, today, proposal);
}
