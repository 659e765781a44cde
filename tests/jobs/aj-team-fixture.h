/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-cycle-job.h"
#include "aj-jobs-fixture.h"

G_BEGIN_DECLS

/* A network whose expert team meets every second Thursday of every second month, and shares a district lead with a working
 * group; it is 15 January 2026. */
typedef struct
{
  Fixture fixture;
  char *group;
  AjHolidays *holidays;
} Team;

void team_set_up (Team *self, gconstpointer data);
void team_tear_down (Team *self, gconstpointer data);

/* (transfer full): for the cycle as it is stored. */
AjCycleFacts *team_load (Team *self, int year);
/* (transfer full): with what was decided before. */
AjCyclePlan *team_make_plan (Team *self, AjCycleFacts *facts, const AjValues *cycle);
/* Plans a year with the cycle as it is, but for one field (nullable), and applies it. */
AjCycleOutcome team_plan_with (Team *self, int year, const char *field, const char *text);
AjCycleOutcome team_plan_year (Team *self, int year);
/* (transfer full): by its start, as it is stored. */
AjRecord *team_get_meeting (Team *self, const char *starts_at);
/* @expected: the days of all meetings of the group, "2026-01-08 2026-03-12 …". */
void team_assert_days (Team *self, const char *expected);

#define team_assert_outcome(outcome, a, m, r, k, f)                                                \
  G_STMT_START                                                                                     \
  {                                                                                                \
    AjCycleOutcome was_ = (outcome);                                                               \
    AjCycleOutcome expected_ = { a, m, r, k, f };                                                  \
    g_assert_cmpmem (&was_, sizeof was_, &expected_, sizeof expected_);                            \
  }                                                                                                \
  G_STMT_END

G_END_DECLS
