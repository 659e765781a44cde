/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-cycle-plan.h"

#include <glib/gi18n-lib.h>

#include "aj-error.h"
#include "aj-obstacles.h"
#include "aj-public-holidays.h"

/* As far as one weekday can lie from another of its kind in the same month. */
#define MAX_WEEKS 4

/* Only looked up by aj_reason_detail_to_text(), so named here for the translators. */
G_GNUC_UNUSED static const char *const detail_texts[] = {
  N_ ("another date of this cycle"),
  N_ ("another meeting of the same people"),
};

struct _AjCyclePlan
{
  AjPlannedDate *dates;
  guint n_dates;
  int year;
  AjDate last_pattern;
};

/* What the steps below pass along. */
typedef struct
{
  AjCyclePlan *plan;
  const AjCyclePlanRequest *request;
  AjHolidays *holidays;
} Planner;

static gboolean
refuse (GError **error, const char *sentence)
{
  g_set_error_literal (error, AJ_ERROR, AJ_ERROR_INVALID, sentence);
  return FALSE;
}

static gboolean
is_within (int number, int least, int most)
{
  return number >= least && number <= most;
}

static gboolean
check_request (const AjCyclePlanRequest *request, GError **error)
{
  int last_month = request->first_month - 1 + (request->count - 1) * request->every_months;

  if (!is_within (request->year, AJ_PUBLIC_HOLIDAYS_MIN_YEAR, AJ_PUBLIC_HOLIDAYS_MAX_YEAR))
    {
      g_set_error (error, AJ_ERROR, AJ_ERROR_INVALID, _ ("Choose a year from %d to %d."),
                   AJ_PUBLIC_HOLIDAYS_MIN_YEAR, AJ_PUBLIC_HOLIDAYS_MAX_YEAR);
      return FALSE;
    }
  if (!is_within (request->first_month, 1, 12))
    return refuse (error, _ ("Choose a first month from 1 to 12."));
  if (!is_within (request->every_months, 1, 12))
    return refuse (error, _ ("Choose 1 to 12 months from one meeting to the next."));
  if (!is_within (request->count, 1, AJ_CYCLE_PLAN_MAX_COUNT))
    {
      g_set_error (error, AJ_ERROR, AJ_ERROR_INVALID, _ ("Choose 1 to %d meetings."),
                   AJ_CYCLE_PLAN_MAX_COUNT);
      return FALSE;
    }
  if (!is_within ((int) request->weekday, AJ_WEEKDAY_MONDAY, AJ_WEEKDAY_SUNDAY))
    return refuse (error, _ ("Choose a weekday."));
  if (request->nth != -1 && !is_within (request->nth, 1, 5))
    return refuse (error, _ ("Choose the first to the fifth of the month, or -1 for the last."));
  if (!is_within (request->start_minute, 0, 1439))
    return refuse (error, _ ("Choose a start between 00:00 and 23:59."));
  if (!is_within (request->length_minutes, 1, AJ_CYCLE_PLAN_MAX_MINUTES))
    {
      g_set_error (error, AJ_ERROR, AJ_ERROR_INVALID, _ ("Choose a length of 1 to %d minutes."),
                   AJ_CYCLE_PLAN_MAX_MINUTES);
      return FALSE;
    }
  if (!aj_zone_is_known (request->zone))
    {
      g_set_error (error, AJ_ERROR, AJ_ERROR_INVALID,
                   _ ("“%s” is not a known time zone. Write it like Europe/Amsterdam."),
                   request->zone != NULL ? request->zone : "");
      return FALSE;
    }
  if (request->year + last_month / 12 > AJ_PUBLIC_HOLIDAYS_MAX_YEAR)
    {
      g_set_error (error, AJ_ERROR, AJ_ERROR_INVALID,
                   _ ("The last meeting would lie after %d. Choose fewer meetings."),
                   AJ_PUBLIC_HOLIDAYS_MAX_YEAR);
      return FALSE;
    }
  return TRUE;
}

static const AjPlanAdjustment *
find_adjustment (const AjCyclePlanRequest *request, guint ordinal)
{
  for (gsize i = request->n_adjustments; i > 0; i--)
    if (request->adjustments[i - 1].ordinal == ordinal)
      return &request->adjustments[i - 1];
  return NULL;
}

static void
place_by_rule (const AjCyclePlanRequest *request, guint ordinal, AjPlannedDate *planned)
{
  int months = request->first_month - 1 + (int) ordinal * request->every_months;
  int year = request->year + months / 12;
  int month = months % 12 + 1;
  AjDate pattern = aj_date_nth_weekday (year, month, request->weekday, request->nth);

  planned->ordinal = ordinal;
  planned->fifth_missing = pattern == AJ_DATE_NONE;
  if (planned->fifth_missing)
    pattern = aj_date_nth_weekday (year, month, request->weekday, -1);
  planned->pattern = pattern;
  planned->date = AJ_DATE_NONE;
}

/* (nullable): what a date by the rule does not tell of itself. */
static const char *
get_rule_detail (const Planner *planner, const AjPlannedDate *planned)
{
  if (planned->fifth_missing)
    return AJ_REASON_DETAIL_NO_FIFTH;
  return planner->request->nth == -1 ? AJ_REASON_DETAIL_LAST : NULL;
}

static gboolean
is_taken (const Planner *planner, guint ordinal, AjDate date)
{
  for (guint i = 0; i < planner->plan->n_dates; i++)
    if (i != ordinal && planner->plan->dates[i].date == date)
      return TRUE;
  return FALSE;
}

static void
examine (const Planner *planner, guint ordinal, AjDate date, AjFindings *findings)
{
  aj_findings_init (findings, planner->request, planner->holidays, date,
                    is_taken (planner, ordinal, date));
}

/* Puts a date down, and what was found on that day with it. */
static void
settle (AjPlannedDate *planned,
        AjDate date,
        const AjFindings *there,
        AjVerdict verdict,
        AjReason reason,
        const char *detail)
{
  planned->date = date;
  planned->verdict = verdict;
  planned->reason = reason;
  planned->detail = g_strdup (detail);
  planned->obstacles = there->obstacles;
  planned->unknown_holidays = there->not_checked;
  planned->usable = date != AJ_DATE_NONE && !aj_findings_are_hard (there);
}

/* The same weekday of the same month nearest to the rule's with the least in the way; nothing, if there is one with
 * nothing. AJ_DATE_NONE when all are out of the question. @best receives what was found there. */
static AjDate
find_other_day (const Planner *planner, const AjPlannedDate *planned, AjFindings *best)
{
  AjDate found = AJ_DATE_NONE;

  for (int step = 2; step < 2 * (MAX_WEEKS + 1); step++)
    {
      /* One week later, one earlier, two later, … */
      AjDate date = planned->pattern + step / 2 * (step % 2 == 0 ? 7 : -7);
      g_auto (AjFindings) there = { 0 };

      if (aj_date_get_month (date) != aj_date_get_month (planned->pattern))
        continue;
      examine (planner, planned->ordinal, date, &there);
      if (aj_findings_are_hard (&there) || (found != AJ_DATE_NONE && there.weight >= best->weight))
        continue;
      aj_findings_clear (best);
      *best = there;
      there.detail = NULL;
      found = date;
    }
  return found;
}

static void
place_automatically (const Planner *planner, AjPlannedDate *planned, gboolean keep)
{
  g_auto (AjFindings) here = { 0 };
  g_auto (AjFindings) there = { 0 };
  AjDate other;

  examine (planner, planned->ordinal, planned->pattern, &here);
  if (here.weight == 0)
    {
      settle (planned, planned->pattern, &here, AJ_VERDICT_KEPT, AJ_REASON_RULE,
              get_rule_detail (planner, planned));
      return;
    }
  if (keep && !aj_findings_are_hard (&here))
    {
      settle (planned, planned->pattern, &here, AJ_VERDICT_KEPT_AGAINST_ADVICE,
              AJ_REASON_AGAINST_ADVICE, here.detail);
      return;
    }

  other = find_other_day (planner, planned, &there);
  if (other != AJ_DATE_NONE && there.weight == 0)
    settle (planned, other, &there, AJ_VERDICT_MOVED, here.reason, here.detail);
  else if (!aj_findings_are_hard (&here))
    settle (planned, planned->pattern, &here, AJ_VERDICT_CONFLICT, AJ_REASON_CONFLICT, here.detail);
  else if (other != AJ_DATE_NONE)
    settle (planned, other, &there, AJ_VERDICT_CONFLICT, AJ_REASON_CONFLICT, there.detail);
  else
    settle (planned, AJ_DATE_NONE, &here, AJ_VERDICT_CONFLICT, AJ_REASON_CONFLICT, here.detail);
}

static void
place_by_hand (const Planner *planner, AjPlannedDate *planned, const AjPlanAdjustment *adjustment)
{
  gboolean moved = adjustment->date != planned->pattern;
  g_auto (AjFindings) there = { 0 };

  examine (planner, planned->ordinal, adjustment->date, &there);
  if (there.weight == 0)
    settle (planned, adjustment->date, &there, moved ? AJ_VERDICT_MOVED : AJ_VERDICT_KEPT,
            moved ? AJ_REASON_HAND : AJ_REASON_RULE,
            moved ? NULL : get_rule_detail (planner, planned));
  else if (adjustment->keep && !aj_findings_are_hard (&there))
    settle (planned, adjustment->date, &there, AJ_VERDICT_KEPT_AGAINST_ADVICE,
            AJ_REASON_AGAINST_ADVICE, there.detail);
  else
    settle (planned, adjustment->date, &there, AJ_VERDICT_CONFLICT, AJ_REASON_CONFLICT,
            there.detail);
}

static gboolean
is_moved_by_hand (const AjPlanAdjustment *adjustment)
{
  return adjustment != NULL && !adjustment->taken_out && aj_date_get_year (adjustment->date) != 0;
}

/* Hand-moved dates first, so that the others keep out of their way. */
static void
place_all (const Planner *planner)
{
  AjCyclePlan *plan = planner->plan;

  for (guint i = 0; i < plan->n_dates; i++)
    {
      const AjPlanAdjustment *adjustment = find_adjustment (planner->request, i);
      if (is_moved_by_hand (adjustment))
        place_by_hand (planner, &plan->dates[i], adjustment);
    }
  for (guint i = 0; i < plan->n_dates; i++)
    {
      const AjPlanAdjustment *adjustment = find_adjustment (planner->request, i);
      const AjFindings nothing = { 0 };

      if (is_moved_by_hand (adjustment))
        continue;
      if (adjustment != NULL && adjustment->taken_out)
        settle (&plan->dates[i], AJ_DATE_NONE, &nothing, AJ_VERDICT_TAKEN_OUT, AJ_REASON_HAND,
                NULL);
      else
        place_automatically (planner, &plan->dates[i], adjustment != NULL && adjustment->keep);
    }
}

static void
set_times (const AjCyclePlanRequest *request, AjPlannedDate *planned)
{
  planned->start = (AjWallTime){ planned->date, request->start_minute };
  planned->end = aj_wall_time_add_minutes (&planned->start, request->length_minutes);
}

AjCyclePlan *
aj_cycle_plan_new (const AjCyclePlanRequest *request, AjHolidays *holidays, GError **error)
{
  g_autoptr (AjCyclePlan) plan = NULL;
  Planner planner;

  g_return_val_if_fail (request != NULL && AJ_IS_HOLIDAYS (holidays), NULL);

  if (!check_request (request, error))
    return NULL;

  plan = g_new0 (AjCyclePlan, 1);
  plan->year = request->year;
  plan->n_dates = (guint) request->count;
  plan->dates = g_new0 (AjPlannedDate, plan->n_dates);
  for (guint i = 0; i < plan->n_dates; i++)
    place_by_rule (request, i, &plan->dates[i]);
  plan->last_pattern = plan->dates[plan->n_dates - 1].pattern;

  planner = (Planner){ plan, request, holidays };
  place_all (&planner);
  for (guint i = 0; i < plan->n_dates; i++)
    set_times (request, &plan->dates[i]);
  return g_steal_pointer (&plan);
}

void
aj_cycle_plan_free (AjCyclePlan *plan)
{
  if (plan == NULL)
    return;
  for (guint i = 0; i < plan->n_dates; i++)
    g_free (plan->dates[i].detail);
  g_free (plan->dates);
  g_free (plan);
}

guint
aj_cycle_plan_get_n_dates (const AjCyclePlan *plan)
{
  g_return_val_if_fail (plan != NULL, 0);

  return plan->n_dates;
}

const AjPlannedDate *
aj_cycle_plan_get_date (const AjCyclePlan *plan, guint ordinal)
{
  g_return_val_if_fail (plan != NULL && ordinal < plan->n_dates, NULL);

  return &plan->dates[ordinal];
}

guint
aj_cycle_plan_get_n_conflicts (const AjCyclePlan *plan)
{
  guint count = 0;

  g_return_val_if_fail (plan != NULL, 0);

  for (guint i = 0; i < plan->n_dates; i++)
    if (plan->dates[i].verdict == AJ_VERDICT_CONFLICT)
      count++;
  return count;
}

AjDate
aj_cycle_plan_get_missing_from (const AjCyclePlan *plan)
{
  AjDate missing = AJ_DATE_NONE;

  g_return_val_if_fail (plan != NULL, AJ_DATE_NONE);

  for (guint i = 0; i < plan->n_dates; i++)
    {
      const AjPlannedDate *planned = &plan->dates[i];
      AjDate date = planned->date != AJ_DATE_NONE ? planned->date : planned->pattern;

      if (planned->unknown_holidays && (missing == AJ_DATE_NONE || date < missing))
        missing = date;
    }
  return missing;
}

int
aj_cycle_plan_get_last_year (const AjCyclePlan *plan)
{
  g_return_val_if_fail (plan != NULL, 0);

  return aj_date_get_year (plan->last_pattern);
}

static guint
count_unknown (const AjCyclePlan *plan)
{
  guint count = 0;

  for (guint i = 0; i < plan->n_dates; i++)
    if (plan->dates[i].unknown_holidays)
      count++;
  return count;
}

char **
aj_cycle_plan_dup_notes (const AjCyclePlan *plan)
{
  g_autoptr (GStrvBuilder) notes = g_strv_builder_new ();
  guint unknown;

  g_return_val_if_fail (plan != NULL, NULL);

  unknown = count_unknown (plan);
  if (unknown > 0)
    {
      g_autofree char *from = aj_date_format_short (aj_cycle_plan_get_missing_from (plan));
      g_autofree char *note = g_strdup_printf (
          /* Translators: %u is a number of dates, %s the first of them. */
          g_dngettext (
              GETTEXT_PACKAGE,
              "The school holidays are not known yet for %u date, %s, so it was not checked "
              "against them.",
              "The school holidays are not known yet for %u dates, the first on %s, so they "
              "were not checked against them.",
              unknown),
          unknown, from);
      g_strv_builder_add (notes, note);
    }
  if (aj_cycle_plan_get_last_year (plan) != plan->year)
    {
      g_autofree char *note = g_strdup_printf (_ ("Not all meetings fit in %d: the last ones lie "
                                                  "in %d."),
                                               plan->year, aj_cycle_plan_get_last_year (plan));
      g_strv_builder_add (notes, note);
    }
  return g_strv_builder_end (notes);
}

char *
aj_planned_date_to_text (const AjPlannedDate *date)
{
  g_autofree char *what = NULL;

  g_return_val_if_fail (date != NULL, NULL);

  if (date->verdict == AJ_VERDICT_TAKEN_OUT)
    return g_strdup (_ ("taken out"));
  if (date->date != AJ_DATE_NONE)
    return aj_reason_to_text (date->reason, date->detail, date->pattern, date->date);
  what = aj_reason_detail_to_text (date->detail);
  /* Translators: %s says what is in the way, as "Easter Monday". */
  return g_strdup_printf (_ ("no day of this month can be used: %s"), what);
}

AjObstacles
aj_cycle_plan_examine (const AjCyclePlanRequest *request,
                       AjHolidays *holidays,
                       AjDate date,
                       char **detail)
{
  g_auto (AjFindings) there = { 0 };

  g_return_val_if_fail (request != NULL && AJ_IS_HOLIDAYS (holidays), AJ_OBSTACLE_NONE);

  aj_findings_init (&there, request, holidays, date, FALSE);
  if (detail != NULL)
    *detail = g_steal_pointer (&there.detail);
  return there.obstacles;
}
