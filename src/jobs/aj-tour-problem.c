/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-tour-job-private.h"

#include <glib/gi18n-lib.h>

#include "aj-loan.h"
#include "aj-public-holidays.h"
#include "aj-working-days.h"

/* Holidays are looked up for as long as a tour may last. */
#define DAYS_BEFORE 14
#define DAYS_AFTER  1100

/* Transport before it, and all of a tour after it, are still days that can be written. */
#define FIRST_YEAR 1900
#define LAST_YEAR  9990

gboolean
aj_tour_is (const AjValues *values, const char *field, const char *text)
{
  return g_strcmp0 (aj_values_get_text (values, field), text) == 0;
}

gboolean
aj_tour_problem_check_day (AjDate day, GError **error)
{
  int year = aj_date_get_year (day);

  if (year >= FIRST_YEAR && year <= LAST_YEAR)
    return TRUE;
  /* Translators: two years. */
  g_set_error (error, AJ_MODEL_ERROR, AJ_MODEL_ERROR_RULE,
               _ ("The first day of a tour lies between %1$d and %2$d."), FIRST_YEAR, LAST_YEAR);
  return FALSE;
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
AjSchoolRegion
aj_tour_problem_get_region (AjRolloutFacts *facts, const char *municipality)
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

/* (transfer full) (element-type AjDateRange): those of which a day lies in @time, and of its years the public ones. */
static GArray *
list_holidays (AjHolidays *holidays, const AjDateRange *time, AjSchoolRegion region)
{
  GArray *ranges = g_array_new (FALSE, FALSE, sizeof (AjDateRange));
  g_autoptr (GPtrArray) school = aj_holidays_list_school (holidays, time, region);

  for (guint i = 0; i < school->len; i++)
    g_array_append_val (ranges, ((const AjSchoolHoliday *) school->pdata[i])->days);
  add_public_holidays (ranges, time);
  return ranges;
}

/* (transfer none) */
static GArray *
get_avoid (AjTourProblem *self, AjSchoolRegion region)
{
  AjDateRange time = { self->terms.starts_on - DAYS_BEFORE, self->terms.starts_on + DAYS_AFTER };

  if (self->avoid[region] == NULL)
    self->avoid[region] = list_holidays (self->holidays, &time, region);
  return self->avoid[region];
}

gboolean
aj_tour_problem_is_in_holidays (const AjTourProblem *self, const AjValues *loan)
{
  AjDateRange days = { aj_values_get_date (loan, "from"), aj_values_get_date (loan, "until") };
  AjSchoolRegion region = aj_tour_problem_get_region (self->facts,
                                                      aj_values_get_text (loan, "municipality"));
  g_autoptr (GArray) ranges = list_holidays (self->holidays, &days, region);

  for (guint i = 0; i < ranges->len; i++)
    if (aj_date_range_overlaps (&g_array_index (ranges, AjDateRange, i), &days))
      return TRUE;
  return FALSE;
}

/* The planner asks for its own transport on either side. Two loans need as much time between them as the one that asks for
 * more: so what this one asks for beyond that is in the way as well. */
static void
add_taken (AjTourProblem *self, const AjValues *loan)
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
void
aj_tour_problem_init (AjTourProblem *self,
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

  *self = (AjTourProblem){ .facts = facts, .holidays = holidays };
  self->terms = (AjTourTerms){
    .starts_on = starts_on,
    .days = 1,
    .transport_days = transport_days,
    .home = get_place (facts, aj_values_get_text (material, "municipality")),
    .taken = g_array_new (FALSE, FALSE, sizeof (AjDateRange)),
  };
  self->stops = g_array_new (FALSE, TRUE, sizeof (AjTourStop));
  for (guint i = 0; i < loans->len; i++)
    if (aj_tour_is (loans->pdata[i], "material", aj_values_get_id (material)) &&
        aj_loan_counts (loans->pdata[i]) &&
        (moving == NULL || !g_ptr_array_find (moving, loans->pdata[i], NULL)))
      add_taken (self, loans->pdata[i]);
  if (from != AJ_DATE_NONE)
    add_days (self->terms.taken, AJ_DATE_NONE, from - 1);
  if (until != AJ_DATE_NONE)
    add_days (self->terms.taken, until + 1, AJ_DATE_NONE);
}

void
aj_tour_problem_add_stop (AjTourProblem *self,
                          const char *municipality,
                          const AjTourStop *stop,
                          gboolean in_holidays)
{
  AjTourStop added = *stop;

  added.place = get_place (self->facts, municipality);
  if (!in_holidays)
    added.avoid = get_avoid (self, aj_tour_problem_get_region (self->facts, municipality));
  g_array_append_val (self->stops, added);
}

const AjTourStop *
aj_tour_problem_get_stops (const AjTourProblem *self)
{
  return (const AjTourStop *) (gpointer) self->stops->data;
}

/* (nullable): what keeps the thing away for good. */
static const AjValues *
find_endless (AjRolloutFacts *facts, const AjValues *material)
{
  GPtrArray *loans = aj_rollout_facts_get_loans (facts);

  for (guint i = 0; i < loans->len; i++)
    if (aj_tour_is (loans->pdata[i], "material", aj_values_get_id (material)) &&
        aj_loan_counts (loans->pdata[i]) && aj_loan_get_last_day (loans->pdata[i]) == AJ_DATE_NONE)
      return loans->pdata[i];
  return NULL;
}

void
aj_tour_problem_explain (AjRolloutFacts *facts, const AjValues *material, GError **error)
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

void
aj_tour_problem_clear (AjTourProblem *self)
{
  g_clear_pointer (&self->terms.taken, g_array_unref);
  g_clear_pointer (&self->stops, g_array_unref);
  for (guint i = 0; i < G_N_ELEMENTS (self->avoid); i++)
    g_clear_pointer (&self->avoid[i], g_array_unref);
}
