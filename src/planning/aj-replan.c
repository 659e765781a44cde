/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-replan.h"

/* More than any sum of distances in days: leaving a pair unmatched is the last resort. */
#define UNMATCHED G_GINT64_CONSTANT (1000000000)

/* A meeting or a date of the plan that still looks for its other half. */
typedef struct
{
  int index;
  AjDate anchor; /* where in time it belongs */
} Half;

static int
compare_halves (const void *a, const void *b)
{
  const Half *first = a, *second = b;

  if (first->anchor != second->anchor)
    return first->anchor < second->anchor ? -1 : 1;
  return first->index - second->index;
}

static AjDate
anchor_of (const AjExistingMeeting *meeting)
{
  return aj_date_get_year (meeting->pattern) != 0 ? meeting->pattern : meeting->start.date;
}

static int
month_number (AjDate date)
{
  return aj_date_get_year (date) * 12 + aj_date_get_month (date);
}

static gboolean
is_in_period (AjDate anchor, const AjPlannedDate *planned, int every_months)
{
  int months = month_number (anchor) - month_number (planned->pattern);

  return months >= 0 && months < every_months;
}

/* The date of the period that the meeting was planned for, -1 when there is none, or another took it. */
static int
find_period (const AjExistingMeeting *meeting,
             const AjCyclePlan *plan,
             const int *taker,
             int every_months)
{
  for (guint i = 0; i < aj_cycle_plan_get_n_dates (plan); i++)
    if (taker[i] < 0 &&
        is_in_period (anchor_of (meeting), aj_cycle_plan_get_date (plan, i), every_months))
      return (int) i;
  return -1;
}

static int
find_same_day (const AjExistingMeeting *meeting, const AjCyclePlan *plan, const int *taker)
{
  for (guint i = 0; i < aj_cycle_plan_get_n_dates (plan); i++)
    if (taker[i] < 0 && aj_cycle_plan_get_date (plan, i)->date == meeting->start.date)
      return (int) i;
  return -1;
}

/* What was planned for a period takes its place wherever it stands now; only then comes who else stands on a date. */
static void
cover_by_fixed (const AjExistingMeeting *meetings,
                gsize n_meetings,
                const AjCyclePlan *plan,
                int every_months,
                int *taker)
{
  g_autofree gboolean *done = g_new0 (gboolean, n_meetings + 1);

  for (gsize i = 0; i < n_meetings; i++)
    {
      int covered = meetings[i].fixed && aj_date_get_year (meetings[i].pattern) != 0
                        ? find_period (&meetings[i], plan, taker, every_months)
                        : -1;

      done[i] = covered >= 0;
      if (covered >= 0)
        taker[covered] = (int) i;
    }
  for (gsize i = 0; i < n_meetings; i++)
    {
      int covered;

      if (!meetings[i].fixed || done[i])
        continue;
      covered = find_same_day (&meetings[i], plan, taker);
      if (covered < 0)
        covered = find_period (&meetings[i], plan, taker, every_months);
      if (covered >= 0)
        taker[covered] = (int) i;
    }
}

static GArray *
loose_meetings (const AjExistingMeeting *meetings, gsize n_meetings)
{
  GArray *loose = g_array_new (FALSE, FALSE, sizeof (Half));

  for (gsize i = 0; i < n_meetings; i++)
    {
      const Half half = { (int) i, anchor_of (&meetings[i]) };
      if (!meetings[i].fixed)
        g_array_append_val (loose, half);
    }
  g_array_sort (loose, compare_halves);
  return loose;
}

static GArray *
loose_dates (const AjCyclePlan *plan, const int *taker)
{
  GArray *loose = g_array_new (FALSE, FALSE, sizeof (Half));

  for (guint i = 0; i < aj_cycle_plan_get_n_dates (plan); i++)
    {
      const Half half = { (int) i, aj_cycle_plan_get_date (plan, i)->pattern };
      if (taker[i] < 0)
        g_array_append_val (loose, half);
    }
  g_array_sort (loose, compare_halves);
  return loose;
}

/* Matches two rows in order, as many as can be, with the least sum of distances: the usual table of the best way to match
 * what is left of both, filled from the end. */
static void
match_in_order (GArray *meetings, GArray *dates, int *taker)
{
  guint n = meetings->len, m = dates->len;
  g_autofree gint64 *cost = g_new0 (gint64, (gsize) (n + 1) * (m + 1));
  guint i = 0, j = 0;

#define COST(row, column) cost[(gsize) (row) * (m + 1) + (column)]
#define DISTANCE(row, column)                                                                      \
  ABS ((gint64) g_array_index (meetings, Half, row).anchor -                                       \
       g_array_index (dates, Half, column).anchor)

  for (guint row = n + 1; row-- > 0;)
    for (guint column = m + 1; column-- > 0;)
      {
        gint64 best = G_MAXINT64;

        if (row == n || column == m)
          {
            COST (row, column) = UNMATCHED * (gint64) ((n - row) + (m - column));
            continue;
          }
        best = MIN (best, COST (row + 1, column + 1) + DISTANCE (row, column));
        best = MIN (best, COST (row + 1, column) + UNMATCHED);
        best = MIN (best, COST (row, column + 1) + UNMATCHED);
        COST (row, column) = best;
      }

  while (i < n && j < m)
    {
      if (COST (i, j) == COST (i + 1, j + 1) + DISTANCE (i, j))
        {
          taker[g_array_index (dates, Half, j).index] = g_array_index (meetings, Half, i).index;
          i++;
          j++;
        }
      else if (COST (i, j) == COST (i + 1, j) + UNMATCHED)
        i++;
      else
        j++;
    }
#undef COST
#undef DISTANCE
}

/* What becomes of @meeting, whose place in the plan is @planned. */
static AjReplanChange
change_for (const AjExistingMeeting *meetings,
            int meeting,
            const AjPlannedDate *planned,
            const char *zone)
{
  const AjExistingMeeting *existing = &meetings[meeting];
  AjReplanChange change = { AJ_REPLAN_KEEP, meeting, (int) planned->ordinal };

  if (existing->fixed)
    return change;
  if (!planned->usable)
    {
      /* A date that cannot be used leaves its meeting where it stands, until somebody decides. */
      if (planned->verdict == AJ_VERDICT_TAKEN_OUT)
        change = (AjReplanChange){ AJ_REPLAN_REMOVE, meeting, -1 };
      return change;
    }
  if (aj_wall_time_compare (&existing->start, &planned->start) != 0 ||
      aj_wall_time_compare (&existing->end, &planned->end) != 0 ||
      g_strcmp0 (existing->zone, zone) != 0)
    change.action = AJ_REPLAN_MOVE;
  return change;
}

static int
find_taken (const int *taker, guint count, int meeting)
{
  for (guint i = 0; i < count; i++)
    if (taker[i] == meeting)
      return (int) i;
  return -1;
}

/* Who stands on the day already and stays there; -1: nobody. */
static int
find_fixed_on (const AjExistingMeeting *meetings, gsize n_meetings, AjDate date)
{
  for (gsize i = 0; i < n_meetings; i++)
    if (meetings[i].fixed && !meetings[i].cancelled && meetings[i].start.date == date)
      return (int) i;
  return -1;
}

GArray *
aj_replan (const AjExistingMeeting *meetings,
           gsize n_meetings,
           const AjCyclePlan *plan,
           int every_months,
           const char *zone)
{
  g_autoptr (GArray) loose = NULL;
  g_autoptr (GArray) free_dates = NULL;
  g_autofree int *taker = NULL;
  GArray *changes;
  guint n_dates;

  g_return_val_if_fail (plan != NULL && (meetings != NULL || n_meetings == 0), NULL);

  n_dates = aj_cycle_plan_get_n_dates (plan);
  taker = g_new (int, n_dates);
  for (guint i = 0; i < n_dates; i++)
    taker[i] = -1;
  cover_by_fixed (meetings, n_meetings, plan, every_months, taker);
  loose = loose_meetings (meetings, n_meetings);
  free_dates = loose_dates (plan, taker);
  match_in_order (loose, free_dates, taker);

  changes = g_array_new (FALSE, FALSE, sizeof (AjReplanChange));
  for (gsize i = 0; i < n_meetings; i++)
    {
      int planned = find_taken (taker, n_dates, (int) i);
      AjReplanChange change = { meetings[i].fixed ? AJ_REPLAN_KEEP : AJ_REPLAN_REMOVE, (int) i,
                                -1 };

      if (planned >= 0)
        change = change_for (meetings, (int) i, aj_cycle_plan_get_date (plan, (guint) planned),
                             zone);
      g_array_append_val (changes, change);
    }
  for (guint i = 0; i < n_dates; i++)
    {
      const AjPlannedDate *planned = aj_cycle_plan_get_date (plan, i);
      int there = taker[i] >= 0 ? taker[i] : find_fixed_on (meetings, n_meetings, planned->date);
      const AjReplanChange add = { AJ_REPLAN_ADD, -1, (int) i };
      const AjReplanChange covered = { AJ_REPLAN_COVERED, there, (int) i };

      if (there >= 0 && meetings[there].fixed)
        g_array_append_val (changes, covered);
      else if (there < 0 && planned->usable)
        g_array_append_val (changes, add);
    }
  return changes;
}
