/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-tour-plan.h"

#include <math.h>
#include <string.h>

#include "aj-working-days.h"

#define EARTH_RADIUS_KM 6371.0
#define LOOK_AHEAD_DAYS 731
/* What is asked of days lies between these, counted from the first; every order asks the same ones. */
#define DAYS_BEFORE 120
#define DAYS_AFTER  1000
/* Two ways that differ by less are equally long. */
#define SAME_KM 1e-6

/* How good an order is; smaller is better, the first that differs counts. */
typedef struct
{
  guint n_missed;
  double kilometres;
  AjDate last;
} Cost;

typedef struct
{
  const AjTourTerms *terms;
  const AjTourStop *stops;
  guint n_stops;
  double *distances; /* between stops, and home as the last: (n_stops + 1)² */
  gboolean works[DAYS_BEFORE + DAYS_AFTER]; /* whether it is a working day */

  /* While orders are tried */
  guint order[AJ_TOUR_MAX_STOPS];
  guint best[AJ_TOUR_MAX_STOPS];
  Cost best_cost;
  gboolean found;
} Search;

double
aj_tour_distance (const AjTourPlace *a, const AjTourPlace *b)
{
  double to_radians = G_PI / 180;
  double height, width, chord;

  if (!a->known || !b->known)
    return 0;
  height = sin ((b->latitude - a->latitude) * to_radians / 2);
  width = sin ((b->longitude - a->longitude) * to_radians / 2);
  chord = height * height +
          cos (a->latitude * to_radians) * cos (b->latitude * to_radians) * width * width;
  return 2 * EARTH_RADIUS_KM * asin (sqrt (MIN (1, chord)));
}

static const AjTourPlace *
get_place (const Search *self, guint index)
{
  return index == self->n_stops ? &self->terms->home : &self->stops[index].place;
}

static double
get_distance (const Search *self, guint from, guint to)
{
  return self->distances[from * (self->n_stops + 1) + to];
}

static void
search_init (Search *self, const AjTourTerms *terms, const AjTourStop *stops, guint n_stops)
{
  guint n = n_stops + 1;

  self->terms = terms;
  self->stops = stops;
  self->n_stops = n_stops;
  self->found = FALSE;
  self->distances = g_new (double, n *n);
  for (guint from = 0; from < n; from++)
    for (guint to = 0; to < n; to++)
      self->distances[from * n + to] = aj_tour_distance (get_place (self, from),
                                                         get_place (self, to));
  for (int i = 0; i < DAYS_BEFORE + DAYS_AFTER; i++)
    self->works[i] = aj_date_is_working_day (terms->starts_on - DAYS_BEFORE + i);
  for (guint i = 0; i < n_stops; i++)
    self->order[i] = i;
}

static void
search_clear (Search *self)
{
  g_free (self->distances);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Search, search_clear)

static gboolean
is_working_day (const Search *self, AjDate date)
{
  int index = date - self->terms->starts_on + DAYS_BEFORE;

  return index >= 0 && index < DAYS_BEFORE + DAYS_AFTER ? self->works[index]
                                                        : aj_date_is_working_day (date);
}

static AjDate
next_working_day (const Search *self, AjDate date)
{
  while (!is_working_day (self, date))
    date++;
  return date;
}

static AjDate
add_working_days (const Search *self, AjDate date, int days)
{
  int step = days < 0 ? -1 : 1;

  for (int left = ABS (days); left > 0; left--)
    do
      date += step;
    while (!is_working_day (self, date));
  return date;
}

static AjDate
get_end (const AjDateRange *range)
{
  return range->last == AJ_DATE_NONE ? G_MAXINT32 : range->last;
}

/* (nullable): of those of @ranges that @days runs into, the one that ends last. */
static const AjDateRange *
find_obstacle (GArray *ranges, const AjDateRange *days)
{
  const AjDateRange *found = NULL;

  for (guint i = 0; ranges != NULL && i < ranges->len; i++)
    {
      const AjDateRange *range = &g_array_index (ranges, AjDateRange, i);

      if (aj_date_range_overlaps (range, days) &&
          (found == NULL || get_end (range) > get_end (found)))
        found = range;
    }
  return found;
}

/* With the transport: days on which it is somewhere else are in the way of that too. */
static AjDateRange
with_transport (const Search *self, const AjDateRange *days)
{
  int transport = self->terms->transport_days;

  return (AjDateRange){ add_working_days (self, days->first, -transport),
                        add_working_days (self, days->last, transport) };
}

static int
get_length (const Search *self, const AjTourStop *stop)
{
  return stop->days > 0 ? stop->days : self->terms->days;
}

/* The first days from @earliest on that @stop can have it, and what it waits for until then; FALSE when there are none. */
static gboolean
find_days (const Search *self, const AjTourStop *stop, AjDate earliest, AjTourLeg *leg)
{
  AjDate limit = self->terms->starts_on + LOOK_AHEAD_DAYS;
  int length = get_length (self, stop);
  AjDate first = next_working_day (self, earliest);

  leg->wait = AJ_TOUR_WAIT_NONE;
  while (first <= limit)
    {
      /* What is to be fetched on a free day stays until the next working day. */
      AjDateRange whole, wanted = { first, next_working_day (self, first + length - 1) };
      const AjDateRange *holiday = find_obstacle (stop->avoid, &wanted);
      const AjDateRange *taken;
      gboolean is_taken;

      whole = with_transport (self, &wanted);
      taken = find_obstacle (self->terms->taken, &whole);
      if (holiday == NULL && taken == NULL)
        {
          leg->days = wanted;
          return TRUE;
        }
      is_taken = holiday == NULL || (taken != NULL && get_end (taken) > get_end (holiday));
      leg->wait = is_taken ? AJ_TOUR_WAIT_TAKEN : AJ_TOUR_WAIT_AVOIDED;
      leg->obstacle = is_taken ? *taken : *holiday;
      if (get_end (&leg->obstacle) >= limit)
        return FALSE;
      first = next_working_day (self, MAX (first, leg->obstacle.last) + 1);
    }
  return FALSE;
}

/* Until Sunday asked for and fetched on Monday is as asked. */
static gboolean
is_as_asked (const Search *self, const AjTourStop *stop, const AjTourLeg *leg)
{
  return leg->days.first >= stop->asked.first &&
         (stop->asked.last == AJ_DATE_NONE ||
          leg->days.first + get_length (self, stop) - 1 <= stop->asked.last);
}

/* Who asked for a later week is waited for: the item stands still meanwhile. */
static gboolean
wait_as_asked (const Search *self, const AjTourStop *stop, AjDate earliest, AjTourLeg *leg)
{
  AjDate from = MAX (earliest, MAX (stop->asked.first, stop->prefers));

  if (stop->at_once || (stop->asked.first == AJ_DATE_NONE && stop->asked.last == AJ_DATE_NONE) ||
      !find_days (self, stop, from, leg) || !is_as_asked (self, stop, leg))
    return FALSE;
  if (leg->wait == AJ_TOUR_WAIT_NONE && from > next_working_day (self, earliest))
    {
      leg->wait = AJ_TOUR_WAIT_ASKED;
      leg->obstacle = stop->asked;
    }
  leg->as_asked = TRUE;
  return TRUE;
}

/* A wish that cannot be met any more is no reason to wait. */
static gboolean
place_stop (const Search *self, const AjTourStop *stop, AjDate earliest, AjTourLeg *leg)
{
  AjTourLeg missed;

  if (wait_as_asked (self, stop, earliest, leg))
    return TRUE;
  missed = *leg;
  if (!find_days (self, stop, MAX (earliest, stop->not_before), leg))
    return FALSE;
  leg->as_asked = is_as_asked (self, stop, leg);
  if (!leg->as_asked && missed.wait != AJ_TOUR_WAIT_NONE &&
      missed.obstacle.first <= stop->asked.last)
    {
      leg->wait = missed.wait;
      leg->obstacle = missed.obstacle;
    }
  return TRUE;
}

static AjDate
next_day (const Search *self, const AjDateRange *days)
{
  return add_working_days (self, days->last, self->terms->transport_days) + 1;
}

/* Goes on from @before (the number of stops: home) and @cost with the next stop. FALSE when it finds no days. */
static gboolean
go_on (const Search *self, guint before, guint next, Cost *cost, AjDate *earliest, AjTourLeg *leg)
{
  *leg = (AjTourLeg){ .stop = next, .kilometres = get_distance (self, before, next) };
  if (!place_stop (self, &self->stops[next], *earliest, leg))
    return FALSE;
  cost->n_missed += leg->as_asked ? 0 : 1;
  cost->kilometres += leg->kilometres;
  cost->last = leg->days.last;
  *earliest = next_day (self, &leg->days);
  return TRUE;
}

/* FALSE: one of them finds no days. @legs (nullable) receives them. */
static gboolean
follow (const Search *self, const guint *order, Cost *cost, GArray *legs)
{
  guint before = self->n_stops;
  AjDate earliest = self->terms->starts_on;

  *cost = (Cost){ 0, 0, AJ_DATE_NONE };
  for (guint i = 0; i < self->n_stops; before = order[i++])
    {
      AjTourLeg leg;

      if (!go_on (self, before, order[i], cost, &earliest, &leg))
        return FALSE;
      if (legs != NULL)
        g_array_append_val (legs, leg);
    }
  cost->kilometres += get_distance (self, before, self->n_stops);
  return TRUE;
}

static gboolean
is_better (const Cost *a, const Cost *b)
{
  if (a->n_missed != b->n_missed)
    return a->n_missed < b->n_missed;
  if (fabs (a->kilometres - b->kilometres) > SAME_KM)
    return a->kilometres < b->kilometres;
  return a->last < b->last;
}

/* TRUE when the present order is the best so far. */
static gboolean
keep_if_best (Search *self, const Cost *cost)
{
  if (self->found && !is_better (cost, &self->best_cost))
    return FALSE;
  self->found = TRUE;
  self->best_cost = *cost;
  memcpy (self->best, self->order, self->n_stops * sizeof *self->order);
  return TRUE;
}

static gboolean
try_order (Search *self)
{
  Cost cost;

  return follow (self, self->order, &cost, NULL) && keep_if_best (self, &cost);
}

static void
swap (guint *order, guint a, guint b)
{
  guint kept = order[a];

  order[a] = order[b];
  order[b] = kept;
}

/* What has begun worse than the best one ends worse: a wish that was missed and a way that was gone stay. */
static void
try_every_order (Search *self, guint fixed, Cost cost, AjDate earliest)
{
  guint before = fixed > 0 ? self->order[fixed - 1] : self->n_stops;

  if (fixed == self->n_stops)
    {
      cost.kilometres += get_distance (self, before, self->n_stops);
      keep_if_best (self, &cost);
      return;
    }
  for (guint i = fixed; i < self->n_stops; i++)
    {
      Cost next_cost = cost;
      AjDate next_earliest = earliest;
      AjTourLeg leg;

      if (!go_on (self, before, self->order[i], &next_cost, &next_earliest, &leg) ||
          (self->found && !is_better (&next_cost, &self->best_cost)))
        continue;
      swap (self->order, fixed, i);
      try_every_order (self, fixed + 1, next_cost, next_earliest);
      swap (self->order, fixed, i);
    }
}

/* Who asked for the earliest days comes first; the others where they are nearest. */
static void
begin_with_nearest (Search *self)
{
  guint before = self->n_stops;

  for (guint i = 0; i < self->n_stops; i++)
    {
      guint nearest = i;

      for (guint k = i + 1; k < self->n_stops; k++)
        if (get_distance (self, before, self->order[k]) <
            get_distance (self, before, self->order[nearest]))
          nearest = k;
      swap (self->order, i, nearest);
      before = self->order[i];
    }
}

static int
compare_wishes (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const AjTourStop *stops = user_data;
  AjDate left = stops[*(const guint *) a].asked.last;
  AjDate right = stops[*(const guint *) b].asked.last;

  if (left == right)
    return 0;
  if (left == AJ_DATE_NONE || right == AJ_DATE_NONE)
    return left == AJ_DATE_NONE ? 1 : -1;
  return left < right ? -1 : 1;
}

static void
reverse (guint *order, guint from, guint to)
{
  for (; from < to; from++, to--)
    swap (order, from, to);
}

static void
move_stop (guint *order, guint from, guint to)
{
  guint moved = order[from];

  if (from < to)
    memmove (order + from, order + from + 1, (to - from) * sizeof *order);
  else
    memmove (order + to + 1, order + to, (from - to) * sizeof *order);
  order[to] = moved;
}

/* One round: every stretch turned round, every stop put elsewhere. TRUE when something was better. */
static gboolean
improve (Search *self)
{
  gboolean better = FALSE;

  for (guint from = 0; from < self->n_stops; from++)
    for (guint to = 0; to < self->n_stops; to++)
      {
        if (from == to)
          continue;
        memcpy (self->order, self->best, self->n_stops * sizeof *self->order);
        if (from < to)
          {
            reverse (self->order, from, to);
            if (try_order (self))
              {
                better = TRUE;
                continue;
              }
            reverse (self->order, from, to);
          }
        move_stop (self->order, from, to);
        better = try_order (self) || better;
      }
  return better;
}

static void
improve_all (Search *self)
{
  while (self->found && improve (self))
    ;
}

static void
search_by_improving (Search *self)
{
  guint by_wish[AJ_TOUR_MAX_STOPS];

  for (guint i = 0; i < self->n_stops; i++)
    by_wish[i] = i;
  g_qsort_with_data (by_wish, (int) self->n_stops, sizeof *by_wish, compare_wishes,
                     (gpointer) self->stops);
  memcpy (self->order, by_wish, self->n_stops * sizeof *by_wish);
  try_order (self);
  improve_all (self);
  for (guint i = 0; i < self->n_stops; i++)
    self->order[i] = i;
  begin_with_nearest (self);
  if (try_order (self))
    improve_all (self);
}

static AjTourPlan *
make_plan (const Search *self, const guint *order)
{
  g_autoptr (AjTourPlan) plan = g_new0 (AjTourPlan, 1);
  Cost cost;

  plan->legs = g_array_new (FALSE, FALSE, sizeof (AjTourLeg));
  if (!follow (self, order, &cost, plan->legs))
    return NULL;
  plan->kilometres = cost.kilometres;
  plan->n_missed = cost.n_missed;
  return g_steal_pointer (&plan);
}

AjTourPlan *
aj_tour_plan_make (const AjTourTerms *terms, const AjTourStop *stops, guint n_stops)
{
  g_auto (Search) search = { NULL };

  g_return_val_if_fail (n_stops > 0 && n_stops <= AJ_TOUR_MAX_STOPS && terms->days > 0, NULL);

  search_init (&search, terms, stops, n_stops);
  if (n_stops <= AJ_TOUR_EXACT_STOPS)
    try_every_order (&search, 0, (Cost){ 0, 0, AJ_DATE_NONE }, terms->starts_on);
  else
    search_by_improving (&search);
  return search.found ? make_plan (&search, search.best) : NULL;
}

AjTourPlan *
aj_tour_plan_in_order (const AjTourTerms *terms, const AjTourStop *stops, guint n_stops)
{
  g_auto (Search) search = { NULL };

  g_return_val_if_fail (n_stops > 0 && n_stops <= AJ_TOUR_MAX_STOPS && terms->days > 0, NULL);

  search_init (&search, terms, stops, n_stops);
  return make_plan (&search, search.order);
}

void
aj_tour_plan_free (AjTourPlan *self)
{
  g_clear_pointer (&self->legs, g_array_unref);
  g_free (self);
}
