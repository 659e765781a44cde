/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-tour-job.h"

G_BEGIN_DECLS

/* What can be done, and is so seldom meant that one is asked first: a sentence, with a day from which on there is no doubt. */

/* (transfer full) (nullable): @plan begins in the past, or the thing goes to every one of its places in the same time already: in
 * the weeks that a place asked for, else between the first day that was asked for and the end of the plan. @proposal receives the
 * day. */
char *aj_tour_doubt_plan (AjRolloutFacts *facts,
                          const AjTourRequest *request,
                          const AjTourPlan *plan,
                          AjDate today,
                          AjDate *proposal);
/* (transfer full) (nullable): what is left of @tour would move to the past. */
char *aj_tour_doubt_move (AjRolloutFacts *facts,
                          const char *tour,
                          const AjTourPlan *plan,
                          AjDate today,
                          AjDate *proposal);

G_END_DECLS
