/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-free-weeks.h"

#include <glib/gi18n-lib.h>

#include "aj-loan.h"
#include "aj-week.h"
#include "aj-working-days.h"

/* Monday to Friday. */
#define WORKING_DAYS 5

typedef enum
{
  DAY_FREE,
  DAY_TRAVELS,
  DAY_TAKEN,
  DAY_NOT_THERE,
  N_DAY_STATES,
} DayState;

static const struct
{
  const char *label;
  const char *mark;
} looks[AJ_N_FREE_WEEK_STATES] = {
  [AJ_FREE_WEEK_FREE] = { N_ ("free"), "○" },
  [AJ_FREE_WEEK_PARTLY] = { N_ ("partly free"), "◐" },
  [AJ_FREE_WEEK_TRAVELS] = { N_ ("on its way"), "→" },
  [AJ_FREE_WEEK_TAKEN] = { N_ ("taken"), "●" },
  [AJ_FREE_WEEK_NOT_THERE] = { N_ ("not there"), "–" },
};

const char *
aj_free_week_state_get_label (AjFreeWeekState self)
{
  return _ (looks[self].label);
}

const char *
aj_free_week_state_get_mark (AjFreeWeekState self)
{
  return looks[self].mark;
}

/* Between two loans lies as much as the one that asks for more; another one would ask for @transport, as the thing does. */
static DayState
get_day_of (const AjValues *loan, int transport, AjDate day, AjDate today)
{
  int before = MAX (transport, (int) aj_values_get_integer (loan, "transport-before"));
  int after = MAX (transport, (int) aj_values_get_integer (loan, "transport-after"));
  AjDate from = aj_values_get_date (loan, "from");
  AjDate last = aj_loan_get_last_day (loan);
  AjDateRange there = { from, aj_loan_is_late (loan, today) ? MAX (last, today) : last };
  AjDateRange whole = { aj_date_add_working_days (from, -before),
                        aj_date_add_working_days (last, after) };

  if (aj_date_range_contains (&there, day))
    return DAY_TAKEN;
  return aj_date_range_contains (&whole, day) ? DAY_TRAVELS : DAY_FREE;
}

/* What is in the way on a day; @loan receives which. */
static DayState
get_day (
    GPtrArray *loans, const AjValues *material, AjDate day, AjDate today, const AjValues **loan)
{
  int transport = (int) aj_values_get_integer (material, "transport-days");
  DayState state = aj_values_exist_on (material, day) ? DAY_FREE : DAY_NOT_THERE;

  for (guint i = 0; state != DAY_NOT_THERE && i < loans->len; i++)
    {
      DayState own = get_day_of (loans->pdata[i], transport, day, today);

      if (own <= state)
        continue;
      state = own;
      *loan = loans->pdata[i];
    }
  return state;
}

static AjFreeWeekState
sum_up (const guint counts[N_DAY_STATES])
{
  if (counts[DAY_FREE] == WORKING_DAYS)
    return AJ_FREE_WEEK_FREE;
  if (counts[DAY_FREE] > 0)
    return AJ_FREE_WEEK_PARTLY;
  if (counts[DAY_NOT_THERE] == WORKING_DAYS)
    return AJ_FREE_WEEK_NOT_THERE;
  return counts[DAY_TAKEN] > 0 || counts[DAY_NOT_THERE] > 0 ? AJ_FREE_WEEK_TAKEN
                                                            : AJ_FREE_WEEK_TRAVELS;
}

static AjFreeWeek
look (GPtrArray *loans, const AjValues *material, AjDate monday, AjDate today)
{
  AjFreeWeek week = {
    { monday, monday + 6 }, AJ_FREE_WEEK_FREE, { AJ_DATE_NONE, AJ_DATE_NONE }, NULL
  };
  guint counts[N_DAY_STATES] = { 0 };
  int length = 0, longest = 0;

  for (AjDate day = monday; day < monday + WORKING_DAYS; day++)
    {
      const AjValues *loan = NULL;
      DayState state = get_day (loans, material, day, today, &loan);

      counts[state]++;
      week.loan = week.loan != NULL ? week.loan : loan;
      length = state == DAY_FREE ? length + 1 : 0;
      if (length <= longest)
        continue;
      longest = length;
      week.free = (AjDateRange){ day - length + 1, day };
    }
  week.state = sum_up (counts);
  return week;
}

/* (transfer container) (element-type AjValues) */
static GPtrArray *
list_loans (AjRolloutFacts *facts, const char *material)
{
  GPtrArray *all = aj_rollout_facts_get_loans (facts);
  GPtrArray *loans = g_ptr_array_new ();

  for (guint i = 0; i < all->len; i++)
    if (g_strcmp0 (aj_values_get_text (all->pdata[i], "material"), material) == 0 &&
        aj_loan_counts (all->pdata[i]))
      g_ptr_array_add (loans, all->pdata[i]);
  return loans;
}

GArray *
aj_free_weeks_list (AjRolloutFacts *facts, const char *material, AjDate today, guint n_weeks)
{
  const AjValues *values = aj_rollout_facts_get (facts, material);
  GArray *weeks = g_array_new (FALSE, FALSE, sizeof (AjFreeWeek));
  g_autoptr (GPtrArray) loans = list_loans (facts, material);

  for (guint i = 0; values != NULL && i < n_weeks; i++)
    {
      AjFreeWeek week = look (loans, values, aj_week_get_monday (today) + 7 * (AjDate) i, today);

      g_array_append_val (weeks, week);
    }
  return weeks;
}

char *
aj_free_week_describe (AjRolloutFacts *facts, const AjFreeWeek *self)
{
  g_autofree char *first = aj_date_format_day_month (self->days.first);
  g_autofree char *last = aj_date_format_day_month (self->days.last);
  const char *place = self->loan != NULL ? aj_rollout_facts_get_place (facts, self->loan) : "";
  const char *label = aj_free_week_state_get_label (self->state);
  int number = aj_date_get_week (self->days.first, NULL);

  if (*place == '\0')
    /* Translators: the number of a week, its first and last day, and whether a thing is free then. */
    return g_strdup_printf (_ ("Week %1$d, %2$s to %3$s: %4$s"), number, first, last, label);
  /* Translators: the number of a week, its first and last day, whether a thing is free then, and who has it. */
  return g_strdup_printf (_ ("Week %1$d, %2$s to %3$s: %4$s, %5$s"), number, first, last, label,
                          place);
}
