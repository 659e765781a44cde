/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-tour-job.h"

G_BEGIN_DECLS

/* What is given to the planner, and owns what that borrows. */
typedef struct
{
  AjRolloutFacts *facts; /* (unowned) */
  AjHolidays *holidays;  /* (unowned) */
  AjTourTerms terms;
  GArray *stops; /* (owned) (element-type AjTourStop) */
  GArray
      *avoid[AJ_SCHOOL_REGION_ALL + 1]; /* (owned) (nullable): by school region, once asked for */
} AjTourProblem;

/* Whether what comes of a tour from @day on lies well within the calendar; says so when not. */
gboolean aj_tour_problem_check_day (AjDate day, GError **error);
/* @moving (nullable) (element-type AjValues): those that are not in the way, for they move themselves. */
void aj_tour_problem_init (AjTourProblem *self,
                           AjRolloutFacts *facts,
                           AjHolidays *holidays,
                           const AjValues *material,
                           AjDate starts_on,
                           int transport_days,
                           GPtrArray *moving);
void aj_tour_problem_clear (AjTourProblem *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (AjTourProblem, aj_tour_problem_clear)

/* @stop without its place and what it avoids, which follow from the municipality. */
void aj_tour_problem_add_stop (AjTourProblem *self,
                               const char *municipality,
                               const AjTourStop *stop,
                               gboolean in_holidays);
/* Whether a holiday lies in the days of a loan. */
gboolean aj_tour_problem_is_in_holidays (const AjTourProblem *self, const AjValues *loan);
/* As many as were added. */
const AjTourStop *aj_tour_problem_get_stops (const AjTourProblem *self);
/* Says what is in the way when there is no plan. */
void aj_tour_problem_explain (AjRolloutFacts *facts, const AjValues *material, GError **error);
/* Of one that says nothing, and of no municipality, every region. */
AjSchoolRegion aj_tour_problem_get_region (AjRolloutFacts *facts, const char *municipality);

/* (transfer full): what a tour is called that nobody gave a name. */
char *aj_tour_job_dup_name (AjRolloutFacts *facts, const char *material, AjDate first);

/* Whether a field of text says just this. */
gboolean aj_tour_is (const AjValues *values, const char *field, const char *text);

G_END_DECLS
