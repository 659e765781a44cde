/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-edit.h"
#include "aj-holidays.h"
#include "aj-rollout-facts.h"
#include "aj-tour-plan.h"

G_BEGIN_DECLS

/* Tours of a thing along municipalities: thought out from what is known, and stored, moved or cancelled as one edit, to be
 * committed by whoever asked for it. That its loans overlap with no others is looked at once more when it is. */

/* One municipality that it goes to; borrowed. */
typedef struct
{
  const char *municipality; /* its id */
  AjDateRange asked;        /* within which it was asked for; both AJ_DATE_NONE: whenever */
} AjTourWish;

/* What is asked for; borrowed for the call. */
typedef struct
{
  const char *material; /* its id */
  const char *name;     /* (nullable): what the tour is called; else after the thing and the day */
  AjDate starts_on;     /* not before this day */
  int days;             /* at each place */
  gboolean in_holidays; /* holidays do not matter */
  gboolean as_given;    /* the order of the wishes stays */
  const AjTourWish *wishes;
  guint n_wishes; /* 1 to AJ_TOUR_MAX_STOPS */
} AjTourRequest;

/* (transfer full): the plan, whose stops are the places in the wishes. The thing begins and ends where it stands; not on
 * days on which it is lent, away, or not there; of each place the school holidays there and the public holidays are avoided.
 * NULL with AJ_MODEL_ERROR_RULE when there are no such days within two years, or something that was asked about is not there: the
 * message says what is in the way. */
AjTourPlan *aj_tour_job_plan (AjRolloutFacts *facts,
                              AjHolidays *holidays,
                              const AjTourRequest *request,
                              GError **error);
/* The same on another thread, for many places take a while; what is borrowed must stay until the answer is there, but for
 * @request. */
void aj_tour_job_plan_async (AjRolloutFacts *facts,
                             AjHolidays *holidays,
                             const AjTourRequest *request,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data);
AjTourPlan *aj_tour_job_plan_finish (GAsyncResult *result, GError **error);
/* Whether the school holidays are known on all days of @plan; when not, they could not be avoided. */
gboolean aj_tour_job_knows_holidays (AjRolloutFacts *facts,
                                     AjHolidays *holidays,
                                     const AjTourRequest *request,
                                     const AjTourPlan *plan);
/* (transfer full): the tour with a loan for each stop. Where it stood in that municipality the time before and with whom it was
 * agreed is taken along, and so is the rollout there that it is for, when there is just one. @tour (nullable) receives its id, to be
 * freed. */
AjEdit *aj_tour_job_make (AjStore *store,
                          AjRolloutFacts *facts,
                          const AjTourRequest *request,
                          const AjTourPlan *plan,
                          char **tour);

/* Where a stop is and what was asked for it; borrowed from @loan. */
AjTourWish aj_tour_job_get_wish (const AjValues *loan);
/* (transfer container) (element-type AjValues): the stops of @tour in order of day, without those that were cancelled. */
GPtrArray *aj_tour_job_list_stops (AjRolloutFacts *facts, const char *tour);
/* The same of those that were not handed over yet: what still moves. */
GPtrArray *aj_tour_job_list_open (AjRolloutFacts *facts, const char *tour);
/* (transfer full): where those of aj_tour_job_list_open() go when the first is to begin on @first_day: in the same order, each as
 * long as it was and with as much time between as there was, the holidays (unless it stands in one now) and what else is
 * promised avoided. What stands in the weeks that were asked for stays in them if it can, but for the first. @from (nullable): only that stop and those after it.
 * NULL with AJ_MODEL_ERROR_RULE when it cannot begin on that day: the message says why, and from when it can, which
 * @proposal (nullable) receives as well (AJ_DATE_NONE: never). */
AjTourPlan *aj_tour_job_plan_move (AjRolloutFacts *facts,
                                   AjHolidays *holidays,
                                   const char *tour,
                                   const char *from,
                                   AjDate first_day,
                                   AjDate *proposal,
                                   GError **error);
/* (transfer full): does what aj_tour_job_plan_move() said, with the same @from. */
AjEdit *aj_tour_job_move (AjStore *store,
                          AjRolloutFacts *facts,
                          const char *tour,
                          const char *from,
                          const AjTourPlan *plan);
/* (transfer full) (nullable): cancels the stops that were not handed over yet. NULL when there is none left. */
AjEdit *aj_tour_job_cancel (AjStore *store, AjRolloutFacts *facts, const char *tour);

G_END_DECLS
