/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-tour-job.h"

G_BEGIN_DECLS

/* Why a stop of a plan stands where it stands, for who looks at the plan before it is stored. */

/* (transfer full) (nullable): in a short phrase: that it is not in the weeks that were asked for, and what it waits for. @material is
 * the id of what goes round. NULL: it is as asked, and as soon as it was brought there. */
char *aj_tour_reason_describe (AjRolloutFacts *facts,
                               AjHolidays *holidays,
                               const char *material,
                               const AjTourWish *wish,
                               const AjTourLeg *leg);
/* What it waits for as a word for machines: "asked-week", "school-holiday", "public-holiday", "taken"; NULL: for nothing. */
const char *aj_tour_reason_get_code (const AjTourLeg *leg);
/* (transfer full): what a plan comes to, in a line: how many stops, from when until when, how far, and how many wishes it misses. */
char *aj_tour_reason_sum_up (const AjTourPlan *plan);

G_END_DECLS
