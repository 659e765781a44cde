/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-cycle-step.h"

G_BEGIN_DECLS

/* Planning a group's year, in three steps: read the facts, make a plan of them (as often as the input changes), apply it.
 *
 * The meetings a plan is about are those of the cycle that were planned for the year. They are fixed, and left alone,
 * once they are confirmed, held or cancelled, written to a calendar file, or past. */

/* (transfer full): the cycle to begin with: the group's own, else a new one with the initial values of its table. @place
 * and @zone (nullable) are for a new one. It is not stored until it is applied. */
AjValues *aj_cycle_job_dup_cycle (AjCycleFacts *facts, const char *place, const char *zone);

/* (transfer full): @mine, which somebody made out of @base, made out of what is stored now instead: what they changed is
 * theirs, all else as it is stored. */
AjValues *
aj_cycle_job_rebase_cycle (AjCycleFacts *facts, const AjValues *base, const AjValues *mine);

/* Where the members come from in the years in which the cycle runs. */
AjSchoolRegion aj_cycle_job_get_regions (AjCycleFacts *facts, const AjValues *cycle);

/* (element-type AjPlanAdjustment): what somebody decided of single dates before, at most one of each: moved by hand, kept
 * against advice (from the meetings that exist), left out (from @cycle). To begin with, so that planning again leaves those
 * decisions. */
GArray *aj_cycle_job_list_adjustments (AjCycleFacts *facts, const AjValues *cycle);

/* Which of the dates lies in that month by the rule; FALSE when none does. */
gboolean aj_cycle_job_find_ordinal (
    AjCycleFacts *facts, const AjValues *cycle, int year, int month, guint *ordinal);

/* @adjustments is nullable. Fails with AJ_MODEL_ERROR when @cycle is not complete, else as aj_cycle_plan_new(). */
AjCyclePlan *aj_cycle_job_plan (AjCycleFacts *facts,
                                const AjValues *cycle,
                                AjHolidays *holidays,
                                GArray *adjustments,
                                GError **error);

/* aj_cycle_plan_dup_notes(), and which organisations also have a seat in another meeting at the time of a date: nothing
 * that a date moves for, but somebody may want to know. Free with g_strfreev(). */
char **aj_cycle_job_dup_notes (AjCycleFacts *facts, const AjValues *cycle, const AjCyclePlan *plan);

/* Whether applying the plan would change anything, be it only the rhythm. */
gboolean aj_cycle_job_has_changes (AjStore *store,
                                   AjCycleFacts *facts,
                                   const AjValues *cycle,
                                   const AjCyclePlan *plan);

/* As one edit: stores the cycle with the months left out, adds, moves and removes meetings. Dates that are not usable make no meeting. The place
 * and online link of the cycle go along to meetings that had those of the cycle before. Applying the same again changes
 * nothing. @outcome is nullable. Fails as aj_edit_commit(): with AJ_STORE_ERROR_CONFLICT when somebody changed anything of a
 * meeting that is to be moved or removed since the facts were read, be it that it was confirmed or handed out; then read
 * them again. Waits. */
gboolean aj_cycle_job_apply (AjStore *store,
                             AjCycleFacts *facts,
                             const AjValues *cycle,
                             const AjCyclePlan *plan,
                             AjCycleOutcome *outcome,
                             GError **error);
/* The same without waiting; the plan may be freed at once. */
void aj_cycle_job_apply_async (AjStore *store,
                               AjCycleFacts *facts,
                               const AjValues *cycle,
                               const AjCyclePlan *plan,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data);
gboolean aj_cycle_job_apply_finish (AjStore *store,
                                    GAsyncResult *result,
                                    AjCycleOutcome *outcome,
                                    GError **error);

G_END_DECLS
