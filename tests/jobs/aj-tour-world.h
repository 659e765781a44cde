/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-jobs-fixture.h"
#include "aj-tour-job.h"

G_BEGIN_DECLS

/* What the tests of tours share: a thing, four municipalities on one line, and what is asked. */

typedef struct
{
  Fixture base;
  AjHolidays *holidays;
  /* From west to east on one line; the bike stands in the first. */
  const char *apeldoorn, *deventer, *rijssen, *hengelo;
  const char *bike;
  GArray *wishes;
  AjTourRequest request;
} TourWorld;

void tour_set_up (TourWorld *self, gconstpointer data);
void tour_tear_down (TourWorld *self, gconstpointer data);
/* @week: a Monday in 2026, or NULL. */
void tour_wish (TourWorld *self, const char *municipality, const char *week);
AjRolloutFacts *tour_load (TourWorld *self);
AjTourPlan *tour_plan (TourWorld *self, AjRolloutFacts *facts);
/* "Deventer 2026-03-03, …" of a plan. */
void tour_assert_plan (TourWorld *self,
                       AjRolloutFacts *facts,
                       const AjTourPlan *plan,
                       const char *expected);
/* The same of what is stored. */
void tour_assert_stored (TourWorld *self, const char *tour, const char *expected);
void tour_commit (AjEdit *edit);
/* (transfer full): the id of a tour along all wishes. */
char *tour_make (TourWorld *self);

G_END_DECLS
