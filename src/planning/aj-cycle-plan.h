/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-date.h"
#include "aj-holidays.h"
#include "aj-reason.h"

G_BEGIN_DECLS

#define AJ_CYCLE_PLAN_MAX_COUNT   24
#define AJ_CYCLE_PLAN_MAX_MINUTES 1440

/* What a detail says of the program's own accord; stored in English, translated by aj_reason_detail_to_text(). */
#define AJ_CYCLE_PLAN_SAME_DAY      "another date of this cycle"
#define AJ_CYCLE_PLAN_UNNAMED_CLASH "another meeting of the same people"

/* What stands in the way of a date; several can. */
typedef enum
{
  AJ_OBSTACLE_NONE = 0,
  AJ_OBSTACLE_PUBLIC_HOLIDAY = 1 << 0,
  AJ_OBSTACLE_SAME_DAY = 1 << 1, /* another date of the same plan stands there */
  AJ_OBSTACLE_SCHOOL_HOLIDAY = 1 << 2,
  AJ_OBSTACLE_NOT_GENERALLY_FREE = 1 << 3,
  AJ_OBSTACLE_CLASH = 1 << 4,
} AjObstacles;

/* These nobody can decide to ignore. */
#define AJ_OBSTACLES_HARD (AJ_OBSTACLE_PUBLIC_HOLIDAY | AJ_OBSTACLE_SAME_DAY)

/* A time at which the people of the group are in another meeting. Leave out cancelled meetings and those that this plan
 * is about to move. */
typedef struct
{
  AjWallTime start;
  AjWallTime end;    /* not part of it: a meeting may begin then */
  const char *zone;  /* IANA; unknown or NULL is taken as the plan's own */
  const char *label; /* for the reason: "Regiotafel"; nullable */
} AjBusySpan;

/* What the user did to one date. It belongs to the ordinal, not to a date, so that it holds while the input changes; of
 * two for the same ordinal the later counts, and one for an ordinal beyond the count waits. */
typedef struct
{
  guint ordinal;      /* from 0 */
  gboolean taken_out; /* no meeting here; the rest is then ignored */
  AjDate date;   /* moved by hand to this day, of any weekday and month; AJ_DATE_NONE: not moved */
  gboolean keep; /* stays (on the rule's date, or on @date) although something stands in the way */
} AjPlanAdjustment;

/* Pointers are borrowed for the call only. */
typedef struct
{
  int year;         /* AJ_PUBLIC_HOLIDAYS_MIN_YEAR to AJ_PUBLIC_HOLIDAYS_MAX_YEAR */
  int first_month;  /* 1 to 12 */
  int every_months; /* 1 to 12 */
  int count; /* 1 to AJ_CYCLE_PLAN_MAX_COUNT; what does not fit in the year runs into the next */
  AjWeekday weekday;
  int nth; /* 1 to 5, or -1 for the last; a month without a fifth takes its last, and says so */
  int start_minute;        /* of the day, 0 to 1439 */
  int length_minutes;      /* 1 to AJ_CYCLE_PLAN_MAX_MINUTES */
  const char *zone;        /* IANA */
  AjSchoolRegion regions;  /* where the members come from; none: no school holidays are looked at */
  gboolean avoid_school;   /* the school holidays of any of @regions */
  gboolean avoid_not_free; /* Good Friday and 5 May */
  gboolean avoid_clashes;  /* @busy */
  const AjBusySpan *busy;
  gsize n_busy;
  const AjPlanAdjustment *adjustments;
  gsize n_adjustments;
} AjCyclePlanRequest;

typedef enum
{
  AJ_VERDICT_KEPT,                /* stands where the rule puts it */
  AJ_VERDICT_MOVED,               /* by the rules below, or by hand; nothing is in the way */
  AJ_VERDICT_CONFLICT,            /* somebody must decide */
  AJ_VERDICT_KEPT_AGAINST_ADVICE, /* somebody decided */
  AJ_VERDICT_TAKEN_OUT,
} AjVerdict;

typedef struct
{
  guint ordinal;  /* from 0 */
  AjDate pattern; /* where the rule puts it */
  AjDate
      date; /* where it stands; AJ_DATE_NONE when taken out, or when no day of its month can be used */
  AjWallTime start; /* on @date; the date in it is AJ_DATE_NONE with it */
  AjWallTime end;
  AjVerdict verdict;
  AjReason reason;
  char *detail;          /* of the reason, see aj-reason.h: what stood in the way; nullable */
  AjObstacles obstacles; /* on @date, or on @pattern when there is no date */
  gboolean usable; /* a meeting can be made of it: there is a date, and no hard obstacle on it */
  gboolean fifth_missing; /* the rule asks for a fifth that the month does not have */
  gboolean
      unknown_holidays; /* the school holidays on that day are not known, so they were not looked at */
} AjPlannedDate;

typedef struct _AjCyclePlan AjCyclePlan;

/* Places every meeting of the cycle.
 *
 * Each month holds one date, found from the rule alone or from its adjustment. The rules, in order:
 * 1. A date with nothing in the way stays where the rule puts it.
 * 2. Else it moves to the nearest same weekday of the same month with nothing in the way. Of two equally near the later is
 *    taken: a meeting that comes later than expected costs nobody their preparation.
 * 3. Else, if what is in the way of the rule's date can be lived with (not a public holiday), it stays, as a conflict.
 * 4. Else it moves to the day of that weekday and month with the least in the way that is no public holiday, as a conflict.
 * 5. Else it has no date, as a conflict.
 * A date moved by hand, or kept, stands where it was put, and what is in the way there is named; it is a conflict until it
 * is kept, and always on a public holiday. No two dates share a day: hand-moved ones come first.
 *
 * Fails with AJ_ERROR_INVALID when the request is out of its ranges, the zone is unknown, or the last date would lie after
 * AJ_PUBLIC_HOLIDAYS_MAX_YEAR. Free with aj_cycle_plan_free(). */
AjCyclePlan *
aj_cycle_plan_new (const AjCyclePlanRequest *request, AjHolidays *holidays, GError **error);
void aj_cycle_plan_free (AjCyclePlan *plan);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AjCyclePlan, aj_cycle_plan_free)

guint aj_cycle_plan_get_n_dates (const AjCyclePlan *plan);
/* In the order of the rule: a date moved by hand may be earlier than the one before it. */
const AjPlannedDate *aj_cycle_plan_get_date (const AjCyclePlan *plan, guint ordinal);
/* How many still need a decision. */
guint aj_cycle_plan_get_n_conflicts (const AjCyclePlan *plan);
/* The first date whose school holidays are not known; AJ_DATE_NONE when all are. */
AjDate aj_cycle_plan_get_missing_from (const AjCyclePlan *plan);
/* The year of the last date by the rule: later than the request's when the cycle runs into the next year. */
int aj_cycle_plan_get_last_year (const AjCyclePlan *plan);
/* What the user should know of the plan as a whole, each a sentence: holidays that are not known, a cycle that runs into the
 * next year. Empty when there is nothing. Free with g_strfreev(). */
char **aj_cycle_plan_dup_notes (const AjCyclePlan *plan);

/* One sentence, of any verdict; aj_reason_to_text() and what it cannot know. */
char *aj_planned_date_to_text (const AjPlannedDate *date);

/* What stands in the way of @date for such a meeting (other dates of the plan are not looked at); @detail (nullable)
 * receives it in the form that is stored, or NULL. The request must be one that aj_cycle_plan_new() takes. */
AjObstacles aj_cycle_plan_examine (const AjCyclePlanRequest *request,
                                   AjHolidays *holidays,
                                   AjDate date,
                                   char **detail);

G_END_DECLS
